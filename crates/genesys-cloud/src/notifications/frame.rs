//! What arrives on the socket. Anything may, so reading it never fails.

use serde_json::Value;

use crate::CallSnapshot;
use crate::id::is_plain_id;
use crate::json::text;

/// Something the server told.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Notification {
    /// A call of an agent at one moment (topic `v2.users.{id}.conversations.calls`). The same one may come again, and
    /// an older one after a newer one.
    CallsSnapshot {
        /// User id of the agent.
        user_id: String,
        /// The call, whole.
        call: CallSnapshot,
    },
    /// A sign of life, about every 30 s.
    Heartbeat,
    /// The answer to [`super::Listener::ping`].
    Pong,
    /// The server closes this socket within about a minute (topic `v2.system.socket_closing`); a new channel is needed.
    SocketClosing,
    /// Something else, or nothing that can be read.
    Other {
        /// Its topic, where it has one.
        topic: Option<String>,
    },
}

/// The longest topic the API allows.
const LONGEST_TOPIC: usize = 200;

impl Notification {
    /// Reads a text that came on the socket; never fails.
    pub fn read(frame: &str) -> Self {
        let frame: Value = serde_json::from_str(frame).unwrap_or(Value::Null);
        let topic = text(&frame, "topicName").unwrap_or_default();
        let body = frame.get("eventBody").unwrap_or(&Value::Null);
        let known = match topic {
            "channel.metadata" => match text(body, "message") {
                Some(message) if message.eq_ignore_ascii_case("pong") => Some(Self::Pong),
                Some("WebSocket Heartbeat") => Some(Self::Heartbeat),
                _ => None,
            },
            "v2.system.socket_closing" => Some(Self::SocketClosing),
            _ => agent_of(topic)
                .zip(CallSnapshot::read_any(body))
                .map(|(user_id, call)| Self::CallsSnapshot {
                    user_id: user_id.to_owned(),
                    call,
                }),
        };
        known.unwrap_or_else(|| Self::Other {
            topic: (!topic.is_empty()).then(|| topic.chars().take(LONGEST_TOPIC).collect()),
        })
    }
}

/// The topic that tells of an agent's calls.
pub(super) fn calls_topic(user_id: &str) -> String {
    format!("v2.users.{user_id}.conversations.calls")
}

/// The agent whose calls a topic tells of.
fn agent_of(topic: &str) -> Option<&str> {
    let id = topic
        .strip_prefix("v2.users.")?
        .strip_suffix(".conversations.calls")?;
    (is_plain_id(id) && !id.contains('.')).then_some(id)
}
