//! Whose calls a channel tells of, and whether the server agreed.

use serde_json::{Value, json};

use super::frame::calls_topic;
use crate::answer::{collect_permissions, shortened};
use crate::json::{items, text, texts};
use crate::search::list;
use crate::{Error, ErrorKind};

/// What the server said to one agent's topic.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subscription {
    /// User id of the agent.
    pub agent_id: String,
    /// Whether the agent's calls will be told.
    pub verdict: Verdict,
}

/// Whether an agent's calls will be told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// They will.
    Permitted,
    /// They will not; reading them is all that is left.
    Rejected {
        /// Why, in the server's words or its code.
        reason: Option<String>,
        /// Permissions the server says are missing.
        missing_permissions: Vec<String>,
    },
}

impl Subscription {
    /// Whether the agent's calls will be told.
    pub fn is_permitted(&self) -> bool {
        self.verdict == Verdict::Permitted
    }
}

/// The body that asks for these agents' calls.
pub(super) fn request(agents: &[&str]) -> Value {
    agents
        .iter()
        .map(|agent| json!({"id": calls_topic(agent)}))
        .collect()
}

/// What the answer says to each agent that was asked for. Only what is called permitted is.
pub(super) fn read(body: &Value, agents: &[&str]) -> Result<Vec<Subscription>, ErrorKind> {
    let topics = list(body, "entities")?;
    Ok(each(agents, |agent| {
        let wanted = calls_topic(agent);
        let told = topics
            .iter()
            .find(|topic| text(topic, "id").is_some_and(|id| id.eq_ignore_ascii_case(&wanted)));
        let Some(topic) = told else {
            return rejected(None, Vec::new());
        };
        if text(topic, "state") == Some("Permitted") {
            return Verdict::Permitted;
        }
        let missing = items(topic, "missingPermissions").iter().flat_map(texts);
        rejected(
            text(topic, "rejectionReason").and_then(shortened),
            collect_permissions(missing),
        )
    }))
}

/// What it means for each agent that the server denied the request as a whole: none of them is subscribed to.
pub(super) fn denied(error: &Error, agents: &[&str]) -> Vec<Subscription> {
    each(agents, |_| {
        let reason = error.code.clone().or_else(|| error.message.clone());
        rejected(reason, error.missing_permissions.clone())
    })
}

fn rejected(reason: Option<String>, missing_permissions: Vec<String>) -> Verdict {
    Verdict::Rejected {
        reason,
        missing_permissions,
    }
}

fn each(agents: &[&str], verdict: impl Fn(&str) -> Verdict) -> Vec<Subscription> {
    let subscription = |agent: &&str| Subscription {
        agent_id: (*agent).to_owned(),
        verdict: verdict(agent),
    };
    agents.iter().map(subscription).collect()
}
