//! The network, through `reqwest`.

use std::error::Error as StdError;
use std::io;
use std::sync::Arc;
use std::time::Duration;

use bytes::{Bytes, BytesMut};
use futures_util::future::BoxFuture;
use http::{Request, Response};
use rustls::CertificateError;
use rustls_platform_verifier::BuilderVerifierExt;
use url::Url;

use super::{
    AnswerHead, Limits, Sent, Socket, Transport, TransportError, TransportErrorKind, host_of,
    http_socket,
};
use crate::hosts::is_loopback;

/// Sends requests over the network: TLS with the operating system's trust store, through the system proxy (on Linux:
/// the proxy variables of the environment). This machine itself is never reached through a proxy.
///
/// Redirects are never followed, and nothing is sent twice.
#[derive(Debug, Clone)]
pub struct HttpTransport {
    /// Keeps connections, for reads.
    keeping: reqwest::Client,
    /// Opens a connection for each request and each socket. HTTP/1.1 only, which sockets need.
    fresh: reqwest::Client,
    /// As `fresh`, to this machine, without a proxy.
    local: reqwest::Client,
}

/// The network cannot be used at all, for example because the trust store cannot be read.
#[derive(Debug, thiserror::Error)]
#[error("the network cannot be set up: {0}")]
pub struct HttpTransportError(String);

impl HttpTransport {
    /// A transport that gives up after `connect` where no connection comes to be (name, connect and TLS together).
    ///
    /// # Errors
    /// Where TLS or the trust store of the operating system cannot be used.
    pub fn new(connect: Duration) -> Result<Self, HttpTransportError> {
        Self::with_tls(connect, &tls_of_this_system()?)
    }

    fn with_tls(connect: Duration, tls: &rustls::ClientConfig) -> Result<Self, HttpTransportError> {
        let builder = || {
            reqwest::Client::builder()
                .tls_backend_preconfigured(tls.clone())
                .redirect(reqwest::redirect::Policy::none())
                .retry(reqwest::retry::never())
                .connect_timeout(connect)
                .referer(false)
                .user_agent(concat!("ringfor/", env!("CARGO_PKG_VERSION")))
        };
        let build = |builder: reqwest::ClientBuilder| {
            builder
                .build()
                .map_err(|error| HttpTransportError(error.without_url().to_string()))
        };
        Ok(Self {
            keeping: build(builder().pool_idle_timeout(Duration::from_secs(30)))?,
            fresh: build(builder().pool_max_idle_per_host(0).http1_only())?,
            local: build(builder().pool_max_idle_per_host(0).http1_only().no_proxy())?,
        })
    }

    fn client(&self, request: &Request<Bytes>, limits: Limits) -> &reqwest::Client {
        let local = request
            .uri()
            .host()
            .and_then(|host| url::Host::parse(host).ok())
            .is_some_and(|host| match &host {
                url::Host::Domain(name) => is_loopback(&url::Host::Domain(name)),
                url::Host::Ipv4(address) => is_loopback(&url::Host::Ipv4(*address)),
                url::Host::Ipv6(address) => is_loopback(&url::Host::Ipv6(*address)),
            });
        if local {
            &self.local
        } else if limits.fresh_connection {
            &self.fresh
        } else {
            &self.keeping
        }
    }
}

impl Transport for HttpTransport {
    fn send(
        &self,
        request: Request<Bytes>,
        limits: Limits,
    ) -> BoxFuture<'_, Result<Response<Bytes>, TransportError>> {
        let client = self.client(&request, limits).clone();
        Box::pin(async move {
            let host = host_of(request.uri());
            let request = reqwest::Request::try_from(request).map_err(|_| {
                TransportError::new(TransportErrorKind::Other, host.clone(), Sent::No)
            })?;
            let mut answer = client.execute(request).await.map_err(|error| {
                let (kind, sent) = classify(&error);
                TransportError::new(kind, host.clone(), sent)
            })?;
            let broken = |kind, answer: &reqwest::Response| TransportError {
                kind,
                host: host.clone(),
                sent: Sent::Maybe,
                head: Some(Box::new(AnswerHead {
                    status: answer.status(),
                    headers: answer.headers().clone(),
                })),
            };
            let mut body = BytesMut::new();
            loop {
                match answer.chunk().await {
                    Ok(Some(chunk)) if body.len() + chunk.len() > limits.max_body => {
                        return Err(broken(TransportErrorKind::BodyTooLarge, &answer));
                    }
                    Ok(Some(chunk)) => body.extend_from_slice(&chunk),
                    Ok(None) => break,
                    Err(_) => return Err(broken(TransportErrorKind::Reset, &answer)),
                }
            }
            let mut complete = Response::new(body.freeze());
            *complete.status_mut() = answer.status();
            *complete.headers_mut() = std::mem::take(answer.headers_mut());
            Ok(complete)
        })
    }

    fn open_socket(
        &self,
        url: Url,
        limits: Limits,
    ) -> BoxFuture<'_, Result<Box<dyn Socket>, TransportError>> {
        let client = match url.host() {
            Some(host) if is_loopback(&host) => &self.local,
            _ => &self.fresh,
        };
        Box::pin(http_socket::open(client.clone(), url, limits))
    }
}

/// TLS by `ring`, named here so that no other provider in the program can take its place, with the trust store of the
/// operating system.
fn tls_of_this_system() -> Result<rustls::ClientConfig, HttpTransportError> {
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let builder = rustls::ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .and_then(BuilderVerifierExt::with_platform_verifier)
        .map_err(|error| HttpTransportError(error.to_string()))?;
    Ok(builder.with_no_client_auth())
}

/// What failed, and whether the server can have seen the request: only a failure to connect is certain.
pub(super) fn classify(error: &reqwest::Error) -> (TransportErrorKind, Sent) {
    if error.is_builder() {
        return (TransportErrorKind::Other, Sent::No);
    }
    if !error.is_connect() {
        let kind = if error.is_timeout() {
            TransportErrorKind::Timeout
        } else if error.is_request() {
            TransportErrorKind::Reset
        } else {
            TransportErrorKind::Other
        };
        return (kind, Sent::Maybe);
    }
    let kind = if error.is_dns() {
        TransportErrorKind::Name
    } else if let Some(tls) = find_tls_error(error) {
        TransportErrorKind::Tls {
            expired: is_expired(tls),
        }
    } else {
        TransportErrorKind::Connect
    };
    (kind, Sent::No)
}

/// Looks for the TLS error among the causes. An `io::Error` shows what it wraps through `get_ref` only.
fn find_tls_error<'a>(error: &'a (dyn StdError + 'static)) -> Option<&'a rustls::Error> {
    let mut next = error.source();
    while let Some(cause) = next {
        if let Some(tls) = cause.downcast_ref::<rustls::Error>() {
            return Some(tls);
        }
        next = match cause
            .downcast_ref::<io::Error>()
            .and_then(io::Error::get_ref)
        {
            Some(wrapped) => Some(wrapped),
            None => cause.source(),
        };
    }
    None
}

fn is_expired(error: &rustls::Error) -> bool {
    matches!(
        error,
        rustls::Error::InvalidCertificate(
            CertificateError::Expired | CertificateError::ExpiredContext { .. }
        )
    )
}

#[cfg(test)]
#[path = "http_tests.rs"]
mod tests;

#[cfg(test)]
#[path = "http_socket_tests.rs"]
mod socket_tests;
