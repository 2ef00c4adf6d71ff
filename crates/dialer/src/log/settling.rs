//! What came of looking an unknown attempt up.

use jiff::Timestamp;
use rusqlite::{Connection, TransactionBehavior, params};

use super::attempt_row::{self, Attempt};
use super::failure::Failure;
use super::outcomes::{self, OutcomeRecord};
use crate::attempt::{AttemptId, Outcome};
use crate::problem::ProblemCode;
use crate::view::{Searched, SettlingState};

/// The end of a look-up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settled {
    /// Which end; never `Searching`.
    pub state: SettlingState,
    /// When it was over.
    pub at: Timestamp,
    /// Where it was searched.
    pub searched: Vec<Searched>,
    /// Found by agent, number and time alone.
    pub probably: bool,
    /// The permission without which it could not be searched.
    pub permission: Option<String>,
}

pub(super) fn word(state: SettlingState) -> Option<&'static str> {
    match state {
        SettlingState::Searching => None,
        SettlingState::Found => Some("found"),
        SettlingState::Ambiguous => Some("ambiguous"),
        SettlingState::NotFound => Some("not_found"),
        SettlingState::CouldNotSearch => Some("could_not_search"),
    }
}

pub(super) fn state(text: &str) -> Option<SettlingState> {
    [
        SettlingState::Found,
        SettlingState::Ambiguous,
        SettlingState::NotFound,
        SettlingState::CouldNotSearch,
    ]
    .into_iter()
    .find(|state| word(*state) == Some(text))
}

/// Ends the look-up of an unknown attempt; one that has another end already keeps it. With a
/// conversation it becomes placed, unless that conversation is another attempt's: then the answer
/// is none.
pub(super) fn settle(
    db: &mut Connection,
    id: AttemptId,
    conversation_id: Option<&str>,
    settled: &Settled,
) -> Result<Option<Attempt>, Failure> {
    let transaction = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let before = attempt_row::existing(&transaction, id)?;
    if before.outcome != Outcome::Unknown || before.settled.is_some() {
        return Ok(Some(before));
    }
    if let Some(conversation_id) = conversation_id {
        if is_claimed(&transaction, conversation_id, id)? {
            return Ok(None);
        }
        let record = OutcomeRecord::Placed {
            conversation_id: conversation_id.to_owned(),
        };
        outcomes::write(&transaction, id, &record, settled.at)?;
    }
    let searched = serde_json::to_string(&settled.searched)
        .map_err(|_| Failure::from(ProblemCode::Internal))?;
    transaction
        .prepare_cached(
            "UPDATE attempts SET settling = ?2, settled_at = ?3, searched = ?4, probably = ?5, \
             permission = ?6 WHERE id = ?1",
        )?
        .execute(params![
            id.to_string(),
            word(settled.state),
            settled.at.as_millisecond(),
            searched,
            settled.probably,
            settled.permission,
        ])?;
    let attempt = attempt_row::existing(&transaction, id)?;
    transaction.commit()?;
    Ok(Some(attempt))
}

/// Whether another attempt has this conversation.
pub(super) fn is_claimed(
    db: &Connection,
    conversation_id: &str,
    but: AttemptId,
) -> Result<bool, Failure> {
    let mut statement = db.prepare_cached(
        "SELECT EXISTS (SELECT 1 FROM attempts WHERE conversation_id = ?1 AND id <> ?2)",
    )?;
    Ok(statement.query_row(params![conversation_id, but.to_string()], |row| row.get(0))?)
}

/// Other attempts without a conversation that the same call can belong to: same agent, same number,
/// pressed within `millis` of it.
pub(super) fn rivals(db: &Connection, of: &Attempt, millis: i64) -> Result<bool, Failure> {
    let mut statement = db.prepare_cached(
        "SELECT EXISTS (SELECT 1 FROM attempts INDEXED BY attempts_of_agent \
         WHERE agent_id = ?1 AND e164 = ?2 AND id <> ?3 AND conversation_id IS NULL \
         AND outcome IN ('pending', 'unknown') AND abs(created_at - ?4) <= ?5)",
    )?;
    Ok(statement.query_row(
        params![
            of.agent_id,
            of.number.as_str(),
            of.id.to_string(),
            of.created_at.as_millisecond(),
            millis
        ],
        |row| row.get(0),
    )?)
}

/// Notes that Hang up was pressed; the first time counts.
pub(super) fn hung_up(db: &Connection, id: AttemptId, at: Timestamp) -> Result<(), Failure> {
    db.prepare_cached("UPDATE attempts SET hung_up_at = ?2 WHERE id = ?1 AND hung_up_at IS NULL")?
        .execute(params![id.to_string(), at.as_millisecond()])?;
    Ok(())
}
