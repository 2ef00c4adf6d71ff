//! Which changes of a call are worth a notification.

use std::collections::HashMap;

use dialer::attempt::{AttemptId, CallState, EndReason, Outcome};
use dialer::problem::ProblemCode;
use dialer::view::AttemptView;

/// A change that is worth one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Moment {
    /// The agent has picked up.
    Answered,
    /// The far end has picked up.
    Connected,
    /// It did not come about. The text that says why.
    EndedBadly(String),
}

/// What has been told of the calls that were placed in this run.
#[derive(Debug, Default)]
pub(super) struct Moments(HashMap<AttemptId, Told>);

#[derive(Debug, Default)]
struct Told {
    answered: bool,
    connected: bool,
    unknown: bool,
}

impl Moments {
    /// What the change of an attempt is worth.
    pub(super) fn of(&mut self, attempt: &AttemptView) -> Option<Moment> {
        if attempt.outcome == Outcome::Pending {
            self.0.entry(attempt.id).or_default();
            return None;
        }
        let told = self.0.get_mut(&attempt.id)?;
        let moment = match attempt.outcome {
            Outcome::Pending => None,
            Outcome::Refused => refused(attempt),
            // It is looked up: what is found is told as for any other call.
            Outcome::Unknown => (!std::mem::replace(&mut told.unknown, true))
                .then(|| Moment::EndedBadly("outcome-unknown".into())),
            Outcome::Placed => told.placed(attempt),
        };
        let over =
            attempt.outcome == Outcome::Refused || attempt.call_state == Some(CallState::Ended);
        if over {
            self.0.remove(&attempt.id);
        }
        moment
    }
}

impl Told {
    fn placed(&mut self, attempt: &AttemptView) -> Option<Moment> {
        match attempt.call_state? {
            CallState::Requested | CallState::RingingAgent => None,
            CallState::Dialing => {
                (!std::mem::replace(&mut self.answered, true)).then_some(Moment::Answered)
            }
            CallState::Connected => {
                self.answered = true;
                (!std::mem::replace(&mut self.connected, true)).then_some(Moment::Connected)
            }
            CallState::Ended => attempt.end_reason.and_then(ended),
        }
    }
}

fn refused(attempt: &AttemptView) -> Option<Moment> {
    let code = attempt.problem.as_ref().map(|problem| problem.code);
    match code {
        // The person did it.
        Some(ProblemCode::Cancelled) => None,
        Some(code) => {
            let key = code.as_str().replace('_', "-");
            Some(Moment::EndedBadly(format!("problem-{key}")))
        }
        None => Some(Moment::EndedBadly("outcome-refused".into())),
    }
}

/// How a call ends that somebody hung up, or handed on, is no news.
fn ended(reason: EndReason) -> Option<Moment> {
    let key = match reason {
        EndReason::Busy => "end-note-busy",
        EndReason::NoAnswer => "end-note-no-answer",
        EndReason::AgentNoAnswer => "end-note-agent-no-answer",
        EndReason::NoRoute => "end-note-no-route",
        EndReason::Network => "end-note-network",
        EndReason::CustomerHungUp
        | EndReason::AgentHungUp
        | EndReason::HungUpHere
        | EndReason::Transferred
        | EndReason::Unclear => return None,
    };
    Some(Moment::EndedBadly(key.into()))
}

