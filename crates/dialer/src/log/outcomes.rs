//! What became of an attempt.

use jiff::Timestamp;
use rusqlite::ffi::ErrorCode;
use rusqlite::{Connection, TransactionBehavior, params};
use serde::Serialize;

use super::attempt_row::{self, Attempt};
use super::failure::Failure;
use super::search;
use crate::attempt::{AttemptId, Outcome};
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

impl OutcomeRecord {
    fn outcome(&self) -> Outcome {
        match self {
            Self::Placed { .. } => Outcome::Placed,
            Self::Refused(_) => Outcome::Refused,
            Self::Unknown(_) => Outcome::Unknown,
        }
    }

    fn conversation_id(&self) -> Option<&str> {
        match self {
            Self::Placed { conversation_id } => Some(conversation_id),
            _ => None,
        }
    }

    fn problem(&self) -> Option<&Problem> {
        match self {
            Self::Placed { .. } => None,
            Self::Refused(problem) | Self::Unknown(problem) => Some(problem),
        }
    }
}

pub(super) fn sending(db: &Connection, id: AttemptId, at: Timestamp) -> Result<(), Failure> {
    let changed = db
        .prepare_cached(
            "UPDATE attempts SET sending_at = ?2 WHERE id = ?1 AND outcome = 'pending'",
        )?
        .execute(params![id.to_string(), at.as_millisecond()])?;
    if changed == 1 {
        Ok(())
    } else {
        Err(ProblemCode::AttemptMissing.into())
    }
}

pub(super) fn finish(
    db: &mut Connection,
    id: AttemptId,
    record: &OutcomeRecord,
    at: Timestamp,
) -> Result<Attempt, Failure> {
    let transaction = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let changed = write(&transaction, id, record, at)?;
    let attempt = attempt_row::existing(&transaction, id)?;
    transaction.commit()?;
    let recorded = attempt.outcome == record.outcome()
        && attempt.conversation_id.as_deref() == record.conversation_id();
    if changed || recorded {
        return Ok(attempt);
    }
    Err(Problem::new(ProblemCode::Internal)
        .with("recorded", attempt.outcome.as_str())
        .with("wanted", record.outcome().as_str())
        .into())
}

/// Writes the outcome where the one that is there allows it; says whether it did.
pub(super) fn write(
    db: &Connection,
    id: AttemptId,
    record: &OutcomeRecord,
    at: Timestamp,
) -> Result<bool, Failure> {
    let problem = record.problem();
    let changed = db
        .prepare_cached(
            "UPDATE attempts SET outcome = ?2, conversation_id = ?3, problem_code = ?4, \
             params = ?5, details = ?6, outcome_at = ?7 \
             WHERE id = ?1 AND (outcome = 'pending' OR (outcome = 'unknown' AND ?2 = 'placed'))",
        )?
        .execute(params![
            id.to_string(),
            record.outcome().as_str(),
            record.conversation_id(),
            problem.map(|problem| problem.code.as_str()),
            problem.map(|problem| json(&problem.params)).transpose()?,
            problem.map(|problem| json(&problem.details)).transpose()?,
            at.as_millisecond(),
        ])?;
    if changed == 1 {
        index(db, id)?;
    }
    Ok(changed == 1)
}

/// The outcome counts more than that a search finds it: where the index is damaged, it is kept without.
pub(super) fn index(db: &Connection, id: AttemptId) -> Result<(), Failure> {
    match search::index(db, &attempt_row::existing(db, id)?) {
        Err(Failure::Sqlite(error))
            if error.sqlite_error_code() == Some(ErrorCode::DatabaseCorrupt) =>
        {
            tracing::error!(attempt = %id, "the search index is damaged");
            Ok(())
        }
        result => result,
    }
}

fn json(value: &impl Serialize) -> Result<String, Failure> {
    serde_json::to_string(value).map_err(|_| ProblemCode::Internal.into())
}
