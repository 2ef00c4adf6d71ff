//! The same on a real loopback port.

use std::{io, net::SocketAddr};

use genesys_sandbox::{Config, Fault, FaultRule, Running, Sandbox};
use serde_json::json;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};

use crate::client::{ORDINARY, token};

async fn start() -> (Sandbox, Running) {
    let sandbox = Sandbox::new(Config::default());
    let running = sandbox.serve("127.0.0.1:0".parse().unwrap()).await.unwrap();
    (sandbox, running)
}

fn address(running: &Running) -> SocketAddr {
    running
        .base_url
        .strip_prefix("http://")
        .unwrap()
        .parse()
        .unwrap()
}

/// Sends a request for a call and reads whatever comes until the connection is closed.
async fn place(sandbox: &Sandbox, running: &Running, number: &str) -> Vec<u8> {
    let agent = &sandbox.agents()[0].id;
    let body = json!({ "phoneNumber": number }).to_string();
    let request = format!(
        "POST /api/v2/conversations/calls/user/{agent} HTTP/1.1\r\nHost: sandbox\r\n\
         Authorization: Bearer {}\r\nContent-Type: application/json\r\nConnection: close\r\n\
         Content-Length: {}\r\n\r\n{body}",
        token(sandbox).await,
        body.len(),
    );
    let mut stream = TcpStream::connect(address(running)).await.unwrap();
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut read = Vec::new();
    match stream.read_to_end(&mut read).await {
        Ok(_) => {}
        Err(error) => assert_eq!(error.kind(), io::ErrorKind::ConnectionReset),
    }
    read
}

#[tokio::test]
async fn a_call_is_answered_over_http() {
    let (sandbox, running) = start().await;
    let read = place(&sandbox, &running, ORDINARY).await;
    let read = String::from_utf8(read).unwrap();
    assert!(read.starts_with("HTTP/1.1 202 "), "{read}");
    assert!(read.contains(&sandbox.calls()[0].conversation_id), "{read}");
}

#[tokio::test]
async fn a_dropped_connection_carries_not_one_byte() {
    let (sandbox, running) = start().await;
    for (fault, calls) in [(Fault::DropBefore, 0), (Fault::DropAfter, 1)] {
        sandbox.add_fault(FaultRule::once("POST /api/*", fault));
        assert_eq!(place(&sandbox, &running, ORDINARY).await, b"");
        assert_eq!(sandbox.calls().len(), calls);
    }
    assert_eq!(place(&sandbox, &running, "+12025550107").await, b"");
    assert_eq!(sandbox.calls().len(), 2);
}

#[tokio::test]
async fn a_truncated_answer_announces_more_than_it_sends() {
    let (sandbox, running) = start().await;
    sandbox.add_fault(FaultRule::once("POST /api/*", Fault::Truncate));
    let read = String::from_utf8(place(&sandbox, &running, ORDINARY).await).unwrap();
    let (head, body) = read.split_once("\r\n\r\n").unwrap();
    let announced: usize = head
        .lines()
        .find_map(|line| line.strip_prefix("content-length: "))
        .unwrap()
        .parse()
        .unwrap();
    assert_eq!(body.len(), announced / 2);
    assert!(body.starts_with("{\"id\":"), "{body}");
}

#[tokio::test]
async fn stopping_closes_the_port_and_open_connections() {
    let (_, running) = start().await;
    let address = address(&running);
    let mut idle = TcpStream::connect(address).await.unwrap();
    running.stop().await;
    assert!(TcpStream::connect(address).await.is_err());
    let mut byte = [0];
    assert!(matches!(idle.read(&mut byte).await, Ok(0) | Err(_)));
}

#[tokio::test]
async fn only_loopback_is_listened_on() {
    let sandbox = Sandbox::new(Config::default());
    let refused = sandbox
        .serve("0.0.0.0:0".parse().unwrap())
        .await
        .unwrap_err();
    assert_eq!(refused.kind(), io::ErrorKind::InvalidInput);
}
