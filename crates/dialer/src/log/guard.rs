//! The question before another attempt: is a call of this agent, or to this number, perhaps on?

use jiff::Timestamp;
use rusqlite::Connection;

use super::attempt_row::{self, Attempt};
use super::begin::Intent;
use super::failure::Failure;
use crate::attempt::Outcome;
use crate::problem::{Problem, ProblemCode};

/// The same number again within this time asks first.
const SAME_NUMBER_MS: i64 = 10_000;

/// For how long an attempt can still be being looked up.
const SETTLES_WITHIN_MS: i64 = 3_600_000;

/// More attempts than anybody makes in ten seconds.
const LAST: i64 = 200;

/// What the person has to be asked before `intent`; none where nothing speaks against it.
pub(super) fn question(db: &Connection, intent: &Intent) -> Result<Option<Problem>, Failure> {
    if let Some(live) = live(db, &intent.agent_id)? {
        return Ok(Some(ask(ProblemCode::AgainLive, &live)));
    }
    if let Some(unknown) = unknown(db, intent)? {
        return Ok(Some(ask(ProblemCode::AgainUnknown, &unknown)));
    }
    Ok(same_number(db, intent)?.map(|other| {
        let ago = age_ms(&other, intent.at).abs() / 1000;
        ask(ProblemCode::AgainSameNumber, &other).with("seconds", ago.max(1))
    }))
}

fn live(db: &Connection, agent_id: &str) -> Result<Option<Attempt>, Failure> {
    let live = attempt_row::select(
        db,
        "attempts_unended",
        "a.outcome = 'placed' AND a.ended_at IS NULL AND a.agent_id = ?1",
        [agent_id],
    )?;
    Ok(live.into_iter().next())
}

/// The agent's last attempt where it is unknown, or an earlier one that is still being looked up.
/// Once the person has called again all the same, an old one is not asked about any more.
fn unknown(db: &Connection, intent: &Intent) -> Result<Option<Attempt>, Failure> {
    let since = intent.at.as_millisecond().saturating_sub(SETTLES_WITHIN_MS);
    let unknown = attempt_row::select(
        db,
        "attempts_of_agent",
        "a.agent_id = ?1 AND a.outcome = 'unknown' AND \
         (a.seq = (SELECT max(seq) FROM attempts WHERE agent_id = ?1) \
          OR (a.settling IS NULL AND a.created_at >= ?2))",
        rusqlite::params![intent.agent_id, since],
    )?;
    Ok(unknown.into_iter().next())
}

fn same_number(db: &Connection, intent: &Intent) -> Result<Option<Attempt>, Failure> {
    let recent = attempt_row::latest_to(db, &intent.number, LAST)?;
    Ok(recent.into_iter().find(|other| {
        other.outcome != Outcome::Refused && age_ms(other, intent.at).abs() < SAME_NUMBER_MS
    }))
}

fn age_ms(attempt: &Attempt, now: Timestamp) -> i64 {
    now.as_millisecond()
        .saturating_sub(attempt.created_at.as_millisecond())
}

fn ask(code: ProblemCode, about: &Attempt) -> Problem {
    Problem::new(code)
        .with("agent", &about.agent_name)
        .with("number", &about.number)
}
