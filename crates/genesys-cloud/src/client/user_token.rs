//! The token of a signed-in user: what is kept, refreshed where it must be. A refresh token serves once, so its answer
//! is kept before it is used, nobody else asks meanwhile, and the question is not asked again where it may have been
//! acted on.

use std::sync::atomic::Ordering;
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use secrecy::{ExposeSecret, SecretString};

use super::exchange::{basic, form, join, sensitive};
use super::retry::Retry;
use super::token_answer::{MARGIN, SHORTEST_USE, TokenAnswer, usable_for};
use super::tokens::{Last, Token, Tokens};
use crate::transport::Sent;
use crate::{Dialect, Error, ErrorKind, Grant, HeldGrant, KeeperError, Operation, UserCredentials};

/// The kept token, or the one it is refreshed to.
pub(super) async fn fetch(
    tokens: &Arc<Tokens>,
    user: &UserCredentials,
    last: Option<Last>,
) -> Result<Token, Error> {
    if tokens.config.dialect != Dialect::Platform {
        return Err(Error::new(Operation::Token, ErrorKind::NotAvailable));
    }
    let mut held = user.keeper.hold().await.map_err(keeper_failed)?;
    keep_what_was_not(tokens, &mut *held).await?;
    let grant = held.grant().cloned().ok_or_else(signed_out)?;
    let last = last.filter(|last| last.token.is(&grant.access_token));
    let refused = last.as_ref().is_some_and(|last| last.refused);
    let owner = last.map_or_else(Arc::default, |last| Arc::clone(last.token.owner()));
    // Without a refresh token nothing is gained by giving up a token early.
    let margin = if grant.refresh_token.is_some() {
        MARGIN
    } else {
        SHORTEST_USE
    };
    let clock = &tokens.exchange.clock;
    let left = Duration::try_from(grant.expires_at.duration_since(clock.now()))
        .unwrap_or(Duration::ZERO)
        .saturating_sub(margin);
    if !refused && !left.is_zero() {
        let usable_until = clock.elapsed().saturating_add(left);
        return Token::new(grant.access_token, usable_until, owner)
            .ok_or_else(|| Error::new(Operation::Token, ErrorKind::InvalidInput));
    }
    let Some(refresh_token) = grant.refresh_token.clone() else {
        return Err(signed_out());
    };
    let refresh = Refresh {
        tokens: Arc::clone(tokens),
        user: user.clone(),
        old: grant,
        refresh_token,
        owner,
    };
    // To its end, also where nobody waits for it any more: an answer that is not kept is a sign-in that is lost.
    tokio::spawn(refresh.run(held))
        .await
        .unwrap_or_else(|_| Err(Error::new(Operation::Token, ErrorKind::Network)))
}

/// What a refresh gave and the keeper then failed to keep: the sign-in is lost without it.
#[derive(Clone)]
pub(super) struct Unkept {
    grant: Grant,
    /// The access token that was kept when it was asked for.
    follows: SecretString,
}

/// Keeps what could not be kept before, where nobody has kept anything else since.
async fn keep_what_was_not(tokens: &Tokens, held: &mut dyn HeldGrant) -> Result<(), Error> {
    let Some(unkept) = tokens.unkept() else {
        return Ok(());
    };
    let kept = held.grant().map(|kept| kept.access_token.expose_secret());
    if kept == Some(unkept.follows.expose_secret()) {
        held.keep(unkept.grant).await.map_err(keeper_failed)?;
    }
    tokens.set_unkept(None);
    Ok(())
}

struct Refresh {
    tokens: Arc<Tokens>,
    user: UserCredentials,
    old: Grant,
    refresh_token: SecretString,
    owner: Arc<OnceLock<String>>,
}

/// Why there is no token, and whether asking again can help.
enum Failure {
    /// The server has certainly not acted on it.
    Again(Error),
    Final(Error),
}

