//! The time of the server, as its answers tell it.

use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use http::HeaderMap;
use http::header::DATE;
use jiff::Timestamp;
use jiff::fmt::rfc2822;

use super::Client;
use crate::clock::Clock;

/// What the last answer told, and when that was on the clock that never goes back.
#[derive(Debug, Default)]
pub(crate) struct ServerTime {
    told: Mutex<Option<(Timestamp, Duration)>>,
}

impl ServerTime {
    /// Takes the time out of an answer; one without it changes nothing.
    pub(crate) fn learn(&self, headers: &HeaderMap, clock: &dyn Clock) {
        let date = headers.get(DATE).and_then(|date| date.to_str().ok());
        if let Some(date) = date.and_then(|date| rfc2822::parse(date).ok()) {
            let mut told = self.told.lock().unwrap_or_else(PoisonError::into_inner);
            *told = Some((date.timestamp(), clock.elapsed()));
        }
    }

    fn now(&self, clock: &dyn Clock) -> Option<Timestamp> {
        let told = self.told.lock().unwrap_or_else(PoisonError::into_inner);
        let (date, at) = (*told)?;
        date.checked_add(clock.elapsed().saturating_sub(at)).ok()
    }
}

impl Client {
    /// What time it is for the server, to about a second; none before it has told (`Date`).
    pub fn server_time(&self) -> Option<Timestamp> {
        let exchange = &self.inner.exchange;
        exchange.server_time.now(&*exchange.clock)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::SimulatedClock;

    #[tokio::test(start_paused = true)]
    async fn the_last_time_told_runs_on() {
        let (time, clock) = (ServerTime::default(), SimulatedClock::new());
        assert_eq!(time.now(&clock), None);
        let mut headers = HeaderMap::new();
        headers.insert(DATE, "Sun, 06 Nov 1994 08:49:37 GMT".parse().unwrap());
        time.learn(&headers, &clock);
        clock.sleep(Duration::from_secs(3)).await;
        for unreadable in [None, Some("yesterday")] {
            headers.clear();
            headers.extend(unreadable.map(|date| (DATE, date.parse().unwrap())));
            time.learn(&headers, &clock);
            let now = time.now(&clock).unwrap();
            assert_eq!(now.to_string(), "1994-11-06T08:49:40Z");
        }
    }
}
