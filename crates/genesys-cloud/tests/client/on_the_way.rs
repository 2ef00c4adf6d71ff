//! Failures of the network while a call is placed: what is certain about each.

use axum::body::Body;
use genesys_cloud::transport::{
    Limits, Sent, Socket, Transport, TransportError, TransportErrorKind as Failure,
};
use genesys_cloud::{Acted, Dialect, ErrorKind};
use tokio_util::sync::CancellationToken;

use crate::server::*;

/// Fails every call request in one way, and gives tokens.
struct Failing {
    tokens: std::sync::Arc<dyn Transport>,
    error: TransportError,
    calls: std::sync::Mutex<Vec<Limits>>,
}

impl Transport for Failing {
    fn send(
        &self,
        request: http::Request<bytes::Bytes>,
        limits: Limits,
    ) -> futures_util::future::BoxFuture<'_, Result<http::Response<bytes::Bytes>, TransportError>>
    {
        if request.uri().path() == "/oauth/token" {
            return self.tokens.send(request, limits);
        }
        self.calls.lock().unwrap().push(limits);
        Box::pin(std::future::ready(Err(self.error.clone())))
    }

    fn open_socket(
        &self,
        _: url::Url,
        _: Limits,
    ) -> futures_util::future::BoxFuture<'_, Result<Box<dyn Socket>, TransportError>> {
        Box::pin(std::future::ready(Err(self.error.clone())))
    }
}

#[tokio::test(start_paused = true)]
async fn what_failed_on_the_way_is_told_apart_and_not_sent_again() {
    let cases = [
        (
            Failure::Name,
            Sent::No,
            ErrorKind::NameNotResolved,
            Acted::No,
        ),
        (
            Failure::Connect,
            Sent::No,
            ErrorKind::Unreachable,
            Acted::No,
        ),
        (
            Failure::Tls { expired: true },
            Sent::No,
            ErrorKind::CertificateExpired,
            Acted::No,
        ),
        (
            Failure::Tls { expired: false },
            Sent::No,
            ErrorKind::CertificateUntrusted,
            Acted::No,
        ),
        (
            Failure::Reset,
            Sent::Maybe,
            ErrorKind::ConnectionLost,
            Acted::Maybe,
        ),
        (
            Failure::Timeout,
            Sent::Maybe,
            ErrorKind::Timeout,
            Acted::Maybe,
        ),
        (
            Failure::Other,
            Sent::Maybe,
            ErrorKind::Network,
            Acted::Maybe,
        ),
    ];
    for (failure, sent, kind, acted) in cases {
        let server = Server::new(|_, _| status(500, Body::empty()));
        let transport = std::sync::Arc::new(Failing {
            tokens: server.transport(),
            error: TransportError::new(failure, "api.example.test", sent),
            calls: Default::default(),
        });
        let client = client(Dialect::Platform, transport.clone());
        let cancel = CancellationToken::new();
        let error = client
            .place_call(&a_call(), &Ear::default(), &cancel)
            .await
            .unwrap_err();
        assert_eq!((error.kind, error.acted), (kind, acted));
        assert_eq!(error.host.as_deref(), Some("api.example.test"));
        let calls = transport.calls.lock().unwrap();
        assert_eq!(calls.len(), 1, "{failure:?}");
        assert!(calls[0].fresh_connection, "a kept connection may be dead");
    }
}
