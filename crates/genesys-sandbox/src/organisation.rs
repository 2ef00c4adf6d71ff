//! Everything the simulated organisation knows, shared by all requests.

use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::{
    calls::Calls,
    clock::Clock,
    config::{Config, Dialect},
    error::ApiError,
    fault::Faults,
    journal::Journal,
    team::{self, Agent},
    tokens::{Budget, Tokens, bearer},
};

#[derive(Debug)]
pub(crate) struct Organisation {
    pub(crate) config: Config,
    pub(crate) clock: Clock,
    pub(crate) team: Vec<Agent>,
    pub(crate) tokens: Mutex<Tokens>,
    pub(crate) calls: Mutex<Calls>,
    pub(crate) faults: Mutex<Faults>,
    pub(crate) journal: Mutex<Journal>,
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
            calls: Mutex::default(),
            faults: Mutex::default(),
            journal: Mutex::default(),
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
    pub(crate) fn admit(&self, headers: &http::HeaderMap) -> (Budget, Result<(), ApiError>) {
        let allowed = self.config.requests_per_minute;
        let Some(token) = bearer(headers) else {
            return (
                Budget::untouched(allowed),
                Err(ApiError::authentication_required()),
            );
        };
        match lock(&self.tokens).spend(token, self.clock.elapsed(), allowed) {
            None => (Budget::untouched(allowed), Err(ApiError::bad_credentials())),
            Some(budget) if budget.is_overdrawn() => {
                (budget, Err(ApiError::too_many_requests(budget.reset)))
            }
            Some(budget) => (budget, Ok(())),
        }
    }

    /// Forgets what happened. Tokens stay, so that a client under test need not sign in again.
    pub(crate) fn reset(&self) {
        lock(&self.calls).clear();
        lock(&self.faults).clear();
        lock(&self.journal).clear();
    }
}

/// A lock that a panicked request does not take from the others.
pub(crate) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
