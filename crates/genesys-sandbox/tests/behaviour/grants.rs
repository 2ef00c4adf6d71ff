//! Codes and refresh tokens, for tokens.

use axum::body::Body;
use genesys_sandbox::{Config, Fault, FaultRule, Sandbox};
use http::Request;
use serde_json::Value;
use url::form_urlencoded;

use crate::{
    client::{Answer, Client, answer, basic, wait},
    sign_in::{BACK, CHALLENGE, Parameters, VERIFIER, code, confidential, public},
};

const ALEX: &str = "agent@example.com";

/// Asks for a token, with Basic or without it.
pub(crate) async fn ask(sandbox: &Sandbox, by: Option<&str>, fields: &Parameters<'_>) -> Answer {
    answer(sandbox, request(by, fields)).await.unwrap()
}

fn request(by: Option<&str>, fields: &Parameters<'_>) -> Request<Body> {
    let mut request =
        Request::post("/oauth/token").header("content-type", "application/x-www-form-urlencoded");
    if let Some(by) = by {
        request = request.header("authorization", by);
    }
    let form = form_urlencoded::Serializer::new(String::new())
        .extend_pairs(fields)
        .finish();
    request.body(Body::from(form)).unwrap()
}

fn secret(config: &Config) -> String {
    basic(&config.client_id, &config.client_secret)
}

fn redeeming<'a>(code: &'a str) -> Parameters<'a> {
    vec![
        ("grant_type", "authorization_code"),
        ("code", code),
        ("redirect_uri", BACK),
    ]
}

fn with_proof<'a>(config: &'a Config, code: &'a str, verifier: &'a str) -> Parameters<'a> {
    let mut fields = redeeming(code);
    fields.extend([
        ("client_id", config.public_client_id.as_str()),
        ("code_verifier", verifier),
    ]);
    fields
}

/// Somebody signed in with the client that has a secret: what the token request answered.
pub(crate) async fn signed_in(sandbox: &Sandbox, email: &str) -> Value {
    let config = sandbox.config();
    let code = code(sandbox, &confidential(config), email).await;
    let issued = ask(sandbox, Some(&secret(config)), &redeeming(&code)).await;
    assert_eq!(issued.status, 200, "{}", issued.body);
    issued.body
}

pub(crate) fn bearer(sandbox: &Sandbox, issued: &Value) -> Client {
    Client {
        sandbox: sandbox.clone(),
        token: issued["access_token"].as_str().unwrap().to_owned(),
    }
}

async fn refresh(sandbox: &Sandbox, token: &str) -> Answer {
    let fields = vec![("grant_type", "refresh_token"), ("refresh_token", token)];
    ask(sandbox, Some(&secret(sandbox.config())), &fields).await
}

fn refresh_token(issued: &Value) -> &str {
    issued["refresh_token"].as_str().unwrap()
}

#[track_caller]
fn assert_refused(answer: &Answer, status: u16, error: &str) {
    assert_eq!(
        (answer.status.as_u16(), answer.body["error"].as_str()),
        (status, Some(error)),
        "{}",
        answer.body
    );
    assert_eq!(answer.body["description"], answer.body["error_description"]);
    assert!(answer.body["access_token"].is_null());
}

#[tokio::test(start_paused = true)]
async fn a_code_and_the_secret_give_a_refresh_token_and_a_code_and_its_verifier_none() {
    let sandbox = Sandbox::new(Config::default());
    let config = sandbox.config().clone();
    let issued = signed_in(&sandbox, ALEX).await;
    assert_eq!(issued["token_type"], "bearer");
    assert_eq!(issued["expires_in"], 86_400);
    assert!(issued["refresh_token"].is_string());

    let waiting = code(&sandbox, &public(&config), ALEX).await;
    let by_proof = ask(&sandbox, None, &with_proof(&config, &waiting, VERIFIER)).await;
    assert_eq!(by_proof.status, 200, "{}", by_proof.body);
    assert!(by_proof.body["refresh_token"].is_null());

    // The form will do for the secret too.
    let waiting = code(&sandbox, &confidential(&config), ALEX).await;
    let mut fields = redeeming(&waiting);
    fields.extend([
        ("client_id", config.client_id.as_str()),
        ("client_secret", config.client_secret.as_str()),
    ]);
    assert_eq!(ask(&sandbox, None, &fields).await.status, 200);
}

