//! Attempts whose process has ended before their outcome was known.

use jiff::Timestamp;
use rusqlite::{Connection, TransactionBehavior};

use super::Shared;
use super::attempt_row::{self, Attempt};
use super::begin::Intent;
use super::failure::Failure;
use super::outcomes::{self, OutcomeRecord};
use crate::attempt::AttemptId;
use crate::problem::{Problem, ProblemCode};
use crate::recovery::SEARCHED_BACK;

pub(super) fn recover_all(
    db: &mut Connection,
    shared: &Shared,
    now: Timestamp,
) -> Result<Vec<Attempt>, Failure> {
    let left = |db: &Connection| -> Result<Vec<Attempt>, Failure> {
        let mut pending = attempt_row::pending(db)?;
        pending.retain(|attempt| !shared.alive(&attempt.owner));
        Ok(pending)
    };
    let mut recovered = Vec::new();
    // Nothing is locked where there is nothing to do, which is nearly always.
    if !left(db)?.is_empty() {
        let transaction = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
        for attempt in left(&transaction)? {
            recovered.push(recover(&transaction, attempt.id, now)?);
        }
        transaction.commit()?;
    }
    shared.dir.forget_owners();
    Ok(recovered)
}

/// What the ended process sent is not known, so nothing is claimed about it.
pub(super) fn recover(db: &Connection, id: AttemptId, now: Timestamp) -> Result<Attempt, Failure> {
    let record = OutcomeRecord::Unknown(Problem::new(ProblemCode::ProcessEnded));
    outcomes::write(db, id, &record, now)?;
    attempt_row::existing(db, id)
}

/// What ended processes have left of an agent: placed calls that had not ended, and look-ups that were cut off.
/// Nobody else looks after them, and the next press asks about them.
pub(super) fn orphans_of_agent(
    db: &Connection,
    shared: &Shared,
    intent: &Intent,
) -> Result<Vec<Attempt>, Failure> {
    let since = intent.at.saturating_sub(SEARCHED_BACK);
    let since = since.unwrap_or(intent.at).as_millisecond();
    let mut orphans = attempt_row::unended_of_agent(db, &intent.agent_id)?;
    orphans.extend(attempt_row::select(
        db,
        "attempts_of_agent",
        "a.agent_id = ?1 AND a.outcome = 'unknown' AND a.settling IS NULL AND a.created_at >= ?2",
        rusqlite::params![intent.agent_id, since],
    )?);
    orphans.retain(|attempt| !shared.alive(&attempt.owner));
    Ok(orphans)
}
