//! What can be scripted to go wrong with sockets and snapshots.

use genesys_sandbox::{Config, Fault, FaultRule, SocketRefused};
use http::StatusCode;
use serde_json::{Value, json};
use tokio::time::Instant;

use crate::{
    client::{Client, ORDINARY, wait},
    listener::{Listener, calls_of},
};

const ALWAYS: u32 = 1_000;

async fn with(rule: Option<FaultRule>) -> (Client, String, Listener) {
    let client = Client::new(Config::default()).await;
    let alex = client.alex().await;
    if let Some(rule) = rule {
        client.sandbox.add_fault(rule);
    }
    let (socket, _) = client.listening(&alex).await;
    (client, alex, socket)
}

fn on_sockets(fault: Fault) -> Option<FaultRule> {
    Some(FaultRule::once("SOCKET /channels/*", fault))
}

/// What is heard in the first second and a half of a call of which one snapshot meets a fault.
async fn snapshots_with(fault: Fault) -> Vec<String> {
    let (client, alex, mut socket) = with(None).await;
    let matching = format!("SNAPSHOT {}", calls_of(&alex));
    client.sandbox.add_fault(FaultRule::once(matching, fault));
    client.placed(&alex, ORDINARY).await;
    let heard = socket.snapshots_for(2.5).await;
    assert!(client.sandbox.calls().len() == 1);
    heard
}

#[tokio::test(start_paused = true)]
async fn a_deaf_socket_looks_healthy_and_delivers_nothing() {
    let (client, alex, mut socket) = with(on_sockets(Fault::DeafSocket)).await;
    client.placed(&alex, ORDINARY).await;
    socket
        .sender
        .send(json!({ "message": "ping" }).to_string())
        .await
        .unwrap();
    let heard = socket.messages_for(70.0).await;
    let said: Vec<&str> = heard
        .iter()
        .map(|one| one["eventBody"]["message"].as_str().unwrap())
        .collect();
    assert_eq!(said, ["pong", "WebSocket Heartbeat", "WebSocket Heartbeat"]);
    // The rule is used up: the next socket hears.
    let (mut next, _) = client.listening(&alex).await;
    client.placed(&alex, ORDINARY).await;
    assert_eq!(next.snapshots_for(1.0).await.len(), 2);
}

#[tokio::test(start_paused = true)]
async fn an_open_socket_is_hit_at_once_and_by_each_rule_once() {
    let (client, alex, mut socket) = with(None).await;
    client.placed(&alex, ORDINARY).await;
    assert_eq!(socket.snapshots_for(1.0).await.len(), 2);
    client.sandbox.add_fault(FaultRule {
        times: ALWAYS,
        ..FaultRule::once("SOCKET *", Fault::DeafSocket)
    });
    assert!(socket.snapshots_for(20.0).await.is_empty());
    assert_eq!(client.sandbox.journal().last().unwrap().method, "POST");
    client.sandbox.reset();
    client.placed(&alex, ORDINARY).await;
    let heard = socket.snapshots_for(1.0).await;
    assert_eq!(heard.len(), 2, "a reset heals it");
}

#[tokio::test(start_paused = true)]
async fn a_socket_is_dropped_when_the_script_says() {
    let (client, _, mut socket) = with(on_sockets(Fault::DropSocket { after_ms: 45_000 })).await;
    let began = Instant::now();
    socket.ended().await;
    assert_eq!(began.elapsed().as_secs(), 45);
    assert_eq!(client.closings(), ["a fault dropped it"]);
    assert_eq!(
        client.sandbox.channels().len(),
        1,
        "the channel is still there"
    );
}

#[tokio::test(start_paused = true)]
async fn a_closing_notice_comes_a_minute_before_the_end() {
    let (client, alex, mut socket) = with(None).await;
    let notice = FaultRule::once("SOCKET *", Fault::ClosingNotice { after_ms: 5_000 });
    client.sandbox.add_fault(notice);
    let began = Instant::now();
    let message = socket.message().await;
    assert_eq!(message["topicName"], "v2.system.socket_closing");
    assert_eq!(began.elapsed().as_secs(), 5);
    client.placed(&alex, ORDINARY).await;
    assert_eq!(socket.snapshots_for(10.0).await.len(), 5, "it still works");
    socket.ended().await;
    assert_eq!(began.elapsed().as_secs(), 65);
}

#[tokio::test(start_paused = true)]
async fn a_channel_is_evicted_when_the_script_says() {
    let (client, _, mut socket) = with(on_sockets(Fault::EvictChannel { after_ms: 1_000 })).await;
    let channel = client.sandbox.channels()[0].id.clone();
    socket.ended().await;
    assert!(client.sandbox.channels().is_empty());
    client
        .subscribe(&channel, &[])
        .await
        .assert_error(404, "not.found");
}

