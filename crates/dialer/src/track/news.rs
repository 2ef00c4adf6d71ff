//! What is new in a reading, with its times on our clock.

use jiff::Timestamp;

use super::reading::Reading;
use crate::attempt::{CallState, EndReason};
use crate::core::Core;
use crate::log::{Attempt, CallStateRecord};

/// Brings the server's times onto our clock. The first leg began when our request was sent, so the
/// two clocks need not agree; and nothing happened before the last read or after this one.
pub(super) struct OurClock {
    pub(super) sent_at: Timestamp,
    pub(super) began_at: Option<Timestamp>,
    pub(super) from: Timestamp,
    pub(super) to: Timestamp,
}

impl OurClock {
    fn time_of(&self, told: Timestamp) -> Timestamp {
        let ours = self
            .began_at
            .and_then(|began| self.sent_at.checked_add(told.duration_since(began)).ok())
            .unwrap_or(told);
        ours.min(self.to).max(self.from.min(self.to))
    }
}

/// What is new in `reading`. States only move forward.
pub(super) fn news(
    attempt: &Attempt,
    reading: &Reading,
    clock: &OurClock,
) -> Option<CallStateRecord> {
    if attempt
        .call_state
        .is_some_and(|last| last.step() >= reading.state.step())
    {
        return None;
    }
    let connected_at = reading.connected_at.map(|told| clock.time_of(told));
    let told = match reading.state {
        CallState::Connected => connected_at,
        CallState::Ended => reading.ended_at.map(|told| clock.time_of(told)),
        _ => None,
    };
    Some(CallStateRecord {
        state: reading.state,
        at: told.unwrap_or(clock.to),
        end_reason: reading.end_reason,
        disconnect_type: reading.disconnect_type.clone(),
        error_code: reading.error_code.clone(),
        connected_at: attempt.connected_at.or(connected_at),
    })
}

/// A state of which nothing more is known.
pub(super) fn plain(state: CallState, at: Timestamp) -> CallStateRecord {
    CallStateRecord {
        state,
        at,
        end_reason: None,
        disconnect_type: None,
        error_code: None,
        connected_at: None,
    }
}

/// An end of which nothing is known.
pub(super) fn unclear(core: &Core) -> CallStateRecord {
    CallStateRecord {
        end_reason: Some(EndReason::Unclear),
        ..plain(CallState::Ended, core.clock.now())
    }
}
