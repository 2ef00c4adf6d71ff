//! Everything the simulated organisation knows, shared by all requests.

use std::sync::{Mutex, MutexGuard, PoisonError};

use tokio::sync::Notify;

use crate::{
    calls::Calls,
    clock::Clock,
    config::{Config, Dialect},
    error::ApiError,
    fault::{FaultRule, Faults},
    journal::Journal,
    notifications::Channels,
    oauth::SignIns,
    team::{self, Agent},
    tokens::{Budget, Holder, Tokens, bearer},
};

#[derive(Debug)]
pub(crate) struct Organisation {
    pub(crate) config: Config,
    pub(crate) clock: Clock,
    pub(crate) team: Vec<Agent>,
    pub(crate) tokens: Mutex<Tokens>,
    pub(crate) sign_ins: Mutex<SignIns>,
    pub(crate) calls: Mutex<Calls>,
    pub(crate) faults: Mutex<Faults>,
    pub(crate) journal: Mutex<Journal>,
    /// Locked before any of the others, by whoever needs more than one.
    pub(crate) channels: Mutex<Channels>,
    /// Told when something happened that sockets may have to hear of.
    pub(crate) changed: Notify,
}

impl Organisation {
    pub(crate) fn new(mut config: Config) -> Self {
        // A call has to get on: what cannot be a speed is life's.
        if !(config.speed.is_finite() && config.speed > 0.0) {
            config.speed = 1.0;
        }
        Self {
            clock: Clock::start(),
            team: team::team(config.agents),
            tokens: Mutex::default(),
            sign_ins: Mutex::default(),
            calls: Mutex::default(),
            faults: Mutex::default(),
            journal: Mutex::default(),
            channels: Mutex::default(),
            changed: Notify::new(),
            config,
        }
    }

    pub(crate) fn agent(&self, id: &str) -> Option<&Agent> {
        self.team
            .iter()
            .find(|agent| agent.id.eq_ignore_ascii_case(id))
    }

    pub(crate) fn accepts(&self, dialect: Dialect) -> bool {
        self.config.accept.contains(&dialect)
    }

    /// Lets a request of the API in, or says why not. The budget belongs to its token.
    pub(crate) fn admit(&self, headers: &http::HeaderMap) -> (Budget, Result<Holder, ApiError>) {
        let allowed = self.config.requests_per_minute;
        let Some(token) = bearer(headers) else {
            return (
                Budget::untouched(allowed),
                Err(ApiError::authentication_required()),
            );
        };
        match lock(&self.tokens).spend(token, self.clock.elapsed(), allowed) {
            None => (Budget::untouched(allowed), Err(ApiError::bad_credentials())),
            Some((budget, _)) if budget.is_overdrawn() => {
                (budget, Err(ApiError::too_many_requests(budget.reset)))
            }
            Some((budget, holder)) => (budget, Ok(holder)),
        }
    }

    /// Whether somebody has none of those permissions. A client and a user each have their own.
    pub(crate) fn lacks(&self, holder: &Holder, any_of: &[&str]) -> bool {
        let denied = match holder.user_id {
            None => &self.config.denied_permissions,
            Some(_) => &self.config.denied_user_permissions,
        };
        any_of
            .iter()
            .all(|permission| denied.iter().any(|denied| denied == permission))
    }

    /// Lets somebody with one of those permissions on.
    pub(crate) fn permit(&self, holder: &Holder, any_of: &[&str]) -> Result<(), ApiError> {
        if self.lacks(holder, any_of) {
            return Err(ApiError::missing_any_permissions(&any_of.join(", ")));
        }
        Ok(())
    }

    /// Adds a fault, which may hit an open socket at once.
    pub(crate) fn add_fault(&self, rule: FaultRule) {
        lock(&self.faults).add(rule);
        self.changed.notify_one();
    }

    /// Every token issued so far stops working.
    pub(crate) fn expire_tokens(&self) {
        lock(&self.tokens).expire_all();
        self.changed.notify_one();
    }

    /// No refresh token works any more.
    pub(crate) fn revoke_refresh_tokens(&self) {
        lock(&self.sign_ins).revoke_where(|_| true);
    }

    /// Ends whatever a user signed in for. The user goes by id or e-mail; `false` where there is none.
    pub(crate) fn revoke_user(&self, user: &str) -> bool {
        let found = self.team.iter().find(|agent| {
            agent.id.eq_ignore_ascii_case(user) || agent.email.eq_ignore_ascii_case(user)
        });
        if let Some(agent) = found {
            self.end_tokens(|holder| holder.user_id.as_ref() == Some(&agent.id));
        }
        found.is_some()
    }

    /// The tokens and refresh tokens of these holders stop working.
    pub(crate) fn end_tokens(&self, is_one: impl Fn(&Holder) -> bool) {
        let mut sign_ins = lock(&self.sign_ins);
        sign_ins.revoke_where(&is_one);
        drop(sign_ins);
        lock(&self.tokens).revoke_where(&is_one);
        self.changed.notify_one();
    }

    /// Forgets what happened. Tokens and channels stay, so that a client under test need not sign in
    /// and connect again; sockets are healthy afterwards.
    pub(crate) fn reset(&self) {
        lock(&self.channels).heal();
        lock(&self.calls).clear();
        lock(&self.faults).clear();
        lock(&self.journal).clear();
    }
}

/// A lock that a panicked request does not take from the others.
pub(crate) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
