//! The transport over real loopback sockets: what is certain when it fails.

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use base64::Engine;
use rcgen::{CertificateParams, DnType, KeyPair, date_time_ymd};
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer};

use super::*;

pub(super) fn transport() -> HttpTransport {
    HttpTransport::new(Duration::from_secs(2)).unwrap()
}

pub(super) fn request(method: &str, url: &str) -> Request<Bytes> {
    Request::builder()
        .method(method)
        .uri(url)
        .header("authorization", "Bearer t0k3n-value")
        .body(Bytes::from_static(b"{}"))
        .unwrap()
}

async fn post(url: &str) -> Result<Response<Bytes>, TransportError> {
    let limits = Limits {
        fresh_connection: true,
        ..Limits::default()
    };
    transport().send(request("POST", url), limits).await
}

/// A server that answers every connection with the same bytes after it has read a request head, then closes.
pub(super) async fn answering(bytes: &'static [u8]) -> (SocketAddr, Arc<AtomicUsize>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let requests = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&requests);
    tokio::spawn(async move {
        loop {
            let (mut stream, _) = listener.accept().await.unwrap();
            read_head(&mut stream).await;
            count.fetch_add(1, Ordering::SeqCst);
            stream.write_all(bytes).await.unwrap();
            // Ends the connection in order, so that what was written arrives.
            stream.shutdown().await.unwrap();
        }
    });
    (address, requests)
}

pub(super) async fn read_head(stream: &mut (impl AsyncRead + Unpin)) -> String {
    let mut head = Vec::new();
    while !head.windows(4).any(|end| end == b"\r\n\r\n") {
        let mut chunk = [0; 1024];
        match stream.read(&mut chunk).await.unwrap() {
            0 => break,
            read => head.extend_from_slice(&chunk[..read]),
        }
    }
    String::from_utf8_lossy(&head).into_owned()
}

pub(super) fn assert_failure(
    result: Result<Response<Bytes>, TransportError>,
    kind: TransportErrorKind,
    sent: Sent,
) {
    let error = result.unwrap_err();
    assert_eq!((error.kind, error.sent), (kind, sent), "{error:?}");
    assert!(error.head.is_none());
    let text = format!("{error:?} {error}");
    assert!(!text.contains("t0k3n") && !text.contains("/path"), "{text}");
}

#[tokio::test]
async fn an_answer_arrives_whole() {
    let (address, _) =
        answering(b"HTTP/1.1 202 Accepted\r\nContent-Length: 2\r\nX-A: b\r\n\r\n{}").await;
    let answer = post(&format!("http://{address}/path")).await.unwrap();
    assert_eq!(answer.status(), 202);
    assert_eq!(answer.headers()["x-a"], "b");
    assert_eq!(answer.body(), "{}");
}

#[tokio::test]
async fn a_name_that_does_not_exist_is_certain() {
    let result = post("http://no-such-host.invalid/path").await;
    assert_failure(result, TransportErrorKind::Name, Sent::No);
}

#[tokio::test]
async fn a_closed_port_is_certain() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    drop(listener);
    let result = post(&format!("http://{address}/path")).await;
    assert_failure(result, TransportErrorKind::Connect, Sent::No);
}

#[tokio::test]
async fn a_server_that_never_finishes_the_handshake_is_certain() {
    // The port accepts connections, and says nothing.
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let begun = std::time::Instant::now();
    let result = post(&format!("https://{address}/path")).await;
    assert_failure(result, TransportErrorKind::Connect, Sent::No);
    assert!(begun.elapsed() < Duration::from_secs(4));
}

#[tokio::test]
async fn a_server_without_tls_is_certain() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let plain = listener.local_addr().unwrap();
    tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.unwrap();
        stream
            .write_all(b"HTTP/1.1 400 Bad Request\r\n\r\n")
            .await
            .unwrap();
        let mut rest = Vec::new();
        // Whatever the client still says does not matter here.
        drop(stream.read_to_end(&mut rest).await);
    });
    let result = post(&format!("https://{plain}/path")).await;
    assert_failure(result, TransportErrorKind::Tls { expired: false }, Sent::No);
}

/// What a server with a self-signed certificate for `localhost` and `api.example.test` needs, and that certificate.
pub(super) fn tls_acceptor(until_year: i32) -> (TlsAcceptor, CertificateDer<'static>) {
    let names = vec!["localhost".to_owned(), "api.example.test".to_owned()];
    let mut params = CertificateParams::new(names).unwrap();
    let name = &mut params.distinguished_name;
    name.push(DnType::OrganizationName, "Contoso IT");
    name.push(DnType::CommonName, "Contoso Root");
    params.not_before = date_time_ymd(2020, 1, 1);
    params.not_after = date_time_ymd(until_year, 1, 1);
    let key = KeyPair::generate().unwrap();
    let certificate = params.self_signed(&key).unwrap().der().clone();
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = rustls::ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(
            vec![certificate.clone()],
            PrivateKeyDer::try_from(key.serialize_der()).unwrap(),
        )
        .unwrap();
    (TlsAcceptor::from(Arc::new(config)), certificate)
}

/// A transport that trusts this certificate beside those of this computer.
pub(super) fn trusting(certificate: &CertificateDer<'_>) -> HttpTransport {
    HttpTransport::with(NetworkOptions {
        extra_ca: pem(certificate),
        ..NetworkOptions::new(Duration::from_secs(2))
    })
    .unwrap()
}

