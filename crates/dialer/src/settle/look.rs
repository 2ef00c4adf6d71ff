//! One look for the call of an attempt, in every way that the token allows.

use std::collections::{BTreeMap, BTreeSet};

use genesys_cloud::{
    ATTEMPT_ID_ATTRIBUTE, CallSnapshot, Client, Error, ErrorKind, FoundCall, Interval,
};

use super::candidate::{self, Match, Wanted};
use super::search::{DECIDES_AFTER, Search};
use crate::feed;
use crate::track::client_for;
use crate::view::Searched;

/// A socket has told of a call by then, so what it told later shows that it was not deaf.
const TELLS_WITHIN: std::time::Duration = std::time::Duration::from_secs(5);

/// A call that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) conversation_id: String,
    /// By agent, number and time alone.
    pub(super) probably: bool,
}

/// What one look came to.
#[derive(Debug, Default)]
pub(super) struct Seen {
    pub(super) found: Option<Found>,
    /// There is a call that may be it, and it cannot be told.
    pub(super) may_be: bool,
    /// A way has answered that would have told of the call.
    pub(super) decided: bool,
    /// Something could not be asked that can be asked later.
    pub(super) cut_off: bool,
}

impl Seen {
    /// Whether nothing was found only because the server, or the secret for it, was away.
    pub(super) fn is_cut_off(&self) -> bool {
        self.found.is_none() && self.cut_off && !self.decided
    }
}

/// A look that goes on.
pub(super) struct Look<'a> {
    search: &'a mut Search,
    last: bool,
    wanted: Wanted,
    /// The clocks of server and computer are further apart than is covered.
    is_beyond: bool,
    /// The calls that can be the one.
    candidates: BTreeMap<String, Match>,
    /// Those of them that are to be read.
    open: BTreeSet<String>,
    seen: Seen,
}

impl<'a> Look<'a> {
    pub(super) fn new(search: &'a mut Search, last: bool) -> Self {
        let left = candidate::left_at(&search.attempt);
        let wanted = Wanted::new(&search.attempt, search.names_id, left);
        Self {
            search,
            last,
            wanted,
            is_beyond: false,
            candidates: BTreeMap::new(),
            open: BTreeSet::new(),
            seen: Seen::default(),
        }
    }

    pub(super) async fn run(mut self) -> Seen {
        let client = client_for(&self.search.core, &self.search.attempt).await;
        if let Ok(client) = &client {
            self.set_clock(client);
        }
        self.told();
        if self.certain() {
            return self.seen;
        }
        match client {
            Ok(client) => {
                self.ask(&client).await;
                self.read_all(&client).await;
            }
            Err(problem) => {
                self.seen.cut_off = true;
                tracing::warn!(attempt = %self.search.attempt.id, code = problem.code.as_str(), "no connection to look it up with");
            }
        }
        if !self.certain() {
            self.only_one().await;
        }
        self.seen
    }

    /// Reckons when the request left by the server's clock. Ours may be wrong, or may have been set since.
    fn set_clock(&mut self, client: &Client) {
        let Some(server) = client.server_time() else {
            return;
        };
        let search = &*self.search;
        let by_ours = candidate::left_at(&search.attempt);
        let by_age = server.saturating_sub(search.age()).unwrap_or(server);
        let ahead = server.duration_since(search.core.clock.now());
        let left = match ahead.unsigned_abs() <= candidate::BOUND {
            true => by_ours.checked_add(ahead).unwrap_or(by_ours),
            false => by_age,
        };
        self.is_beyond = by_age.duration_since(by_ours).unsigned_abs() > candidate::BOUND;
        self.wanted = Wanted::new(&search.attempt, search.names_id, left);
    }

    /// What the socket told since the press.
    fn told(&mut self) {
        let search = &mut *self.search;
        let core = &search.core;
        let agent_id = search.attempt.agent_id.clone();
        let feed = search.feed();
        if let Some(since) = feed.covered_since(&agent_id) {
            let now = core.clock.elapsed();
            let covered = now.saturating_sub(since).min(feed::TOLD_FOR);
            // Deaf sockets look healthy: one counts only if it told of something since. What an earlier process sent,
            // no socket of this one was there for.
            let told = feed.told_at().map(|at| now.saturating_sub(at));
            self.seen.decided = search.attempt.owner == core.log.owner()
                && covered >= search.age()
                && told.is_some_and(|ago| ago + TELLS_WITHIN <= search.age());
            search.answered(Searched::Socket);
        }
        for call in feed.told(&agent_id) {
            self.consider(&call);
        }
    }

