//! Listening on a channel's socket, in simulated time.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::body::Body;
use genesys_cloud::notifications::{Channel, HEARTBEAT, Listener, Notification, SILENCE_LIMIT};
use genesys_cloud::transport::{InMemoryTransport, SocketEnds};
use genesys_cloud::{Dialect, Error, ErrorKind, Operation};
use serde_json::json;
use tokio::sync::mpsc;
use tokio::time::Instant;

use crate::channels::{CHANNEL, channel_reply};
use crate::server::{Seen, Server, client};

/// The server's side of one socket.
struct ServerEnd {
    to_client: mpsc::Sender<String>,
    from_client: mpsc::Receiver<String>,
}

impl ServerEnd {
    async fn say(&self, text: impl Into<String>) {
        self.to_client.send(text.into()).await.unwrap();
    }

    async fn beat(&self) {
        let beat = json!({"topicName": "channel.metadata", "eventBody": {"message": "WebSocket Heartbeat"}});
        self.say(beat.to_string()).await;
    }
}

/// A socket's two sides.
fn pair() -> (SocketEnds, ServerEnd) {
    let (to_server, from_client) = mpsc::channel(8);
    let (to_client, from_server) = mpsc::channel(8);
    let end = ServerEnd {
        to_client,
        from_client,
    };
    ((to_server, from_server), end)
}

