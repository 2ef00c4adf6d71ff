//! How a command ends: exit codes, documented in `args.rs` and docs/command-line.md.

use std::io;

use dialer::attempt::{EndReason, Outcome};
use dialer::problem::{Problem, ProblemCode};
use dialer::view::AttemptView;

/// How a command ended, for who called it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Exit {
    /// Done; a call was placed, and ended well where that was waited for.
    Done,
    /// A defect, or something no other code says.
    Failed,
    /// The command line is not understood.
    Usage,
    /// It is certain that no call was made.
    Refused,
    /// The call may exist.
    Unknown,
    /// The number cannot be dialled.
    BadNumber,
    /// No profile, no secret, or a wrong one.
    NotSignedIn,
    /// Where the window would ask.
    Busy,
    /// There is no such agent, or none to call for.
    NoAgent,
    /// Placed, but the parties never talked.
    NotReached,
    /// Nothing can be written down here, so nothing was sent.
    NotRecorded,
    /// There is no such attempt.
    NoAttempt,
    /// What was asked for beside placing a call could not be done; calls are as they were.
    NotDone,
    /// Ctrl-C or a signal.
    Interrupted,
}

impl Exit {
    /// The exit code. 2 is clap's too.
    pub(crate) fn code(self) -> u8 {
        match self {
            Self::Done => 0,
            Self::Failed => 1,
            Self::Usage => 2,
            Self::Refused => 3,
            Self::Unknown => 4,
            Self::BadNumber => 5,
            Self::NotSignedIn => 6,
            Self::Busy => 7,
            Self::NoAgent => 8,
            Self::NotReached => 9,
            Self::NotRecorded => 10,
            Self::NoAttempt => 11,
            Self::NotDone => 12,
            Self::Interrupted => 130,
        }
    }

    /// The same for a command that places no call: nothing can be said of one.
    pub(crate) fn without_a_call(self) -> Self {
        match self {
            Self::Refused | Self::NotRecorded => Self::NotDone,
            other => other,
        }
    }

    /// What a problem means where there is no attempt that tells. That no call was made is said only of the
    /// problems that are known to come before one.
    pub(crate) fn of_problem(code: ProblemCode) -> Self {
        use ProblemCode as P;
        match code {
            P::NumberEmpty
            | P::NumberUnreadable
            | P::NumberTooShort
            | P::NumberTooLong
            | P::NumberWrongLength
            | P::NumberNoCountry
            | P::NumberLocalOnly
            | P::NumberForeignPrefix
            | P::NumberPlusMissing
            | P::NumberEmergency
            | P::NumberShort
            | P::NumberServiceCode
            | P::NumberNotInUse
            | P::NumberAmongWords
            | P::SeveralNumbers
            | P::NumberChanged
            | P::CountryUnknown
            | P::LineUnreadable => Self::BadNumber,
            P::NotConnected
            | P::ClientUnknown
            | P::SecretWrong
            | P::TokenRejected
            | P::UserNeeded
            | P::KeyringMissing
            | P::KeyringLocked
            | P::KeyringTimeout
            | P::KeyringFailed
            | P::SecretMissing
            | P::SecretTooLong
            | P::SecretEmpty
            | P::ClientIdMissing
            | P::RegionMissing
            | P::UrlInvalid
            | P::UrlInsecure
            | P::SignedOut
            | P::SignInDenied
            | P::SignInTimedOut
            | P::SignInCancelled
            | P::SignInFailed
            | P::SignInOpenedTwice
            | P::SignInPort
            | P::SignInPlatformOnly
            | P::SignInBusy
            | P::SignInTooLong
            | P::BrowserMissing
            | P::ProfileMissing => Self::NotSignedIn,
            P::AgainLive | P::AgainUnknown | P::AgainSameNumber | P::CallPending => Self::Busy,
            P::AgentMissing
            | P::AgentNotFound
            | P::AgentMismatch
            | P::AgentInactive
            | P::AgentEmailNeeded => Self::NoAgent,
            P::LogUnwritable
            | P::DiskFull
            | P::DatabaseDamaged
            | P::DatabaseNewer
            | P::DataDirUnwritable
            | P::DataDirNetwork => Self::NotRecorded,
            P::AttemptMissing | P::AttemptAmbiguous => Self::NoAttempt,
            P::AddressNotAllowed
            | P::PermissionMissing
            | P::ScopeMissing
            | P::AgentNoStation
            | P::AgentStationUnusable
            | P::AgentFixed
            | P::NumberRefused
            | P::CallCannotBePlaced
            | P::EdgeUnavailable
            | P::DialectMismatch
            | P::TooManyRequests
            | P::Cancelled
            | P::PressedTooLongAgo
            | P::NotFound
            | P::Refused
            | P::CallerIdInvalid
            | P::CallerNameInvalid
            | P::NameNotResolved
            | P::Unreachable
            | P::CertificateUntrusted
            | P::CertificateExpired
            | P::ProxyUnreachable
            | P::ProxySignIn
            | P::ProxyInvalid
            | P::ProxySignInInvalid
            | P::CaFileUnreadable
            | P::CaFileInvalid
            | P::ClockOff
            | P::AnswerTimeout
            | P::ConnectionLost
            | P::ServerError
            | P::Redirected
            | P::AnswerUnreadable => Self::Refused,
            P::CallUnreadable
            | P::HangUpDenied
            | P::SignOutUnfinished
            | P::SecretLeft
            | P::ImportUnreadable
            | P::ImportTooLarge
            | P::ImportNoEnv
            | P::ImportKeyMissing
            | P::ImportRegionUnknown
            | P::ProfileNameTaken
            | P::ProfileNameTooLong => Self::NotDone,
            _ => Self::Failed,
        }
    }

    /// What an attempt came to, as far as it was waited for.
    pub(crate) fn of_attempt(attempt: &AttemptView) -> Self {
        match attempt.outcome {
            Outcome::Refused => Self::Refused,
            Outcome::Pending | Outcome::Unknown => Self::Unknown,
            Outcome::Placed => match attempt.end_reason {
                None => Self::Done,
                Some(
                    EndReason::CustomerHungUp
                    | EndReason::AgentHungUp
                    | EndReason::HungUpHere
                    | EndReason::Transferred,
                ) if attempt.connected_at.is_some() => Self::Done,
                Some(_) => Self::NotReached,
            },
        }
    }
}

/// Why a command could not go on.
#[derive(Debug)]
pub(crate) enum Stop {
    /// A problem, told in full.
    Problem(Problem),
    /// An argument that cannot be read, and why.
    Usage(String),
    /// Nothing can be written where results go.
    Output(io::Error),
}

impl From<Problem> for Stop {
    fn from(problem: Problem) -> Self {
        Self::Problem(problem)
    }
}

impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}
