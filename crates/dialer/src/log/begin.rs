//! The gate of law 1: one press is one row, an agent has one pending attempt at most, and where
//! another call may be on, the person is asked first.

use jiff::Timestamp;
use rusqlite::{Connection, TransactionBehavior, params};

use super::attempt_row::{self, Attempt};
use super::failure::Failure;
use super::{Shared, guard, recovery, search};
use crate::attempt::{AttemptId, Via};
use crate::number::Dialled;
use crate::problem::{Problem, ProblemCode};
use crate::view::{CallOptions, Confirmed};

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
    /// What will be dialled.
    pub number: Dialled,
    /// Genesys Cloud user id of the agent.
    pub agent_id: String,
    /// The agent's name.
    pub agent_name: String,
    /// What it asks for beside the number.
    pub options: CallOptions,
    /// When Call was pressed.
    pub at: Timestamp,
    /// What the person was asked about another call, and said yes to.
    pub again: Vec<Confirmed>,
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
        /// Of the same agent what else ended processes have left: calls to follow, and attempts to look up.
        orphans: Vec<Attempt>,
    },
    /// The same press again, or another press for an agent whose attempt is still pending: nothing is to be sent.
    Same(Attempt),
    /// Another call may be on: the person is asked first. Nothing is to be sent.
    Asks {
        /// The question: one of the `again_…` problems.
        question: Problem,
        /// Attempts of the same agent that were left by ended processes; they are `unknown` now.
        recovered: Vec<Attempt>,
        /// Of the same agent what else ended processes have left: calls to follow, and attempts to look up.
        orphans: Vec<Attempt>,
    },
}

pub(super) fn begin(
    db: &mut Connection,
    shared: &Shared,
    intent: Intent,
) -> Result<Begun, Failure> {
    if !shared.files.are_there() {
        tracing::error!("the database was removed or replaced while it was open");
        return Err(ProblemCode::LogUnwritable.into());
    }
    let transaction = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
    if let Some(same_press) = attempt_row::find(&transaction, intent.id)? {
        return Ok(Begun::Same(same_press));
    }
    // Another process may have removed it since the press.
    let is_removed: bool = transaction
        .prepare_cached("SELECT EXISTS (SELECT 1 FROM profiles WHERE id = ?1 AND removed = 1)")?
        .query_row([&intent.profile_id], |row| row.get(0))?;
    if is_removed {
        return Err(ProblemCode::ProfileMissing.into());
    }
    let mut recovered = Vec::new();
    for pending in attempt_row::pending_of_agent(&transaction, &intent.agent_id)? {
        if shared.alive(&pending.owner) {
            return Ok(Begun::Same(pending));
        }
        recovered.push(recovery::recover(&transaction, pending.id, intent.at)?);
    }
    let orphans = recovery::orphans_of_agent(&transaction, shared, &intent)?;
    if let Some(question) = guard::question(&transaction, &intent)? {
        transaction.commit()?;
        return Ok(Begun::Asks {
            question,
            recovered,
            orphans,
        });
    }
    insert(&transaction, shared.owner.owner(), &intent)?;
    // What cannot be found by its id now could not get its outcome later.
    let attempt =
        attempt_row::find(&transaction, intent.id)?.ok_or(ProblemCode::DatabaseDamaged)?;
    search::index(&transaction, &attempt)?;
    transaction.commit()?;
    Ok(Begun::New {
        logged: Logged { attempt },
        recovered,
        orphans,
    })
}

fn insert(db: &Connection, owner: &str, intent: &Intent) -> Result<(), Failure> {
    db.prepare_cached(
        "INSERT INTO attempts (id, profile_id, owner, placed_by, version, via, typed, e164, digits, \
         agent_id, agent_name, caller_id, caller_name, queue_id, queue_name, outcome, created_at) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, 'pending', ?16)",
    )?
    .execute(params![
        intent.id.to_string(),
        intent.profile_id,
        owner,
        intent.placed_by,
        intent.version,
        intent.via.as_str(),
        intent.typed,
        intent.number.as_str(),
        search::digits(intent.number.as_str()),
        intent.agent_id,
        intent.agent_name,
        intent.options.caller_id,
        intent.options.caller_name,
        intent.options.queue_id,
        intent.options.queue_name,
        intent.at.as_millisecond(),
    ])?;
    Ok(())
}
