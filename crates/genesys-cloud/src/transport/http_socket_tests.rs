//! Sockets over real loopback connections.

use futures_util::{SinkExt, StreamExt};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio_tungstenite::WebSocketStream;
use tokio_tungstenite::tungstenite::Message;

use super::tests::*;
use super::*;
use std::net::SocketAddr;

type ServerEnd = WebSocketStream<TcpStream>;

/// A server that hands each socket that is opened to `serve`, and the address to open one at.
async fn serving<F>(serve: impl Fn(ServerEnd) -> F + Send + 'static) -> Url
where
    F: Future<Output = ()> + Send + 'static,
{
    let (listener, url) = listening().await;
    tokio::spawn(async move {
        loop {
            let (stream, _) = listener.accept().await.unwrap();
            let socket = tokio_tungstenite::accept_async(stream).await.unwrap();
            tokio::spawn(serve(socket));
        }
    });
    url
}

async fn listening() -> (TcpListener, Url) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    (listener, at("ws", address))
}

fn at(scheme: &str, address: SocketAddr) -> Url {
    let port = address.port();
    let host = if scheme == "wss" {
        "localhost"
    } else {
        "127.0.0.1"
    };
    format!("{scheme}://{host}:{port}/channels/streaming-0-k3y")
        .parse()
        .unwrap()
}

async fn open(url: Url) -> Result<Box<dyn Socket>, TransportError> {
    transport().open_socket(url, Limits::default()).await
}

async fn failure(url: Url) -> TransportError {
    let error = open(url).await.err().unwrap();
    let text = format!("{error:?} {error}");
    assert!(!text.contains("k3y"), "{text}");
    error
}

/// A server that does the handshake by hand, writes `bytes` and keeps the connection open.
async fn writing(bytes: Vec<u8>) -> Url {
    let (listener, url) = listening().await;
    tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.unwrap();
        let head = read_head(&mut stream).await;
        let key = head
            .lines()
            .find_map(|line| line.strip_prefix("sec-websocket-key: "))
            .unwrap();
        let accept = tungstenite::handshake::derive_accept_key(key.as_bytes());
        let answer = format!(
            "HTTP/1.1 101 Switching Protocols\r\nconnection: Upgrade\r\nupgrade: websocket\r\nsec-websocket-accept: {accept}\r\n\r\n"
        );
        stream.write_all(answer.as_bytes()).await.unwrap();
        // The client may hang up in the middle.
        drop(stream.write_all(&bytes).await);
        let mut rest = Vec::new();
        drop(stream.read_to_end(&mut rest).await);
    });
    url
}

/// What is received first from a server that writes `bytes`: an error, after which nothing comes.
async fn first_error(bytes: Vec<u8>) -> TransportErrorKind {
    let mut socket = open(writing(bytes).await).await.unwrap();
    let received = tokio::time::timeout(Duration::from_secs(10), socket.receive());
    let error = received.await.unwrap().unwrap().unwrap_err();
    assert!(socket.receive().await.is_none());
    error.kind
}

#[tokio::test]
async fn texts_travel_both_ways_and_nothing_else_is_told() {
    let url = serving(|mut socket| async move {
        for message in [
            Message::Text("one".into()),
            Message::Binary(vec![1, 2, 3].into()),
            Message::Ping(vec![4].into()),
            Message::Text("two".into()),
        ] {
            socket.send(message).await.unwrap();
        }
        while let Some(Ok(message)) = socket.next().await {
            if let Message::Text(text) = message {
                socket.send(Message::Text(text)).await.unwrap();
            }
        }
    })
    .await;
    let mut socket = open(url).await.unwrap();
    assert_eq!(socket.receive().await.unwrap().unwrap(), "one");
    assert_eq!(socket.receive().await.unwrap().unwrap(), "two");
    socket.send("three".to_owned()).await.unwrap();
    assert_eq!(socket.receive().await.unwrap().unwrap(), "three");
}

#[tokio::test]
async fn waiting_can_be_given_up_without_losing_anything() {
    let (give, mut gate) = tokio::sync::mpsc::channel::<()>(1);
    let (listener, url) = listening().await;
    tokio::spawn(async move {
        let (stream, _) = listener.accept().await.unwrap();
        let mut socket = tokio_tungstenite::accept_async(stream).await.unwrap();
        gate.recv().await.unwrap();
        for text in ["one", "two"] {
            socket.send(Message::Text(text.into())).await.unwrap();
        }
        std::future::pending::<()>().await;
    });
    let mut socket = open(url).await.unwrap();
    for _ in 0..3 {
        let wait = tokio::time::timeout(Duration::from_millis(5), socket.receive());
        assert!(wait.await.is_err());
    }
    give.send(()).await.unwrap();
    assert_eq!(socket.receive().await.unwrap().unwrap(), "one");
    assert_eq!(socket.receive().await.unwrap().unwrap(), "two");
}

#[tokio::test]
async fn a_socket_that_the_server_closes_ends() {
    let url = serving(|mut socket| async move {
        socket.send(Message::Text("last".into())).await.unwrap();
        socket.close(None).await.unwrap();
    })
    .await;
    let mut socket = open(url).await.unwrap();
    assert_eq!(socket.receive().await.unwrap().unwrap(), "last");
    assert!(socket.receive().await.is_none());
    assert!(socket.receive().await.is_none());
    let error = socket.send("x".to_owned()).await.unwrap_err();
    assert_eq!(error.kind, TransportErrorKind::Reset);
}

