//! The look-up of one attempt: what stays from one look to the next.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

use genesys_cloud::{Denied, Error};

use super::candidate;
use super::look::{Look, Seen};
use crate::attempt::AttemptId;
use crate::connection::dialect_of;
use crate::core::Core;
use crate::feed::{self, ProfileFeed};
use crate::log::Attempt;
use crate::view::Searched;

/// A call is found by analytics by then, unless their latency is long; and a socket on its way stands by then.
pub(super) const DECIDES_AFTER: Duration = Duration::from_secs(60);

/// The look-up of one attempt.
pub(super) struct Search {
    pub(super) core: Arc<Core>,
    pub(super) attempt: Attempt,
    /// The request named the attempt's id.
    pub(super) names_id: bool,
    /// Calls that are certainly others, and need not be read again.
    pub(super) others: BTreeSet<String>,
    /// Ways that have answered.
    searched: BTreeSet<Searched>,
    /// Ways that these credentials are denied.
    denied: BTreeSet<Searched>,
    permission: Option<String>,
    /// When it began, on the clock that never goes back, and how long ago the request had left then.
    began: Duration,
    age: Duration,
}

impl Search {
    pub(super) async fn new(core: Arc<Core>, attempt: Attempt) -> Self {
        let profiles = core.log.profiles();
        let profile = profiles.get_even_removed(&attempt.profile_id).await;
        let left = candidate::left_at(&attempt);
        let age = core.clock.now().duration_since(left).try_into();
        Self {
            // Where it is not known, no call without the id is taken.
            names_id: profile.map_or(true, |profile| dialect_of(profile.dialect).call_options()),
            others: BTreeSet::new(),
            searched: BTreeSet::new(),
            denied: BTreeSet::new(),
            permission: None,
            began: core.clock.elapsed(),
            age: age.unwrap_or_default(),
            core,
            attempt,
        }
    }

    /// Looks once. On the `last` look a call that fits so far is taken.
    pub(super) async fn look(&mut self, last: bool) -> Seen {
        Look::new(self, last).run().await
    }

    pub(super) fn id(&self) -> AttemptId {
        self.attempt.id
    }

    pub(super) fn searched(&self) -> Vec<Searched> {
        self.searched.iter().copied().collect()
    }

    pub(super) fn permission(&self) -> Option<String> {
        self.permission.clone()
    }

    /// Whether no way is left.
    pub(super) fn is_hopeless(&self) -> bool {
        let asked = [
            Searched::ActiveCalls,
            Searched::Activity,
            Searched::Analytics,
        ];
        let goes_on = self.core.clock.elapsed().saturating_sub(self.began);
        asked.iter().all(|way| self.denied.contains(way))
            && !self.searched.contains(&Searched::Socket)
            // A socket that is on its way still tells of a call that goes on.
            && (self.feed().refuses(&self.attempt.agent_id) || goes_on >= DECIDES_AFTER)
    }

    /// The feed that tells of the agent's calls.
    pub(super) fn feed(&self) -> Arc<ProfileFeed> {
        feed::keep(&self.core, &self.attempt.profile_id, &self.attempt.agent_id)
    }

    /// How long ago the request left.
    pub(super) fn age(&self) -> Duration {
        let goes_on = self.core.clock.elapsed().saturating_sub(self.began);
        self.age.saturating_add(goes_on)
    }

    pub(super) fn is_denied(&self, way: Searched) -> bool {
        self.denied.contains(&way)
    }

    pub(super) fn answered(&mut self, way: Searched) {
        self.searched.insert(way);
    }

    pub(super) fn deny(&mut self, way: Searched) {
        self.denied.insert(way);
    }

    /// Takes in why a way did not answer; says whether it is denied, else it can be asked later.
    pub(super) fn failed(&mut self, way: Searched, error: &Error) -> bool {
        match error.denied() {
            Some(Denied::UserNeeded) => self.deny(way),
            Some(_) => {
                self.deny(way);
                let documented = error.operation.permissions().first().copied();
                let missing = error.missing_permissions.first();
                let permission = missing.map(String::as_str).or(documented);
                // Analytics come last and tell most.
                self.permission = permission.map(str::to_owned).or(self.permission.take());
            }
            None if matches!(error.status, Some(404 | 405)) => self.deny(way),
            None => {
                tracing::warn!(attempt = %self.attempt.id, step = error.operation.as_str(), kind = ?error.kind, "it could not be searched for now");
                return false;
            }
        }
        true
    }
}
