//! The objects that `--json` prints, with the words of the domain. docs/command-line.md documents
//! every field; what is there stays there.

use dialer::attempt::{CallState, EndReason, Outcome, Via};
use dialer::problem::Problem;
use dialer::view::{
    AgentView, AttemptView, DialectName, ImportView, NumberKind, NumberPreview, ProfileView,
    SecretPlace, Settling, SignIn, Verdict,
};
use serde::Serialize;

/// One attempt: the result of `call`, `follow` and `hangup`, and a row of `history`.
#[derive(Debug, Serialize)]
pub(crate) struct AttemptObject<'a> {
    id: String,
    outcome: Outcome,
    call_state: Option<CallState>,
    end_reason: Option<EndReason>,
    conversation_id: Option<&'a str>,
    agent_id: &'a str,
    agent_name: &'a str,
    typed: &'a str,
    e164: &'a str,
    kind: NumberKind,
    profile: Option<&'a str>,
    placed_by: &'a str,
    via: Via,
    created_at: &'a str,
    outcome_at: Option<&'a str>,
    connected_at: Option<&'a str>,
    ended_at: Option<&'a str>,
    talk_ms: Option<i64>,
    settling: Option<&'a Settling>,
    note: Option<&'a str>,
    problem: Option<&'a Problem>,
}

impl<'a> AttemptObject<'a> {
    pub(crate) fn of(attempt: &'a AttemptView) -> Self {
        Self {
            id: attempt.id.to_string(),
            outcome: attempt.outcome,
            call_state: attempt.call_state,
            end_reason: attempt.end_reason,
            conversation_id: attempt.conversation_id.as_deref(),
            agent_id: &attempt.agent_id,
            agent_name: &attempt.agent_name,
            typed: &attempt.typed,
            e164: &attempt.e164,
            kind: attempt.kind,
            profile: attempt
                .profile
                .as_ref()
                .map(|profile| profile.name.as_str()),
            placed_by: &attempt.placed_by,
            via: attempt.via,
            created_at: &attempt.created_at,
            outcome_at: attempt.outcome_at.as_deref(),
            connected_at: attempt.connected_at.as_deref(),
            ended_at: attempt.ended_at.as_deref(),
            talk_ms: attempt.talk_ms,
            settling: attempt.settling.as_ref(),
            note: attempt.note.as_deref(),
            problem: attempt.problem.as_ref(),
        }
    }
}

/// The rows of `history`.
#[derive(Debug, Serialize)]
pub(crate) struct HistoryObject<'a> {
    pub(crate) attempts: Vec<AttemptObject<'a>>,
    /// Whether the limit left older ones out.
    pub(crate) more: bool,
}

/// One agent of `agents find`.
#[derive(Debug, Serialize)]
pub(crate) struct AgentObject<'a> {
    id: &'a str,
    name: &'a str,
    email: &'a str,
    title: Option<&'a str>,
    active: bool,
    station: Option<&'a str>,
    presence: Option<&'a str>,
    on_call: Option<bool>,
    advice: Vec<serde_json::Value>,
}

impl<'a> From<&'a AgentView> for AgentObject<'a> {
    fn from(agent: &'a AgentView) -> Self {
        let advice = agent.advice.iter();
        Self {
            id: &agent.id,
            name: &agent.name,
            email: &agent.email,
            title: agent.title.as_deref(),
            active: agent.active,
            station: agent.station.as_deref(),
            presence: agent.presence.as_deref(),
            on_call: agent.on_call,
            advice: advice
                .map(|advice| serde_json::json!({"code": advice.code, "blocks": advice.blocks}))
                .collect(),
        }
    }
}

/// What `agents find` found.
#[derive(Debug, Serialize)]
pub(crate) struct AgentsObject<'a> {
    pub(crate) agents: Vec<AgentObject<'a>>,
}

/// One connection. Where its secret is, is told; never the secret.
#[derive(Debug, Serialize)]
pub(crate) struct ProfileObject<'a> {
    id: &'a str,
    name: &'a str,
    active: bool,
    sandbox: bool,
    region: Option<&'a str>,
    api_url: Option<&'a str>,
    login_url: Option<&'a str>,
    client_id: &'a str,
    dialect: DialectName,
    sign_in: SignIn,
    user: Option<&'a str>,
    secret: SecretPlace,
}

impl<'a> From<&'a ProfileView> for ProfileObject<'a> {
    fn from(profile: &'a ProfileView) -> Self {
        let hosts = profile.hosts.as_ref();
        Self {
            id: &profile.id,
            name: &profile.name,
            active: profile.active,
            sandbox: profile.sandbox,
            region: profile.region.as_deref(),
            api_url: hosts.map(|hosts| hosts.api_url.as_str()),
            login_url: hosts.map(|hosts| hosts.login_url.as_str()),
            client_id: &profile.client_id,
            dialect: profile.dialect,
            sign_in: profile.sign_in,
            user: profile.user.as_ref().map(|user| user.email.as_str()),
            secret: profile.secret,
        }
    }
}

/// What `profile import` took over.
#[derive(Debug, Serialize)]
pub(crate) struct ImportObject<'a> {
    profile: ProfileObject<'a>,
    agent: Option<&'a str>,
    number: Option<&'a str>,
    problem: Option<&'a Problem>,
}

impl<'a> From<&'a ImportView> for ImportObject<'a> {
    fn from(import: &'a ImportView) -> Self {
        Self {
            profile: (&import.profile).into(),
            agent: import.agent_email.as_deref(),
            number: import.number.as_deref(),
            problem: import.agent_problem.as_ref(),
        }
    }
}

/// What `profile list` lists.
#[derive(Debug, Serialize)]
pub(crate) struct ProfilesObject<'a> {
    pub(crate) profiles: Vec<ProfileObject<'a>>,
}

/// *typed → will dial*, for `number`.
#[derive(Debug, Serialize)]
pub(crate) struct NumberObject<'a> {
    /// The country that the text was read with.
    country: &'a str,
    typed: &'a str,
    /// None where nothing was typed or the line could not be read.
    verdict: Option<Verdict>,
    e164: Option<&'a str>,
    display: Option<&'a str>,
    /// The country that the number belongs to.
    belongs_to: Option<&'a str>,
    extension: Option<&'a str>,
    problem: Option<&'a Problem>,
}

impl<'a> NumberObject<'a> {
    pub(crate) fn of(preview: &'a NumberPreview, country: &'a str) -> Self {
        Self {
            country,
            typed: &preview.typed,
            verdict: Some(preview.verdict).filter(|verdict| *verdict != Verdict::Empty),
            e164: preview.e164.as_deref(),
            display: preview.display.as_deref(),
            belongs_to: preview.country.as_deref(),
            extension: preview.extension.as_deref(),
            problem: preview.problem.as_ref(),
        }
    }

    /// A line that could not be read.
    pub(crate) fn unread(country: &'a str, typed: &'a str, problem: &'a Problem) -> Self {
        Self {
            country,
            typed,
            verdict: None,
            e164: None,
            display: None,
            belongs_to: None,
            extension: None,
            problem: Some(problem),
        }
    }
}
