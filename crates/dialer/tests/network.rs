//! How servers are reached: settings that are validated, kept, shared between processes, and used from the next
//! request on. The proxy is a real one on loopback; what it is asked for never leaves this machine.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on has failed"
)]

mod support;

use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use dialer::Dialer;
use dialer::problem::{Problem, ProblemCode};
use dialer::secret::{MemoryStore, SecretStore};
use dialer::view::{
    CheckName, CheckState, DialectName, NetworkForm, NetworkView, ProfileForm, ProxyKind,
};
use futures_util::FutureExt;
use futures_util::future::BoxFuture;
use genesys_cloud::clock::SystemClock;
use genesys_cloud::transport::HttpTransport;
use genesys_sandbox::Config;
use secrecy::{ExposeSecret, SecretString};
use support::{Recorder, World, form, loopback};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

const PASSWORD: &str = "pa55-of-the-proxy";
const CERTIFICATE: &str = include_str!("network/authority.pem");

/// A proxy that lets nobody through, and remembers what it was asked.
struct Proxy {
    address: SocketAddr,
    asked: Arc<Mutex<Vec<String>>>,
}

impl Proxy {
    async fn start(status: &'static str) -> Self {
        let listener = TcpListener::bind(loopback()).await.unwrap();
        let address = listener.local_addr().unwrap();
        let asked = Arc::new(Mutex::new(Vec::new()));
        let heard = Arc::clone(&asked);
        tokio::spawn(async move {
            while let Ok((mut stream, _)) = listener.accept().await {
                let heard = Arc::clone(&heard);
                tokio::spawn(async move {
                    let mut bytes = Vec::new();
                    while !bytes.ends_with(b"\r\n\r\n") {
                        match stream.read_u8().await {
                            Ok(byte) => bytes.push(byte),
                            Err(_) => return,
                        }
                    }
                    let head = String::from_utf8(bytes).unwrap();
                    heard.lock().unwrap().push(head);
                    let answer = format!("HTTP/1.1 {status}\r\nContent-Length: 0\r\n\r\n");
                    drop(stream.write_all(answer.as_bytes()).await);
                });
            }
        });
        Self { address, asked }
    }

    fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    fn asked(&self) -> Vec<String> {
        self.asked.lock().unwrap().clone()
    }
}

struct Place {
    world: World,
    keyring: Arc<MemoryStore>,
    dialer: Dialer,
}

impl Place {
    /// The network of this machine, and a profile whose servers are in no reach without a proxy.
    async fn new() -> Self {
        let mut world = World::new(Config::default());
        let keyring = Arc::new(MemoryStore::default());
        world.secrets = Arc::clone(&keyring) as Arc<dyn SecretStore>;
        let http = HttpTransport::new(Duration::from_secs(2)).unwrap();
        world.transport = Arc::new(http.clone());
        world.network = Some(http);
        world.clock = Arc::new(SystemClock::new());
        world.timeouts.connect = Duration::from_secs(2);
        let dialer = world.open().await;
        let profile = ProfileForm {
            api_url: Some("https://api.ringfor.invalid".to_owned()),
            login_url: Some("https://login.ringfor.invalid".to_owned()),
            ..form(DialectName::Platform)
        };
        let secret = Some("s3cret".into());
        dialer.save_profile(profile, secret).await.unwrap();
        Self {
            world,
            keyring,
            dialer,
        }
    }

    async fn kept(&self) -> Option<String> {
        let kept = self.keyring.get("proxy").await.unwrap();
        kept.map(|kept| kept.expose_secret().to_owned())
    }

    fn file(&self, contents: &str) -> PathBuf {
        let path = self.world.dir.path().join("company.pem");
        std::fs::write(&path, contents).unwrap();
        path
    }

    async fn refused(&self, form: NetworkForm, password: Option<&str>) -> ProblemCode {
        let before = self.dialer.network().await.unwrap();
        let password = password.map(SecretString::from);
        let problem = self.dialer.set_network(form, password).await.unwrap_err();
        assert_eq!(self.dialer.network().await.unwrap(), before);
        assert!(!format!("{problem:?}").contains(PASSWORD));
        problem.code
    }
}

fn explicit(url: &str, user: Option<&str>) -> NetworkForm {
    NetworkForm {
        proxy: ProxyKind::Explicit,
        proxy_url: Some(url.to_owned()),
        proxy_user: user.map(str::to_owned),
        ca_file: None,
    }
}

async fn find(dialer: &Dialer) -> ProblemCode {
    dialer.find_agents("alex").await.unwrap_err().code
}

