//! Whether a call can be the one that an attempt asked for.

use std::time::Duration;

use genesys_cloud::{ATTEMPT_ID_ATTRIBUTE, CallSnapshot, FoundCall, LegState};
use jiff::Timestamp;

use crate::log::Attempt;
use crate::number::Dialled;

/// How far the clocks of server and computer may be apart.
pub(super) const SKEW: Duration = Duration::from_secs(120);

/// How long after its press a request can still have reached the server.
pub(super) const ON_ITS_WAY: Duration = Duration::from_secs(60);

/// What a look at a call says about an attempt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Match {
    /// It carries the attempt's id.
    Certain,
    /// Agent, number and time fit, and all that could still tell has been told.
    Fits,
    /// They fit so far. The id is told only once the far end is dialled.
    MayFit,
    /// It is another call.
    Not,
}

/// Compares a whole call.
pub(super) fn of_snapshot(call: &CallSnapshot, attempt: &Attempt) -> Match {
    if let Some(id) = call.attribute(ATTEMPT_ID_ATTRIBUTE) {
        return if id.eq_ignore_ascii_case(&attempt.id.to_string()) {
            Match::Certain
        } else {
            Match::Not
        };
    }
    let mut called = call.called().into_iter();
    let fits = call.has_agent(&attempt.agent_id)
        && called.any(|address| is_of(address, &attempt.number))
        && call.started().is_none_or(|at| is_in_time(at, attempt));
    if !fits {
        return Match::Not;
    }
    let told = call.participants.iter().any(|leg| leg.is_far_end())
        || call
            .participants
            .iter()
            .all(|leg| leg.end_time.is_some() || leg.state.as_ref().is_some_and(LegState::is_over));
    if told { Match::Fits } else { Match::MayFit }
}

/// Compares what a search told of a call; it never tells the id.
pub(super) fn of_found(call: &FoundCall, attempt: &Attempt) -> Match {
    let mut called = call.called.iter();
    let number_fits =
        call.called.is_empty() || called.any(|address| is_of(address, &attempt.number));
    let at = call.started.or(call.active_since);
    if number_fits && at.is_none_or(|at| is_in_time(at, attempt)) {
        Match::MayFit
    } else {
        Match::Not
    }
}

/// Whether an address, without its scheme, is what was dialled. An exchange gives its extensions a host.
fn is_of(address: &str, number: &Dialled) -> bool {
    let of_extension = || {
        address
            .split_once('@')
            .is_some_and(|(user, _)| user == number.as_str())
    };
    address == number.as_str() || (matches!(number, Dialled::Extension(_)) && of_extension())
}

/// When the request left, as far as that is known.
pub(super) fn left_at(attempt: &Attempt) -> Timestamp {
    attempt.sending_at.unwrap_or(attempt.created_at)
}

