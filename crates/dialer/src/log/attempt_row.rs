//! An attempt as the log keeps it.

use jiff::Timestamp;
use rusqlite::Connection;

use super::failure::Failure;
use crate::attempt::{AttemptId, CallState, EndReason, Outcome, Via};
use crate::problem::{Problem, ProblemCode};

/// One attempt as it is in the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attempt {
    /// Place in the log; grows.
    pub seq: i64,
    /// Our id.
    pub id: AttemptId,
    /// The profile it was placed with.
    pub profile_id: String,
    /// The process that owns it.
    pub owner: String,
    /// Who pressed Call: OS user and host.
    pub placed_by: String,
    /// Version of Ringfor that placed it.
    pub version: String,
    /// How the number came in.
    pub via: Via,
    /// As typed.
    pub typed: String,
    /// The number dialled.
    pub e164: String,
    /// Genesys Cloud user id of the agent.
    pub agent_id: String,
    /// The agent's name at that time.
    pub agent_name: String,
    /// Caller id that was asked for.
    pub caller_id: Option<String>,
    /// Queue that was asked for.
    pub queue_id: Option<String>,
    /// The outcome.
    pub outcome: Outcome,
    /// Genesys Cloud conversation id.
    pub conversation_id: Option<String>,
    /// The last call state; none before the first.
    pub call_state: Option<CallState>,
    /// How the call ended.
    pub end_reason: Option<EndReason>,
    /// What went wrong, where the outcome is `refused` or `unknown`.
    pub problem: Option<Problem>,
    /// What the user wrote about it.
    pub note: Option<String>,
    /// When Call was pressed.
    pub created_at: Timestamp,
    /// When the request left.
    pub sending_at: Option<Timestamp>,
    /// When the outcome was known.
    pub outcome_at: Option<Timestamp>,
    /// When the far end answered.
    pub connected_at: Option<Timestamp>,
    /// When the call ended.
    pub ended_at: Option<Timestamp>,
}

pub(super) fn existing(_db: &Connection, _id: AttemptId) -> Result<Attempt, Failure> {
    Err(ProblemCode::AttemptMissing.into())
}

pub(super) fn unended(_db: &Connection) -> Result<Vec<Attempt>, Failure> {
    Ok(Vec::new())
}

pub(super) fn pending(_db: &Connection) -> Result<Vec<Attempt>, Failure> {
    Ok(Vec::new())
}
