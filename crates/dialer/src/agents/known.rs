//! The agents that the server has told of, kept so that a list of them does not wait for it.
//!
//! Being known is not being chosen: a call can be placed only for an agent of
//! [`AgentsSeen`](crate::profile::AgentsSeen).

use genesys_cloud::Agent;
use jiff::Timestamp;
use rusqlite::types::Type;
use rusqlite::{Connection, OptionalExtension, Row, TransactionBehavior, params};

use super::readiness::{ReadAt, Readiness};
use super::words::{Wanted, words_of};
use crate::log::{CallLog, Failure};
use crate::problem::{Problem, ProblemCode};
use crate::profile::AgentSeen;

/// How many agents are kept for a profile; favourites and chosen ones go beyond it.
pub(crate) const MOST_KNOWN: i64 = 5_000;

const COLUMNS: &str = "agent_id, name, email, title, favourite, readiness, read_at";

/// An agent as the server told of it last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Known {
    pub(crate) agent: AgentSeen,
    pub(crate) favourite: bool,
    pub(crate) read: Option<ReadAt>,
}

/// The agents known in one data directory.
pub(crate) struct AgentsKnown<'a> {
    log: &'a CallLog,
}

impl<'a> AgentsKnown<'a> {
    pub(crate) fn new(log: &'a CallLog) -> Self {
        Self { log }
    }

    /// Keeps what the server has told now.
    pub(crate) async fn learn(
        &self,
        profile_id: &str,
        agents: &[Agent],
        at: Timestamp,
    ) -> Result<(), Problem> {
        let (profile_id, agents) = (profile_id.to_owned(), agents.to_vec());
        self.log
            .write(move |db, _| {
                let transaction = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
                for agent in &agents {
                    learn(&transaction, &profile_id, agent, at)?;
                }
                let gone = make_room(&transaction, &profile_id)?;
                transaction.commit()?;
                if gone > 0 {
                    tracing::debug!(gone, "agents that were not used for long are not kept");
                }
                Ok(())
            })
            .await
    }

    /// Those that match, favourites first, then by name.
    pub(crate) async fn find(
        &self,
        profile_id: &str,
        typed: &str,
        limit: usize,
    ) -> Result<Vec<Known>, Problem> {
        let (profile_id, wanted) = (profile_id.to_owned(), Wanted::of(typed));
        self.log
            .read(move |db| {
                let mut found = matching(db, &profile_id, &wanted, true, limit)?;
                let left = limit - found.len();
                found.extend(matching(db, &profile_id, &wanted, false, left)?);
                Ok(found)
            })
            .await
    }

    /// The favourites, by name.
    pub(crate) async fn favourites(
        &self,
        profile_id: &str,
        limit: usize,
    ) -> Result<Vec<Known>, Problem> {
        let profile_id = profile_id.to_owned();
        self.log
            .read(move |db| matching(db, &profile_id, &Wanted::of(""), true, limit))
            .await
    }

    /// Of these agents those that are known.
    pub(crate) async fn all_of(
        &self,
        profile_id: &str,
        ids: Vec<String>,
    ) -> Result<Vec<Known>, Problem> {
        let profile_id = profile_id.to_owned();
        self.log
            .read(move |db| {
                let mut known = Vec::with_capacity(ids.len());
                for id in &ids {
                    known.extend(get(db, &profile_id, id)?);
                }
                Ok(known)
            })
            .await
    }

    /// Makes an agent a favourite, or no favourite any more. One that was chosen before this list
    /// began to be kept enters it.
    ///
    /// # Errors
    /// `agent_missing` where nobody has told of this agent; those of the log.
    pub(crate) async fn set_favourite(
        &self,
        profile_id: &str,
        id: &str,
        favourite: bool,
        at: Timestamp,
    ) -> Result<Known, Problem> {
        let (profile_id, id) = (profile_id.to_owned(), id.to_owned());
        self.log
            .write(move |db, _| {
                let transaction = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
                enter_chosen(&transaction, &profile_id, &id, at)?;
                transaction.execute(
                    "UPDATE agents_known SET favourite = ?3 WHERE profile_id = ?1 AND agent_id = ?2",
                    params![profile_id, id, favourite],
                )?;
                let known = get(&transaction, &profile_id, &id)?.ok_or(ProblemCode::AgentMissing)?;
                transaction.commit()?;
                Ok(known)
            })
            .await
    }

    /// Forgets an agent that is somebody else now, or nobody.
    pub(crate) async fn forget(&self, profile_id: &str, id: &str) -> Result<(), Problem> {
        let (profile_id, id) = (profile_id.to_owned(), id.to_owned());
        self.log
            .write(move |db, _| {
                db.execute(
                    "DELETE FROM agents_known WHERE profile_id = ?1 AND agent_id = ?2",
                    [profile_id, id],
                )?;
                Ok(())
            })
            .await
    }
}