    async fn ask(&mut self, client: &Client) {
        if self.may_ask(Searched::ActiveCalls).await {
            match client.active_calls().await {
                Ok(calls) => {
                    // They are those of the token's own user, who can be somebody else; an empty
                    // list does not tell whose it is.
                    let agent_id = &self.search.attempt.agent_id;
                    if self.is_signed_in().await
                        || calls.iter().any(|call| call.has_agent(agent_id))
                    {
                        self.search.answered(Searched::ActiveCalls);
                    } else if !calls.is_empty() {
                        self.search.deny(Searched::ActiveCalls);
                    }
                    for call in &calls {
                        self.consider(call);
                    }
                }
                Err(error) => self.failed(Searched::ActiveCalls, &error),
            }
        }
        let agent_id = self.search.attempt.agent_id.clone();
        if self.may_ask(Searched::Activity).await {
            match client.analytics_activity(&agent_id).await {
                Ok(found) => self.add(Searched::Activity, &found.calls),
                Err(error) => self.failed(Searched::Activity, &error),
            }
        }
        if self.may_ask(Searched::Analytics).await {
            // The server tells its time with the first answer.
            self.set_clock(client);
            let margin = candidate::BOUND + candidate::ON_ITS_WAY;
            let around = Interval::around(self.wanted.left(), margin);
            match client.analytics_calls(&agent_id, around).await {
                Ok(found) => {
                    let in_time = self.last || self.search.age() >= DECIDES_AFTER;
                    self.seen.decided |= found.complete && in_time && !self.is_beyond;
                    self.add(Searched::Analytics, &found.calls);
                }
                Err(error) => self.failed(Searched::Analytics, &error),
            }
        }
    }

    /// Whether the token is the agent's own.
    async fn is_signed_in(&self) -> bool {
        let attempt = &self.search.attempt;
        let profiles = self.search.core.log.profiles();
        let profile = profiles.get_even_removed(&attempt.profile_id).await;
        profile.is_ok_and(|profile| match profile.fixed_agent() {
            Ok(Some(user)) => user.id.eq_ignore_ascii_case(&attempt.agent_id),
            _ => false,
        })
    }

    async fn may_ask(&self, way: Searched) -> bool {
        if self.search.is_denied(way) {
            return false;
        }
        let core = &self.search.core;
        core.budget.turn(&*core.clock).await;
        true
    }

    fn failed(&mut self, way: Searched, error: &Error) {
        self.seen.cut_off |= !self.search.failed(way, error);
    }

    /// Takes a whole call in. Where the id was sent, only reading tells that a call does not name it.
    fn consider(&mut self, call: &CallSnapshot) {
        let matched = self.wanted.of_call(call, false);
        let Some(id) = call.id.clone() else { return };
        if matched == Match::Not || self.search.others.contains(&id) {
            return;
        }
        let can_name_it = self.search.names_id && matched != Match::Certain;
        if can_name_it || matched == Match::MayFit {
            self.open.insert(id.clone());
        }
        self.candidates.insert(id, matched);
    }

    /// Takes in what a search told. Where the id was sent, it decides, however the number is written.
    fn add(&mut self, way: Searched, rows: &[FoundCall]) {
        self.search.answered(way);
        for row in rows {
            let id = &row.conversation_id;
            let matched = self.wanted.of_row(row);
            let is_other = matched == Match::Not && !self.search.names_id;
            if is_other || self.search.others.contains(id) || self.candidates.contains_key(id) {
                continue;
            }
            self.open.insert(id.clone());
            self.candidates.insert(id.clone(), matched);
        }
    }

    /// Reads the calls of which not all was told yet.
    async fn read_all(&mut self, client: &Client) {
        for id in std::mem::take(&mut self.open) {
            let core = &self.search.core;
            core.budget.turn(&*core.clock).await;
            match client.call(&id).await {
                Ok(call) => {
                    let matched = self.wanted.of_call(&call, true);
                    let told = call.attribute(ATTEMPT_ID_ATTRIBUTE).is_some()
                        || call.participants.iter().any(|leg| leg.is_far_end());
                    if matched == Match::Not && told {
                        self.search.others.insert(id.clone());
                    }
                    self.candidates.insert(id, matched);
                }
                // It is over, or may not be read: only the search tells of it.
                Err(error) if error.kind == ErrorKind::NotFound || error.denied().is_some() => {}
                Err(error) => {
                    self.seen.cut_off = true;
                    self.seen.decided = false;
                    self.candidates.insert(id, Match::Unsure);
                    tracing::warn!(attempt = %self.search.attempt.id, kind = ?error.kind, "a call that may be it could not be read");
                }
            }
        }
        self.candidates.retain(|_, matched| *matched != Match::Not);
    }

    fn certain(&mut self) -> bool {
        let mut all = self.candidates.iter();
        let certain = all.find(|(_, matched)| **matched == Match::Certain);
        self.seen.found = certain.map(|(id, _)| Found {
            conversation_id: id.clone(),
            probably: false,
        });
        self.seen.found.is_some()
    }

    /// The one call that fits and that nothing else claims.
    async fn only_one(&mut self) {
        let Search { core, attempt, .. } = &*self.search;
        let mut fit = Vec::new();
        for (id, matched) in &self.candidates {
            // Where that cannot be told, it is not taken.
            if matches!(core.log.is_claimed(id.clone(), attempt.id).await, Ok(true)) {
                continue;
            }
            self.seen.may_be = true;
            if *matched == Match::Fits || (self.last && *matched == Match::MayFit) {
                fit.push(id);
            }
        }
        let [only] = fit.as_slice() else { return };
        let free = core.log.is_claimed((*only).clone(), attempt.id).await;
        let span = candidate::SKEW + candidate::ON_ITS_WAY;
        let rivals = core.log.has_rivals(attempt.clone(), span).await;
        if matches!((free, rivals), (Ok(false), Ok(false))) {
            self.seen.found = Some(Found {
                conversation_id: (*only).clone(),
                probably: true,
            });
        }
    }
}