#[tokio::test]
async fn a_proxy_is_used_from_the_next_request_on_with_its_sign_in_from_the_keyring() {
    let place = Place::new().await;
    assert_eq!(
        place.dialer.network().await.unwrap(),
        NetworkView::default()
    );
    let one = Proxy::start("407 Proxy Authentication Required").await;
    let view = place
        .dialer
        .set_network(explicit(&one.url(), Some("ann")), Some(PASSWORD.into()))
        .await
        .unwrap();
    assert!(view.proxy_password && !format!("{view:?}").contains(PASSWORD));
    assert_eq!(place.kept().await.as_deref(), Some(PASSWORD));
    assert_eq!(find(&place.dialer).await, ProblemCode::ProxySignIn);
    let asked = one.asked();
    assert!(asked[0].starts_with("CONNECT login.ringfor.invalid:443 "));
    // ann and that password
    let basic = "YW5uOnBhNTUtb2YtdGhlLXByb3h5";
    assert!(asked[0].contains(basic), "{}", asked[0]);

    // Another proxy is not sent the password of this one.
    let two = Proxy::start("503 Service Unavailable").await;
    let view = place
        .dialer
        .set_network(explicit(&two.url(), Some("ann")), None)
        .await
        .unwrap();
    assert!(!view.proxy_password);
    assert_eq!(place.kept().await, None);
    assert_ne!(find(&place.dialer).await, ProblemCode::ProxySignIn);
    assert!(!two.asked().is_empty());
    assert!(two.asked().iter().all(|asked| !asked.contains(basic)));

    let heard = two.asked().len();
    let direct = NetworkForm {
        proxy: ProxyKind::Direct,
        ..NetworkForm::default()
    };
    place.dialer.set_network(direct, None).await.unwrap();
    assert_eq!(find(&place.dialer).await, ProblemCode::NameNotResolved);
    assert_eq!(two.asked().len(), heard);
}

#[tokio::test]
async fn the_check_tells_what_the_proxy_does() {
    let place = Place::new().await;
    let proxy = Proxy::start("407 Proxy Authentication Required").await;
    let form = explicit(&proxy.url(), None);
    place.dialer.set_network(form, None).await.unwrap();
    let profile = place.dialer.start().await.unwrap().profile.unwrap();
    let steps = place.dialer.check_connection(&profile.id, None).await;
    let steps = steps.unwrap();
    assert_eq!(steps[0].name, CheckName::Proxy);
    assert_eq!(steps[0].facts["proxy"], proxy.address.to_string());
    assert_eq!(steps[0].facts["kind"], "explicit");
    let problem = steps[0].problem.as_ref().unwrap();
    assert_eq!(problem.code, ProblemCode::ProxySignIn);
    assert!(
        steps[1..]
            .iter()
            .all(|step| step.state == CheckState::Skipped)
    );

    let direct = NetworkForm {
        proxy: ProxyKind::Direct,
        ..NetworkForm::default()
    };
    place.dialer.set_network(direct, None).await.unwrap();
    let steps = place.dialer.check_connection(&profile.id, None).await;
    let steps = steps.unwrap();
    assert_eq!(steps[0].state, CheckState::Passed);
    let problem = steps[1].problem.as_ref().unwrap();
    assert_eq!(problem.code, ProblemCode::NameNotResolved);
    assert!(
        steps[2..]
            .iter()
            .all(|step| step.state == CheckState::Skipped)
    );
}

#[tokio::test]
async fn settings_that_cannot_work_change_nothing() {
    let place = Place::new().await;
    for url in [
        "",
        "proxy",
        "socks5://127.0.0.1:1",
        &format!("http://ann:{PASSWORD}@127.0.0.1:1"),
    ] {
        let code = place.refused(explicit(url, None), None).await;
        assert_eq!(code, ProblemCode::ProxyInvalid, "{url}");
    }
    // Nor is it kept where it is not used.
    let unused = NetworkForm {
        proxy: ProxyKind::System,
        ..explicit(&format!("http://ann:{PASSWORD}@127.0.0.1:1"), None)
    };
    assert_eq!(place.refused(unused, None).await, ProblemCode::ProxyInvalid);
    let code = place.refused(explicit("http://127.0.0.1:1", None), Some(PASSWORD));
    assert_eq!(code.await, ProblemCode::ProxySignInInvalid);
    assert_eq!(place.kept().await, None);

    let with_file = |path: &str| NetworkForm {
        ca_file: Some(path.to_owned()),
        ..NetworkForm::default()
    };
    for path in ["/nowhere/company.pem", "relative.pem", "/"] {
        let code = place.refused(with_file(path), None).await;
        assert_eq!(code, ProblemCode::CaFileUnreadable, "{path}");
    }
    for contents in ["", "hello"] {
        let path = place.file(contents);
        let code = place.refused(with_file(path.to_str().unwrap()), None).await;
        assert_eq!(code, ProblemCode::CaFileInvalid, "{contents}");
    }
}

