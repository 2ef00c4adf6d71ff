//! One look after another, in every way that the token allows.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::time::Duration;

use genesys_cloud::{CallSnapshot, Client, Denied, Error, ErrorKind, FoundCall, Interval};

use super::candidate::{self, Match};
use crate::attempt::AttemptId;
use crate::core::Core;
use crate::feed::{self, ProfileFeed};
use crate::log::Attempt;
use crate::track::client_for;
use crate::view::{Searched, SettlingState};

/// Around the moment at which the request left, calls are searched.
const AROUND: Duration = Duration::from_secs(300);

/// A call is found by analytics by then, unless their latency is long.
const DECIDES_AFTER: Duration = Duration::from_secs(60);

/// A call that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) conversation_id: String,
    /// By agent, number and time alone.
    pub(super) probably: bool,
}

/// The look-up of one attempt.
pub(super) struct Search {
    core: Arc<Core>,
    attempt: Attempt,
    /// Ways that have answered.
    searched: BTreeSet<Searched>,
    /// Ways that these credentials are denied.
    denied: BTreeSet<Searched>,
    /// A way has answered that would have told of the call.
    decided: bool,
    /// In the last look something could not be asked that can be asked later.
    cut_off: bool,
    permission: Option<String>,
}

/// The calls that can be the one, each with what is known of it.
type Candidates = BTreeMap<String, Option<CallSnapshot>>;

impl Search {
    pub(super) fn new(core: Arc<Core>, attempt: Attempt) -> Self {
        Self {
            core,
            attempt,
            searched: BTreeSet::new(),
            denied: BTreeSet::new(),
            decided: false,
            cut_off: false,
            permission: None,
        }
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
        asked.iter().all(|way| self.denied.contains(way))
            && !self.searched.contains(&Searched::Socket)
    }

    /// Whether nothing was found only because the server, or the secret for it, was away.
    pub(super) fn is_cut_off(&self) -> bool {
        self.cut_off && !self.decided
    }

    /// What it is called where nothing was found.
    pub(super) fn end(&self) -> SettlingState {
        if self.decided {
            SettlingState::NotFound
        } else {
            SettlingState::CouldNotSearch
        }
    }

    /// Looks once. On the `last` look a call that fits so far is taken.
    pub(super) async fn look(&mut self, last: bool) -> Option<Found> {
        self.cut_off = false;
        let mut candidates = self.told();
        if let Some(found) = self.certain(&candidates) {
            return Some(found);
        }
        match client_for(&self.core, &self.attempt).await {
            Ok(client) => {
                self.ask(&client, &mut candidates, last).await;
                self.read_all(&client, &mut candidates).await;
            }
            Err(problem) => {
                self.cut_off = true;
                tracing::warn!(attempt = %self.attempt.id, code = problem.code.as_str(), "no connection to look it up with");
            }
        }
        if let Some(found) = self.certain(&candidates) {
            return Some(found);
        }
        self.only_one(candidates, last).await
    }

    /// The feed that tells of the agent's calls.
    pub(super) fn feed(&self) -> Arc<ProfileFeed> {
        feed::want(&self.core, &self.attempt.profile_id, &self.attempt.agent_id)
    }

    /// What the socket told since the press.
    fn told(&mut self) -> Candidates {
        let agent_id = &self.attempt.agent_id;
        let feed = self.feed();
        if let Some(since) = feed.covered_since(agent_id) {
            self.searched.insert(Searched::Socket);
            let covered = self.core.clock.elapsed().saturating_sub(since);
            self.decided |= covered.min(feed::TOLD_FOR) >= self.age();
        }
        let calls = feed.told(agent_id).into_iter();
        calls
            .filter(|call| candidate::of_snapshot(call, &self.attempt) != Match::Not)
            .filter_map(|call| Some((call.id.clone()?, Some(call))))
            .collect()
    }

    async fn ask(&mut self, client: &Client, candidates: &mut Candidates, last: bool) {
        if self.may_ask(Searched::ActiveCalls).await {
            match client.active_calls().await {
                Ok(calls) => {
                    // They are those of the token's own user, who can be somebody else; an empty
                    // list does not tell whose it is.
                    if (calls.iter()).any(|call| call.has_agent(&self.attempt.agent_id)) {
                        self.searched.insert(Searched::ActiveCalls);
                    } else if !calls.is_empty() {
                        self.denied.insert(Searched::ActiveCalls);
                    }
                    for call in calls {
                        if candidate::of_snapshot(&call, &self.attempt) != Match::Not
                            && let Some(id) = call.id.clone()
                        {
                            candidates.insert(id, Some(call));
                        }
                    }
                }
                Err(error) => self.failed(Searched::ActiveCalls, &error),
            }
        }
        let agent_id = self.attempt.agent_id.clone();
        if self.may_ask(Searched::Activity).await {
            match client.analytics_activity(&agent_id).await {
                Ok(search) => self.add(Searched::Activity, search.calls, candidates),
                Err(error) => self.failed(Searched::Activity, &error),
            }
        }
        if self.may_ask(Searched::Analytics).await {
            let around = Interval::around(candidate::left_at(&self.attempt), AROUND);
            match client.analytics_calls(&agent_id, around).await {
                Ok(search) => {
                    self.decided |= search.complete && (last || self.age() >= DECIDES_AFTER);
                    self.add(Searched::Analytics, search.calls, candidates);
                }
                Err(error) => self.failed(Searched::Analytics, &error),
            }
        }
    }

