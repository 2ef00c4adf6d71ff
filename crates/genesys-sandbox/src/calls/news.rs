//! What has changed since somebody was told, and when the next change comes.

use std::time::Duration;

use serde_json::Value;

use super::{Call, Calls, show};
use crate::organisation::Organisation;

/// A call as it looked right after one change.
#[derive(Debug)]
pub(crate) struct Snapshot {
    pub(crate) agent_id: String,
    pub(crate) flat: Value,
    pub(crate) nested: Value,
}

impl Calls {
    /// A snapshot of each change since the last time this was asked, in their order. Changes of the
    /// calls of agents who are not `wanted` are passed over and never told.
    pub(crate) fn news(
        &mut self,
        organisation: &Organisation,
        wanted: impl Fn(&str) -> bool,
    ) -> Vec<Snapshot> {
        let mut news = Vec::new();
        for call in self.created.iter_mut().filter(|call| !call.is_all_told()) {
            let age = call.age(organisation);
            if wanted(&call.agent_id) {
                let due = call.untold().filter(|moment| *moment <= age);
                news.extend(due.map(|moment| {
                    let snapshot = Snapshot {
                        agent_id: call.agent_id.clone(),
                        flat: show::flat_view(call, organisation, moment),
                        nested: show::nested_view(call, organisation, moment),
                    };
                    (call.reaches(organisation, moment), snapshot)
                }));
            }
            call.told = Some(age);
        }
        news.sort_by_key(|(when, _)| *when);
        news.into_iter().map(|(_, snapshot)| snapshot).collect()
    }

    /// The sandbox time of the next change that was not told.
    pub(crate) fn next_change(&self, organisation: &Organisation) -> Option<Duration> {
        self.created
            .iter()
            .filter(|call| !call.is_all_told())
            .filter_map(|call| Some(call.reaches(organisation, call.untold().next()?)))
            .min()
    }
}

impl Call {
    fn is_all_told(&self) -> bool {
        self.told.is_some_and(|told| self.plan.settles() <= told)
    }

    fn untold(&self) -> impl Iterator<Item = Duration> {
        let told = self.told;
        self.plan
            .moments()
            .into_iter()
            .filter(move |moment| told.is_none_or(|told| told < *moment))
    }
}
