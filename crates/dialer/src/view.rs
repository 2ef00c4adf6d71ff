//! View models: what crosses to the page (and later to `--json`). The page derives no domain state.
//!
//! Times are RFC 3339 in UTC; lengths of time are milliseconds.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::attempt::{AttemptId, CallState, EndReason, Outcome, Via};
use crate::problem::Problem;

/// Everything the page needs when it loads.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(export)]
pub struct StartView {
    /// The connection in use; none before the first run is done.
    pub profile: Option<ProfileView>,
    /// The regions that can be chosen.
    pub regions: Vec<RegionView>,
    /// ISO 3166 codes of the countries a number can belong to.
    pub countries: Vec<String>,
    /// Country for numbers typed without `+`.
    pub default_country: String,
    /// The agent called for last.
    pub agent: Option<AgentView>,
    /// Calls that have not ended, newest first.
    pub live: Vec<AttemptView>,
    /// Things the user should know since the last start.
    pub notices: Vec<Problem>,
    /// What `RINGFOR_API_URL` and `RINGFOR_LOGIN_URL` ask for, for the first profile.
    pub suggested_hosts: Option<HostsView>,
    /// Version of the app.
    pub version: String,
    /// Where data is kept.
    pub data_dir: String,
}

/// Explicit hosts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct HostsView {
    /// Base of the API, for example `https://api.mypurecloud.com`.
    pub api_url: String,
    /// Base of the token host, for example `https://login.mypurecloud.com`.
    pub login_url: String,
}

/// One region.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(export)]
pub struct RegionView {
    /// Domain, for example `mypurecloud.com`.
    pub domain: String,
    /// AWS name, for example `us-east-1`.
    pub aws: String,
}

/// How a server wants to be spoken to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum DialectName {
    /// The published API.
    Platform,
    /// The first tutorial's shapes.
    Participants,
    /// The second tutorial's shapes.
    FromTo,
}

/// Where the secret of a profile is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum SecretPlace {
    /// In the keyring of the operating system.
    Keyring,
    /// In memory, until Ringfor is closed.
    ThisRun,
    /// Nowhere.
    Missing,
    /// The sandbox needs none.
    NotNeeded,
}

/// One connection.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(export)]
pub struct ProfileView {
    /// Our id.
    pub id: String,
    /// Shown name.
    pub name: String,
    /// Whether it is the sandbox that ships with the app.
    pub sandbox: bool,
    /// Domain of the region, where one is used.
    pub region: Option<String>,
    /// Explicit hosts, where those are used.
    pub hosts: Option<HostsView>,
    /// OAuth client id.
    pub client_id: String,
    /// How the server wants to be spoken to.
    pub dialect: DialectName,
    /// Where the secret is.
    pub secret: SecretPlace,
    /// Whether agents can be found by the first letters (else the whole e-mail is typed).
    pub type_ahead: bool,
    /// Caller id for new calls.
    pub caller_id: Option<String>,
    /// Queue for new calls.
    pub queue_id: Option<String>,
}

/// What Settings sends to make or change the connection. The secret travels beside it, once.
#[derive(Debug, Clone, Deserialize, TS)]
#[ts(export)]
pub struct ProfileForm {
    /// The profile to change; none makes a new one.
    pub id: Option<String>,
    /// Shown name; empty takes the region's.
    pub name: String,
    /// Domain of a region; none with explicit hosts.
    pub region: Option<String>,
    /// Explicit base of the API.
    pub api_url: Option<String>,
    /// Explicit base of the token host.
    pub login_url: Option<String>,
    /// OAuth client id.
    pub client_id: String,
    /// How the server wants to be spoken to.
    pub dialect: DialectName,
    /// Keep the secret in memory for this run only (offered where there is no keyring).
    pub this_run_only: bool,
    /// Caller id for new calls.
    pub caller_id: Option<String>,
    /// Queue for new calls.
    pub queue_id: Option<String>,
}

/// One step of *Check connection*.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(export)]
pub struct CheckStep {
    /// `token` or `look_up`.
    pub step: String,
    /// What went wrong; none where it worked.
    pub problem: Option<Problem>,
}

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

/// *typed → will dial*.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct NumberPreview {
    /// As typed.
    pub typed: String,
    /// The verdict.
    pub verdict: Verdict,
    /// The E.164 number that will be dialled.
    pub e164: Option<String>,
    /// The same, spaced for people.
    pub display: Option<String>,
    /// ISO 3166 code of the country it belongs to (none for non-geographic numbers).
    pub country: Option<String>,
    /// An extension that was typed; kept, not dialled.
    pub extension: Option<String>,
    /// Why not, or the warning.
    pub problem: Option<Problem>,
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
    /// The number that was shown; another one is not dialled.
    pub e164: String,
    /// The person has confirmed the warning of a *possible* number.
    pub confirmed: bool,
    /// How the number came in.
    pub via: Via,
}

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
    /// Genesys Cloud user id of the agent.
    pub agent_id: String,
    /// The agent's name at that time.
    pub agent_name: String,
    /// As typed.
    pub typed: String,
    /// The number dialled.
    pub e164: String,
    /// The same, spaced for people.
    pub display: String,
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
    /// Words or digits to find in name, number or typed text; empty finds all.
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
        attempt: AttemptView,
    },
    /// Something the user should know.
    Notice {
        /// What.
        problem: Problem,
    },
}
