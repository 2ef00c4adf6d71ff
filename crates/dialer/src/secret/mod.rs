//! Client secrets: where they are kept, and how they are found again.
//!
//! Law 3: a secret lives in the keyring of the operating system and in memory, and nowhere else.

mod grants;
#[cfg(test)]
mod grants_tests;
mod kept_grant;
mod keyring;
mod memory;
mod vault;
mod worker;

use futures_util::future::BoxFuture;
use secrecy::SecretString;

use crate::problem::Problem;

pub(crate) use grants::{Grants, KeeperFailed, SignInOver};
pub use keyring::{KeyringStore, StoreObject, open_system_store};
pub use memory::MemoryStore;
pub use vault::Vault;

/// The most bytes a secret may have: what the smallest keyring (Windows) holds.
pub const MAX_SECRET_BYTES: usize = 2560;

/// A place that keeps secrets by name.
///
/// No method may block the thread it is called on, and each one answers in bounded time.
pub trait SecretStore: Send + Sync {
    /// Keeps `secret` under `entry`, in place of what was there.
    ///
    /// # Errors
    /// `secret_too_long`, or one of the `keyring_…` problems.
    fn put<'a>(
        &'a self,
        entry: &'a str,
        secret: SecretString,
    ) -> BoxFuture<'a, Result<(), Problem>>;

    /// What is kept under `entry`; `None` where nothing is.
    ///
    /// # Errors
    /// One of the `keyring_…` problems.
    fn get<'a>(&'a self, entry: &'a str) -> BoxFuture<'a, Result<Option<SecretString>, Problem>>;

    /// Forgets what is kept under `entry`; nothing there is no failure.
    ///
    /// # Errors
    /// One of the `keyring_…` problems.
    fn remove<'a>(&'a self, entry: &'a str) -> BoxFuture<'a, Result<(), Problem>>;
}
