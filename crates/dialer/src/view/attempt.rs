//! Attempts as rows, timelines and events.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{CallOptions, CheckStep, Colour, Feed, ImportView, NumberKind, OfferView, Settling};
use crate::attempt::{AttemptId, CallState, EndReason, Outcome, Via};
use crate::problem::Problem;

/// One attempt, as a row and as a live call.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct AttemptView {
    /// Place in the log.
    #[ts(type = "number")]
    pub seq: i64,
    /// Our id.
    pub id: AttemptId,
    /// The profile it belongs to.
    pub profile_id: String,
    /// How that profile is told apart; none before it was read.
    pub profile: Option<ProfileMark>,
    /// Genesys Cloud user id of the agent.
    pub agent_id: String,
    /// The agent's name at that time.
    pub agent_name: String,
    /// As typed.
    pub typed: String,
    /// What kind of number was dialled.
    pub kind: NumberKind,
    /// The number dialled: E.164, or the digits of an extension where `kind` says so.
    pub e164: String,
    /// The same, spaced for people.
    pub display: String,
    /// An extension that was typed behind the number; kept, not dialled.
    pub extension: Option<String>,
    /// Who pressed Call: OS user and host.
    pub placed_by: String,
    /// How the number came in.
    pub via: Via,
    /// The outcome.
    pub outcome: Outcome,
    /// State of a placed call.
    pub call_state: Option<CallState>,
    /// How a placed call ended.
    pub end_reason: Option<EndReason>,
    /// Genesys Cloud conversation id.
    pub conversation_id: Option<String>,
    /// Page of the interaction in Genesys Cloud.
    pub interaction_url: Option<String>,
    /// What went wrong.
    pub problem: Option<Problem>,
    /// When Call was pressed.
    pub created_at: String,
    /// When the outcome was known.
    pub outcome_at: Option<String>,
    /// When the far end answered.
    pub connected_at: Option<String>,
    /// When the call ended.
    pub ended_at: Option<String>,
    /// How long the parties talked; still growing while connected.
    #[ts(type = "number | null")]
    pub talk_ms: Option<i64>,
    /// How long since Call was pressed, until the end; for the clock of a live call.
    #[ts(type = "number")]
    pub elapsed_ms: i64,
    /// Pending or placed and not ended.
    pub live: bool,
    /// Whether Cancel still prevents the call.
    pub cancellable: bool,
    /// Waiting to send again after a rate limit: how long still.
    #[ts(type = "number | null")]
    pub waiting_ms: Option<i64>,
    /// What feeds the screen with a placed call that has not ended.
    pub source: Option<Feed>,
    /// Whether Hang up makes sense: placed and not ended.
    pub hangable: bool,
    /// How far the look-up of an unknown outcome is, or what came of it.
    pub settling: Option<Settling>,
    /// What it asked for beside the number.
    pub options: CallOptions,
    /// Whether the agent may owe a wrap-up now: the call was from a queue and has ended, and the agent had
    /// picked up.
    pub wrap_up: bool,
    /// What the person wrote about it.
    pub note: Option<String>,
}

/// How the profile of an attempt is told apart in the history.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct ProfileMark {
    /// Its name.
    pub name: String,
    /// Its colour.
    pub colour: Colour,
    /// Whether it is the sandbox that ships with the app.
    pub sandbox: bool,
}

/// A change of state of a placed call.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct CallStateView {
    /// The state.
    pub state: CallState,
    /// When it was seen.
    pub at: String,
    /// Genesys Cloud's own disconnect type, where there is one.
    pub disconnect_type: Option<String>,
    /// Genesys Cloud's own error code, where there is one.
    pub error_code: Option<String>,
}

/// One attempt with its timeline.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(export)]
pub struct AttemptDetails {
    /// The attempt.
    pub attempt: AttemptView,
    /// Its call states, oldest first.
    pub states: Vec<CallStateView>,
}

/// What the history is asked for.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[ts(export)]
pub struct HistoryQuery {
    /// Words or digits to find in name, number, typed text or note; empty finds all.
    pub search: String,
    /// Only attempts with this outcome.
    pub outcome: Option<Outcome>,
    /// Only attempts before this place in the log.
    #[ts(type = "number | null")]
    pub before: Option<i64>,
    /// How many at most (1 to 200).
    pub limit: u32,
}

/// A page of the history, newest first.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(export)]
pub struct HistoryPage {
    /// The rows.
    pub rows: Vec<AttemptView>,
    /// `before` of the next page; none at the end.
    #[ts(type = "number | null")]
    pub next: Option<i64>,
}

/// What the app tells the page unasked.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[ts(export)]
pub enum Event {
    /// An attempt is new or has changed.
    Attempt {
        /// As it is now.
        attempt: Box<AttemptView>,
    },
    /// Something the user should know.
    Notice {
        /// What.
        problem: Problem,
    },
    /// What feeds the screen has changed.
    Feed {
        /// What feeds it now.
        feed: Feed,
        /// Why it is not the socket, where that is wanted.
        reason: Option<Problem>,
    },
    /// A number has come in from outside of the window.
    Offer {
        /// The number.
        offer: OfferView,
    },
    /// An agent was chosen outside of the window.
    ChooseAgent {
        /// Genesys Cloud user id.
        agent_id: String,
    },
    /// A sign-in waits for the person in the browser.
    SigningIn {
        /// The profile that is signed in.
        profile_id: String,
        /// What leads to the page, for a person whose browser did not open. It serves once, and holds nothing of the
        /// sign-in.
        url: String,
    },
    /// The list of profiles, the one in use or a sign-in has changed, here or in another process.
    Profiles,
    /// A step of *Check connection* has changed.
    Check {
        /// The profile that is checked.
        profile_id: String,
        /// The step as it is now.
        step: CheckStep,
    },
    /// A `.env` file was dropped on the window and taken over.
    Imported {
        /// What it has become.
        import: Box<ImportView>,
    },
    /// Another process has written to the history.
    History,
    /// A file is held over the window, or was dropped on it. Its contents never come to the page.
    FileDrop {
        /// How far it is.
        state: FileDrop,
    },
    /// A file with certificates was dropped on the window; the person says whether it is used.
    CertificatesDropped {
        /// Where it is.
        path: String,
    },
}

/// How far a file is that a person drops on the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum FileDrop {
    /// It is held over the window.
    Over,
    /// It was dropped and is being taken over.
    Taking,
    /// It is gone again, or done with.
    Gone,
}