/// A number of which two digits are left, to tell one call from another.
pub(super) fn masked(number: &str) -> String {
    let digits = number.chars().filter(char::is_ascii_digit).count();
    let mut seen = 0;
    number
        .chars()
        .map(|c| {
            seen += usize::from(c.is_ascii_digit());
            let shown = !c.is_ascii_digit() || seen + 2 > digits;
            if shown { c } else { '•' }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use dialer::attempt::Via;
    use dialer::problem::Problem;
    use dialer::view::NumberKind;

    use super::*;

    fn attempt(outcome: Outcome, state: Option<CallState>, end: Option<EndReason>) -> AttemptView {
        let id = "01890a5d-ac96-774b-bcce-b302099a8057".parse().unwrap();
        AttemptView {
            seq: 1,
            id: AttemptId(id),
            profile_id: "p".into(),
            profile: None,
            agent_id: "a".into(),
            agent_name: "Alex Kim".into(),
            typed: "+14155552671".into(),
            e164: "+14155552671".into(),
            display: "+1 415-555-2671".into(),
            kind: NumberKind::E164,
            extension: None,
            placed_by: "me@here".into(),
            via: Via::Typed,
            outcome,
            call_state: state,
            end_reason: end,
            conversation_id: None,
            interaction_url: None,
            problem: None,
            created_at: String::new(),
            outcome_at: None,
            connected_at: None,
            ended_at: None,
            talk_ms: None,
            elapsed_ms: 0,
            live: true,
            cancellable: false,
            waiting_ms: None,
            source: None,
            hangable: false,
            settling: None,
            options: dialer::view::CallOptions::default(),
            wrap_up: false,
            note: None,
        }
    }

    fn pending() -> AttemptView {
        attempt(Outcome::Pending, None, None)
    }

    fn placed(state: CallState) -> AttemptView {
        attempt(Outcome::Placed, Some(state), None)
    }

    #[test]
    fn each_moment_of_a_call_is_told_once() {
        let mut moments = Moments::default();
        let mut told = Vec::new();
        for attempt in [
            pending(),
            placed(CallState::Requested),
            placed(CallState::RingingAgent),
            placed(CallState::Dialing),
            placed(CallState::Dialing),
            placed(CallState::Connected),
            placed(CallState::Connected),
            attempt(
                Outcome::Placed,
                Some(CallState::Ended),
                Some(EndReason::CustomerHungUp),
            ),
        ] {
            told.extend(moments.of(&attempt));
        }
        assert_eq!(told, [Moment::Answered, Moment::Connected]);
        assert!(
            moments.0.is_empty(),
            "nothing is kept of a call that is over"
        );
    }

    #[test]
    fn a_skipped_state_is_not_told_later() {
        let mut moments = Moments::default();
        moments.of(&pending());
        assert_eq!(
            moments.of(&placed(CallState::Connected)),
            Some(Moment::Connected)
        );
        assert_eq!(moments.of(&placed(CallState::Dialing)), None);
    }

    #[test]
    fn only_what_nobody_did_on_purpose_ended_badly() {
        for (reason, bad) in [
            (EndReason::Busy, true),
            (EndReason::NoAnswer, true),
            (EndReason::AgentNoAnswer, true),
            (EndReason::NoRoute, true),
            (EndReason::Network, true),
            (EndReason::CustomerHungUp, false),
            (EndReason::AgentHungUp, false),
            (EndReason::HungUpHere, false),
            (EndReason::Transferred, false),
            (EndReason::Unclear, false),
        ] {
            let mut moments = Moments::default();
            moments.of(&pending());
            let end = attempt(Outcome::Placed, Some(CallState::Ended), Some(reason));
            assert_eq!(moments.of(&end).is_some(), bad, "{reason:?}");
            assert_eq!(moments.of(&end), None, "{reason:?} twice");
        }
    }

    #[test]
    fn a_refused_one_says_why_and_a_cancelled_one_nothing() {
        let told = |code| {
            let mut moments = Moments::default();
            moments.of(&pending());
            let mut refused = attempt(Outcome::Refused, None, None);
            refused.problem = Some(Problem::new(code));
            moments.of(&refused)
        };
        assert_eq!(
            told(ProblemCode::AgentNoStation),
            Some(Moment::EndedBadly("problem-agent-no-station".into()))
        );
        assert_eq!(told(ProblemCode::Cancelled), None);
    }

    #[test]
    fn an_unknown_one_is_told_once_and_followed_when_it_is_found() {
        let mut moments = Moments::default();
        moments.of(&pending());
        let unknown = attempt(Outcome::Unknown, None, None);
        assert!(moments.of(&unknown).is_some());
        assert_eq!(moments.of(&unknown), None);
        assert_eq!(
            moments.of(&placed(CallState::Connected)),
            Some(Moment::Connected)
        );
    }

    #[test]
    fn calls_of_earlier_runs_and_other_processes_are_not_told() {
        let mut moments = Moments::default();
        assert_eq!(moments.of(&placed(CallState::Connected)), None);
        assert_eq!(moments.of(&attempt(Outcome::Refused, None, None)), None);
    }

    #[test]
    fn two_digits_are_left_of_a_number() {
        assert_eq!(masked("+14155552671"), "+•••••••••71");
        assert_eq!(masked("4711"), "••11");
        assert_eq!(masked("7"), "7");
    }
}
