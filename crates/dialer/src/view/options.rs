//! What a call can ask for beside the number.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::problem::Problem;

/// What a call asks for beside the number. Only the published API takes any of it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct CallOptions {
    /// Id of the queue to call from.
    pub queue_id: Option<String>,
    /// Its name, as it was shown.
    pub queue_name: Option<String>,
    /// Number to show to the far end.
    pub caller_id: Option<String>,
    /// Name to show to the far end.
    pub caller_name: Option<String>,
}

/// A queue that an agent can call from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct QueueView {
    /// Genesys Cloud queue id.
    pub id: String,
    /// Name.
    pub name: String,
    /// Number the far end is shown, where the queue has one.
    pub caller_id: Option<String>,
    /// Name the far end is shown, where the queue has one.
    pub caller_name: Option<String>,
}

/// What can be chosen for the calls of an agent, and what is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct CallOptionsView {
    /// Genesys Cloud user id of the agent.
    pub agent_id: String,
    /// What a call for this agent asks for now: what was kept for the agent, else the connection's.
    pub chosen: CallOptions,
    /// Whether that was kept for this agent.
    pub kept: bool,
    /// The agent's own queues.
    pub queues: Vec<QueueView>,
    /// Why the queues are not known.
    pub problem: Option<Problem>,
}
