//! What a kill has hit, told by what was on disk before and after it.

use serde_json::Value;

use crate::host::told;
use crate::plan::{Anchor, Round};
use crate::record::{Attempt, Record};
use crate::world::Server;

/// Where the killed process was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Phase {
    Starting,
    Recovering,
    Upgrading,
    BeforeIntent,
    BeforePost,
    PostHeld,
    Answered,
    Following,
    HangingUp,
    Settling,
    Over,
}

impl Phase {
    pub(crate) const ALL: [Self; 11] = [
        Self::Starting,
        Self::Recovering,
        Self::Upgrading,
        Self::BeforeIntent,
        Self::BeforePost,
        Self::PostHeld,
        Self::Answered,
        Self::Following,
        Self::HangingUp,
        Self::Settling,
        Self::Over,
    ];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Starting => "starting",
            Self::Recovering => "recovering",
            Self::Upgrading => "upgrading",
            Self::BeforeIntent => "before_intent",
            Self::BeforePost => "before_post",
            Self::PostHeld => "post_held",
            Self::Answered => "answered",
            Self::Following => "following",
            Self::HangingUp => "hanging_up",
            Self::Settling => "settling",
            Self::Over => "over",
        }
    }

    pub(crate) fn meaning(self) -> &'static str {
        match self {
            Self::Starting => "the log was not open yet",
            Self::Recovering => "the same, with attempts of a killed process to recover",
            Self::Upgrading => "the same, on a database of an older Ringfor",
            Self::BeforeIntent => "the press was not on disk",
            Self::BeforePost => "the intent was on disk, no request had come",
            Self::PostHeld => "the request had come, its answer was not on disk",
            Self::Answered => "placed, and nothing seen of the call",
            Self::Following => "placed, and seen to go on",
            Self::HangingUp => "placed, and the answer to hanging up had not come",
            Self::Settling => "an unknown outcome was being looked up",
            Self::Over => "all was over before the kill",
        }
    }

    /// Of one kill.
    pub(crate) fn of(
        round: &Round,
        lines: &[Value],
        before: &Record,
        after: &Record,
        server: &Server,
    ) -> Self {
        if !told(lines, Anchor::Open) {
            return if before.version == 1 {
                Self::Upgrading
            } else if before.any(|attempt| attempt.is("pending")) {
                Self::Recovering
            } else {
                Self::Starting
            };
        }
        let press = round.press.as_ref();
        let attempt = press.and_then(|press| after.get(&press.id));
        let is_new = press.is_some_and(|press| before.get(&press.id).is_none());
        match (press, attempt) {
            (Some(_), Some(attempt)) if is_new => Self::of_attempt(attempt, server),
            (Some(_), None) if !told(lines, Anchor::Pressed) => Self::BeforeIntent,
            _ if after.any(Attempt::is_unsettled) => Self::Settling,
            _ if after.any(Attempt::is_on) => Self::Following,
            _ => Self::Over,
        }
    }

    fn of_attempt(attempt: &Attempt, server: &Server) -> Self {
        let asked = server.posts(&attempt.id) > 0;
        match attempt.outcome.as_str() {
            "pending" if asked => Self::PostHeld,
            "pending" => Self::BeforePost,
            "unknown" if attempt.settling.is_none() => Self::Settling,
            "placed" if server.is_hanging_up(attempt) => Self::HangingUp,
            "placed" if attempt.ended => Self::Over,
            "placed" if matches!(attempt.state.as_deref(), None | Some("requested")) => {
                Self::Answered
            }
            "placed" => Self::Following,
            _ => Self::Over,
        }
    }
}
