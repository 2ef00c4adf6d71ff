//! What arrives on a socket, whatever it is.

use genesys_cloud::LegState;
use genesys_cloud::notifications::Notification;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::arbitrary::any_json;
use crate::server::*;

fn frame(topic: &str, body: Value) -> String {
    json!({"topicName": topic, "version": "2", "eventBody": body, "metadata": {"CorrelationId": "x"}})
        .to_string()
}

fn other(topic: Option<&str>) -> Notification {
    Notification::Other {
        topic: topic.map(str::to_owned),
    }
}

#[test]
fn what_the_api_documents_is_understood() {
    let metadata = |message: &str| frame("channel.metadata", json!({"message": message}));
    for (text, expected) in [
        (metadata("WebSocket Heartbeat"), Notification::Heartbeat),
        (metadata("pong"), Notification::Pong),
        (metadata("Pong"), Notification::Pong),
        (metadata("news"), other(Some("channel.metadata"))),
        (
            frame("v2.system.socket_closing", json!({"message": "x"})),
            Notification::SocketClosing,
        ),
        (
            frame("v2.system.socket_closing", json!(null)),
            Notification::SocketClosing,
        ),
        (
            frame("v2.users.x.presence", json!({"id": "y"})),
            other(Some("v2.users.x.presence")),
        ),
    ] {
        assert_eq!(Notification::read(&text), expected, "{text}");
    }
}

#[test]
fn a_call_is_told_as_it_would_be_read() {
    let topic = format!("v2.users.{AGENT}.conversations.calls");
    let body = json!({"id": CONVERSATION, "participants": [
        {"id": "p-1", "purpose": "user", "state": "alerting", "user": {"id": AGENT}},
        {"id": "p-2", "purpose": "customer", "state": "dialing", "address": "tel:+14155552671", "attributes": {"ringforAttemptId": "a-1"}},
    ]});
    let Notification::CallsSnapshot { user_id, call } = Notification::read(&frame(&topic, body))
    else {
        panic!("a call")
    };
    assert_eq!(user_id, AGENT);
    assert_eq!(call.id.as_deref(), Some(CONVERSATION));
    assert_eq!(call.participants[0].state, Some(LegState::Alerting));
    assert_eq!(call.attribute("ringforAttemptId"), Some("a-1"));
    assert!(call.called().contains("+14155552671"));
}

#[test]
fn what_is_no_call_is_something_else() {
    let topic = format!("v2.users.{AGENT}.conversations.calls");
    for body in [json!(null), json!([]), json!("x"), json!(7)] {
        let read = Notification::read(&frame(&topic, body));
        assert_eq!(read, other(Some(&topic)));
    }
    for topic in [
        "v2.users..conversations.calls",
        "v2.users.x.y.conversations.calls",
        "v2.users.conversations.calls",
        "v2.users.x.conversations.calls.z",
        "v2.users.x.conversations",
        "V2.USERS.x.conversations.calls",
    ] {
        let read = Notification::read(&frame(topic, json!({"id": CONVERSATION})));
        assert_eq!(read, other(Some(topic)));
    }
}

#[test]
fn what_cannot_be_read_is_nothing() {
    let deep = "[".repeat(500_000);
    for text in [
        "",
        "null",
        "7",
        "[]",
        "{",
        "<html>",
        "\u{0}",
        "{\"topicName\":7}",
        &deep,
    ] {
        assert_eq!(Notification::read(text), other(None));
    }
    let long = "t".repeat(1_000_000);
    let Notification::Other { topic: Some(kept) } = Notification::read(&frame(&long, json!(null)))
    else {
        panic!("something else")
    };
    assert_eq!(kept.len(), 200);
}

fn any_topic() -> impl Strategy<Value = Value> {
    prop_oneof![
        4 => Just(json!(format!("v2.users.{AGENT}.conversations.calls"))),
        2 => Just(json!("channel.metadata")),
        1 => Just(json!("v2.system.socket_closing")),
        1 => "[a-z0-9.?]{0,40}".prop_map(Value::from),
        1 => any_json(),
    ]
}

fn any_frame() -> impl Strategy<Value = String> {
    let whole = (any_topic(), any_json())
        .prop_map(|(topic, body)| {
            json!({"topicName": topic, "version": "2", "eventBody": body}).to_string()
        })
        .boxed();
    prop_oneof![
        6 => whole.clone(),
        // Cut off anywhere, and with a stray character anywhere.
        2 => (whole.clone(), any::<prop::sample::Index>()).prop_map(|(text, index)| {
            text.chars().take(index.index(text.len() + 1)).collect()
        }),
        2 => (whole, any::<prop::sample::Index>(), any::<char>()).prop_map(|(text, index, stray)| {
            let mut chars: Vec<char> = text.chars().collect();
            let place = index.index(chars.len());
            chars[place] = stray;
            chars.into_iter().collect()
        }),
        1 => any_json().prop_map(|value| value.to_string()),
        1 => ".{0,200}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 10_000, ..ProptestConfig::default() })]

    #[test]
    fn every_frame_is_survived(text in any_frame()) {
        let parsed: Value = serde_json::from_str(&text).unwrap_or(Value::Null);
        match Notification::read(&text) {
            Notification::CallsSnapshot { user_id, call } => {
                let topic = format!("v2.users.{user_id}.conversations.calls");
                prop_assert_eq!(parsed["topicName"].as_str(), Some(topic.as_str()));
                prop_assert!(!user_id.is_empty() && parsed["eventBody"].is_object());
                // Nothing is made up: what is told is there.
                if let Some(id) = &call.id {
                    prop_assert_eq!(parsed["eventBody"]["id"].as_str(), Some(id.as_str()));
                }
                let legs = parsed["eventBody"]["participants"].as_array().map_or(0, Vec::len);
                prop_assert!(call.participants.len() <= legs);
                call.called();
                call.started();
            }
            Notification::Heartbeat | Notification::Pong => {
                prop_assert_eq!(parsed["topicName"].as_str(), Some("channel.metadata"));
            }
            Notification::SocketClosing => {
                prop_assert_eq!(parsed["topicName"].as_str(), Some("v2.system.socket_closing"));
            }
            Notification::Other { topic } => {
                prop_assert!(topic.is_none_or(|topic| topic.chars().count() <= 200));
            }
            _ => prop_assert!(false, "no other kinds"),
        }
    }
}
