//! What is known of a call now, for those who count and search rather than show.

use std::time::Duration;

use jiff::Timestamp;

use super::{Call, Calls, LegIds, plan::Leg, show};
use crate::organisation::Organisation;

/// One call.
#[derive(Clone, Debug)]
pub(crate) struct Facts {
    pub(crate) id: String,
    pub(crate) started: Timestamp,
    /// Nothing while it is live.
    pub(crate) ended: Option<Timestamp>,
    /// The caller id or the agent's address.
    pub(crate) ani: String,
    /// The far end's address.
    pub(crate) dnis: String,
    pub(crate) queue_id: Option<String>,
    /// The agent, then the far end once it is called.
    pub(crate) sides: Vec<Side>,
}

/// One side of it.
#[derive(Clone, Debug)]
pub(crate) struct Side {
    pub(crate) participant_id: String,
    pub(crate) communication_id: String,
    pub(crate) name: String,
    pub(crate) purpose: &'static str,
    /// The agent's.
    pub(crate) user_id: Option<String>,
    pub(crate) began: Timestamp,
    pub(crate) connected: Option<Timestamp>,
    pub(crate) ended: Option<Timestamp>,
    /// Once it has ended.
    pub(crate) disconnect_type: Option<&'static str>,
    pub(crate) error_code: Option<&'static str>,
}

impl Calls {
    /// Every call as it is now, oldest first.
    pub(crate) fn facts(&self, organisation: &Organisation) -> Vec<Facts> {
        self.iter().map(|call| call.facts(organisation)).collect()
    }
}

impl Call {
    fn facts(&self, organisation: &Organisation) -> Facts {
        let age = self.age(organisation);
        let far = self.plan.far.as_ref().filter(|leg| leg.begins <= age);
        let agent = self.side(organisation, age, &self.plan.agent, &self.agent_leg, true);
        let far = far.map(|leg| self.side(organisation, age, leg, &self.far_leg, false));
        Facts {
            id: self.id.clone(),
            started: self.when(organisation, Duration::ZERO),
            ended: (self.plan.ends() <= age).then(|| self.when(organisation, self.plan.ends())),
            ani: show::caller(self),
            dnis: self.address.clone(),
            queue_id: self.queue_id.clone(),
            sides: std::iter::once(agent).chain(far).collect(),
        }
    }

    fn side(
        &self,
        organisation: &Organisation,
        age: Duration,
        leg: &Leg,
        ids: &LegIds,
        is_agent: bool,
    ) -> Side {
        let reached = |moment| (moment <= age).then(|| self.when(organisation, moment));
        let ended = reached(leg.ends);
        let error = leg.ending.error.filter(|_| ended.is_some());
        Side {
            participant_id: ids.participant.clone(),
            communication_id: ids.communication.clone(),
            name: if is_agent {
                self.agent_name.clone()
            } else {
                self.address.clone()
            },
            purpose: show::purpose(self, is_agent),
            user_id: is_agent.then(|| self.agent_id.clone()),
            began: self.when(organisation, leg.begins),
            connected: leg.connects.and_then(reached),
            ended,
            disconnect_type: ended.map(|_| leg.ending.disconnect_type),
            error_code: error.map(|(code, _)| code),
        }
    }
}
