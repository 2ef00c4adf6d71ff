//! What a server may answer, made up. The tests of the readers inside the crate use it too.

use proptest::prelude::*;
use serde_json::{Value, json};

pub(crate) const AGENT: &str = "0f4f2a31-1111-4c6e-9d2b-aaaaaaaaaaaa";
pub(crate) const CONVERSATION: &str = "6f1b6e4e-2222-4c6e-9d2b-bbbbbbbbbbbb";

/// Keys that the API uses.
const KEYS: &[&str] = &[
    "id",
    "name",
    "email",
    "state",
    "station",
    "effectiveStation",
    "presence",
    "presenceDefinition",
    "systemPresence",
    "routingStatus",
    "status",
    "conversationSummary",
    "call",
    "contactCenter",
    "active",
    "participants",
    "purpose",
    "user",
    "errorInfo",
    "code",
    "message",
    "attributes",
    "startTime",
    "results",
    "entities",
    "errors",
    "details",
    "messageParams",
    "connectUri",
    "state",
    "conversations",
    "conversationId",
    "conversationStart",
    "originatingDirection",
    "sessions",
    "userId",
    "group",
    "address",
    "dnis",
    "topicName",
    "eventBody",
    "access_token",
    "expires_in",
    "error",
];

/// JSON made of the keys and values the API uses, in places where they do not belong.
pub(crate) fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        Just(json!(AGENT)),
        Just(json!(CONVERSATION)),
        Just(json!("a@b.c")),
        Just(json!("2026-11-21T08:00:00Z")),
        Just(json!("1970-01-01T00:00:00Z")),
        Just(json!("tel:+14155552671;ext=1")),
        Just(json!("wss://streaming.example.test/channels/x")),
        Just(json!("not.a.user")),
        Just(json!("conversation.error.call.disconnected")),
        ".{0,20}".prop_map(Value::from),
    ];
    leaf.prop_recursive(5, 64, 8, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
            prop::collection::vec((prop::sample::select(KEYS), inner), 0..8).prop_map(|fields| {
                fields
                    .into_iter()
                    .map(|(key, value)| (key.to_owned(), value))
                    .collect::<serde_json::Map<_, _>>()
                    .into()
            }),
        ]
    })
}

/// A body: JSON whole or cut off anywhere, bytes, a page, or nesting without an end.
pub(crate) fn any_body() -> impl Strategy<Value = Vec<u8>> {
    prop_oneof![
        4 => any_json().prop_map(|value| value.to_string().into_bytes()),
        // Cut off anywhere, also inside a character.
        2 => (any_json(), any::<prop::sample::Index>()).prop_map(|(value, index)| {
            let bytes = value.to_string().into_bytes();
            let end = index.index(bytes.len() + 1);
            bytes[..end].to_vec()
        }),
        1 => prop::collection::vec(any::<u8>(), 0..200),
        1 => Just(b"<!doctype html><html><body>Sign in to the hotel's network</body></html>".to_vec()),
        1 => Just(b"[".repeat(100_000)),
    ]
}
