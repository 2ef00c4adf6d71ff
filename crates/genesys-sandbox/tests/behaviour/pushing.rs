//! What comes over a socket, and when a socket ends.

use genesys_sandbox::{Config, SocketRefused};
use http::StatusCode;
use serde_json::{Value, json};
use tokio::time::Instant;

use crate::{
    client::{Client, ORDINARY, token, wait},
    listener::{calls_of, states, subscriptions, topics},
};

#[tokio::test(start_paused = true)]
async fn every_change_of_a_call_is_pushed_when_it_happens() {
    let client = Client::new(Config::default()).await;
    let alex = client.alex().await;
    let (mut socket, _) = client.listening(&alex).await;
    let began = Instant::now();
    let call = client.placed(&alex, ORDINARY).await;
    let mut seen = Vec::new();
    while seen.len() < 7 {
        let message = socket.message().await;
        if message["topicName"] == "channel.metadata" {
            continue;
        }
        assert_eq!(message["topicName"], calls_of(&alex));
        assert_eq!(message["version"], "2");
        assert!(message["metadata"]["CorrelationId"].is_string());
        assert_eq!(message["eventBody"]["id"], call);
        let after = (began.elapsed().as_secs_f64() * 10.0).round() / 10.0;
        seen.push((after, states(&message)));
    }
    let expected = [
        (0.0, "contacting"),
        (0.3, "alerting"),
        (2.0, "connected dialing"),
        (3.0, "connected contacting"),
        (6.0, "connected connected"),
        (36.0, "disconnected disconnected"),
        (37.0, "terminated terminated"),
    ];
    let expected = expected.map(|(after, states)| (after, states.to_owned()));
    assert_eq!(seen, expected);
}

#[tokio::test(start_paused = true)]
async fn a_snapshot_is_what_reading_the_call_shows() {
    let client = Client::new(Config::default()).await;
    let alex = client.alex().await;
    let (mut socket, _) = client.listening(&alex).await;
    let call = client.placed(&alex, ORDINARY).await;
    wait(6.5).await;
    let mut last = Value::Null;
    while states(&last) != "connected connected" {
        last = socket.message().await;
    }
    let path = format!("/api/v2/conversations/calls/{call}");
    assert_eq!(last["eventBody"], client.get(&path).await.body);
    let sides = &last["eventBody"]["participants"];
    assert_eq!(sides[0]["user"]["id"], alex);
    assert_eq!(sides[1]["address"], "tel:+12025550123");
}

#[tokio::test(start_paused = true)]
async fn speed_and_hanging_up_are_pushed_as_they_come() {
    let client = Client::new(Config {
        speed: 20.0,
        ..Config::default()
    })
    .await;
    let alex = client.alex().await;
    let (mut socket, _) = client.listening(&alex).await;
    let call = client.placed(&alex, ORDINARY).await;
    assert_eq!(socket.snapshots_for(0.5).await.len(), 5);
    let path = format!("/api/v2/conversations/{call}/disconnect");
    client.send("POST", &path, None).await;
    let end = ["disconnected disconnected", "terminated terminated"];
    assert_eq!(socket.snapshots_for(10.0).await, end);
}

#[tokio::test(start_paused = true)]
async fn hanging_up_at_the_very_moment_of_a_change_is_pushed() {
    let client = Client::new(Config::default()).await;
    let alex = client.alex().await;
    let (mut socket, _) = client.listening(&alex).await;
    let call = client.placed(&alex, ORDINARY).await;
    while states(&socket.message().await) != "alerting" {}
    let path = format!("/api/v2/conversations/{call}/disconnect");
    client.send("POST", &path, None).await;
    let end = ["disconnected", "terminated"];
    assert_eq!(socket.snapshots_for(20.0).await, end);
}

#[tokio::test(start_paused = true)]
async fn a_socket_hears_its_topics_from_its_beginning() {
    let client = Client::new(Config::default()).await;
    let alex = client.alex().await;
    let other = client.agent("alexandra.novak@example.com").await;
    client.placed(&alex, ORDINARY).await;
    wait(1.0).await;
    let (mut socket, channel) = client.listening(&alex).await;
    client.placed(&other, ORDINARY).await;
    let heard = socket.snapshots_for(1.5).await;
    assert_eq!(heard, ["connected dialing"], "no past, and nobody else's");
    let combined = format!("v2.users.{other}?presence&conversations.calls");
    client.subscribe(&channel, &[&combined]).await;
    let heard = socket.snapshots_for(1.0).await;
    assert_eq!(
        heard,
        ["connected dialing"],
        "now the other's, and only that"
    );
    client.send("DELETE", &subscriptions(&channel), None).await;
    assert!(socket.snapshots_for(20.0).await.is_empty());
}

#[tokio::test(start_paused = true)]
async fn conversations_come_nested_where_they_are_asked_for() {
    let client = Client::new(Config::default()).await;
    let alex = client.alex().await;
    let channel = client.channel().await;
    let nested = format!("v2.users.{alex}.conversations");
    client.subscribe(&channel, &[&nested]).await;
    let mut socket = client.socket(&channel).await;
    client.placed(&alex, ORDINARY).await;
    let message = socket.message().await;
    assert_eq!(message["topicName"], nested);
    let side = &message["eventBody"]["participants"][0];
    assert_eq!(side["userId"], alex);
    assert_eq!(side["calls"][0]["state"], "contacting");
}

