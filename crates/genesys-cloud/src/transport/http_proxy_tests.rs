//! The way out: a real proxy on loopback, with and without a sign-in, and a private authority.

use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use secrecy::SecretString;
use tokio::io::{AsyncRead, AsyncWrite, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio_rustls::rustls::pki_types::CertificateDer;

use super::socket_tests::greeting_over_tls;
use super::tests::{answering, assert_failure, pem, read_head, request, tls_acceptor, tls_server};
use super::*;
use crate::transport::Proxy;

/// `ann:pa55:word`.
pub(super) const SIGN_IN: &str = "Basic YW5uOnBhNTU6d29yZA==";
const FORBIDDEN: [&str; 2] = ["pa55", "YW5uOnBh"];

/// A proxy that leads every tunnel to `server`.
pub(super) struct RealProxy {
    pub(super) address: SocketAddr,
    /// What it was asked, first lines only.
    asked: Arc<Mutex<Vec<String>>>,
}

impl RealProxy {
    /// With a sign-in only those who have it are let through.
    pub(super) async fn to(server: SocketAddr, sign_in: Option<&'static str>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let asked = Arc::<Mutex<Vec<String>>>::default();
        let heads = Arc::clone(&asked);
        tokio::spawn(async move {
            loop {
                let (stream, _) = listener.accept().await.unwrap();
                tokio::spawn(tunnel(stream, server, sign_in, Arc::clone(&heads)));
            }
        });
        Self { address, asked }
    }

    pub(super) fn asked(&self) -> Vec<String> {
        self.asked.lock().unwrap().clone()
    }

    pub(super) fn transport(
        &self,
        password: Option<&str>,
        certificate: &CertificateDer<'_>,
    ) -> HttpTransport {
        through(self.address, password, pem(certificate))
    }
}

async fn tunnel(
    mut stream: impl AsyncRead + AsyncWrite + Unpin,
    server: SocketAddr,
    sign_in: Option<&str>,
    heads: Arc<Mutex<Vec<String>>>,
) {
    let head = read_head(&mut stream).await;
    let first = head.lines().next().unwrap_or_default().to_owned();
    heads.lock().unwrap().push(first);
    let told = head.lines().find_map(|line| {
        let (name, value) = line.split_once(": ")?;
        name.eq_ignore_ascii_case("proxy-authorization")
            .then_some(value)
    });
    if sign_in.is_some_and(|needed| told != Some(needed)) {
        let answer = "HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"x\"\r\nContent-Length: 0\r\n\r\n";
        stream.write_all(answer.as_bytes()).await.unwrap();
        stream.shutdown().await.unwrap();
        return;
    }
    let answer = b"HTTP/1.1 200 Connection established\r\n\r\n";
    stream.write_all(answer).await.unwrap();
    let mut onward = TcpStream::connect(server).await.unwrap();
    drop(tokio::io::copy_bidirectional(&mut stream, &mut onward).await);
}

pub(super) fn through(
    address: SocketAddr,
    password: Option<&str>,
    extra_ca: Vec<u8>,
) -> HttpTransport {
    HttpTransport::with(NetworkOptions {
        connect: Duration::from_secs(2),
        proxy: Proxy::Explicit {
            url: format!("http://{address}"),
            user: password.map(|_| "ann".to_owned()),
            password: password.map(SecretString::from),
        },
        extra_ca,
    })
    .unwrap()
}

fn fresh() -> Limits {
    Limits {
        fresh_connection: true,
        ..Limits::default()
    }
}

async fn post(transport: &HttpTransport) -> Result<Response<Bytes>, TransportError> {
    let request = request("POST", "https://api.example.test/path");
    transport.send(request, fresh()).await
}

async fn socket(transport: &HttpTransport) -> Result<String, TransportError> {
    let url = "wss://api.example.test/channels/k3y".parse().unwrap();
    let mut socket = transport.open_socket(url, Limits::default()).await?;
    socket.receive().await.unwrap()
}

pub(super) fn base() -> Url {
    "https://api.example.test/".parse().unwrap()
}

pub(super) const ASKED: &str = "CONNECT api.example.test:443 HTTP/1.1";

#[tokio::test]
async fn requests_and_sockets_go_through_the_proxy_and_trust_the_private_authority() {
    for (sign_in, password) in [(None, None), (Some(SIGN_IN), Some("pa55:word"))] {
        let (server, certificate) = tls_server(2120).await;
        let proxy = RealProxy::to(server, sign_in).await;
        let transport = proxy.transport(password, &certificate);
        assert_eq!(post(&transport).await.unwrap().body(), "{}");
        let read = request("GET", "https://api.example.test/path");
        let answer = transport.send(read, Limits::default()).await;
        assert_eq!(answer.unwrap().body(), "{}");
        assert_eq!(proxy.asked(), [ASKED, ASKED]);

        let (server, certificate) = greeting_over_tls().await;
        let proxy = RealProxy::to(server, sign_in).await;
        let transport = proxy.transport(password, &certificate);
        assert_eq!(socket(&transport).await.unwrap(), "hello");
        assert_eq!(proxy.asked(), [ASKED]);
    }
}

/// The way to the proxy is secured too, by the same authorities.
#[tokio::test]
async fn a_proxy_can_be_secured_itself() {
    let (server, of_server) = tls_server(2120).await;
    let (acceptor, of_proxy) = tls_acceptor(2120);
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let asked = Arc::<Mutex<Vec<String>>>::default();
    let heads = Arc::clone(&asked);
    tokio::spawn(async move {
        loop {
            let (stream, _) = listener.accept().await.unwrap();
            // Who does not trust us ends the handshake.
            if let Ok(stream) = acceptor.accept(stream).await {
                tokio::spawn(tunnel(stream, server, Some(SIGN_IN), Arc::clone(&heads)));
            }
        }
    });
    let through = |extra_ca: Vec<u8>| {
        HttpTransport::with(NetworkOptions {
            connect: Duration::from_secs(2),
            proxy: Proxy::Explicit {
                url: format!("https://localhost:{port}"),
                user: Some("ann".to_owned()),
                password: Some("pa55:word".into()),
            },
            extra_ca,
        })
        .unwrap()
    };
    let both = [pem(&of_server), pem(&of_proxy)].concat();
    let transport = through(both);
    assert_eq!(post(&transport).await.unwrap().body(), "{}");
    let seen = transport.inspect(&base()).await.unwrap().unwrap();
    assert_eq!(
        (seen.trouble, seen.proxy),
        (None, Some(format!("localhost:{port}")))
    );
    assert_eq!(*asked.lock().unwrap(), [ASKED; 2]);

    let distrusting = through(pem(&of_server));
    let error = post(&distrusting).await.unwrap_err();
    assert_eq!(error.sent, Sent::No);
    let error = distrusting.inspect(&base()).await.unwrap_err();
    assert_eq!(error.kind, TransportErrorKind::Proxy);
}

#[tokio::test]
async fn a_proxy_that_wants_another_sign_in_says_so_and_the_server_hears_nothing() {
    let (server, certificate) = tls_server(2120).await;
    for password in [None, Some("pa55:wrong")] {
        let proxy = RealProxy::to(server, Some(SIGN_IN)).await;
        let transport = proxy.transport(password, &certificate);
        let error = post(&transport).await.unwrap_err();
        assert_eq!(error.host, proxy.address.to_string());
        let told = format!("{error:?} {error} {transport:?}");
        assert!(FORBIDDEN.iter().all(|secret| !told.contains(secret)));
        assert_failure(Err(error), TransportErrorKind::ProxyAuth, Sent::No);
        let error = socket(&transport).await.unwrap_err();
        assert_eq!(
            (error.kind, error.sent),
            (TransportErrorKind::ProxyAuth, Sent::No)
        );
        let error = transport.inspect(&base()).await.unwrap_err();
        assert_eq!(error.kind, TransportErrorKind::ProxyAuth);
        assert_eq!(proxy.asked(), [ASKED; 3], "asked once each");
    }
}

#[tokio::test]
async fn a_proxy_is_told_apart_from_the_server() {
    let (_, certificate) = tls_acceptor(2120);
    let authority = pem(&certificate);
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let closed = listener.local_addr().unwrap();
    drop(listener);
    let refusing = b"HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n";
    for (proxy, kind) in [
        (closed, TransportErrorKind::Proxy),
        (answering(b"").await.0, TransportErrorKind::Proxy),
        // It is there, and could not reach the server.
        (answering(refusing).await.0, TransportErrorKind::Connect),
    ] {
        let transport = through(proxy, None, authority.clone());
        let host = if kind == TransportErrorKind::Proxy {
            proxy.to_string()
        } else {
            "api.example.test".to_owned()
        };
        let error = post(&transport).await.unwrap_err();
        assert_eq!(error.host, host);
        assert_failure(Err(error), kind, Sent::No);
        assert_eq!(socket(&transport).await.unwrap_err().kind, kind);
        let error = transport.inspect(&base()).await.unwrap_err();
        assert_eq!((error.kind, error.host), (kind, host));
    }
    let nowhere = HttpTransport::with(NetworkOptions {
        proxy: Proxy::Explicit {
            url: "http://no-such-proxy.invalid:3128".to_owned(),
            user: None,
            password: None,
        },
        ..NetworkOptions::new(Duration::from_secs(2))
    });
    let nowhere = nowhere.unwrap();
    assert_failure(post(&nowhere).await, TransportErrorKind::Proxy, Sent::No);
    let error = nowhere.resolve(&base()).await.unwrap_err();
    assert_eq!(error.kind, TransportErrorKind::Proxy);
    assert_eq!(error.host, "no-such-proxy.invalid:3128");
}

#[tokio::test]
async fn a_proxy_that_says_nothing_is_given_up_in_time() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let silent = listener.local_addr().unwrap();
    let begun = std::time::Instant::now();
    let transport = through(silent, None, Vec::new());
    assert_failure(post(&transport).await, TransportErrorKind::Proxy, Sent::No);
    let error = transport.inspect(&base()).await.unwrap_err();
    assert_eq!(error.kind, TransportErrorKind::Proxy);
    assert!(begun.elapsed() < Duration::from_secs(8));
}

