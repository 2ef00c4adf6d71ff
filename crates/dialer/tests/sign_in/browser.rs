//! The browser, as a test plays it, and a dialer whose profile signs a person in.

use std::net::{Ipv4Addr, Ipv6Addr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use dialer::Dialer;
use dialer::problem::Problem;
use dialer::view::{DialectName, ProfileForm, ProfileView, SignIn};
use genesys_cloud::transport::Limits;
use genesys_sandbox::{Config, DEFAULT_CLIENT_ID, DEFAULT_CLIENT_SECRET, DEFAULT_PUBLIC_CLIENT_ID};
use http::{Method, Request, Response};
use secrecy::SecretString;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::task::JoinHandle;
use url::Url;

use crate::support::{AGENT, BASE, World, form};

/// A dialer with a profile of that sign-in.
pub(crate) struct Desk {
    pub(crate) world: World,
    pub(crate) dialer: Dialer,
    pub(crate) profile: ProfileView,
}

impl Desk {
    pub(crate) async fn new(sign_in: SignIn) -> Self {
        Self::over(World::new(Config::default()), sign_in).await
    }

    pub(crate) async fn over(world: World, sign_in: SignIn) -> Self {
        let dialer = world.open().await;
        let secret = secret_of(sign_in);
        let profile = dialer.save_profile(form_of(sign_in), secret).await.unwrap();
        Self {
            world,
            dialer,
            profile,
        }
    }

    /// One on which `agent@example.com` has signed in.
    pub(crate) async fn signed_in(sign_in: SignIn) -> Self {
        let mut desk = Self::new(sign_in).await;
        desk.profile = desk.sign_in_as(AGENT).await.unwrap();
        desk
    }

    pub(crate) fn begin(&self) -> JoinHandle<Result<ProfileView, Problem>> {
        begin(&self.dialer, &self.profile.id)
    }

    /// The sign-in page of the sign-in with this number, once the browser was led there.
    pub(crate) async fn page(&self, number: usize) -> String {
        let begin = self.world.host.opened(number).await;
        led_to(&visit(&Url::parse(&begin).unwrap()).await.unwrap())
    }

    /// Signs a person in, in the browser.
    pub(crate) async fn sign_in_as(&self, email: &str) -> Result<ProfileView, Problem> {
        let before = self.world.host.opened_so_far();
        let waiting = self.begin();
        let url = self.page(before).await;
        let back = self.decide(&url, email, "sign_in").await;
        let page = visit(&back).await.unwrap();
        assert!(page.starts_with("HTTP/1.1 200"), "{page}");
        waiting.await.unwrap()
    }

    /// Fills the sandbox's page in; gives the address that the browser is sent to.
    pub(crate) async fn decide(&self, url: &str, email: &str, action: &str) -> Url {
        let url = Url::parse(url).unwrap();
        let mut fields: Vec<(String, String)> = url.query_pairs().into_owned().collect();
        fields.push(("email".to_owned(), email.to_owned()));
        fields.push(("action".to_owned(), action.to_owned()));
        let fields: Vec<_> = fields
            .iter()
            .map(|(n, v)| (n.as_str(), v.as_str()))
            .collect();
        let answer = self.post("/oauth/authorize", &fields).await;
        let back = answer.headers()["location"].to_str().unwrap();
        Url::parse(back).unwrap()
    }

    /// Sends a form to the sandbox.
    pub(crate) async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Response<Bytes> {
        let body = url::form_urlencoded::Serializer::new(String::new())
            .extend_pairs(fields)
            .finish();
        let request = Request::builder()
            .method(Method::POST)
            .uri(format!("{BASE}{path}"))
            .header("content-type", "application/x-www-form-urlencoded")
            .body(body.into())
            .unwrap();
        let transport = Arc::clone(&self.world.transport);
        transport.send(request, Limits::default()).await.unwrap()
    }

    /// Waits until that many requests of a kind have come.
    pub(crate) async fn until_requests(&self, method: &str, path: &str, wanted: usize) {
        for _ in 0..500 {
            if self.world.requests(method, path) >= wanted {
                return;
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        panic!("{method} {path} never came {wanted} times");
    }
}

pub(crate) fn begin(dialer: &Dialer, profile_id: &str) -> JoinHandle<Result<ProfileView, Problem>> {
    let (dialer, profile_id) = (dialer.clone(), profile_id.to_owned());
    tokio::spawn(async move { dialer.sign_in(&profile_id).await })
}

pub(crate) fn form_of(sign_in: SignIn) -> ProfileForm {
    ProfileForm {
        client_id: match sign_in {
            SignIn::Pkce => DEFAULT_PUBLIC_CLIENT_ID.to_owned(),
            SignIn::Client | SignIn::Code => DEFAULT_CLIENT_ID.to_owned(),
        },
        sign_in,
        ..form(DialectName::Platform)
    }
}

pub(crate) fn secret_of(sign_in: SignIn) -> Option<SecretString> {
    (sign_in != SignIn::Pkce).then(|| DEFAULT_CLIENT_SECRET.into())
}

/// The port of the sign-in that an address of the browser is for.
pub(crate) fn port_of(url: &str) -> u16 {
    let url = Url::parse(url).unwrap();
    let mut pairs = url.query_pairs();
    let (_, back) = pairs.find(|(name, _)| name == "redirect_uri").unwrap();
    Url::parse(&back).unwrap().port().unwrap()
}

/// The state of the sign-in that an address of the browser is for.
pub(crate) fn state_of(url: &str) -> String {
    let url = Url::parse(url).unwrap();
    let mut pairs = url.query_pairs();
    let (_, state) = pairs.find(|(name, _)| name == "state").unwrap();
    state.into_owned()
}

/// Where an answer leads the browser.
pub(crate) fn led_to(answer: &str) -> String {
    assert!(answer.starts_with("HTTP/1.1 302"), "{answer}");
    let mut heads = answer.lines().filter_map(|line| line.split_once(": "));
    let location = heads.find(|(name, _)| name.eq_ignore_ascii_case("location"));
    location.unwrap().1.trim().to_owned()
}

/// Goes to an address on this machine, as a browser does.
pub(crate) async fn visit(url: &Url) -> Option<String> {
    let port = url.port().unwrap();
    let target = &url[url::Position::BeforePath..];
    ask(
        port,
        &format!("GET {target} HTTP/1.1\r\nHost: localhost:{port}\r\n\r\n"),
    )
    .await
}

/// Sends that to a port of this machine; none where nobody listens.
pub(crate) async fn ask(port: u16, request: &str) -> Option<String> {
    let mut stream = connect(port).await?;
    stream.write_all(request.as_bytes()).await.ok()?;
    let mut answer = Vec::new();
    // A server that turns a request away may close before it has read all of it.
    drop(stream.read_to_end(&mut answer).await);
    Some(String::from_utf8_lossy(&answer).into_owned())
}

/// The port as a browser reaches it, on `::1` where that exists.
pub(crate) async fn connect(port: u16) -> Option<TcpStream> {
    let v6 = TcpStream::connect(SocketAddr::from((Ipv6Addr::LOCALHOST, port))).await;
    match v6 {
        Ok(stream) => Some(stream),
        Err(_) => TcpStream::connect(SocketAddr::from((Ipv4Addr::LOCALHOST, port)))
            .await
            .ok(),
    }
}
