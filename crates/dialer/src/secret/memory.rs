//! Secrets that live until the program ends: for this run only, and for tests.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use futures_util::FutureExt;
use futures_util::future::{BoxFuture, ready};
use secrecy::SecretString;

use super::SecretStore;
use crate::problem::Problem;

/// Keeps secrets in memory only.
#[derive(Default)]
pub struct MemoryStore {
    secrets: Mutex<HashMap<String, SecretString>>,
}

impl MemoryStore {
    fn lock(&self) -> MutexGuard<'_, HashMap<String, SecretString>> {
        // The map is whole at every moment, also after a panic elsewhere.
        self.secrets.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Whether something is kept under `entry`.
    pub fn holds(&self, entry: &str) -> bool {
        self.lock().contains_key(entry)
    }
}

impl SecretStore for MemoryStore {
    fn put<'a>(
        &'a self,
        entry: &'a str,
        secret: SecretString,
    ) -> BoxFuture<'a, Result<(), Problem>> {
        self.lock().insert(entry.to_owned(), secret);
        ready(Ok(())).boxed()
    }

    fn get<'a>(&'a self, entry: &'a str) -> BoxFuture<'a, Result<Option<SecretString>, Problem>> {
        let found = self.lock().get(entry).cloned();
        ready(Ok(found)).boxed()
    }

    fn remove<'a>(&'a self, entry: &'a str) -> BoxFuture<'a, Result<(), Problem>> {
        self.lock().remove(entry);
        ready(Ok(())).boxed()
    }
}
