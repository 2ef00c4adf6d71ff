//! From what the log keeps to what the page shows.

use std::time::Duration;

use genesys_cloud::clock::Clock;
use jiff::Timestamp;

use crate::attempt::{CallState, EndReason, Outcome};
use crate::dial::{LiveCall, Since, Stage};
use crate::log::{Attempt, LoggedState, Settled};
use crate::number::{self, Dialled};
use crate::view::{AttemptView, CallStateView, Settling};
use crate::wake::Wake;

/// An attempt as a row and as a live call, but for its link and its feed. `live` is known for
/// attempts of this process only; its clocks never go back.
pub(crate) fn attempt_view(
    attempt: &Attempt,
    live: Option<&LiveCall>,
    clock: &dyn Clock,
    wake: &Wake,
) -> AttemptView {
    let now = clock.now();
    let stage = live.map(|call| call.stage);
    let shown = |since: Since| since.ms(wake.running());
    let pending = attempt.outcome == Outcome::Pending;
    let placed = attempt.outcome == Outcome::Placed;
    let talks = attempt.call_state == Some(CallState::Connected);
    // A call that was not placed was over when that was known.
    let over_at = if placed {
        attempt.ended_at
    } else {
        attempt.outcome_at
    };
    AttemptView {
        seq: attempt.seq,
        id: attempt.id,
        profile_id: attempt.profile_id.clone(),
        profile: None,
        agent_id: attempt.agent_id.clone(),
        agent_name: attempt.agent_name.clone(),
        typed: attempt.typed.clone(),
        kind: attempt.number.kind(),
        e164: attempt.number.to_string(),
        display: attempt.number.display(),
        extension: number::typed_extension(&attempt.typed),
        placed_by: attempt.placed_by.clone(),
        via: attempt.via,
        outcome: attempt.outcome,
        call_state: attempt.call_state,
        end_reason: attempt.end_reason,
        conversation_id: attempt.conversation_id.clone(),
        interaction_url: None,
        problem: attempt.problem.clone(),
        created_at: attempt.created_at.to_string(),
        outcome_at: attempt.outcome_at.map(|at| at.to_string()),
        connected_at: attempt.connected_at.map(|at| at.to_string()),
        ended_at: attempt.ended_at.map(|at| at.to_string()),
        talk_ms: match (attempt.connected_at, attempt.ended_at) {
            (Some(from), Some(to)) => Some(between(from, to)),
            (Some(from), None) if talks => {
                let since = live.and_then(|call| call.talks);
                Some(since.map_or_else(|| between(from, now), shown))
            }
            _ => None,
        },
        elapsed_ms: match (over_at, live) {
            (Some(over_at), _) => between(attempt.created_at, over_at),
            (None, Some(call)) => shown(call.pressed),
            (None, None) => between(attempt.created_at, now),
        },
        live: pending || (placed && attempt.ended_at.is_none()),
        cancellable: pending && stage.is_some_and(Stage::cancellable),
        waiting_ms: match stage {
            Some(Stage::Waiting(until)) if pending => {
                Some(whole_ms(until.saturating_sub(clock.elapsed())))
            }
            _ => None,
        },
        source: None,
        hangable: placed && attempt.ended_at.is_none(),
        settling: live
            .and_then(|call| call.settling.clone())
            .or_else(|| attempt.settled.as_ref().map(settling_view)),
        options: attempt.options.clone(),
        // Who never picked up was never in the call, and has nothing to wrap up.
        wrap_up: attempt.options.queue_id.is_some()
            && attempt.ended_at.is_some()
            && attempt.end_reason != Some(EndReason::AgentNoAnswer),
        note: attempt.note.clone(),
    }
}

/// The end of a look-up.
fn settling_view(settled: &Settled) -> Settling {
    Settling {
        state: settled.state,
        until: Some(settled.at.to_string()),
        searched: settled.searched.clone(),
        probably: settled.probably,
        permission: settled.permission.clone(),
    }
}

/// A change of state in the timeline.
pub(crate) fn state_view(state: LoggedState) -> CallStateView {
    CallStateView {
        state: state.state,
        at: state.at.to_string(),
        disconnect_type: state.disconnect_type,
        error_code: state.error_code,
    }
}

/// A number in a parameter of a problem, spaced for people.
pub(crate) fn spaced(number: &str) -> String {
    Dialled::parse(number).map_or_else(|| number.to_owned(), |number| number.display())
}

/// Milliseconds from one time to another; a clock that was set back makes none of it negative.
fn between(from: Timestamp, to: Timestamp) -> i64 {
    to.as_millisecond()
        .saturating_sub(from.as_millisecond())
        .max(0)
}

fn whole_ms(duration: Duration) -> i64 {
    i64::try_from(duration.as_millis()).unwrap_or(i64::MAX)
}
