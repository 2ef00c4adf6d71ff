//! From a snapshot of a call to its state: a pure function.
//!
//! A snapshot lists legs. Old legs stay in it, and one party can have several, so the newest leg
//! that is not over speaks for its party, never the first one.

use genesys_cloud::{CallSnapshot, LegState, Participant};
use jiff::Timestamp;

use crate::attempt::{CallState, EndReason};

/// What one snapshot tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// Where the call is.
    pub state: CallState,
    /// How it ended, once it has.
    pub end_reason: Option<EndReason>,
    /// Genesys Cloud's own disconnect type, of the leg that tells most.
    pub disconnect_type: Option<String>,
    /// Genesys Cloud's own error code, of the leg that tells most.
    pub error_code: Option<String>,
    /// When the first leg came to be, by the server's clock.
    pub began_at: Option<Timestamp>,
    /// When the far end answered, by the server's clock.
    pub connected_at: Option<Timestamp>,
    /// When the last leg ended, by the server's clock.
    pub ended_at: Option<Timestamp>,
}

/// Reads a snapshot of a call that was placed for the agent with `agent_id`.
pub fn read(snapshot: &CallSnapshot, agent_id: &str) -> Reading {
    let legs = Legs::of(snapshot, agent_id);
    let ended = legs.any && !legs.any_live;
    let telling = legs.far_end.or(legs.agent).filter(|leg| is_over(leg));
    Reading {
        state: if ended {
            CallState::Ended
        } else {
            live_state(&legs)
        },
        end_reason: ended.then(|| end_reason(&legs)),
        disconnect_type: telling.and_then(|leg| leg.disconnect_type.clone()),
        error_code: telling
            .and_then(|leg| leg.error_code.clone())
            .or_else(|| legs.agent.and_then(|leg| leg.error_code.clone())),
        began_at: snapshot
            .participants
            .iter()
            .filter_map(|leg| leg.start_time)
            .min(),
        connected_at: legs.far_end.and_then(|leg| leg.connected_time),
        ended_at: if ended { legs.last_end } else { None },
    }
}

/// The legs that matter in one snapshot.
struct Legs<'a> {
    /// The leg that speaks for the agent.
    agent: Option<&'a Participant>,
    /// The leg that speaks for the far end.
    far_end: Option<&'a Participant>,
    any: bool,
    any_live: bool,
    last_end: Option<Timestamp>,
}

impl<'a> Legs<'a> {
    fn of(snapshot: &'a CallSnapshot, agent_id: &str) -> Self {
        let legs = &snapshot.participants;
        Self {
            agent: newest(legs, |leg| is_of_agent(leg, agent_id)),
            far_end: newest(legs, |leg| leg.is_far_end() && !is_of_agent(leg, agent_id)),
            any: !legs.is_empty(),
            any_live: legs.iter().any(|leg| !is_over(leg)),
            last_end: legs.iter().filter_map(|leg| leg.end_time).max(),
        }
    }
}

fn is_of_agent(leg: &Participant, agent_id: &str) -> bool {
    match &leg.user_id {
        Some(user) => user.eq_ignore_ascii_case(agent_id),
        None => leg.is_agent(),
    }
}

fn newest(legs: &[Participant], wanted: impl Fn(&Participant) -> bool) -> Option<&Participant> {
    legs.iter()
        .enumerate()
        .filter(|(_, leg)| wanted(leg))
        .max_by_key(|(place, leg)| (!is_over(leg), leg.start_time, *place))
        .map(|(_, leg)| leg)
}

fn is_over(leg: &Participant) -> bool {
    leg.state.as_ref().is_some_and(LegState::is_over) || leg.end_time.is_some()
}

fn is_connected(leg: &Participant) -> bool {
    matches!(leg.state, Some(LegState::Connected | LegState::Parked))
}

fn has_connected(leg: &Participant) -> bool {
    leg.connected_time.is_some() || is_connected(leg)
}

fn live_state(legs: &Legs<'_>) -> CallState {
    match (legs.agent, legs.far_end) {
        (_, Some(far_end)) if has_connected(far_end) => CallState::Connected,
        (_, Some(_)) => CallState::Dialing,
        (Some(agent), None) if has_connected(agent) => CallState::Dialing,
        (Some(agent), None) if rings(agent) => CallState::RingingAgent,
        _ => CallState::Requested,
    }
}

fn rings(leg: &Participant) -> bool {
    matches!(
        leg.state,
        Some(LegState::Alerting | LegState::Contacting | LegState::Dialing | LegState::Offering)
    )
}

