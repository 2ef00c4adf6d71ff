//! The laws: what the log says against what the server knows.

use std::collections::{BTreeMap, BTreeSet};

use dialer::attempt::Outcome;
use dialer::problem::ProblemCode;
use dialer::view::{AttemptView, SettlingState};
use genesys_cloud::ATTEMPT_ID_ATTRIBUTE;
use genesys_sandbox::{CallRecord, CallState, JournalEntry};

use crate::run::{Evidence, is_over};

/// What is wrong; nothing where the laws hold.
pub(crate) fn judge(evidence: &Evidence) -> Vec<String> {
    let mut found = Vec::new();
    presses(evidence, &mut found);
    for row in &evidence.unended {
        let (id, outcome) = (row.id, row.outcome.as_str());
        found.push(format!(
            "{id} ({outcome}) had no end before the app was closed"
        ));
    }
    for row in &evidence.rows {
        own_end(row, evidence, &mut found);
    }
    for call in &evidence.calls {
        known_call(call, evidence, &mut found);
    }
    by_number(evidence, &mut found);
    one_claim(evidence, &mut found);
    asked_once(evidence, &mut found);
    found
}

/// Every press that was taken is in the log.
fn presses(evidence: &Evidence, found: &mut Vec<String>) {
    for press in &evidence.presses {
        match press.answer {
            Ok(id) if !evidence.rows.iter().any(|row| row.id == id) => {
                found.push(format!("the press {} is not in the log", press.id));
            }
            Err(ProblemCode::Internal) => found.push("a press met a defect".to_owned()),
            Ok(_) | Err(_) => {}
        }
    }
    for row in &evidence.rows {
        if !evidence.presses.iter().any(|press| press.id == row.id) {
            found.push(format!("nobody pressed {}", row.id));
        }
    }
}

/// What the log says of one attempt is true, and it has an end.
fn own_end(row: &AttemptView, evidence: &Evidence, found: &mut Vec<String>) {
    let id = row.id;
    if !is_over(row) {
        let settling = row.settling.as_ref().map(|settling| settling.state);
        let (outcome, state) = (row.outcome.as_str(), row.call_state);
        found.push(format!(
            "{id} has no end: {outcome}, {state:?}, {settling:?}"
        ));
    }
    if row
        .problem
        .as_ref()
        .is_some_and(|problem| problem.code == ProblemCode::Internal)
    {
        found.push(format!("{id} met a defect"));
    }
    let ours = evidence.calls.iter().filter(|call| carries(call, row));
    let ours: Vec<&CallRecord> = ours.collect();
    if ours.len() > 1 {
        found.push(format!("two calls from one click: {id} has {}", ours.len()));
    }
    match row.outcome {
        Outcome::Placed => placed(row, evidence, found),
        Outcome::Refused if !ours.is_empty() => {
            found.push(format!("{id} is refused, and was placed"));
        }
        Outcome::Unknown => {
            let said = row.settling.as_ref().map(|settling| settling.state);
            if said == Some(SettlingState::NotFound) && exists(row, evidence) {
                found.push(format!("{id} was not found, and is there"));
            }
        }
        Outcome::Pending | Outcome::Refused => {}
    }
}

fn placed(row: &AttemptView, evidence: &Evidence, found: &mut Vec<String>) {
    let id = row.id;
    let claimed = row.conversation_id.as_deref();
    let call = evidence
        .calls
        .iter()
        .find(|call| Some(call.conversation_id.as_str()) == claimed);
    let Some(call) = call else {
        found.push(format!("{id} is placed, and no such call was"));
        return;
    };
    if call.agent_id != row.agent_id || call.number != row.e164 {
        found.push(format!("{id} has the call of another agent or number"));
    }
    let attribute = call.attributes.get(ATTEMPT_ID_ATTRIBUTE);
    if attribute.is_some_and(|other| *other != id.to_string()) {
        found.push(format!("{id} has the call of another attempt"));
    }
    if call.state != CallState::Ended && row.ended_at.is_some() {
        found.push(format!("{id} has ended, and its call goes on"));
    }
}

