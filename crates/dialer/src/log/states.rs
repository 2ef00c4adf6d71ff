//! The call states of a placed attempt: append only, and only forward.

use jiff::Timestamp;
use rusqlite::Connection;

use super::attempt_row::Attempt;
use super::failure::Failure;
use crate::attempt::{AttemptId, CallState, EndReason};
use crate::problem::ProblemCode;

/// A change of state to be added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CallStateRecord {
    /// The state.
    pub state: CallState,
    /// When it was seen.
    pub at: Timestamp,
    /// How the call ended; with `Ended` only (`unclear` where it is missing there).
    pub end_reason: Option<EndReason>,
    /// Genesys Cloud's own disconnect type.
    pub disconnect_type: Option<String>,
    /// Genesys Cloud's own error code.
    pub error_code: Option<String>,
    /// When the far end answered, as soon as it is known. The first one is kept.
    pub connected_at: Option<Timestamp>,
}

/// A state in the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LoggedState {
    /// The state.
    pub state: CallState,
    /// When it was seen.
    pub at: Timestamp,
    /// Genesys Cloud's own disconnect type.
    pub disconnect_type: Option<String>,
    /// Genesys Cloud's own error code.
    pub error_code: Option<String>,
}

pub(super) fn add(
    _db: &mut Connection,
    _id: AttemptId,
    _record: &CallStateRecord,
) -> Result<Option<Attempt>, Failure> {
    Err(ProblemCode::LogUnwritable.into())
}

pub(super) fn of(_db: &Connection, _id: AttemptId) -> Result<Vec<LoggedState>, Failure> {
    Ok(Vec::new())
}
