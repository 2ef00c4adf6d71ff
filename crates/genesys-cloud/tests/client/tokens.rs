//! Tokens: cached, replaced in time, fetched once however many wait.

use std::time::Duration;

use futures_util::future::join_all;
use genesys_cloud::{Dialect, ErrorKind, Operation};
use serde_json::{Value, json};

use crate::server::*;

fn token_reply(nth: usize, expires_in: Value) -> Reply {
    json_reply(
        200,
        json!({"access_token": format!("token-{}", nth + 1), "expires_in": expires_in}),
    )
}

fn agent_reply() -> Reply {
    json_reply(200, json!({"id": AGENT, "name": "Alex Kim"}))
}

#[tokio::test(start_paused = true)]
async fn one_token_serves_until_a_minute_before_its_end() {
    let server = Server::with_tokens(|nth| token_reply(nth, json!(300)), |_, _| agent_reply());
    let client = server.client(Dialect::Platform);
    for _ in 0..10 {
        client.agent(AGENT).await.unwrap();
    }
    tokio::time::sleep(Duration::from_secs(239)).await;
    client.agent(AGENT).await.unwrap();
    assert_eq!(server.tokens(), 1);
    tokio::time::sleep(Duration::from_secs(2)).await;
    client.agent(AGENT).await.unwrap();
    assert_eq!(server.tokens(), 2);
}

#[tokio::test(start_paused = true)]
async fn however_many_wait_one_token_is_fetched() {
    let server = Server::with_tokens(
        |nth| {
            let body = json!({"access_token": format!("token-{nth}"), "expires_in": 86400});
            Reply::Later(Duration::from_secs(2), answer(200, &[], body.to_string()))
        },
        |_, _| agent_reply(),
    );
    let client = server.client(Dialect::Platform);
    let all = join_all((0..50).map(|_| client.agent(AGENT))).await;
    assert!(all.iter().all(Result::is_ok));
    assert_eq!(server.tokens(), 1);
}

#[tokio::test(start_paused = true)]
async fn a_failed_fetch_is_shared_by_all_who_waited_for_it() {
    let server = Server::with_tokens(
        |_| {
            Reply::Later(
                Duration::from_secs(1),
                answer(
                    400,
                    &[],
                    r#"{"error":"invalid_client","description":"client not found"}"#,
                ),
            )
        },
        |_, _| agent_reply(),
    );
    let client = server.client(Dialect::Platform);
    for error in join_all((0..20).map(|_| client.agent(AGENT))).await {
        let error = error.unwrap_err();
        assert_eq!(
            (error.operation, error.kind),
            (Operation::Token, ErrorKind::Refused)
        );
        assert_eq!(error.message.as_deref(), Some("client not found"));
    }
    assert_eq!(server.tokens(), 1);
}

#[tokio::test(start_paused = true)]
async fn a_fetch_goes_on_when_the_one_who_began_it_leaves() {
    let server = Server::with_tokens(
        |nth| {
            let body = json!({"access_token": format!("token-{nth}"), "expires_in": 86400});
            Reply::Later(Duration::from_secs(4), answer(200, &[], body.to_string()))
        },
        |_, _| agent_reply(),
    );
    let client = server.client(Dialect::Platform);
    let first = tokio::time::timeout(Duration::from_secs(1), client.agent(AGENT));
    let (first, second) = tokio::join!(biased; first, client.agent(AGENT));
    assert!(first.is_err());
    second.unwrap();
    assert_eq!(server.tokens(), 1);
}

#[tokio::test(start_paused = true)]
async fn a_fetch_that_everybody_left_is_begun_anew() {
    let server = Server::with_tokens(
        |nth| match nth {
            0 => Reply::Hang,
            _ => token_reply(nth, json!(86400)),
        },
        |_, _| agent_reply(),
    );
    let client = server.client(Dialect::Platform);
    let left = tokio::time::timeout(Duration::from_secs(1), client.agent(AGENT)).await;
    assert!(left.is_err());
    let begun = tokio::time::Instant::now();
    client.agent(AGENT).await.unwrap();
    assert!(begun.elapsed() < Duration::from_secs(1));
    assert_eq!(server.tokens(), 2);
}

