//! How many requests a minute reading may use.
//!
//! An organisation allows 300 requests a minute and token. Reading is given less than half of that,
//! however many calls are live, so that there is always room to place one.

use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use genesys_cloud::clock::Clock;

/// Between two reads, once they come in a row: 120 a minute.
const GAP: Duration = Duration::from_millis(500);

/// How many may come at once.
const AT_ONCE: u32 = 4;

/// Hands out the moments at which requests may leave, in the order they are asked for.
#[derive(Debug, Default)]
pub(crate) struct Budget {
    /// On the clock's own scale; the next one that is free.
    next: Mutex<Duration>,
}

impl Budget {
    /// Waits until it is this request's turn.
    pub(crate) async fn turn(&self, clock: &dyn Clock) {
        let wait = self.take(clock.elapsed());
        if !wait.is_zero() {
            clock.sleep(wait).await;
        }
    }

    /// Takes the next moment and says how far it is from `now`.
    fn take(&self, now: Duration) -> Duration {
        let mut next = self.next.lock().unwrap_or_else(PoisonError::into_inner);
        let from = (*next).max(now.saturating_sub(GAP * (AT_ONCE - 1)));
        *next = from + GAP;
        from.saturating_sub(now)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_few_come_at_once_and_the_others_in_turn() {
        let budget = Budget::default();
        let hour = Duration::from_secs(3600);
        let waits: Vec<_> = (0..8).map(|_| budget.take(hour).as_millis()).collect();
        assert_eq!(waits, [0, 0, 0, 0, 500, 1000, 1500, 2000]);
        let later = hour + Duration::from_secs(60);
        assert_eq!(budget.take(later), Duration::ZERO);
    }

    #[test]
    fn any_minute_holds_few() {
        let budget = Budget::default();
        let mut now = Duration::from_secs(3600);
        let end = now + Duration::from_secs(60);
        let mut count = 0;
        while now < end {
            now += budget.take(now);
            count += 1;
        }
        assert!((120..=125).contains(&count), "{count}");
    }
}
