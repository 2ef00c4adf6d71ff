//! What became of an attempt.

use jiff::Timestamp;
use rusqlite::Connection;

use super::attempt_row::Attempt;
use super::failure::Failure;
use crate::attempt::AttemptId;
use crate::problem::{Problem, ProblemCode};

/// An outcome with what belongs to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OutcomeRecord {
    /// Genesys Cloud accepted the call.
    Placed {
        /// Its conversation id.
        conversation_id: String,
    },
    /// It is certain that no call was made.
    Refused(Problem),
    /// It may or may not have been made.
    Unknown(Problem),
}

pub(super) fn sending(_db: &mut Connection, _id: AttemptId, _at: Timestamp) -> Result<(), Failure> {
    Err(ProblemCode::LogUnwritable.into())
}

pub(super) fn finish(
    _db: &mut Connection,
    _id: AttemptId,
    _record: &OutcomeRecord,
    _at: Timestamp,
) -> Result<Attempt, Failure> {
    Err(ProblemCode::LogUnwritable.into())
}
