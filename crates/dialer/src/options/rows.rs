//! What is kept for the calls of an agent, as rows of the database.

use rusqlite::{OptionalExtension, params};

use crate::log::CallLog;
use crate::problem::Problem;
use crate::view::CallOptions;

/// What was kept for an agent.
pub(super) async fn kept(
    log: &CallLog,
    profile_id: &str,
    agent_id: &str,
) -> Result<Option<CallOptions>, Problem> {
    let (profile_id, agent_id) = (profile_id.to_owned(), agent_id.to_owned());
    log.read(move |db| {
        let mut statement = db.prepare_cached(
            "SELECT queue_id, queue_name, caller_id, caller_name FROM agent_options \
             WHERE profile_id = ?1 AND agent_id = ?2",
        )?;
        let kept = statement.query_row([&profile_id, &agent_id], |row| {
            Ok(CallOptions {
                queue_id: row.get(0)?,
                queue_name: row.get(1)?,
                caller_id: row.get(2)?,
                caller_name: row.get(3)?,
            })
        });
        Ok(kept.optional()?)
    })
    .await
}

/// Keeps options for an agent, or nothing any more.
pub(super) async fn keep(
    log: &CallLog,
    profile_id: &str,
    agent_id: &str,
    options: Option<CallOptions>,
) -> Result<(), Problem> {
    let (profile_id, agent_id) = (profile_id.to_owned(), agent_id.to_owned());
    log.write(move |db, _| {
        match options {
            Some(options) => db.execute(
                "INSERT OR REPLACE INTO agent_options \
                 (profile_id, agent_id, queue_id, queue_name, caller_id, caller_name) \
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                params![
                    profile_id,
                    agent_id,
                    options.queue_id,
                    options.queue_name,
                    options.caller_id,
                    options.caller_name,
                ],
            )?,
            None => db.execute(
                "DELETE FROM agent_options WHERE profile_id = ?1 AND agent_id = ?2",
                [profile_id, agent_id],
            )?,
        };
        Ok(())
    })
    .await
}
