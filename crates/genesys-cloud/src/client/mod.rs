//! The client: one handle to one organisation.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use secrecy::SecretString;
use tokio_util::sync::CancellationToken;

use crate::clock::Clock;
use crate::transport::Transport;
use crate::{Agent, CallSnapshot, Dialect, Error, ErrorKind, Hosts, Operation, PlaceCall, Placed};

/// OAuth client id and secret.
#[derive(Debug, Clone)]
pub struct ClientCredentials {
    /// Client id.
    pub id: String,
    /// Client secret.
    pub secret: SecretString,
}

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
    pub credentials: ClientCredentials,
    /// How long answers are waited for.
    pub timeouts: Timeouts,
}

/// Hears how far [`Client::place_call`] is.
pub trait PlaceObserver: Send + Sync {
    /// The server asked to wait; the request is sent again after `duration` unless it is cancelled.
    fn waiting(&self, duration: Duration);

    /// The request leaves now (heard again before it is sent again). From here it cannot be cancelled.
    fn sending(&self);
}

/// One organisation, seen with one set of credentials. Cheap to clone; clones share the token.
#[derive(Clone)]
pub struct Client {
    inner: Arc<Inner>,
}

struct Inner {
    config: ClientConfig,
    transport: Arc<dyn Transport>,
    clock: Arc<dyn Clock>,
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
        Self {
            inner: Arc::new(Inner {
                config,
                transport,
                clock,
            }),
        }
    }

    /// How the server is spoken to.
    pub fn dialect(&self) -> Dialect {
        self.inner.config.dialect
    }

    /// Gets a fresh token (`POST /oauth/token`), to learn whether the id and the secret are right.
    ///
    /// # Errors
    /// Those of the token host, with [`Operation::Token`].
    pub async fn check_token(&self) -> Result<(), Error> {
        let _ = (&self.inner.transport, &self.inner.clock);
        Err(Error::new(Operation::Token, ErrorKind::NotAvailable))
    }

    /// Finds the agent with this e-mail (`POST /api/v2/users/search`, or `GET /api/v2/users?email=…` in the tutorial
    /// dialects). The e-mail that comes back is compared, ignoring case.
    ///
    /// # Errors
    /// [`ErrorKind::NotFound`] where nobody has it, [`ErrorKind::Mismatch`] where somebody else came back.
    pub async fn agent_by_email(&self, email: &str) -> Result<Agent, Error> {
        let _ = email;
        Err(Error::new(Operation::LookUp, ErrorKind::NotAvailable))
    }

    /// Finds agents whose name or e-mail starts with `prefix` (`POST /api/v2/users/search`), active ones first.
    ///
    /// # Errors
    /// [`ErrorKind::NotAvailable`] where [`Dialect::type_ahead`] is false.
    pub async fn agents_by_prefix(&self, prefix: &str, limit: usize) -> Result<Vec<Agent>, Error> {
        let _ = (prefix, limit);
        Err(Error::new(Operation::LookUp, ErrorKind::NotAvailable))
    }

    /// Reads an agent with station, presence, routing status and whether a call is on
    /// (`GET /api/v2/users/{id}?expand=…`). The id that comes back is compared.
    ///
    /// # Errors
    /// [`ErrorKind::NotFound`] where there is no such user, [`ErrorKind::Mismatch`] where another one came back.
    pub async fn agent(&self, id: &str) -> Result<Agent, Error> {
        let _ = id;
        Err(Error::new(Operation::LookUp, ErrorKind::NotAvailable))
    }

    /// Places a call on behalf of an agent (`POST /api/v2/conversations/calls/user/{agentId}`, or
    /// `POST /api/v2/conversations/calls` in the tutorial dialects). At most one call comes of it.
    ///
    /// The request is sent again only after a 401 (once, with a fresh token) and after a 429 whose `Retry-After` is at
    /// most 5 s (once, after [`PlaceObserver::waiting`]). `cancel` is honoured while a token is fetched and while
    /// waiting, and never after [`PlaceObserver::sending`].
    ///
    /// # Errors
    /// [`crate::ErrorFacts::acted`] says whether a call can have come of it all the same.
    pub async fn place_call(
        &self,
        call: &PlaceCall,
        observer: &dyn PlaceObserver,
        cancel: &CancellationToken,
    ) -> Result<Placed, Error> {
        let _ = (call, observer, cancel);
        Err(Error::new(Operation::PlaceCall, ErrorKind::NotAvailable))
    }

    /// Reads a call (`GET /api/v2/conversations/calls/{id}`).
    ///
    /// # Errors
    /// [`ErrorKind::NotFound`] where the server does not know it, [`ErrorKind::Mismatch`] where another one came back.
    pub async fn call(&self, conversation_id: &str) -> Result<CallSnapshot, Error> {
        let _ = conversation_id;
        Err(Error::new(Operation::ReadCall, ErrorKind::NotAvailable))
    }
}
