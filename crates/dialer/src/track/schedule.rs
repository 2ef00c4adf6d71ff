//! When a live call is read next.
//!
//! While a socket tells of the call, reading only guards against one that has gone deaf. Else
//! reading is all there is.

use std::time::Duration;

/// How long to wait before a call that was placed `since_placed` ago is read again, while a socket
/// tells of it (`covered`) or not, and the last `failures` reads in a row have failed.
pub(super) fn wait(since_placed: Duration, covered: bool, failures: u32) -> Duration {
    let seconds = match (since_placed.as_secs(), covered) {
        (0..120, false) => 1,
        (0..120, true) => 5,
        (120..600, false) => 3,
        (120..600, true) => 15,
        (_, false) => 10,
        (_, true) => 30,
    };
    let by_failures = match failures {
        0 | 1 => 0,
        2..=4 => 5,
        _ => 30,
    };
    Duration::from_secs(seconds.max(by_failures))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_young_call_is_read_every_second_and_an_old_one_less_often() {
        assert_eq!(wait(Duration::ZERO, false, 0), Duration::from_secs(1));
        let five_minutes = Duration::from_secs(300);
        assert_eq!(wait(five_minutes, false, 0), Duration::from_secs(3));
        let hour = Duration::from_secs(3600);
        assert_eq!(wait(hour, false, 0), Duration::from_secs(10));
    }

    #[test]
    fn a_call_that_a_socket_tells_of_is_read_less_often_at_every_age() {
        for seconds in [0, 60, 300, 3600] {
            let age = Duration::from_secs(seconds);
            assert!(wait(age, true, 0) >= 3 * wait(age, false, 0), "{seconds}");
        }
    }

    #[test]
    fn a_server_that_fails_is_left_in_peace() {
        assert_eq!(wait(Duration::ZERO, false, 1), Duration::from_secs(1));
        assert!(wait(Duration::ZERO, false, 3) >= Duration::from_secs(5));
        assert!(wait(Duration::ZERO, false, 50) >= Duration::from_secs(30));
    }
}
