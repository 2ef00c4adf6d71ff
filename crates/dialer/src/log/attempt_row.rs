//! An attempt as the log keeps it.

use std::collections::BTreeMap;

use jiff::Timestamp;
use rusqlite::types::{Type, ValueRef};
use rusqlite::{Connection, OptionalExtension, Params, Row};
use serde::de::DeserializeOwned;

use super::failure::Failure;
use super::settling::{self, Settled};
use crate::attempt::{AttemptId, CallState, EndReason, Outcome, Via};
use crate::number::Dialled;
use crate::problem::{Problem, ProblemCode};
use crate::view::CallOptions;

/// One attempt as it is in the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attempt {
    /// Place in the log; grows.
    pub seq: i64,
    /// Our id.
    pub id: AttemptId,
    /// The profile it was placed with.
    pub profile_id: String,
    /// The process that owns it.
    pub owner: String,
    /// Who pressed Call: OS user and host.
    pub placed_by: String,
    /// Version of Ringfor that placed it.
    pub version: String,
    /// How the number came in.
    pub via: Via,
    /// As typed.
    pub typed: String,
    /// What was dialled.
    pub number: Dialled,
    /// Genesys Cloud user id of the agent.
    pub agent_id: String,
    /// The agent's name at that time.
    pub agent_name: String,
    /// What it asked for beside the number.
    pub options: CallOptions,
    /// The outcome.
    pub outcome: Outcome,
    /// Genesys Cloud conversation id.
    pub conversation_id: Option<String>,
    /// The last call state; none before the first.
    pub call_state: Option<CallState>,
    /// How the call ended.
    pub end_reason: Option<EndReason>,
    /// What went wrong, where the outcome is `refused` or `unknown`.
    pub problem: Option<Problem>,
    /// What the user wrote about it.
    pub note: Option<String>,
    /// When Call was pressed.
    pub created_at: Timestamp,
    /// When the request left.
    pub sending_at: Option<Timestamp>,
    /// When the outcome was known.
    pub outcome_at: Option<Timestamp>,
    /// When the far end answered.
    pub connected_at: Option<Timestamp>,
    /// When the call ended.
    pub ended_at: Option<Timestamp>,
    /// When Hang up was pressed here.
    pub hung_up_at: Option<Timestamp>,
    /// What came of looking an unknown outcome up; none before that is over.
    pub settled: Option<Settled>,
}

/// The columns of an attempt `a`, in the order in which [`read`] takes them.
pub(super) const COLUMNS: &str = "a.seq, a.id, a.profile_id, a.owner, a.placed_by, a.version, a.via, a.typed, \
     a.e164, a.agent_id, a.agent_name, a.caller_id, a.queue_id, a.outcome, a.conversation_id, \
     (SELECT s.state FROM call_states s WHERE s.attempt_seq = a.seq ORDER BY s.seq DESC LIMIT 1), \
     a.end_reason, a.problem_code, a.params, a.details, a.note, \
     a.created_at, a.sending_at, a.outcome_at, a.connected_at, a.ended_at, a.hung_up_at, \
     a.settling, a.settled_at, a.searched, a.probably, a.permission, \
     a.caller_name, a.queue_name";

/// Reads one row of [`COLUMNS`].
pub(super) fn read(row: &Row<'_>) -> rusqlite::Result<Attempt> {
    Ok(Attempt {
        seq: row.get(0)?,
        id: word(row, 1, |text| text.parse().ok().map(AttemptId))?,
        profile_id: row.get(2)?,
        owner: row.get(3)?,
        placed_by: row.get(4)?,
        version: row.get(5)?,
        via: word(row, 6, Via::parse)?,
        typed: row.get(7)?,
        number: word(row, 8, Dialled::parse)?,
        agent_id: row.get(9)?,
        agent_name: row.get(10)?,
        options: CallOptions {
            caller_id: row.get(11)?,
            queue_id: row.get(12)?,
            caller_name: row.get(32)?,
            queue_name: row.get(33)?,
        },
        outcome: word(row, 13, Outcome::parse)?,
        conversation_id: row.get(14)?,
        call_state: maybe_word(row, 15, CallState::parse)?,
        end_reason: maybe_word(row, 16, EndReason::parse)?,
        problem: problem(row)?,
        note: row.get(20)?,
        created_at: time(row, 21)?,
        sending_at: maybe_time(row, 22)?,
        outcome_at: maybe_time(row, 23)?,
        connected_at: maybe_time(row, 24)?,
        ended_at: maybe_time(row, 25)?,
        hung_up_at: maybe_time(row, 26)?,
        settled: settled(row)?,
    })
}

/// The attempt with this id.
pub(super) fn existing(db: &Connection, id: AttemptId) -> Result<Attempt, Failure> {
    find(db, id)?.ok_or_else(|| ProblemCode::AttemptMissing.into())
}

pub(super) fn find(db: &Connection, id: AttemptId) -> Result<Option<Attempt>, Failure> {
    let sql = format!("SELECT {COLUMNS} FROM attempts a WHERE a.id = ?1");
    let mut statement = db.prepare_cached(&sql)?;
    Ok(statement.query_row([id.to_string()], read).optional()?)
}