impl Refresh {
    async fn run(self, mut held: Box<dyn HeldGrant>) -> Result<Token, Error> {
        let clock = &*self.tokens.exchange.clock;
        let mut retry = Retry::new(clock, self.tokens.config.timeouts.read_total);
        let (grant, usable_until) = loop {
            match self.ask(retry.left()).await {
                Ok(told) => break told,
                Err(Failure::Again(error)) => retry.wait(self.clean(error)).await?,
                Err(Failure::Final(error)) => return Err(self.given_up(error, &mut *held).await),
            }
        };
        let value = grant.access_token.clone();
        if let Err(cause) = held.keep(grant.clone()).await {
            self.tokens.set_unkept(Some(Unkept {
                grant,
                follows: self.old.access_token,
            }));
            return Err(keeper_failed(cause));
        }
        Token::new(value, usable_until, self.owner)
            .ok_or_else(|| Error::new(Operation::Token, ErrorKind::Unreadable))
    }

    /// Asks once, and gives the next grant and until when its token is used.
    async fn ask(&self, limit: Duration) -> Result<(Grant, Duration), Failure> {
        let operation = Operation::Token;
        let clock = &*self.tokens.exchange.clock;
        let (now, elapsed) = (clock.now(), clock.elapsed());
        let id = self.user.client_id.as_str();
        let url = join(self.tokens.config.hosts.token(), ["oauth", "token"]);
        let grant = ("grant_type", "refresh_token");
        let token = ("refresh_token", self.refresh_token.expose_secret());
        let request = match &self.user.client_secret {
            Some(secret) => sensitive(&format!("Basic {}", basic(id, secret.expose_secret())))
                .and_then(|header| form(&url, &[grant, token], Some(header))),
            None => form(&url, &[grant, token, ("client_id", id)], None),
        };
        let Some(request) = request else {
            return Err(Failure::Final(Error::new(
                operation,
                ErrorKind::InvalidInput,
            )));
        };
        self.tokens.sent.fetch_add(1, Ordering::Relaxed);
        let answer = match self.tokens.exchange.send(request, limit, true).await {
            Ok(answer) => answer,
            Err(failed) if failed.sent == Sent::No => {
                return Err(Failure::Again(failed.into_error(operation)));
            }
            Err(failed) => return Err(Failure::Final(failed.into_error(operation))),
        };
        let body = answer
            .json(operation, clock.now())
            .map_err(|error| match error.kind {
                ErrorKind::RateLimited => Failure::Again(error),
                _ => Failure::Final(error),
            })?;
        let Some(told) = TokenAnswer::read(&body) else {
            let error = answer.unusable(operation, ErrorKind::Unreadable);
            return Err(Failure::Final(error));
        };
        let usable_until = elapsed.saturating_add(usable_for(told.lifetime));
        let mut grant = told.into_grant(now);
        // A server that gives no other one goes on taking this one.
        let same = || self.refresh_token.clone();
        grant.refresh_token.get_or_insert_with(same);
        Ok((grant, usable_until))
    }

    /// What a final failure means for what is kept.
    async fn given_up(&self, error: Error, held: &mut dyn HeldGrant) -> Error {
        let mut error = self.clean(error);
        if error.code.as_deref() == Some("invalid_grant") {
            error.facts_mut().kind = ErrorKind::SignedOut;
            if held.forget().await.is_err() {
                tracing::warn!("a grant that the server no longer takes may still be kept");
            }
        }
        error
    }

    fn clean(&self, error: Error) -> Error {
        self.tokens
            .redactor()
            .removing(self.refresh_token.expose_secret())
            .removing(self.old.access_token.expose_secret())
            .clean(error)
    }
}

fn signed_out() -> Error {
    Error::new(Operation::Token, ErrorKind::SignedOut)
}

fn keeper_failed(cause: KeeperError) -> Error {
    let mut error = Error::new(Operation::Token, ErrorKind::Keeper);
    error.facts_mut().keeper = Some(cause);
    error
}
