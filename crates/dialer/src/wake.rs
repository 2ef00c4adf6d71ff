//! Notices that the computer has slept, or that somebody has set its clock.
//!
//! The time of day and the clock that never goes back run side by side. Where one of them has
//! jumped, everything that may have gone stale meanwhile is looked at again.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use genesys_cloud::clock::Clock;
use jiff::Timestamp;
use tokio::sync::watch;
use tokio_util::sync::CancellationToken;

/// How often the two clocks are compared.
const EVERY: Duration = Duration::from_secs(10);

/// What is more than a busy computer explains.
const JUMP: Duration = Duration::from_secs(15);

/// Tells who waits when the computer has woken.
pub(crate) struct Wake {
    clock: Arc<dyn Clock>,
    /// How long the computer has slept in all.
    slept: Mutex<Duration>,
    count: watch::Sender<u64>,
}

impl Wake {
    pub(crate) fn new(clock: Arc<dyn Clock>) -> Self {
        Self {
            clock,
            slept: Mutex::default(),
            count: watch::Sender::new(0),
        }
    }

    /// Hears of every time from now on.
    pub(crate) fn subscribe(&self) -> watch::Receiver<u64> {
        self.count.subscribe()
    }

    /// What may have gone stale is looked at again: the way to the servers is another one.
    pub(crate) fn stir(&self) {
        self.count.send_modify(|count| *count += 1);
    }

    /// Time since some fixed point, sleep included. Never goes back, whatever the time of day does.
    pub(crate) fn running(&self) -> Duration {
        self.clock.elapsed() + *self.slept.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Compares the clocks until the program closes.
    pub(crate) async fn watch(&self, closing: &CancellationToken) {
        let mut before = (self.clock.now(), self.clock.elapsed());
        loop {
            tokio::select! {
                () = closing.cancelled() => return,
                () = self.clock.sleep(EVERY) => {}
            }
            let now = (self.clock.now(), self.clock.elapsed());
            self.compare(before, now);
            before = now;
        }
    }

    fn compare(&self, before: (Timestamp, Duration), now: (Timestamp, Duration)) {
        let ran = now.1.saturating_sub(before.1);
        let ran_ms = i64::try_from(ran.as_millis()).unwrap_or(i64::MAX);
        let jump_ms = now.0.as_millisecond() - before.0.as_millisecond() - ran_ms;
        let jump = Duration::from_millis(jump_ms.unsigned_abs());
        let late = ran.saturating_sub(EVERY);
        if jump < JUMP && late < JUMP {
            return;
        }
        if jump_ms > 0 && jump >= JUMP {
            *self.slept.lock().unwrap_or_else(PoisonError::into_inner) += jump;
        }
        tracing::info!(
            jump_ms,
            late_ms = late.as_millis(),
            "the computer has slept, or its clock was set"
        );
        self.count.send_modify(|count| *count += 1);
    }
}
