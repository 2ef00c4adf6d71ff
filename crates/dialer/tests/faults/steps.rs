//! Where it can go wrong: the steps of a call, and what each of them has that a fault can hit.

use dialer::view::DialectName;
use genesys_sandbox::{Dialect, Target};

/// A step of a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Step {
    Token,
    LookUp,
    Place,
    Channel,
    Subscribe,
    Socket,
    Read,
    HangUp,
    Search,
}

impl Step {
    pub(crate) const ALL: [Self; 9] = [
        Self::Token,
        Self::LookUp,
        Self::Place,
        Self::Channel,
        Self::Subscribe,
        Self::Socket,
        Self::Read,
        Self::HangUp,
        Self::Search,
    ];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Token => "token",
            Self::LookUp => "look-up",
            Self::Place => "place",
            Self::Channel => "channel",
            Self::Subscribe => "subscribe",
            Self::Socket => "socket",
            Self::Read => "read",
            Self::HangUp => "hang up",
            Self::Search => "search",
        }
    }

    /// What a fault can hit at this step, as the sandbox matches it: any one of these.
    pub(crate) fn hits(self, spoken: Spoken, target: Target) -> &'static [&'static str] {
        match target {
            Target::Request => self.requests(spoken),
            Target::Topic if self == Self::Subscribe => &["TOPIC *"],
            // What the socket tells counts from its opening on, when a call is hung up, and when
            // one is looked for.
            Target::Socket if self.listens() => &["SOCKET *"],
            Target::Snapshot if self.listens() => &["SNAPSHOT *"],
            Target::Topic | Target::Socket | Target::Snapshot => &[],
        }
    }

    /// Why a fault of this target cannot hit this step; nothing where it can.
    pub(crate) fn lacks(self, spoken: Spoken, target: Target) -> Option<&'static str> {
        let is_there = !self.hits(spoken, target).is_empty();
        match target {
            _ if is_there => None,
            Target::Request => Some("no request belongs to this step"),
            Target::Topic => Some("topics are named by subscribing only"),
            Target::Socket => Some("this step does without an open socket"),
            Target::Snapshot => Some("nothing is pushed at this step"),
        }
    }

    fn listens(self) -> bool {
        matches!(self, Self::Socket | Self::HangUp | Self::Search)
    }

    fn requests(self, spoken: Spoken) -> &'static [&'static str] {
        match self {
            Self::Token => &["POST /oauth/token"],
            Self::LookUp => match spoken {
                Spoken::Platform => &["POST /api/v2/users/search", "GET /api/v2/users/*"],
                Spoken::Participants | Spoken::FromTo => {
                    &["GET /api/v2/users", "GET /api/v2/users/*"]
                }
            },
            Self::Place => match spoken {
                Spoken::Platform => &["POST /api/v2/conversations/calls/user/*"],
                Spoken::Participants | Spoken::FromTo => &["POST /api/v2/conversations/calls"],
            },
            Self::Channel => &["POST /api/v2/notifications/channels"],
            Self::Subscribe => &["PUT /api/v2/notifications/channels/*/subscriptions"],
            Self::Socket => &["GET /channels/*"],
            Self::Read => &["GET /api/v2/conversations/calls/*"],
            Self::HangUp => &["PATCH /api/v2/conversations/calls/*"],
            Self::Search => &[
                "POST /api/v2/analytics/conversations/details/query",
                "POST /api/v2/analytics/conversations/activity/query",
                "POST /api/v2/analytics/*",
                "GET /api/v2/conversations/calls*",
            ],
        }
    }
}

/// A dialect, and a server that speaks it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Spoken {
    Platform,
    Participants,
    FromTo,
}

impl Spoken {
    pub(crate) const ALL: [Self; 3] = [Self::Platform, Self::Participants, Self::FromTo];

    pub(crate) fn name(self) -> &'static str {
        self.server().name()
    }

    pub(crate) fn server(self) -> Dialect {
        match self {
            Self::Platform => Dialect::Platform,
            Self::Participants => Dialect::Participants,
            Self::FromTo => Dialect::FromTo,
        }
    }

    pub(crate) fn client(self) -> DialectName {
        match self {
            Self::Platform => DialectName::Platform,
            Self::Participants => DialectName::Participants,
            Self::FromTo => DialectName::FromTo,
        }
    }
}
