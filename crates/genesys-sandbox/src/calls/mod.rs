//! Calls: placing, what becomes of them, how they are shown, how they end.

mod facts;
mod far_end;
mod hang_up;
mod news;
mod place;
mod plan;
mod request;
mod show;

use std::{
    collections::{BTreeMap, HashSet},
    time::Duration,
};

use jiff::Timestamp;

pub(crate) use facts::{Facts, Side};
pub(crate) use hang_up::{disconnect, on_behalf_hang_up, own_hang_up};
pub(crate) use news::Snapshot;
pub(crate) use place::{on_behalf, with_user_context};
pub(crate) use show::{active, flat, nested};

use crate::{clock::scale, config::Dialect, organisation::Organisation, record::CallRecord};
use plan::{HangUp, Plan};

/// Every call created since the start or the last reset.
#[derive(Debug, Default)]
pub(crate) struct Calls {
    created: Vec<Call>,
    /// Agent and number pairs that were told to come again, and may now come.
    turned_away: HashSet<(String, String)>,
}

impl Calls {
    pub(crate) fn iter(&self) -> impl Iterator<Item = &Call> {
        self.created.iter()
    }

    pub(crate) fn clear(&mut self) {
        self.created.clear();
        self.turned_away.clear();
    }

    fn find(&self, id: &str) -> Option<&Call> {
        self.created
            .iter()
            .find(|call| call.id.eq_ignore_ascii_case(id))
    }

    fn find_mut(&mut self, id: &str) -> Option<&mut Call> {
        self.created
            .iter_mut()
            .find(|call| call.id.eq_ignore_ascii_case(id))
    }
}

/// One conversation.
#[derive(Clone, Debug)]
pub(crate) struct Call {
    /// The conversation id.
    id: String,
    pub(crate) agent_id: String,
    agent_name: String,
    /// The far end as it was asked for.
    number: String,
    /// The far end as the API stores it, such as `tel:+12025550123`.
    address: String,
    dialect: Dialect,
    /// Sandbox time at which it was created.
    created: Duration,
    plan: Plan,
    agent_leg: LegIds,
    far_leg: LegIds,
    caller_id: Option<String>,
    caller_id_name: Option<String>,
    pub(crate) queue_id: Option<String>,
    /// What the far end sees where no caller id was asked for.
    queue_number: Option<String>,
    external_contact_id: Option<String>,
    uui_data: Option<String>,
    attributes: BTreeMap<String, String>,
    /// Its age when its changes were last told to the sockets; nothing was told yet without one.
    told: Option<Duration>,
}

/// The ids that one side of a call is known by.
#[derive(Clone, Debug)]
struct LegIds {
    participant: String,
    communication: String,
}

impl Call {
    /// How far the call has got, in its own time.
    fn age(&self, organisation: &Organisation) -> Duration {
        let passed = organisation.clock.elapsed().saturating_sub(self.created);
        scale(passed, organisation.config.speed)
    }

    /// The wall time of a moment of the call.
    fn when(&self, organisation: &Organisation, moment: Duration) -> Timestamp {
        organisation.clock.at(self.reaches(organisation, moment))
    }

    /// The sandbox time of a moment of the call.
    fn reaches(&self, organisation: &Organisation, moment: Duration) -> Duration {
        let passed = scale(moment, organisation.config.speed.recip());
        self.created.saturating_add(passed)
    }

    /// Somebody hangs up at that age.
    fn cut(&mut self, age: Duration, by: HangUp) {
        let cut = self.plan.cut(age, by);
        if cut != self.plan {
            self.plan = cut;
            // The end may fall on the very moment of the last news, and is news all the same.
            let before = age.checked_sub(Duration::from_nanos(1));
            self.told = self.told.min(before);
        }
    }

    pub(crate) fn has_ended(&self, organisation: &Organisation) -> bool {
        self.plan.ends() <= self.age(organisation)
    }

    pub(crate) fn record(&self, organisation: &Organisation) -> CallRecord {
        CallRecord {
            conversation_id: self.id.clone(),
            agent_id: self.agent_id.clone(),
            agent_name: self.agent_name.clone(),
            number: self.number.clone(),
            state: self.plan.state(self.age(organisation)),
            dialect: self.dialect.name().to_owned(),
            created_at: self.when(organisation, Duration::ZERO),
            caller_id: self.caller_id.clone(),
            caller_id_name: self.caller_id_name.clone(),
            queue_id: self.queue_id.clone(),
            attributes: self.attributes.clone(),
        }
    }
}
