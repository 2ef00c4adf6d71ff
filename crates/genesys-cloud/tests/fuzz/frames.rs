//! What a server says on the socket of a channel: texts, pauses, and the end.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::body::Body as HttpBody;
use fuzzing::{Reached, Target};
use genesys_cloud::notifications::{Listener, Notification, SILENCE_LIMIT};
use genesys_cloud::transport::{InMemoryTransport, MAX_BODY};
use genesys_cloud::{Dialect, ErrorKind, Operation};
use proptest::prelude::*;
use proptest::test_runner::TestCaseError;
use serde_json::{Value, json};
use tokio::sync::mpsc;

use crate::answers::{LIMITS, a_good_error, in_simulated_time, is_plain};
use crate::arbitrary::AGENT;
use crate::json::{Body, like};
use crate::samples;
use crate::server::{Seen, Server, client, json_reply};

/// What happens on a socket.
#[derive(Debug, Clone)]
enum Event {
    Text(Body),
    Silence(u64),
}

pub(crate) fn targets() -> Vec<Target> {
    let event = prop_oneof![
        9 => like(samples()).prop_map(Event::Text),
        1 => (0..90_u64).prop_map(Event::Silence),
    ];
    let inputs = prop::collection::vec(event, 1..5);
    vec![Target::new("frames", LIMITS, inputs, |events| {
        in_simulated_time(listen(events))
    })]
}

pub(crate) fn samples() -> Vec<Value> {
    let calls = format!("v2.users.{AGENT}.conversations.calls");
    let frame = |topic: &str, body: Value| json!({"topicName": topic, "version": "2", "eventBody": body, "metadata": {"CorrelationId": "x"}});
    vec![
        frame(&calls, samples::call()),
        frame(&calls, samples::call()),
        frame(&calls, samples::call()),
        frame(
            "channel.metadata",
            json!({"message": "WebSocket Heartbeat"}),
        ),
        frame("channel.metadata", json!({"message": "pong"})),
        frame("v2.system.socket_closing", json!({"message": "soon"})),
        frame("v2.users.x.presence", json!({"id": "y"})),
    ]
}

async fn listen(events: Vec<Event>) -> Result<Reached, TestCaseError> {
    let (to_client, from_server) = mpsc::channel(8);
    let (to_server, _from_client) = mpsc::channel(8);
    let mut listener = connected((to_server, from_server)).await;
    let said = events.clone();
    tokio::spawn(async move {
        for event in said {
            match event {
                Event::Silence(seconds) => tokio::time::sleep(Duration::from_secs(seconds)).await,
                Event::Text(body) => {
                    let text = String::from_utf8_lossy(&body.0).into_owned();
                    if to_client.send(text).await.is_err() {
                        return;
                    }
                }
            }
        }
    });
    let mut reached = Reached::Refused;
    for event in &events {
        let Event::Text(body) = event else { continue };
        match listener.receive().await {
            Ok(told) => {
                understood(&told, &String::from_utf8_lossy(&body.0))?;
                if matches!(told, Notification::CallsSnapshot { .. }) {
                    reached = Reached::Accepted;
                }
            }
            Err(error) => {
                a_good_error(&error, Operation::Socket)?;
                let too_large = String::from_utf8_lossy(&body.0).len() > MAX_BODY;
                let silences = events.iter().map(|event| match event {
                    Event::Silence(seconds) => *seconds,
                    Event::Text(_) => 0,
                });
                let silent = silences.sum::<u64>() >= SILENCE_LIMIT.as_secs();
                let expected = match error.kind {
                    ErrorKind::AnswerTooLarge => too_large,
                    ErrorKind::Timeout => silent,
                    _ => false,
                };
                prop_assert!(expected, "{error:?}");
                return Ok(reached);
            }
        }
    }
    Ok(reached)
}

/// Nothing is made up: what is told is in the text.
pub(crate) fn understood(told: &Notification, text: &str) -> Result<(), TestCaseError> {
    let parsed: Value = serde_json::from_str(text).unwrap_or(Value::Null);
    let topic = parsed["topicName"].as_str();
    match told {
        Notification::CallsSnapshot { user_id, call } => {
            let wanted = format!("v2.users.{user_id}.conversations.calls");
            prop_assert_eq!(topic, Some(wanted.as_str()));
            is_plain(user_id)?;
            if let Some(id) = &call.id {
                is_plain(id)?;
                prop_assert_eq!(parsed["eventBody"]["id"].as_str(), Some(id.as_str()));
            }
            let legs = parsed["eventBody"]["participants"].as_array();
            let told_over = |leg: &&Value| {
                let state = leg["state"].as_str().unwrap_or_default();
                state == "disconnected" || state == "terminated"
            };
            // No leg is over that the server did not call over.
            let over = legs.map_or(0, |legs| legs.iter().filter(told_over).count());
            let read_over = call
                .participants
                .iter()
                .filter_map(|leg| leg.state.as_ref());
            prop_assert_eq!(read_over.filter(|state| state.is_over()).count(), over);
            prop_assert!(call.participants.len() <= legs.map_or(0, Vec::len));
            for id in call.participants.iter().filter_map(|leg| leg.id.as_ref()) {
                is_plain(id)?;
            }
            call.started();
            prop_assert!(call.called().iter().all(|called| !called.is_empty()));
        }
        Notification::Heartbeat | Notification::Pong => {
            prop_assert_eq!(topic, Some("channel.metadata"));
        }
        Notification::SocketClosing => {
            prop_assert_eq!(topic, Some("v2.system.socket_closing"));
        }
        Notification::Other { topic } => {
            prop_assert!(
                topic
                    .as_ref()
                    .is_none_or(|topic| topic.chars().count() <= 200)
            );
        }
        other => prop_assert!(false, "no other kinds: {other:?}"),
    }
    Ok(())
}

async fn connected(ends: genesys_cloud::transport::SocketEnds) -> Listener {
    let server = Server::new(|_: &Seen, _| json_reply(200, samples::channel()));
    let service =
        tower::service_fn(move |request: http::Request<HttpBody>| server.clone().handle(request));
    let ends = Mutex::new(Some(ends));
    let transport = InMemoryTransport::new(service).with_sockets(move |_| {
        let ends = ends.lock().unwrap().take();
        Box::pin(async move { ends.ok_or_else(|| std::io::Error::other("one socket")) })
    });
    let client = client(Dialect::Platform, Arc::new(transport));
    let channel = client.create_channel().await.unwrap();
    channel.connect().await.unwrap()
}
