//! A plain client of the sandbox in memory, which knows nothing but HTTP and JSON.

use axum::body::Body;
use base64::{Engine, prelude::BASE64_STANDARD};
use genesys_sandbox::{Config, ConnectionClosed, Sandbox};
use http::{HeaderMap, Request, StatusCode};
use serde_json::{Value, json};

pub(crate) const ORDINARY: &str = "+12025550123";

pub(crate) struct Client {
    pub(crate) sandbox: Sandbox,
    pub(crate) token: String,
}

#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Value,
}

impl Answer {
    pub(crate) fn code(&self) -> &str {
        self.body["code"].as_str().unwrap_or_default()
    }

    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).unwrap().to_str().unwrap()
    }

    /// Asserts an error of the API and everything that comes with each of them.
    #[track_caller]
    pub(crate) fn assert_error(&self, status: u16, code: &str) {
        assert_eq!(
            (self.status.as_u16(), self.code()),
            (status, code),
            "{}",
            self.body
        );
        assert_eq!(self.body["status"], status);
        assert_eq!(self.body["contextId"], self.header("inin-correlation-id"));
        assert!(!self.body["message"].as_str().unwrap().is_empty());
        assert!(self.body["details"].is_array() && self.body["errors"].is_array());
    }
}

impl Client {
    pub(crate) async fn new(config: Config) -> Self {
        let sandbox = Sandbox::new(config);
        let token = token(&sandbox).await;
        Self { sandbox, token }
    }

    pub(crate) async fn get(&self, path: &str) -> Answer {
        self.send("GET", path, None).await
    }

    pub(crate) async fn post(&self, path: &str, body: Value) -> Answer {
        self.send("POST", path, Some(body)).await
    }

    pub(crate) async fn send(&self, method: &str, path: &str, body: Option<Value>) -> Answer {
        let body = body.map(|body| body.to_string());
        self.try_send(method, path, body.as_deref()).await.unwrap()
    }

    /// Sends a body as JSON, whatever it is.
    pub(crate) async fn try_send(
        &self,
        method: &str,
        path: &str,
        body: Option<&str>,
    ) -> Result<Answer, ConnectionClosed> {
        let mut request = Request::builder()
            .method(method)
            .uri(path)
            .header("authorization", format!("Bearer {}", self.token));
        if body.is_some() {
            request = request.header("content-type", "application/json");
        }
        let body = body.map_or_else(Body::empty, |body| Body::from(body.to_owned()));
        answer(&self.sandbox, request.body(body).unwrap()).await
    }

    /// The id of the team member with that e-mail, found as a client finds it.
    pub(crate) async fn agent(&self, email: &str) -> String {
        let query = json!({ "query": [{ "type": "EXACT", "fields": ["email"], "value": email }] });
        let found = self.post("/api/v2/users/search", query).await;
        assert_eq!(found.body["total"], 1, "{email}");
        found.body["results"][0]["id"].as_str().unwrap().to_owned()
    }

    pub(crate) async fn alex(&self) -> String {
        self.agent("agent@example.com").await
    }

    /// A queue of the agent's.
    pub(crate) async fn queue(&self, agent: &str) -> String {
        let found = self.get(&format!("/api/v2/users/{agent}/queues")).await;
        found.body["entities"][0]["id"].as_str().unwrap().to_owned()
    }

    /// Asks for a call the way the published API wants it.
    pub(crate) async fn place(&self, agent: &str, number: &str) -> Answer {
        let path = format!("/api/v2/conversations/calls/user/{agent}");
        self.post(&path, json!({ "phoneNumber": number })).await
    }

    /// Places a call that has to be accepted, and returns its conversation id.
    pub(crate) async fn placed(&self, agent: &str, number: &str) -> String {
        let placed = self.place(agent, number).await;
        assert_eq!(placed.status, 202, "{}", placed.body);
        placed.body["id"].as_str().unwrap().to_owned()
    }

    /// The flat participants of a call.
    pub(crate) async fn participants(&self, call: &str) -> Vec<Value> {
        let answer = self
            .get(&format!("/api/v2/conversations/calls/{call}"))
            .await;
        assert_eq!(answer.status, 200, "{}", answer.body);
        answer.body["participants"].as_array().unwrap().clone()
    }
}

pub(crate) async fn answer(
    sandbox: &Sandbox,
    request: Request<Body>,
) -> Result<Answer, ConnectionClosed> {
    let (parts, body) = sandbox.handle(request).await?.into_parts();
    let body = axum::body::to_bytes(body, 1 << 24).await.unwrap();
    Ok(Answer {
        status: parts.status,
        headers: parts.headers,
        body: serde_json::from_slice(&body).unwrap_or_default(),
    })
}

pub(crate) fn basic(id: &str, secret: &str) -> String {
    format!("Basic {}", BASE64_STANDARD.encode(format!("{id}:{secret}")))
}

pub(crate) async fn ask_for_token(sandbox: &Sandbox, authorization: &str) -> Answer {
    let request = Request::post("/oauth/token")
        .header("authorization", authorization)
        .header("content-type", "application/x-www-form-urlencoded")
        .body(Body::from("grant_type=client_credentials"))
        .unwrap();
    answer(sandbox, request).await.unwrap()
}

pub(crate) async fn token(sandbox: &Sandbox) -> String {
    let config = sandbox.config();
    let answer = ask_for_token(sandbox, &basic(&config.client_id, &config.client_secret)).await;
    answer.body["access_token"].as_str().unwrap().to_owned()
}

pub(crate) async fn wait(seconds: f64) {
    tokio::time::sleep(std::time::Duration::from_secs_f64(seconds)).await;
}
