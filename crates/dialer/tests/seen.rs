//! From everything seen of a call to its state: repetition, order and delay make no difference.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use dialer::attempt::CallState;
use dialer::track::{Seen, read};
use genesys_cloud::{CallSnapshot, LegState, Participant};
use jiff::Timestamp;
use proptest::prelude::*;

const AGENT: &str = "a-1";

/// What happens to a call next.
#[derive(Debug, Clone, Copy)]
enum Step {
    /// A new leg of the agent (`true`) or of the far end.
    Leg(bool),
    /// A leg moves on.
    Moves(prop::sample::Index),
    /// A leg ends.
    Ends(prop::sample::Index),
}

fn any_step() -> impl Strategy<Value = Step> {
    prop_oneof![
        1 => any::<bool>().prop_map(Step::Leg),
        3 => any::<prop::sample::Index>().prop_map(Step::Moves),
        1 => any::<prop::sample::Index>().prop_map(Step::Ends),
    ]
}

/// Every look of one call, oldest first; each differs from the one before. The server may leave all
/// times out.
fn looks(steps: &[Step], with_times: bool) -> Vec<CallSnapshot> {
    let mut legs = vec![new_leg(true, 0)];
    let mut looks = vec![snapshot(&legs, with_times)];
    for (second, step) in (1..).zip(steps) {
        match step {
            Step::Leg(agent) => legs.push(new_leg(*agent, second)),
            Step::Moves(index) => advance(index.get_mut(&mut legs), second),
            Step::Ends(index) => end(index.get_mut(&mut legs), second),
        }
        let look = snapshot(&legs, with_times);
        if looks.last() != Some(&look) {
            looks.push(look);
        }
    }
    looks
}

fn at(second: i64) -> Option<Timestamp> {
    Some(Timestamp::new(1_800_000_000 + second, 0).unwrap())
}

fn new_leg(agent: bool, second: i64) -> Participant {
    Participant {
        purpose: Some(if agent { "user" } else { "external" }.to_owned()),
        user_id: agent.then(|| AGENT.to_owned()),
        state: Some(LegState::Contacting),
        start_time: at(second),
        ..Participant::default()
    }
}

fn advance(leg: &mut Participant, second: i64) {
    match leg.state {
        Some(LegState::Contacting) => {
            leg.state = Some(LegState::Connected);
            leg.connected_time = at(second);
        }
        Some(LegState::Connected) => end(leg, second),
        Some(LegState::Disconnected) => leg.state = Some(LegState::Terminated),
        _ => {}
    }
}

fn end(leg: &mut Participant, second: i64) {
    if leg.end_time.is_none() {
        leg.state = Some(LegState::Disconnected);
        leg.end_time = at(second);
        leg.disconnect_type = Some("endpoint".to_owned());
    }
}

fn snapshot(legs: &[Participant], with_times: bool) -> CallSnapshot {
    let mut participants = legs.to_vec();
    if !with_times {
        for leg in &mut participants {
            leg.start_time = None;
            leg.connected_time = None;
            leg.end_time = None;
        }
    }
    CallSnapshot {
        id: Some("c-1".to_owned()),
        participants,
    }
}

fn lives(look: &CallSnapshot) -> bool {
    let over = |leg: &Participant| leg.state.as_ref().is_some_and(LegState::is_over);
    look.participants.iter().any(|leg| !over(leg))
}

fn heard(looks: &[CallSnapshot], order: &[prop::sample::Index]) -> Seen {
    let mut seen = Seen::default();
    for index in order {
        seen.hear(index.get(looks).clone());
    }
    seen
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 10_000, ..ProptestConfig::default() })]

    /// With the newest snapshot among them, whatever else came, how often and when.
    #[test]
    fn any_order_and_repetition_with_the_newest_gives_one_state(
        steps in prop::collection::vec(any_step(), 0..12),
        with_times in any::<bool>(),
        before in prop::collection::vec(any::<prop::sample::Index>(), 0..12),
        after in prop::collection::vec(any::<prop::sample::Index>(), 0..12),
    ) {
        let looks = looks(&steps, with_times);
        let newest = looks.last().unwrap();
        let mut seen = heard(&looks, &before);
        seen.hear(newest.clone());
        for index in &after {
            prop_assert!(!seen.hear(index.get(&looks).clone()), "nothing is news any more");
        }
        prop_assert_eq!(seen.reading(AGENT), Some(read(newest, AGENT)));
    }

    /// Without it, an earlier look decides, and never one that was not among them; the next read
    /// closes the gap, also where late ones arrive while it is on its way.
    #[test]
    fn without_the_newest_an_earlier_state_that_the_next_read_closes(
        steps in prop::collection::vec(any_step(), 1..12),
        with_times in any::<bool>(),
        order in prop::collection::vec(any::<prop::sample::Index>(), 1..12),
        late in prop::collection::vec(any::<prop::sample::Index>(), 0..6),
    ) {
        let looks = looks(&steps, with_times);
        let earlier = &looks[..looks.len().max(2) - 1];
        let mut seen = heard(earlier, &order);
        let place = order.iter().map(|index| index.index(earlier.len())).max().unwrap();
        prop_assert_eq!(seen.newest(), Some(&earlier[place]));
        let began = seen.moment();
        for index in &late {
            seen.hear(index.get(earlier).clone());
        }
        let newest = looks.last().unwrap();
        seen.read(newest.clone(), began);
        prop_assert_eq!(seen.reading(AGENT), Some(read(newest, AGENT)));
    }

    /// A call is over only when no leg lives in the newest look, whatever older ones say.
    #[test]
    fn ended_only_when_no_leg_lives_in_the_newest(
        steps in prop::collection::vec(any_step(), 0..12),
        with_times in any::<bool>(),
        order in prop::collection::vec(any::<prop::sample::Index>(), 1..12),
    ) {
        let looks = looks(&steps, with_times);
        let seen = heard(&looks, &order);
        let place = order.iter().map(|index| index.index(looks.len())).max().unwrap();
        let ended = seen.reading(AGENT).unwrap().state == CallState::Ended;
        prop_assert_eq!(ended, !lives(&looks[place]));
    }
}

#[test]
fn a_read_is_believed_unless_something_newer_was_heard_meanwhile() {
    let steps = [Step::Leg(false), Step::Leg(false)];
    let looks = looks(&steps, true);
    let mut seen = Seen::default();
    seen.hear(looks[2].clone());
    // Nothing was heard since it began: the server says now what is true.
    let began = seen.moment();
    assert!(seen.read(looks[1].clone(), began));
    assert_eq!(seen.newest(), Some(&looks[1]));
    // The answer was on its way when something newer was heard.
    let began = seen.moment();
    assert!(seen.hear(looks[2].clone()));
    assert!(!seen.read(looks[1].clone(), began));
    assert_eq!(seen.newest(), Some(&looks[2]));
}
