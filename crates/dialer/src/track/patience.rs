//! For how long a call is followed that cannot be read.

use std::time::Duration;

use jiff::Timestamp;

use crate::core::Core;
use crate::problem::{Problem, ProblemCode};

/// How long after placing a call the server may not know it yet, and for how long it has to say that it does not
/// know one any more.
pub(crate) const MAY_BE_UNKNOWN_FOR: Duration = Duration::from_secs(10);

/// For how long a server may answer without a leg before the person is told.
const MAY_HAVE_NO_LEG_FOR: Duration = Duration::from_secs(60);

/// For how long a call is followed of which no leg is read. No call is known to last as long.
const FOLLOWED_BLINDLY_FOR: Duration = Duration::from_secs(24 * 60 * 60);

/// All times are told by the clock that nobody can set.
pub(super) struct Patience {
    began: Duration,
    /// How old the call was then. A wall clock that was wrong makes it young, which only means more reads.
    age_then: Duration,
    leg_read_at: Duration,
    /// Since when, and how often, the server has said that it does not know the call.
    gone: Option<(Duration, u32)>,
    told: bool,
}

impl Patience {
    /// Begins to follow a call that was placed at `placed_at`.
    pub(super) fn begin(core: &Core, placed_at: Timestamp) -> Self {
        let began = core.clock.elapsed();
        let age = core.clock.now().duration_since(placed_at);
        Self {
            began,
            age_then: age.try_into().unwrap_or_default(),
            leg_read_at: began,
            gone: None,
            told: false,
        }
    }

    /// How long ago the call was placed.
    pub(super) fn age(&self, core: &Core) -> Duration {
        self.age_then + core.clock.elapsed().saturating_sub(self.began)
    }

    /// Whether the server may not know the call yet.
    pub(super) fn is_young(&self, core: &Core) -> bool {
        self.age(core) < MAY_BE_UNKNOWN_FOR
    }

    /// The call was read, with or without a leg.
    pub(super) fn read(&mut self, core: &Core, any_leg: bool) {
        self.gone = None;
        if any_leg {
            self.leg_read_at = core.clock.elapsed();
        } else if self.blind_for(core) >= MAY_HAVE_NO_LEG_FOR {
            self.tell(core, Problem::new(ProblemCode::CallUnreadable));
        }
    }

    /// The server says that it does not know the call. Whether that is to be believed: one such answer can be a
    /// mistake, and more so where a socket that tells of the call (`covered`) has not told its end.
    pub(super) fn gone(&mut self, core: &Core, covered: bool) -> bool {
        if self.is_young(core) {
            return false;
        }
        let now = core.clock.elapsed();
        let (since, times) = self.gone.unwrap_or((now, 0));
        self.gone = Some((since, times + 1));
        let wanted = if covered { 3 } else { 2 };
        times + 1 >= wanted && now.saturating_sub(since) >= MAY_BE_UNKNOWN_FOR
    }

    /// The server does not let the call be read, and says so for good.
    pub(super) fn refused(&mut self, core: &Core, problem: Problem) {
        let problem = Problem {
            code: ProblemCode::CallUnreadable,
            ..problem
        };
        self.tell(core, problem);
    }

    /// Whether following it any longer is of no use.
    pub(super) fn is_over(&self, core: &Core) -> bool {
        self.blind_for(core) >= FOLLOWED_BLINDLY_FOR
    }

    fn blind_for(&self, core: &Core) -> Duration {
        core.clock.elapsed().saturating_sub(self.leg_read_at)
    }

    fn tell(&mut self, core: &Core, problem: Problem) {
        if !std::mem::replace(&mut self.told, true) {
            core.notice(problem);
        }
    }
}
