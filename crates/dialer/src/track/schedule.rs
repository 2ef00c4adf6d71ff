//! When a live call is read next.
//!
//! An organisation allows 300 requests a minute and token. Reading is given half of that, however
//! many calls are live, so that there is always room to place one.

use std::time::Duration;

/// Requests a minute that all reading together may use.
const READS_PER_MINUTE: u32 = 150;

/// How long to wait before a call that was placed `since_placed` ago is read again, while
/// `live_calls` calls are followed and the last `failures` reads in a row have failed.
pub(super) fn wait(since_placed: Duration, live_calls: usize, failures: u32) -> Duration {
    let by_age = match since_placed.as_secs() {
        0..120 => Duration::from_secs(1),
        120..600 => Duration::from_secs(3),
        _ => Duration::from_secs(10),
    };
    let by_failures = match failures {
        0 | 1 => Duration::ZERO,
        2..=4 => Duration::from_secs(5),
        _ => Duration::from_secs(30),
    };
    let live_calls = u32::try_from(live_calls.max(1)).unwrap_or(u32::MAX);
    let by_share = Duration::from_secs(60).saturating_mul(live_calls) / READS_PER_MINUTE;
    by_age.max(by_failures).max(by_share)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_young_call_is_read_every_second_and_an_old_one_less_often() {
        assert_eq!(wait(Duration::ZERO, 1, 0), Duration::from_secs(1));
        assert_eq!(wait(Duration::from_secs(300), 1, 0), Duration::from_secs(3));
        assert_eq!(
            wait(Duration::from_secs(3600), 1, 0),
            Duration::from_secs(10)
        );
    }

    #[test]
    fn fifty_young_calls_stay_within_the_share() {
        let each = wait(Duration::ZERO, 50, 0);
        let a_minute = 50.0 * 60.0 / each.as_secs_f64();
        assert!(a_minute <= f64::from(READS_PER_MINUTE));
    }

    #[test]
    fn a_server_that_fails_is_left_in_peace() {
        assert_eq!(wait(Duration::ZERO, 1, 1), Duration::from_secs(1));
        assert!(wait(Duration::ZERO, 1, 3) >= Duration::from_secs(5));
        assert!(wait(Duration::ZERO, 1, 50) >= Duration::from_secs(30));
    }
}
