//! Tokens: fetched by one caller at a time, used by all.

use std::fmt;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};
use std::time::Duration;

use futures_util::FutureExt;
use futures_util::future::{BoxFuture, Shared, WeakShared};
use http::HeaderValue;
use secrecy::{ExposeSecret, SecretString};

use super::exchange::{Exchange, basic, form, join, sensitive};
use super::retry::Retry;
use super::token_answer::{TokenAnswer, usable_for};
use super::user_token::Unkept;
use super::{ClientConfig, Timeouts, user_token};
use crate::dialect::TokenAuth;
use crate::redact::Redactor;
use crate::{ClientCredentials, Credentials, Error, ErrorKind, Operation};

/// An access token.
pub(crate) struct Token {
    value: SecretString,
    header: HeaderValue,
    /// On the clock's own scale.
    usable_until: Duration,
    /// The id of the user it belongs to, once that was read. Tokens that follow one another by a refresh share it.
    owner: Arc<OnceLock<String>>,
}

impl Token {
    /// A token; none where no header can carry it.
    pub(super) fn new(
        value: SecretString,
        usable_until: Duration,
        owner: Arc<OnceLock<String>>,
    ) -> Option<Self> {
        Some(Self {
            header: sensitive(&format!("Bearer {}", value.expose_secret()))?,
            value,
            usable_until,
            owner,
        })
    }

    /// The `Authorization` header.
    pub(crate) fn header(&self) -> HeaderValue {
        self.header.clone()
    }

    /// Adds this token to what errors may not show.
    pub(crate) fn hide_in(&self, redactor: Redactor) -> Redactor {
        redactor.removing(self.value.expose_secret())
    }

    /// Whether this is the token with that value.
    pub(super) fn is(&self, value: &SecretString) -> bool {
        self.value.expose_secret() == value.expose_secret()
    }

    /// Whose token it is.
    pub(super) fn owner(&self) -> &Arc<OnceLock<String>> {
        &self.owner
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Token")
            .field("usable_until", &self.usable_until)
            .finish_non_exhaustive()
    }
}

type Fetch = BoxFuture<'static, Result<Arc<Token>, Error>>;

#[derive(Default)]
struct State {
    current: Option<Arc<Token>>,
    /// The last token there was, also where it is not used any more.
    last: Option<Last>,
    unkept: Option<Unkept>,
    /// The fetch under way. Weak, so that it ends when every caller has gone.
    flight: Option<WeakShared<Fetch>>,
}

/// A token that was used, and whether the server refused it.
#[derive(Clone)]
pub(super) struct Last {
    pub(super) token: Arc<Token>,
    pub(super) refused: bool,
}

/// The tokens of one client.
pub(crate) struct Tokens {
    pub(super) exchange: Exchange,
    pub(super) config: Arc<ClientConfig>,
    /// Counts every request.
    pub(super) sent: Arc<AtomicU32>,
    state: Mutex<State>,
}

impl Tokens {
    pub(crate) fn new(exchange: Exchange, config: Arc<ClientConfig>, sent: Arc<AtomicU32>) -> Self {
        Self {
            exchange,
            config,
            sent,
            state: Mutex::default(),
        }
    }

    /// A token that has not nearly expired.
    pub(crate) async fn get(self: &Arc<Self>) -> Result<Arc<Token>, Error> {
        let flight = {
            let mut state = self.lock();
            if let Some(token) = &state.current
                && self.exchange.clock.elapsed() < token.usable_until
            {
                return Ok(Arc::clone(token));
            }
            self.join(&mut state)
        };
        flight.await
    }

    /// A token that was not there before this call; for a user, any that has not nearly expired.
    pub(crate) async fn fresh(self: &Arc<Self>) -> Result<Arc<Token>, Error> {
        // Each refresh costs the user's only way to the next one.
        if self.are_of_a_user() {
            return self.get().await;
        }
        let flight = self.join(&mut self.lock());
        flight.await
    }

    /// The server refused `token`: it is not used again. A newer one stays.
    pub(crate) fn refused(&self, token: &Arc<Token>) {
        let mut state = self.lock();
        if state
            .current
            .as_ref()
            .is_some_and(|current| Arc::ptr_eq(current, token))
        {
            state.current = None;
        }
        if let Some(last) = &mut state.last {
            last.refused |= Arc::ptr_eq(&last.token, token);
        }
    }

