//! Looks an unknown outcome up, until it is found, or searched for to the end.
//!
//! It only reads. A call is found by our attempt id, which it carries; else by agent, number and time
//! where exactly one call fits that no other attempt claims.

mod candidate;
mod look;
mod search;

use std::sync::Arc;
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};

use self::look::{Found, Seen};
use self::search::Search;
use crate::attempt::{AttemptId, Outcome};
use crate::core::Core;
use crate::dial::Ledger;
use crate::log::{Attempt, Settled};
use crate::recovery::SEARCHED_BACK;
use crate::view::{Settling, SettlingState};

/// Waits before each look, the last one from then on. The first gives the server time to know it.
const LOOK_AFTER: [Duration; 7] = [
    Duration::from_secs(1),
    Duration::from_secs(2),
    Duration::from_secs(4),
    Duration::from_secs(8),
    Duration::from_secs(15),
    Duration::from_secs(30),
    Duration::from_secs(45),
];

/// Before another look where nothing could be asked to the end. The socket mostly tells sooner that
/// the server is back.
const LOOK_AGAIN: Duration = Duration::from_secs(300);

/// Looks up the unknown attempt `id` of [`Core::live`]. Whether it was found, and is placed now.
pub(crate) async fn settle(core: &Arc<Core>, id: AttemptId, ledger: &mut Ledger) -> bool {
    let Some(call) = core.live.get(id) else {
        return false;
    };
    let attempt = call.attempt;
    let mut end = End::of(core, &attempt);
    let mut search = Search::new(Arc::clone(core), attempt).await;
    show(core, id, Some(end.shown(core)), &search);
    let mut woken = core.wake.subscribe();
    let mut cut_off = false;
    for look in 0.. {
        let left = end.left(core);
        let wait = LOOK_AFTER[look.min(LOOK_AFTER.len() - 1)];
        // An attempt of an earlier run is looked up once in any case, and what could not be written
        // is not tried again at once.
        let wait = match cut_off {
            true => LOOK_AGAIN,
            false if look == 0 || left.is_zero() => wait,
            false => wait.min(left),
        };
        let feed = search.feed();
        tokio::select! {
            () = core.closing.cancelled() => return false,
            () = core.clock.sleep(wait) => {}
            () = feed.returns(), if cut_off => {}
            _ = woken.changed() => {}
        }
        // The log has to know that it is unknown before it can be found.
        if !ledger.write().await {
            continue;
        }
        let last = end.left(core).is_zero();
        let seen = search.look(last).await;
        let is_over = last || search.is_hopeless();
        // Nothing is written where it was only cut off: a restart takes it up again as well.
        cut_off = last && seen.is_cut_off() && core.clock.now() < end.never;
        show(core, id, (!cut_off).then(|| end.shown(core)), &search);
        let state = match &seen.found {
            Some(_) => SettlingState::Found,
            None if cut_off || !is_over => continue,
            None => state_of(&seen),
        };
        match write(core, &search, state, seen.found).await {
            Written::Settled(attempt) => return finish(core, *attempt),
            Written::Failed => {}
            // It carries our id, or fits best, and the log says that it is another's.
            Written::Claimed if is_over => {
                let ambiguous = write(core, &search, SettlingState::Ambiguous, None).await;
                if let Written::Settled(attempt) = ambiguous {
                    return finish(core, *attempt);
                }
            }
            Written::Claimed => {}
        }
    }
    false
}

/// What it is called where nothing was found.
fn state_of(seen: &Seen) -> SettlingState {
    if seen.may_be {
        SettlingState::Ambiguous
    } else if seen.decided {
        SettlingState::NotFound
    } else {
        SettlingState::CouldNotSearch
    }
}

enum Written {
    Settled(Box<Attempt>),
    /// Another attempt was faster to claim that call.
    Claimed,
    /// The log cannot be written; it is tried again.
    Failed,
}

async fn write(
    core: &Core,
    search: &Search,
    state: SettlingState,
    found: Option<Found>,
) -> Written {
    let settled = Settled {
        state,
        at: core.clock.now(),
        searched: search.searched(),
        probably: found.as_ref().is_some_and(|found| found.probably),
        permission: search
            .permission()
            .filter(|_| state == SettlingState::CouldNotSearch),
    };
    let conversation_id = found.map(|found| found.conversation_id);
    match core.log.settle(search.id(), conversation_id, settled).await {
        Ok(Some(attempt)) if attempt.outcome != Outcome::Pending => {
            Written::Settled(Box::new(attempt))
        }
        Ok(Some(_)) => Written::Failed,
        Ok(None) => Written::Claimed,
        Err(problem) => {
            tracing::warn!(attempt = %search.id(), code = problem.code.as_str(), "what came of the look-up waits to be written");
            Written::Failed
        }
    }
}

/// Shows the end of the look-up. Whether the attempt is placed.
fn finish(core: &Core, attempt: Attempt) -> bool {
    let id = attempt.id;
    let placed = attempt.outcome == Outcome::Placed;
    let state = attempt.settled.as_ref().map(|settled| settled.state);
    tracing::info!(attempt = %id, ?state, "looked up");
    core.live.change(id, |call| {
        call.attempt = attempt;
        call.settling = None;
    });
    core.emit_attempt(id);
    placed
}

/// Shows how far the look-up is; without an end it was cut off, and goes on when it can.
fn show(core: &Core, id: AttemptId, until: Option<Timestamp>, search: &Search) {
    let settling = Settling {
        state: match until {
            Some(_) => SettlingState::Searching,
            None => SettlingState::CouldNotSearch,
        },
        until: until.map(|until| until.to_string()),
        searched: search.searched(),
        probably: false,
        permission: search.permission().filter(|_| until.is_some()),
    };
    let mut changed = false;
    core.live.change(id, |call| {
        changed = call.settling.as_ref() != Some(&settling);
        call.settling = Some(settling);
    });
    if changed {
        core.emit_attempt(id);
    }
}

/// Until when an attempt is looked up.
struct End {
    /// On the clock that never goes back: one that is set must neither end it nor make it endless.
    at: Duration,
    /// By the time of day, as it is shown.
    shown: Timestamp,
    /// When also one that was cut off is given up.
    never: Timestamp,
}

impl End {
    fn of(core: &Core, attempt: &Attempt) -> Self {
        let now = core.clock.now();
        let from = attempt.outcome_at.unwrap_or(attempt.created_at);
        let gone = now.duration_since(from).try_into().unwrap_or_default();
        let left = core.timeouts.settling.saturating_sub(gone);
        let never = attempt.created_at.saturating_add(SEARCHED_BACK);
        Self {
            at: core.clock.elapsed().saturating_add(left),
            shown: from.saturating_add(core.timeouts.settling).unwrap_or(from),
            never: never.unwrap_or(attempt.created_at),
        }
    }

    fn left(&self, core: &Core) -> Duration {
        self.at.saturating_sub(core.clock.elapsed())
    }

    /// Until when, by the time of day. It is told anew only where that was set.
    fn shown(&mut self, core: &Core) -> Timestamp {
        let now = core.clock.now();
        let until = now.saturating_add(self.left(core)).unwrap_or(now);
        let is_set = until.duration_since(self.shown).abs() > SignedDuration::from_secs(15);
        if is_set && !self.left(core).is_zero() {
            self.shown = until;
        }
        self.shown
    }
}
