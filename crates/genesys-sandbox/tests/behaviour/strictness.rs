//! What does not follow the published API is refused in its words.

use axum::body::Body;
use genesys_sandbox::Config;
use http::Request;
use serde_json::json;

use crate::client::{Client, answer};

#[tokio::test(start_paused = true)]
async fn a_request_needs_a_token_that_works() {
    let client = Client::new(Config::default()).await;
    for authorization in [None, Some("Basic YTpi"), Some("Bearer "), Some("Bearer")] {
        let mut request = Request::get("/api/v2/users");
        if let Some(value) = authorization {
            request = request.header("authorization", value);
        }
        let refused = answer(&client.sandbox, request.body(Body::empty()).unwrap())
            .await
            .unwrap();
        refused.assert_error(401, "authentication.required");
        assert_eq!(refused.header("inin-ratelimit-allowed"), "300");
    }
    let made_up = Request::get("/api/v2/users").header("authorization", "Bearer made-up");
    let refused = answer(&client.sandbox, made_up.body(Body::empty()).unwrap())
        .await
        .unwrap();
    refused.assert_error(401, "bad.credentials");
}

#[tokio::test(start_paused = true)]
async fn wrong_methods_and_unknown_paths_are_told() {
    let client = Client::new(Config::default()).await;
    for (method, path) in [
        ("DELETE", "/api/v2/users"),
        ("GET", "/api/v2/users/search"),
        ("GET", "/api/v2/conversations/calls/user/x"),
        ("PUT", "/api/v2/conversations/calls"),
        ("POST", "/api/v2/tokens/me"),
        ("GET", "/oauth/token"),
    ] {
        client
            .send(method, path, None)
            .await
            .assert_error(405, "method.not.allowed");
    }
    for path in ["/", "/api/v2/nowhere", "/api/v2/conversations/calls/x"] {
        client.get(path).await.assert_error(404, "not.found");
    }
}

#[tokio::test(start_paused = true)]
async fn a_call_body_is_read_strictly() {
    let client = Client::new(Config::default()).await;
    let path = format!("/api/v2/conversations/calls/user/{}", client.alex().await);
    for (body, code) in [
        (
            json!({}),
            "missing.create.conversation.destination.parameter",
        ),
        (
            json!({ "phoneNumber": "" }),
            "missing.create.conversation.destination.parameter",
        ),
        (
            json!({ "phoneNumber": null }),
            "missing.create.conversation.destination.parameter",
        ),
        (
            json!({ "phoneNumber": "+12025550123", "callQueueId": "q" }),
            "too.many.create.conversation.parameters",
        ),
        (
            json!({ "phoneNumber": "+12025550123", "participants": [{ "address": "+12025550124" }] }),
            "too.many.create.conversation.parameters",
        ),
        (
            json!({ "participants": [{ "address": "+1" }] }),
            "conversation.error.cannot.create.conference",
        ),
        (
            json!({ "phoneNumber": 12_025_550_123_u64 }),
            "invalid.value",
        ),
        (json!({ "phoneNumber": ["+12025550123"] }), "invalid.value"),
        (
            json!({ "phoneNumber": "+12025550123", "attributes": { "a": 1 } }),
            "invalid.value",
        ),
        (
            json!({ "phoneNumber": "+12025550123", "attributes": "a" }),
            "invalid.value",
        ),
        (
            json!({ "phoneNumber": "+12025550123", "priority": "high" }),
            "invalid.value",
        ),
        (
            json!({ "phoneNumber": "+12025550123", "to": "x" }),
            "invalid.property",
        ),
        (
            json!({ "participants": [{ "from": {}, "to": {}, "role": "agent" }] }),
            "invalid.property",
        ),
        (json!(["+12025550123"]), "bad.request"),
    ] {
        let refused = client.post(&path, body.clone()).await;
        assert_eq!(
            (refused.status.as_u16(), refused.code()),
            (400, code),
            "{body}"
        );
        refused.assert_error(400, code);
    }
    let broken = client
        .try_send("POST", &path, Some("{\"phoneNumber\":"))
        .await
        .unwrap();
    broken.assert_error(400, "bad.request");
    let message = client.post(&path, json!({ "log": true })).await.body["message"].clone();
    assert_eq!(
        message,
        "Value [log] is not a valid property for object [CreateCallRequest]"
    );
    assert!(
        client.sandbox.calls().is_empty(),
        "no refused request may create a call"
    );
}

#[tokio::test(start_paused = true)]
async fn a_body_needs_its_content_type_and_a_size() {
    let client = Client::new(Config::default()).await;
    let path = format!("/api/v2/conversations/calls/user/{}", client.alex().await);
    let request = |content_type: &str, body: String| {
        Request::post(&path)
            .header("authorization", format!("Bearer {}", client.token))
            .header("content-type", content_type)
            .body(Body::from(body))
            .unwrap()
    };
    let text = request(
        "text/plain",
        json!({ "phoneNumber": "+12025550123" }).to_string(),
    );
    answer(&client.sandbox, text)
        .await
        .unwrap()
        .assert_error(415, "unsupported.media.type");
    let huge = json!({ "phoneNumber": "1".repeat(2 << 20) }).to_string();
    let huge = request("application/json", huge);
    answer(&client.sandbox, huge)
        .await
        .unwrap()
        .assert_error(413, "request.entity.too.large");
    assert!(client.sandbox.calls().is_empty());
}

#[tokio::test(start_paused = true)]
async fn what_needs_a_user_says_so() {
    let client = Client::new(Config::default()).await;
    let call = json!({ "phoneNumber": "+12025550123" });
    client
        .post("/api/v2/conversations/calls", call)
        .await
        .assert_error(400, "not.a.user");
    client
        .get("/api/v2/conversations/calls")
        .await
        .assert_error(400, "not.a.user");
    client
        .get("/api/v2/users/me")
        .await
        .assert_error(400, "not.a.user");
    let own_leg = "/api/v2/conversations/calls/c/participants/p";
    let hang_up = json!({ "state": "disconnected" });
    client
        .send("PATCH", own_leg, Some(hang_up))
        .await
        .assert_error(400, "not.a.user");
    assert!(client.sandbox.calls().is_empty());
}

#[tokio::test(start_paused = true)]
async fn every_answer_carries_its_id_and_the_limits() {
    let client = Client::new(Config::default()).await;
    let first = client.get("/api/v2/users?pageSize=1").await;
    let second = client.get("/api/v2/users?pageSize=1").await;
    assert_ne!(
        first.header("inin-correlation-id"),
        second.header("inin-correlation-id")
    );
    assert_eq!(first.header("inin-ratelimit-count"), "1");
    assert_eq!(second.header("inin-ratelimit-count"), "2");
}
