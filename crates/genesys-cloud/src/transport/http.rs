//! The network, through `reqwest`.

use std::fmt;
use std::sync::{Arc, PoisonError, RwLock};
use std::time::Duration;

use bytes::{Bytes, BytesMut};
use futures_util::future::BoxFuture;
use http::{Request, Response};
use rustls::client::danger::ServerCertVerifier;
use rustls::pki_types::CertificateDer;
use tokio::sync::OnceCell;
use url::Url;

use super::failure::failed;
use super::network::{Hop, Route};
use super::{
    AnswerHead, HttpTransportError, Limits, NetworkOptions, Resolved, Sent, Socket, TlsFacts,
    Transport, TransportError, TransportErrorKind, host_of_url, http_socket, trust,
};
use crate::hosts::is_loopback;

/// Sends requests over the network: TLS with the operating system's trust store, through the system proxy or as
/// [`NetworkOptions`] say. This machine itself is never reached through a proxy.
///
/// Redirects are never followed, and nothing is sent twice. What only some requests need, such as the trust store, is
/// made when the first of them is sent.
#[derive(Clone)]
pub struct HttpTransport {
    now: Arc<RwLock<Arc<Inner>>>,
}

/// The network by one set of options.
pub(super) struct Inner {
    pub(super) connect: Duration,
    pub(super) route: Route,
    roots: Vec<CertificateDer<'static>>,
    /// To this machine without TLS.
    plain: OnceCell<reqwest::Client>,
    secured: OnceCell<Secured>,
}

/// What knows whom to trust.
pub(super) struct Secured {
    /// Keeps connections, for reads.
    keeping: reqwest::Client,
    /// Opens a connection for each request and each socket. HTTP/1.1 only, which sockets need.
    fresh: reqwest::Client,
    /// As `fresh`, to this machine, without a proxy.
    local: reqwest::Client,
    pub(super) verifier: Arc<dyn ServerCertVerifier>,
}

impl fmt::Debug for HttpTransport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("HttpTransport").finish_non_exhaustive()
    }
}

impl HttpTransport {
    /// A transport with the system's proxy and certificates that gives up after `connect` where no connection comes to
    /// be (name, connect and TLS together).
    ///
    /// # Errors
    /// Those of [`HttpTransport::with`].
    pub fn new(connect: Duration) -> Result<Self, HttpTransportError> {
        Self::with(NetworkOptions::new(connect))
    }

    /// A transport that reaches the network as `options` say. Cheap: nothing is read of the trust store yet.
    ///
    /// # Errors
    /// Where the options cannot be used.
    pub fn with(options: NetworkOptions) -> Result<Self, HttpTransportError> {
        let inner = Arc::new(Inner::new(&options)?);
        Ok(Self {
            now: Arc::new(RwLock::new(inner)),
        })
    }

    /// Reaches the network as `options` say from the next request and socket on, in all clones. What is under way goes
    /// on as it began.
    ///
    /// # Errors
    /// Where the options cannot be used; then nothing is changed.
    pub fn change(&self, options: NetworkOptions) -> Result<(), HttpTransportError> {
        let inner = Arc::new(Inner::new(&options)?);
        *self.now.write().unwrap_or_else(PoisonError::into_inner) = inner;
        Ok(())
    }

    pub(super) fn inner(&self) -> Arc<Inner> {
        let now = self.now.read().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(&now)
    }
}

impl Inner {
    fn new(options: &NetworkOptions) -> Result<Self, HttpTransportError> {
        Ok(Self {
            connect: options.connect,
            route: Route::of(&options.proxy)?,
            roots: options.roots()?,
            plain: OnceCell::new(),
            secured: OnceCell::new(),
        })
    }

    /// The client for a URL, and the proxy it goes through.
    async fn way(
        &self,
        url: &Url,
        fresh: bool,
    ) -> Result<(reqwest::Client, Option<Hop>), TransportError> {
        let unusable = |kind| TransportError::new(kind, host_of_url(url), Sent::No);
        let local = url.host().is_some_and(|host| is_loopback(&host));
        if local && matches!(url.scheme(), "http" | "ws") {
            let plain = self.plain.get_or_try_init(|| self.make_plain());
            let plain = plain
                .await
                .map_err(|_| unusable(TransportErrorKind::Other))?;
            return Ok((plain.clone(), None));
        }
        let secured = self
            .secured()
            .await
            .map_err(|_| unusable(TransportErrorKind::Tls { expired: false }))?;
        Ok(match (local, fresh) {
            (true, _) => (secured.local.clone(), None),
            (false, true) => (secured.fresh.clone(), self.route.hop(url)),
            (false, false) => (secured.keeping.clone(), self.route.hop(url)),
        })
    }

