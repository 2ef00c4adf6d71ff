//! Whether a call can be the one that an attempt asked for.

use std::time::Duration;

use genesys_cloud::{ATTEMPT_ID_ATTRIBUTE, CallSnapshot, FoundCall, LegState, plain_address};
use jiff::Timestamp;

use crate::log::Attempt;
use crate::number::Dialled;

/// How far the times of a call may be from those of the request for it to be taken for that call.
pub(super) const SKEW: Duration = Duration::from_secs(120);

/// How long after its press a request can still have reached the server.
pub(super) const ON_ITS_WAY: Duration = Duration::from_secs(60);

/// How far the clock of this computer may be wrong for a search to tell that there is no call.
pub(super) const BOUND: Duration = Duration::from_secs(900);

/// What a look at a call says about an attempt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Match {
    /// It carries the attempt's id.
    Certain,
    /// Agent, number and time fit, and all that could still tell has been told.
    Fits,
    /// They fit so far. The id is told only once the far end is dialled.
    MayFit,
    /// It cannot be told: a number or a time is missing, or the time is right only by a wrong clock.
    Unsure,
    /// It is another call.
    Not,
}

/// The call that is looked for.
#[derive(Debug)]
pub(super) struct Wanted {
    id: String,
    agent_id: String,
    number: Dialled,
    /// When the request left, by the server's clock as far as that is known.
    left: Timestamp,
    /// The request named the attempt's id, so the far end of its call does.
    names_id: bool,
}

impl Wanted {
    pub(super) fn new(attempt: &Attempt, names_id: bool, left: Timestamp) -> Self {
        Self {
            id: attempt.id.to_string(),
            agent_id: attempt.agent_id.clone(),
            number: attempt.number.clone(),
            left,
            names_id,
        }
    }

    /// When the request left, by the server's clock.
    pub(super) fn left(&self) -> Timestamp {
        self.left
    }

    /// Compares a whole call; `read` where it was asked for by its id, so that nothing is left out of it.
    pub(super) fn of_call(&self, call: &CallSnapshot, read: bool) -> Match {
        if let Some(id) = call.attribute(ATTEMPT_ID_ATTRIBUTE) {
            return if id.eq_ignore_ascii_case(&self.id) {
                Match::Certain
            } else {
                Match::Not
            };
        }
        let called = call.called();
        if !call.has_agent(&self.agent_id) || !called.iter().any(|called| self.is_number(called)) {
            return Match::Not;
        }
        let is_dialled = call.participants.iter().any(|leg| leg.is_far_end());
        if self.names_id && is_dialled && read {
            return Match::Not;
        }
        let is_over = (call.participants.iter())
            .all(|leg| leg.end_time.is_some() || leg.state.as_ref().is_some_and(LegState::is_over));
        match self.is_in_time(call.started()) {
            Match::Fits if self.names_id && is_dialled => Match::Unsure,
            Match::Fits if is_dialled || is_over => Match::Fits,
            Match::Fits => Match::MayFit,
            other => other,
        }
    }

    /// Compares what a search told of a call; it never tells the id.
    pub(super) fn of_row(&self, row: &FoundCall) -> Match {
        if row.called.is_empty() {
            return Match::Unsure;
        }
        if !row.called.iter().any(|called| self.is_number(called)) {
            return Match::Not;
        }
        match self.is_in_time(row.started.or(row.active_since)) {
            Match::Fits => Match::MayFit,
            other => other,
        }
    }

    fn is_number(&self, called: &str) -> bool {
        // `+14155552671@10.1.2.3` is that number as well, and an exchange gives its extensions a host.
        let user = plain_address(called).split('@').next().unwrap_or_default();
        match &self.number {
            Dialled::Number(number) => digits(user) == number.digits(),
            Dialled::Extension(extension) => user == extension.as_str(),
        }
    }

    fn is_in_time(&self, at: Option<Timestamp>) -> Match {
        let within = |at: &Timestamp, margin: Duration| {
            let from = self.left.saturating_sub(margin).unwrap_or(self.left);
            let until = self.left.saturating_add(margin + ON_ITS_WAY);
            (from..=until.unwrap_or(self.left)).contains(at)
        };
        match at {
            Some(at) if within(&at, SKEW) => Match::Fits,
            Some(at) if !within(&at, BOUND) => Match::Not,
            _ => Match::Unsure,
        }
    }
}

/// When the request left by our clock, as far as that is known.
pub(super) fn left_at(attempt: &Attempt) -> Timestamp {
    attempt.sending_at.unwrap_or(attempt.created_at)
}

