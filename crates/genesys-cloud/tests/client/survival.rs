//! Whatever a server answers, the client gives a value or a typed error, and never repeats a call.

use genesys_cloud::{Acted, Dialect};
use proptest::prelude::*;
use serde_json::{Value, json};
use tokio_util::sync::CancellationToken;

use crate::server::*;

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
    "access_token",
    "expires_in",
    "error",
];

/// Headers that the client reads.
const HEADERS: &[&str] = &[
    "retry-after",
    "inin-ratelimit-count",
    "inin-ratelimit-allowed",
    "inin-ratelimit-reset",
    "inin-correlation-id",
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

fn any_body() -> impl Strategy<Value = Vec<u8>> {
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

fn any_headers() -> impl Strategy<Value = Vec<(&'static str, String)>> {
    let values = prop_oneof![
        "[0-9]{1,25}",
        "[ -~]{0,20}",
        Just("Thu, 01 Jan 2026 00:00:03 GMT".to_owned()),
        Just("Thu, 01 Jan 1970 00:00:03 GMT".to_owned()),
        Just("-1".to_owned()),
    ];
    prop::collection::vec((prop::sample::select(HEADERS), values), 0..4)
}

fn in_simulated_time<T>(work: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread()
        .enable_time()
        .start_paused(true)
        .build()
        .unwrap()
        .block_on(work)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn every_answer_is_survived(
        code in prop_oneof![3 => Just(200_u16), 1 => 200_u16..600],
        body in any_body(),
        headers in any_headers(),
    ) {
        in_simulated_time(async move {
            let server = {
                let (body, headers) = (body.clone(), headers.clone());
                Server::new(move |_, _| {
                    let headers: Vec<(&str, &str)> = headers.iter().map(|(name, value)| (*name, value.as_str())).collect();
                    with_headers(code, &headers, body.clone())
                })
            };
            let client = server.client(Dialect::Platform);
            let placed = client.place_call(&a_call(), &Ear::default(), &CancellationToken::new()).await;
            let requests = server.placed().len();
            match (&placed, code) {
                (Ok(placed), _) => {
                    assert!((200..300).contains(&code) && !placed.conversation_id.is_empty());
                    assert_eq!(requests, 1);
                }
                (Err(error), 401 | 429) => {
                    assert_eq!(error.acted, Acted::No);
                    assert!(requests <= 2);
                }
                (Err(error), _) => {
                    let definite = (400..500).contains(&code) && code != 408;
                    assert_eq!(error.acted, if definite { Acted::No } else { Acted::Maybe });
                    assert_eq!(requests, 1);
                }
            }
            if let Ok(agent) = client.agent(AGENT).await {
                assert_eq!(agent.id, AGENT);
            }
            if let Ok(agent) = client.agent_by_email("a@b.c").await {
                assert_eq!(agent.email.unwrap().to_lowercase(), "a@b.c");
            }
            if let Ok(agents) = client.agents_by_prefix("a", 5).await {
                assert!(agents.len() <= 5);
            }
            if let Ok(call) = client.call(CONVERSATION).await {
                assert!(call.id.is_none_or(|id| id == CONVERSATION));
            }
        });
    }

    #[test]
    fn every_token_answer_is_survived(code in 200_u16..600, body in any_body()) {
        in_simulated_time(async move {
            let server = {
                let body = body.clone();
                Server::with_tokens(move |_| status(code, body.clone()), |_, _| json_reply(200, json!({"id": CONVERSATION})))
            };
            let client = server.client(Dialect::Participants);
            let placed = client.place_call(&a_call(), &Ear::default(), &CancellationToken::new()).await;
            match placed {
                Ok(_) => assert!((200..300).contains(&code)),
                Err(error) => {
                    assert_eq!(error.acted, Acted::No);
                    assert!(server.placed().is_empty());
                }
            }
        });
    }
}
