//! The texts that go over a socket.

use serde_json::{Value, json};
use uuid::Uuid;

/// Something that happened, under its topic.
pub(super) fn event(topic: &str, body: &Value) -> String {
    json!({
        "topicName": topic,
        "version": "2",
        "eventBody": body,
        "metadata": { "CorrelationId": Uuid::new_v4() },
    })
    .to_string()
}

pub(super) fn heartbeat() -> String {
    metadata("WebSocket Heartbeat")
}

/// The answer to a ping.
pub(super) fn pong() -> String {
    metadata("pong")
}

fn metadata(message: &str) -> String {
    json!({ "topicName": "channel.metadata", "eventBody": { "message": message } }).to_string()
}

/// The server is about to close the socket. Only the topic is published; the body is inferred.
pub(super) fn closing() -> String {
    json!({
        "topicName": "v2.system.socket_closing",
        "version": "2",
        "eventBody": { "message": "The WebSocket is about to be closed." },
    })
    .to_string()
}

/// Whether the client asks for a pong.
pub(super) fn is_ping(text: &str) -> bool {
    serde_json::from_str::<Value>(text).is_ok_and(|message| message["message"] == "ping")
}