fn learn(db: &Connection, profile_id: &str, agent: &Agent, at: Timestamp) -> Result<(), Failure> {
    let readiness = Readiness::of(agent)
        .map(|readiness| serde_json::to_string(&readiness))
        .transpose()
        .map_err(|_| ProblemCode::Internal)?;
    let read_at = readiness.as_ref().map(|_| at.as_millisecond());
    // What is not told this time stays as it was told before.
    db.prepare_cached(
        "INSERT INTO agents_known \
         (profile_id, agent_id, name, email, title, words, told_at, readiness, read_at) \
         VALUES (?1, ?2, ?3, coalesce(?4, ''), ?5, ?6, ?7, ?8, ?9) \
         ON CONFLICT (profile_id, agent_id) DO UPDATE SET name = excluded.name, \
         email = coalesce(?4, email), title = excluded.title, words = excluded.words, \
         told_at = excluded.told_at, readiness = coalesce(excluded.readiness, readiness), \
         read_at = coalesce(excluded.read_at, read_at)",
    )?
    .execute(params![
        profile_id,
        agent.id,
        agent.name,
        agent.email,
        agent.title,
        words_of(&agent.name, agent.email.as_deref().unwrap_or_default()),
        at.as_millisecond(),
        readiness,
        read_at,
    ])?;
    Ok(())
}

fn enter_chosen(db: &Connection, profile_id: &str, id: &str, at: Timestamp) -> Result<(), Failure> {
    let chosen: Option<(String, String)> = db
        .query_row(
            "SELECT name, email FROM agents_seen WHERE profile_id = ?1 AND agent_id = ?2",
            [profile_id, id],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )
        .optional()?;
    let Some((name, email)) = chosen else {
        return Ok(());
    };
    db.execute(
        "INSERT OR IGNORE INTO agents_known (profile_id, agent_id, name, email, title, words, told_at) \
         SELECT profile_id, agent_id, name, email, title, ?3, ?4 FROM agents_seen \
         WHERE profile_id = ?1 AND agent_id = ?2",
        params![profile_id, id, words_of(&name, &email), at.as_millisecond()],
    )?;
    Ok(())
}

/// Lets those go that were told of longest ago, but for favourites and those that were chosen.
fn make_room(db: &Connection, profile_id: &str) -> Result<usize, Failure> {
    let known: i64 = db
        .prepare_cached("SELECT count(*) FROM agents_known WHERE profile_id = ?1")?
        .query_row([profile_id], |row| row.get(0))?;
    if known <= MOST_KNOWN {
        return Ok(0);
    }
    let gone = db.execute(
        "DELETE FROM agents_known WHERE profile_id = ?1 AND agent_id IN ( \
           SELECT k.agent_id FROM agents_known k WHERE k.profile_id = ?1 AND k.favourite = 0 \
           AND NOT EXISTS (SELECT 1 FROM agents_seen s \
                           WHERE s.profile_id = k.profile_id AND s.agent_id = k.agent_id) \
           ORDER BY k.told_at LIMIT ?2)",
        params![profile_id, known - MOST_KNOWN],
    )?;
    Ok(gone)
}

fn get(db: &Connection, profile_id: &str, id: &str) -> Result<Option<Known>, Failure> {
    let sql = format!("SELECT {COLUMNS} FROM agents_known WHERE profile_id = ?1 AND agent_id = ?2");
    let mut statement = db.prepare_cached(&sql)?;
    Ok(statement.query_row([profile_id, id], read).optional()?)
}

/// Walks an index that has all it needs, by name, until enough are found.
fn matching(
    db: &Connection,
    profile_id: &str,
    wanted: &Wanted,
    favourite: bool,
    limit: usize,
) -> Result<Vec<Known>, Failure> {
    let sql = match favourite {
        true => {
            "SELECT agent_id, words FROM agents_known INDEXED BY agents_known_favourite \
             WHERE profile_id = ?1 AND favourite = 1 ORDER BY words"
        }
        false => {
            "SELECT agent_id, words FROM agents_known INDEXED BY agents_known_words \
             WHERE profile_id = ?1 ORDER BY words"
        }
    };
    let mut statement = db.prepare_cached(sql)?;
    let mut rows = statement.query([profile_id])?;
    let mut found = Vec::new();
    while found.len() < limit {
        let Some(row) = rows.next()? else { break };
        if !wanted.is_in(row.get_ref(1)?.as_str().unwrap_or_default()) {
            continue;
        }
        let id: String = row.get(0)?;
        let known = get(db, profile_id, &id)?.ok_or(ProblemCode::DatabaseDamaged)?;
        if known.favourite == favourite {
            found.push(known);
        }
    }
    Ok(found)
}

fn read(row: &Row<'_>) -> rusqlite::Result<Known> {
    let readiness: Option<String> = row.get(5)?;
    let read_at: Option<i64> = row.get(6)?;
    let read = match readiness.zip(read_at) {
        Some((readiness, at)) => Some(ReadAt {
            readiness: serde_json::from_str(&readiness).map_err(|error| unreadable(5, error))?,
            at: Timestamp::from_millisecond(at).map_err(|error| unreadable(6, error))?,
        }),
        None => None,
    };
    Ok(Known {
        agent: AgentSeen {
            id: row.get(0)?,
            name: row.get(1)?,
            email: row.get(2)?,
            title: row.get(3)?,
        },
        favourite: row.get(4)?,
        read,
    })
}

fn unreadable(
    column: usize,
    error: impl Into<Box<dyn std::error::Error + Send + Sync>>,
) -> rusqlite::Error {
    rusqlite::Error::FromSqlConversionFailure(column, Type::Text, error.into())
}
