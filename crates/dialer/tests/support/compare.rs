//! Holds what is on disk against the calls of the server.

use std::collections::HashMap;

use genesys_sandbox::CallRecord;

use super::record::Attempt;

pub(crate) const ATTEMPT_ID: &str = "ringforAttemptId";

/// Everything in which the attempts and the calls differ.
pub(crate) fn differences(attempts: &[Attempt], calls: &[CallRecord]) -> Vec<String> {
    let mut wrong = Vec::new();
    let by_id: HashMap<&str, &Attempt> = attempts
        .iter()
        .map(|attempt| (attempt.id.as_str(), attempt))
        .collect();
    let mut calls_of: HashMap<&str, Vec<&CallRecord>> = HashMap::new();
    for call in calls {
        let id = call.attributes.get(ATTEMPT_ID);
        match id.and_then(|id| by_id.get(id.as_str())) {
            Some(attempt) => {
                calls_of.entry(&attempt.id).or_default().push(call);
                wrong.extend(of_call(call, attempt));
            }
            None => wrong.push(format!(
                "call {} has no attempt in the log",
                call.conversation_id
            )),
        }
    }
    for attempt in attempts {
        let calls = calls_of.get(attempt.id.as_str());
        wrong.extend(of_attempt(attempt, calls.map_or(&[], Vec::as_slice)));
    }
    wrong
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

fn of_attempt(attempt: &Attempt, calls: &[&CallRecord]) -> Vec<String> {
    let id = &attempt.id;
    let mut wrong = Vec::new();
    if calls.len() > 1 {
        wrong.push(format!("{} calls for attempt {id}", calls.len()));
    }
    let has = |conversation: &String| {
        let mut ids = calls.iter().map(|call| &call.conversation_id);
        ids.any(|id| id == conversation)
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
