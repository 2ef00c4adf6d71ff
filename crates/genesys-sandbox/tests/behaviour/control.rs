//! `/sandbox/…`.

use axum::body::Body;
use genesys_sandbox::{Config, Sandbox};
use http::Request;
use serde_json::{Value, json};

use crate::client::{Answer, Client, ORDINARY, answer, wait};

async fn control(sandbox: &Sandbox, method: &str, path: &str, body: &str) -> Answer {
    let request = Request::builder()
        .method(method)
        .uri(path)
        .body(Body::from(body.to_owned()))
        .unwrap();
    answer(sandbox, request).await.unwrap()
}

#[tokio::test(start_paused = true)]
async fn faults_are_scripted_without_a_token() {
    let client = Client::new(Config::default()).await;
    let rule = json!({
        "match": "GET /api/v2/users*",
        "times": 2,
        "fault": { "kind": "status", "status": 429, "code": "too.many.requests", "retry_after": 1 },
    });
    let added = control(
        &client.sandbox,
        "POST",
        "/sandbox/faults",
        &rule.to_string(),
    )
    .await;
    assert_eq!(added.status, 201, "{}", added.body);
    client
        .get("/api/v2/users")
        .await
        .assert_error(429, "too.many.requests");
    let left = control(&client.sandbox, "GET", "/sandbox/faults", "")
        .await
        .body;
    assert_eq!(left[0]["times"], 1);
    client
        .get("/api/v2/users/x")
        .await
        .assert_error(429, "too.many.requests");
    assert_eq!(client.get("/api/v2/users").await.status, 200);
    for wrong in [
        "",
        "{}",
        r#"{"match":"*","fault":{"kind":"magic"}}"#,
        r#"{"match":"*","fault":{"kind":"status","status":42}}"#,
        r#"{"match":"*","fault":{"kind":"delay","ms":"soon"}}"#,
    ] {
        let refused = control(&client.sandbox, "POST", "/sandbox/faults", wrong).await;
        assert_eq!(refused.status, 400, "{wrong}");
    }
}

#[tokio::test(start_paused = true)]
async fn the_journal_has_every_request_in_order_without_secrets() {
    let client = Client::new(Config::default()).await;
    let secret = client.sandbox.config().client_secret.clone();
    let form = format!("grant_type=client_credentials&client_id=x&client_secret={secret}");
    let request = Request::post("/oauth/token")
        .header("content-type", "application/x-www-form-urlencoded")
        .body(Body::from(form))
        .unwrap();
    answer(&client.sandbox, request).await.unwrap();
    let agent = client.alex().await;
    client.place(&agent, ORDINARY).await;
    let journal = control(&client.sandbox, "GET", "/sandbox/journal", "")
        .await
        .body;
    let lines: Vec<(&str, &str, u64)> = journal
        .as_array()
        .unwrap()
        .iter()
        .map(|entry| {
            let text = |name: &str| entry[name].as_str().unwrap();
            (
                text("method"),
                text("path"),
                entry["status"].as_u64().unwrap(),
            )
        })
        .collect();
    let call = format!("/api/v2/conversations/calls/user/{agent}");
    assert_eq!(
        lines,
        [
            ("POST", "/oauth/token", 200),
            ("POST", "/oauth/token", 400),
            ("POST", "/api/v2/users/search", 200),
            ("POST", call.as_str(), 202),
        ]
    );
    assert_eq!(journal[3]["body"], json!({ "phoneNumber": ORDINARY }));
    let everything = journal.to_string();
    assert!(!everything.contains(&secret) && !everything.contains(&client.token));
}

#[tokio::test(start_paused = true)]
async fn calls_tell_agent_number_and_state() {
    let client = Client::new(Config::default()).await;
    let agent = client.alex().await;
    let id = client.placed(&agent, ORDINARY).await;
    let mut seen = Vec::new();
    for seconds in [0.0, 1.0, 2.0, 4.0, 30.0] {
        wait(seconds).await;
        let calls = control(&client.sandbox, "GET", "/sandbox/calls", "")
            .await
            .body;
        let call = &calls.as_array().unwrap()[0];
        assert_eq!(
            (&call["agent_id"], &call["number"]),
            (&json!(agent), &json!(ORDINARY))
        );
        assert_eq!(
            (&call["agent_name"], &call["conversation_id"]),
            (&json!("Alex Kim"), &json!(id))
        );
        seen.push(call["state"].clone());
    }
    assert_eq!(
        Value::from(seen),
        json!([
            "requested",
            "ringing_agent",
            "dialing",
            "connected",
            "ended"
        ])
    );
}

#[tokio::test(start_paused = true)]
async fn a_reset_forgets_what_happened_and_keeps_tokens() {
    let client = Client::new(Config::default()).await;
    let id = client.placed(&client.alex().await, ORDINARY).await;
    let rule = r#"{"match":"*","times":9,"fault":{"kind":"drop_before"}}"#;
    control(&client.sandbox, "POST", "/sandbox/faults", rule).await;
    let reset = control(&client.sandbox, "POST", "/sandbox/reset", "").await;
    assert_eq!(reset.status, 204);
    assert!(client.sandbox.calls().is_empty() && client.sandbox.journal().is_empty());
    let gone = client
        .get(&format!("/api/v2/conversations/calls/{id}"))
        .await;
    gone.assert_error(404, "not.found");
    assert_eq!(client.sandbox.journal().len(), 1);
}
