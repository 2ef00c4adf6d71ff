//! What the sign-in of a person gave, kept for all processes of that person.
//!
//! A refresh token serves once. So whoever uses one holds the lock of its profile, which window and
//! command line share, and keeps the next one before it is used.

use std::collections::HashMap;
use std::fs::File;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use futures_util::FutureExt;
use futures_util::future::BoxFuture;
use genesys_cloud::clock::Clock;
use genesys_cloud::{Grant, GrantKeeper, HeldGrant, KeeperError};
use secrecy::{ExposeSecret, SecretString};

use super::kept_grant::{KeptGrant, Unfit};
use super::{MAX_SECRET_BYTES, Vault};
use crate::data_dir::DataDir;
use crate::problem::{Problem, ProblemCode};
use crate::unfinished::{Count, Counted};

/// How long another process may hold a grant: a refresh with all its retries, and the keyring twice.
const PATIENCE: Duration = Duration::from_secs(50);
/// How often it is looked whether it has let go.
const LOOK_EVERY: Duration = Duration::from_millis(25);

/// What goes behind the id of a profile in the name of the keyring entry.
const ENTRY: &str = ".grant";

/// Hears that a sign-in is over.
pub(crate) trait SignInOver: Send + Sync {
    /// The sign-in of the profile is over, and nothing is kept of it any more.
    fn over<'a>(&'a self, profile_id: &'a str) -> BoxFuture<'a, ()>;
}

/// The grants of one data directory.
pub(crate) struct Grants {
    vault: Arc<Vault>,
    data_dir: DataDir,
    clock: Arc<dyn Clock>,
    listener: Arc<dyn SignInOver>,
    /// How many are held, by whoever refreshes or changes one.
    pub(crate) held: Count,
    /// What the keyring could not take, by profile.
    beside: Mutex<HashMap<String, Beside>>,
}

/// What this process knows beyond the keyring.
#[derive(Clone)]
enum Beside {
    /// The keyring has the refresh token alone.
    Whole(Grant),
    /// The keyring failed, and holds what it held before: this has to get there first.
    Unsaved {
        grant: Grant,
        before: Option<SecretString>,
    },
}

/// Why a keeper failed.
#[derive(Debug, thiserror::Error)]
#[error("{}", .0.code.as_str())]
pub(crate) struct KeeperFailed(pub(crate) Problem);

impl Grants {
    pub(crate) fn new(
        vault: Arc<Vault>,
        data_dir: DataDir,
        clock: Arc<dyn Clock>,
        listener: Arc<dyn SignInOver>,
    ) -> Self {
        Self {
            vault,
            data_dir,
            clock,
            listener,
            held: Count::default(),
            beside: Mutex::default(),
        }
    }

    /// Keeps the grant of one profile for a client of it.
    pub(crate) fn keeper(self: &Arc<Self>, profile_id: &str, this_run_only: bool) -> Arc<Keeper> {
        Arc::new(Keeper {
            grants: Arc::clone(self),
            profile_id: profile_id.to_owned(),
            this_run_only,
        })
    }

    /// Waits until the grant of a profile is this caller's alone.
    ///
    /// # Errors
    /// `sign_in_busy`, `data_dir_unwritable`, `disk_full`, and the `keyring_…` problems.
    pub(crate) async fn hold(
        self: &Arc<Self>,
        profile_id: &str,
        this_run_only: bool,
    ) -> Result<Held, Problem> {
        let lock = self.lock_of(profile_id).await?;
        let mut held = Held {
            grants: Arc::clone(self),
            profile_id: profile_id.to_owned(),
            this_run_only,
            kept: None,
            grant: None,
            _counted: self.held.begin(),
            _lock: lock,
        };
        held.read().await?;
        Ok(held)
    }

    /// Forgets the grant of a profile, whoever holds it.
    ///
    /// # Errors
    /// The `keyring_…` problems; then it may still be in the keyring.
    pub(crate) async fn forget(
        &self,
        profile_id: &str,
        this_run_only: bool,
    ) -> Result<(), Problem> {
        let entry = entry_of(profile_id);
        self.lock().remove(profile_id);
        self.vault.forget_for_this_run(&entry).await;
        match this_run_only {
            true => Ok(()),
            false => self.vault.forget_in_keyring(&entry).await,
        }
    }

