//! The call states of a placed attempt: append only, and only forward.

use jiff::Timestamp;
use rusqlite::{Connection, TransactionBehavior, params};

use super::attempt_row::{self, Attempt};
use super::failure::Failure;
use crate::attempt::{AttemptId, CallState, EndReason, Outcome};
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
    db: &mut Connection,
    id: AttemptId,
    record: &CallStateRecord,
) -> Result<Option<Attempt>, Failure> {
    let transaction = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let attempt = attempt_row::existing(&transaction, id)?;
    if attempt.outcome != Outcome::Placed {
        return Err(ProblemCode::AttemptMissing.into());
    }
    if attempt
        .call_state
        .is_some_and(|last| last.step() >= record.state.step())
    {
        return Ok(None);
    }
    append(&transaction, attempt.seq, record)?;
    update_times(&transaction, attempt.seq, record)?;
    let attempt = attempt_row::existing(&transaction, id)?;
    transaction.commit()?;
    Ok(Some(attempt))
}

fn append(db: &Connection, attempt_seq: i64, record: &CallStateRecord) -> Result<(), Failure> {
    db.prepare_cached(
        "INSERT INTO call_states (attempt_seq, state, at, disconnect_type, error_code) \
         VALUES (?1, ?2, ?3, ?4, ?5)",
    )?
    .execute(params![
        attempt_seq,
        record.state.as_str(),
        record.at.as_millisecond(),
        record.disconnect_type,
        record.error_code,
    ])?;
    Ok(())
}

fn update_times(
    db: &Connection,
    attempt_seq: i64,
    record: &CallStateRecord,
) -> Result<(), Failure> {
    let seen_connected = (record.state == CallState::Connected).then_some(record.at);
    if let Some(connected_at) = record.connected_at.or(seen_connected) {
        db.prepare_cached(
            "UPDATE attempts SET connected_at = ?2 WHERE seq = ?1 AND connected_at IS NULL",
        )?
        .execute(params![attempt_seq, connected_at.as_millisecond()])?;
    }
    if record.state == CallState::Ended {
        let reason = record.end_reason.unwrap_or(EndReason::Unclear);
        db.prepare_cached("UPDATE attempts SET ended_at = ?2, end_reason = ?3 WHERE seq = ?1")?
            .execute(params![
                attempt_seq,
                record.at.as_millisecond(),
                reason.as_str()
            ])?;
    }
    Ok(())
}

pub(super) fn of(db: &Connection, id: AttemptId) -> Result<Vec<LoggedState>, Failure> {
    let mut statement = db.prepare_cached(
        "SELECT s.state, s.at, s.disconnect_type, s.error_code FROM call_states s \
         JOIN attempts a ON a.seq = s.attempt_seq WHERE a.id = ?1 ORDER BY s.seq",
    )?;
    let states = statement.query_map([id.to_string()], |row| {
        Ok(LoggedState {
            state: attempt_row::word(row, 0, CallState::parse)?,
            at: attempt_row::time(row, 1)?,
            disconnect_type: row.get(2)?,
            error_code: row.get(3)?,
        })
    })?;
    Ok(states.collect::<rusqlite::Result<_>>()?)
}
