//! A server that does what a test says, in memory, and remembers what it was asked.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::body::Body;
use bytes::Bytes;
use genesys_cloud::clock::SimulatedClock;
use genesys_cloud::transport::{InMemoryTransport, Transport};
use genesys_cloud::{
    Client, ClientConfig, ClientCredentials, Dialect, Hosts, PlaceCall, PlaceObserver, Timeouts,
};
use http::{HeaderMap, Request, Response};
use http_body_util::BodyExt;
use serde_json::{Value, json};
use tokio::time::Instant;

pub(crate) const CLIENT_ID: &str = "5e8cf67e-client";
pub(crate) const SECRET: &str = "s3cr3t/of+the client";
pub(crate) const AGENT: &str = "0f4f2a31-1111-4c6e-9d2b-aaaaaaaaaaaa";
pub(crate) const CONVERSATION: &str = "6f1b6e4e-2222-4c6e-9d2b-bbbbbbbbbbbb";

/// One request as the server saw it.
#[derive(Debug, Clone)]
pub(crate) struct Seen {
    pub(crate) method: String,
    pub(crate) path: String,
    pub(crate) query: String,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
    pub(crate) at: Duration,
}

impl Seen {
    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers
            .get(name)
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default()
    }

    pub(crate) fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap()
    }

    pub(crate) fn is_token(&self) -> bool {
        self.path == "/oauth/token"
    }

    /// Whether it asks for a call.
    pub(crate) fn places(&self) -> bool {
        self.method == "POST" && self.path.starts_with("/api/v2/conversations/calls")
    }
}

/// What the server does with a request.
pub(crate) enum Reply {
    Answer(Response<Body>),
    Later(Duration, Response<Body>),
    /// The connection closes without an answer.
    Close,
    /// No answer ever comes.
    Hang,
}

pub(crate) fn status(status: u16, body: impl Into<Body>) -> Reply {
    Reply::Answer(answer(status, &[], body))
}

pub(crate) fn json_reply(code: u16, body: Value) -> Reply {
    status(code, body.to_string())
}

pub(crate) fn with_headers(code: u16, headers: &[(&str, &str)], body: impl Into<Body>) -> Reply {
    Reply::Answer(answer(code, headers, body))
}

pub(crate) fn answer(code: u16, headers: &[(&str, &str)], body: impl Into<Body>) -> Response<Body> {
    let mut builder = Response::builder().status(code);
    for (name, value) in headers {
        builder = builder.header(*name, *value);
    }
    builder.body(body.into()).unwrap()
}

/// A body that breaks off after `start`.
pub(crate) fn broken_body(start: &'static str) -> Body {
    let parts: [Result<Bytes, std::io::Error>; 2] = [
        Ok(Bytes::from_static(start.as_bytes())),
        Err(std::io::Error::other("the connection was closed")),
    ];
    Body::from_stream(futures_util::stream::iter(parts))
}

type Handler = dyn Fn(&Seen, usize) -> Reply + Send + Sync;

/// The server. The handler is told how many requests of the same path came before.
#[derive(Clone)]
pub(crate) struct Server {
    seen: Arc<Mutex<Vec<Seen>>>,
    handler: Arc<Handler>,
    start: Instant,
}

impl Server {
    /// Answers every token request with a new token, and all else with `handler`.
    pub(crate) fn new(handler: impl Fn(&Seen, usize) -> Reply + Send + Sync + 'static) -> Self {
        Self::with_tokens(
            |nth| {
                json_reply(
                    200,
                    json!({"access_token": format!("token-{}", nth + 1), "token_type": "bearer", "expires_in": 86400}),
                )
            },
            handler,
        )
    }

    /// As [`Server::new`], with token answers of its own.
    pub(crate) fn with_tokens(
        tokens: impl Fn(usize) -> Reply + Send + Sync + 'static,
        handler: impl Fn(&Seen, usize) -> Reply + Send + Sync + 'static,
    ) -> Self {
        Self {
            seen: Arc::default(),
            handler: Arc::new(move |seen, nth| {
                if seen.is_token() {
                    tokens(nth)
                } else {
                    handler(seen, nth)
                }
            }),
            start: Instant::now(),
        }
    }