    async fn lock_of(&self, profile_id: &str) -> Result<File, Problem> {
        let mut waited = Duration::ZERO;
        loop {
            let (data_dir, profile_id) = (self.data_dir.clone(), profile_id.to_owned());
            let tried = tokio::task::spawn_blocking(move || data_dir.try_lock_sign_in(&profile_id));
            let tried = tried
                .await
                .unwrap_or_else(|_| Err(Problem::new(ProblemCode::Internal)))?;
            match tried {
                Some(lock) => return Ok(lock),
                None if waited >= PATIENCE => return Err(Problem::new(ProblemCode::SignInBusy)),
                None => self.clock.sleep(LOOK_EVERY).await,
            }
            waited += LOOK_EVERY;
        }
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<String, Beside>> {
        // The map is whole at every moment, also after a panic elsewhere.
        self.beside.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn entry_of(profile_id: &str) -> String {
    format!("{profile_id}{ENTRY}")
}

/// The grant of one profile, as the client of it needs it.
pub(crate) struct Keeper {
    grants: Arc<Grants>,
    profile_id: String,
    this_run_only: bool,
}

impl GrantKeeper for Keeper {
    fn hold(&self) -> BoxFuture<'_, Result<Box<dyn HeldGrant>, KeeperError>> {
        async {
            let held = self.grants.hold(&self.profile_id, self.this_run_only).await;
            match held {
                Ok(held) => Ok(Box::new(held) as Box<dyn HeldGrant>),
                Err(problem) => Err(KeeperError::new(KeeperFailed(problem))),
            }
        }
        .boxed()
    }
}

/// A grant that nobody else uses or changes, in this process or another, until this is dropped.
pub(crate) struct Held {
    grants: Arc<Grants>,
    profile_id: String,
    this_run_only: bool,
    /// As it is kept.
    kept: Option<SecretString>,
    grant: Option<Grant>,
    _counted: Counted,
    _lock: File,
}

impl Held {
    /// The grant as it is kept now.
    pub(crate) fn grant(&self) -> Option<&Grant> {
        self.grant.as_ref()
    }

    async fn read(&mut self) -> Result<(), Problem> {
        let entry = entry_of(&self.profile_id);
        let found = self.grants.vault.find(&entry, !self.this_run_only).await;
        self.kept = match found {
            Ok(kept) => Some(kept),
            Err(problem) if problem.code == ProblemCode::SecretMissing => None,
            Err(problem) => return Err(problem),
        };
        self.grant = self.kept.as_ref().and_then(KeptGrant::read);
        let beside = self.grants.lock().get(&self.profile_id).cloned();
        match beside {
            Some(Beside::Unsaved { grant, before }) if same(&before, &self.kept) => {
                self.put(grant).await?;
            }
            Some(Beside::Whole(whole)) if self.has_refresh_token_of(&whole) => {
                self.grant = Some(whole);
            }
            // Another process has changed it since.
            Some(_) => drop(self.grants.lock().remove(&self.profile_id)),
            None => {}
        }
        // What nothing can be asked for with any more is no sign-in.
        let is_over = |grant: &Grant| {
            grant.refresh_token.is_none() && grant.expires_at <= self.grants.clock.now()
        };
        if self.grant.as_ref().is_some_and(is_over) {
            self.end().await?;
        }
        Ok(())
    }

    fn has_refresh_token_of(&self, other: &Grant) -> bool {
        let kept = self.grant.as_ref();
        let kept = kept.and_then(|grant| grant.refresh_token.as_ref());
        kept.is_some() && same(&kept.cloned(), &other.refresh_token)
    }

    /// Keeps a grant in place of the one before.
    ///
    /// # Errors
    /// `sign_in_too_long`, and the `keyring_…` problems.
    pub(crate) async fn put(&mut self, grant: Grant) -> Result<(), Problem> {
        let (kept, is_whole) = match KeptGrant::write(&grant) {
            Ok(written) => written,
            // Memory has room.
            Err(Unfit(kept)) if self.this_run_only => (kept, true),
            Err(Unfit(_)) => {
                return Err(
                    Problem::new(ProblemCode::SignInTooLong).with("limit", MAX_SECRET_BYTES)
                );
            }
        };
        let entry = entry_of(&self.profile_id);
        let vault = &self.grants.vault;
        let put = match self.this_run_only {
            true => vault.keep_for_this_run(&entry, kept.clone()).await,
            false => vault.keep(&entry, kept.clone(), false).await,
        };
        put?;
        let mut beside = self.grants.lock();
        match is_whole {
            true => beside.remove(&self.profile_id),
            false => beside.insert(self.profile_id.clone(), Beside::Whole(grant.clone())),
        };
        drop(beside);
        self.kept = Some(kept);
        self.grant = Some(grant);
        Ok(())
    }

    /// Keeps nothing any more, in memory and in the keyring.
    ///
    /// # Errors
    /// The `keyring_…` problems; then it may still be in the keyring.
    pub(crate) async fn remove(&mut self) -> Result<(), Problem> {
        self.grant = None;
        self.kept = None;
        let forgotten = self.grants.forget(&self.profile_id, self.this_run_only);
        forgotten.await
    }

    /// The sign-in is over by itself.
    async fn end(&mut self) -> Result<(), Problem> {
        let removed = self.remove().await;
        self.grants.listener.over(&self.profile_id).await;
        removed
    }
}

impl HeldGrant for Held {
    fn grant(&self) -> Option<&Grant> {
        Held::grant(self)
    }

    fn keep(&mut self, grant: Grant) -> BoxFuture<'_, Result<(), KeeperError>> {
        async move {
            self.put(grant.clone()).await.map_err(|problem| {
                // The one before serves no more: this process remembers it until it can be kept, which
                // is before it is used.
                let before = self.kept.clone();
                let unsaved = Beside::Unsaved { grant, before };
                self.grants.lock().insert(self.profile_id.clone(), unsaved);
                KeeperError::new(KeeperFailed(problem))
            })
        }
        .boxed()
    }

    fn forget(&mut self) -> BoxFuture<'_, Result<(), KeeperError>> {
        async move {
            let ended = self.end().await;
            ended.map_err(|problem| KeeperError::new(KeeperFailed(problem)))
        }
        .boxed()
    }
}

fn same(one: &Option<SecretString>, other: &Option<SecretString>) -> bool {
    let text = |secret: &Option<SecretString>| {
        secret
            .as_ref()
            .map(|secret| secret.expose_secret().to_owned())
    };
    text(one) == text(other)
}
