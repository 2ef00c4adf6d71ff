//! Time: what the client reads and waits by.

use std::time::{Duration, Instant};

use futures_util::future::BoxFuture;
use jiff::Timestamp;

/// Tells the time and waits.
pub trait Clock: Send + Sync {
    /// The time of day, UTC. May jump.
    fn now(&self) -> Timestamp;

    /// Time since some fixed point. Never goes back.
    fn elapsed(&self) -> Duration;

    /// Is ready after `duration`.
    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()>;
}

/// The clock of this computer.
#[derive(Debug, Clone, Copy)]
pub struct SystemClock {
    start: Instant,
}

impl SystemClock {
    /// The clock of this computer.
    pub fn new() -> Self {
        Self {
            start: Instant::now(),
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

    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        Box::pin(tokio::time::sleep(duration))
    }
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