#[tokio::test(start_paused = true)]
async fn short_lifetimes_cause_no_storm() {
    for lifetime in [json!(5), json!(0), json!(-7), json!("5"), json!(1)] {
        let server = {
            let lifetime = lifetime.clone();
            Server::with_tokens(
                move |nth| token_reply(nth, lifetime.clone()),
                |_, _| agent_reply(),
            )
        };
        let client = server.client(Dialect::Platform);
        // Ten reads a second for a minute.
        for _ in 0..600 {
            client.agent(AGENT).await.unwrap();
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        assert!(server.tokens() <= 13, "{lifetime}: {}", server.tokens());
    }
}

#[tokio::test(start_paused = true)]
async fn a_refused_token_is_replaced_once_for_all() {
    let server = Server::new(|seen, _| match seen.header("authorization") {
        "Bearer token-1" => Reply::Later(Duration::from_secs(1), answer(401, &[], "{}")),
        _ => agent_reply(),
    });
    let client = server.client(Dialect::Platform);
    let all = join_all((0..20).map(|_| client.agent(AGENT))).await;
    assert!(all.iter().all(Result::is_ok));
    assert_eq!(server.tokens(), 2);
}

#[tokio::test(start_paused = true)]
async fn a_late_401_does_not_throw_away_the_newer_token() {
    // The second request is refused long after the first one got a newer token.
    let server = Server::new(|seen, nth| match (seen.header("authorization"), nth) {
        ("Bearer token-1", 0) => status(401, "{}"),
        ("Bearer token-1", _) => Reply::Later(Duration::from_secs(5), answer(401, &[], "{}")),
        _ => agent_reply(),
    });
    let client = server.client(Dialect::Platform);
    client.check_token().await.unwrap();
    let (first, second) = tokio::join!(biased; client.agent(AGENT), client.agent(AGENT));
    first.unwrap();
    second.unwrap();
    assert_eq!(server.tokens(), 2);
}

#[tokio::test(start_paused = true)]
async fn a_server_that_refuses_every_token_is_asked_twice() {
    let server = Server::new(|_, _| json_reply(401, json!({"code": "bad.credentials"})));
    let error = server
        .client(Dialect::Platform)
        .agent(AGENT)
        .await
        .unwrap_err();
    assert_eq!(
        (error.operation, error.kind, error.status),
        (Operation::LookUp, ErrorKind::Refused, Some(401))
    );
    assert_eq!((server.tokens(), server.asked().len()), (2, 2));
}

#[tokio::test(start_paused = true)]
async fn checking_fetches_a_token_even_where_one_is_cached() {
    let server = Server::new(|_, _| agent_reply());
    let client = server.client(Dialect::Platform);
    client.agent(AGENT).await.unwrap();
    client.check_token().await.unwrap();
    assert_eq!(server.tokens(), 2);
    client.agent(AGENT).await.unwrap();
    assert_eq!(
        server.asked().last().unwrap().header("authorization"),
        "Bearer token-2"
    );
}

#[tokio::test(start_paused = true)]
async fn a_token_request_is_tried_again_where_that_can_help() {
    let server = Server::with_tokens(
        |nth| match nth {
            0 => status(503, ""),
            1 => Reply::Close,
            _ => token_reply(nth, json!(300)),
        },
        |_, _| agent_reply(),
    );
    server
        .client(Dialect::Platform)
        .check_token()
        .await
        .unwrap();
    assert_eq!(server.tokens(), 3);

    let server = Server::with_tokens(|_| status(503, ""), |_, _| agent_reply());
    let error = server
        .client(Dialect::Platform)
        .check_token()
        .await
        .unwrap_err();
    assert_eq!(
        (error.operation, error.kind),
        (Operation::Token, ErrorKind::ServerError)
    );
    assert_eq!(server.tokens(), 4);
}

#[tokio::test(start_paused = true)]
async fn a_token_answer_without_a_usable_token_is_unreadable() {
    for body in [
        "",
        "null",
        "{}",
        "<html>",
        r#"{"access_token":null}"#,
        r#"{"access_token":"a b"}"#,
    ] {
        let server = Server::with_tokens(move |_| status(200, body), |_, _| agent_reply());
        let error = server
            .client(Dialect::Platform)
            .check_token()
            .await
            .unwrap_err();
        assert_eq!(
            (error.kind, error.status),
            (ErrorKind::Unreadable, Some(200)),
            "{body}"
        );
        assert_eq!(server.tokens(), 1);
    }
}
