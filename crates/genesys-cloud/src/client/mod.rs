//! The client: one handle to one organisation.

pub(crate) mod exchange;
mod hang_up;
mod me;
mod place;
mod probes;
mod queues;
mod read;
mod retry;
mod search;
mod server_time;
pub(crate) mod token_answer;
pub(crate) mod tokens;
mod user_token;

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use tokio_util::sync::CancellationToken;

use self::exchange::Exchange;
pub use self::hang_up::HungUp;
pub use self::probes::Allowed;
use self::read::RateGate;
pub(crate) use self::read::{Manner, Try};
use self::tokens::Tokens;
use crate::answer::Answer;
use crate::clock::Clock;
use crate::dialect::{ApiRequest, READINESS};
use crate::transport::Transport;
use crate::{
    Agent, CallSnapshot, Credentials, Dialect, Error, ErrorKind, Hosts, Operation, PlaceCall,
    Placed, agent,
};

/// How long answers are waited for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Timeouts {
    /// One request that places a call, its connection included.
    pub place_call: Duration,
    /// One read or token request.
    pub read: Duration,
    /// A read or token request with all its retries.
    pub read_total: Duration,
}

impl Default for Timeouts {
    fn default() -> Self {
        Self {
            place_call: Duration::from_secs(20),
            read: Duration::from_secs(10),
            read_total: Duration::from_secs(25),
        }
    }
}

/// What a [`Client`] is made of.
#[derive(Debug, Clone)]
pub struct ClientConfig {
    /// Where the server is.
    pub hosts: Hosts,
    /// How it wants to be spoken to.
    pub dialect: Dialect,
    /// Who asks.
    pub credentials: Credentials,
    /// How long answers are waited for.
    pub timeouts: Timeouts,
}

/// Hears how far [`Client::place_call`] is.
pub trait PlaceObserver: Send + Sync {
    /// The server asked to wait; the request is sent again after `duration` unless it is cancelled.
    fn waiting(&self, duration: Duration);

    /// The request leaves now (asked again before it is sent again), unless the answer is `false`: then nothing is
    /// sent any more, and the error is [`ErrorKind::Cancelled`]. After `true` it cannot be cancelled.
    fn sending(&self) -> bool;
}

/// One organisation, seen with one set of credentials. Cheap to clone; clones share the token.
#[derive(Clone)]
pub struct Client {
    pub(crate) inner: Arc<Inner>,
}

pub(crate) struct Inner {
    pub(crate) config: Arc<ClientConfig>,
    pub(crate) exchange: Exchange,
    tokens: Arc<Tokens>,
    gate: RateGate,
    extra: Arc<AtomicU32>,
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client")
            .field("config", &self.inner.config)
            .finish_non_exhaustive()
    }
}

impl Client {
    /// A client. Nothing is sent yet.
    pub fn new(config: ClientConfig, transport: Arc<dyn Transport>, clock: Arc<dyn Clock>) -> Self {
        let config = Arc::new(config);
        let exchange = Exchange::new(transport, clock);
        let extra = Arc::<AtomicU32>::default();
        let tokens = Tokens::new(exchange.clone(), Arc::clone(&config), Arc::clone(&extra));
        Self {
            inner: Arc::new(Inner {
                tokens: Arc::new(tokens),
                extra,
                gate: RateGate::default(),
                exchange,
                config,
            }),
        }
    }

    /// How the server is spoken to.
    pub fn dialect(&self) -> Dialect {
        self.inner.config.dialect
    }

    /// How many requests were sent since this was asked last, beyond the one that each question takes: tokens, further
    /// tries and further pages.
    pub fn take_extra_requests(&self) -> u32 {
        self.inner.extra.swap(0, Ordering::Relaxed)
    }

    /// Gets a fresh token (`POST /oauth/token`), to learn whether the id and the secret are right. For a user, any token
    /// that has not nearly expired: each fresh one costs the refresh token before it.
    ///
    /// # Errors
    /// Those of the token host, with [`Operation::Token`].
    pub async fn check_token(&self) -> Result<(), Error> {
        self.inner.tokens.fresh().await.map(|_| ())
    }

    /// Finds the agent with this e-mail (`POST /api/v2/users/search`, or `GET /api/v2/users?email=…` in the tutorial
    /// dialects). The e-mail that comes back is compared, ignoring case.
    ///
    /// # Errors
    /// [`ErrorKind::NotFound`] where nobody has it, [`ErrorKind::Mismatch`] where somebody else came back.
    pub async fn agent_by_email(&self, email: &str) -> Result<Agent, Error> {
        let email = email.trim();
        if email.is_empty() {
            return Err(Error::new(Operation::LookUp, ErrorKind::InvalidInput));
        }
        let request = self.inner.config.dialect.find_by_email(email);
        let body = self.inner.read(Operation::LookUp, &request).await?;
        let found = agent::with_email(&body, request.list, email);
        found.map_err(|kind| self.inner.look_up_error(kind))
    }

