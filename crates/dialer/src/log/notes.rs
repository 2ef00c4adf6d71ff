//! What the person writes about an attempt. It is theirs: it can be changed and removed at any time.

use rusqlite::{Connection, TransactionBehavior, params};

use super::attempt_row::{self, Attempt};
use super::failure::Failure;
use super::outcomes;
use crate::attempt::AttemptId;

/// Writes the note; none removes it. A search finds the attempt by it.
pub(super) fn set(
    db: &mut Connection,
    id: AttemptId,
    note: Option<&str>,
) -> Result<Attempt, Failure> {
    let transaction = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
    transaction
        .prepare_cached("UPDATE attempts SET note = ?2 WHERE id = ?1")?
        .execute(params![id.to_string(), note])?;
    let attempt = attempt_row::existing(&transaction, id)?;
    outcomes::index(&transaction, id)?;
    transaction.commit()?;
    Ok(attempt)
}
