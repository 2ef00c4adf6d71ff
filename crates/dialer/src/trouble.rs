//! From an error of the API client to a problem a person understands.
//!
//! Only kinds, statuses and codes are looked at. The server's message is passed on as text for
//! people; nothing acts on it.

use genesys_cloud::{Dialect, Error, ErrorKind, KeeperError, Operation};

use crate::problem::{Problem, ProblemCode, ProblemDetails};
use crate::secret::KeeperFailed;

/// The longest server message that is kept, in characters.
const LONGEST_MESSAGE: usize = 200;

/// How long to wait where a server limits the rate and does not say for how long: its limits are
/// counted by the minute.
const ASK_AGAIN_SECONDS: u64 = 60;

/// What the request was about; makes the problem specific.
#[derive(Debug, Clone, Default)]
pub struct About {
    /// How the server was spoken to.
    pub dialect: Dialect,
    /// The agent's name.
    pub agent: Option<String>,
    /// The e-mail that was looked for.
    pub email: Option<String>,
    /// The number, spaced for people.
    pub number: Option<String>,
}

/// The problem that `error` is.
pub fn problem_of(error: &Error, about: &About) -> Problem {
    // What kept the token from being had is told by who keeps it.
    let keeper = error.keeper.as_ref().and_then(KeeperError::cause);
    if let Some(KeeperFailed(problem)) = keeper {
        return problem.clone();
    }
    let code = code_of(error, about.dialect);
    let mut problem = Problem::new(code);
    problem.details = details_of(error);
    match code {
        ProblemCode::NameNotResolved
        | ProblemCode::Unreachable
        | ProblemCode::CertificateUntrusted
        | ProblemCode::CertificateExpired
        | ProblemCode::ProxyUnreachable
        | ProblemCode::ProxySignIn
        | ProblemCode::ConnectionLost => problem.with("host", host(error)),
        ProblemCode::AnswerTimeout => {
            let seconds = error.waited.map_or(0, |waited| waited.as_secs());
            problem.with("host", host(error)).with("seconds", seconds)
        }
        ProblemCode::TooManyRequests => {
            let seconds = error
                .retry_after
                // A part of a second still has to be waited for.
                .map_or(ASK_AGAIN_SECONDS, |wait| {
                    wait.as_millis().div_ceil(1000) as u64
                });
            problem.with("seconds", seconds)
        }
        ProblemCode::ServerError => problem.with("status", error.status.unwrap_or_default()),
        ProblemCode::PermissionMissing => {
            problem.with("permissions", error.missing_permissions.join(", "))
        }
        ProblemCode::AgentNoStation
        | ProblemCode::AgentStationUnusable
        | ProblemCode::AgentInactive => {
            problem.with("agent", about.agent.as_deref().unwrap_or_default())
        }
        ProblemCode::AgentNotFound | ProblemCode::AgentMismatch => {
            problem.with("email", about.email.as_deref().unwrap_or_default())
        }
        ProblemCode::NumberRefused => {
            problem.with("number", about.number.as_deref().unwrap_or_default())
        }
        ProblemCode::Refused | ProblemCode::SignInFailed => {
            let message = message(error).or_else(|| error.code.clone());
            problem.with("message", message.unwrap_or_default())
        }
        _ => problem,
    }
}

fn code_of(error: &Error, dialect: Dialect) -> ProblemCode {
    match error.kind {
        ErrorKind::NameNotResolved => ProblemCode::NameNotResolved,
        ErrorKind::Unreachable => ProblemCode::Unreachable,
        ErrorKind::CertificateUntrusted => ProblemCode::CertificateUntrusted,
        ErrorKind::CertificateExpired => ProblemCode::CertificateExpired,
        // No answer was waited for: it is the news that stay away.
        ErrorKind::Closed | ErrorKind::ConnectionLost | ErrorKind::Network | ErrorKind::Timeout
            if error.operation == Operation::Socket =>
        {
            ProblemCode::FeedInterrupted
        }
        ErrorKind::Timeout => ProblemCode::AnswerTimeout,
        ErrorKind::ProxyUnreachable => ProblemCode::ProxyUnreachable,
        ErrorKind::ProxySignIn => ProblemCode::ProxySignIn,
        ErrorKind::ConnectionLost | ErrorKind::Network | ErrorKind::Closed => {
            ProblemCode::ConnectionLost
        }
        ErrorKind::AnswerTooLarge | ErrorKind::Unreadable => ProblemCode::AnswerUnreadable,
        ErrorKind::Redirected => ProblemCode::Redirected,
        ErrorKind::RateLimited => ProblemCode::TooManyRequests,
        ErrorKind::Cancelled => ProblemCode::Cancelled,
        ErrorKind::SignedOut => ProblemCode::SignedOut,
        ErrorKind::Mismatch => match error.operation {
            // The token is somebody else's by now.
            Operation::PlaceCall if error.status.is_none() => ProblemCode::AgentFixed,
            Operation::LookUp => ProblemCode::AgentMismatch,
            _ => ProblemCode::AnswerUnreadable,
        },
        ErrorKind::NotFound => match error.operation {
            // A 404 without a code is no answer of the API: the path itself is not known.
            Operation::LookUp if error.status != Some(404) || error.code.is_some() => {
                ProblemCode::AgentNotFound
            }
            _ => ProblemCode::NotFound,
        },
        ErrorKind::NotAvailable => match error.operation {
            Operation::LookUp => ProblemCode::AgentEmailNeeded,
            _ => ProblemCode::DialectMismatch,
        },
        ErrorKind::InvalidInput => match error.operation {
            Operation::LookUp => ProblemCode::AgentMissing,
            Operation::PlaceCall => ProblemCode::NumberRefused,
            _ => ProblemCode::Internal,
        },
        ErrorKind::ServerError => {
            // A few 5xx carry a code that says more than the status does.
            error
                .code
                .as_deref()
                .and_then(telephony)
                .unwrap_or(ProblemCode::ServerError)
        }
        ErrorKind::Refused => refused(error, dialect),
        // A kind this version does not know.
        _ => ProblemCode::Refused,
    }
}

