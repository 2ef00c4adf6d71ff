//! When a request that may be repeated is sent again. The request that places a call never comes here.

use std::time::Duration;

use backon::{BackoffBuilder, ExponentialBackoff, ExponentialBuilder};

use crate::clock::Clock;
use crate::{Error, ErrorKind};

/// A try that began is given at least this long.
const SHORTEST_TRY: Duration = Duration::from_secs(1);

/// Jittered exponential backoff under a ceiling of total time.
pub(crate) struct Retry<'a> {
    clock: &'a dyn Clock,
    end: Duration,
    delays: ExponentialBackoff,
}

impl<'a> Retry<'a> {
    /// Begins now and ends after `total`.
    pub(crate) fn new(clock: &'a dyn Clock, total: Duration) -> Self {
        Self {
            clock,
            end: clock.elapsed().saturating_add(total),
            delays: ExponentialBuilder::new()
                .with_min_delay(Duration::from_millis(250))
                .with_max_delay(Duration::from_secs(2))
                .with_max_times(3)
                .with_jitter()
                .build(),
        }
    }

    /// How much of the total time is left.
    pub(crate) fn left(&self) -> Duration {
        self.end.saturating_sub(self.clock.elapsed())
    }

    /// How long one answer is waited for: `each`, or what is left where that is less.
    pub(crate) fn limit(&self, each: Duration) -> Duration {
        each.min(self.left().max(SHORTEST_TRY))
    }

    /// Waits until `error` may have passed; gives it back where it will not, or not in time.
    pub(crate) async fn wait(&mut self, error: Error) -> Result<(), Error> {
        if !may_pass(error.kind) {
            return Err(error);
        }
        let Some(delay) = self.delays.next() else {
            return Err(error);
        };
        let delay = error.retry_after.map_or(delay, |asked| asked.max(delay));
        if delay >= self.left() {
            return Err(error);
        }
        self.clock.sleep(delay).await;
        Ok(())
    }
}

/// Whether the same request may succeed a little later.
fn may_pass(kind: ErrorKind) -> bool {
    matches!(
        kind,
        ErrorKind::NameNotResolved
            | ErrorKind::Unreachable
            | ErrorKind::ProxyUnreachable
            | ErrorKind::Timeout
            | ErrorKind::ConnectionLost
            | ErrorKind::Network
            | ErrorKind::RateLimited
            | ErrorKind::ServerError
    )
}
