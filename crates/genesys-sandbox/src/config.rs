//! What a sandbox can be told when it starts.

use std::time::Duration;

/// The client id every sandbox knows unless [`Config::client_id`] says otherwise.
pub const DEFAULT_CLIENT_ID: &str = "5a4db0c5-0000-4000-8000-72696e67666f";

/// The secret that belongs to [`DEFAULT_CLIENT_ID`]. It opens nothing but a simulation.
pub const DEFAULT_CLIENT_SECRET: &str = "sandbox-secret-that-opens-nothing-real";

/// The id of the OAuth client without a secret, unless [`Config::public_client_id`] says otherwise.
pub const DEFAULT_PUBLIC_CLIENT_ID: &str = "5a4db0c5-0001-4000-8000-72696e67666f";

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

/// Whether a client's own token may place calls on behalf of users.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum OnBehalf {
    /// It may: what the published list of errors suggests.
    #[default]
    Allow,
    /// 400 `not.a.user`, as some organisations may answer.
    NotAUser,
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
    /// The OAuth client with a secret: client credentials, and codes of users.
    pub client_id: String,
    /// Its secret.
    pub client_secret: String,
    /// The OAuth client without a secret: codes of users with PKCE, and nothing else.
    pub public_client_id: String,
    /// How long a token lives; `expires_in` of the token answer, in whole seconds.
    pub token_lifetime: Duration,
    /// Requests a minute that one token may make before it is answered with 429.
    pub requests_per_minute: u32,
    /// Permissions the OAuth client lacks, such as `analytics:conversationDetail:view`. What needs
    /// one of several is refused when all of them are here.
    pub denied_permissions: Vec<String>,
    /// Permissions every user lacks, for the tokens of users who signed in.
    pub denied_user_permissions: Vec<String>,
    /// Whether a client's own token may place calls on behalf of users.
    pub on_behalf: OnBehalf,
    /// Whether users who signed in may place and end calls of other users.
    pub users_call_for_others: bool,
    /// Base of the sockets' addresses where others reach them otherwise than the sandbox does, such
    /// as `wss://streaming.example.test` behind a TLS front.
    pub streaming_base: Option<String>,
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
            public_client_id: DEFAULT_PUBLIC_CLIENT_ID.to_owned(),
            token_lifetime: Duration::from_secs(86_400),
            requests_per_minute: 300,
            denied_permissions: Vec::new(),
            denied_user_permissions: Vec::new(),
            on_behalf: OnBehalf::default(),
            users_call_for_others: false,
            streaming_base: None,
            evicted_sockets: EvictedSockets::default(),
            analytics_delay: Duration::ZERO,
            activity_has_personal_calls: false,
        }
    }
}
