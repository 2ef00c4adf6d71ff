//! A keeper in memory, shared by clients as processes share a keyring.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use futures_util::future::BoxFuture;
use genesys_cloud::{Grant, GrantKeeper, HeldGrant, KeeperError};
use jiff::Timestamp;
use secrecy::ExposeSecret;

/// What a store says that fails. It repeats what it was given, as real ones may.
#[derive(Debug, thiserror::Error, PartialEq)]
#[error("cannot keep {0}")]
pub(crate) struct StoreFailed(pub(crate) String);

#[derive(Clone, Default)]
pub(crate) struct Keeper {
    kept: Arc<tokio::sync::Mutex<Option<Grant>>>,
    log: Arc<Mutex<Vec<String>>>,
    pub(crate) fails: Arc<AtomicBool>,
    pub(crate) holds: Arc<AtomicUsize>,
}

impl Keeper {
    pub(crate) fn with(grant: Grant) -> Self {
        Self {
            kept: Arc::new(tokio::sync::Mutex::new(Some(grant))),
            ..Self::default()
        }
    }

    /// What was kept and forgotten, in order.
    pub(crate) fn log(&self) -> Vec<String> {
        self.log.lock().unwrap().clone()
    }

    pub(crate) async fn kept(&self) -> Option<Grant> {
        self.kept.lock().await.clone()
    }

    /// As another process does it.
    pub(crate) async fn put(&self, grant: Option<Grant>) {
        *self.kept.lock().await = grant;
    }
}

pub(crate) fn grant(access: &str, refresh: Option<&str>, ends_at: Timestamp) -> Grant {
    Grant {
        access_token: access.into(),
        refresh_token: refresh.map(Into::into),
        expires_at: ends_at,
    }
}

impl GrantKeeper for Keeper {
    fn hold(&self) -> BoxFuture<'_, Result<Box<dyn HeldGrant>, KeeperError>> {
        Box::pin(async move {
            self.holds.fetch_add(1, Ordering::SeqCst);
            let kept = Arc::clone(&self.kept).lock_owned().await;
            Ok(Box::new(Held {
                kept,
                log: Arc::clone(&self.log),
                fails: Arc::clone(&self.fails),
            }) as Box<dyn HeldGrant>)
        })
    }
}

struct Held {
    kept: tokio::sync::OwnedMutexGuard<Option<Grant>>,
    log: Arc<Mutex<Vec<String>>>,
    fails: Arc<AtomicBool>,
}

impl Held {
    fn write(&mut self, what: String, grant: Option<Grant>) -> Result<(), KeeperError> {
        if self.fails.load(Ordering::SeqCst) {
            return Err(KeeperError::new(StoreFailed(what)));
        }
        self.log.lock().unwrap().push(what);
        *self.kept = grant;
        Ok(())
    }
}

impl HeldGrant for Held {
    fn grant(&self) -> Option<&Grant> {
        self.kept.as_ref()
    }

    fn keep(&mut self, grant: Grant) -> BoxFuture<'_, Result<(), KeeperError>> {
        let what = format!("keep {}", grant.access_token.expose_secret());
        Box::pin(async move { self.write(what, Some(grant)) })
    }

    fn forget(&mut self) -> BoxFuture<'_, Result<(), KeeperError>> {
        Box::pin(async move { self.write("forget".to_owned(), None) })
    }
}
