//! What becomes of a call, decided when it is placed. Pure: the same moment, the same state.
//!
//! The order of events and the two error codes that are known from real organisations (an agent who
//! never answers, a number without a route) follow the contract. How busy and no answer look in
//! `errorInfo`, and the Q.850 and SIP reasons, are inferred: nothing published shows them.

use std::time::Duration;

use crate::record::CallState;

/// A leg that ended says so for this long, then it is gone for good (inferred).
const DISCONNECTED_FOR: Duration = Duration::from_secs(1);

/// Both sides of a call, in its own time.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Plan {
    pub(super) agent: Leg,
    /// Missing where the far end is never called.
    pub(super) far: Option<Leg>,
}

/// One side of a call.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Leg {
    pub(super) begins: Duration,
    /// Its state when it begins.
    pub(super) first: &'static str,
    /// When it turns into the state before it is connected, and what that is.
    pub(super) then: (Duration, &'static str),
    pub(super) connects: Option<Duration>,
    pub(super) ends: Duration,
    pub(super) ending: Ending,
}

/// Why a leg ended, as that leg tells it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Ending {
    pub(super) disconnect_type: &'static str,
    /// `code` and `message` of `errorInfo`.
    pub(super) error: Option<(&'static str, &'static str)>,
    /// Protocol, code and phrase of `disconnectReasons`.
    pub(super) reasons: &'static [(&'static str, i32, &'static str)],
}

impl Ending {
    const fn plain(disconnect_type: &'static str) -> Self {
        Self {
            disconnect_type,
            error: None,
            reasons: &[],
        }
    }

    /// This side hung up at its phone.
    pub(super) const ENDPOINT: Self = Self::plain("endpoint");
    /// The other side caused it.
    pub(super) const PEER: Self = Self::plain("peer");
    /// A program asked for it.
    pub(super) const CLIENT: Self = Self::plain("client");
    /// The whole conversation was torn down.
    pub(super) const SYSTEM: Self = Self::plain("system");

    pub(super) const AGENT_NEVER_ANSWERED: Self = Self {
        disconnect_type: "error",
        error: Some((
            "error.ininedgecontrol.connection.timeout",
            "The connection attempt timed out.",
        )),
        reasons: &[],
    };
    pub(super) const NO_ROUTE: Self = Self {
        disconnect_type: "error",
        error: Some((
            "error.ininedgecontrol.connection.dialplan.notReachable",
            "The dialed number is not reachable through the dial plan.",
        )),
        reasons: &[("q850", 3, "No route to destination")],
    };
    pub(super) const BUSY: Self = Self {
        disconnect_type: "endpoint",
        error: Some((
            "error.ininedgecontrol.connection.busy",
            "The far end is busy.",
        )),
        reasons: &[("q850", 17, "User busy"), ("sip", 486, "Busy Here")],
    };
    pub(super) const NO_ANSWER: Self = Self {
        disconnect_type: "timeout",
        error: Some((
            "error.ininedgecontrol.connection.noAnswer",
            "The far end did not answer.",
        )),
        reasons: &[
            ("q850", 19, "No answer from user"),
            ("sip", 480, "Temporarily Unavailable"),
        ],
    };
}

/// Who puts an end to a call before its time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum HangUp {
    /// A program, for the agent.
    Agent,
    /// A program, for the far end.
    FarEnd,
    /// A program, for everybody.
    Everybody,
}

const AGENT_RINGS: Duration = Duration::from_millis(300);
const AGENT_ANSWERS: Duration = Duration::from_secs(2);

impl Plan {
    /// The far end answers 4 s after it is called and hangs up 30 s later.
    pub(super) fn answered() -> Self {
        let connects = AGENT_ANSWERS + Duration::from_secs(4);
        let ends = connects + Duration::from_secs(30);
        Self {
            agent: agent(Some(AGENT_ANSWERS), ends, Ending::PEER),
            far: Some(far(Some(connects), ends, Ending::ENDPOINT)),
        }
    }

