//! Changes of the list of profiles, each in one transaction: names stay unique across processes.

use rusqlite::{Connection, OptionalExtension, TransactionBehavior, params};

use super::{Profile, rows};
use crate::log::Failure;
use crate::problem::{Problem, ProblemCode};

/// A profile as it shall be.
#[derive(Debug, Clone)]
pub(crate) struct Change {
    pub(crate) profile: Profile,
    pub(crate) naming: Naming,
    pub(crate) kind: Kind,
}

/// Where the name of a profile comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Naming {
    /// A person typed it: another profile of that name is a problem.
    Typed,
    /// It was made of the place: one that exists already gets a number.
    Made,
}

/// What becomes of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Kind {
    /// One more, taken into use or not.
    New { in_use: bool },
    /// One that is there is changed; which one is in use does not change, nor who is signed in where that is still
    /// done in the same way, nor where the secret is kept if it stays.
    Changed { secret_stays: bool },
    /// One that is there goes, and this one is in use where that one was.
    Replaces(String),
}

pub(super) fn apply(db: &mut Connection, change: &Change) -> Result<Profile, Failure> {
    let transaction = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let mut profile = change.profile.clone();
    let mut in_use = false;
    match &change.kind {
        Kind::New { in_use: wanted } => in_use = *wanted,
        // Another process may have removed it.
        Kind::Changed { secret_stays } => {
            let now = rows::get(&transaction, &profile.id, false)?;
            // Another process may have signed in or removed the secret since the form was opened.
            if now.sign_in == profile.sign_in {
                profile.user = now.user;
            }
            if *secret_stays {
                profile.this_run_only = now.this_run_only;
            }
        }
        Kind::Replaces(id) => {
            in_use = rows::get(&transaction, id, false)?.active;
            mark_removed(&transaction, id)?;
        }
    }
    profile.name = free_name(&transaction, &profile, change.naming)?;
    rows::save(&transaction, &profile)?;
    if in_use {
        rows::take_into_use(&transaction, &profile.id)?;
    }
    let now = rows::get(&transaction, &profile.id, false)?;
    transaction.commit()?;
    Ok(now)
}

pub(super) fn retire(db: &mut Connection, id: &str) -> Result<(), Failure> {
    let transaction = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let was_in_use = rows::get(&transaction, id, false)?.active;
    mark_removed(&transaction, id)?;
    if was_in_use && let Some(next) = next_in_use(&transaction)? {
        rows::take_into_use(&transaction, &next)?;
    }
    Ok(transaction.commit()?)
}

fn mark_removed(db: &Connection, id: &str) -> Result<(), Failure> {
    db.execute(
        "UPDATE profiles SET removed = 1, active = 0, secret_left = 1 - sandbox WHERE id = ?1",
        [id],
    )?;
    db.execute("DELETE FROM agent_options WHERE profile_id = ?1", [id])?;
    Ok(())
}

/// The oldest organisation that is left, else the sandbox.
fn next_in_use(db: &Connection) -> Result<Option<String>, Failure> {
    let mut statement = db.prepare_cached(
        "SELECT id FROM profiles WHERE removed = 0 ORDER BY sandbox, rowid LIMIT 1",
    )?;
    Ok(statement.query_row([], |row| row.get(0)).optional()?)
}

/// Names are how the command line and a person tell profiles apart, so capitals make no difference.
fn free_name(db: &Connection, profile: &Profile, naming: Naming) -> Result<String, Failure> {
    let mut statement =
        db.prepare_cached("SELECT name FROM profiles WHERE removed = 0 AND id <> ?1")?;
    let names = statement.query_map(params![profile.id], |row| row.get::<_, String>(0))?;
    let taken: Vec<String> = names
        .map(|name| name.map(|name| name.to_lowercase()))
        .collect::<rusqlite::Result<_>>()?;
    let is_free = |name: &str| !taken.contains(&name.to_lowercase());
    if is_free(&profile.name) {
        return Ok(profile.name.clone());
    }
    match naming {
        Naming::Typed => Err(Problem::new(ProblemCode::ProfileNameTaken)
            .with("name", &profile.name)
            .into()),
        Naming::Made => (2..)
            .map(|number| format!("{} {number}", profile.name))
            .find(|name| is_free(name))
            .ok_or_else(|| ProblemCode::Internal.into()),
    }
}