fn is_in_time(at: Timestamp, attempt: &Attempt) -> bool {
    let left = left_at(attempt);
    let from = left.saturating_sub(SKEW).unwrap_or(left);
    let until = left.saturating_add(SKEW + ON_ITS_WAY).unwrap_or(left);
    (from..=until).contains(&at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::attempt::{AttemptId, Outcome, Via};
    use genesys_cloud::Participant;

    fn at(second: i64) -> Timestamp {
        Timestamp::new(1_800_000_000 + second, 0).unwrap()
    }

    fn attempt() -> Attempt {
        Attempt {
            seq: 1,
            id: AttemptId::mint(),
            profile_id: "p".into(),
            owner: "o".into(),
            placed_by: "x@y".into(),
            version: "0".into(),
            via: Via::Typed,
            typed: "+1 415 555 2671".into(),
            number: Dialled::parse("+14155552671").unwrap(),
            agent_id: "a-1".into(),
            agent_name: "Alex Kim".into(),
            caller_id: None,
            queue_id: None,
            outcome: Outcome::Unknown,
            conversation_id: None,
            call_state: None,
            end_reason: None,
            problem: None,
            note: None,
            created_at: at(0),
            sending_at: Some(at(1)),
            outcome_at: Some(at(20)),
            connected_at: None,
            ended_at: None,
            hung_up_at: None,
            settled: None,
        }
    }

    fn agent_leg() -> Participant {
        Participant {
            purpose: Some("user".into()),
            user_id: Some("A-1".into()),
            direction: Some("outbound".into()),
            dnis: Some("tel:+14155552671".into()),
            state: Some(LegState::Alerting),
            start_time: Some(at(1)),
            ..Participant::default()
        }
    }

    fn far_end() -> Participant {
        Participant {
            purpose: Some("external".into()),
            address: Some("tel:+14155552671;x=1".into()),
            state: Some(LegState::Dialing),
            start_time: Some(at(3)),
            ..Participant::default()
        }
    }

    fn call(participants: Vec<Participant>) -> CallSnapshot {
        CallSnapshot {
            id: Some("c-1".into()),
            participants,
        }
    }

    #[test]
    fn the_attempt_id_decides_where_it_is_told() {
        let attempt = attempt();
        let mut far = far_end();
        far.attributes
            .insert(ATTEMPT_ID_ATTRIBUTE.into(), attempt.id.to_string());
        let ours = call(vec![agent_leg(), far.clone()]);
        assert_eq!(of_snapshot(&ours, &attempt), Match::Certain);
        far.attributes
            .insert(ATTEMPT_ID_ATTRIBUTE.into(), AttemptId::mint().to_string());
        let other = call(vec![agent_leg(), far]);
        assert_eq!(of_snapshot(&other, &attempt), Match::Not);
    }

    #[test]
    fn without_it_agent_number_and_time_have_to_fit() {
        let attempt = attempt();
        assert_eq!(
            of_snapshot(&call(vec![agent_leg()]), &attempt),
            Match::MayFit
        );
        let dialled = call(vec![agent_leg(), far_end()]);
        assert_eq!(of_snapshot(&dialled, &attempt), Match::Fits);
        let mut over = agent_leg();
        over.end_time = Some(at(60));
        assert_eq!(of_snapshot(&call(vec![over]), &attempt), Match::Fits);

        let mut other_agent = agent_leg();
        other_agent.user_id = Some("a-2".into());
        let mut other_number = agent_leg();
        other_number.dnis = Some("tel:+14155552672".into());
        let mut too_late = agent_leg();
        too_late.start_time = Some(at(600));
        let mut too_early = agent_leg();
        too_early.start_time = Some(at(-600));
        for leg in [other_agent, other_number, too_late, too_early] {
            assert_eq!(of_snapshot(&call(vec![leg]), &attempt), Match::Not);
        }
    }

    #[test]
    fn an_extension_is_known_with_and_without_a_host() {
        let mut attempt = attempt();
        attempt.number = Dialled::parse("4711").unwrap();
        for (address, fits) in [
            ("4711", true),
            ("tel:4711", true),
            ("sip:4711@edge.example.com;user=phone", true),
            ("sip:4712@edge.example.com", false),
            ("sip:edge@4711", false),
            ("tel:+4711", false),
            ("tel:+4930124711", false),
        ] {
            let mut leg = agent_leg();
            leg.dnis = Some(address.into());
            let seen = of_snapshot(&call(vec![leg]), &attempt);
            let expected = if fits { Match::MayFit } else { Match::Not };
            assert_eq!(seen, expected, "{address}");
        }
        // A number is itself only.
        attempt.number = Dialled::parse("+14155552671").unwrap();
        let mut leg = agent_leg();
        leg.dnis = Some("sip:+14155552671@edge.example.com".into());
        assert_eq!(of_snapshot(&call(vec![leg]), &attempt), Match::Not);
    }

    #[test]
    fn a_search_tells_less() {
        let attempt = attempt();
        let mut found = FoundCall {
            conversation_id: "c-1".into(),
            started: Some(at(2)),
            called: ["+14155552671".to_owned()].into(),
            ..FoundCall::default()
        };
        assert_eq!(of_found(&found, &attempt), Match::MayFit);
        found.called = ["+4930123456".to_owned()].into();
        assert_eq!(of_found(&found, &attempt), Match::Not);
        found.called.clear();
        assert_eq!(of_found(&found, &attempt), Match::MayFit);
        found.started = Some(at(1000));
        assert_eq!(of_found(&found, &attempt), Match::Not);
    }
}
