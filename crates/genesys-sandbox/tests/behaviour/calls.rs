//! The life of a call, as its two views tell it.

use genesys_sandbox::{CallState, Config};
use jiff::Timestamp;
use serde_json::{Value, json};

use crate::client::{Client, ORDINARY, wait};

fn states(participants: &[Value]) -> Vec<(&str, &str)> {
    participants
        .iter()
        .map(|one| {
            (
                one["purpose"].as_str().unwrap(),
                one["state"].as_str().unwrap(),
            )
        })
        .collect()
}

fn time(value: &Value) -> Timestamp {
    value.as_str().unwrap().parse().unwrap()
}

#[tokio::test(start_paused = true)]
async fn a_call_rings_the_agent_first_and_the_far_end_is_not_there_before() {
    let client = Client::new(Config::default()).await;
    let call = client.placed(&client.alex().await, ORDINARY).await;
    for (after, expected) in [
        (0.0, vec![("user", "contacting")]),
        (1.0, vec![("user", "alerting")]),
        (1.0, vec![("user", "connected"), ("external", "dialing")]),
        (2.0, vec![("user", "connected"), ("external", "contacting")]),
        (2.0, vec![("user", "connected"), ("external", "connected")]),
        (
            30.0,
            vec![("user", "disconnected"), ("external", "disconnected")],
        ),
        (
            1.0,
            vec![("user", "terminated"), ("external", "terminated")],
        ),
    ] {
        wait(after).await;
        assert_eq!(states(&client.participants(&call).await), expected);
    }
    let ended = client.participants(&call).await;
    assert_eq!(ended[0]["disconnectType"], "peer");
    assert_eq!(ended[1]["disconnectType"], "endpoint");
    let began = time(&ended[0]["startTime"]);
    let second = |value: &Value| time(value).duration_since(began).as_secs();
    assert_eq!(second(&ended[0]["connectedTime"]), 2);
    assert_eq!(second(&ended[1]["startTime"]), 2);
    assert_eq!(second(&ended[1]["connectedTime"]), 6);
    assert_eq!(second(&ended[1]["endTime"]), 36);
}

#[tokio::test(start_paused = true)]
async fn speed_makes_a_call_shorter_and_its_times_with_it() {
    let client = Client::new(Config {
        speed: 20.0,
        ..Config::default()
    })
    .await;
    let call = client.placed(&client.alex().await, ORDINARY).await;
    wait(0.31).await;
    assert_eq!(
        states(&client.participants(&call).await)[1],
        ("external", "connected")
    );
    wait(1.5).await;
    let ended = client.participants(&call).await;
    let talked = time(&ended[1]["endTime"]).duration_since(time(&ended[1]["connectedTime"]));
    assert_eq!(talked.as_millis(), 1_500);
    assert_eq!(client.sandbox.calls()[0].state, CallState::Ended);
}

#[tokio::test(start_paused = true)]
async fn attributes_and_contact_are_on_the_far_end_only() {
    let client = Client::new(Config::default()).await;
    let path = format!("/api/v2/conversations/calls/user/{}", client.alex().await);
    let body = json!({
        "phoneNumber": ORDINARY,
        "callerId": "+12025550199",
        "attributes": { "ringforAttemptId": "a1" },
        "externalContactId": "c1",
        "uuiData": "u1",
    });
    let placed = client.post(&path, body).await;
    let call = placed.body["id"].as_str().unwrap();
    assert_eq!(
        placed.body["selfUri"],
        format!("/api/v2/conversations/calls/{call}")
    );
    wait(3.0).await;
    let sides = client.participants(call).await;
    assert_eq!(sides[0]["attributes"], json!({}));
    assert_eq!(sides[1]["attributes"], json!({ "ringforAttemptId": "a1" }));
    assert_eq!(sides[1]["externalContact"]["id"], "c1");
    assert_eq!(sides[1]["uuiData"], "u1");
    assert_eq!(sides[1]["address"], "tel:+12025550123");
    assert_eq!(sides[1]["ani"], "tel:+12025550199");
    assert!(sides[1]["user"].is_null());
}