/// The tunnel stands, so what breaks in it may have been acted on.
#[tokio::test]
async fn what_breaks_inside_the_tunnel_is_not_certain() {
    let (acceptor, certificate) = tls_acceptor(2120);
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let server = listener.local_addr().unwrap();
    tokio::spawn(async move {
        let (stream, _) = listener.accept().await.unwrap();
        let mut stream = acceptor.accept(stream).await.unwrap();
        let mut chunk = [0; 4096];
        let read = tokio::io::AsyncReadExt::read(&mut stream, &mut chunk).await;
        assert!(read.unwrap() > 0);
        drop(stream);
    });
    let proxy = RealProxy::to(server, None).await;
    let transport = proxy.transport(None, &certificate);
    assert_failure(
        post(&transport).await,
        TransportErrorKind::Reset,
        Sent::Maybe,
    );
}

/// Also where the server's certificate is not trusted, it is the server's and not the proxy's trouble.
#[tokio::test]
async fn without_the_private_authority_nothing_is_sent() {
    let (server, _) = tls_server(2120).await;
    let proxy = RealProxy::to(server, None).await;
    let transport = through(proxy.address, None, Vec::new());
    let untrusted = TransportErrorKind::Tls { expired: false };
    assert_failure(post(&transport).await, untrusted, Sent::No);
    assert_eq!(socket(&transport).await.unwrap_err().kind, untrusted);
}

