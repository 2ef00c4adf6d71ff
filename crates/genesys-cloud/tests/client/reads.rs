//! Reads: tried again where that can help, within a ceiling.

use std::time::Duration;

use axum::body::Body;
use genesys_cloud::{Dialect, ErrorKind};
use serde_json::json;
use tokio::time::Instant;

use crate::server::*;

fn agent_reply() -> Reply {
    json_reply(200, json!({"id": AGENT}))
}

#[tokio::test(start_paused = true)]
async fn what_may_pass_is_tried_again() {
    let failures: &[fn() -> Reply] = &[
        || status(500, ""),
        || status(503, "<html>"),
        || status(408, ""),
        || status(429, ""),
        || Reply::Close,
        || Reply::Hang,
        || status(200, broken_body("{\"id\":")),
    ];
    for fail in failures {
        let server = Server::new(move |_, nth| if nth == 0 { fail() } else { agent_reply() });
        server.client(Dialect::Platform).agent(AGENT).await.unwrap();
        assert_eq!(server.asked().len(), 2);
    }
}

#[tokio::test(start_paused = true)]
async fn a_search_is_a_read_though_it_is_a_post() {
    let server = Server::new(|_, nth| match nth {
        0 => Reply::Close,
        _ => json_reply(200, json!({"results": [{"id": AGENT, "email": "a@b.c"}]})),
    });
    let agent = server
        .client(Dialect::Platform)
        .agent_by_email("a@b.c")
        .await
        .unwrap();
    assert_eq!(agent.id, AGENT);
}

#[tokio::test(start_paused = true)]
async fn what_will_not_pass_is_asked_once() {
    type Make = fn() -> Reply;
    let cases: &[(Make, ErrorKind)] = &[
        (|| status(400, ""), ErrorKind::Refused),
        (|| status(403, ""), ErrorKind::Refused),
        (
            || with_headers(307, &[("location", "/elsewhere")], ""),
            ErrorKind::Redirected,
        ),
        (|| status(200, "<html>"), ErrorKind::Unreadable),
        (|| status(200, vec![b'['; 500_000]), ErrorKind::Unreadable),
        (
            || status(200, vec![b' '; 10_000_000]),
            ErrorKind::AnswerTooLarge,
        ),
    ];
    for (make, kind) in cases {
        let server = Server::new(move |_, _| make());
        let error = server
            .client(Dialect::Platform)
            .agent(AGENT)
            .await
            .unwrap_err();
        assert_eq!(error.kind, *kind);
        assert_eq!(server.asked().len(), 1);
    }
}

#[tokio::test(start_paused = true)]
async fn an_endless_answer_is_cut_off() {
    let endless = || {
        let chunk = Ok::<_, std::io::Error>(bytes::Bytes::from_static(&[b'x'; 65_536]));
        Body::from_stream(futures_util::stream::repeat_with(move || match &chunk {
            Ok(bytes) => Ok(bytes.clone()),
            Err(_) => Err(std::io::Error::other("never")),
        }))
    };
    let server = Server::new(move |_, _| status(200, endless()));
    let error = server
        .client(Dialect::Platform)
        .agent(AGENT)
        .await
        .unwrap_err();
    assert_eq!(error.kind, ErrorKind::AnswerTooLarge);
}

#[tokio::test(start_paused = true)]
async fn delays_grow_and_the_total_time_has_a_ceiling() {
    let server = Server::new(|_, _| status(500, ""));
    let error = server
        .client(Dialect::Platform)
        .agent(AGENT)
        .await
        .unwrap_err();
    assert_eq!(error.kind, ErrorKind::ServerError);
    let times: Vec<Duration> = server.asked().iter().map(|seen| seen.at).collect();
    let gaps: Vec<u128> = times
        .windows(2)
        .map(|pair| (pair[1] - pair[0]).as_millis())
        .collect();
    let [first, second, third] = gaps[..] else {
        panic!("three more tries: {gaps:?}")
    };
    assert!((250..=501).contains(&first), "{gaps:?}");
    assert!((500..=1001).contains(&second), "{gaps:?}");
    assert!((1000..=2001).contains(&third), "{gaps:?}");

    let begun = Instant::now();
    let server = Server::new(|_, _| Reply::Hang);
    let error = server
        .client(Dialect::Platform)
        .agent(AGENT)
        .await
        .unwrap_err();
    assert_eq!(error.kind, ErrorKind::Timeout);
    assert!(
        begun.elapsed() <= Duration::from_secs(26),
        "{:?}",
        begun.elapsed()
    );
    assert_eq!(server.asked().len(), 3);
}

#[tokio::test(start_paused = true)]
async fn retry_after_is_honoured() {
    let server = Server::new(|_, nth| match nth {
        0 => with_headers(429, &[("retry-after", "7")], ""),
        _ => agent_reply(),
    });
    server.client(Dialect::Platform).agent(AGENT).await.unwrap();
    let asked = server.asked();
    assert!(asked[1].at - asked[0].at >= Duration::from_secs(7));

    // Longer than the ceiling: said at once, with the time.
    let server = Server::new(|_, _| with_headers(429, &[("retry-after", "90")], ""));
    let begun = Instant::now();
    let error = server
        .client(Dialect::Platform)
        .agent(AGENT)
        .await
        .unwrap_err();
    assert_eq!(
        (error.kind, error.retry_after),
        (ErrorKind::RateLimited, Some(Duration::from_secs(90)))
    );
    assert!(begun.elapsed() < Duration::from_secs(1));
    assert_eq!(server.asked().len(), 1);
}