#[tokio::test(start_paused = true)]
async fn with_a_queue_the_sides_are_agent_and_customer() {
    let client = Client::new(Config::default()).await;
    let agent = client.alex().await;
    let path = format!("/api/v2/conversations/calls/user/{agent}");
    let queue = client.queue(&agent).await;
    let body = json!({ "phoneNumber": ORDINARY, "callFromQueueId": queue });
    let call = client.post(&path, body).await.body["id"]
        .as_str()
        .unwrap()
        .to_owned();
    wait(7.0).await;
    let sides = client.participants(&call).await;
    assert_eq!(
        states(&sides),
        [("agent", "connected"), ("customer", "connected")]
    );
    assert_eq!(sides[0]["user"]["id"], agent);
    assert_eq!(sides[0]["queue"]["id"], queue);
    assert_eq!(
        (&sides[0]["wrapupRequired"], &sides[1]["wrapupRequired"]),
        (&json!(true), &json!(false))
    );
    assert_eq!(sides[1]["ani"], "tel:+12025550160", "the queue's number");
    assert_eq!(client.sandbox.calls()[0].queue_id, Some(queue));
}

#[tokio::test(start_paused = true)]
async fn the_conversation_nests_the_same_call() {
    let client = Client::new(Config::default()).await;
    let agent = client.alex().await;
    let call = client.placed(&agent, ORDINARY).await;
    wait(10.0).await;
    let live = client
        .get(&format!("/api/v2/conversations/{call}"))
        .await
        .body;
    assert!(live["endTime"].is_null());
    let sides = live["participants"].as_array().unwrap();
    assert_eq!(sides[0]["userId"], agent);
    assert!(sides[0]["user"].is_null() && sides[0]["state"].is_null());
    assert_eq!(sides[1]["purpose"], "external");
    let leg = &sides[1]["calls"][0];
    assert_eq!(
        (&leg["state"], &leg["initialState"]),
        (&json!("connected"), &json!("dialing"))
    );
    assert_eq!(leg["self"]["addressNormalized"], "tel:+12025550123");
    wait(30.0).await;
    let ended = client
        .get(&format!("/api/v2/conversations/{call}"))
        .await
        .body;
    let leg = &ended["participants"][1]["calls"][0];
    assert_eq!(leg["disconnectType"], "endpoint");
    assert_eq!(leg["disconnectedTime"], ended["endTime"]);
    assert_eq!(leg["segments"].as_array().unwrap().len(), 2);
}

#[tokio::test(start_paused = true)]
async fn hanging_up_for_the_agent_ends_the_call_once() {
    let client = Client::new(Config::default()).await;
    let agent = client.alex().await;
    let call = client.placed(&agent, ORDINARY).await;
    wait(10.0).await;
    let leg = client.participants(&call).await[0]["id"]
        .as_str()
        .unwrap()
        .to_owned();
    let path = format!("/api/v2/conversations/calls/{call}/participants/{leg}/user/{agent}");
    let hang_up = || client.send("PATCH", &path, Some(json!({ "state": "disconnected" })));
    let accepted = hang_up().await;
    assert_eq!(
        (accepted.status.as_u16(), accepted.body),
        (202, Value::Null)
    );
    let sides = client.participants(&call).await;
    assert_eq!(
        states(&sides),
        [("user", "disconnected"), ("external", "disconnected")]
    );
    assert_eq!(sides[0]["disconnectType"], "client");
    assert_eq!(sides[1]["disconnectType"], "peer");
    hang_up()
        .await
        .assert_error(400, "conversation.error.call.disconnected");
}

#[tokio::test(start_paused = true)]
async fn hanging_up_while_the_agent_rings_never_calls_the_far_end() {
    let client = Client::new(Config::default()).await;
    let agent = client.alex().await;
    let call = client.placed(&agent, ORDINARY).await;
    wait(1.0).await;
    let leg = client.participants(&call).await[0]["id"]
        .as_str()
        .unwrap()
        .to_owned();
    let path = format!("/api/v2/conversations/calls/{call}/participants/{leg}/user/{agent}");
    client
        .send("PATCH", &path, Some(json!({ "state": "disconnected" })))
        .await;
    wait(10.0).await;
    assert_eq!(
        states(&client.participants(&call).await),
        [("user", "terminated")]
    );
}

