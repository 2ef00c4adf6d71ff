//! Agents, as the users part of the API tells them.

/// An agent: a Genesys Cloud user on whose behalf a call is placed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Agent {
    /// User id.
    pub id: String,
    /// Name; empty where the server does not tell it.
    pub name: String,
    /// E-mail.
    pub email: Option<String>,
    /// Title.
    pub title: Option<String>,
    /// Department.
    pub department: Option<String>,
    /// Whether the user is active.
    pub state: Option<UserState>,
    /// The phone a call would be placed from.
    pub station: StationState,
    /// System presence, for example `Available`; read with [`crate::Client::agent`] only.
    pub presence: Option<String>,
    /// Routing status, for example `IDLE`; read with [`crate::Client::agent`] only.
    pub routing: Option<String>,
    /// Whether the agent is on a call; read with [`crate::Client::agent`] only.
    pub on_call: Option<bool>,
}

/// State of a user.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum UserState {
    /// Can be called for.
    Active,
    /// Deactivated.
    Inactive,
    /// Deleted.
    Deleted,
    /// A value this version does not know.
    Other(String),
}

/// The phone of an agent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StationState {
    /// The server did not tell.
    Unknown,
    /// The agent has none, so no call can be placed.
    Missing,
    /// The effective station.
    Effective(Station),
}

/// A station (phone).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Station {
    /// Station id.
    pub id: Option<String>,
    /// Name.
    pub name: Option<String>,
    /// Type, for example `inin_webrtc_softphone`.
    pub kind: Option<String>,
}
