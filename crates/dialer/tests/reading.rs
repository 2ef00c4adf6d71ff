//! From snapshots to call states, for every shape a snapshot can have.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use dialer::attempt::{CallState, EndReason};
use dialer::track::read;
use genesys_cloud::{CallSnapshot, LegState, Participant};
use jiff::Timestamp;
use proptest::prelude::*;

const AGENT: &str = "a-1";

fn at(second: i64) -> Timestamp {
    Timestamp::new(1_800_000_000 + second, 0).unwrap()
}

fn leg(purpose: &str, state: &str) -> Participant {
    Participant {
        purpose: Some(purpose.to_owned()),
        state: Some(LegState::read(state)),
        user_id: (purpose == "user").then(|| AGENT.to_owned()),
        start_time: Some(at(0)),
        ..Participant::default()
    }
}

fn user(state: &str) -> Participant {
    leg("user", state)
}

fn external(state: &str) -> Participant {
    leg("external", state)
}

fn over(mut leg: Participant, disconnect_type: &str, error_code: &str) -> Participant {
    leg.state = Some(LegState::Terminated);
    leg.end_time = Some(at(60));
    leg.disconnect_type = Some(disconnect_type.to_owned()).filter(|text| !text.is_empty());
    leg.error_code = Some(error_code.to_owned()).filter(|text| !text.is_empty());
    leg
}

fn talked(mut leg: Participant) -> Participant {
    leg.connected_time = Some(at(6));
    leg
}

fn snapshot(participants: &[Participant]) -> CallSnapshot {
    CallSnapshot {
        id: Some("c-1".to_owned()),
        participants: participants.to_vec(),
    }
}

fn state(participants: &[Participant]) -> CallState {
    read(&snapshot(participants), AGENT).state
}

fn reason(participants: &[Participant]) -> EndReason {
    let reading = read(&snapshot(participants), AGENT);
    assert_eq!(reading.state, CallState::Ended, "{participants:#?}");
    reading.end_reason.unwrap()
}

#[test]
fn a_call_moves_as_its_legs_do() {
    assert_eq!(state(&[]), CallState::Requested);
    assert_eq!(state(&[Participant::default()]), CallState::Requested);
    for rings in ["alerting", "contacting", "dialing", "offering"] {
        assert_eq!(state(&[user(rings)]), CallState::RingingAgent, "{rings}");
    }
    assert_eq!(state(&[user("connected")]), CallState::Dialing);
    for dials in [
        "dialing",
        "contacting",
        "alerting",
        "a state of tomorrow",
        "none",
    ] {
        assert_eq!(
            state(&[user("connected"), external(dials)]),
            CallState::Dialing,
            "{dials}"
        );
    }
    assert_eq!(
        state(&[user("connected"), external("connected")]),
        CallState::Connected
    );
    let agent = leg("agent", "connected");
    assert_eq!(
        state(&[agent, leg("customer", "connected")]),
        CallState::Connected
    );
    assert_eq!(state(&[user("none")]), CallState::Requested);
}

#[test]
fn it_has_not_ended_while_a_leg_lives() {
    let busy = over(
        external(""),
        "endpoint",
        "error.ininedgecontrol.connection.busy",
    );
    assert_eq!(state(&[user("connected"), busy]), CallState::Dialing);
    let gone = over(talked(external("")), "endpoint", "");
    assert_eq!(
        state(&[user("connected"), gone.clone()]),
        CallState::Connected
    );
    let elsewhere = Participant {
        user_id: Some("a-2".to_owned()),
        ..user("alerting")
    };
    let left = over(talked(user("")), "transfer", "");
    assert_ne!(state(&[left, gone, elsewhere]), CallState::Ended);
}

#[test]
fn the_newest_leg_that_lives_speaks_for_its_party() {
    let mut old = over(user(""), "timeout", "");
    let mut new = user("connected");
    new.start_time = Some(at(30));
    assert_eq!(state(&[old.clone(), new.clone()]), CallState::Dialing);
    assert_eq!(state(&[new.clone(), old.clone()]), CallState::Dialing);
    // Also where the one that is over says that it is younger.
    old.start_time = Some(at(50));
    assert_eq!(state(&[old, new]), CallState::Dialing);
}

#[test]
fn a_leg_with_an_end_is_over_whatever_its_state_says() {
    let mut leg = user("connected");
    leg.end_time = Some(at(5));
    assert_eq!(state(&[leg]), CallState::Ended);
}

