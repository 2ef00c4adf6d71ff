//! Sockets over a real port.

use futures_util::{SinkExt, StreamExt};
use genesys_sandbox::{Config, Fault, FaultRule, Running, Sandbox};
use serde_json::{Value, json};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};
use tokio_tungstenite::{
    WebSocketStream, client_async,
    tungstenite::{Error, Message},
};

use crate::{
    client::{Client, ORDINARY, token},
    listener::calls_of,
};

struct Live {
    client: Client,
    running: Running,
    agent: String,
}

impl Live {
    async fn start() -> Self {
        let sandbox = Sandbox::new(Config {
            speed: 50.0,
            ..Config::default()
        });
        let running = sandbox.serve("127.0.0.1:0".parse().unwrap()).await.unwrap();
        let token = token(&sandbox).await;
        let client = Client { sandbox, token };
        let agent = client.alex().await;
        Self {
            client,
            running,
            agent,
        }
    }

    /// A socket that hears the agent's calls.
    async fn socket(&self) -> WebSocketStream<TcpStream> {
        let channel = self.client.channel().await;
        self.client
            .subscribe(&channel, &[&calls_of(&self.agent)])
            .await;
        self.open(&channel).await.unwrap()
    }

    async fn open(&self, channel: &str) -> Result<WebSocketStream<TcpStream>, Error> {
        let address = self.running.base_url.strip_prefix("http://").unwrap();
        let stream = TcpStream::connect(address).await.unwrap();
        let uri = format!("ws://{address}/channels/{channel}");
        client_async(uri, stream).await.map(|(socket, _)| socket)
    }
}

async fn message(socket: &mut WebSocketStream<TcpStream>) -> Value {
    let message = socket.next().await.unwrap().unwrap();
    serde_json::from_str(message.to_text().unwrap()).unwrap()
}

#[tokio::test]
async fn snapshots_and_pongs_come_over_the_wire() {
    let live = Live::start().await;
    let mut socket = live.socket().await;
    let call = live.client.placed(&live.agent, ORDINARY).await;
    let mut last = Value::Null;
    while last["eventBody"]["participants"][1]["state"] != "terminated" {
        last = message(&mut socket).await;
        assert_eq!(last["eventBody"]["id"], call);
    }
    let ping = json!({ "message": "ping" }).to_string();
    socket.send(Message::text(ping)).await.unwrap();
    assert_eq!(message(&mut socket).await["eventBody"]["message"], "pong");
    socket.close(None).await.unwrap();
    while socket.next().await.is_some() {}
    while live.client.closings().is_empty() {
        tokio::task::yield_now().await;
    }
    assert_eq!(live.client.closings(), ["the client closed it"]);
}

#[tokio::test]
async fn the_address_of_a_channel_is_the_port_of_the_sandbox() {
    let live = Live::start().await;
    let address = live.running.base_url.strip_prefix("http://").unwrap();
    let request = format!(
        "POST /api/v2/notifications/channels HTTP/1.1\r\nHost: somewhere.else\r\n\
         Authorization: Bearer {}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n",
        live.client.token
    );
    let mut stream = TcpStream::connect(address).await.unwrap();
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.unwrap();
    let (_, body) = answer.split_once("\r\n\r\n").unwrap();
    let body: Value = serde_json::from_str(body).unwrap();
    let uri = format!("ws://{address}/channels/{}", body["id"].as_str().unwrap());
    assert_eq!(body["connectUri"], uri);
    assert!(live.open(body["id"].as_str().unwrap()).await.is_ok());
}

#[tokio::test]
async fn a_closed_socket_says_goodbye_and_a_dropped_one_does_not() {
    let live = Live::start().await;
    let mut closed = live.socket().await;
    live.client.sandbox.expire_tokens();
    assert!(matches!(closed.next().await, Some(Ok(Message::Close(_)))));

    let live = Live::start().await;
    let mut dropped = live.socket().await;
    let rule = FaultRule::once("SOCKET *", Fault::DropSocket { after_ms: 0 });
    live.client.sandbox.add_fault(rule);
    assert!(matches!(dropped.next().await, Some(Err(_)) | None));
}

#[tokio::test]
async fn a_refused_handshake_is_an_answer() {
    let live = Live::start().await;
    match live.open("nothing").await {
        Err(Error::Http(answer)) => assert_eq!(answer.status(), 404),
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn stopping_ends_sockets() {
    let live = Live::start().await;
    let mut socket = live.socket().await;
    live.running.stop().await;
    assert!(matches!(socket.next().await, Some(Err(_)) | None));
}
