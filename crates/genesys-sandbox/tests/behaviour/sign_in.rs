//! The sign-in page, used the way a browser uses it.

use axum::body::Body;
use genesys_sandbox::{Config, Sandbox};
use http::{HeaderMap, Request, StatusCode};
use url::{Url, form_urlencoded};

/// The pair of RFC 7636, appendix B.
pub(crate) const VERIFIER: &str = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
pub(crate) const CHALLENGE: &str = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
pub(crate) const BACK: &str = "http://localhost:49152";

pub(crate) type Parameters<'a> = Vec<(&'a str, &'a str)>;

pub(crate) struct Page {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) text: String,
}

impl Page {
    /// Where the browser is sent, and with what.
    #[track_caller]
    pub(crate) fn sent(&self) -> (String, Vec<(String, String)>) {
        assert_eq!(self.status, 302, "{}", self.text);
        let address = Url::parse(self.headers["location"].to_str().unwrap()).unwrap();
        let said = address.query_pairs().into_owned().collect();
        (address[..url::Position::AfterPath].to_owned(), said)
    }

    #[track_caller]
    pub(crate) fn said(&self, name: &str) -> Option<String> {
        let (_, said) = self.sent();
        said.into_iter()
            .find(|(key, _)| key == name)
            .map(|(_, value)| value)
    }
}

async fn page(sandbox: &Sandbox, request: Request<Body>) -> Page {
    let (parts, body) = sandbox.handle(request).await.unwrap().into_parts();
    let body = axum::body::to_bytes(body, 1 << 20).await.unwrap();
    Page {
        status: parts.status,
        headers: parts.headers,
        text: String::from_utf8(body.to_vec()).unwrap(),
    }
}

fn encoded(parameters: &Parameters<'_>) -> String {
    form_urlencoded::Serializer::new(String::new())
        .extend_pairs(parameters)
        .finish()
}

pub(crate) async fn show(sandbox: &Sandbox, parameters: &Parameters<'_>) -> Page {
    let uri = format!("/oauth/authorize?{}", encoded(parameters));
    page(sandbox, Request::get(uri).body(Body::empty()).unwrap()).await
}

pub(crate) async fn submit(sandbox: &Sandbox, parameters: &Parameters<'_>) -> Page {
    let request = Request::post("/oauth/authorize")
        .header("content-type", "application/x-www-form-urlencoded")
        .body(Body::from(encoded(parameters)))
        .unwrap();
    page(sandbox, request).await
}

/// What the public client asks with.
pub(crate) fn public(config: &Config) -> Parameters<'_> {
    vec![
        ("client_id", &config.public_client_id),
        ("redirect_uri", BACK),
        ("response_type", "code"),
        ("state", "s t&a=te"),
        ("code_challenge", CHALLENGE),
        ("code_challenge_method", "S256"),
    ]
}

/// What the confidential client asks with.
pub(crate) fn confidential(config: &Config) -> Parameters<'_> {
    vec![
        ("client_id", &config.client_id),
        ("redirect_uri", BACK),
        ("response_type", "code"),
        ("state", "state"),
    ]
}

/// The code that somebody's browser takes back.
pub(crate) async fn code(sandbox: &Sandbox, asked: &Parameters<'_>, email: &str) -> String {
    let mut form = asked.clone();
    form.extend([("email", email), ("action", "sign_in")]);
    submit(sandbox, &form).await.said("code").unwrap()
}

fn without<'a>(asked: &Parameters<'a>, name: &str) -> Parameters<'a> {
    asked
        .iter()
        .copied()
        .filter(|(key, _)| *key != name)
        .collect()
}

fn with<'a>(asked: &Parameters<'a>, name: &'a str, value: &'a str) -> Parameters<'a> {
    let mut asked = without(asked, name);
    asked.push((name, value));
    asked
}

