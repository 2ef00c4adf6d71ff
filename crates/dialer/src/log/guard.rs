//! The question before another attempt: is a call of this agent, or to this number, perhaps on?
//!
//! A yes is a yes to one reason and one attempt: what has come up since is asked about as well.

use jiff::Timestamp;
use rusqlite::Connection;

use super::attempt_row::{self, Attempt};
use super::begin::Intent;
use super::failure::Failure;
use crate::attempt::Outcome;
use crate::problem::{Problem, ProblemCode};
use crate::recovery::SEARCHED_BACK;

/// The same number again within this time asks first.
const SAME_NUMBER_MS: i64 = 10_000;

/// More attempts than anybody makes in ten seconds.
const LAST: i64 = 200;

/// What the person has to be asked before `intent`; none where nothing speaks against it, or all that does was
/// confirmed.
pub(super) fn question(db: &Connection, intent: &Intent) -> Result<Option<Problem>, Failure> {
    let live = attempt_row::unended_of_agent(db, &intent.agent_id)?;
    if let Some(live) = unconfirmed(live, intent, ProblemCode::AgainLive) {
        return Ok(Some(ask(ProblemCode::AgainLive, &live)));
    }
    let unknown = unknown(db, intent)?;
    if let Some(unknown) = unconfirmed(unknown, intent, ProblemCode::AgainUnknown) {
        return Ok(Some(ask(ProblemCode::AgainUnknown, &unknown)));
    }
    // A yes to the latest call to a number is one to those before it.
    let mut same = same_number(db, intent)?;
    same.truncate(1);
    let same = unconfirmed(same, intent, ProblemCode::AgainSameNumber);
    Ok(same.map(|other| {
        let ago = age_ms(&other, intent.at).abs() / 1000;
        ask(ProblemCode::AgainSameNumber, &other).with("seconds", ago.max(1))
    }))
}

/// The first attempt that the person has not confirmed to call beside, for this reason or a stronger one.
fn unconfirmed(about: Vec<Attempt>, intent: &Intent, code: ProblemCode) -> Option<Attempt> {
    about.into_iter().find(|attempt| {
        !intent.again.iter().any(|confirmed| {
            confirmed.attempt_id == attempt.id && strength(confirmed.code) >= strength(code)
        })
    })
}

/// How much a reason speaks against another call.
fn strength(code: ProblemCode) -> u8 {
    match code {
        ProblemCode::AgainLive => 3,
        ProblemCode::AgainUnknown => 2,
        ProblemCode::AgainSameNumber => 1,
        _ => 0,
    }
}

/// The agent's last attempt where it is unknown, and earlier ones that are still being looked up.
/// Once the person has called again all the same, an old one is not asked about any more.
fn unknown(db: &Connection, intent: &Intent) -> Result<Vec<Attempt>, Failure> {
    let since = intent.at.saturating_sub(SEARCHED_BACK).unwrap_or(intent.at);
    attempt_row::select(
        db,
        "attempts_of_agent",
        "a.agent_id = ?1 AND a.outcome = 'unknown' AND \
         (a.seq = (SELECT max(seq) FROM attempts WHERE agent_id = ?1) \
          OR (a.settling IS NULL AND a.created_at >= ?2))",
        rusqlite::params![intent.agent_id, since.as_millisecond()],
    )
}

fn same_number(db: &Connection, intent: &Intent) -> Result<Vec<Attempt>, Failure> {
    let mut recent = attempt_row::latest_to(db, &intent.number, LAST)?;
    recent.retain(|other| {
        other.outcome != Outcome::Refused && age_ms(other, intent.at).abs() < SAME_NUMBER_MS
    });
    Ok(recent)
}

fn age_ms(attempt: &Attempt, now: Timestamp) -> i64 {
    now.as_millisecond()
        .saturating_sub(attempt.created_at.as_millisecond())
}

fn ask(code: ProblemCode, about: &Attempt) -> Problem {
    Problem::new(code)
        .with("agent", &about.agent_name)
        .with("number", &about.number)
        .with("attempt_id", about.id)
}
