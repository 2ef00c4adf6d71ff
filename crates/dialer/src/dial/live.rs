//! The attempts of this process that are not over, as they are at this moment.
//!
//! What is here goes before what is on disk: it is newer while the disk cannot be written.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use genesys_cloud::CallSnapshot;
use jiff::Timestamp;
use tokio::sync::Notify;
use tokio_util::sync::CancellationToken;

use crate::attempt::AttemptId;
use crate::log::Attempt;
use crate::view::Settling;

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
    /// The newest that was seen of the call.
    pub(crate) snapshot: Option<CallSnapshot>,
    /// How far the look-up of an unknown outcome is.
    pub(crate) settling: Option<Settling>,
    /// How many presses of Hang up are under way.
    pub(crate) hanging_up: u32,
    /// When a press of Hang up got no answer, though the server may have acted on it; until a look tells.
    pub(crate) hang_up_lost: Option<Timestamp>,
    /// Asks to look at the call now.
    pub(crate) look: Arc<Notify>,
    /// When it was pressed, on a clock that never goes back.
    pub(crate) pressed: Since,
    /// When both began to talk, on the same clock.
    pub(crate) talks: Option<Since>,
    cancel: CancellationToken,
}

/// A moment on a clock that never goes back; it may lie before that clock began.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Since {
    running: Duration,
    /// How long ago it was then.
    ago_ms: i64,
}

impl Since {
    pub(crate) fn new(running: Duration, ago_ms: i64) -> Self {
        Self {
            running,
            ago_ms: ago_ms.max(0),
        }
    }

    /// How long ago it is.
    pub(crate) fn ms(self, running: Duration) -> i64 {
        let more = running.saturating_sub(self.running).as_millis();
        self.ago_ms
            .saturating_add(i64::try_from(more).unwrap_or(i64::MAX))
    }
}

impl LiveCall {
    pub(crate) fn new(
        attempt: Attempt,
        stage: Stage,
        cancel: CancellationToken,
        pressed: Since,
    ) -> Self {
        Self {
            attempt,
            stage,
            snapshot: None,
            settling: None,
            hanging_up: 0,
            hang_up_lost: None,
            look: Arc::default(),
            pressed,
            talks: None,
            cancel,
        }
    }
}

/// All of them.
#[derive(Default)]
pub(crate) struct Live {
    calls: Mutex<HashMap<AttemptId, LiveCall>>,
}

impl Live {
    /// Takes an attempt in. `false` where it is here already: somebody else looks after it.
    pub(crate) fn enter(&self, call: LiveCall) -> bool {
        let mut calls = self.lock();
        if calls.contains_key(&call.attempt.id) {
            return false;
        }
        calls.insert(call.attempt.id, call);
        true
    }

    pub(crate) fn get(&self, id: AttemptId) -> Option<LiveCall> {
        self.lock().get(&id).cloned()
    }

    pub(crate) fn all(&self) -> Vec<LiveCall> {
        self.lock().values().cloned().collect()
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

    /// Asks to look at a call now.
    pub(crate) fn look(&self, id: AttemptId) {
        if let Some(call) = self.lock().get(&id) {
            call.look.notify_one();
        }
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
