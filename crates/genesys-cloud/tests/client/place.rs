//! Law 1: one click, at most one call. What each answer means, and when the request is sent again.

use std::time::Duration;

use genesys_cloud::{Acted, Dialect, Error, ErrorKind, Operation, Placed};
use serde_json::json;
use tokio_util::sync::CancellationToken;

use crate::server::*;

async fn place(server: &Server) -> (Result<Placed, Error>, Vec<Heard>) {
    let ear = Ear::default();
    let result = server
        .client(Dialect::Platform)
        .place_call(&a_call(), &ear, &CancellationToken::new())
        .await;
    (result, ear.heard())
}

#[tokio::test(start_paused = true)]
async fn any_2xx_with_an_id_is_a_call() {
    for code in [200, 201, 202, 299] {
        let server = Server::new(move |_, _| json_reply(code, json!({"id": "c-1", "odd": [1]})));
        assert_eq!(place(&server).await.0.unwrap().conversation_id, "c-1");
    }
    let server = Server::new(|_, _| json_reply(201, json!({"id": 4711})));
    assert_eq!(place(&server).await.0.unwrap().conversation_id, "4711");
}

/// What is sent once, whatever comes back, and what it means.
#[tokio::test(start_paused = true)]
async fn each_answer_is_asked_for_once_and_says_what_is_certain() {
    use ErrorKind::*;
    type Make = fn() -> Reply;
    let redirect: Make = || with_headers(307, &[("location", "/api/v2/conversations/calls")], "");
    let html: Make = || with_headers(200, &[("content-type", "text/html")], "<html>hi</html>");
    let cases: &[(&str, Make, ErrorKind, Acted)] = &[
        ("307", redirect, Redirected, Acted::Maybe),
        (
            "308",
            || with_headers(308, &[("location", "https://elsewhere.test/")], ""),
            Redirected,
            Acted::Maybe,
        ),
        (
            "302",
            || with_headers(302, &[("location", "/login")], ""),
            Redirected,
            Acted::Maybe,
        ),
        // What was sent cannot be told from a number with a fraction.
        (
            "1e-999",
            || status(200, "{\"id\":1e-999}"),
            Unreadable,
            Acted::Maybe,
        ),
        ("500", || status(500, "{}"), ServerError, Acted::Maybe),
        ("502", || status(502, "<html>"), ServerError, Acted::Maybe),
        (
            "503",
            || with_headers(503, &[("retry-after", "1")], ""),
            ServerError,
            Acted::Maybe,
        ),
        ("504", || status(504, ""), ServerError, Acted::Maybe),
        ("408", || status(408, ""), ServerError, Acted::Maybe),
        ("999", || status(999, ""), ServerError, Acted::Maybe),
        ("2xx html", html, Unreadable, Acted::Maybe),
        ("2xx empty", || status(204, ""), Unreadable, Acted::Maybe),
        ("2xx null", || status(200, "null"), Unreadable, Acted::Maybe),
        (
            "2xx no id",
            || json_reply(200, json!({"name": "x"})),
            Unreadable,
            Acted::Maybe,
        ),
        (
            "2xx empty id",
            || json_reply(200, json!({"id": ""})),
            Unreadable,
            Acted::Maybe,
        ),
        (
            "2xx odd id",
            || json_reply(200, json!({"id": {"a": 1}})),
            Unreadable,
            Acted::Maybe,
        ),
        (
            "2xx with a number for an id",
            || json_reply(200, json!({"id": "call +14155552671"})),
            Unreadable,
            Acted::Maybe,
        ),
        (
            "2xx with an endless id",
            || json_reply(200, json!({"id": "x".repeat(65)})),
            Unreadable,
            Acted::Maybe,
        ),
        (
            "2xx with the secret for an id",
            || json_reply(200, json!({"id": "token-1"})),
            Unreadable,
            Acted::Maybe,
        ),
        (
            "2xx half",
            || status(200, "{\"id\": \"c-"),
            Unreadable,
            Acted::Maybe,
        ),
        (
            "2xx broken off",
            || status(200, broken_body("{\"id\": ")),
            ConnectionLost,
            Acted::Maybe,
        ),
        (
            "2xx 10 MB",
            || status(200, vec![b'x'; 10_000_000]),
            AnswerTooLarge,
            Acted::Maybe,
        ),
        ("closed", || Reply::Close, ConnectionLost, Acted::Maybe),
        ("hangs", || Reply::Hang, Timeout, Acted::Maybe),
        (
            "400",
            || json_reply(400, json!({"code": "bad.request"})),
            Refused,
            Acted::No,
        ),
        ("403", || status(403, "<html>"), Refused, Acted::No),
        ("404", || status(404, ""), Refused, Acted::No),
        (
            "409",
            || json_reply(409, json!({"code": "request.conflict"})),
            Refused,
            Acted::No,
        ),
        (
            "4xx broken off",
            || status(409, broken_body("{\"co")),
            Refused,
            Acted::No,
        ),
        ("429 bare", || status(429, ""), RateLimited, Acted::No),
        (
            "429 long",
            || with_headers(429, &[("retry-after", "6")], ""),
            RateLimited,
            Acted::No,
        ),
    ];
    for (name, make, kind, acted) in cases {
        let make = *make;
        let server = Server::new(move |_, _| make());
        let (result, heard) = place(&server).await;
        let error = result.expect_err(name);
        assert_eq!(
            (error.kind, error.acted),
            (*kind, *acted),
            "{name}: {error:?}"
        );
        assert_eq!(error.operation, Operation::PlaceCall, "{name}");
        assert_eq!(server.placed().len(), 1, "{name}");
        assert_eq!(heard, [Heard::Sending], "{name}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_call_is_waited_for_20_seconds() {
    let late = |delay| {
        Server::new(move |_, _| {
            let body = json!({"id": CONVERSATION}).to_string();
            Reply::Later(Duration::from_secs(delay), answer(200, &[], body))
        })
    };
    assert!(place(&late(19)).await.0.is_ok());
    let error = place(&late(21)).await.0.unwrap_err();
    assert_eq!(
        (error.kind, error.acted),
        (ErrorKind::Timeout, Acted::Maybe)
    );
    assert_eq!(error.waited, Some(Duration::from_secs(20)));
    assert_eq!(error.host.as_deref(), Some("api.example.test"));
}

#[tokio::test(start_paused = true)]
async fn after_a_401_it_is_sent_once_more_with_a_fresh_token() {
    let server = Server::new(|seen, _| match seen.header("authorization") {
        "Bearer token-1" => json_reply(401, json!({"code": "bad.credentials"})),
        _ => placed_reply(),
    });
    let (result, heard) = place(&server).await;
    assert!(result.is_ok());
    assert_eq!(heard, [Heard::Sending, Heard::Sending]);
    assert_eq!((server.tokens(), server.placed().len()), (2, 2));

    let server = Server::new(|_, _| json_reply(401, json!({"code": "bad.credentials"})));
    let error = place(&server).await.0.unwrap_err();
    assert_eq!((error.kind, error.acted), (ErrorKind::Refused, Acted::No));
    assert_eq!(
        (error.status, error.code.as_deref()),
        (Some(401), Some("bad.credentials"))
    );
    assert_eq!((server.tokens(), server.placed().len()), (2, 2));
}

#[tokio::test(start_paused = true)]
async fn a_short_rate_limit_is_waited_for_once() {
    let server = Server::new(|_, nth| match nth {
        0 => with_headers(429, &[("retry-after", "2")], ""),
        _ => placed_reply(),
    });
    let (result, heard) = place(&server).await;
    assert!(result.is_ok());
    let two = Duration::from_secs(2);
    assert_eq!(heard, [Heard::Sending, Heard::Waiting(two), Heard::Sending]);
    let placed = server.placed();
    assert_eq!(placed.len(), 2);
    assert!(placed[1].at - placed[0].at >= two);

    let server = Server::new(|_, _| with_headers(429, &[("retry-after", "5")], ""));
    let error = place(&server).await.0.unwrap_err();
    assert_eq!(
        (error.kind, error.acted),
        (ErrorKind::RateLimited, Acted::No)
    );
    assert_eq!(error.retry_after, Some(Duration::from_secs(5)));
    assert_eq!(server.placed().len(), 2);
}

#[tokio::test(start_paused = true)]
async fn a_rate_limit_may_name_its_end_as_a_date() {
    // The simulated clock starts at 2026-01-01T00:00:00Z.
    let server = Server::new(|_, nth| match nth {
        0 => with_headers(429, &[("retry-after", "Thu, 01 Jan 2026 00:00:03 GMT")], ""),
        _ => placed_reply(),
    });
    let (result, heard) = place(&server).await;
    assert!(result.is_ok());
    assert_eq!(heard[1], Heard::Waiting(Duration::from_secs(3)));
}

#[tokio::test(start_paused = true)]
async fn a_401_and_a_rate_limit_together_make_three_requests_at_most() {
    let server = Server::new(|_, nth| match nth % 2 {
        0 => with_headers(429, &[("retry-after", "1")], ""),
        _ => status(401, ""),
    });
    let error = place(&server).await.0.unwrap_err();
    assert_eq!(
        (error.kind, error.acted),
        (ErrorKind::RateLimited, Acted::No)
    );
    assert_eq!(server.placed().len(), 3);
}

#[tokio::test(start_paused = true)]
async fn a_5xx_after_the_wait_is_not_asked_again() {
    let server = Server::new(|_, nth| match nth {
        0 => with_headers(429, &[("retry-after", "1")], ""),
        _ => status(503, ""),
    });
    let error = place(&server).await.0.unwrap_err();
    assert_eq!(error.acted, Acted::Maybe);
    assert_eq!(server.placed().len(), 2);
}

#[tokio::test(start_paused = true)]
async fn a_token_that_cannot_be_had_places_no_call() {
    let wrong = json!({"error": "invalid_client", "error_description": "authentication failed"});
    let server = Server::with_tokens(
        move |_| json_reply(401, wrong.clone()),
        |_, _| placed_reply(),
    );
    let error = place(&server).await.0.unwrap_err();
    assert_eq!(
        (error.operation, error.kind, error.acted),
        (Operation::Token, ErrorKind::Refused, Acted::No)
    );
    assert_eq!(error.code.as_deref(), Some("invalid_client"));
    assert!(server.placed().is_empty());
}