    /// Refuses every token request with all that it was sent.
    pub(crate) fn echoing_tokens() -> Self {
        Self {
            seen: Arc::default(),
            handler: Arc::new(|seen, _| {
                let said = format!(
                    "{} {}",
                    seen.header("authorization"),
                    String::from_utf8_lossy(&seen.body)
                );
                json_reply(400, json!({"error": said, "error_description": said}))
            }),
            start: Instant::now(),
        }
    }

    pub(crate) fn seen(&self) -> Vec<Seen> {
        self.seen.lock().unwrap().clone()
    }

    pub(crate) fn tokens(&self) -> usize {
        self.seen().iter().filter(|seen| seen.is_token()).count()
    }

    /// The requests that asked for a call.
    pub(crate) fn placed(&self) -> Vec<Seen> {
        self.seen().into_iter().filter(Seen::places).collect()
    }

    /// All requests but those for tokens.
    pub(crate) fn asked(&self) -> Vec<Seen> {
        self.seen()
            .into_iter()
            .filter(|seen| !seen.is_token())
            .collect()
    }

    pub(crate) async fn handle(
        self,
        request: Request<Body>,
    ) -> Result<Response<Body>, &'static str> {
        let (head, body) = request.into_parts();
        let body = body.collect().await.unwrap().to_bytes();
        let seen = Seen {
            method: head.method.to_string(),
            path: head.uri.path().to_owned(),
            query: head.uri.query().unwrap_or_default().to_owned(),
            headers: head.headers,
            body,
            at: self.start.elapsed(),
        };
        let nth = {
            let mut all = self.seen.lock().unwrap();
            let nth = all.iter().filter(|other| other.path == seen.path).count();
            all.push(seen.clone());
            nth
        };
        match (self.handler)(&seen, nth) {
            Reply::Answer(answer) => Ok(answer),
            Reply::Later(delay, answer) => {
                tokio::time::sleep(delay).await;
                Ok(answer)
            }
            Reply::Close => Err("closed"),
            Reply::Hang => std::future::pending().await,
        }
    }

    pub(crate) fn transport(&self) -> Arc<dyn Transport> {
        let server = self.clone();
        Arc::new(InMemoryTransport::new(tower::service_fn(
            move |request: Request<Body>| server.clone().handle(request),
        )))
    }

    pub(crate) fn client(&self, dialect: Dialect) -> Client {
        client(dialect, self.transport())
    }
}

pub(crate) fn client(dialect: Dialect, transport: Arc<dyn Transport>) -> Client {
    let config = ClientConfig {
        hosts: Hosts::explicit("https://api.example.test", "https://login.example.test").unwrap(),
        dialect,
        credentials: ClientCredentials {
            id: CLIENT_ID.to_owned(),
            secret: SECRET.to_owned().into(),
        }
        .into(),
        timeouts: Timeouts::default(),
    };
    Client::new(config, transport, Arc::new(SimulatedClock::new()))
}

pub(crate) fn a_call() -> PlaceCall {
    PlaceCall {
        agent_id: AGENT.to_owned(),
        agent_name: Some("Alex Kim".to_owned()),
        number: "+14155552671".to_owned(),
        caller_id: None,
        caller_name: None,
        queue_id: None,
        attributes: Default::default(),
    }
}

pub(crate) fn placed_reply() -> Reply {
    json_reply(202, json!({"id": CONVERSATION, "selfUri": "/x"}))
}

/// What an observer of a placed call heard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Heard {
    Sending,
    Waiting(Duration),
}

#[derive(Default)]
pub(crate) struct Ear(Mutex<Vec<Heard>>);

impl Ear {
    pub(crate) fn heard(&self) -> Vec<Heard> {
        self.0.lock().unwrap().clone()
    }
}

impl PlaceObserver for Ear {
    fn waiting(&self, duration: Duration) {
        self.0.lock().unwrap().push(Heard::Waiting(duration));
    }

    fn sending(&self) -> bool {
        self.0.lock().unwrap().push(Heard::Sending);
        true
    }
}
