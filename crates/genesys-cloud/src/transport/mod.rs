//! The way requests travel: one trait, and what is certain when it fails.

mod failure;
mod http;
mod http_socket;
#[cfg(feature = "in-memory")]
mod in_memory;
mod inspect;
mod network;
mod trust;
mod tunnel;

use ::http::{HeaderMap, Request, Response, StatusCode, Uri};
use bytes::Bytes;
use futures_util::future::BoxFuture;
use url::Url;

pub use self::http::HttpTransport;
#[cfg(feature = "in-memory")]
pub use self::in_memory::{InMemoryTransport, SocketEnds};
pub use self::inspect::{Resolved, TlsFacts};
pub use self::network::{HttpTransportError, NetworkOptions, Proxy};

/// The most that is read of one answer: 1 MiB.
pub const MAX_BODY: usize = 1024 * 1024;

/// Sends one request and reads its answer, once, or opens a socket.
///
/// An implementation never follows a redirect and never sends a request a second time. The caller limits the time
/// and gives up by dropping the future.
pub trait Transport: Send + Sync {
    /// Sends `request` and reads the whole answer.
    ///
    /// # Errors
    /// A [`TransportError`] tells whether the server can have seen the request.
    fn send(
        &self,
        request: Request<Bytes>,
        limits: Limits,
    ) -> BoxFuture<'_, Result<Response<Bytes>, TransportError>>;

    /// Opens a WebSocket at `url` (`wss`, or `ws` to this machine). The URL may be a credential of its own.
    ///
    /// # Errors
    /// Where no socket came to be; [`TransportError::head`] holds the answer of a server that refused.
    fn open_socket(
        &self,
        url: Url,
        limits: Limits,
    ) -> BoxFuture<'_, Result<Box<dyn Socket>, TransportError>>;

    /// Resolves the name of the server at `base`, or that of the proxy on the way to it; none where this goes over no
    /// network. Limits its own time.
    ///
    /// # Errors
    /// [`TransportErrorKind::Name`], or [`TransportErrorKind::Proxy`] where it is the proxy's name that leads nowhere.
    fn resolve<'a>(
        &'a self,
        _base: &'a Url,
    ) -> BoxFuture<'a, Result<Option<Resolved>, TransportError>> {
        Box::pin(async { Ok(None) })
    }

    /// Connects to the server at `base` as a request would, secures the connection and closes it; none where there is
    /// nothing to secure. Limits its own time.
    ///
    /// # Errors
    /// Where no connection comes to be. A certificate that is not trusted is told in [`TlsFacts::trouble`].
    fn inspect<'a>(
        &'a self,
        _base: &'a Url,
    ) -> BoxFuture<'a, Result<Option<TlsFacts>, TransportError>> {
        Box::pin(async { Ok(None) })
    }
}

/// An open WebSocket. Dropping it closes the connection.
pub trait Socket: Send {
    /// The next text; none when the server closed the socket. Nothing is lost when the future is dropped.
    ///
    /// # Errors
    /// Where the connection broke, a text is longer than [`Limits::max_body`], or what came is no WebSocket. Nothing
    /// more comes after an error.
    fn receive(&mut self) -> BoxFuture<'_, Option<Result<String, TransportError>>>;

    /// Sends a text.
    ///
    /// # Errors
    /// Where the connection broke.
    fn send(&mut self, text: String) -> BoxFuture<'_, Result<(), TransportError>>;
}

/// Limits of one exchange.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// How many bytes of the answer's body, or of one text of a socket, are read before it is cut off.
    pub max_body: usize,
    /// Use a connection that was opened for this request. A kept connection may have been closed by the server in the
    /// meantime, and then nobody can tell whether the request was seen.
    pub fresh_connection: bool,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            max_body: MAX_BODY,
            fresh_connection: false,
        }
    }
}

/// Whether the server can have seen a request that failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sent {
    /// Certainly not: no connection came to be.
    No,
    /// It may have.
    Maybe,
}

/// What failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum TransportErrorKind {
    /// The host name could not be resolved.
    Name,
    /// No connection could be made.
    Connect,
    /// The connection could not be secured.
    Tls {
        /// Whether the certificate has expired; else it is not trusted for another reason.
        expired: bool,
    },
    /// No answer in time.
    Timeout,
    /// The connection broke.
    Reset,
    /// The answer, or the text of a socket, is longer than [`Limits::max_body`].
    BodyTooLarge,
    /// No connection could be made through the proxy.
    Proxy,
    /// The proxy wants a sign-in, or another one.
    ProxyAuth,
    /// Something else.
    Other,
}

/// Status line and headers of an answer whose body could not be read, or that refused a socket.
#[derive(Debug, Clone)]
pub struct AnswerHead {
    /// The status.
    pub status: StatusCode,
    /// The headers.
    pub headers: HeaderMap,
}

/// An exchange that failed. Holds no URL, header or body of the request.
#[derive(Debug, Clone, thiserror::Error)]
#[error("{kind:?} while talking to {host}")]
pub struct TransportError {
    /// What failed.
    pub kind: TransportErrorKind,
    /// The host, with its port where that is not the usual one; without credentials or path.
    pub host: String,
    /// Whether the server can have seen the request.
    pub sent: Sent,
    /// What had arrived of the answer, where it failed in the body or refused a socket.
    pub head: Option<Box<AnswerHead>>,
}

/// The host a request goes to, with its port where that is not the usual one: several servers can
/// run on one machine.
pub(crate) fn host_of(uri: &Uri) -> String {
    with_port(uri.host(), uri.port_u16())
}

/// As [`host_of`].
pub(crate) fn host_of_url(url: &Url) -> String {
    with_port(url.host_str(), url.port())
}

fn with_port(host: Option<&str>, port: Option<u16>) -> String {
    let host = host.unwrap_or_default();
    port.map_or_else(|| host.to_owned(), |port| format!("{host}:{port}"))
}

impl TransportError {
    /// A failure before or after sending, with no part of an answer.
    pub fn new(kind: TransportErrorKind, host: impl Into<String>, sent: Sent) -> Self {
        Self {
            kind,
            host: host.into(),
            sent,
            head: None,
        }
    }
}