    /// `token` was ended: it is not used again.
    pub(super) fn ended(&self, token: &Token) {
        let mut state = self.lock();
        let is_it = |other: &Arc<Token>| std::ptr::eq(&**other, token);
        if state.current.as_ref().is_some_and(is_it) {
            state.current = None;
        }
    }

    /// What is still to be kept.
    pub(super) fn unkept(&self) -> Option<Unkept> {
        self.lock().unkept.clone()
    }

    pub(super) fn set_unkept(&self, unkept: Option<Unkept>) {
        self.lock().unkept = unkept;
    }

    /// Whether a person signed in.
    pub(crate) fn are_of_a_user(&self) -> bool {
        matches!(self.config.credentials, Credentials::User(_))
    }

    /// The fetch under way, else a new one.
    fn join(self: &Arc<Self>, state: &mut State) -> Shared<Fetch> {
        if let Some(flight) = state.flight.as_ref().and_then(WeakShared::upgrade) {
            return flight;
        }
        let tokens = Arc::clone(self);
        let last = state.last.clone();
        let flight = async move {
            let result = tokens.fetch(last).await.map(Arc::new);
            let mut state = tokens.lock();
            state.flight = None;
            if let Ok(token) = &result {
                state.current = Some(Arc::clone(token));
                state.last = Some(Last {
                    token: Arc::clone(token),
                    refused: false,
                });
            }
            result
        }
        .boxed()
        .shared();
        state.flight = flight.downgrade();
        flight
    }

    async fn fetch(self: &Arc<Self>, last: Option<Last>) -> Result<Token, Error> {
        match &self.config.credentials {
            Credentials::Client(client) => self.fetch_for_client(client).await,
            Credentials::User(user) => user_token::fetch(self, user, last).await,
        }
    }

    async fn fetch_for_client(&self, client: &ClientCredentials) -> Result<Token, Error> {
        let Timeouts {
            read, read_total, ..
        } = self.config.timeouts;
        let mut retry = Retry::new(&*self.exchange.clock, read_total);
        loop {
            match self.fetch_once(client, retry.limit(read)).await {
                Ok(token) => return Ok(token),
                Err(error) => retry.wait(self.redactor().clean(error)).await?,
            }
        }
    }

    async fn fetch_once(
        &self,
        client: &ClientCredentials,
        limit: Duration,
    ) -> Result<Token, Error> {
        let clock = &self.exchange.clock;
        let asked_at = clock.elapsed();
        let id = client.id.as_str();
        let secret = client.secret.expose_secret();
        let url = join(self.config.hosts.token(), ["oauth", "token"]);
        let grant = ("grant_type", "client_credentials");
        let request = match self.config.dialect.token_auth() {
            TokenAuth::Basic => sensitive(&format!("Basic {}", basic(id, secret)))
                .and_then(|header| form(&url, &[grant], Some(header))),
            TokenAuth::Form => form(
                &url,
                &[grant, ("client_id", id), ("client_secret", secret)],
                None,
            ),
        };
        let request =
            request.ok_or_else(|| Error::new(Operation::Token, ErrorKind::InvalidInput))?;
        self.sent.fetch_add(1, Ordering::Relaxed);
        let answer = self
            .exchange
            .send(request, limit, false)
            .await
            .map_err(|failed| failed.into_error(Operation::Token))?;
        let body = answer.json(Operation::Token, clock.now())?;
        TokenAnswer::read(&body)
            .and_then(|told| {
                let usable_until = asked_at + usable_for(told.lifetime);
                Token::new(told.access_token, usable_until, Arc::default())
            })
            .ok_or_else(|| answer.unusable(Operation::Token, ErrorKind::Unreadable))
    }

    /// Everything of the credentials that a server could repeat.
    pub(crate) fn redactor(&self) -> Redactor {
        let (id, secret) = match &self.config.credentials {
            Credentials::Client(client) => (&client.id, Some(&client.secret)),
            Credentials::User(user) => (&user.client_id, user.client_secret.as_ref()),
        };
        hiding(id, secret)
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Removes the secret of an OAuth client, also as it travels.
pub(crate) fn hiding(id: &str, secret: Option<&SecretString>) -> Redactor {
    secret.map_or_else(Redactor::default, |secret| {
        let secret = secret.expose_secret();
        Redactor::default()
            .removing(secret)
            .removing(&basic(id, secret))
    })
}
