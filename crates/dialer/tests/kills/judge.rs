//! Compares the log with what the server knows.

use std::collections::HashMap;

use genesys_sandbox::CallRecord;

use crate::record::{Attempt, Record};
use crate::world::Server;

pub(crate) const ATTEMPT_ID: &str = "ringforAttemptId";

/// How far the log has to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Moment {
    /// A process was just killed.
    Killed,
    /// A new process has recovered what was left.
    Recovered,
    /// Everything was seen through to its end.
    Finished,
}

/// Everything that is wrong.
pub(crate) fn judge(
    record: &Record,
    server: &Server,
    pressed: &[String],
    moment: Moment,
) -> Vec<String> {
    let mut wrong = Vec::new();
    if let Some(damage) = &record.damage {
        wrong.push(format!("the database is damaged: {damage}"));
    }
    for id in pressed {
        if record.get(id).is_none() {
            wrong.push(format!("attempt {id} was shown and is lost"));
        }
    }
    let mut calls: HashMap<&str, Vec<&CallRecord>> = HashMap::new();
    for call in &server.calls {
        match attempt_of(call, record) {
            Some(attempt) => {
                calls.entry(&attempt.id).or_default().push(call);
                wrong.extend(of_call(call, attempt));
            }
            None => wrong.push(format!(
                "call {} has no attempt in the log",
                call.conversation_id
            )),
        }
    }
    for attempt in &record.attempts {
        let calls = calls
            .get(attempt.id.as_str())
            .map_or(&[][..], Vec::as_slice);
        wrong.extend(of_attempt(attempt, calls, server));
        wrong.extend(of_moment(attempt, moment));
    }
    wrong
}

fn attempt_of<'a>(call: &CallRecord, record: &'a Record) -> Option<&'a Attempt> {
    record.get(call.attributes.get(ATTEMPT_ID)?)
}

fn of_call(call: &CallRecord, attempt: &Attempt) -> Vec<String> {
    let mut wrong = Vec::new();
    if call.agent_id != attempt.agent_id || call.number != attempt.e164 {
        wrong.push(format!(
            "attempt {} was for {} and {}, its call for {} and {}",
            attempt.id, attempt.agent_id, attempt.e164, call.agent_id, call.number
        ));
    }
    if call.created_at.as_millisecond() < attempt.created_ms {
        wrong.push(format!(
            "the call of attempt {} was there first",
            attempt.id
        ));
    }
    wrong
}

fn of_attempt(attempt: &Attempt, calls: &[&CallRecord], server: &Server) -> Vec<String> {
    let mut wrong = Vec::new();
    let id = &attempt.id;
    if calls.len() > 1 {
        wrong.push(format!("{} calls for attempt {id}", calls.len()));
    }
    if server.posts(id) > 1 {
        wrong.push(format!("attempt {id} was sent {} times", server.posts(id)));
    }
    let has = |conversation: &String| {
        calls
            .iter()
            .any(|call| call.conversation_id == *conversation)
    };
    match attempt.outcome.as_str() {
        "refused" if !calls.is_empty() => {
            wrong.push(format!("attempt {id} is refused and was placed"));
        }
        "placed" if !attempt.conversation_id.as_ref().is_some_and(has) => {
            wrong.push(format!("attempt {id} is placed, and its call is not there"));
        }
        "unknown" if attempt.settling.as_deref() == Some("not_found") && !calls.is_empty() => {
            wrong.push(format!("attempt {id} was not found, and was placed"));
        }
        _ => {}
    }
    wrong
}

fn of_moment(attempt: &Attempt, moment: Moment) -> Option<String> {
    let open = match moment {
        Moment::Killed => false,
        Moment::Recovered => attempt.is("pending"),
        Moment::Finished => attempt.is("pending") || attempt.is_on() || attempt.is_unsettled(),
    };
    open.then(|| {
        format!(
            "attempt {} has no end: {}, {:?}, {:?}",
            attempt.id, attempt.outcome, attempt.state, attempt.settling
        )
    })
}
