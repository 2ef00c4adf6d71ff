//! How calls are followed, and how unknown ones are looked up.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What feeds the screen.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum Feed {
    /// Genesys Cloud tells of every change as it happens.
    Socket,
    /// Calls are read again and again.
    Poll,
    /// Nothing is followed.
    #[default]
    Off,
}

/// How far the look-up of an unknown outcome is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum SettlingState {
    /// It is being looked up.
    Searching,
    /// The call was found; the attempt is placed.
    Found,
    /// A call that may be it was found, and it cannot be told whether it is; the attempt stays unknown.
    Ambiguous,
    /// It was searched for to the end and not found; the attempt stays unknown.
    NotFound,
    /// It could not be searched for.
    CouldNotSearch,
}

/// A way of looking for a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum Searched {
    /// What the socket told of the agent since Call was pressed.
    Socket,
    /// The agent's own conversations.
    ActiveCalls,
    /// Live calls in analytics.
    Activity,
    /// Analytics.
    Analytics,
}

/// The look-up of an unknown outcome.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct Settling {
    /// How far it is.
    pub state: SettlingState,
    /// Until when it is searched, or was; none where it could not be searched yet and is tried again.
    pub until: Option<String>,
    /// Where it was searched.
    pub searched: Vec<Searched>,
    /// Found by agent, number and time alone: it is probably the one.
    pub probably: bool,
    /// The permission without which it could not be searched.
    pub permission: Option<String>,
}
