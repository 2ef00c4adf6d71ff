//! The dial card: agent, number, press of Call.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::CallOptions;
use crate::attempt::{AttemptId, Via};
use crate::problem::{Problem, ProblemCode};

/// An agent, and what decides whether a call can work. `None` means not known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct AgentView {
    /// Genesys Cloud user id.
    pub id: String,
    /// Name.
    pub name: String,
    /// E-mail.
    pub email: String,
    /// Title, where the server tells it.
    pub title: Option<String>,
    /// Whether the user is active.
    pub active: bool,
    /// Whether station, presence and routing status below were read (else they are simply not known).
    pub readiness_known: bool,
    /// Name of the effective station (phone), where there is one.
    pub station: Option<String>,
    /// System presence, for example `Available`.
    pub presence: Option<String>,
    /// Routing status, for example `IDLE`.
    pub routing: Option<String>,
    /// Whether the agent is on a call now.
    pub on_call: Option<bool>,
    /// Called for before, on this machine.
    pub recent: bool,
    /// Kept by the person, to be listed first.
    pub favourite: bool,
    /// When what decides whether a call can work was read (RFC 3339); none where it never was.
    pub as_of: Option<String>,
    /// What speaks against a call for this agent, in the order that matters.
    pub advice: Vec<Advice>,
}

/// Something that speaks against a call for an agent, told before Call is pressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct Advice {
    /// What it is.
    pub code: AdviceCode,
    /// Whether no call can be placed; else it would work badly.
    pub blocks: bool,
}

/// What speaks against a call for an agent, in the order that matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum AdviceCode {
    /// The user is not active.
    Inactive,
    /// There is no phone to call from.
    NoStation,
    /// The agent is on a call now.
    OnCall,
    /// The agent's phone answers by itself while nobody is there: the customer would be rung.
    AutoAnswer,
    /// The agent is away, in a break, a meal, a meeting or a training.
    Away,
    /// The agent is signed out.
    Offline,
    /// The agent's phone is a page that must be open.
    WebrtcPhone,
}

/// How far the typed text is from a number that can be dialled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum Verdict {
    /// Nothing typed yet.
    Empty,
    /// Can be dialled.
    Valid,
    /// Not in use in that country's plan: Call asks once.
    Possible,
    /// Cannot be dialled.
    Impossible,
}

/// What kind of number is dialled.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum NumberKind {
    /// A number of the public network.
    #[default]
    E164,
    /// An extension of the organisation.
    Extension,
}

/// *typed → will dial*.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct NumberPreview {
    /// As typed.
    pub typed: String,
    /// The verdict.
    pub verdict: Verdict,
    /// What kind of number will be dialled.
    pub kind: NumberKind,
    /// The number that will be dialled: E.164, or the digits of an extension where `kind` says so.
    pub e164: Option<String>,
    /// The same, spaced for people.
    pub display: Option<String>,
    /// ISO 3166 code of the country it belongs to (none for non-geographic numbers).
    pub country: Option<String>,
    /// An extension that was typed; kept, not dialled.
    pub extension: Option<String>,
    /// Why not, or the warning.
    pub problem: Option<Problem>,
    /// The numbers of a text that is none by itself, to choose from.
    pub candidates: Vec<NumberCandidate>,
    /// Time zones of the number's region (IANA names), from west to east; none where they are not known.
    pub time_zones: Vec<String>,
}

/// A number in a text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct NumberCandidate {
    /// As it stands in the text; read again it gives this number.
    pub text: String,
    /// The number that would be dialled.
    pub e164: String,
    /// The same, spaced for people.
    pub display: String,
    /// ISO 3166 code of the country it belongs to.
    pub country: Option<String>,
}

/// A press of Call.
#[derive(Debug, Clone, Deserialize, TS)]
#[ts(export)]
pub struct PlaceRequest {
    /// Minted where Call was pressed (UUID v7).
    pub id: AttemptId,
    /// The profile that was on screen.
    pub profile_id: String,
    /// The agent that was on screen.
    pub agent_id: String,
    /// As typed.
    pub typed: String,
    /// The country numbers without `+` were read with.
    pub country: String,
    /// The number that was shown, an extension of the organisation included; another one is not dialled.
    pub e164: String,
    /// The person has confirmed the warning of a *possible* number.
    pub confirmed: bool,
    /// What the person was asked about another call (the `again_…` questions), and said yes to.
    pub again: Vec<Confirmed>,
    /// How the number came in.
    pub via: Via,
    /// What was on screen beside the number.
    pub options: CallOptions,
}

/// A question about another call that was answered with yes. It is a yes to that reason and that attempt only.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct Confirmed {
    /// Which of the `again_…` questions.
    pub code: ProblemCode,
    /// The attempt that it was about; the question tells it as `attempt_id`.
    pub attempt_id: AttemptId,
}

impl Confirmed {
    /// The yes to `question`; none where it asks about no other call.
    pub fn of(question: &Problem) -> Option<Self> {
        let asks = matches!(
            question.code,
            ProblemCode::AgainLive | ProblemCode::AgainUnknown | ProblemCode::AgainSameNumber
        );
        let attempt_id = question.params.get("attempt_id").filter(|_| asks)?;
        Some(Self {
            code: question.code,
            attempt_id: AttemptId(attempt_id.parse().ok()?),
        })
    }
}