#[tokio::test(start_paused = true)]
async fn the_secret_and_the_proof_can_both_be_asked_for() {
    let sandbox = Sandbox::new(Config::default());
    let config = sandbox.config().clone();
    let mut asked = confidential(&config);
    asked.extend([
        ("code_challenge", CHALLENGE),
        ("code_challenge_method", "S256"),
    ]);
    let by = secret(&config);
    for (verifier, error) in [
        (None, Some("invalid_request")),
        (Some("too-short"), Some("invalid_request")),
        (Some(CHALLENGE), Some("invalid_grant")),
        (Some(VERIFIER), None),
    ] {
        let waiting = code(&sandbox, &asked, ALEX).await;
        let mut fields = redeeming(&waiting);
        fields.extend(verifier.map(|verifier| ("code_verifier", verifier)));
        let redeemed = ask(&sandbox, Some(&by), &fields).await;
        match error {
            Some(error) => assert_refused(&redeemed, 400, error),
            None => assert_eq!(redeemed.status, 200, "{}", redeemed.body),
        }
    }
    let waiting = code(&sandbox, &confidential(&config), ALEX).await;
    let mut fields = redeeming(&waiting);
    fields.push(("code_verifier", VERIFIER));
    let taken_away = ask(&sandbox, Some(&by), &fields).await;
    assert_refused(&taken_away, 400, "invalid_grant");
}

#[tokio::test(start_paused = true)]
async fn a_code_is_bound_to_its_client_its_address_and_its_challenge() {
    let sandbox = Sandbox::new(Config::default());
    let config = sandbox.config().clone();
    let by = secret(&config);

    let waiting = code(&sandbox, &public(&config), ALEX).await;
    let mut fields = redeeming(&waiting);
    fields.push(("code_verifier", VERIFIER));
    let other_client = ask(&sandbox, Some(&by), &fields).await;
    assert_refused(&other_client, 400, "invalid_grant");

    let waiting = code(&sandbox, &confidential(&config), ALEX).await;
    let fields = with_proof(&config, &waiting, VERIFIER);
    assert_refused(&ask(&sandbox, None, &fields).await, 400, "invalid_grant");

    let waiting = code(&sandbox, &confidential(&config), ALEX).await;
    let mut fields = redeeming(&waiting);
    fields[2].1 = "http://localhost:1";
    assert_refused(
        &ask(&sandbox, Some(&by), &fields).await,
        400,
        "invalid_grant",
    );
    // A try that failed uses it up.
    let fields = redeeming(&waiting);
    assert_refused(
        &ask(&sandbox, Some(&by), &fields).await,
        400,
        "invalid_grant",
    );

    let waiting = code(&sandbox, &public(&config), ALEX).await;
    let fields = with_proof(&config, &waiting, CHALLENGE);
    assert_refused(&ask(&sandbox, None, &fields).await, 400, "invalid_grant");

    for missing in ["code", "redirect_uri"] {
        let waiting = code(&sandbox, &confidential(&config), ALEX).await;
        let mut fields = redeeming(&waiting);
        fields.retain(|(name, _)| *name != missing);
        assert_refused(
            &ask(&sandbox, Some(&by), &fields).await,
            400,
            "invalid_request",
        );
    }
}

