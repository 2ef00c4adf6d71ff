//! Reads: requests without a side effect, so they may be sent again.

use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use serde_json::Value;

use super::Inner;
use super::exchange::authorized;
use super::retry::Retry;
use crate::answer::Answer;
use crate::clock::Clock;
use crate::dialect::ApiRequest;
use crate::{Error, ErrorKind, Operation};

/// The longest that a server's rate limit is taken at its word; its windows are a minute long.
const LONGEST_PAUSE: Duration = Duration::from_secs(300);

/// Until when reads hold back because the server's rate limit is used up.
#[derive(Debug, Default)]
pub(crate) struct RateGate {
    closed_until: Mutex<Duration>,
}

impl RateGate {
    /// Learns from the rate-limit headers of an answer.
    pub(crate) fn learn(&self, answer: &Answer, clock: &dyn Clock) {
        let used_up = answer.limit_used_up();
        let asked = (answer.status.as_u16() == 429)
            .then(|| answer.wait_asked_for(clock.now()))
            .flatten();
        if let Some(wait) = asked.or(used_up) {
            *self.lock() = clock.elapsed().saturating_add(wait.min(LONGEST_PAUSE));
        }
    }

    /// How long to hold back from now.
    fn wait(&self, clock: &dyn Clock) -> Duration {
        self.lock().saturating_sub(clock.elapsed())
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Duration> {
        self.closed_until
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }
}

impl Inner {
    /// Sends a request without side effects until it is answered, and gives the JSON of the answer.
    pub(super) async fn read(
        &self,
        operation: Operation,
        request: &ApiRequest,
    ) -> Result<Value, Error> {
        let clock = &*self.exchange.clock;
        let mut retry = Retry::new(clock, self.config.timeouts.read_total);
        let mut token_refused = false;
        loop {
            self.hold_back(operation, retry.left()).await?;
            let token = self.tokens.get().await?;
            let redactor = token.hide_in(self.tokens.redactor());
            let http = authorized(self.config.hosts.api(), request, token.header())
                .ok_or_else(|| Error::new(operation, ErrorKind::InvalidInput))?;
            let limit = retry.limit(self.config.timeouts.read);
            let error = match self.exchange.send(http, limit, false).await {
                Ok(answer) => {
                    self.gate.learn(&answer, clock);
                    if answer.status.as_u16() == 401 && !token_refused {
                        token_refused = true;
                        self.tokens.refused(&token);
                        continue;
                    }
                    match answer.json(operation, clock.now()) {
                        Ok(body) => return Ok(body),
                        Err(error) => error,
                    }
                }
                Err(failed) => failed.into_error(operation),
            };
            retry.wait(redactor.clean(error)).await?;
        }
    }

    /// Waits for the server's rate limit, where that is within `left`.
    async fn hold_back(&self, operation: Operation, left: Duration) -> Result<(), Error> {
        let wait = self.gate.wait(&*self.exchange.clock);
        if wait >= left && !wait.is_zero() {
            let mut error = Error::new(operation, ErrorKind::RateLimited);
            error.facts_mut().retry_after = Some(wait);
            error.facts_mut().host = self.config.hosts.api().host_str().map(str::to_owned);
            return Err(error);
        }
        if !wait.is_zero() {
            self.exchange.clock.sleep(wait).await;
        }
        Ok(())
    }
}
