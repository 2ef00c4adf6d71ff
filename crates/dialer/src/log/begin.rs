//! The gate of law 1: one press is one row, and an agent has one pending attempt at most.

use jiff::Timestamp;
use rusqlite::Connection;

use super::Shared;
use super::attempt_row::Attempt;
use super::failure::Failure;
use crate::attempt::{AttemptId, Via};
use crate::problem::ProblemCode;

/// What a press of Call asks for; written as it is.
#[derive(Debug, Clone)]
pub struct Intent {
    /// Minted where Call was pressed.
    pub id: AttemptId,
    /// The profile.
    pub profile_id: String,
    /// Who pressed Call: OS user and host.
    pub placed_by: String,
    /// Version of Ringfor.
    pub version: String,
    /// How the number came in.
    pub via: Via,
    /// As typed.
    pub typed: String,
    /// The number that will be dialled, with `+`.
    pub e164: String,
    /// Genesys Cloud user id of the agent.
    pub agent_id: String,
    /// The agent's name.
    pub agent_name: String,
    /// Caller id to ask for.
    pub caller_id: Option<String>,
    /// Queue to ask for.
    pub queue_id: Option<String>,
    /// When Call was pressed.
    pub at: Timestamp,
}

/// Proof that an attempt is on disk and that this press may send it. There is one per attempt.
#[derive(Debug)]
pub struct Logged {
    attempt: Attempt,
}

impl Logged {
    /// The attempt that was written.
    pub fn attempt(&self) -> &Attempt {
        &self.attempt
    }
}

/// The answer to [`CallLog::begin`](super::CallLog::begin).
#[derive(Debug)]
pub enum Begun {
    /// The attempt is new and on disk.
    New {
        /// The proof.
        logged: Logged,
        /// Attempts of the same agent that were left by ended processes; they are `unknown` now.
        recovered: Vec<Attempt>,
    },
    /// The same press again, or another press for an agent whose attempt is still pending: nothing is to be sent.
    Same(Attempt),
}

pub(super) fn begin(
    _db: &mut Connection,
    _shared: &Shared,
    _intent: Intent,
) -> Result<Begun, Failure> {
    Err(ProblemCode::LogUnwritable.into())
}
