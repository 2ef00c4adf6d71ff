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

/// Hands out the moments at which requests may leave, to who follows calls in the order in which they come.
#[derive(Debug, Default)]
pub(crate) struct Budget {
    /// On the clock's own scale; the next one that is free.
    next: Mutex<Duration>,
    /// Who waits for it.
    line: tokio::sync::Mutex<()>,
    /// Looking up waits here: only the first of these stands in the line, so that many of them do not hold up what is
    /// shown of a live call.
    look_ups: tokio::sync::Mutex<()>,
}

impl Budget {
    /// Waits until it is the turn of a request that follows a call.
    ///
    /// A turn is taken only once it has come: one that is given up while it waits leaves no gap.
    pub(crate) async fn turn_to_follow(&self, clock: &dyn Clock) {
        let _first = self.line.lock().await;
        let wait = self.wait(clock.elapsed());
        if !wait.is_zero() {
            clock.sleep(wait).await;
        }
        self.take(clock.elapsed());
    }

    /// Waits until it is the turn of a request that looks an attempt up.
    pub(crate) async fn turn(&self, clock: &dyn Clock) {
        let _first = self.look_ups.lock().await;
        self.turn_to_follow(clock).await;
    }

    /// Takes in that more requests were sent than turns were taken for.
    pub(crate) fn spend(&self, requests: u32, now: Duration) {
        for _ in 0..requests {
            self.take(now);
        }
    }

    /// How far the next free moment is from `now`.
    fn wait(&self, now: Duration) -> Duration {
        let next = *self.next.lock().unwrap_or_else(PoisonError::into_inner);
        next.saturating_sub(now)
    }

    fn take(&self, now: Duration) {
        let mut next = self.next.lock().unwrap_or_else(PoisonError::into_inner);
        *next = (*next).max(now.saturating_sub(GAP * (AT_ONCE - 1))) + GAP;
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use futures_util::FutureExt;
    use genesys_cloud::clock::SimulatedClock;
    use jiff::Timestamp;

    use super::*;

    fn clock() -> SimulatedClock {
        SimulatedClock::starting_at(Timestamp::UNIX_EPOCH)
    }

    /// How many turns come within a minute, looking up and following by turns.
    async fn turns_of_a_minute(budget: &Budget, clock: &SimulatedClock) -> u32 {
        let end = clock.elapsed() + Duration::from_secs(60);
        let mut count = 0;
        loop {
            match count % 2 {
                0 => budget.turn_to_follow(clock).await,
                _ => budget.turn(clock).await,
            }
            if clock.elapsed() >= end {
                return count;
            }
            count += 1;
        }
    }

    #[tokio::test(start_paused = true)]
    async fn a_few_come_at_once_and_any_minute_holds_few() {
        let (budget, clock) = (Budget::default(), clock());
        clock.sleep(Duration::from_secs(3600)).await;
        let began = clock.elapsed();
        let mut waits = Vec::new();
        for _ in 0..8 {
            budget.turn_to_follow(&clock).await;
            waits.push((clock.elapsed() - began).as_millis());
        }
        assert_eq!(waits, [0, 0, 0, 0, 500, 1000, 1500, 2000]);
        let count = turns_of_a_minute(&budget, &clock).await;
        assert!((118..=125).contains(&count), "{count}");
    }

    #[tokio::test(start_paused = true)]
    async fn what_was_sent_beyond_its_turn_counts() {
        let (budget, clock) = (Budget::default(), clock());
        budget.turn_to_follow(&clock).await;
        budget.spend(60, clock.elapsed());
        let count = turns_of_a_minute(&budget, &clock).await;
        assert!((58..=65).contains(&count), "{count}");
    }

    #[tokio::test(start_paused = true)]
    async fn a_turn_that_is_given_up_leaves_no_gap() {
        let (budget, clock) = (Budget::default(), clock());
        budget.spend(4, clock.elapsed());
        for _ in 0..100 {
            assert!(budget.turn_to_follow(&clock).now_or_never().is_none());
        }
        let began = clock.elapsed();
        budget.turn_to_follow(&clock).await;
        assert!(clock.elapsed() - began <= GAP * AT_ONCE);
    }

    #[tokio::test(start_paused = true)]
    async fn following_does_not_wait_for_many_that_look_up() {
        let (budget, clock) = (Arc::new(Budget::default()), Arc::new(clock()));
        for _ in 0..200 {
            let (budget, clock) = (Arc::clone(&budget), Arc::clone(&clock));
            tokio::spawn(async move { budget.turn(&*clock).await });
        }
        clock.sleep(Duration::from_secs(10)).await;
        let began = clock.elapsed();
        budget.turn_to_follow(&*clock).await;
        assert!(clock.elapsed() - began <= GAP * 2);
    }
}