#[tokio::test(start_paused = true)]
async fn heartbeats_come_every_30_seconds_and_pongs_at_once() {
    let client = Client::new(Config::default()).await;
    let channel = client.channel().await;
    let mut socket = client.socket(&channel).await;
    let began = Instant::now();
    let heartbeat = json!({ "topicName": "channel.metadata", "eventBody": { "message": "WebSocket Heartbeat" } });
    for beat in 1..=3 {
        assert_eq!(socket.message().await, heartbeat);
        assert_eq!(began.elapsed().as_secs(), beat * 30);
    }
    let ping = json!({ "message": "ping" }).to_string();
    for text in ["not JSON", "{}", ping.as_str()] {
        socket.sender.send(text.to_owned()).await.unwrap();
    }
    let pong = json!({ "topicName": "channel.metadata", "eventBody": { "message": "pong" } });
    assert_eq!(socket.message().await, pong);
    assert_eq!(began.elapsed().as_secs(), 90);
    let journal = client.sandbox.journal();
    let opened = journal.iter().find(|entry| entry.method == "GET").unwrap();
    assert_eq!(opened.path, format!("/channels/{channel}"));
    assert_eq!(opened.status, Some(101));
    let heard: Vec<&Value> = journal
        .iter()
        .filter(|entry| entry.method == "SOCKET")
        .map(|entry| entry.body.as_ref().unwrap())
        .collect();
    assert_eq!(heard[2], &json!({ "heard": ping }));
}

#[tokio::test(start_paused = true)]
async fn sockets_die_with_their_token_and_live_on_with_a_new_one() {
    let mut client = Client::new(Config {
        token_lifetime: std::time::Duration::from_secs(600),
        ..Config::default()
    })
    .await;
    let alex = client.alex().await;
    let (mut dies, _) = client.listening(&alex).await;
    let (mut lives, channel) = client.listening(&alex).await;
    wait(300.0).await;
    client.token = token(&client.sandbox).await;
    client.subscribe(&channel, &[&calls_of(&alex)]).await;
    let began = Instant::now();
    dies.ended().await;
    assert_eq!(began.elapsed().as_secs(), 300);
    assert_eq!(client.closings(), ["the token ended"]);
    assert_eq!(
        lives.messages_for(200.0).await.len(),
        26,
        "heartbeats since the beginning"
    );
    client.sandbox.expire_tokens();
    lives.ended().await;
    let path = format!("/channels/{channel}");
    let refused = client.sandbox.open_socket(&path).await.unwrap_err();
    assert_eq!(refused, SocketRefused::Answered(StatusCode::UNAUTHORIZED));
    client.token = token(&client.sandbox).await;
    client
        .send("POST", &subscriptions(&channel), Some(topics(&[])))
        .await;
    client.socket(&channel).await;
}

#[tokio::test(start_paused = true)]
async fn ending_a_token_ends_its_sockets() {
    let client = Client::new(Config::default()).await;
    let (mut socket, _) = client.listening(&client.alex().await).await;
    client.send("DELETE", "/api/v2/tokens/me", None).await;
    socket.ended().await;
}

#[tokio::test(start_paused = true)]
async fn a_channel_has_one_socket() {
    let client = Client::new(Config::default()).await;
    let alex = client.alex().await;
    let (mut first, channel) = client.listening(&alex).await;
    let mut second = client.socket(&channel).await;
    first.ended().await;
    assert_eq!(client.closings(), ["the channel got another socket"]);
    client.placed(&alex, ORDINARY).await;
    assert_eq!(second.snapshots_for(1.0).await.len(), 2);
}

#[tokio::test(start_paused = true)]
async fn a_client_that_goes_is_noticed() {
    let client = Client::new(Config::default()).await;
    let alex = client.alex().await;
    let (socket, _) = client.listening(&alex).await;
    drop(socket);
    wait(0.1).await;
    assert_eq!(client.closings(), ["the client closed it"]);
    assert!(!client.sandbox.channels()[0].connected);
    // One that holds on to its sender but takes nothing is noticed by what it does not take.
    let (socket, _) = client.listening(&alex).await;
    drop(socket.receiver);
    wait(31.0).await;
    assert_eq!(client.closings()[1], "the client takes nothing");
    assert!(socket.sender.is_closed());
}

#[tokio::test(start_paused = true)]
async fn a_call_is_pushed_even_where_its_answer_is_late_or_lost() {
    let client = Client::new(Config::default()).await;
    let alex = client.alex().await;
    let (mut socket, _) = client.listening(&alex).await;
    let path = format!("/api/v2/conversations/calls/user/{alex}");
    let body = json!({ "phoneNumber": "+12025550107" }).to_string();
    assert!(client.try_send("POST", &path, Some(&body)).await.is_err());
    let first = socket.message().await;
    let known = &client.sandbox.calls()[0].conversation_id;
    assert_eq!(first["eventBody"]["id"], json!(known));
}
