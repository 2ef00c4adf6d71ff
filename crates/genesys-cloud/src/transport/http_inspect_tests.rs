//! Looking at the way to a server, over real loopback connections.

use tokio::io::AsyncWriteExt;
use tokio::net::TcpListener;

use super::proxy_tests::{ASKED, RealProxy, SIGN_IN, base, through};
use super::tests::{pem, read_head, tls_server, transport};
use super::*;

#[tokio::test]
async fn the_certificate_is_told_whether_it_is_trusted_or_not() {
    for (year, trusted, trouble) in [
        (2120, true, None),
        (
            2120,
            false,
            Some(TransportErrorKind::Tls { expired: false }),
        ),
        (2021, true, Some(TransportErrorKind::Tls { expired: true })),
    ] {
        let (server, certificate) = tls_server(year).await;
        let proxy = RealProxy::to(server, Some(SIGN_IN)).await;
        let authority = if trusted {
            pem(&certificate)
        } else {
            Vec::new()
        };
        let transport = through(proxy.address, Some("pa55:word"), authority);
        let expected = |proxy| TlsFacts {
            proxy,
            issuer: Some("Contoso IT, Contoso Root".to_owned()),
            not_after: Some(format!("{year}-01-01T00:00:00Z").parse().unwrap()),
            trouble,
        };
        let seen = transport.inspect(&base()).await.unwrap().unwrap();
        assert_eq!(seen, expected(Some(proxy.address.to_string())));
        assert_eq!(proxy.asked(), [ASKED]);
        let local: Url = format!("https://localhost:{}", server.port())
            .parse()
            .unwrap();
        let seen = transport.inspect(&local).await.unwrap().unwrap();
        assert_eq!(seen, expected(None));
    }
    let plain = "http://127.0.0.1:1/".parse().unwrap();
    assert_eq!(transport().inspect(&plain).await.unwrap(), None);
}

#[tokio::test]
async fn a_server_without_tls_has_no_certificate_to_tell() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let server = listener.local_addr().unwrap();
    tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.unwrap();
        let answer = b"HTTP/1.1 400 Bad Request\r\n\r\n";
        stream.write_all(answer).await.unwrap();
        read_head(&mut stream).await;
    });
    let url: Url = format!("https://localhost:{}", server.port())
        .parse()
        .unwrap();
    let seen = transport().inspect(&url).await.unwrap().unwrap();
    assert_eq!((seen.issuer, seen.not_after), (None, None));
    assert!(seen.trouble.is_some());
}

#[tokio::test]
async fn names_are_resolved_where_they_will_be() {
    let direct = transport();
    let found = direct.resolve(&"http://127.0.0.1:1".parse().unwrap()).await;
    let found = found.unwrap().unwrap();
    assert_eq!((found.proxy, found.addresses.len()), (None, 1));
    let nowhere = "https://no-such-host.invalid".parse().unwrap();
    let error = direct.resolve(&nowhere).await.unwrap_err();
    assert_eq!(error.kind, TransportErrorKind::Name);
    let proxied = through("127.0.0.1:4711".parse().unwrap(), None, Vec::new());
    let found = proxied.resolve(&nowhere).await.unwrap().unwrap();
    assert_eq!(found.proxy.as_deref(), Some("127.0.0.1:4711"));
}