    /// The far end is called and gives this ending without having answered.
    fn unanswered(ends: Duration, ending: Ending) -> Self {
        Self {
            agent: agent(Some(AGENT_ANSWERS), ends, Ending::PEER),
            far: Some(far(None, ends, ending)),
        }
    }

    pub(super) fn busy() -> Self {
        Self::unanswered(AGENT_ANSWERS + Duration::from_secs(2), Ending::BUSY)
    }

    pub(super) fn no_answer() -> Self {
        Self::unanswered(Duration::from_secs(45), Ending::NO_ANSWER)
    }

    pub(super) fn no_route() -> Self {
        Self::unanswered(AGENT_ANSWERS + Duration::from_millis(100), Ending::NO_ROUTE)
    }

    pub(super) fn agent_never_answers() -> Self {
        Self {
            agent: agent(None, Duration::from_secs(60), Ending::AGENT_NEVER_ANSWERED),
            far: None,
        }
    }

    /// When the last leg ends.
    pub(super) fn ends(&self) -> Duration {
        self.far
            .as_ref()
            .map_or(self.agent.ends, |far| far.ends.max(self.agent.ends))
    }

    /// When nothing of it changes any more.
    pub(super) fn settles(&self) -> Duration {
        self.ends() + DISCONNECTED_FOR
    }

    /// Every moment at which a leg looks different from before, oldest first.
    pub(super) fn moments(&self) -> Vec<Duration> {
        let mut moments: Vec<Duration> = std::iter::once(&self.agent)
            .chain(&self.far)
            .flat_map(Leg::moments)
            .collect();
        moments.sort_unstable();
        moments.dedup();
        moments
    }

    pub(super) fn state(&self, at: Duration) -> CallState {
        if self.ends() <= at {
            return CallState::Ended;
        }
        match &self.far {
            Some(far) if far.begins <= at => {
                if far.connects.is_some_and(|connects| connects <= at) {
                    CallState::Connected
                } else {
                    CallState::Dialing
                }
            }
            _ if self.agent.then.0 <= at => CallState::RingingAgent,
            _ => CallState::Requested,
        }
    }

    /// The plan of a call that somebody hung up at that moment.
    pub(super) fn cut(&self, at: Duration, by: HangUp) -> Self {
        let (agent, far) = match by {
            HangUp::Agent => (Ending::CLIENT, Ending::PEER),
            HangUp::FarEnd => (Ending::PEER, Ending::CLIENT),
            HangUp::Everybody => (Ending::SYSTEM, Ending::SYSTEM),
        };
        Self {
            agent: self.agent.cut(at, agent),
            far: self
                .far
                .as_ref()
                .filter(|leg| leg.begins <= at)
                .map(|leg| leg.cut(at, far)),
        }
    }
}

impl Leg {
    /// Its state in the API's words; nothing before it begins.
    pub(super) fn state(&self, at: Duration) -> Option<&'static str> {
        Some(if at < self.begins {
            return None;
        } else if self.ends + DISCONNECTED_FOR <= at {
            "terminated"
        } else if self.ends <= at {
            "disconnected"
        } else if self.connects.is_some_and(|connects| connects <= at) {
            "connected"
        } else if self.then.0 <= at {
            self.then.1
        } else {
            self.first
        })
    }

    fn moments(&self) -> impl Iterator<Item = Duration> {
        let ends = self.ends;
        [self.begins, self.then.0]
            .into_iter()
            .chain(self.connects)
            // A leg that was cut never reaches what it had before it.
            .filter(move |moment| *moment < ends)
            .chain([ends, ends + DISCONNECTED_FOR])
    }

    fn cut(&self, at: Duration, ending: Ending) -> Self {
        let mut leg = self.clone();
        if at < leg.ends {
            leg.ends = at;
            leg.ending = ending;
            leg.connects = leg.connects.filter(|connects| *connects <= at);
        }
        leg
    }
}

fn agent(connects: Option<Duration>, ends: Duration, ending: Ending) -> Leg {
    Leg {
        begins: Duration::ZERO,
        first: "contacting",
        then: (AGENT_RINGS, "alerting"),
        connects,
        ends,
        ending,
    }
}

