//! The way of a request through the sandbox.

use std::{
    io,
    net::SocketAddr,
    pin::Pin,
    sync::Arc,
    task::{Context, Poll},
    time::Duration,
};

use axum::{
    Router,
    body::{Body, Bytes},
    response::IntoResponse,
};
use http::{
    HeaderValue, Request, Response, StatusCode,
    header::{CONNECTION, LOCATION, SEC_WEBSOCKET_KEY, SEC_WEBSOCKET_VERSION, UPGRADE},
    request::Parts,
};
use http_body_util::{BodyExt, LengthLimitError, Limited};
use tokio::sync::mpsc;
use tower::ServiceExt;

use crate::{
    config::Config,
    control, damage,
    error::{ApiError, CORRELATION},
    fault::{self, Fault, FaultRule, Target},
    notifications::taken_wire,
    organisation::{Organisation, lock},
    record::{AgentRecord, CallRecord, ChannelRecord, JournalEntry},
    router::router,
    server::Running,
    team::{Agent, new_id},
    tokens::Budget,
    unanswered::Unanswered,
};

/// The largest request body. The API's own limit is not published.
const MOST_BYTES: usize = 1 << 20;

/// The connection was closed without an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ConnectionClosed;

impl std::fmt::Display for ConnectionClosed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("the sandbox closed the connection without an answer")
    }
}

impl std::error::Error for ConnectionClosed {}

/// A socket was not opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SocketRefused {
    /// The connection was closed without an answer.
    Closed,
    /// The handshake was answered with another status than 101.
    Answered(StatusCode),
}

impl std::fmt::Display for SocketRefused {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Closed => ConnectionClosed.fmt(f),
            Self::Answered(status) => write!(f, "the sandbox answered the handshake with {status}"),
        }
    }
}

impl std::error::Error for SocketRefused {}

impl From<ConnectionClosed> for SocketRefused {
    fn from(ConnectionClosed: ConnectionClosed) -> Self {
        Self::Closed
    }
}

impl From<SocketRefused> for io::Error {
    fn from(refused: SocketRefused) -> Self {
        let kind = match refused {
            SocketRefused::Closed => io::ErrorKind::ConnectionReset,
            SocketRefused::Answered(_) => io::ErrorKind::ConnectionRefused,
        };
        Self::new(kind, refused)
    }
}

/// A simulated organisation. Clones share everything.
#[derive(Clone, Debug)]
pub struct Sandbox {
    organisation: Arc<Organisation>,
    router: Router,
}

impl Sandbox {
    /// A sandbox with nothing in it but its team.
    #[must_use]
    pub fn new(config: Config) -> Self {
        let organisation = Arc::new(Organisation::new(config));
        Self {
            router: router(Arc::clone(&organisation)),
            organisation,
        }
    }

    /// The settings it was made with.
    #[must_use]
    pub fn config(&self) -> &Config {
        &self.organisation.config
    }

    /// Answers one request in memory.
    ///
    /// # Errors
    /// [`ConnectionClosed`] where a server would close the connection without an answer. A body that
    /// breaks off half way is an `Ok` whose body ends in an error.
    pub async fn handle(&self, request: Request<Body>) -> Result<Response<Body>, ConnectionClosed> {
        let (parts, body) = request.into_parts();
        let body = match Limited::new(body, MOST_BYTES).collect().await {
            Ok(collected) => Ok(collected.to_bytes()),
            Err(error) if error.is::<LengthLimitError>() => Err(ApiError::too_large(MOST_BYTES)),
            // The client went away in the middle of its request.
            Err(_) => return Err(ConnectionClosed),
        };
        if parts.uri.path().starts_with("/sandbox/") {
            return match body {
                Ok(body) => self.route(parts, body).await,
                Err(error) => Ok(error.into_response()),
            };
        }
        let organisation = &*self.organisation;
        let seq = lock(&organisation.journal).arrived(
            organisation.clock.now(),
            &parts,
            body.as_deref().unwrap_or_default(),
            &organisation.config.client_secret,
        );
        let names = fault::names(&parts, body.as_deref().unwrap_or_default());
        let fault = lock(&organisation.faults).take_any(Target::Request, &names);
        let response = self.answer(parts, body, fault).await?;
        lock(&organisation.journal).answered(seq, response.status());
        Ok(response)
    }

    /// What comes of a request, with its fault.
    async fn answer(
        &self,
        mut parts: Parts,
        body: Result<Bytes, ApiError>,
        fault: Option<Fault>,
    ) -> Result<Response<Body>, ConnectionClosed> {
        match &fault {
            Some(Fault::DropBefore) => return Err(ConnectionClosed),
            Some(Fault::ExpireTokens) => self.organisation.expire_tokens(),
            _ => {}
        }
        let is_api = parts.uri.path().starts_with("/api/");
        let (budget, admitted) = if is_api {
            let (budget, admitted) = self.organisation.admit(&parts.headers);
            let admitted = admitted.map(|holder| drop(parts.extensions.insert(holder)));
            (budget, admitted)
        } else {
            let allowed = self.organisation.config.requests_per_minute;
            (Budget::untouched(allowed), Ok(()))
        };
        let mut response = match (instead(fault.as_ref(), &parts), admitted, body) {
            (Some(scripted), _, _) => scripted,
            (None, Err(error), _) | (None, Ok(()), Err(error)) => error.into_response(),
            (None, Ok(()), Ok(body)) => self.route(parts, body).await?,
        };
        budget.write(response.headers_mut());
        response
            .headers_mut()
            .entry(CORRELATION)
            .or_insert_with(correlation_id);
        match fault {
            Some(Fault::Delay { ms }) => {
                tokio::time::sleep(Duration::from_millis(ms)).await;
                Ok(response)
            }
            // A handshake is not done without its whole answer.
            Some(Fault::Truncate) if is_upgrade(&response) => Err(ConnectionClosed),
            Some(Fault::DropAfter) => Err(ConnectionClosed),
            Some(Fault::Truncate) => Ok(damage::truncated(response).await),
            Some(Fault::Garbage) => Ok(damage::garbled(response)),
            _ => Ok(response),
        }
    }