    /// What knows whom to trust, made when it is asked for first.
    pub(super) async fn secured(&self) -> Result<&Secured, HttpTransportError> {
        self.secured
            .get_or_try_init(|| async {
                let roots = self.roots.clone();
                let read = tokio::task::spawn_blocking(move || trust::of_this_system(roots));
                let verifier = read
                    .await
                    .map_err(|error| system(&error))?
                    .map_err(|error| system(&error))?;
                self.secured_by(verifier)
            })
            .await
            .inspect_err(|error| tracing::error!(%error))
    }

    async fn make_plain(&self) -> Result<reqwest::Client, HttpTransportError> {
        let tls = trust::nobody().map_err(|error| system(&error))?;
        let builder = self.builder(&tls).no_proxy();
        build(builder.pool_max_idle_per_host(0).http1_only())
    }

    fn secured_by(
        &self,
        verifier: Arc<dyn ServerCertVerifier>,
    ) -> Result<Secured, HttpTransportError> {
        let tls = trust::checked_by(Arc::clone(&verifier)).map_err(|error| system(&error))?;
        let routed = || match &self.route {
            Route::System(_) => Ok(self.builder(&tls)),
            Route::Straight => Ok(self.builder(&tls).no_proxy()),
            Route::Through(hop) => {
                let proxy = reqwest::Proxy::all(hop.url.as_str())
                    .map_err(|_| HttpTransportError::ProxyAddress)?;
                let proxy = match &hop.authorization {
                    Some(header) => proxy.custom_http_auth(header.clone()),
                    None => proxy,
                };
                // A proxy that was added stands in front of the system's, which is then not asked.
                Ok(self.builder(&tls).no_proxy().proxy(proxy))
            }
        };
        let local = self.builder(&tls).no_proxy();
        Ok(Secured {
            keeping: build(routed()?.pool_idle_timeout(Duration::from_secs(30)))?,
            fresh: build(routed()?.pool_max_idle_per_host(0).http1_only())?,
            local: build(local.pool_max_idle_per_host(0).http1_only())?,
            verifier,
        })
    }

    fn builder(&self, tls: &rustls::ClientConfig) -> reqwest::ClientBuilder {
        reqwest::Client::builder()
            .tls_backend_preconfigured(tls.clone())
            .redirect(reqwest::redirect::Policy::none())
            .retry(reqwest::retry::never())
            .connect_timeout(self.connect)
            .referer(false)
            .user_agent(concat!("ringfor/", env!("CARGO_PKG_VERSION")))
    }
}

fn build(builder: reqwest::ClientBuilder) -> Result<reqwest::Client, HttpTransportError> {
    builder
        .build()
        .map_err(|error| HttpTransportError::System(error.without_url().to_string()))
}

fn system(error: &dyn std::error::Error) -> HttpTransportError {
    HttpTransportError::System(error.to_string())
}

impl Transport for HttpTransport {
    fn send(
        &self,
        request: Request<Bytes>,
        limits: Limits,
    ) -> BoxFuture<'_, Result<Response<Bytes>, TransportError>> {
        let inner = self.inner();
        Box::pin(async move {
            let request = reqwest::Request::try_from(request)
                .map_err(|_| TransportError::new(TransportErrorKind::Other, "", Sent::No))?;
            let host = host_of_url(request.url());
            let (client, hop) = inner.way(request.url(), limits.fresh_connection).await?;
            let mut answer = client
                .execute(request)
                .await
                .map_err(|error| failed(&error, &host, hop.as_ref()))?;
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
        let inner = self.inner();
        Box::pin(async move {
            let (client, hop) = inner.way(&url, true).await?;
            http_socket::open(client, url, hop, limits).await
        })
    }

    fn resolve<'a>(
        &'a self,
        base: &'a Url,
    ) -> BoxFuture<'a, Result<Option<Resolved>, TransportError>> {
        let inner = self.inner();
        Box::pin(async move { inner.resolve(base).await.map(Some) })
    }

    fn inspect<'a>(
        &'a self,
        base: &'a Url,
    ) -> BoxFuture<'a, Result<Option<TlsFacts>, TransportError>> {
        let inner = self.inner();
        Box::pin(async move { inner.inspect(base).await })
    }
}

#[cfg(test)]
#[path = "http_tests.rs"]
mod tests;

#[cfg(test)]
#[path = "http_socket_tests.rs"]
mod socket_tests;

#[cfg(test)]
#[path = "http_proxy_tests.rs"]
mod proxy_tests;

#[cfg(test)]
#[path = "http_inspect_tests.rs"]
mod inspect_tests;
