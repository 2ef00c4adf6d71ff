//! A grant in the hand: one that is not kept yet, or not any more.

use std::sync::{Arc, Mutex, PoisonError};

use futures_util::FutureExt;
use futures_util::future::{BoxFuture, ready};
use genesys_cloud::{Grant, GrantKeeper, HeldGrant, KeeperError};
use tokio::sync::{Mutex as Turns, OwnedMutexGuard};

/// Keeps a grant in memory, for one client.
pub(super) struct InHand {
    grant: Arc<Mutex<Option<Grant>>>,
    turns: Arc<Turns<()>>,
}

impl InHand {
    pub(super) fn new(grant: Grant) -> Arc<Self> {
        Arc::new(Self {
            grant: Arc::new(Mutex::new(Some(grant))),
            turns: Arc::default(),
        })
    }

    /// The grant as it is now: the client may have refreshed it. None where the server no longer takes it.
    pub(super) fn grant(&self) -> Option<Grant> {
        let grant = self.grant.lock().unwrap_or_else(PoisonError::into_inner);
        grant.clone()
    }
}

struct Held {
    now: Option<Grant>,
    grant: Arc<Mutex<Option<Grant>>>,
    _turn: OwnedMutexGuard<()>,
}

impl Held {
    fn set(&mut self, grant: Option<Grant>) {
        self.now.clone_from(&grant);
        *self.grant.lock().unwrap_or_else(PoisonError::into_inner) = grant;
    }
}

impl GrantKeeper for InHand {
    fn hold(&self) -> BoxFuture<'_, Result<Box<dyn HeldGrant>, KeeperError>> {
        async {
            let turn = Arc::clone(&self.turns).lock_owned().await;
            let held = Held {
                now: self.grant(),
                grant: Arc::clone(&self.grant),
                _turn: turn,
            };
            Ok(Box::new(held) as Box<dyn HeldGrant>)
        }
        .boxed()
    }
}

impl HeldGrant for Held {
    fn grant(&self) -> Option<&Grant> {
        self.now.as_ref()
    }

    fn keep(&mut self, grant: Grant) -> BoxFuture<'_, Result<(), KeeperError>> {
        self.set(Some(grant));
        ready(Ok(())).boxed()
    }

    fn forget(&mut self) -> BoxFuture<'_, Result<(), KeeperError>> {
        self.set(None);
        ready(Ok(())).boxed()
    }
}