fn refused(error: &Error, dialect: Dialect) -> ProblemCode {
    let code = error.code.as_deref().unwrap_or_default();
    if let Some(known) = telephony(code).or_else(|| access(code)) {
        return known;
    }
    if code == "not.a.user" {
        // With the published shapes only the token is wrong; the tutorials' shapes are not for
        // this server at all.
        return match dialect {
            Dialect::Platform => ProblemCode::UserNeeded,
            _ => ProblemCode::DialectMismatch,
        };
    }
    match error.operation {
        Operation::Token => token_refused(error, code),
        Operation::SignIn => match code {
            "invalid_grant" => ProblemCode::SignInFailed,
            _ => token_refused(error, code),
        },
        Operation::PlaceCall => place_refused(error, code),
        _ => by_status(error),
    }
}

fn token_refused(error: &Error, code: &str) -> ProblemCode {
    match (error.status, code) {
        (Some(400), "invalid_client") => ProblemCode::ClientUnknown,
        (Some(401), _) => ProblemCode::SecretWrong,
        // Genesys Cloud names a code whenever it refuses: this is somebody else's page.
        (_, "") => ProblemCode::AnswerUnreadable,
        // The token host is another one in each dialect.
        (Some(404 | 405), _) | (_, "unsupported_grant_type" | "invalid_request") => {
            ProblemCode::DialectMismatch
        }
        _ => ProblemCode::Refused,
    }
}

fn place_refused(error: &Error, code: &str) -> ProblemCode {
    match code {
        "invalid.property"
        | "missing.create.conversation.destination.parameter"
        | "too.many.create.conversation.parameters" => ProblemCode::DialectMismatch,
        "conversation.error.agent.indicated.address.not.allowed" => ProblemCode::NumberRefused,
        "bad.request" | "invalid.value" | "constraint.validation" if is_about_the_number(error) => {
            ProblemCode::NumberRefused
        }
        _ => by_status(error),
    }
}

/// Published servers name the field; where none is named, the number is the one value of a call
/// that a person typed.
fn is_about_the_number(error: &Error) -> bool {
    let mut fields = error
        .details
        .iter()
        .filter_map(|detail| detail.field.as_deref())
        .peekable();
    fields.peek().is_none()
        || fields.any(|field| {
            let field = field.to_ascii_lowercase();
            field.contains("phonenumber") || field.contains("address") || field.starts_with("to")
        })
}

fn by_status(error: &Error) -> ProblemCode {
    match error.status {
        Some(401) => ProblemCode::TokenRejected,
        Some(403) => ProblemCode::PermissionMissing,
        Some(404) => ProblemCode::NotFound,
        Some(405 | 415) => ProblemCode::DialectMismatch,
        _ => ProblemCode::Refused,
    }
}

/// Codes about who may do what.
fn access(code: &str) -> Option<ProblemCode> {
    Some(match code {
        "authentication.required" | "bad.credentials" | "credentials.expired" => {
            ProblemCode::TokenRejected
        }
        "ip.not.authorized" => ProblemCode::AddressNotAllowed,
        "missing.permissions"
        | "missing.any.permissions"
        | "missing.division.permission"
        | "missing.any.division.permissions"
        | "not.authorized"
        | "authz.policy.denied" => ProblemCode::PermissionMissing,
        "app.not.authorized.for.scope" => ProblemCode::ScopeMissing,
        _ => return None,
    })
}

/// Codes about phones and lines.
fn telephony(code: &str) -> Option<ProblemCode> {
    Some(match code {
        "conversation.error.no.user.station" | "providerapi.error.user.does.not.have.a.station" => {
            ProblemCode::AgentNoStation
        }
        "providerapi.error.station.cannot.resolve"
        | "providerapi.error.station.no.active.edge"
        | "providerapi.error.phone.no.active.edge" => ProblemCode::AgentStationUnusable,
        "providerapi.error.edge.no.active" => ProblemCode::EdgeUnavailable,
        "conversation.error.outbound.call.cannot.be.placed" | "conversation.error.media.failed" => {
            ProblemCode::CallCannotBePlaced
        }
        _ => return None,
    })
}

fn details_of(error: &Error) -> ProblemDetails {
    ProblemDetails {
        http_status: error.status,
        server_code: error.code.clone(),
        server_message: message(error),
        correlation_id: error.correlation_id.clone(),
        step: Some(error.operation.as_str().to_owned()),
    }
}

fn message(error: &Error) -> Option<String> {
    let message = error.message.as_deref()?.trim();
    if message.chars().count() <= LONGEST_MESSAGE {
        return (!message.is_empty()).then(|| message.to_owned());
    }
    let mut short: String = message.chars().take(LONGEST_MESSAGE).collect();
    short.push('…');
    Some(short)
}

fn host(error: &Error) -> &str {
    error.host.as_deref().unwrap_or_default()
}
