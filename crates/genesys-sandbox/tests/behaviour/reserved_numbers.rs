//! Each row of the table of reserved numbers.

use std::time::Duration;

use genesys_sandbox::{CallState, Config};
use serde_json::{Value, json};
use tokio::time::{Instant, timeout};

use crate::client::{Client, wait};

/// Places a call to the number and lets it live for that long.
async fn after(number: &str, seconds: f64) -> (Client, String, Vec<Value>) {
    let client = Client::new(Config::default()).await;
    let call = client.placed(&client.alex().await, number).await;
    wait(seconds - 0.05).await;
    assert_ne!(
        client.sandbox.calls()[0].state,
        CallState::Ended,
        "{number} ended early"
    );
    wait(0.05).await;
    assert_eq!(
        client.sandbox.calls()[0].state,
        CallState::Ended,
        "{number} goes on"
    );
    let sides = client.participants(&call).await;
    (client, call, sides)
}

async fn reasons(client: &Client, call: &str) -> Vec<i64> {
    let conversation = client
        .get(&format!("/api/v2/conversations/{call}"))
        .await
        .body;
    conversation["participants"][1]["calls"][0]["disconnectReasons"]
        .as_array()
        .unwrap()
        .iter()
        .map(|reason| reason["code"].as_i64().unwrap())
        .collect()
}

#[tokio::test(start_paused = true)]
async fn busy() {
    let (client, call, sides) = after("+12025550100", 4.0).await;
    assert_eq!(sides[1]["disconnectType"], "endpoint");
    assert_eq!(
        sides[1]["errorInfo"]["code"],
        "error.ininedgecontrol.connection.busy"
    );
    assert!(sides[1]["connectedTime"].is_null());
    assert_eq!(reasons(&client, &call).await, [17, 486]);
}

#[tokio::test(start_paused = true)]
async fn no_answer() {
    let (client, call, sides) = after("+12025550101", 45.0).await;
    assert_eq!(sides[1]["disconnectType"], "timeout");
    assert_eq!(
        sides[1]["errorInfo"]["code"],
        "error.ininedgecontrol.connection.noAnswer"
    );
    assert!(sides[1]["connectedTime"].is_null());
    assert_eq!(reasons(&client, &call).await, [19, 480]);
}

#[tokio::test(start_paused = true)]
async fn the_agent_never_answers() {
    let (_, _, sides) = after("+12025550102", 60.0).await;
    assert_eq!(sides.len(), 1, "the far end is never dialled");
    assert_eq!(sides[0]["disconnectType"], "error");
    assert_eq!(
        sides[0]["errorInfo"]["code"],
        "error.ininedgecontrol.connection.timeout"
    );
}

#[tokio::test(start_paused = true)]
async fn no_route() {
    let (_, _, sides) = after("+12025550103", 2.1).await;
    assert_eq!(sides[1]["disconnectType"], "error");
    assert_eq!(
        sides[1]["errorInfo"]["code"],
        "error.ininedgecontrol.connection.dialplan.notReachable"
    );
}

#[tokio::test(start_paused = true)]
async fn refusals_create_no_call() {
    let client = Client::new(Config::default()).await;
    let agent = client.alex().await;
    for (number, status, code) in [
        (
            "+12025550104",
            409,
            "conversation.error.outbound.call.cannot.be.placed",
        ),
        ("+12025550105", 403, "missing.any.permissions"),
        ("+12025550109", 500, "internal.server.error"),
    ] {
        client
            .place(&agent, number)
            .await
            .assert_error(status, code);
    }
    let message = client.place(&agent, "+12025550105").await.body["message"].to_string();
    assert!(
        message.contains("[conversation:agentlessCall:add, conversation:call:add]"),
        "{message}"
    );
    assert!(client.sandbox.calls().is_empty());
}

#[tokio::test(start_paused = true)]
async fn too_many_requests_the_first_time_for_an_agent_and_number() {
    let client = Client::new(Config::default()).await;
    let alex = client.alex().await;
    let aisha = client.agent("aisha.bello@example.com").await;
    let first = client.place(&alex, "+12025550106").await;
    first.assert_error(429, "too.many.requests.retry.after");
    assert_eq!(first.header("retry-after"), "2");
    assert_eq!(client.place(&alex, "+12025550106").await.status, 202);
    assert_eq!(client.place(&aisha, "+12025550106").await.status, 429);
    assert_eq!(client.sandbox.calls().len(), 1);
    client.sandbox.reset();
    assert_eq!(client.place(&alex, "+12025550106").await.status, 429);
}

#[tokio::test(start_paused = true)]
async fn a_call_whose_answer_never_comes() {
    let client = Client::new(Config::default()).await;
    let path = format!("/api/v2/conversations/calls/user/{}", client.alex().await);
    let body = json!({ "phoneNumber": "+12025550107" }).to_string();
    let closed = client.try_send("POST", &path, Some(&body)).await;
    assert!(closed.is_err());
    assert_eq!(client.sandbox.calls().len(), 1);
    assert_eq!(client.sandbox.journal().last().unwrap().status, None);
}

#[tokio::test(start_paused = true)]
async fn a_call_whose_answer_comes_late_whatever_the_speed() {
    let client = Client::new(Config {
        speed: 50.0,
        ..Config::default()
    })
    .await;
    let agent = client.alex().await;
    let began = Instant::now();
    let placed = client.place(&agent, "+12025550108").await;
    assert_eq!(placed.status, 202);
    assert_eq!(began.elapsed().as_secs(), 60);
    assert_eq!(client.sandbox.calls()[0].conversation_id, placed.body["id"]);
}

#[tokio::test(start_paused = true)]
async fn a_client_that_does_not_wait_for_the_late_answer_has_a_call_all_the_same() {
    let client = Client::new(Config::default()).await;
    let agent = client.alex().await;
    let impatient = timeout(
        Duration::from_secs(20),
        client.place(&agent, "+12025550108"),
    )
    .await;
    assert!(impatient.is_err());
    assert_eq!(client.sandbox.calls().len(), 1);
}

#[tokio::test(start_paused = true)]
async fn what_no_dial_plan_knows_is_accepted_and_ends_without_route() {
    let (_, _, sides) = after("4711", 2.1).await;
    assert_eq!(
        sides[1]["errorInfo"]["code"],
        "error.ininedgecontrol.connection.dialplan.notReachable"
    );
}