/// A channel on a server whose sockets `connect` opens.
async fn channel<F>(connect: impl Fn(http::Uri) -> F + Send + Sync + 'static) -> Channel
where
    F: Future<Output = std::io::Result<SocketEnds>> + Send + 'static,
{
    let server = Server::new(|_: &Seen, _| channel_reply());
    let service =
        tower::service_fn(move |request: http::Request<Body>| server.clone().handle(request));
    let transport = InMemoryTransport::new(service).with_sockets(move |uri| Box::pin(connect(uri)));
    let client = client(Dialect::Platform, Arc::new(transport));
    client.create_channel().await.unwrap()
}

async fn listening() -> (Listener, ServerEnd) {
    let (ends, server) = pair();
    let ends = Mutex::new(Some(ends));
    let channel = channel(move |_| {
        let ends = ends.lock().unwrap().take();
        async move { ends.ok_or_else(|| std::io::Error::other("one socket a channel")) }
    })
    .await;
    (channel.connect().await.unwrap(), server)
}

fn assert_socket_error(error: &Error, kind: ErrorKind) {
    assert_eq!((error.operation, error.kind), (Operation::Socket, kind));
    assert_eq!(error.host.as_deref(), Some("streaming.example.test"));
    assert!(!format!("{error:?} {error}").contains("k3y"), "{error:?}");
}

#[tokio::test(start_paused = true)]
async fn the_channels_own_address_is_connected_to() {
    let opened = Arc::new(Mutex::new(Vec::new()));
    let remember = Arc::clone(&opened);
    let channel = channel(move |uri| {
        remember.lock().unwrap().push(uri.to_string());
        std::future::ready(Ok(pair().0))
    })
    .await;
    channel.connect().await.unwrap();
    assert_eq!(
        *opened.lock().unwrap(),
        [format!("wss://streaming.example.test/channels/{CHANNEL}")]
    );
}

#[tokio::test(start_paused = true)]
async fn what_the_server_says_is_heard_in_order() {
    let (mut listener, server) = listening().await;
    server.beat().await;
    server.say("garbage").await;
    server
        .say(json!({"topicName": "v2.system.socket_closing"}).to_string())
        .await;
    let heard = [
        listener.receive().await.unwrap(),
        listener.receive().await.unwrap(),
        listener.receive().await.unwrap(),
    ];
    let expected = [
        Notification::Heartbeat,
        Notification::Other { topic: None },
        Notification::SocketClosing,
    ];
    assert_eq!(heard, expected);
}

#[tokio::test(start_paused = true)]
async fn heartbeats_keep_it_alive_and_silence_ends_it() {
    assert!(SILENCE_LIMIT > HEARTBEAT * 2);
    let (mut listener, server) = listening().await;
    for _ in 0..10 {
        tokio::time::advance(HEARTBEAT * 2).await;
        server.beat().await;
        assert_eq!(listener.receive().await.unwrap(), Notification::Heartbeat);
    }
    let begun = Instant::now();
    let error = listener.receive().await.unwrap_err();
    assert_eq!(begun.elapsed(), SILENCE_LIMIT);
    assert_socket_error(&error, ErrorKind::Timeout);
    assert_eq!(error.waited, Some(SILENCE_LIMIT));
}

#[tokio::test(start_paused = true)]
async fn silence_is_counted_through_calls_that_were_given_up() {
    let (listener, server) = listening().await;
    let mut listener = listener.silence_limit(Duration::from_secs(40));
    for _ in 0..3 {
        let wait = tokio::time::timeout(Duration::from_secs(10), listener.receive());
        assert!(wait.await.is_err());
    }
    assert_eq!(listener.silent_for(), Duration::from_secs(30));
    let begun = Instant::now();
    let error = listener.receive().await.unwrap_err();
    assert_eq!(begun.elapsed(), Duration::from_secs(10));
    assert_eq!(error.kind, ErrorKind::Timeout);
    drop(server);
}

#[tokio::test(start_paused = true)]
async fn what_arrived_while_nobody_listened_counts_before_the_silence() {
    // Often, because two that are ready at once could be taken in any order.
    for _ in 0..20 {
        let (mut listener, server) = listening().await;
        server.beat().await;
        // As after a night's sleep.
        tokio::time::advance(SILENCE_LIMIT * 100).await;
        assert_eq!(listener.receive().await.unwrap(), Notification::Heartbeat);
        assert_eq!(listener.silent_for(), Duration::ZERO);
    }
}

#[tokio::test(start_paused = true)]
async fn a_ping_is_what_the_server_expects() {
    let (mut listener, mut server) = listening().await;
    listener.ping().await.unwrap();
    let ping: serde_json::Value =
        serde_json::from_str(&server.from_client.recv().await.unwrap()).unwrap();
    assert_eq!(ping, json!({"message": "ping"}));
    let pong = json!({"topicName": "channel.metadata", "eventBody": {"message": "pong"}});
    server.say(pong.to_string()).await;
    assert_eq!(listener.receive().await.unwrap(), Notification::Pong);
}

#[tokio::test(start_paused = true)]
async fn a_ping_to_a_server_that_does_not_read_is_given_up() {
    let (mut listener, _server) = listening().await;
    // Whatever room there is on the way is used up at some time.
    let error = loop {
        if let Err(error) = listener.ping().await {
            break error;
        }
    };
    assert_socket_error(&error, ErrorKind::Timeout);
}

#[tokio::test(start_paused = true)]
async fn a_socket_that_the_server_closes_is_told_apart_from_a_broken_one() {
    let (mut listener, server) = listening().await;
    drop(server);
    assert_socket_error(&listener.receive().await.unwrap_err(), ErrorKind::Closed);
    assert_socket_error(
        &listener.ping().await.unwrap_err(),
        ErrorKind::ConnectionLost,
    );

    let (mut listener, server) = listening().await;
    server.say("x".repeat(2_000_000)).await;
    assert_socket_error(
        &listener.receive().await.unwrap_err(),
        ErrorKind::AnswerTooLarge,
    );
    assert_eq!(
        listener.receive().await.unwrap_err().kind,
        ErrorKind::Closed
    );
}

#[tokio::test(start_paused = true)]
async fn dropping_the_listener_closes_the_socket() {
    let (listener, mut server) = listening().await;
    drop(listener);
    assert_eq!(server.from_client.recv().await, None);
    assert!(server.to_client.is_closed());
}

#[tokio::test(start_paused = true)]
async fn where_no_socket_comes_to_be_it_is_said_and_not_tried_again() {
    let tries = Arc::new(Mutex::new(0));
    let count = Arc::clone(&tries);
    let refused = channel(move |_| {
        *count.lock().unwrap() += 1;
        std::future::ready(Err(std::io::Error::other("no")))
    })
    .await;
    let error = refused.connect().await.unwrap_err();
    assert_socket_error(&error, ErrorKind::Unreachable);
    assert_eq!(*tries.lock().unwrap(), 1);

    for (kind, told) in [
        (std::io::ErrorKind::NotFound, ErrorKind::NotFound),
        (std::io::ErrorKind::PermissionDenied, ErrorKind::Refused),
        (
            std::io::ErrorKind::ConnectionReset,
            ErrorKind::ConnectionLost,
        ),
    ] {
        let refused = channel(move |_| std::future::ready(Err(kind.into()))).await;
        assert_socket_error(&refused.connect().await.unwrap_err(), told);
    }

    let begun = Instant::now();
    let silent = channel(|_| std::future::pending()).await;
    let error = silent.connect().await.unwrap_err();
    assert_socket_error(&error, ErrorKind::Timeout);
    assert_eq!(begun.elapsed(), Duration::from_secs(10));

    // A transport without sockets has none to give.
    let server = Server::new(|_: &Seen, _| channel_reply());
    let channel = server
        .client(Dialect::Platform)
        .create_channel()
        .await
        .unwrap();
    assert_socket_error(
        &channel.connect().await.unwrap_err(),
        ErrorKind::Unreachable,
    );
}
