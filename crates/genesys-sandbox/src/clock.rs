//! Time, taken from `tokio` only, so that a paused clock simulates it.

use std::time::Duration;

use jiff::Timestamp;
use tokio::time::Instant;

/// A wall clock that was read once and runs on with `tokio`'s time.
#[derive(Debug)]
pub(crate) struct Clock {
    base: Timestamp,
    started: Instant,
}

impl Clock {
    pub(crate) fn start() -> Self {
        Self {
            base: Timestamp::now(),
            started: Instant::now(),
        }
    }

    /// Time since the sandbox was made.
    pub(crate) fn elapsed(&self) -> Duration {
        self.started.elapsed()
    }

    pub(crate) fn now(&self) -> Timestamp {
        self.at(self.elapsed())
    }

    /// The wall time at that [`elapsed`](Self::elapsed) time; the last one there is, beyond it.
    pub(crate) fn at(&self, elapsed: Duration) -> Timestamp {
        self.base.checked_add(elapsed).unwrap_or(Timestamp::MAX)
    }
}

/// A time as the API writes it: UTC with milliseconds.
pub(crate) fn api_time(at: Timestamp) -> String {
    format!("{at:.3}")
}

/// `duration` times `factor`; the longest duration there is where it does not fit.
pub(crate) fn scale(duration: Duration, factor: f64) -> Duration {
    Duration::try_from_secs_f64(duration.as_secs_f64() * factor).unwrap_or(Duration::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_written_with_milliseconds() {
        let at: Timestamp = "2026-01-02T03:04:05.6789Z".parse().unwrap();
        assert_eq!(api_time(at), "2026-01-02T03:04:05.678Z");
    }

    #[test]
    fn scaling_survives_any_factor() {
        assert_eq!(scale(Duration::from_secs(2), 10.0), Duration::from_secs(20));
        assert_eq!(scale(Duration::from_secs(2), f64::INFINITY), Duration::MAX);
        assert_eq!(scale(Duration::MAX, 2.0), Duration::MAX);
    }

    #[tokio::test(start_paused = true)]
    async fn the_wall_clock_follows_simulated_time() {
        let clock = Clock::start();
        let before = clock.now();
        tokio::time::advance(Duration::from_secs(3_600)).await;
        assert_eq!(clock.now().duration_since(before).as_secs(), 3_600);
    }
}