#[tokio::test(start_paused = true)]
async fn a_person_signs_in_and_the_browser_takes_a_code_back() {
    let sandbox = Sandbox::new(Config::default());
    for asked in [public(sandbox.config()), confidential(sandbox.config())] {
        let shown = show(&sandbox, &asked).await;
        assert_eq!(shown.status, 200);
        assert!(shown.text.contains(r#"<label for="email">"#) && !shown.text.contains("<script"));
        for (name, value) in &asked {
            let value = value.replace('&', "&amp;");
            let hidden = format!(r#"<input type="hidden" name="{name}" value="{value}">"#);
            assert!(shown.text.contains(&hidden), "{hidden}\n{}", shown.text);
        }
        let mut form = asked.clone();
        form.extend([("email", " Agent@Example.com "), ("action", "sign_in")]);
        let back = submit(&sandbox, &form).await;
        let (address, said) = back.sent();
        assert_eq!(address, format!("{BACK}/"));
        let names: Vec<_> = said.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["code", "state"]);
        let state = asked.iter().find(|(name, _)| *name == "state").unwrap().1;
        assert_eq!(back.said("state").as_deref(), Some(state));
        let other = code(&sandbox, &asked, "agent@example.com").await;
        assert_ne!(Some(other), back.said("code"));
    }
}

#[tokio::test(start_paused = true)]
async fn a_cancelled_sign_in_says_so_at_the_address() {
    let sandbox = Sandbox::new(Config::default());
    let mut form = public(sandbox.config());
    form.push(("action", "cancel"));
    let back = submit(&sandbox, &form).await;
    assert_eq!(back.said("error").as_deref(), Some("access_denied"));
    assert!(back.said("error_description").is_some() && back.said("code").is_none());
    assert_eq!(back.said("state").as_deref(), Some("s t&a=te"));
}

#[tokio::test(start_paused = true)]
async fn only_active_users_of_the_team_sign_in() {
    let sandbox = Sandbox::new(Config::default());
    for email in [
        "",
        "stranger@example.com",
        "mateo.garcia@example.com",
        "\"><b>x",
    ] {
        let mut form = public(sandbox.config());
        form.extend([("email", email), ("action", "sign_in")]);
        let again = submit(&sandbox, &form).await;
        assert_eq!(again.status, 400, "{email}");
        assert!(again.text.contains(r#"role="alert""#) && again.text.contains("<form"));
        assert!(!again.text.contains("<b>") && !again.headers.contains_key("location"));
    }
}

#[tokio::test(start_paused = true)]
async fn nobody_is_sent_to_an_address_that_is_not_registered_or_for_an_unknown_client() {
    let sandbox = Sandbox::new(Config::default());
    let asked = public(sandbox.config());
    for wrong in [
        with(&asked, "client_id", "someone"),
        without(&asked, "client_id"),
        without(&asked, "redirect_uri"),
        with(&asked, "redirect_uri", "http://127.0.0.1:49152"),
        with(&asked, "redirect_uri", "http://[::1]:49152"),
        with(&asked, "redirect_uri", "http://localhost:49152/"),
        with(&asked, "redirect_uri", "https://example.com"),
    ] {
        let mut form = wrong.clone();
        form.extend([("email", "agent@example.com"), ("action", "sign_in")]);
        for page in [show(&sandbox, &wrong).await, submit(&sandbox, &form).await] {
            assert_eq!(page.status, 400, "{wrong:?}");
            assert!(!page.headers.contains_key("location") && !page.text.contains("<form"));
        }
    }
}

#[tokio::test(start_paused = true)]
async fn what_is_asked_wrongly_is_told_at_the_address() {
    let sandbox = Sandbox::new(Config::default());
    let asked = public(sandbox.config());
    let by_secret = confidential(sandbox.config());
    for (wrong, error) in [
        (
            with(&asked, "response_type", "token"),
            "unsupported_response_type",
        ),
        (
            without(&asked, "response_type"),
            "unsupported_response_type",
        ),
        (without(&asked, "code_challenge"), "invalid_request"),
        (without(&asked, "code_challenge_method"), "invalid_request"),
        (
            with(&asked, "code_challenge_method", "plain"),
            "invalid_request",
        ),
        (with(&asked, "code_challenge", "short"), "invalid_request"),
        (
            with(&by_secret, "code_challenge", CHALLENGE),
            "invalid_request",
        ),
    ] {
        let mut form = wrong.clone();
        form.extend([("email", "agent@example.com"), ("action", "sign_in")]);
        for page in [show(&sandbox, &wrong).await, submit(&sandbox, &form).await] {
            assert_eq!(page.said("error").as_deref(), Some(error), "{wrong:?}");
            assert!(page.said("state").is_some() && page.said("code").is_none());
        }
    }
}