fn end_reason(legs: &Legs<'_>) -> EndReason {
    let Some(agent) = legs.agent.or(legs.far_end) else {
        return EndReason::Unclear;
    };
    if [legs.agent, legs.far_end]
        .into_iter()
        .flatten()
        .any(no_route)
    {
        return EndReason::NoRoute;
    }
    match legs.far_end {
        None if has_connected(agent) => match cause(agent) {
            Cause::Itself => EndReason::AgentHungUp,
            Cause::Transfer => EndReason::Transferred,
            Cause::Failure => EndReason::Network,
            _ => EndReason::Unclear,
        },
        None => match cause(agent) {
            Cause::Failure => EndReason::Network,
            // Whether it rang out or was turned down, the phone was not picked up.
            Cause::NoAnswer | Cause::Itself | Cause::Busy | Cause::Other => {
                EndReason::AgentNoAnswer
            }
            Cause::Transfer => EndReason::Transferred,
            Cause::Peer | Cause::Unknown => EndReason::Unclear,
        },
        Some(far_end) if has_connected(far_end) => talked(agent, far_end),
        Some(far_end) => not_answered(agent, far_end),
    }
}

/// Both talked: who ended it?
fn talked(agent: &Participant, far_end: &Participant) -> EndReason {
    match (cause(agent), cause(far_end)) {
        (Cause::Transfer, _) | (_, Cause::Transfer) => EndReason::Transferred,
        // Both claim it: the one that was over first has hung up.
        (Cause::Itself, Cause::Itself) => match (agent.end_time, far_end.end_time) {
            (Some(agent), Some(far_end)) if agent < far_end => EndReason::AgentHungUp,
            (Some(agent), Some(far_end)) if far_end < agent => EndReason::CustomerHungUp,
            _ => EndReason::Unclear,
        },
        (Cause::Itself, _) => EndReason::AgentHungUp,
        (_, Cause::Itself) => EndReason::CustomerHungUp,
        (Cause::Failure, _) | (_, Cause::Failure) => EndReason::Network,
        _ => EndReason::Unclear,
    }
}

/// The far end was dialled and never answered: why?
fn not_answered(agent: &Participant, far_end: &Participant) -> EndReason {
    match (cause(far_end), cause(agent)) {
        (Cause::Busy, _) => EndReason::Busy,
        (Cause::NoAnswer, _) => EndReason::NoAnswer,
        (Cause::Transfer, _) => EndReason::Transferred,
        (Cause::Failure, _) => EndReason::Network,
        (_, Cause::Itself) => EndReason::AgentHungUp,
        // The line was turned down by the far end itself.
        (Cause::Itself, _) => EndReason::Busy,
        _ => EndReason::Unclear,
    }
}

/// What a leg says about its own end.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Cause {
    /// This party hung up.
    Itself,
    /// The other party hung up.
    Peer,
    Busy,
    NoAnswer,
    Transfer,
    Failure,
    /// A disconnect type that says nothing more.
    Other,
    /// No disconnect type.
    Unknown,
}

fn cause(leg: &Participant) -> Cause {
    let code = leg
        .error_code
        .as_deref()
        .unwrap_or_default()
        .to_ascii_lowercase();
    if code.contains("busy") {
        return Cause::Busy;
    }
    if ["noanswer", "no.answer", "connection.timeout"]
        .iter()
        .any(|part| code.contains(part))
    {
        return Cause::NoAnswer;
    }
    // Disconnect types are matched by their beginning: new endings are added over time.
    let kind = leg
        .disconnect_type
        .as_deref()
        .unwrap_or_default()
        .to_ascii_lowercase();
    match kind.as_str() {
        "" if code.is_empty() => Cause::Unknown,
        kind if kind.starts_with("transfer.noanswer") => Cause::NoAnswer,
        kind if kind.starts_with("transfer") => Cause::Transfer,
        kind if kind.starts_with("endpoint") || kind.starts_with("client") => Cause::Itself,
        kind if kind.starts_with("peer") => Cause::Peer,
        kind if kind.starts_with("timeout") => Cause::NoAnswer,
        kind if kind.starts_with("transport") || kind.starts_with("error") => Cause::Failure,
        _ if !code.is_empty() => Cause::Failure,
        _ => Cause::Other,
    }
}

fn no_route(leg: &Participant) -> bool {
    leg.error_code.as_deref().is_some_and(|code| {
        let code = code.to_ascii_lowercase();
        code.contains("notreachable") || code.contains("dialplan") || code.contains("no.route")
    })
}
