//! What a sandbox can be told when it starts.

use std::time::Duration;

/// The client id every sandbox knows unless [`Config::client_id`] says otherwise.
pub const DEFAULT_CLIENT_ID: &str = "5a4db0c5-0000-4000-8000-72696e67666f";

/// The secret that belongs to [`DEFAULT_CLIENT_ID`]. It opens nothing but a simulation.
pub const DEFAULT_CLIENT_SECRET: &str = "sandbox-secret-that-opens-nothing-real";

/// A way of asking for a call that a server may understand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Dialect {
    /// The published Platform API: `POST /api/v2/conversations/calls/user/{userId}`, flat body.
    Platform,
    /// A published tutorial: `POST /api/v2/conversations/calls` with `participants[{from,to,role}]`.
    Participants,
    /// Another published tutorial: `POST /api/v2/conversations/calls` with `from` and `to`.
    FromTo,
}

impl Dialect {
    /// Every dialect, in the order the documentation names them.
    pub const ALL: [Self; 3] = [Self::Platform, Self::Participants, Self::FromTo];

    /// The name used on the command line and in records.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Platform => "platform",
            Self::Participants => "participants",
            Self::FromTo => "from_to",
        }
    }

    /// The dialect of that [`name`](Self::name).
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|dialect| dialect.name() == name)
    }
}

/// What `GET /api/v2/users?email=…` does with a parameter the published API does not have.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum EmailFilter {
    /// The list holds the user with that e-mail, or nobody: the server the tutorials describe.
    #[default]
    Honour,
    /// The parameter is ignored and page one comes back: what the real API does.
    Ignore,
}

/// What becomes of the socket of an evicted channel. Both were told of real organisations; neither is
/// published.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum EvictedSockets {
    /// It is closed.
    #[default]
    Close,
    /// It stays open, heartbeats included, and delivers nothing any more.
    GoDeaf,
}

/// Settings of one sandbox.
#[derive(Clone, Debug)]
pub struct Config {
    /// How many agents the organisation has; at least one, who is `agent@example.com`.
    pub agents: usize,
    /// How many seconds of a call pass in one second of time. Above zero; 1.0 is life.
    pub speed: f64,
    /// The ways of placing a call that are answered with 2xx.
    pub accept: Vec<Dialect>,
    /// What the user list does with `email`.
    pub email_filter: EmailFilter,
    /// The OAuth client that may ask for tokens.
    pub client_id: String,
    /// Its secret.
    pub client_secret: String,
    /// How long a token lives; `expires_in` of the token answer, in whole seconds.
    pub token_lifetime: Duration,
    /// Requests a minute that one token may make before it is answered with 429.
    pub requests_per_minute: u32,
    /// Permissions the OAuth client lacks, such as `analytics:conversationDetail:view`. What needs
    /// one of several is refused when all of them are here.
    pub denied_permissions: Vec<String>,
    /// What becomes of the socket of a channel that had to make room for a 21st one.
    pub evicted_sockets: EvictedSockets,
    /// How long after its beginning analytics knows a conversation; the real latency is not published.
    pub analytics_delay: Duration,
    /// Whether the activity query shows calls without a queue; unknown for the real one.
    pub activity_has_personal_calls: bool,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            agents: 25,
            speed: 1.0,
            accept: vec![Dialect::Platform],
            email_filter: EmailFilter::default(),
            client_id: DEFAULT_CLIENT_ID.to_owned(),
            client_secret: DEFAULT_CLIENT_SECRET.to_owned(),
            token_lifetime: Duration::from_secs(86_400),
            requests_per_minute: 300,
            denied_permissions: Vec::new(),
            evicted_sockets: EvictedSockets::default(),
            analytics_delay: Duration::ZERO,
            activity_has_personal_calls: false,
        }
    }
}
