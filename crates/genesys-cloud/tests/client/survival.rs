//! Whatever a server answers, the client gives a value or a typed error, and never repeats a call.

use std::time::Duration;

use genesys_cloud::{Acted, Dialect, HungUp, Interval};
use jiff::Timestamp;
use proptest::prelude::*;
use serde_json::json;
use tokio_util::sync::CancellationToken;

use crate::arbitrary::any_body;
use crate::channels::channel_reply;
use crate::server::*;

/// Headers that the client reads.
const HEADERS: &[&str] = &[
    "retry-after",
    "inin-ratelimit-count",
    "inin-ratelimit-allowed",
    "inin-ratelimit-reset",
    "inin-correlation-id",
];

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
    fn every_answer_to_what_follows_a_call_is_survived(
        code in prop_oneof![3 => Just(200_u16), 1 => 200_u16..600],
        body in any_body(),
        headers in any_headers(),
    ) {
        in_simulated_time(async move {
            let server = Server::new(move |seen, _| {
                if seen.path == "/api/v2/notifications/channels" {
                    return channel_reply();
                }
                let headers: Vec<(&str, &str)> = headers.iter().map(|(name, value)| (*name, value.as_str())).collect();
                with_headers(code, &headers, body.clone())
            });
            let client = server.client(Dialect::Platform);
            let ok = (200..300).contains(&code);
            for ended in [client.hang_up(CONVERSATION, "p", AGENT).await, client.disconnect(CONVERSATION).await] {
                assert_eq!(ended == Ok(HungUp::Accepted), ok);
            }
            if let Ok(calls) = client.active_calls().await {
                assert!(ok && calls.iter().all(|call| call.id.is_some()));
            }
            let around = Interval::around(Timestamp::UNIX_EPOCH, Duration::from_secs(60));
            let found = [client.analytics_calls(AGENT, around).await, client.analytics_activity(AGENT).await];
            for search in found.into_iter().flatten() {
                assert!(ok && search.calls.iter().all(|call| !call.conversation_id.is_empty()));
            }
            let channel = client.create_channel().await.unwrap();
            if let Ok(told) = channel.subscribe(&[AGENT, "other"]).await {
                assert!(ok || code == 403 || code == 400);
                assert_eq!(told.len(), 2);
            }
            if let Ok(exists) = channel.exists().await {
                assert_eq!(exists, ok);
                assert!(ok || code == 404);
            }
        });
    }

    #[test]
    fn every_answer_for_a_channel_is_survived(code in 200_u16..600, body in any_body()) {
        in_simulated_time(async move {
            let server = Server::new(move |_, _| status(code, body.clone()));
            let made = server.client(Dialect::Platform).create_channel().await;
            assert!(made.is_err() || (200..300).contains(&code));
            assert!(server.asked().len() <= 2);
        });
    }

    #[test]
    fn every_token_answer_is_survived(code in 200_u16..600, body in any_body()) {
        in_simulated_time(async move {
            let server = {
                let body = body.clone();
                // An id that no drawn body holds: one that repeats the token is no id.
                Server::with_tokens(move |_| status(code, body.clone()), |_, _| json_reply(200, json!({"id": "a-call-of-its-own"})))
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