    /// Finds agents whose name or e-mail starts with `prefix` (`POST /api/v2/users/search`), active ones first.
    ///
    /// # Errors
    /// [`ErrorKind::NotAvailable`] where [`Dialect::type_ahead`] is false.
    pub async fn agents_by_prefix(&self, prefix: &str, limit: usize) -> Result<Vec<Agent>, Error> {
        let prefix = prefix.trim();
        let request = match self.inner.config.dialect.find_by_prefix(prefix, limit) {
            Some(request) => request,
            None => return Err(Error::new(Operation::LookUp, ErrorKind::NotAvailable)),
        };
        if prefix.is_empty() || limit == 0 {
            return Ok(Vec::new());
        }
        let body = self.inner.read(Operation::LookUp, &request).await?;
        let found = agent::starting_with(&body, request.list, prefix, limit);
        found.map_err(|kind| self.inner.look_up_error(kind))
    }

    /// Reads an agent with station, presence, routing status and whether a call is on
    /// (`GET /api/v2/users/{id}?expand=…`). The id that comes back is compared.
    ///
    /// # Errors
    /// [`ErrorKind::NotFound`] where there is no such user, [`ErrorKind::Mismatch`] where another one came back.
    pub async fn agent(&self, id: &str) -> Result<Agent, Error> {
        if !is_id(id) {
            return Err(Error::new(Operation::LookUp, ErrorKind::InvalidInput));
        }
        let mut request = ApiRequest::get(&["api", "v2", "users", id]);
        request.query = vec![("expand", READINESS.join(","))];
        let body = self.inner.read(Operation::LookUp, &request).await;
        let found = agent::with_id(&body.map_err(or_not_found)?, id);
        found.map_err(|kind| self.inner.look_up_error(kind))
    }

    /// Places a call on behalf of an agent (`POST /api/v2/conversations/calls/user/{agentId}`, or
    /// `POST /api/v2/conversations/calls` in the tutorial dialects and for a user). At most one call comes of it.
    ///
    /// With the token of a user the call is that user's whoever is named, so it is read first whose token it is, where
    /// that is not known yet (`GET /api/v2/users/me`); for another agent nothing is sent ([`ErrorKind::Mismatch`]).
    ///
    /// The request is sent again only after a 401 (once, with a fresh token) and after a 429 whose `Retry-After` is at
    /// most 5 s (once, after [`PlaceObserver::waiting`]). `cancel` is honoured while a token is fetched and while
    /// waiting, and before each sending; it does not take back what [`PlaceObserver::sending`] let go.
    ///
    /// # Errors
    /// [`crate::ErrorFacts::acted`] says whether a call can have come of it all the same.
    pub async fn place_call(
        &self,
        call: &PlaceCall,
        observer: &dyn PlaceObserver,
        cancel: &CancellationToken,
    ) -> Result<Placed, Error> {
        self.inner.place(call, observer, cancel).await
    }

    /// Reads a call (`GET /api/v2/conversations/calls/{id}`).
    ///
    /// # Errors
    /// [`ErrorKind::NotFound`] where the server does not know it, [`ErrorKind::Mismatch`] where another one came back.
    pub async fn call(&self, conversation_id: &str) -> Result<CallSnapshot, Error> {
        self.read_call(conversation_id, Manner::Repeatable).await
    }

    /// As [`Client::call`], but a failure is told at once: for who asks again on a schedule of its own.
    ///
    /// # Errors
    /// As [`Client::call`].
    pub async fn call_once(&self, conversation_id: &str) -> Result<CallSnapshot, Error> {
        self.read_call(conversation_id, Manner::Once).await
    }

    async fn read_call(
        &self,
        conversation_id: &str,
        manner: Manner,
    ) -> Result<CallSnapshot, Error> {
        let operation = Operation::ReadCall;
        if !is_id(conversation_id) {
            return Err(Error::new(operation, ErrorKind::InvalidInput));
        }
        let path = ["api", "v2", "conversations", "calls", conversation_id];
        let request = ApiRequest::get(&path);
        let understand = |answer: &Answer, this: &Try<'_>| answer.json(operation, this.now);
        let body = self
            .inner
            .ask(operation, &request, manner, understand)
            .await;
        CallSnapshot::read(&body.map_err(or_not_found)?, conversation_id)
            .map_err(|kind| Error::new(operation, kind))
    }
}

impl Inner {
    fn look_up_error(&self, kind: ErrorKind) -> Error {
        let mut error = Error::new(Operation::LookUp, kind);
        error.facts_mut().host = self.config.hosts.api().host_str().map(str::to_owned);
        error
    }
}

/// A 404 for one thing that was asked for by its id says that it does not exist.
pub(crate) fn or_not_found(mut error: Error) -> Error {
    if error.status == Some(404) && error.operation != Operation::Token {
        error.facts_mut().kind = ErrorKind::NotFound;
    }
    error
}

/// Whether `text` can be the id of something: it becomes one segment of a path.
pub(crate) fn is_id(text: &str) -> bool {
    (1..=200).contains(&text.len())
        && !matches!(text, "." | "..")
        && !text.chars().any(|c| c.is_whitespace() || c.is_control())
}