#[tokio::test]
async fn this_machine_is_never_reached_through_a_proxy() {
    let (server, certificate) = tls_server(2120).await;
    let proxy = RealProxy::to(server, None).await;
    let transport = proxy.transport(None, &certificate);
    let (plain, _) = answering(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}").await;
    for url in [
        format!("https://localhost:{}/path", server.port()),
        format!("http://{plain}/path"),
    ] {
        let answer = transport
            .send(request("GET", &url), Limits::default())
            .await;
        assert_eq!(answer.unwrap().body(), "{}");
    }
    let local: Url = format!("https://localhost:{}", server.port())
        .parse()
        .unwrap();
    assert_eq!(
        transport.inspect(&local).await.unwrap().unwrap().proxy,
        None
    );
    assert_eq!(proxy.asked(), [""; 0]);
}

#[tokio::test]
async fn the_trust_store_is_read_for_https_only() {
    let transport = super::tests::transport();
    let (plain, _) = answering(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}").await;
    let url = format!("http://{plain}/path");
    transport
        .send(request("POST", &url), fresh())
        .await
        .unwrap();
    assert!(!transport.inner().secured.initialized());
    let (server, _) = tls_server(2120).await;
    let url = format!("https://localhost:{}/path", server.port());
    transport
        .send(request("POST", &url), fresh())
        .await
        .unwrap_err();
    assert!(transport.inner().secured.initialized());
}

#[tokio::test]
async fn other_options_hold_from_the_next_request_on_and_wrong_ones_change_nothing() {
    let (server, certificate) = tls_server(2120).await;
    let proxy = RealProxy::to(server, None).await;
    let transport = proxy.transport(None, &certificate);
    let clone = transport.clone();
    let wrong = NetworkOptions {
        extra_ca: b"hello".to_vec(),
        ..NetworkOptions::new(Duration::from_secs(2))
    };
    assert_eq!(transport.change(wrong), Err(HttpTransportError::ExtraCa));
    post(&clone).await.unwrap();
    let other = RealProxy::to(server, None).await;
    let options = NetworkOptions {
        proxy: Proxy::Explicit {
            url: format!("http://{}", other.address),
            user: None,
            password: None,
        },
        extra_ca: pem(&certificate),
        ..NetworkOptions::new(Duration::from_secs(2))
    };
    transport.change(options).unwrap();
    post(&clone).await.unwrap();
    assert_eq!((proxy.asked().len(), other.asked().len()), (1, 1));
}
