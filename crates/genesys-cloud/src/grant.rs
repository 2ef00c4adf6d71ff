//! What a person's sign-in gave, and who keeps it for all processes of that person.

use std::error::Error as StdError;
use std::fmt;
use std::sync::Arc;

use futures_util::future::BoxFuture;
use jiff::Timestamp;
use secrecy::SecretString;

/// What a sign-in gave.
#[derive(Clone, Debug)]
pub struct Grant {
    /// The access token.
    pub access_token: SecretString,
    /// What the next access token is asked for with, where the sign-in gave it. It serves once.
    pub refresh_token: Option<SecretString>,
    /// When the access token ends, by the clock of this computer.
    pub expires_at: Timestamp,
}

/// Keeps the grant of a signed-in user, for all processes of this person.
pub trait GrantKeeper: Send + Sync {
    /// Waits until the grant is this caller's alone, also among processes, for a bounded time. A client holds it while
    /// it asks for another token: at most about [`crate::Timeouts::read_total`].
    ///
    /// # Errors
    /// Where the grant cannot be had or read.
    fn hold(&self) -> BoxFuture<'_, Result<Box<dyn HeldGrant>, KeeperError>>;
}

/// A grant that nobody else uses or changes until this is dropped.
pub trait HeldGrant: Send {
    /// The grant as it is kept now; none where nobody is signed in.
    fn grant(&self) -> Option<&Grant>;

    /// Keeps `grant` in place of the one before.
    ///
    /// # Errors
    /// Where it is not certain that `grant` is kept.
    fn keep(&mut self, grant: Grant) -> BoxFuture<'_, Result<(), KeeperError>>;

    /// Keeps nothing any more: the server no longer takes the grant.
    ///
    /// # Errors
    /// Where the grant may still be kept.
    fn forget(&mut self) -> BoxFuture<'_, Result<(), KeeperError>>;
}

/// Why a keeper failed. The client only carries it: [`KeeperError::cause`] gives back what the keeper put in.
#[derive(Clone)]
pub struct KeeperError(Arc<dyn StdError + Send + Sync>);

impl KeeperError {
    /// An error that carries `cause`.
    pub fn new(cause: impl StdError + Send + Sync + 'static) -> Self {
        Self(Arc::new(cause))
    }

    /// What the keeper put in, where it is a `T`.
    pub fn cause<T: StdError + 'static>(&self) -> Option<&T> {
        self.0.downcast_ref()
    }
}

/// Neither of the two shows the cause: a store's own error may repeat what was stored.
impl fmt::Debug for KeeperError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("KeeperError")
    }
}

impl fmt::Display for KeeperError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the grant could not be kept or read")
    }
}

impl StdError for KeeperError {}

/// Equal where they are the same failure.
impl PartialEq for KeeperError {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl Eq for KeeperError {}
