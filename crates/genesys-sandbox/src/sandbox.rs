//! The way of a request through the sandbox.

use std::{
    io,
    net::SocketAddr,
    pin::Pin,
    sync::Arc,
    task::{Context, Poll},
};

use axum::body::Body;
use http::{Request, Response};

use crate::{
    config::Config,
    fault::FaultRule,
    record::{CallRecord, JournalEntry},
    server::Running,
};

/// The connection was closed without an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ConnectionClosed;

impl std::fmt::Display for ConnectionClosed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("the sandbox closed the connection without an answer")
    }
}

impl std::error::Error for ConnectionClosed {}

/// A simulated organisation. Clones share everything.
#[derive(Clone)]
pub struct Sandbox {
    config: Arc<Config>,
}

impl Sandbox {
    /// A sandbox with nothing in it but its team.
    #[must_use]
    pub fn new(config: Config) -> Self {
        Self {
            config: Arc::new(config),
        }
    }

    /// The settings it was made with.
    #[must_use]
    pub fn config(&self) -> &Config {
        &self.config
    }

    /// Answers one request in memory.
    ///
    /// # Errors
    /// [`ConnectionClosed`] where a server would close the connection without an answer. A body that
    /// breaks off half way is an `Ok` whose body ends in an error.
    pub async fn handle(
        &self,
        _request: Request<Body>,
    ) -> Result<Response<Body>, ConnectionClosed> {
        Err(ConnectionClosed)
    }

    /// The same as a `tower` service.
    #[must_use]
    pub fn service(&self) -> SandboxService {
        SandboxService(self.clone())
    }

    /// Answers on a loopback address until the [`Running`] is dropped; port 0 takes a free one.
    ///
    /// # Errors
    /// When the address is not loopback, or cannot be listened on.
    pub async fn serve(&self, address: SocketAddr) -> io::Result<Running> {
        Running::start(self.clone(), address).await
    }

    /// Every call created since the start or the last reset, oldest first.
    #[must_use]
    pub fn calls(&self) -> Vec<CallRecord> {
        Vec::new()
    }

    /// Every request since the start or the last reset, in order, without those to `/sandbox/`.
    #[must_use]
    pub fn journal(&self) -> Vec<JournalEntry> {
        Vec::new()
    }

    /// Adds a fault; the oldest rule that matches a request is the one that hits it.
    pub fn add_fault(&self, _rule: FaultRule) {}

    /// Forgets calls, journal and faults. Tokens stay valid.
    pub fn reset(&self) {}
}

/// [`Sandbox::handle`] as a `tower` service.
#[derive(Clone)]
pub struct SandboxService(Sandbox);

impl tower::Service<Request<Body>> for SandboxService {
    type Response = Response<Body>;
    type Error = ConnectionClosed;
    type Future = Pin<Box<dyn Future<Output = Result<Response<Body>, ConnectionClosed>> + Send>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Self::Error>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: Request<Body>) -> Self::Future {
        let sandbox = self.0.clone();
        Box::pin(async move { sandbox.handle(request).await })
    }
}