#[tokio::test(start_paused = true)]
async fn hanging_up_is_read_as_strictly_as_placing() {
    let client = Client::new(Config::default()).await;
    let agent = client.alex().await;
    let call = client.placed(&agent, ORDINARY).await;
    wait(1.0).await;
    let leg = client.participants(&call).await[0]["id"]
        .as_str()
        .unwrap()
        .to_owned();
    let other = client.agent("sam.lee@example.com").await;
    let bye = json!({ "state": "disconnected" });
    for (path, body, status, code) in [
        (
            format!("{call}/participants/{leg}/user/{agent}"),
            json!({ "stat": "x" }),
            400,
            "invalid.property",
        ),
        (
            format!("{call}/participants/{leg}/user/{agent}"),
            json!({ "state": "gone" }),
            400,
            "invalid.value",
        ),
        (
            format!("{call}/participants/{leg}/user/{agent}"),
            json!({ "muted": true }),
            400,
            "bad.request",
        ),
        (
            format!("{call}/participants/nobody/user/{agent}"),
            bye.clone(),
            404,
            "not.found",
        ),
        (
            format!("{call}/participants/{leg}/user/{other}"),
            bye.clone(),
            404,
            "conversation.error.not.conversation.participant",
        ),
        (
            format!("nothing/participants/{leg}/user/{agent}"),
            bye,
            404,
            "conversation.error.conversation.not.found",
        ),
    ] {
        let path = format!("/api/v2/conversations/calls/{path}");
        client
            .send("PATCH", &path, Some(body))
            .await
            .assert_error(status, code);
    }
    assert_eq!(client.sandbox.calls()[0].state, CallState::RingingAgent);
}

#[tokio::test(start_paused = true)]
async fn disconnecting_ends_the_call_for_everybody_with_or_without_null() {
    let client = Client::new(Config::default()).await;
    let agent = client.alex().await;
    for body in [None, Some("null")] {
        let call = client.placed(&agent, ORDINARY).await;
        wait(10.0).await;
        let path = format!("/api/v2/conversations/{call}/disconnect");
        let done = client.try_send("POST", &path, body).await.unwrap();
        assert_eq!(done.status, 202);
        assert!(done.body.is_string());
        let sides = client.participants(&call).await;
        assert!(sides.iter().all(|side| side["disconnectType"] == "system"));
    }
    let path = "/api/v2/conversations/nothing/disconnect";
    client
        .send("POST", path, None)
        .await
        .assert_error(404, "conversation.error.conversation.not.found");
}

#[tokio::test(start_paused = true)]
async fn an_agent_without_a_phone_or_a_job_gets_no_call() {
    let client = Client::new(Config::default()).await;
    let no_phone = client.agent("sam.lee@example.com").await;
    client
        .place(&no_phone, ORDINARY)
        .await
        .assert_error(400, "conversation.error.no.user.station");
    let inactive = client.agent("mateo.garcia@example.com").await;
    client
        .place(&inactive, ORDINARY)
        .await
        .assert_error(409, "providerapi.error.user.does.not.have.a.station");
    client
        .place("00000000-0000-4000-8000-000000000000", ORDINARY)
        .await
        .assert_error(404, "resource.not.found");
    assert!(client.sandbox.calls().is_empty());
}

#[tokio::test(start_paused = true)]
async fn an_agent_may_have_two_calls() {
    let client = Client::new(Config::default()).await;
    let agent = client.agent("ingrid.sorensen@example.com").await;
    let first = client.placed(&agent, ORDINARY).await;
    let second = client.placed(&agent, ORDINARY).await;
    assert_ne!(first, second);
    assert_eq!(client.sandbox.calls().len(), 2);
}