/// Every call belongs to an attempt.
fn known_call(call: &CallRecord, evidence: &Evidence, found: &mut Vec<String>) {
    let is_known = evidence.rows.iter().any(|row| {
        row.agent_id == call.agent_id
            && row.e164 == call.number
            && call
                .attributes
                .get(ATTEMPT_ID_ATTRIBUTE)
                .is_none_or(|id| *id == row.id.to_string())
    });
    if !is_known {
        let id = &call.conversation_id;
        found.push(format!("the log does not know the call {id}"));
    }
}

/// Calls that do not carry an attempt's id are counted: there are no more of them than attempts that
/// can have become one.
fn by_number(evidence: &Evidence, found: &mut Vec<String>) {
    let mut calls: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for call in &evidence.calls {
        *calls.entry((&call.agent_id, &call.number)).or_default() += 1;
    }
    for ((agent, number), calls) in calls {
        let attempts = evidence.rows.iter().filter(|row| {
            row.agent_id == agent && row.e164 == number && row.outcome != Outcome::Refused
        });
        let attempts = attempts.count();
        if calls > attempts {
            found.push(format!(
                "{calls} calls to {number}, and {attempts} attempts that can have become one: \
                 two calls from one click, or a refused one that was placed"
            ));
        }
    }
}

/// No conversation is two attempts'.
fn one_claim(evidence: &Evidence, found: &mut Vec<String>) {
    let mut claimed = BTreeSet::new();
    for row in &evidence.rows {
        if let Some(id) = &row.conversation_id
            && !claimed.insert(id)
        {
            found.push(format!("the conversation {id} is claimed twice"));
        }
    }
}

/// A call is asked for again only after a 401 or a 429, and nowhere else.
fn asked_once(evidence: &Evidence, found: &mut Vec<String>) {
    let mut before: BTreeMap<String, &JournalEntry> = BTreeMap::new();
    for entry in evidence.journal.iter().filter(|entry| asks_for_call(entry)) {
        let body = entry.body.as_ref().map(ToString::to_string);
        let key = format!("{} {}", entry.path, body.unwrap_or_default());
        // Without the attempt's id two presses of the same number ask in the same words.
        let one_attempt = evidence.rows.len() < 2 || key.contains(ATTEMPT_ID_ATTRIBUTE);
        if let Some(first) = before.insert(key, entry)
            && !matches!(first.status, Some(401 | 429))
            && one_attempt
        {
            found.push(format!(
                "the call was asked for again after {:?}",
                first.status
            ));
        }
        if entry.path.starts_with("/redirected") {
            found.push("a redirect was followed".to_owned());
        }
    }
    let asked = evidence.journal.iter().filter(|entry| asks_for_call(entry));
    // Each attempt at most once more after a 401, and once after a 429.
    if asked.count() > evidence.rows.len() * 3 {
        found.push("calls were asked for too often".to_owned());
    }
}

fn asks_for_call(entry: &JournalEntry) -> bool {
    entry.method == "POST"
        && entry.path.contains("/api/v2/conversations/calls")
        && !entry.path.ends_with("/disconnect")
}

fn carries(call: &CallRecord, row: &AttemptView) -> bool {
    call.attributes.get(ATTEMPT_ID_ATTRIBUTE) == Some(&row.id.to_string())
}

/// Whether there is a call that can only be this attempt's.
fn exists(row: &AttemptView, evidence: &Evidence) -> bool {
    let fits = |call: &&CallRecord| call.agent_id == row.agent_id && call.number == row.e164;
    let rivals = evidence.rows.iter().filter(|other| {
        other.e164 == row.e164 && other.agent_id == row.agent_id && other.conversation_id.is_none()
    });
    let mut calls = evidence.calls.iter().filter(fits);
    let is_free = |call: &CallRecord| {
        let claimed = Some(&call.conversation_id);
        evidence
            .rows
            .iter()
            .all(|other| other.conversation_id.as_ref() != claimed)
    };
    calls.any(|call| carries(call, row) || (rivals.clone().count() == 1 && is_free(call)))
}