pub(super) fn unended(db: &Connection) -> Result<Vec<Attempt>, Failure> {
    select(
        db,
        "attempts_unended",
        "a.outcome = 'placed' AND a.ended_at IS NULL",
        [],
    )
}

pub(super) fn unended_of_agent(db: &Connection, agent_id: &str) -> Result<Vec<Attempt>, Failure> {
    select(
        db,
        "attempts_unended",
        "a.outcome = 'placed' AND a.ended_at IS NULL AND a.agent_id = ?1",
        [agent_id],
    )
}

pub(super) fn pending(db: &Connection) -> Result<Vec<Attempt>, Failure> {
    select(db, "attempts_outcome", "a.outcome = 'pending'", [])
}

pub(super) fn pending_of_agent(db: &Connection, agent_id: &str) -> Result<Vec<Attempt>, Failure> {
    select(
        db,
        "attempts_one_pending",
        "a.outcome = 'pending' AND a.agent_id = ?1",
        [agent_id],
    )
}

/// Unknown attempts that were not looked up to the end, newest first.
pub(super) fn unsettled(db: &Connection, since: Timestamp) -> Result<Vec<Attempt>, Failure> {
    select(
        db,
        "attempts_outcome",
        "a.outcome = 'unknown' AND a.settling IS NULL AND a.created_at >= ?1",
        [since.as_millisecond()],
    )
}

/// Of the `last` attempts those to this number, newest first.
pub(super) fn latest_to(
    db: &Connection,
    number: &Dialled,
    last: i64,
) -> Result<Vec<Attempt>, Failure> {
    let sql = format!(
        "SELECT {COLUMNS} FROM attempts a \
         WHERE a.seq > (SELECT max(seq) FROM attempts) - ?2 AND a.e164 = ?1 ORDER BY a.seq DESC"
    );
    let mut statement = db.prepare_cached(&sql)?;
    let rows = statement.query_map(rusqlite::params![number.as_str(), last], read)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The index is named, because the planner prefers one that would read every placed call.
pub(super) fn select(
    db: &Connection,
    index: &str,
    condition: &str,
    params: impl Params,
) -> Result<Vec<Attempt>, Failure> {
    let sql = format!(
        "SELECT {COLUMNS} FROM attempts a INDEXED BY {index} WHERE {condition} ORDER BY a.seq DESC"
    );
    let mut statement = db.prepare_cached(&sql)?;
    let rows = statement.query_map(params, read)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn settled(row: &Row<'_>) -> rusqlite::Result<Option<Settled>> {
    let Some(state) = maybe_word(row, 27, settling::state)? else {
        return Ok(None);
    };
    Ok(Some(Settled {
        state,
        at: time(row, 28)?,
        searched: json(row, 29)?.unwrap_or_default(),
        probably: row.get(30)?,
        permission: row.get(31)?,
    }))
}

fn problem(row: &Row<'_>) -> rusqlite::Result<Option<Problem>> {
    let Some(text) = row.get::<_, Option<String>>(17)? else {
        return Ok(None);
    };
    let mut problem = match ProblemCode::parse(&text) {
        Some(code) => Problem::new(code),
        // A newer version with the same schema may know more codes than this one.
        None => Problem::new(ProblemCode::Internal).with("code", text),
    };
    if let Some(params) = json(row, 18)? {
        problem.params.extend::<BTreeMap<String, String>>(params);
    }
    if let Some(details) = json(row, 19)? {
        problem.details = details;
    }
    Ok(Some(problem))
}

fn json<T: DeserializeOwned>(row: &Row<'_>, column: usize) -> rusqlite::Result<Option<T>> {
    let text: Option<String> = row.get(column)?;
    text.map(|text| serde_json::from_str(&text).map_err(|error| unreadable(column, error)))
        .transpose()
}

/// A word of the vocabulary, or an id.
pub(super) fn word<T>(
    row: &Row<'_>,
    column: usize,
    parse: impl Fn(&str) -> Option<T>,
) -> rusqlite::Result<T> {
    let text: String = row.get(column)?;
    parse(&text).ok_or_else(|| unreadable(column, "not a word of ours"))
}

fn maybe_word<T>(
    row: &Row<'_>,
    column: usize,
    parse: impl Fn(&str) -> Option<T>,
) -> rusqlite::Result<Option<T>> {
    match row.get_ref(column)? {
        ValueRef::Null => Ok(None),
        _ => word(row, column, parse).map(Some),
    }
}

pub(super) fn time(row: &Row<'_>, column: usize) -> rusqlite::Result<Timestamp> {
    Timestamp::from_millisecond(row.get(column)?).map_err(|error| unreadable(column, error))
}

fn maybe_time(row: &Row<'_>, column: usize) -> rusqlite::Result<Option<Timestamp>> {
    match row.get_ref(column)? {
        ValueRef::Null => Ok(None),
        _ => time(row, column).map(Some),
    }
}

fn unreadable(
    column: usize,
    error: impl Into<Box<dyn std::error::Error + Send + Sync>>,
) -> rusqlite::Error {
    rusqlite::Error::FromSqlConversionFailure(column, Type::Text, error.into())
}
