//! Agents, as the users part of the API tells them.

use serde_json::Value;

use crate::ErrorKind;
use crate::id::plain_id;
use crate::json::owned;

/// An agent: a Genesys Cloud user on whose behalf a call is placed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Agent {
    /// User id.
    pub id: String,
    /// Name; empty where the server does not tell it.
    pub name: String,
    /// E-mail.
    pub email: Option<String>,
    /// Title.
    pub title: Option<String>,
    /// Department.
    pub department: Option<String>,
    /// Whether the user is active.
    pub state: Option<UserState>,
    /// Whether the agent's phone takes calls by itself (`acdAutoAnswer`), where the server tells it.
    pub auto_answer: Option<bool>,
    /// The phone a call would be placed from.
    pub station: StationState,
    /// System presence, for example `Available`.
    pub presence: Option<String>,
    /// Routing status, for example `IDLE`.
    pub routing: Option<String>,
    /// Whether the agent is on a call.
    pub on_call: Option<bool>,
}

/// State of a user.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum UserState {
    /// Can be called for.
    Active,
    /// Deactivated.
    Inactive,
    /// Deleted.
    Deleted,
    /// A value this version does not know.
    Other(String),
}

/// The phone of an agent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StationState {
    /// The server did not tell.
    Unknown,
    /// The agent has none, so no call can be placed.
    Missing,
    /// The effective station.
    Effective(Station),
}

/// A station (phone).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Station {
    /// Station id.
    pub id: Option<String>,
    /// Name.
    pub name: Option<String>,
    /// Type, for example `inin_webrtc_softphone`.
    pub kind: Option<String>,
}

impl Agent {
    /// Reads a user; none where it has no plain id.
    fn read(value: &Value) -> Option<Self> {
        Some(Self {
            id: plain_id(value, "id")?,
            name: owned(value, "name").unwrap_or_default(),
            email: owned(value, "email"),
            title: owned(value, "title"),
            department: owned(value, "department"),
            state: owned(value, "state").map(UserState::read),
            auto_answer: value.get("acdAutoAnswer").and_then(Value::as_bool),
            station: StationState::read(value.get("station")),
            presence: value
                .pointer("/presence/presenceDefinition")
                .and_then(|presence| owned(presence, "systemPresence")),
            routing: value
                .get("routingStatus")
                .and_then(|status| owned(status, "status")),
            on_call: value.pointer("/conversationSummary/call").and_then(on_call),
        })
    }

    /// Whether the user is active.
    pub fn is_active(&self) -> bool {
        self.state == Some(UserState::Active)
    }

    fn has_email(&self, email: &str) -> bool {
        self.email
            .as_ref()
            .is_some_and(|own| own.trim().to_lowercase() == email.to_lowercase())
    }

    /// Whether the name, one of its words or the e-mail starts with `prefix` (lower case).
    fn starts_with(&self, prefix: &str) -> bool {
        let name = self.name.to_lowercase();
        let email = self.email.as_deref().unwrap_or_default().to_lowercase();
        name.starts_with(prefix)
            || email.starts_with(prefix)
            || name.split_whitespace().any(|word| word.starts_with(prefix))
    }
}

impl UserState {
    fn read(text: String) -> Self {
        match text.as_str() {
            "active" => Self::Active,
            "inactive" => Self::Inactive,
            "deleted" => Self::Deleted,
            _ => Self::Other(text),
        }
    }
}

impl StationState {
    fn read(expanded: Option<&Value>) -> Self {
        let Some(Value::Object(stations)) = expanded else {
            return Self::Unknown;
        };
        // The effective station is the associated one, else the default one.
        ["effectiveStation", "associatedStation", "defaultStation"]
            .iter()
            .filter_map(|key| stations.get(*key))
            .find(|station| station.as_object().is_some_and(|fields| !fields.is_empty()))
            .map_or(Self::Missing, |station| {
                Self::Effective(Station {
                    id: owned(station, "id"),
                    name: owned(station, "name"),
                    kind: owned(station, "type"),
                })
            })
    }
}

/// Whether a conversation summary counts a call; none where it counts nothing at all.
fn on_call(summary: &Value) -> Option<bool> {
    let counts: Vec<f64> = ["contactCenter", "enterprise"]
        .iter()
        .filter_map(|kind| summary.get(kind)?.get("active")?.as_f64())
        .collect();
    (!counts.is_empty()).then(|| counts.iter().any(|&count| count > 0.0))
}

/// The users in an answer to a search. `list` missing or `null` is an empty result.
fn read_list(body: &Value, list: &str) -> Result<Vec<Value>, ErrorKind> {
    match (body, body.get(list)) {
        (Value::Object(_), None | Some(Value::Null)) => Ok(Vec::new()),
        (_, Some(Value::Array(users))) => Ok(users.clone()),
        _ => Err(ErrorKind::Unreadable),
    }
}

/// The agent with this e-mail among those that came back. A server may ignore what it was asked and send anybody.
pub(crate) fn with_email(body: &Value, list: &str, email: &str) -> Result<Agent, ErrorKind> {
    let users = read_list(body, list)?;
    if users.is_empty() {
        return Err(ErrorKind::NotFound);
    }
    let mut found: Vec<Agent> = users
        .iter()
        .filter_map(Agent::read)
        .filter(|agent| agent.has_email(email))
        .collect();
    // An e-mail may have belonged to somebody who was deleted.
    found.sort_by_key(|agent| !agent.is_active());
    let active = found.iter().filter(|agent| agent.is_active()).count();
    match found.len() {
        1 => Ok(found.remove(0)),
        2.. if active == 1 => Ok(found.remove(0)),
        _ => Err(ErrorKind::Mismatch),
    }
}

/// The agents that came back for a prefix and fit it, active ones first, then by name. A server may ignore what it was
/// asked and send anybody.
pub(crate) fn starting_with(
    body: &Value,
    list: &str,
    prefix: &str,
    limit: usize,
) -> Result<Vec<Agent>, ErrorKind> {
    let prefix = prefix.to_lowercase();
    let mut found: Vec<Agent> = read_list(body, list)?
        .iter()
        .filter_map(Agent::read)
        .filter(|agent| agent.starts_with(&prefix))
        .collect();
    found.sort_by_cached_key(|agent| (!agent.is_active(), agent.name.to_lowercase()));
    found.truncate(limit);
    Ok(found)
}

/// The agent in an answer to a read by id. The id that came back must be the one that was asked for.
pub(crate) fn with_id(body: &Value, id: &str) -> Result<Agent, ErrorKind> {
    let agent = Agent::read(body).ok_or(ErrorKind::Unreadable)?;
    if agent.id.eq_ignore_ascii_case(id) {
        Ok(agent)
    } else {
        Err(ErrorKind::Mismatch)
    }
}

/// The user that the token belongs to.
pub(crate) fn own(body: &Value) -> Result<Agent, ErrorKind> {
    Agent::read(body).ok_or(ErrorKind::Unreadable)
}