#[tokio::test(start_paused = true)]
async fn snapshots_come_twice_late_out_of_order_not_at_all_or_broken() {
    let [first, second, third] = ["contacting", "alerting", "connected dialing"];
    assert_eq!(
        snapshots_with(Fault::DuplicateSnapshot).await,
        [first, first, second, third]
    );
    assert_eq!(
        snapshots_with(Fault::LateSnapshot { ms: 1_000 }).await,
        [second, first, third]
    );
    assert_eq!(
        snapshots_with(Fault::ReorderSnapshot).await,
        [second, first, third]
    );
    assert_eq!(snapshots_with(Fault::LoseSnapshot).await, [second, third]);
    let garbled = snapshots_with(Fault::GarbleSnapshot).await;
    assert_eq!(garbled.len(), 3);
    assert!(garbled[0].starts_with("no snapshot"), "{garbled:?}");
    assert_eq!(garbled[1..], [second, third]);
}

#[tokio::test(start_paused = true)]
async fn the_last_snapshot_is_not_held_back_for_ever() {
    let (client, alex, mut socket) = with(None).await;
    client.placed(&alex, ORDINARY).await;
    wait(36.5).await;
    let rule = FaultRule::once("SNAPSHOT *", Fault::ReorderSnapshot);
    client.sandbox.add_fault(rule);
    assert_eq!(socket.snapshots_for(4.0).await.len(), 6);
    assert_eq!(socket.snapshots_for(2.0).await, ["terminated terminated"]);
}

#[tokio::test(start_paused = true)]
async fn the_handshake_meets_the_faults_of_requests() {
    let client = Client::new(Config::default()).await;
    let channel = client.channel().await;
    let path = format!("/channels/{channel}");
    let status = Fault::Status {
        status: 503,
        code: None,
        retry_after: None,
        message: None,
    };
    let answered = |status| Some(SocketRefused::Answered(status));
    for (fault, expected) in [
        (Fault::DropBefore, Some(SocketRefused::Closed)),
        (Fault::DropAfter, Some(SocketRefused::Closed)),
        (Fault::Truncate, Some(SocketRefused::Closed)),
        (Fault::Garbage, answered(StatusCode::OK)),
        (status, answered(StatusCode::SERVICE_UNAVAILABLE)),
        (
            Fault::Redirect { location: None },
            answered(StatusCode::TEMPORARY_REDIRECT),
        ),
        (Fault::Delay { ms: 2_000 }, None),
        (Fault::ExpireTokens, answered(StatusCode::UNAUTHORIZED)),
    ] {
        client
            .sandbox
            .add_fault(FaultRule::once("GET /channels/*", fault.clone()));
        let opened = client.sandbox.open_socket(&path).await;
        assert_eq!(opened.err(), expected, "{fault:?}");
        wait(0.1).await;
        assert!(
            !client.sandbox.channels()[0].connected,
            "{fault:?}: nobody holds it"
        );
    }
}

#[tokio::test(start_paused = true)]
async fn only_a_websocket_handshake_opens_a_socket() {
    let client = Client::new(Config::default()).await;
    let channel = client.channel().await;
    client
        .get(&format!("/channels/{channel}"))
        .await
        .assert_error(400, "bad.request");
    assert_eq!(
        client.sandbox.open_socket("/channels/nothing").await.err(),
        Some(SocketRefused::Answered(StatusCode::NOT_FOUND))
    );
}

#[tokio::test(start_paused = true)]
async fn socket_faults_are_scripted_over_the_control_endpoint() {
    let client = Client::new(Config::default()).await;
    for fault in [
        json!({ "kind": "reject_topic" }),
        json!({ "kind": "deaf_socket" }),
        json!({ "kind": "drop_socket" }),
        json!({ "kind": "closing_notice", "after_ms": 10 }),
        json!({ "kind": "evict_channel" }),
        json!({ "kind": "duplicate_snapshot" }),
        json!({ "kind": "late_snapshot", "ms": 10 }),
        json!({ "kind": "reorder_snapshot" }),
        json!({ "kind": "lose_snapshot" }),
        json!({ "kind": "garble_snapshot" }),
    ] {
        let rule = json!({ "match": "*", "fault": fault });
        let added = client.post("/sandbox/faults", rule).await;
        assert_eq!(added.status, 201, "{}", added.body);
    }
    let channel = client.channel().await;
    let listed = client.get("/sandbox/channels").await.body;
    assert_eq!(listed[0]["id"], channel);
    assert_eq!(listed[0]["connected"], Value::Bool(false));
}