#[test]
fn the_end_has_a_reason() {
    let connection = "error.ininedgecontrol.connection";
    let timeout = format!("{connection}.timeout");
    let no_route = format!("{connection}.dialplan.notReachable");
    let cases: Vec<(Vec<Participant>, EndReason)> = vec![
        // Both talked.
        (
            vec![
                over(talked(user("")), "peer", ""),
                over(talked(external("")), "endpoint", ""),
            ],
            EndReason::CustomerHungUp,
        ),
        (
            vec![
                over(talked(user("")), "client", ""),
                over(talked(external("")), "peer", ""),
            ],
            EndReason::AgentHungUp,
        ),
        (
            vec![
                over(talked(user("")), "transfer", ""),
                over(talked(external("")), "peer", ""),
            ],
            EndReason::Transferred,
        ),
        (
            vec![
                over(talked(user("")), "transport.failure", ""),
                over(talked(external("")), "peer", ""),
            ],
            EndReason::Network,
        ),
        (
            vec![
                over(talked(user("")), "system", ""),
                over(talked(external("")), "system", ""),
            ],
            EndReason::Unclear,
        ),
        (
            vec![
                over(talked(user("")), "", ""),
                over(talked(external("")), "", ""),
            ],
            EndReason::Unclear,
        ),
        // The far end was dialled.
        (
            vec![
                over(talked(user("")), "peer", ""),
                over(external(""), "endpoint", &format!("{connection}.busy")),
            ],
            EndReason::Busy,
        ),
        (
            vec![
                over(talked(user("")), "peer", ""),
                over(external(""), "timeout", ""),
            ],
            EndReason::NoAnswer,
        ),
        (
            vec![
                over(talked(user("")), "client", ""),
                over(external(""), "peer", ""),
            ],
            EndReason::AgentHungUp,
        ),
        (
            vec![
                over(talked(user("")), "peer", ""),
                over(external(""), "error", &no_route),
            ],
            EndReason::NoRoute,
        ),
        // Only the agent's phone rang.
        (
            vec![over(user(""), "error", &timeout)],
            EndReason::AgentNoAnswer,
        ),
        (
            vec![over(user(""), "endpoint", "")],
            EndReason::AgentNoAnswer,
        ),
        (
            vec![over(user(""), "transfer.noanswer", "")],
            EndReason::AgentNoAnswer,
        ),
        (vec![over(user(""), "error", &no_route)], EndReason::NoRoute),
        (
            vec![over(talked(user("")), "client", "")],
            EndReason::AgentHungUp,
        ),
        (vec![over(user(""), "", "")], EndReason::Unclear),
        (vec![over(leg("acd", ""), "peer", "")], EndReason::Unclear),
    ];
    for (legs, expected) in cases {
        assert_eq!(reason(&legs), expected, "{legs:#?}");
    }
}

#[test]
fn where_both_claim_to_have_hung_up_the_first_one_has() {
    let mut agent = over(talked(user("")), "client", "");
    let mut customer = over(talked(external("")), "endpoint", "");
    agent.end_time = Some(at(40));
    customer.end_time = Some(at(41));
    assert_eq!(
        reason(&[agent.clone(), customer.clone()]),
        EndReason::AgentHungUp
    );
    customer.end_time = Some(at(39));
    assert_eq!(
        reason(&[agent.clone(), customer.clone()]),
        EndReason::CustomerHungUp
    );
    customer.end_time = agent.end_time;
    assert_eq!(reason(&[agent, customer]), EndReason::Unclear);
}

#[test]
fn raw_words_and_times_are_kept() {
    let agent = over(talked(user("")), "peer", "");
    let mut customer = over(talked(external("")), "endpoint", "some.code");
    customer.end_time = Some(at(59));
    let reading = read(&snapshot(&[agent, customer]), AGENT);
    assert_eq!(reading.disconnect_type.as_deref(), Some("endpoint"));
    assert_eq!(reading.error_code.as_deref(), Some("some.code"));
    assert_eq!(reading.began_at, Some(at(0)));
    assert_eq!(reading.connected_at, Some(at(6)));
    assert_eq!(reading.ended_at, Some(at(60)), "the last leg");
}

fn any_leg() -> impl Strategy<Value = Participant> {
    let purpose = prop::option::of(prop::sample::select(vec![
        "user",
        "agent",
        "external",
        "customer",
        "acd",
        "ivr",
        "voicemail",
        "",
        "new",
    ]));
    let state = prop::option::of(prop::sample::select(vec![
        "alerting",
        "dialing",
        "contacting",
        "offering",
        "connected",
        "disconnected",
        "terminated",
        "none",
        "parked",
        "new",
    ]));
    let kind = prop::option::of(prop::sample::select(vec![
        "endpoint",
        "client",
        "peer",
        "system",
        "timeout",
        "transfer.consult",
        "error",
        "new",
    ]));
    let times = (
        prop::option::of(0..9_i64),
        prop::option::of(0..9_i64),
        prop::option::of(0..9_i64),
    );
    let user = prop::option::of(prop::sample::select(vec![AGENT, "a-2"]));
    (purpose, state, kind, times, user).prop_map(|(purpose, state, kind, times, user)| {
        let (start, connected, end) = times;
        Participant {
            purpose: purpose.map(str::to_owned),
            state: state.map(LegState::read),
            disconnect_type: kind.map(str::to_owned),
            user_id: user.map(str::to_owned),
            start_time: start.map(at),
            connected_time: connected.map(at),
            end_time: end.map(at),
            ..Participant::default()
        }
    })
}

proptest! {
    /// Whatever a server sends: an end has a reason, and only an end has one; it has ended exactly
    /// when there were legs and none lives.
    #[test]
    fn any_snapshot_is_read(legs in prop::collection::vec(any_leg(), 0..6)) {
        let reading = read(&snapshot(&legs), AGENT);
        let ended = reading.state == CallState::Ended;
        prop_assert_eq!(ended, reading.end_reason.is_some());
        prop_assert!(ended || reading.ended_at.is_none());
        let lives = |leg: &Participant| {
            leg.end_time.is_none() && !leg.state.as_ref().is_some_and(LegState::is_over)
        };
        prop_assert_eq!(ended, !legs.is_empty() && !legs.iter().any(lives));
    }

    /// The order of the legs in a snapshot says nothing where their times tell them apart.
    #[test]
    fn the_order_of_legs_does_not_matter(
        legs in prop::collection::vec(any_leg(), 0..6),
        rotate in 0..6_usize,
    ) {
        let mut legs = legs;
        for (place, leg) in (0_i64..).zip(legs.iter_mut()) {
            leg.start_time = Some(at(place));
        }
        let before = read(&snapshot(&legs), AGENT);
        let middle = rotate % legs.len().max(1);
        legs.rotate_left(middle);
        prop_assert_eq!(before, read(&snapshot(&legs), AGENT));
    }
}