fn far(connects: Option<Duration>, ends: Duration, ending: Ending) -> Leg {
    Leg {
        begins: AGENT_ANSWERS,
        first: "dialing",
        then: (AGENT_ANSWERS + Duration::from_secs(1), "contacting"),
        connects,
        ends,
        ending,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn secs(seconds: f64) -> Duration {
        Duration::from_secs_f64(seconds)
    }

    #[test]
    fn an_answered_call_goes_through_every_state() {
        let plan = Plan::answered();
        let states = [0.0, 0.5, 1.9, 2.0, 5.9, 6.0, 35.9, 36.0].map(|at| plan.state(secs(at)));
        use CallState::{Connected, Dialing, Ended, Requested, RingingAgent};
        assert_eq!(
            states,
            [
                Requested,
                RingingAgent,
                RingingAgent,
                Dialing,
                Dialing,
                Connected,
                Connected,
                Ended
            ]
        );
        let far = plan.far.unwrap();
        let states = [1.9, 2.0, 3.0, 6.0, 36.0, 37.0].map(|at| far.state(secs(at)));
        assert_eq!(
            states,
            [
                None,
                Some("dialing"),
                Some("contacting"),
                Some("connected"),
                Some("disconnected"),
                Some("terminated")
            ]
        );
        assert_eq!(
            (plan.agent.ending, far.ending),
            (Ending::PEER, Ending::ENDPOINT)
        );
    }

    #[test]
    fn calls_that_fail_end_when_the_table_says() {
        for (plan, ends) in [
            (Plan::busy(), 4.0),
            (Plan::no_answer(), 45.0),
            (Plan::no_route(), 2.1),
            (Plan::agent_never_answers(), 60.0),
        ] {
            assert_ne!(plan.state(secs(ends - 0.05)), CallState::Ended);
            assert_eq!(plan.state(secs(ends)), CallState::Ended);
        }
        assert_eq!(
            Plan::agent_never_answers().state(secs(59.0)),
            CallState::RingingAgent
        );
    }

    #[test]
    fn every_change_is_a_moment_and_every_moment_a_change() {
        let looks = |plan: &Plan, at| {
            let far = plan.far.as_ref().and_then(|far| far.state(at));
            (plan.agent.state(at), far)
        };
        for plan in [
            Plan::answered(),
            Plan::busy(),
            Plan::no_answer(),
            Plan::no_route(),
            Plan::agent_never_answers(),
            Plan::answered().cut(secs(0.1), HangUp::Agent),
            Plan::answered().cut(secs(4.0), HangUp::Everybody),
        ] {
            let mut changes = Vec::new();
            let mut before = (None, None);
            for at in (0..70_000).map(Duration::from_millis) {
                let now = looks(&plan, at);
                if now != before {
                    changes.push(at);
                }
                before = now;
            }
            assert_eq!(plan.moments(), changes);
            assert_eq!(changes.last(), Some(&plan.settles()));
        }
    }

    #[test]
    fn hanging_up_while_the_agent_rings_means_the_far_end_is_never_called() {
        let cut = Plan::answered().cut(secs(1.0), HangUp::Agent);
        assert_eq!(cut.far, None);
        assert_eq!(cut.agent.ending, Ending::CLIENT);
        assert_eq!(cut.agent.connects, None);
        assert_eq!(cut.state(secs(1.0)), CallState::Ended);
    }

    #[test]
    fn the_side_that_did_not_hang_up_says_peer() {
        let cut = Plan::answered().cut(secs(10.0), HangUp::Agent);
        assert_eq!(cut.agent.ending, Ending::CLIENT);
        assert_eq!(cut.far.unwrap().ending, Ending::PEER);
        let cut = Plan::answered().cut(secs(10.0), HangUp::FarEnd);
        assert_eq!(cut.agent.ending, Ending::PEER);
        assert_eq!(cut.far.unwrap().ending, Ending::CLIENT);
    }

    #[test]
    fn a_call_that_ended_is_not_changed_any_more() {
        let plan = Plan::busy();
        assert_eq!(plan.cut(secs(10.0), HangUp::Everybody), plan);
    }
}