#[tokio::test(start_paused = true)]
async fn a_rate_limit_without_retry_after_ends_when_the_window_does() {
    let limit = [
        ("inin-ratelimit-count", "301"),
        ("inin-ratelimit-allowed", "300"),
        ("inin-ratelimit-reset", "12"),
    ];
    let server = Server::new(move |_, nth| match nth {
        0 => with_headers(429, &limit, ""),
        _ => agent_reply(),
    });
    server.client(Dialect::Platform).agent(AGENT).await.unwrap();
    let asked = server.asked();
    assert!(asked[1].at - asked[0].at >= Duration::from_secs(12));
}

#[tokio::test(start_paused = true)]
async fn reads_hold_back_when_the_limit_is_used_up() {
    let server = Server::new(|_, nth| {
        let count = if nth == 0 { "300" } else { "1" };
        let limit = [
            ("inin-ratelimit-count", count),
            ("inin-ratelimit-allowed", "300"),
            ("inin-ratelimit-reset", "9"),
        ];
        with_headers(200, &limit, json!({"id": AGENT}).to_string())
    });
    let client = server.client(Dialect::Platform);
    for _ in 0..3 {
        client.agent(AGENT).await.unwrap();
    }
    let at: Vec<Duration> = server.asked().iter().map(|seen| seen.at).collect();
    assert!(at[1] - at[0] >= Duration::from_secs(9));
    assert!(at[2] - at[1] < Duration::from_secs(1));
}

#[tokio::test(start_paused = true)]
async fn absurd_limits_do_not_stop_reads_for_ever() {
    let server = Server::new(|_, nth| {
        let asked = if nth == 0 { "99999999999" } else { "0" };
        let limit = [
            ("inin-ratelimit-count", "300"),
            ("inin-ratelimit-allowed", "300"),
            ("inin-ratelimit-reset", asked),
        ];
        with_headers(200, &limit, json!({"id": AGENT}).to_string())
    });
    let client = server.client(Dialect::Platform);
    client.agent(AGENT).await.unwrap();
    let error = client.agent(AGENT).await.unwrap_err();
    assert_eq!(error.kind, ErrorKind::RateLimited);
    assert_eq!(server.asked().len(), 1);
    tokio::time::sleep(Duration::from_secs(301)).await;
    client.agent(AGENT).await.unwrap();
}

#[tokio::test(start_paused = true)]
async fn an_error_tells_what_the_server_said() {
    let server = Server::new(|_, _| {
        with_headers(
            403,
            &[("inin-correlation-id", "corr-1")],
            json!({
                "message": "Unable to perform the requested action. You must have at least one of the following permissions assigned: [conversation:call:add, conversation:agentlessCall:add]",
                "code": "missing.any.permissions",
                "status": 403,
                "contextId": "ctx-1",
                "details": [{"errorCode": "e", "fieldName": "f", "entityId": "i", "entityName": "n"}, 7],
                "messageParams": {"permissions": "[conversation:call:add, conversation:agentlessCall:add]"},
                "errors": [],
            })
            .to_string(),
        )
    });
    let error = server
        .client(Dialect::Platform)
        .agent(AGENT)
        .await
        .unwrap_err();
    assert_eq!(error.code.as_deref(), Some("missing.any.permissions"));
    assert!(
        error
            .message
            .as_ref()
            .unwrap()
            .starts_with("Unable to perform")
    );
    assert_eq!(error.correlation_id.as_deref(), Some("corr-1"));
    assert_eq!(
        error.missing_permissions,
        ["conversation:call:add", "conversation:agentlessCall:add"]
    );
    assert_eq!(error.details[0].field.as_deref(), Some("f"));
    assert_eq!(error.host.as_deref(), Some("api.example.test"));
}

#[tokio::test(start_paused = true)]
async fn the_tutorial_form_of_an_error_is_understood() {
    let server = Server::new(|_, _| {
        json_reply(
            400,
            json!({"errors": [{"message": "malformed participant address"}], "contextId": "c"}),
        )
    });
    let error = server
        .client(Dialect::FromTo)
        .agent(AGENT)
        .await
        .unwrap_err();
    assert_eq!(
        error.message.as_deref(),
        Some("malformed participant address")
    );
    assert_eq!(error.correlation_id.as_deref(), Some("c"));
}

#[tokio::test(start_paused = true)]
async fn long_and_odd_messages_are_shortened() {
    let server = Server::new(|_, _| {
        json_reply(
            400,
            json!({"message": format!("a\u{7}b\n{}", "ü".repeat(100_000))}),
        )
    });
    let error = server
        .client(Dialect::Platform)
        .agent(AGENT)
        .await
        .unwrap_err();
    let message = error.message.as_ref().unwrap();
    assert!(message.starts_with("a b ü"));
    assert_eq!(message.chars().count(), 500);
}
