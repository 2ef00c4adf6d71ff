//! Scripted faults, in memory.

use axum::body::Body;
use genesys_sandbox::{Config, ConnectionClosed, Fault, FaultRule};
use http::Request;
use serde_json::json;
use tokio::time::Instant;

use crate::client::{Client, ORDINARY, token};

async fn with_fault(fault: Fault) -> (Client, String) {
    let client = Client::new(Config::default()).await;
    let agent = client.alex().await;
    client.sandbox.add_fault(FaultRule::once(
        "POST /api/v2/conversations/calls/user/*",
        fault,
    ));
    (client, agent)
}

async fn try_place(client: &Client, agent: &str) -> Result<u16, ConnectionClosed> {
    let path = format!("/api/v2/conversations/calls/user/{agent}");
    let body = json!({ "phoneNumber": ORDINARY }).to_string();
    Ok(client
        .try_send("POST", &path, Some(&body))
        .await?
        .status
        .as_u16())
}

#[tokio::test(start_paused = true)]
async fn a_status_is_answered_and_nothing_done() {
    let (client, agent) = with_fault(Fault::Status {
        status: 503,
        code: Some("service.unavailable".to_owned()),
        retry_after: Some(7),
        message: None,
    })
    .await;
    let refused = client.place(&agent, ORDINARY).await;
    refused.assert_error(503, "service.unavailable");
    assert_eq!(refused.header("retry-after"), "7");
    assert!(client.sandbox.calls().is_empty());
    assert_eq!(
        try_place(&client, &agent).await,
        Ok(202),
        "the fault is used up"
    );
}

#[tokio::test(start_paused = true)]
async fn a_delay_holds_back_the_answer_only() {
    let (client, agent) = with_fault(Fault::Delay { ms: 30_000 }).await;
    let began = Instant::now();
    assert_eq!(try_place(&client, &agent).await, Ok(202));
    assert_eq!(began.elapsed().as_secs(), 30);
    let created = client.sandbox.calls()[0].created_at;
    let arrived = client.sandbox.journal().last().unwrap().time;
    assert_eq!(created.duration_since(arrived).as_secs(), 0);
}

#[tokio::test(start_paused = true)]
async fn dropped_before_nothing_is_done_dropped_after_everything_is() {
    let (client, agent) = with_fault(Fault::DropBefore).await;
    assert_eq!(try_place(&client, &agent).await, Err(ConnectionClosed));
    assert!(client.sandbox.calls().is_empty());

    let (client, agent) = with_fault(Fault::DropAfter).await;
    assert_eq!(try_place(&client, &agent).await, Err(ConnectionClosed));
    assert_eq!(client.sandbox.calls().len(), 1);
}

#[tokio::test(start_paused = true)]
async fn a_truncated_answer_breaks_off_half_way() {
    let (client, agent) = with_fault(Fault::Truncate).await;
    let request = Request::post(format!("/api/v2/conversations/calls/user/{agent}"))
        .header("authorization", format!("Bearer {}", client.token))
        .header("content-type", "application/json")
        .body(Body::from(json!({ "phoneNumber": ORDINARY }).to_string()))
        .unwrap();
    let response = client.sandbox.handle(request).await.unwrap();
    assert_eq!(response.status(), 202);
    let announced: usize = response.headers()["content-length"]
        .to_str()
        .unwrap()
        .parse()
        .unwrap();
    assert!(announced > 50);
    assert!(
        axum::body::to_bytes(response.into_body(), 1 << 20)
            .await
            .is_err()
    );
    assert_eq!(client.sandbox.calls().len(), 1);
}

#[tokio::test(start_paused = true)]
async fn garbage_is_no_json() {
    let (client, agent) = with_fault(Fault::Garbage).await;
    let path = format!("/api/v2/conversations/calls/user/{agent}");
    let body = json!({ "phoneNumber": ORDINARY }).to_string();
    let garbled = client.try_send("POST", &path, Some(&body)).await.unwrap();
    assert_eq!((garbled.status.as_u16(), garbled.body), (202, json!(null)));
    assert_eq!(client.sandbox.calls().len(), 1);
}

#[tokio::test(start_paused = true)]
async fn a_redirect_points_elsewhere_and_does_nothing() {
    let (client, agent) = with_fault(Fault::Redirect { location: None }).await;
    let redirected = client.place(&agent, ORDINARY).await;
    assert_eq!(redirected.status, 307);
    let location = redirected.header("location").to_owned();
    assert_eq!(
        location,
        format!("/redirected/api/v2/conversations/calls/user/{agent}")
    );
    assert!(client.sandbox.calls().is_empty());

    let elsewhere = "/api/v2/conversations/calls/user/x".to_owned();
    let (client, agent) = with_fault(Fault::Redirect {
        location: Some(elsewhere.clone()),
    })
    .await;
    assert_eq!(
        client.place(&agent, ORDINARY).await.header("location"),
        elsewhere
    );
}

#[tokio::test(start_paused = true)]
async fn expired_tokens_are_refused_and_new_ones_work() {
    let (mut client, agent) = with_fault(Fault::ExpireTokens).await;
    client
        .place(&agent, ORDINARY)
        .await
        .assert_error(401, "bad.credentials");
    client
        .place(&agent, ORDINARY)
        .await
        .assert_error(401, "bad.credentials");
    client.token = token(&client.sandbox).await;
    assert_eq!(client.place(&agent, ORDINARY).await.status, 202);
    assert_eq!(client.sandbox.calls().len(), 1);
}

#[tokio::test(start_paused = true)]
async fn faults_hit_the_token_host_too() {
    let client = Client::new(Config::default()).await;
    client
        .sandbox
        .add_fault(FaultRule::once("POST /oauth/token", Fault::DropBefore));
    let request = Request::post("/oauth/token").body(Body::empty()).unwrap();
    assert!(client.sandbox.handle(request).await.is_err());
}
