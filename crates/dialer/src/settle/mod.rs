//! Looks an unknown outcome up, until it is found, or searched for to the end.
//!
//! It only reads. A call is found by our attempt id, which it carries; else by agent, number and time
//! where exactly one call fits that no other attempt claims.

mod candidate;
mod search;

use std::sync::Arc;
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};

use self::search::{Found, Search};
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
    let until = end_of(core, &attempt);
    let never = attempt.created_at.saturating_add(SEARCHED_BACK);
    let never = never.unwrap_or(attempt.created_at);
    let mut search = Search::new(Arc::clone(core), attempt);
    show(core, id, Some(until), &search);
    let mut woken = core.wake.subscribe();
    let mut cut_off = false;
    for look in 0.. {
        let left = left(core, until);
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
        let last = self::left(core, until).is_zero();
        let found = search.look(last).await;
        cut_off = last && found.is_none() && search.is_cut_off() && core.clock.now() < never;
        if cut_off {
            // Nothing is written: a restart takes it up again as well.
            show(core, id, None, &search);
            continue;
        }
        show(core, id, Some(until), &search);
        let (state, found) = match found {
            Some(found) => (SettlingState::Found, Some(found)),
            None if last || search.is_hopeless() => (search.end(), None),
            None => continue,
        };
        match write(core, &search, state, found).await {
            Written::Settled(attempt) => return finish(core, *attempt),
            Written::Claimed | Written::Failed => {}
        }
    }
    false
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
fn end_of(core: &Core, attempt: &Attempt) -> Timestamp {
    let from = attempt.outcome_at.unwrap_or(attempt.created_at);
    let until = SignedDuration::try_from(core.timeouts.settling)
        .ok()
        .and_then(|settling| from.checked_add(settling).ok());
    // A clock that was set back must not make it endless.
    let longest = SignedDuration::try_from(core.timeouts.settling)
        .ok()
        .and_then(|settling| core.clock.now().checked_add(settling).ok());
    match (until, longest) {
        (Some(until), Some(longest)) => until.min(longest),
        _ => from,
    }
}

fn left(core: &Core, until: Timestamp) -> Duration {
    until
        .duration_since(core.clock.now())
        .try_into()
        .unwrap_or_default()
}