#[tokio::test(start_paused = true)]
async fn a_replayed_code_ends_what_it_gave() {
    let sandbox = Sandbox::new(Config::default());
    let by = secret(sandbox.config());
    let other = signed_in(&sandbox, ALEX).await;
    let waiting = code(&sandbox, &confidential(sandbox.config()), ALEX).await;
    let issued = ask(&sandbox, Some(&by), &redeeming(&waiting)).await.body;
    let client = bearer(&sandbox, &issued);
    assert_eq!(client.get("/api/v2/users/me").await.status, 200);
    let replayed = ask(&sandbox, Some(&by), &redeeming(&waiting)).await;
    assert_refused(&replayed, 400, "invalid_grant");
    client
        .get("/api/v2/users/me")
        .await
        .assert_error(401, "bad.credentials");
    assert_refused(
        &refresh(&sandbox, refresh_token(&issued)).await,
        400,
        "invalid_grant",
    );
    let untouched = bearer(&sandbox, &other).get("/api/v2/users/me").await;
    assert_eq!(untouched.status, 200);
}

#[tokio::test(start_paused = true)]
async fn a_code_waits_a_few_minutes() {
    let sandbox = Sandbox::new(Config::default());
    let by = secret(sandbox.config());
    for (seconds, works) in [(299.0, true), (300.0, false)] {
        let waiting = code(&sandbox, &confidential(sandbox.config()), ALEX).await;
        wait(seconds).await;
        let redeemed = ask(&sandbox, Some(&by), &redeeming(&waiting)).await;
        assert_eq!(redeemed.status == 200, works, "{}", redeemed.body);
    }
}

#[tokio::test(start_paused = true)]
async fn each_client_has_its_grants_and_its_way_to_say_who_it_is() {
    let sandbox = Sandbox::new(Config::default());
    let config = sandbox.config().clone();
    let public_id = config.public_client_id.as_str();
    for grant in ["client_credentials", "refresh_token"] {
        let fields = vec![
            ("grant_type", grant),
            ("client_id", public_id),
            ("refresh_token", "x"),
        ];
        assert_refused(
            &ask(&sandbox, None, &fields).await,
            400,
            "unauthorized_client",
        );
    }
    let waiting = code(&sandbox, &public(&config), ALEX).await;
    let fields = with_proof(&config, &waiting, VERIFIER);
    for by in [
        basic(public_id, ""),
        basic(public_id, &config.client_secret),
    ] {
        assert_refused(
            &ask(&sandbox, Some(&by), &fields).await,
            401,
            "invalid_client",
        );
    }
    let mut with_secret = fields.clone();
    with_secret.push(("client_secret", &config.client_secret));
    assert_refused(
        &ask(&sandbox, None, &with_secret).await,
        401,
        "invalid_client",
    );
    assert_eq!(
        ask(&sandbox, None, &fields).await.status,
        200,
        "none of them used the code up"
    );
    let no_secret = vec![
        ("grant_type", "client_credentials"),
        ("client_id", config.client_id.as_str()),
    ];
    assert_refused(
        &ask(&sandbox, None, &no_secret).await,
        401,
        "invalid_client",
    );
}

#[tokio::test(start_paused = true)]
async fn a_refresh_token_works_once_and_gives_the_next_one() {
    let sandbox = Sandbox::new(Config::default());
    let issued = signed_in(&sandbox, ALEX).await;
    let first = refresh_token(&issued);
    let second = refresh(&sandbox, first).await;
    assert_eq!(second.status, 200, "{}", second.body);
    assert_ne!(refresh_token(&second.body), first);
    let me = bearer(&sandbox, &second.body).get("/api/v2/users/me").await;
    assert_eq!(me.body["email"], ALEX);
    assert_refused(&refresh(&sandbox, first).await, 400, "invalid_grant");
    assert_eq!(
        refresh(&sandbox, refresh_token(&second.body)).await.status,
        200
    );
    assert_refused(&refresh(&sandbox, "made up").await, 400, "invalid_grant");
    let nothing = vec![("grant_type", "refresh_token")];
    let by = secret(sandbox.config());
    assert_refused(
        &ask(&sandbox, Some(&by), &nothing).await,
        400,
        "invalid_request",
    );
}

