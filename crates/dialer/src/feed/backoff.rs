//! How long to wait before a lost socket is opened again.

use std::time::Duration;

use uuid::Uuid;

const SHORTEST: Duration = Duration::from_secs(1);
const LONGEST: Duration = Duration::from_secs(60);

/// The wait after `failures` in a row (from 1): doubles up to a minute. Half of it is left to chance,
/// so that many programs that lost the same server do not come back at once.
pub(super) fn wait(failures: u32) -> Duration {
    jittered(failures, chance())
}

fn jittered(failures: u32, chance: f64) -> Duration {
    let doubled = SHORTEST.saturating_mul(2_u32.saturating_pow(failures.saturating_sub(1).min(16)));
    doubled
        .min(LONGEST)
        .mul_f64(0.5 + chance.clamp(0.0, 1.0) / 2.0)
}

/// Evenly from 0 to 1.
fn chance() -> f64 {
    let (high, _) = Uuid::new_v4().as_u64_pair();
    f64::from((high >> 32) as u32) / f64::from(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_doubles_up_to_a_minute_and_half_is_chance() {
        let longest: Vec<_> = (1..=9).map(|n| jittered(n, 1.0).as_secs()).collect();
        assert_eq!(longest, [1, 2, 4, 8, 16, 32, 60, 60, 60]);
        assert_eq!(jittered(1, 0.0), Duration::from_millis(500));
        assert_eq!(jittered(u32::MAX, 0.0), Duration::from_secs(30));
        let some: Vec<_> = (0..50).map(|_| chance()).collect();
        assert!(some.iter().all(|chance| (0.0..=1.0).contains(chance)));
        assert!(some.iter().any(|chance| *chance != some[0]));
    }
}
