//! Calls that were searched for, as the analytics part of the API tells them.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use serde_json::{Value, json};

use crate::ErrorKind;
use crate::call::plain_address;
use crate::id::{is_plain_id, plain_id};
use crate::json::{items, text, time};

/// A span of time, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Interval {
    /// Its beginning.
    pub from: Timestamp,
    /// Its end.
    pub until: Timestamp,
}

/// What a search came to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Search {
    /// The agent's outbound calls that were found, each once.
    pub calls: Vec<FoundCall>,
    /// Whether that is all there is. Else the server has more than it told, or more than is read.
    pub complete: bool,
}

/// A call that was found. [`crate::Client::call`] tells more of it, such as its attributes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FoundCall {
    /// Conversation id.
    pub conversation_id: String,
    /// When it began; not told of live calls.
    pub started: Option<Timestamp>,
    /// When it ended; none while it is on, and not told of live calls.
    pub ended: Option<Timestamp>,
    /// When the agent's present activity in it began; told of live calls only.
    pub active_since: Option<Timestamp>,
    /// What was called, as [`plain_address`] writes it.
    pub called: BTreeSet<String>,
}

impl Interval {
    /// From `margin` before `at` to `margin` after it.
    pub fn around(at: Timestamp, margin: std::time::Duration) -> Self {
        Self {
            from: at.saturating_sub(margin).unwrap_or(at),
            until: at.saturating_add(margin).unwrap_or(at),
        }
    }

    /// Whether `at` is in it.
    pub fn contains(&self, at: Timestamp) -> bool {
        (self.from..=self.until).contains(&at)
    }

    fn text(&self) -> String {
        format!("{:.3}/{:.3}", self.from, self.until)
    }
}

/// The most that is asked for at once: a conversation can be told at length.
pub(crate) const PAGE: usize = 25;

/// The body that asks for a page of an agent's outbound calls, newest first.
pub(crate) fn details_query(agent_id: &str, around: &Interval, page: usize) -> Value {
    json!({
        "interval": around.text(),
        "order": "desc",
        "orderBy": "conversationStart",
        "paging": {"pageSize": PAGE, "pageNumber": page},
        "segmentFilters": [{"type": "and", "predicates": predicates(agent_id)}],
    })
}

/// The body that asks for an agent's live outbound calls.
pub(crate) fn activity_query(agent_id: &str) -> Value {
    json!({
        "metrics": [
            {"metric": "oAlerting", "details": true},
            {"metric": "oInteracting", "details": true},
        ],
        "groupBy": ["userId"],
        "filter": {"type": "and", "predicates": predicates(agent_id)},
    })
}

fn predicates(agent_id: &str) -> Value {
    json!([
        {"type": "dimension", "dimension": "userId", "operator": "matches", "value": agent_id},
        {"type": "dimension", "dimension": "direction", "operator": "matches", "value": "outbound"},
        {"type": "dimension", "dimension": "mediaType", "operator": "matches", "value": "voice"},
    ])
}

/// One page of the answer to a details query.
#[derive(Debug)]
pub(crate) struct DetailsPage {
    pub(crate) calls: Vec<FoundCall>,
    /// Whether older calls than these can still be in the interval.
    pub(crate) more: bool,
}

/// Reads a page. The server matches whole days, and what it was asked may not be what it answers, so agent, direction
/// and time are compared here.
pub(crate) fn read_details(
    body: &Value,
    agent_id: &str,
    around: &Interval,
) -> Result<DetailsPage, ErrorKind> {
    let conversations = list(body, "conversations")?;
    let start = |conversation| time(conversation, "conversationStart");
    let oldest = conversations.iter().filter_map(start).min();
    let calls = conversations
        .iter()
        .filter(|conversation| is_of(conversation, agent_id))
        .filter(|conversation| text(conversation, "originatingDirection") != Some("inbound"))
        .filter(|conversation| start(conversation).is_none_or(|start| around.contains(start)))
        .filter_map(|conversation| {
            Some(FoundCall {
                conversation_id: plain_id(conversation, "conversationId")?,
                started: start(conversation),
                ended: time(conversation, "conversationEnd"),
                active_since: None,
                called: called_in(conversation),
            })
        })
        .collect();
    Ok(DetailsPage {
        calls,
        more: conversations.len() >= PAGE && oldest.is_none_or(|oldest| oldest >= around.from),
    })
}

fn is_of(conversation: &Value, agent_id: &str) -> bool {
    items(conversation, "participants")
        .iter()
        .filter_map(|participant| text(participant, "userId"))
        .any(|user| user.eq_ignore_ascii_case(agent_id))
}

fn called_in(conversation: &Value) -> BTreeSet<String> {
    items(conversation, "participants")
        .iter()
        .flat_map(|participant| items(participant, "sessions"))
        .filter(|session| text(session, "mediaType").is_none_or(|media| media == "voice"))
        .filter(|session| text(session, "direction").is_none_or(|way| way == "outbound"))
        .flat_map(|session| addresses(session, &["dnis", "sessionDnis", "addressTo"]))
        .collect()
}

fn addresses(value: &Value, keys: &[&str]) -> Vec<String> {
    keys.iter()
        .filter_map(|key| text(value, key))
        .map(plain_address)
        .filter(|address| !address.is_empty())
        .map(str::to_owned)
        .collect()
}

/// Reads the answer to an activity query. The agent and the direction are compared.
pub(crate) fn read_activity(body: &Value, agent_id: &str) -> Result<Search, ErrorKind> {
    let mut calls: BTreeMap<&str, FoundCall> = BTreeMap::new();
    let mut complete = true;
    for group in list(body, "results")? {
        complete &= group.get("truncated").and_then(Value::as_bool) != Some(true);
        let user_of_group = group.get("group").and_then(|group| text(group, "userId"));
        for entity in items(group, "entities") {
            let Some(id) = text(entity, "conversationId").filter(|id| is_plain_id(id)) else {
                continue;
            };
            let user = text(entity, "userId").or(user_of_group);
            let inbound = text(entity, "direction") == Some("inbound");
            if inbound || !user.is_some_and(|user| user.eq_ignore_ascii_case(agent_id)) {
                continue;
            }
            let call = calls.entry(id).or_default();
            call.conversation_id = id.to_owned();
            call.active_since = call.active_since.max(time(entity, "activityDate"));
            call.called
                .extend(addresses(entity, &["dnis", "addressTo"]));
        }
    }
    Ok(Search {
        calls: calls.into_values().collect(),
        complete,
    })
}

/// The array at `key` of an object. Missing or `null` is an empty one, unless the object tells of an error: a server
/// that fails with a 2xx has not searched.
pub(crate) fn list<'a>(body: &'a Value, key: &str) -> Result<&'a [Value], ErrorKind> {
    let is_error = || text(body, "message").or(text(body, "code")).is_some();
    match (body, body.get(key)) {
        (Value::Object(_), None | Some(Value::Null)) if !is_error() => Ok(&[]),
        (_, Some(Value::Array(all))) => Ok(all),
        _ => Err(ErrorKind::Unreadable),
    }
}
