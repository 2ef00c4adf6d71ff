//! The attempts of this process that are not over, as they are at this moment.
//!
//! What is here goes before what is on disk: it is newer while the disk cannot be written.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use jiff::Timestamp;
use tokio_util::sync::CancellationToken;

use crate::attempt::AttemptId;
use crate::log::Attempt;

/// How far the request of an attempt is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stage {
    /// Nothing has left yet: it can still be cancelled.
    Preparing,
    /// The server asked to wait; the time on the clock at which it is sent again. Can be cancelled.
    Waiting(Duration),
    /// The request is on its way or done: only its answer tells.
    Sent,
}

impl Stage {
    pub(crate) fn cancellable(self) -> bool {
        matches!(self, Self::Preparing | Self::Waiting(_))
    }
}

/// One attempt that is not over.
#[derive(Debug, Clone)]
pub(crate) struct LiveCall {
    pub(crate) attempt: Attempt,
    pub(crate) stage: Stage,
    cancel: CancellationToken,
}

/// All of them.
#[derive(Default)]
pub(crate) struct Live {
    calls: Mutex<HashMap<AttemptId, LiveCall>>,
}

impl Live {
    /// Takes an attempt in. `false` where it is here already: somebody else looks after it.
    pub(crate) fn enter(&self, attempt: Attempt, stage: Stage, cancel: CancellationToken) -> bool {
        let mut calls = self.lock();
        if calls.contains_key(&attempt.id) {
            return false;
        }
        let call = LiveCall {
            attempt,
            stage,
            cancel,
        };
        calls.insert(call.attempt.id, call);
        true
    }

    pub(crate) fn get(&self, id: AttemptId) -> Option<LiveCall> {
        self.lock().get(&id).cloned()
    }

    pub(crate) fn all(&self) -> Vec<LiveCall> {
        self.lock().values().cloned().collect()
    }

    /// How many calls are being followed or placed.
    pub(crate) fn count(&self) -> usize {
        self.lock().len()
    }

    /// Changes one attempt and returns it as it is then.
    pub(crate) fn change(
        &self,
        id: AttemptId,
        change: impl FnOnce(&mut LiveCall),
    ) -> Option<LiveCall> {
        let mut calls = self.lock();
        let call = calls.get_mut(&id)?;
        change(call);
        Some(call.clone())
    }

    /// Gives an attempt up: from here on no request of it leaves. One that has left already tells by its answer.
    pub(crate) fn cancel(&self, id: AttemptId) -> bool {
        // Under the same lock as `send`, so that one of the two is first.
        let calls = self.lock();
        let Some(call) = calls.get(&id) else {
            return false;
        };
        call.cancel.cancel();
        true
    }

    /// Lets the request of an attempt leave. `false` where it was given up before.
    pub(crate) fn send(&self, id: AttemptId, at: Timestamp) -> bool {
        let mut calls = self.lock();
        match calls.get_mut(&id) {
            Some(call) if !call.cancel.is_cancelled() => {
                call.attempt.sending_at = Some(at);
                call.stage = Stage::Sent;
                true
            }
            _ => false,
        }
    }

    /// Lets an attempt go: what is on disk is all there is to know now.
    pub(crate) fn leave(&self, id: AttemptId) {
        self.lock().remove(&id);
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<AttemptId, LiveCall>> {
        // Every change is a single step, so the map is whole also after a panic elsewhere.
        self.calls.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
