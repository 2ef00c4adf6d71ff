//! What the code of a sign-in is worth: asked once.

use std::sync::Arc;

use genesys_cloud::clock::{Clock, SimulatedClock};
use genesys_cloud::{Authorization, Error, ErrorKind, Grant, Hosts, Operation, Timeouts};
use secrecy::{ExposeSecret, SecretString};
use serde_json::{Value, json};

use crate::server::*;

const REDIRECT: &str = "http://localhost:4711";
const CODE: &str = "c0de/of the+sign-in";

fn begun(pkce: bool) -> Authorization {
    let hosts = Hosts::explicit("https://api.example.test", "https://login.example.test").unwrap();
    Authorization::new(&hosts, CLIENT_ID, REDIRECT, pkce).unwrap()
}

async fn exchange(server: &Server, pkce: bool, secret: Option<&str>) -> Result<Grant, Error> {
    let secret = secret.map(SecretString::from);
    let clock = Arc::new(SimulatedClock::new());
    let timeouts = Timeouts::default();
    begun(pkce)
        .exchange(CODE, secret.as_ref(), server.transport(), clock, &timeouts)
        .await
}

fn granting(answer: Value) -> Server {
    Server::with_tokens(
        move |_| json_reply(200, answer.clone()),
        |_, _| status(404, ""),
    )
}

#[tokio::test(start_paused = true)]
async fn a_public_client_proves_itself_with_the_verifier() {
    let server = granting(json!({"access_token": "token-1", "expires_in": 3600}));
    let grant = exchange(&server, true, None).await.unwrap();
    assert_eq!(grant.access_token.expose_secret(), "token-1");
    assert!(grant.refresh_token.is_none());
    let end = SimulatedClock::new().now() + std::time::Duration::from_secs(3600);
    assert_eq!(grant.expires_at, end);
    let [asked] = &server.seen()[..] else {
        panic!("one request")
    };
    assert_eq!(
        (asked.method.as_str(), asked.path.as_str()),
        ("POST", "/oauth/token")
    );
    assert_eq!(asked.header("authorization"), "");
    let fields: Vec<(String, String)> = url::form_urlencoded::parse(&asked.body)
        .into_owned()
        .collect();
    let field = |name: &str| {
        let mut all = fields.iter().filter(|(key, _)| key == name);
        let found = all.next().map(|(_, value)| value.as_str());
        assert!(all.next().is_none());
        found
    };
    assert_eq!(field("grant_type"), Some("authorization_code"));
    assert_eq!(field("code"), Some(CODE));
    assert_eq!(field("redirect_uri"), Some(REDIRECT));
    assert_eq!(field("client_id"), Some(CLIENT_ID));
    assert!((43..=128).contains(&field("code_verifier").unwrap().len()));
}

#[tokio::test(start_paused = true)]
async fn a_client_with_a_secret_signs_in_with_it() {
    let answer =
        json!({"access_token": "token-1", "refresh_token": "refresh-1", "expires_in": "300"});
    let server = granting(answer);
    let grant = exchange(&server, false, Some(SECRET)).await.unwrap();
    assert_eq!(grant.refresh_token.unwrap().expose_secret(), "refresh-1");
    let asked = &server.seen()[0];
    assert!(asked.header("authorization").starts_with("Basic "));
    let body = String::from_utf8(asked.body.to_vec()).unwrap();
    assert_eq!(
        body,
        "grant_type=authorization_code&code=c0de%2Fof+the%2Bsign-in&redirect_uri=http%3A%2F%2Flocalhost%3A4711"
    );
}

#[tokio::test(start_paused = true)]
async fn it_is_asked_for_once_whatever_comes() {
    type Make = fn() -> Reply;
    let cases: [(Make, ErrorKind); 6] = [
        (|| Reply::Close, ErrorKind::ConnectionLost),
        (|| Reply::Hang, ErrorKind::Timeout),
        (|| status(503, ""), ErrorKind::ServerError),
        (
            || with_headers(429, &[("retry-after", "1")], ""),
            ErrorKind::RateLimited,
        ),
        (|| status(200, "<html>"), ErrorKind::Unreadable),
        (
            || json_reply(400, json!({"error": "invalid_grant"})),
            ErrorKind::Refused,
        ),
    ];
    for (reply, kind) in cases {
        let server = Server::with_tokens(move |_| reply(), |_, _| status(404, ""));
        let error = exchange(&server, true, None).await.unwrap_err();
        assert_eq!((error.operation, error.kind), (Operation::SignIn, kind));
        assert_eq!(server.tokens(), 1);
    }
}

/// Law 3: a token host that repeats what it was sent reveals neither code nor verifier nor secret.
#[tokio::test(start_paused = true)]
async fn nothing_of_it_is_in_an_error() {
    for (pkce, secret) in [(true, None), (false, Some(SECRET)), (true, Some(SECRET))] {
        let server = Server::echoing_tokens();
        let error = exchange(&server, pkce, secret).await.unwrap_err();
        let told = format!("{error:?} {error}");
        let asked = &server.seen()[0];
        let verifier = url::form_urlencoded::parse(&asked.body)
            .find_map(|(key, value)| (key == "code_verifier").then(|| value.into_owned()));
        assert_eq!(verifier.is_some(), pkce);
        let basic = asked.header("authorization").trim_start_matches("Basic ");
        let words = [CODE, "c0de%2Fof+the%2Bsign-in", SECRET, basic];
        for word in words.into_iter().chain(verifier.as_deref()) {
            assert!(word.is_empty() || !told.contains(word), "{word} in {told}");
        }
        assert!(error.message.as_ref().unwrap().contains("[removed]"));
    }
}
