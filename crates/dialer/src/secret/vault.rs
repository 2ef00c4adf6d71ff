//! Which of the two places a secret is in: the keyring, or memory until the program ends.

use std::sync::{Arc, Mutex, PoisonError};

use secrecy::{ExposeSecret, SecretString};

use super::{MAX_SECRET_BYTES, MemoryStore, SecretStore};
use crate::problem::{Problem, ProblemCode};

/// The keyring, and the memory of this run beside it. What is in memory goes first.
pub struct Vault {
    keyring: Arc<dyn SecretStore>,
    this_run: MemoryStore,
    keyring_works: Mutex<Option<bool>>,
}

impl Vault {
    /// A vault over `keyring`.
    pub fn new(keyring: Arc<dyn SecretStore>) -> Self {
        Self {
            keyring,
            this_run: MemoryStore::default(),
            keyring_works: Mutex::default(),
        }
    }

    /// Whether the keyring was of use when it was last asked; none before it is asked.
    pub fn keyring_works(&self) -> Option<bool> {
        *self
            .keyring_works
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }

    fn noted<T>(&self, answer: Result<T, Problem>) -> Result<T, Problem> {
        *self
            .keyring_works
            .lock()
            .unwrap_or_else(PoisonError::into_inner) = Some(answer.is_ok());
        answer
    }

    /// Keeps a secret, in the keyring or for this run only.
    ///
    /// # Errors
    /// `secret_empty`, `secret_too_long`, or one of the `keyring_…` problems.
    pub async fn keep(
        &self,
        entry: &str,
        secret: SecretString,
        this_run_only: bool,
    ) -> Result<(), Problem> {
        let length = secret.expose_secret().len();
        if secret.expose_secret().trim().is_empty() {
            return Err(Problem::new(ProblemCode::SecretEmpty));
        }
        if length > MAX_SECRET_BYTES {
            return Err(Problem::new(ProblemCode::SecretTooLong).with("limit", MAX_SECRET_BYTES));
        }
        if this_run_only {
            return self.this_run.put(entry, secret).await;
        }
        self.noted(self.keyring.put(entry, secret).await)?;
        // The one in memory would go before the new one.
        self.this_run.remove(entry).await
    }

    /// Keeps what a sign-in gave for this run only, however long it is.
    ///
    /// # Errors
    /// None yet.
    pub(super) async fn keep_for_this_run(
        &self,
        entry: &str,
        secret: SecretString,
    ) -> Result<(), Problem> {
        self.this_run.put(entry, secret).await
    }

    /// The secret kept under `entry`. The keyring is asked only where `in_keyring` says that it was
    /// put there: one that is locked or missing is no reason to wait for nothing.
    ///
    /// # Errors
    /// `secret_missing` where there is none, or one of the `keyring_…` problems.
    pub async fn find(&self, entry: &str, in_keyring: bool) -> Result<SecretString, Problem> {
        if let Some(secret) = self.this_run.get(entry).await? {
            return Ok(secret);
        }
        let kept = match in_keyring {
            true => self.noted(self.keyring.get(entry).await)?,
            false => None,
        };
        kept.ok_or_else(|| {
            let mut problem = Problem::new(ProblemCode::SecretMissing);
            problem.details.step = Some("keyring".to_owned());
            problem
        })
    }

    /// Forgets the secret kept under `entry`, in both places.
    ///
    /// # Errors
    /// One of the `keyring_…` problems.
    pub async fn forget(&self, entry: &str) -> Result<(), Problem> {
        self.this_run.remove(entry).await?;
        self.forget_in_keyring(entry).await
    }

    /// Forgets the secret kept under `entry` in the keyring. It may be kept for this run still.
    ///
    /// # Errors
    /// One of the `keyring_…` problems.
    pub async fn forget_in_keyring(&self, entry: &str) -> Result<(), Problem> {
        self.noted(self.keyring.remove(entry).await)
    }

    /// Forgets the secret kept under `entry` for this run. It may be in the keyring still.
    pub async fn forget_for_this_run(&self, entry: &str) {
        if self.this_run.remove(entry).await.is_err() {
            tracing::error!("memory did not forget a secret");
        }
    }

    /// Whether the secret of `entry` is in memory for this run only.
    pub fn only_for_this_run(&self, entry: &str) -> bool {
        self.this_run.holds(entry)
    }
}
