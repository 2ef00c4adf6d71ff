//! Agents that were chosen on this machine, for the list of recent ones.

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension, Row, TransactionBehavior, params};

use crate::log::{CallLog, Failure};
use crate::problem::Problem;

/// An agent that was chosen before. What decides whether a call can work is read fresh, not kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgentSeen {
    /// Genesys Cloud user id.
    pub id: String,
    /// Name.
    pub name: String,
    /// E-mail.
    pub email: String,
    /// Title, where the server tells it.
    pub title: Option<String>,
}

/// The agents seen in one data directory.
#[derive(Debug, Clone)]
pub struct AgentsSeen {
    log: CallLog,
}

impl AgentsSeen {
    pub(crate) fn new(log: CallLog) -> Self {
        Self { log }
    }

    /// Keeps an agent, as the most recent one of its profile.
    ///
    /// # Errors
    /// `log_unwritable`, `disk_full`, `database_damaged`.
    pub async fn remember(
        &self,
        profile_id: &str,
        agent: AgentSeen,
        at: Timestamp,
    ) -> Result<(), Problem> {
        let profile_id = profile_id.to_owned();
        self.log
            .write(move |db, _| remember(db, &profile_id, &agent, at))
            .await
    }

    /// Forgets an agent, also as the one chosen last: it can be called for only after it was chosen again.
    ///
    /// # Errors
    /// `log_unwritable`, `disk_full`, `database_damaged`.
    pub async fn forget(&self, profile_id: &str, id: &str) -> Result<(), Problem> {
        let (profile_id, id) = (profile_id.to_owned(), id.to_owned());
        self.log
            .write(move |db, _| forget(db, &profile_id, &id))
            .await
    }

    /// One agent.
    ///
    /// # Errors
    /// `database_damaged`, `internal`.
    pub async fn get(&self, profile_id: &str, id: &str) -> Result<Option<AgentSeen>, Problem> {
        let (profile_id, id) = (profile_id.to_owned(), id.to_owned());
        self.log.read(move |db| get(db, &profile_id, &id)).await
    }

    /// The agents of a profile, the most recent first.
    ///
    /// # Errors
    /// `database_damaged`, `internal`.
    pub async fn recent(&self, profile_id: &str, limit: u32) -> Result<Vec<AgentSeen>, Problem> {
        let profile_id = profile_id.to_owned();
        self.log
            .read(move |db| recent(db, &profile_id, limit))
            .await
    }
}

fn remember(
    db: &Connection,
    profile_id: &str,
    agent: &AgentSeen,
    at: Timestamp,
) -> Result<(), Failure> {
    db.prepare_cached(
        "INSERT INTO agents_seen (profile_id, agent_id, name, email, title, seen_at) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6) \
         ON CONFLICT (profile_id, agent_id) DO UPDATE SET name = excluded.name, \
         email = excluded.email, title = excluded.title, seen_at = excluded.seen_at",
    )?
    .execute(params![
        profile_id,
        agent.id,
        agent.name,
        agent.email,
        agent.title,
        at.as_millisecond(),
    ])?;
    Ok(())
}

fn forget(db: &mut Connection, profile_id: &str, id: &str) -> Result<(), Failure> {
    let transaction = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
    transaction.execute(
        "DELETE FROM agents_seen WHERE profile_id = ?1 AND agent_id = ?2",
        [profile_id, id],
    )?;
    transaction.execute(
        "UPDATE profiles SET last_agent_id = NULL WHERE id = ?1 AND last_agent_id = ?2",
        [profile_id, id],
    )?;
    Ok(transaction.commit()?)
}

fn get(db: &Connection, profile_id: &str, id: &str) -> Result<Option<AgentSeen>, Failure> {
    let mut statement = db.prepare_cached(
        "SELECT agent_id, name, email, title FROM agents_seen \
         WHERE profile_id = ?1 AND agent_id = ?2",
    )?;
    Ok(statement.query_row([profile_id, id], read).optional()?)
}

fn recent(db: &Connection, profile_id: &str, limit: u32) -> Result<Vec<AgentSeen>, Failure> {
    let mut statement = db.prepare_cached(
        "SELECT agent_id, name, email, title FROM agents_seen \
         WHERE profile_id = ?1 ORDER BY seen_at DESC LIMIT ?2",
    )?;
    let agents = statement.query_map(params![profile_id, limit], read)?;
    Ok(agents.collect::<rusqlite::Result<_>>()?)
}

fn read(row: &Row<'_>) -> rusqlite::Result<AgentSeen> {
    Ok(AgentSeen {
        id: row.get(0)?,
        name: row.get(1)?,
        email: row.get(2)?,
        title: row.get(3)?,
    })
}
