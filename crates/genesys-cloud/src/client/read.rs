//! Sends every request but the one that places a call, again where that is harmless and can help.

use std::sync::atomic::Ordering;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use jiff::Timestamp;
use serde_json::Value;

use super::Inner;
use super::exchange::authorized;
use super::retry::Retry;
use super::tokens::Token;
use crate::answer::Answer;
use crate::clock::Clock;
use crate::dialect::ApiRequest;
use crate::transport::{Sent, host_of_url};
use crate::{Acted, Error, ErrorKind, Operation};

/// The longest that a server's rate limit is taken at its word; its windows are a minute long.
const LONGEST_PAUSE: Duration = Duration::from_secs(300);

/// How a request may be sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Manner {
    /// Sending it again changes nothing: it is, where that can help. Holds back while the rate limit is used up.
    Repeatable,
    /// As `Repeatable`, but somebody waits for it: it never holds back.
    Urgent,
    /// Each may leave something behind, or who asks does so again anyway: sent again only after a 401. Holds back while the rate limit is used up.
    Once,
}

/// The try that an answer is for.
pub(crate) struct Try<'a> {
    pub(crate) now: Timestamp,
    /// Whether an earlier try can have been acted on already.
    pub(crate) acted_on: bool,
    pub(crate) token: &'a Token,
}

/// Until when requests hold back because the server's rate limit is used up.
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
    pub(crate) async fn read(
        &self,
        operation: Operation,
        request: &ApiRequest,
    ) -> Result<Value, Error> {
        self.ask(operation, request, Manner::Repeatable, |answer, this| {
            answer.json(operation, this.now)
        })
        .await
    }

    /// Sends a request until `understand` makes something of its answer, as `manner` allows.
    pub(crate) async fn ask<T>(
        &self,
        operation: Operation,
        request: &ApiRequest,
        manner: Manner,
        understand: impl Fn(&Answer, &Try<'_>) -> Result<T, Error>,
    ) -> Result<T, Error> {
        let clock = &*self.exchange.clock;
        let mut retry = Retry::new(clock, self.config.timeouts.read_total);
        // A token that was refused is still a secret.
        let mut redactor = self.tokens.redactor();
        let mut token_refused = false;
        let mut acted_on = false;
        let mut first = true;
        loop {
            if !std::mem::take(&mut first) {
                self.count_extra();
            }
            if manner != Manner::Urgent {
                self.hold_back(operation, retry.left()).await?;
            }
            let token = self.tokens.get().await?;
            redactor = token.hide_in(redactor);
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
                    let this = Try {
                        now: clock.now(),
                        acted_on,
                        token: &token,
                    };
                    match understand(&answer, &this) {
                        Ok(understood) => return Ok(understood),
                        Err(error) => {
                            acted_on |= answer.status.is_server_error() || answer.status == 408;
                            self.or_signed_out(error)
                        }
                    }
                }
                Err(failed) => {
                    acted_on |= failed.sent == Sent::Maybe;
                    failed.into_error(operation)
                }
            };
            let mut error = redactor.clean(error);
            if acted_on && matches!(operation, Operation::HangUp | Operation::Disconnect) {
                error.facts_mut().acted = Acted::Maybe;
            }
            if manner == Manner::Once {
                return Err(error);
            }
            retry.wait(error).await?;
        }
    }

    /// A 401 for the token of a user, after another one was had: the server ended the sign-in.
    pub(crate) fn or_signed_out(&self, mut error: Error) -> Error {
        let elsewhere = error.code.as_deref() == Some("ip.not.authorized");
        if error.status == Some(401) && self.tokens.are_of_a_user() && !elsewhere {
            error.facts_mut().kind = ErrorKind::SignedOut;
        }
        error
    }

    /// One more request is sent for the same question.
    pub(crate) fn count_extra(&self) {
        self.extra.fetch_add(1, Ordering::Relaxed);
    }

    /// Waits for the server's rate limit, where that is within `left`.
    async fn hold_back(&self, operation: Operation, left: Duration) -> Result<(), Error> {
        let wait = self.gate.wait(&*self.exchange.clock);
        if wait >= left && !wait.is_zero() {
            let mut error = Error::new(operation, ErrorKind::RateLimited);
            error.facts_mut().retry_after = Some(wait);
            error.facts_mut().host = Some(host_of_url(self.config.hosts.api()));
            return Err(error);
        }
        if !wait.is_zero() {
            self.exchange.clock.sleep(wait).await;
        }
        Ok(())
    }
}
