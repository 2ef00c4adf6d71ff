//! The token host.

use std::time::Duration;

use axum::body::Body;
use genesys_sandbox::{Config, Sandbox};
use http::Request;

use crate::client::{Answer, Client, answer, ask_for_token, basic, wait};

async fn form(sandbox: &Sandbox, body: &str) -> Answer {
    let request = Request::post("/oauth/token")
        .header("content-type", "application/x-www-form-urlencoded")
        .body(Body::from(body.to_owned()))
        .unwrap();
    answer(sandbox, request).await.unwrap()
}

#[tokio::test(start_paused = true)]
async fn a_token_is_issued_for_basic_and_for_the_form() {
    let sandbox = Sandbox::new(Config::default());
    let Config {
        client_id,
        client_secret,
        ..
    } = sandbox.config().clone();
    let by_header = ask_for_token(&sandbox, &basic(&client_id, &client_secret)).await;
    let by_form = form(
        &sandbox,
        &format!(
            "grant_type=client_credentials&client_id={client_id}&client_secret={client_secret}"
        ),
    )
    .await;
    for answer in [&by_header, &by_form] {
        assert_eq!(answer.status, 200, "{}", answer.body);
        assert_eq!(answer.body["token_type"], "bearer");
        assert_eq!(answer.body["expires_in"], 86_400);
    }
    assert_ne!(by_header.body["access_token"], by_form.body["access_token"]);
}

#[tokio::test(start_paused = true)]
async fn a_wrong_client_and_a_wrong_secret_are_told_apart() {
    let sandbox = Sandbox::new(Config::default());
    let id = sandbox.config().client_id.clone();
    let unknown = ask_for_token(&sandbox, &basic("someone", "x")).await;
    assert_eq!(
        (unknown.status.as_u16(), &unknown.body["error"]),
        (400, &"invalid_client".into())
    );
    assert_eq!(unknown.body["description"], "client not found");
    let wrong = ask_for_token(&sandbox, &basic(&id, "x")).await;
    assert_eq!(
        (wrong.status.as_u16(), &wrong.body["error"]),
        (401, &"invalid_client".into())
    );
    assert_eq!(wrong.body["error_description"], "authentication failed");
    assert!(
        wrong.body["code"].is_null(),
        "the token host has no ErrorBody"
    );
    let nothing = form(&sandbox, "grant_type=client_credentials").await;
    assert_eq!(nothing.status, 400);
}

#[tokio::test(start_paused = true)]
async fn other_grants_are_refused() {
    let sandbox = Sandbox::new(Config::default());
    let Config {
        client_id,
        client_secret,
        ..
    } = sandbox.config().clone();
    for grant in ["", "grant_type=password&"] {
        let body = format!("{grant}client_id={client_id}&client_secret={client_secret}");
        let refused = form(&sandbox, &body).await;
        assert_eq!(refused.status, 400);
        assert_eq!(refused.body["error"], "unsupported_grant_type");
    }
}

#[tokio::test(start_paused = true)]
async fn tokens_expire_and_can_be_ended() {
    let client = Client::new(Config {
        token_lifetime: Duration::from_secs(300),
        ..Config::default()
    })
    .await;
    let me = client.get("/api/v2/tokens/me").await;
    assert_eq!(me.status, 200);
    assert_eq!(
        me.body["OAuthClient"]["id"],
        client.sandbox.config().client_id
    );
    wait(299.0).await;
    assert_eq!(client.get("/api/v2/users").await.status, 200);
    wait(1.0).await;
    client
        .get("/api/v2/users")
        .await
        .assert_error(401, "bad.credentials");

    let client = Client::new(Config::default()).await;
    let ended = client.send("DELETE", "/api/v2/tokens/me", None).await;
    assert_eq!(ended.status, 200);
    client
        .get("/api/v2/users")
        .await
        .assert_error(401, "bad.credentials");
}

#[tokio::test(start_paused = true)]
async fn requests_are_counted_for_each_token_and_refused_beyond_the_limit() {
    let client = Client::new(Config {
        requests_per_minute: 3,
        ..Config::default()
    })
    .await;
    for count in ["1", "2", "3"] {
        let answer = client.get("/api/v2/users").await;
        assert_eq!(answer.status, 200);
        assert_eq!(answer.header("inin-ratelimit-count"), count);
        assert_eq!(answer.header("inin-ratelimit-allowed"), "3");
    }
    wait(20.0).await;
    let refused = client.get("/api/v2/users").await;
    refused.assert_error(429, "too.many.requests.retry.after");
    assert_eq!(refused.header("retry-after"), "40");
    assert_eq!(refused.header("inin-ratelimit-reset"), "40");
    let other = Client {
        token: crate::client::token(&client.sandbox).await,
        sandbox: client.sandbox.clone(),
    };
    assert_eq!(other.get("/api/v2/users").await.status, 200);
    wait(40.0).await;
    assert_eq!(client.get("/api/v2/users").await.status, 200);
}
