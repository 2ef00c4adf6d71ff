//! What a sandbox tells about itself: the calls it created and the requests it saw.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// Where a call of the sandbox is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CallState {
    /// Accepted; nothing rings yet.
    Requested,
    /// The agent's phone rings.
    RingingAgent,
    /// The agent answered; the far end is being called.
    Dialing,
    /// Both talk.
    Connected,
    /// Nobody is on it any more.
    Ended,
}

/// One call that was created, as `GET /sandbox/calls` shows it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CallRecord {
    /// The conversation id that the answer carried (or would have carried).
    pub conversation_id: String,
    /// The user it was placed for.
    pub agent_id: String,
    /// That user's name.
    pub agent_name: String,
    /// The far end as it was asked for.
    pub number: String,
    /// Where the call is now.
    pub state: CallState,
    /// The dialect it was asked for in.
    pub dialect: String,
    /// When it was created.
    pub created_at: jiff::Timestamp,
    /// The caller id that was asked for.
    pub caller_id: Option<String>,
    /// The name that was asked for with it.
    pub caller_id_name: Option<String>,
    /// The queue it was placed for.
    pub queue_id: Option<String>,
    /// The attributes for the far end's participant.
    pub attributes: BTreeMap<String, String>,
}

/// One request, or one thing that happened on a socket, as `GET /sandbox/journal` shows it.
///
/// What happens on a socket has the method `SOCKET`, the path `/channels/{id}` and a body: `{"heard":
/// text}` for a message of the client's, `{"closed": why}` for the end, whoever closed it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct JournalEntry {
    /// Its place in the order of arrival, from one.
    pub seq: u64,
    /// When it arrived.
    pub time: jiff::Timestamp,
    /// The HTTP method.
    pub method: String,
    /// The path, without the query.
    pub path: String,
    /// The query, when there was one.
    pub query: Option<String>,
    /// The status of the answer; nothing while there is none, or when the connection was closed.
    pub status: Option<u16>,
    /// The body that came, secrets removed: JSON and forms as values, else text, else nothing.
    pub body: Option<serde_json::Value>,
}

/// One notification channel, as `GET /sandbox/channels` shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChannelRecord {
    /// The channel id.
    pub id: String,
    /// When it was made.
    pub created_at: jiff::Timestamp,
    /// When it ends unless somebody subscribes again.
    pub expires_at: jiff::Timestamp,
    /// What it is subscribed to, in the order of the requests.
    pub topics: Vec<String>,
    /// Whether a socket is open on it.
    pub connected: bool,
}

/// One agent of the team.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AgentRecord {
    /// The user id; the same in every run.
    pub id: String,
    /// The full name.
    pub name: String,
    /// The e-mail.
    pub email: String,
    /// Whether the user is active.
    pub active: bool,
    /// Whether there is a phone to ring.
    pub has_station: bool,
    /// Whether the agent was on a call when the sandbox started.
    pub on_call: bool,
}