/// A certificate as it stands in a file.
pub(super) fn pem(certificate: &CertificateDer<'_>) -> Vec<u8> {
    let text = base64::engine::general_purpose::STANDARD.encode(certificate);
    format!("-----BEGIN CERTIFICATE-----\n{text}\n-----END CERTIFICATE-----\n").into_bytes()
}

/// A TLS server on loopback.
pub(super) async fn tls_server(until_year: i32) -> (SocketAddr, CertificateDer<'static>) {
    let (acceptor, certificate) = tls_acceptor(until_year);
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move {
        loop {
            let (stream, _) = listener.accept().await.unwrap();
            // A client that does not trust us ends the handshake.
            let Ok(mut stream) = acceptor.accept(stream).await else {
                continue;
            };
            let mut chunk = [0; 4096];
            drop(stream.read(&mut chunk).await);
            drop(
                stream
                    .write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}")
                    .await,
            );
            drop(stream.shutdown().await);
        }
    });
    (address, certificate)
}

#[tokio::test]
async fn an_expired_certificate_is_certain_and_said() {
    let (address, _) = tls_server(2021).await;
    let result = post(&format!("https://localhost:{}/path", address.port())).await;
    assert_failure(result, TransportErrorKind::Tls { expired: true }, Sent::No);
}

#[tokio::test]
async fn an_untrusted_certificate_is_certain_and_said() {
    let (address, _) = tls_server(2120).await;
    let result = post(&format!("https://localhost:{}/path", address.port())).await;
    assert_failure(result, TransportErrorKind::Tls { expired: false }, Sent::No);
}

#[tokio::test]
async fn a_trusted_certificate_is_accepted_for_its_name_only() {
    let (address, certificate) = tls_server(2120).await;
    let transport = trusting(&certificate);
    let send = |host: &str| {
        let url = format!("https://{host}:{}/path", address.port());
        transport.send(request("GET", &url), Limits::default())
    };
    assert_eq!(send("localhost").await.unwrap().body(), "{}");
    assert_failure(
        send("127.0.0.1").await,
        TransportErrorKind::Tls { expired: false },
        Sent::No,
    );
}

#[tokio::test]
async fn a_connection_closed_without_an_answer_is_not_certain() {
    let (address, requests) = answering(b"").await;
    let result = post(&format!("http://{address}/path")).await;
    assert_failure(result, TransportErrorKind::Reset, Sent::Maybe);
    assert_eq!(requests.load(Ordering::SeqCst), 1, "sent once");
}

#[tokio::test]
async fn a_broken_answer_is_not_certain() {
    let (address, _) = answering(b"what is this\r\n\r\n").await;
    let error = post(&format!("http://{address}/path")).await.unwrap_err();
    assert_eq!(error.sent, Sent::Maybe);
}

#[tokio::test]
async fn a_body_that_breaks_off_keeps_its_head() {
    let (address, _) =
        answering(b"HTTP/1.1 409 Conflict\r\nContent-Length: 100\r\nX-A: b\r\n\r\n{\"co").await;
    let error = post(&format!("http://{address}/path")).await.unwrap_err();
    assert_eq!(
        (error.kind, error.sent),
        (TransportErrorKind::Reset, Sent::Maybe)
    );
    let head = error.head.unwrap();
    assert_eq!(
        (head.status.as_u16(), head.headers["x-a"].to_str().unwrap()),
        (409, "b")
    );
}

#[tokio::test]
async fn a_body_over_the_limit_is_cut_off() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let server = tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.unwrap();
        read_head(&mut stream).await;
        stream.write_all(b"HTTP/1.1 200 OK\r\n\r\n").await.unwrap();
        let mut written = 0_usize;
        // Endless, until the client hangs up.
        while stream.write_all(&[b'x'; 65_536]).await.is_ok() {
            written += 65_536;
        }
        written
    });
    let error = post(&format!("http://{address}/path")).await.unwrap_err();
    assert_eq!(error.kind, TransportErrorKind::BodyTooLarge);
    assert_eq!(error.head.unwrap().status, 200);
    // What lies in the sockets' buffers comes on top of the limit.
    assert!(server.await.unwrap() < 64 * super::super::MAX_BODY);
}

#[tokio::test]
async fn redirects_are_not_followed() {
    for status in ["301", "302", "303", "307", "308"] {
        let (other, elsewhere) = answering(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}").await;
        let answer = format!(
            "HTTP/1.1 {status} Go\r\nLocation: http://{other}/there\r\nContent-Length: 0\r\n\r\n"
        );
        let (address, requests) = answering(answer.leak().as_bytes()).await;
        for method in ["POST", "GET"] {
            let url = format!("http://{address}/path");
            let answer = transport()
                .send(request(method, &url), Limits::default())
                .await
                .unwrap();
            assert_eq!(answer.status().as_str(), status);
        }
        assert_eq!(requests.load(Ordering::SeqCst), 2);
        assert_eq!(elsewhere.load(Ordering::SeqCst), 0);
    }
}

#[tokio::test]
async fn giving_up_closes_the_connection() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let server = tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.unwrap();
        read_head(&mut stream).await;
        let mut rest = Vec::new();
        // Ends when the client closes.
        drop(stream.read_to_end(&mut rest).await);
    });
    let url = format!("http://{address}/path");
    let gave_up = tokio::time::timeout(Duration::from_millis(300), post(&url)).await;
    assert!(gave_up.is_err());
    tokio::time::timeout(Duration::from_secs(5), server)
        .await
        .unwrap()
        .unwrap();
}