fn digits(number: &str) -> String {
    number.chars().filter(char::is_ascii_digit).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::attempt::{AttemptId, Outcome, Via};
    use crate::view::CallOptions;
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
            options: CallOptions::default(),
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

    fn wanted(attempt: &Attempt, names_id: bool) -> Wanted {
        Wanted::new(attempt, names_id, left_at(attempt))
    }

    #[test]
    fn the_attempt_id_decides_where_it_is_told() {
        let attempt = attempt();
        let wanted = wanted(&attempt, true);
        let mut far = far_end();
        far.start_time = Some(at(5000));
        far.attributes
            .insert(ATTEMPT_ID_ATTRIBUTE.into(), attempt.id.to_string());
        let ours = call(vec![agent_leg(), far.clone()]);
        assert_eq!(wanted.of_call(&ours, false), Match::Certain);
        far.attributes
            .insert(ATTEMPT_ID_ATTRIBUTE.into(), AttemptId::mint().to_string());
        let other = call(vec![agent_leg(), far]);
        assert_eq!(wanted.of_call(&other, false), Match::Not);
    }

    #[test]
    fn where_the_id_was_sent_a_far_end_without_it_is_of_another_call() {
        let wanted = wanted(&attempt(), true);
        let dialled = call(vec![agent_leg(), far_end()]);
        assert_eq!(wanted.of_call(&dialled, false), Match::Unsure, "read it");
        assert_eq!(wanted.of_call(&dialled, true), Match::Not);
        let rings = call(vec![agent_leg()]);
        assert_eq!(wanted.of_call(&rings, true), Match::MayFit);
    }

    #[test]
    fn without_it_agent_number_and_time_have_to_fit() {
        let wanted = wanted(&attempt(), false);
        let rings = call(vec![agent_leg()]);
        assert_eq!(wanted.of_call(&rings, true), Match::MayFit);
        let dialled = call(vec![agent_leg(), far_end()]);
        assert_eq!(wanted.of_call(&dialled, true), Match::Fits);
        let mut over = agent_leg();
        over.end_time = Some(at(60));
        assert_eq!(wanted.of_call(&call(vec![over]), true), Match::Fits);

        let mut other_agent = agent_leg();
        other_agent.user_id = Some("a-2".into());
        let mut other_number = agent_leg();
        other_number.dnis = Some("tel:+14155552672".into());
        let mut too_late = agent_leg();
        too_late.start_time = Some(at(1000));
        let mut too_early = agent_leg();
        too_early.start_time = Some(at(-1000));
        for leg in [other_agent, other_number, too_late, too_early] {
            assert_eq!(wanted.of_call(&call(vec![leg]), true), Match::Not);
        }
        for second in [Some(-600), Some(600), None] {
            let mut leg = agent_leg();
            leg.start_time = second.map(at);
            assert_eq!(wanted.of_call(&call(vec![leg]), true), Match::Unsure);
        }
    }

    #[test]
    fn an_extension_is_known_with_and_without_a_host() {
        let mut attempt = attempt();
        attempt.number = Dialled::parse("4711").unwrap();
        let wanted = wanted(&attempt, false);
        for (address, fits) in [
            ("4711", Match::MayFit),
            ("tel:4711", Match::MayFit),
            ("sip:4711@edge.example.com", Match::MayFit),
            ("sip:47110@edge.example.com", Match::Not),
            ("sip:desk4711@edge.example.com", Match::Not),
            ("+4711", Match::Not),
        ] {
            let mut leg = agent_leg();
            leg.dnis = Some(address.into());
            assert_eq!(wanted.of_call(&call(vec![leg]), true), fits, "{address}");
        }
    }

    #[test]
    fn a_search_tells_less() {
        let wanted = wanted(&attempt(), true);
        let mut found = FoundCall {
            conversation_id: "c-1".into(),
            started: Some(at(2)),
            called: ["+14155552671".to_owned()].into(),
            ..FoundCall::default()
        };
        assert_eq!(wanted.of_row(&found), Match::MayFit);
        found.called = ["+14155552671@10.1.2.3".to_owned()].into();
        assert_eq!(wanted.of_row(&found), Match::MayFit);
        found.called = ["+4930123456".to_owned()].into();
        assert_eq!(wanted.of_row(&found), Match::Not);
        found.called.clear();
        assert_eq!(wanted.of_row(&found), Match::Unsure);
        found.called = ["+14155552671".to_owned()].into();
        found.started = None;
        assert_eq!(wanted.of_row(&found), Match::Unsure);
        found.started = Some(at(2000));
        assert_eq!(wanted.of_row(&found), Match::Not);
    }

    #[test]
    fn times_are_compared_by_the_servers_clock() {
        let ahead = Wanted::new(&attempt(), false, at(-3600));
        let mut leg = agent_leg();
        leg.start_time = Some(at(-3598));
        assert_eq!(ahead.of_call(&call(vec![leg]), true), Match::MayFit);
    }
}
