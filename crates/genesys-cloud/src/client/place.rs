//! The one request with a side effect. It is sent again only where the first one was certainly not acted on.

use std::future::Future;
use std::sync::Arc;
use std::time::Duration;

use http::StatusCode;
use serde_json::Value;
use tokio_util::sync::CancellationToken;

use super::exchange::authorized;
use super::tokens::Token;
use super::{Inner, PlaceObserver};
use crate::answer::Answer;
use crate::id::is_plain_id;
use crate::redact::Redactor;
use crate::transport::Sent;
use crate::{Acted, Dialect, Error, ErrorKind, Operation, PlaceCall, Placed};

/// The longest `Retry-After` that is waited for.
const LONGEST_WAIT: Duration = Duration::from_secs(5);

impl Inner {
    pub(super) async fn place(
        &self,
        call: &PlaceCall,
        observer: &dyn PlaceObserver,
        cancel: &CancellationToken,
    ) -> Result<Placed, Error> {
        let dialect = self.config.dialect;
        let dialable =
            is_e164(&call.number) || (dialect.extensions() && is_extension(&call.number));
        if !super::is_id(&call.agent_id) || !dialable {
            return Err(Error::new(Operation::PlaceCall, ErrorKind::InvalidInput));
        }
        let clock = &*self.exchange.clock;
        let by_a_user = self.tokens.are_of_a_user();
        if by_a_user && dialect != Dialect::Platform {
            return Err(Error::new(Operation::PlaceCall, ErrorKind::NotAvailable));
        }
        let request = dialect.place(call, by_a_user);
        // A token that was refused is still a secret.
        let mut redactor = self.tokens.redactor();
        let mut token_refused = false;
        let mut waited = false;
        loop {
            let token = unless_cancelled(cancel, self.token_for(&call.agent_id)).await??;
            redactor = token.hide_in(redactor);
            let http = authorized(self.config.hosts.api(), &request, token.header())
                .ok_or_else(|| Error::new(Operation::PlaceCall, ErrorKind::InvalidInput))?;
            if cancel.is_cancelled() || !observer.sending() {
                return Err(cancelled());
            }
            let limit = self.config.timeouts.place_call;
            let answer = match self.exchange.send(http, limit, true).await {
                Ok(answer) => answer,
                Err(failed) => {
                    let acted = match failed.sent {
                        Sent::No => Acted::No,
                        Sent::Maybe => Acted::Maybe,
                    };
                    return Err(with_acted(failed.into_error(Operation::PlaceCall), acted));
                }
            };
            if answer.status == StatusCode::UNAUTHORIZED && !token_refused {
                token_refused = true;
                self.tokens.refused(&token);
                continue;
            }
            if answer.status == StatusCode::TOO_MANY_REQUESTS
                && !waited
                && let Some(wait) = answer.wait_asked_for(clock.now())
                && wait <= LONGEST_WAIT
            {
                waited = true;
                observer.waiting(wait);
                unless_cancelled(cancel, clock.sleep(wait)).await?;
                continue;
            }
            return self.outcome(&answer, &redactor);
        }
    }

    /// A token, where it can place a call for this agent.
    async fn token_for(&self, agent_id: &str) -> Result<Arc<Token>, Error> {
        let mut token = self.tokens.get().await?;
        if !self.tokens.are_of_a_user() {
            return Ok(token);
        }
        if token.owner().get().is_none() {
            self.count_extra();
            self.me().await?;
            // Reading may have had to take another token.
            token = self.tokens.get().await?;
        }
        match token.owner().get() {
            Some(owner) if owner.eq_ignore_ascii_case(agent_id) => Ok(token),
            _ => Err(Error::new(Operation::PlaceCall, ErrorKind::Mismatch)),
        }
    }

    /// What the last answer means: any 2xx with an `id` is a call.
    fn outcome(&self, answer: &Answer, redactor: &Redactor) -> Result<Placed, Error> {
        let status = answer.status;
        let error = match answer.json(Operation::PlaceCall, self.exchange.clock.now()) {
            // An id is stored and logged: one that repeats a secret is none.
            Ok(body) => match conversation_id(&body).filter(|id| !redactor.finds_in(id)) {
                Some(conversation_id) => return Ok(Placed { conversation_id }),
                None => answer.unusable(Operation::PlaceCall, ErrorKind::Unreadable),
            },
            Err(error) => self.or_signed_out(error),
        };
        let acted = if status.is_client_error() && status != StatusCode::REQUEST_TIMEOUT {
            Acted::No
        } else {
            Acted::Maybe
        };
        Err(with_acted(redactor.clean(error), acted))
    }
}

/// The `id` of the answer, where it can be one. A whole number is taken too: the call is there all the same. Another
/// number is not what was sent any more.
fn conversation_id(body: &Value) -> Option<String> {
    let id = match body.get("id")? {
        Value::String(id) => id.clone(),
        Value::Number(id) if !id.is_f64() => id.to_string(),
        _ => return None,
    };
    is_plain_id(&id).then_some(id)
}

/// `+`, a digit that is not zero, and up to 14 more.
fn is_e164(number: &str) -> bool {
    number.strip_prefix('+').is_some_and(|digits| {
        (2..=15).contains(&digits.len())
            && !digits.starts_with('0')
            && digits.bytes().all(|byte| byte.is_ascii_digit())
    })
}

/// Two to six digits.
fn is_extension(number: &str) -> bool {
    (2..=6).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit())
}

async fn unless_cancelled<T>(
    cancel: &CancellationToken,
    work: impl Future<Output = T>,
) -> Result<T, Error> {
    tokio::select! {
        biased;
        () = cancel.cancelled() => Err(cancelled()),
        done = work => Ok(done),
    }
}

fn cancelled() -> Error {
    Error::new(Operation::PlaceCall, ErrorKind::Cancelled)
}

fn with_acted(mut error: Error, acted: Acted) -> Error {
    error.facts_mut().acted = acted;
    error
}