    async fn route(&self, parts: Parts, body: Bytes) -> Result<Response<Body>, ConnectionClosed> {
        let request = Request::from_parts(parts, Body::from(body));
        let Ok(response) = self.router.clone().oneshot(request).await;
        if response.extensions().get::<Unanswered>().is_some() {
            return Err(ConnectionClosed);
        }
        Ok(response)
    }

    /// Opens a socket in memory: what the client sends, and what it receives. Only the path of the
    /// channel's `connectUri` counts. The socket ends when the receiver does, or when both are
    /// dropped; the sender alone does not keep it open.
    ///
    /// # Errors
    /// [`SocketRefused`] where the handshake is not answered with 101.
    pub async fn open_socket(
        &self,
        path_and_query: &str,
    ) -> Result<(mpsc::Sender<String>, mpsc::Receiver<String>), SocketRefused> {
        let handshake = Request::get(path_and_query)
            .header(CONNECTION, "Upgrade")
            .header(UPGRADE, "websocket")
            .header(SEC_WEBSOCKET_VERSION, "13")
            .header(SEC_WEBSOCKET_KEY, "dGhlIHNhbXBsZSBub25jZQ==")
            .body(Body::empty())
            .map_err(|_| SocketRefused::Answered(StatusCode::BAD_REQUEST))?;
        let mut response = self.handle(handshake).await?;
        match taken_wire(&mut response) {
            Some(wire) => Ok((wire.to_server, wire.from_server)),
            None => Err(SocketRefused::Answered(response.status())),
        }
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
        control::records(&self.organisation)
    }

    /// Every request since the start or the last reset, in order, without those to `/sandbox/`;
    /// the last 20,000 of them.
    #[must_use]
    pub fn journal(&self) -> Vec<JournalEntry> {
        lock(&self.organisation.journal).entries()
    }

    /// The team, in a fixed order: `agent@example.com` first.
    #[must_use]
    pub fn agents(&self) -> Vec<AgentRecord> {
        self.organisation.team.iter().map(Agent::record).collect()
    }

    /// Adds a fault; the oldest rule that matches is the one that hits. A fault of sockets also hits
    /// those that are open.
    pub fn add_fault(&self, rule: FaultRule) {
        self.organisation.add_fault(rule);
    }

    /// Forgets the faults that are not used up.
    pub fn clear_faults(&self) {
        lock(&self.organisation.faults).clear();
    }

    /// Every notification channel there is, oldest first.
    #[must_use]
    pub fn channels(&self) -> Vec<ChannelRecord> {
        lock(&self.organisation.channels).records(&self.organisation)
    }

    /// Every token issued so far stops working at once, and every socket with it.
    pub fn expire_tokens(&self) {
        self.organisation.expire_tokens();
    }

    /// No refresh token works any more; access tokens do until their time is over.
    pub fn revoke_refresh_tokens(&self) {
        self.organisation.revoke_refresh_tokens();
    }

    /// Tokens and refresh tokens of a user, by id or e-mail, stop working at once; `false` where there
    /// is no such user.
    pub fn revoke_user(&self, user: &str) -> bool {
        self.organisation.revoke_user(user)
    }

    /// Forgets calls, journal and faults. Tokens stay valid, channels and sockets stay open.
    pub fn reset(&self) {
        self.organisation.reset();
    }
}

/// Whether the connection turns into a socket with this answer.
fn is_upgrade(response: &Response<Body>) -> bool {
    response.status() == StatusCode::SWITCHING_PROTOCOLS
}

/// The answer that a fault gives instead of the request being done.
fn instead(fault: Option<&Fault>, parts: &Parts) -> Option<Response<Body>> {
    match fault? {
        Fault::Status {
            status,
            code,
            retry_after,
            message,
        } => {
            let status = StatusCode::from_u16(*status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
            let code = code
                .clone()
                .unwrap_or_else(|| "internal.server.error".to_owned());
            let message = message
                .clone()
                .unwrap_or_else(|| format!("The sandbox was told to answer {}.", status.as_u16()));
            let error = ApiError::new(status, code, message).retry_after(*retry_after);
            Some(error.into_response())
        }
        Fault::Redirect { location } => {
            let location = location
                .clone()
                .unwrap_or_else(|| format!("/redirected{}", parts.uri.path()));
            Some((StatusCode::TEMPORARY_REDIRECT, [(LOCATION, location)]).into_response())
        }
        _ => None,
    }
}

fn correlation_id() -> HeaderValue {
    HeaderValue::from_str(&new_id()).unwrap_or(HeaderValue::from_static("unknown"))
}

/// [`Sandbox::handle`] as a `tower` service.
#[derive(Clone, Debug)]
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
