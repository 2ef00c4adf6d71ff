//! Time: what the client reads and waits by.

use std::time::{Duration, Instant};

use futures_util::future::BoxFuture;
use jiff::Timestamp;

/// Tells the time and waits.
pub trait Clock: Send + Sync {
    /// The time of day, UTC. May jump.
    fn now(&self) -> Timestamp;

    /// Time since some fixed point. Never goes back. Stands still, or does not, while the computer sleeps.
    fn elapsed(&self) -> Duration;

    /// As [`Clock::elapsed`], the time that the computer slept included. Setting the time of day does not touch it.
    fn running(&self) -> Duration;

    /// Is ready after `duration`.
    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()>;
}

/// The clock of this computer.
#[derive(Debug, Clone, Copy)]
pub struct SystemClock {
    start: Instant,
    /// What the clock that goes on in sleep showed then.
    running_then: Duration,
}

impl SystemClock {
    /// The clock of this computer.
    pub fn new() -> Self {
        Self {
            start: Instant::now(),
            running_then: running(),
        }
    }
}

impl Default for SystemClock {
    fn default() -> Self {
        Self::new()
    }
}

impl Clock for SystemClock {
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }

    fn elapsed(&self) -> Duration {
        self.start.elapsed()
    }

    fn running(&self) -> Duration {
        running().saturating_sub(self.running_then)
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        Box::pin(tokio::time::sleep(duration))
    }
}

/// The clock of this computer that goes on while it sleeps.
#[cfg(unix)]
fn running() -> Duration {
    use rustix::time::{ClockId, clock_gettime};
    // On macOS this is the clock that counts sleep, and `Instant` the one that does not.
    #[cfg(target_vendor = "apple")]
    let clock = ClockId::Monotonic;
    #[cfg(not(target_vendor = "apple"))]
    let clock = ClockId::Boottime;
    Duration::try_from(clock_gettime(clock)).unwrap_or_default()
}

/// The clock of this computer that goes on while it sleeps; on Windows every `Instant` does.
#[cfg(not(unix))]
fn running() -> Duration {
    static BEGAN: std::sync::LazyLock<Instant> = std::sync::LazyLock::new(Instant::now);
    BEGAN.elapsed()
}

/// A clock that follows tokio's own time, which tests pause and advance.
#[derive(Debug, Clone, Copy)]
pub struct SimulatedClock {
    start: tokio::time::Instant,
    epoch: Timestamp,
}

impl SimulatedClock {
    /// A clock that shows `epoch` now. Call it inside a tokio runtime.
    pub fn starting_at(epoch: Timestamp) -> Self {
        Self {
            start: tokio::time::Instant::now(),
            epoch,
        }
    }

    /// A clock that shows 2026-01-01T00:00:00Z now. Call it inside a tokio runtime.
    pub fn new() -> Self {
        Self::starting_at(Timestamp::constant(1_767_225_600, 0))
    }
}

impl Default for SimulatedClock {
    fn default() -> Self {
        Self::new()
    }
}

impl Clock for SimulatedClock {
    fn running(&self) -> Duration {
        self.elapsed()
    }

    fn now(&self) -> Timestamp {
        self.epoch
            .checked_add(self.elapsed())
            .unwrap_or(Timestamp::MAX)
    }

    fn elapsed(&self) -> Duration {
        self.start.elapsed()
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        Box::pin(tokio::time::sleep(duration))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_clocks_of_this_computer_run_alike_while_it_is_awake() {
        let clock = SystemClock::new();
        let pause = Duration::from_millis(50);
        std::thread::sleep(pause);
        let (elapsed, running) = (clock.elapsed(), clock.running());
        assert!(elapsed >= pause && running >= pause);
        assert!(running.abs_diff(elapsed) < Duration::from_millis(20));
        assert!(clock.running() >= running);
    }
}