#[tokio::test(start_paused = true)]
async fn refresh_tokens_can_be_revoked_and_so_can_a_user() {
    let sandbox = Sandbox::new(Config::default());
    let issued = signed_in(&sandbox, ALEX).await;
    sandbox.revoke_refresh_tokens();
    assert_refused(
        &refresh(&sandbox, refresh_token(&issued)).await,
        400,
        "invalid_grant",
    );
    let still = bearer(&sandbox, &issued).get("/api/v2/users/me").await;
    assert_eq!(still.status, 200);

    let alex = signed_in(&sandbox, ALEX).await;
    let aisha = signed_in(&sandbox, "aisha.bello@example.com").await;
    let request = Request::post("/sandbox/users/agent@example.com/revoke");
    let revoked = answer(&sandbox, request.body(Body::empty()).unwrap())
        .await
        .unwrap();
    assert_eq!(revoked.status, 204);
    assert!(!sandbox.revoke_user("stranger@example.com"));
    let gone = bearer(&sandbox, &alex).get("/api/v2/users/me").await;
    gone.assert_error(401, "bad.credentials");
    assert_refused(
        &refresh(&sandbox, refresh_token(&alex)).await,
        400,
        "invalid_grant",
    );
    let still = bearer(&sandbox, &aisha).get("/api/v2/users/me").await;
    assert_eq!(still.status, 200);
}

#[tokio::test(start_paused = true)]
async fn ending_a_token_ends_its_sign_in() {
    let sandbox = Sandbox::new(Config::default());
    let issued = signed_in(&sandbox, ALEX).await;
    let client = bearer(&sandbox, &issued);
    assert_eq!(
        client
            .send("DELETE", "/api/v2/tokens/me", None)
            .await
            .status,
        200
    );
    client
        .get("/api/v2/users/me")
        .await
        .assert_error(401, "bad.credentials");
    assert_refused(
        &refresh(&sandbox, refresh_token(&issued)).await,
        400,
        "invalid_grant",
    );
}

#[tokio::test(start_paused = true)]
async fn a_fault_can_be_meant_for_one_grant() {
    let sandbox = Sandbox::new(Config::default());
    let issued = signed_in(&sandbox, ALEX).await;
    sandbox.add_fault(FaultRule::once(
        "POST /oauth/token refresh_token",
        Fault::DropAfter,
    ));
    let _other = signed_in(&sandbox, ALEX).await;
    let fields = vec![
        ("grant_type", "refresh_token"),
        ("refresh_token", refresh_token(&issued)),
    ];
    let by = secret(sandbox.config());
    assert!(answer(&sandbox, request(Some(&by), &fields)).await.is_err());
    // The answer was lost, and the old one is gone all the same.
    assert_refused(
        &refresh(&sandbox, refresh_token(&issued)).await,
        400,
        "invalid_grant",
    );
    sandbox.add_fault(FaultRule::once("POST /oauth/token", Fault::DropBefore));
    assert!(answer(&sandbox, request(Some(&by), &fields)).await.is_err());
}

#[tokio::test(start_paused = true)]
async fn the_journal_has_the_grants_and_none_of_their_secrets() {
    let sandbox = Sandbox::new(Config::default());
    let config = sandbox.config().clone();
    let issued = signed_in(&sandbox, ALEX).await;
    refresh(&sandbox, refresh_token(&issued)).await;
    let waiting = code(&sandbox, &public(&config), ALEX).await;
    ask(&sandbox, None, &with_proof(&config, &waiting, VERIFIER)).await;
    let journal = sandbox.journal();
    let grants: Vec<_> = journal
        .iter()
        .filter(|entry| entry.path == "/oauth/token")
        .map(|entry| entry.body.as_ref().unwrap()["grant_type"].clone())
        .collect();
    assert_eq!(
        grants,
        ["authorization_code", "refresh_token", "authorization_code"]
    );
    let everything = serde_json::to_string(&journal).unwrap();
    for secret in [
        &config.client_secret,
        refresh_token(&issued),
        issued["access_token"].as_str().unwrap(),
        &waiting,
        VERIFIER,
    ] {
        assert!(!everything.contains(secret));
    }
}