#[tokio::test]
async fn without_the_certificates_that_were_chosen_no_server_is_reached() {
    let place = Place::new().await;
    let path = place.file(CERTIFICATE);
    let proxy = Proxy::start("503 Service Unavailable").await;
    let form = NetworkForm {
        ca_file: Some(path.display().to_string()),
        ..explicit(&proxy.url(), None)
    };
    place.dialer.set_network(form, None).await.unwrap();
    find(&place.dialer).await;
    let heard = proxy.asked().len();
    assert!(heard > 0);
    std::fs::remove_file(&path).unwrap();
    // As it is read once, the program that runs goes on; the next one says so, until the file is back.
    let next = place.world.open_for(&Arc::new(Recorder::default())).await;
    let http = HttpTransport::new(Duration::from_secs(2)).unwrap();
    drop(next);
    let mut world = World::new(Config::default());
    world.dir = place.world.dir;
    world.secrets = place.keyring;
    world.transport = Arc::new(http.clone());
    world.network = Some(http);
    world.clock = Arc::new(SystemClock::new());
    let next = world.open().await;
    assert_eq!(find(&next).await, ProblemCode::CaFileUnreadable);
    assert_eq!(proxy.asked().len(), heard);
    let profile = next.start().await.unwrap().profile.unwrap();
    let steps = next.check_connection(&profile.id, None).await.unwrap();
    let tls = steps
        .iter()
        .find(|step| step.name == CheckName::Tls)
        .unwrap();
    let problem = tls.problem.as_ref().unwrap();
    assert_eq!(problem.code, ProblemCode::CaFileUnreadable);
    std::fs::write(&path, CERTIFICATE).unwrap();
    find(&next).await;
    assert!(proxy.asked().len() > heard);
}

/// A keyring that takes so long that another process chooses another proxy meanwhile.
struct Slow {
    keyring: Arc<MemoryStore>,
    meanwhile: Mutex<Option<(Dialer, NetworkForm)>>,
}

impl SecretStore for Slow {
    fn put<'a>(
        &'a self,
        entry: &'a str,
        secret: SecretString,
    ) -> BoxFuture<'a, Result<(), Problem>> {
        self.keyring.put(entry, secret)
    }

    fn get<'a>(&'a self, entry: &'a str) -> BoxFuture<'a, Result<Option<SecretString>, Problem>> {
        async move {
            let meanwhile = match entry {
                "proxy" => self.meanwhile.lock().unwrap().take(),
                _ => None,
            };
            if let Some((other, form)) = meanwhile {
                other.set_network(form, Some(PASSWORD.into())).await?;
            }
            self.keyring.get(entry).await
        }
        .boxed()
    }

    fn remove<'a>(&'a self, entry: &'a str) -> BoxFuture<'a, Result<(), Problem>> {
        self.keyring.remove(entry)
    }
}

#[tokio::test]
async fn a_password_never_goes_to_the_proxy_before() {
    let place = Place::new().await;
    let before = Proxy::start("407 Proxy Authentication Required").await;
    let after = Proxy::start("407 Proxy Authentication Required").await;
    let form = explicit(&before.url(), Some("ann"));
    let old = Some("the-old-password".into());
    place.dialer.set_network(form, old).await.unwrap();
    let slow = Slow {
        keyring: Arc::clone(&place.keyring),
        meanwhile: Mutex::new(Some((
            place.dialer.clone(),
            explicit(&after.url(), Some("ann")),
        ))),
    };
    let http = HttpTransport::new(Duration::from_secs(2)).unwrap();
    let mut world = World::new(Config::default());
    world.dir = place.world.dir;
    world.secrets = Arc::new(slow);
    world.transport = Arc::new(http.clone());
    world.network = Some(http);
    world.clock = Arc::new(SystemClock::new());
    let heard = before.asked().len();
    let next = world.open().await;
    assert_eq!(find(&next).await, ProblemCode::ProxySignIn);
    assert_eq!(before.asked().len(), heard, "nothing goes there any more");
    assert!(!after.asked().is_empty());
}

#[tokio::test]
async fn another_process_reaches_servers_in_the_same_way() {
    let place = Place::new().await;
    find(&place.dialer).await;
    // The other process has a transport of its own.
    let http = HttpTransport::new(Duration::from_secs(2)).unwrap();
    let mut world = World::new(Config::default());
    world.dir = place.world.dir;
    world.secrets = Arc::clone(&place.keyring) as Arc<dyn SecretStore>;
    world.transport = Arc::new(http.clone());
    world.network = Some(http);
    world.clock = Arc::new(SystemClock::new());
    let other = world.open().await;
    let proxy = Proxy::start("407 Proxy Authentication Required").await;
    let form = explicit(&proxy.url(), Some("ann"));
    other
        .set_network(form, Some(PASSWORD.into()))
        .await
        .unwrap();
    for _ in 0..50 {
        if find(&place.dialer).await == ProblemCode::ProxySignIn {
            return;
        }
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
    panic!("the first process never goes through the proxy");
}