#[tokio::test]
async fn a_connection_that_breaks_is_an_error_and_then_the_end() {
    let url = serving(|socket| async move { drop(socket) }).await;
    let mut socket = open(url).await.unwrap();
    let error = socket.receive().await.unwrap().unwrap_err();
    assert_eq!(error.kind, TransportErrorKind::Reset);
    assert!(socket.receive().await.is_none());
}

#[tokio::test]
async fn dropping_it_closes_the_connection() {
    let (tell, mut told) = tokio::sync::mpsc::channel(1);
    let url = serving(move |mut socket| {
        let tell = tell.clone();
        async move {
            // Ends with whatever tells that the other side is gone.
            while let Some(Ok(_)) = socket.next().await {}
            tell.send(()).await.unwrap();
        }
    })
    .await;
    drop(open(url).await.unwrap());
    let gone = tokio::time::timeout(Duration::from_secs(5), told.recv());
    assert_eq!(gone.await.unwrap(), Some(()));
}

#[tokio::test]
async fn a_text_over_the_limit_is_cut_off() {
    // In one frame, and in many that claim to be one text.
    let one = |text: String| vec![Message::Text(text.into())];
    let most = one("x".repeat(super::super::MAX_BODY));
    let over = one("x".repeat(super::super::MAX_BODY + 1));
    let url = serving(move |mut socket| {
        let messages: Vec<Message> = most.iter().chain(&over).cloned().collect();
        async move {
            for message in messages {
                // The client hangs up in the middle of the second.
                drop(socket.send(message).await);
            }
            std::future::pending::<()>().await;
        }
    })
    .await;
    let mut socket = open(url).await.unwrap();
    let fits = socket.receive().await.unwrap().unwrap();
    assert_eq!(fits.len(), super::super::MAX_BODY);
    let error = socket.receive().await.unwrap().unwrap_err();
    assert_eq!(error.kind, TransportErrorKind::BodyTooLarge);
    assert!(socket.receive().await.is_none());
}

#[tokio::test]
async fn a_text_that_never_ends_is_cut_off() {
    // Text, not final, 64 KiB; then continuations, none of them final.
    let piece = |opcode: u8| {
        let mut frame = vec![opcode, 127, 0, 0, 0, 0, 0, 1, 0, 0];
        frame.resize(frame.len() + 65_536, b'x');
        frame
    };
    let mut bytes = piece(0x01);
    (0..64).for_each(|_| bytes.extend(piece(0x00)));
    assert_eq!(first_error(bytes).await, TransportErrorKind::BodyTooLarge);
}

#[tokio::test]
async fn a_frame_that_claims_to_be_huge_is_refused_before_it_is_read() {
    let bytes = vec![0x81, 127, 0x7f, 255, 255, 255, 255, 255, 255, 255, b'x'];
    assert_eq!(first_error(bytes).await, TransportErrorKind::BodyTooLarge);
}

#[tokio::test]
async fn what_is_no_websocket_is_an_error() {
    let broken: [&[u8]; 5] = [
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 1000\r\n\r\n<!doctype html><html><head>",
        // Reserved bits, a reserved kind, a masked frame, and bytes that are no text.
        &[0xf1, 1, b'x'],
        &[0x83, 1, b'x'],
        &[0x81, 0x81, 1, 2, 3, 4, b'x'],
        &[0x81, 2, 0xff, 0xfe],
    ];
    for bytes in broken {
        let kind = first_error(bytes.to_vec()).await;
        assert_eq!(kind, TransportErrorKind::Other, "{bytes:?}");
    }
}

#[tokio::test]
async fn a_server_that_refuses_says_so() {
    for (answer, status) in [
        (&b"HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n"[..], 401),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\n<html>", 200),
        (b"HTTP/1.1 307 Go\r\nLocation: ws://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n", 307),
        (b"HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: websocket\r\nsec-websocket-accept: wrong\r\n\r\n", 101),
    ] {
        let (address, requests) = answering(answer).await;
        let error = failure(at("ws", address)).await;
        assert_eq!(error.head.unwrap().status, status);
        assert_eq!(requests.load(std::sync::atomic::Ordering::SeqCst), 1);
    }
}

#[tokio::test]
async fn where_there_is_no_server_is_told_apart() {
    let (listener, closed) = listening().await;
    drop(listener);
    assert_eq!(failure(closed).await.kind, TransportErrorKind::Connect);
    let nowhere = "wss://no-such-host.invalid/channels/k3y".parse().unwrap();
    assert_eq!(failure(nowhere).await.kind, TransportErrorKind::Name);
}

/// A TLS server that says one text on each socket.
pub(super) async fn greeting_over_tls() -> (SocketAddr, CertificateDer<'static>) {
    let (acceptor, certificate) = tls_acceptor(2120);
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move {
        loop {
            let (stream, _) = listener.accept().await.unwrap();
            // A client that does not trust us ends the handshake.
            let Ok(stream) = acceptor.accept(stream).await else {
                continue;
            };
            let mut socket = tokio_tungstenite::accept_async(stream).await.unwrap();
            socket.send(Message::Text("hello".into())).await.unwrap();
            drop(socket.next().await);
        }
    });
    (address, certificate)
}

#[tokio::test]
async fn certificates_are_checked_as_for_requests() {
    let (address, certificate) = greeting_over_tls().await;
    let error = failure(at("wss", address)).await;
    assert_eq!(error.kind, TransportErrorKind::Tls { expired: false });
    let transport = trusting(&certificate);
    let opened = transport.open_socket(at("wss", address), Limits::default());
    let mut socket = opened.await.unwrap();
    assert_eq!(socket.receive().await.unwrap().unwrap(), "hello");
}
