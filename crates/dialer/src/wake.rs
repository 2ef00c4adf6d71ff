//! Notices that the computer has slept, or that somebody has set its clock.
//!
//! Three clocks run side by side: the time of day, one that goes on in sleep, and one that need not.
//! Where one of them has jumped, everything that may have gone stale meanwhile is looked at again.

use std::sync::Arc;
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
    count: watch::Sender<u64>,
}

impl Wake {
    pub(crate) fn new(clock: Arc<dyn Clock>) -> Self {
        Self {
            clock,
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
        self.clock.running()
    }

    /// Compares the clocks until the program closes.
    pub(crate) async fn watch(&self, closing: &CancellationToken) {
        let mut before = self.moment();
        loop {
            tokio::select! {
                () = closing.cancelled() => return,
                () = self.clock.sleep(EVERY) => {}
            }
            let now = self.moment();
            self.compare(&before, &now);
            before = now;
        }
    }

    fn moment(&self) -> Moment {
        Moment {
            day: self.clock.now(),
            awake: self.clock.elapsed(),
            running: self.clock.running(),
        }
    }

    fn compare(&self, before: &Moment, now: &Moment) {
        let ran = now.running.saturating_sub(before.running);
        let slept = ran.saturating_sub(now.awake.saturating_sub(before.awake));
        let late = ran.saturating_sub(EVERY);
        let ran_ms = i64::try_from(ran.as_millis()).unwrap_or(i64::MAX);
        let set_ms = now.day.as_millisecond() - before.day.as_millisecond() - ran_ms;
        let set = Duration::from_millis(set_ms.unsigned_abs());
        if [slept, late, set].into_iter().all(|jump| jump < JUMP) {
            return;
        }
        tracing::info!(
            set_ms,
            slept_ms = slept.as_millis(),
            late_ms = late.as_millis(),
            "the computer has slept, or its clock was set"
        );
        self.count.send_modify(|count| *count += 1);
    }
}

/// What the clocks show at one moment.
struct Moment {
    day: Timestamp,
    awake: Duration,
    running: Duration,
}