    async fn may_ask(&self, way: Searched) -> bool {
        if self.denied.contains(&way) {
            return false;
        }
        self.core.budget.turn(&*self.core.clock).await;
        true
    }

    fn add(&mut self, way: Searched, calls: Vec<FoundCall>, candidates: &mut Candidates) {
        self.searched.insert(way);
        for call in calls {
            if candidate::of_found(&call, &self.attempt) != Match::Not {
                candidates.entry(call.conversation_id).or_insert(None);
            }
        }
    }

    fn failed(&mut self, way: Searched, error: &Error) {
        match error.denied() {
            Some(Denied::UserNeeded) => {
                self.denied.insert(way);
            }
            Some(_) => {
                self.denied.insert(way);
                let documented = error.operation.permissions().first().copied();
                let permission = error
                    .missing_permissions
                    .first()
                    .map(String::as_str)
                    .or(documented);
                // Analytics come last and tell most.
                self.permission = permission.map(str::to_owned).or(self.permission.take());
            }
            None if matches!(error.status, Some(404 | 405)) => {
                self.denied.insert(way);
            }
            None => {
                self.cut_off = true;
                tracing::warn!(attempt = %self.attempt.id, step = error.operation.as_str(), kind = ?error.kind, "it could not be searched for now");
            }
        }
    }

    /// Reads the calls of which only a search has told, and those that had not told all yet.
    async fn read_all(&self, client: &Client, candidates: &mut Candidates) {
        let open: Vec<String> = candidates
            .iter()
            .filter(|(_, call)| match call {
                Some(call) => candidate::of_snapshot(call, &self.attempt) == Match::MayFit,
                None => true,
            })
            .map(|(id, _)| id.clone())
            .collect();
        for id in open {
            self.core.budget.turn(&*self.core.clock).await;
            match client.call(&id).await {
                Ok(call) if candidate::of_snapshot(&call, &self.attempt) == Match::Not => {
                    candidates.remove(&id);
                }
                Ok(call) => {
                    candidates.insert(id, Some(call));
                }
                // It is over, and only the search knows it still.
                Err(error) if error.kind == ErrorKind::NotFound => {}
                Err(error) => {
                    tracing::warn!(attempt = %self.attempt.id, kind = ?error.kind, "a call that may be it could not be read");
                }
            }
        }
    }

    fn certain(&self, candidates: &Candidates) -> Option<Found> {
        candidates.iter().find_map(|(id, call)| {
            let call = call.as_ref()?;
            let certain = candidate::of_snapshot(call, &self.attempt) == Match::Certain;
            certain.then(|| Found {
                conversation_id: id.clone(),
                probably: false,
            })
        })
    }

    /// The one call that fits and that nothing else claims.
    async fn only_one(&self, candidates: Candidates, last: bool) -> Option<Found> {
        let mut free = Vec::new();
        for (id, call) in candidates {
            // Where that cannot be told, it is not taken.
            if !matches!(
                self.core.log.is_claimed(id.clone(), self.attempt.id).await,
                Ok(false)
            ) {
                continue;
            }
            free.push((id, call));
        }
        let (conversation_id, call) = match free.as_slice() {
            [only] => only,
            _ => return None,
        };
        let fits = call
            .as_ref()
            .is_some_and(|call| candidate::of_snapshot(call, &self.attempt) == Match::Fits);
        if !fits && !last {
            return None;
        }
        let span = candidate::SKEW + candidate::ON_ITS_WAY;
        let rivals = self.core.log.has_rivals(self.attempt.clone(), span).await;
        matches!(rivals, Ok(false)).then(|| Found {
            conversation_id: conversation_id.clone(),
            probably: true,
        })
    }

    /// How long ago the request left.
    fn age(&self) -> Duration {
        let left = candidate::left_at(&self.attempt);
        self.core
            .clock
            .now()
            .duration_since(left)
            .try_into()
            .unwrap_or_default()
    }
}
