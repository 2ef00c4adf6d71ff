//! Tokens: fetched by one caller at a time, used by all.

use std::fmt;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use futures_util::FutureExt;
use futures_util::future::{BoxFuture, Shared, WeakShared};
use http::HeaderValue;
use secrecy::{ExposeSecret, SecretString};
use serde_json::Value;

use super::exchange::{Exchange, basic, form, join, sensitive};
use super::retry::Retry;
use super::{ClientConfig, Timeouts};
use crate::dialect::TokenAuth;
use crate::json::text;
use crate::redact::Redactor;
use crate::{Error, ErrorKind, Operation};

/// How long before its end a token is replaced.
const MARGIN: Duration = Duration::from_secs(60);
/// A token is used at least this long, so that a server with absurd lifetimes is not asked for one at every request.
const SHORTEST_USE: Duration = Duration::from_secs(5);
/// The shortest lifetime Genesys Cloud can be set to, for servers that do not tell one.
const ASSUMED_LIFETIME: Duration = Duration::from_secs(300);
/// The longest lifetime Genesys Cloud can be set to.
const LONGEST_LIFETIME: Duration = Duration::from_secs(172_800);

/// An access token.
pub(crate) struct Token {
    value: SecretString,
    header: HeaderValue,
    /// On the clock's own scale.
    usable_until: Duration,
}

impl Token {
    /// The `Authorization` header.
    pub(crate) fn header(&self) -> HeaderValue {
        self.header.clone()
    }

    /// Adds this token to what errors may not show.
    pub(crate) fn hide_in(&self, redactor: Redactor) -> Redactor {
        redactor.removing(self.value.expose_secret())
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
    /// The fetch under way. Weak, so that it ends when every caller has gone.
    flight: Option<WeakShared<Fetch>>,
}

/// The tokens of one client.
pub(crate) struct Tokens {
    exchange: Exchange,
    config: Arc<ClientConfig>,
    /// Counts every request.
    sent: Arc<AtomicU32>,
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

    /// A token that was not there before this call.
    pub(crate) async fn fresh(self: &Arc<Self>) -> Result<Arc<Token>, Error> {
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
    }

    /// The fetch under way, else a new one.
    fn join(self: &Arc<Self>, state: &mut State) -> Shared<Fetch> {
        if let Some(flight) = state.flight.as_ref().and_then(WeakShared::upgrade) {
            return flight;
        }
        let tokens = Arc::clone(self);
        let flight = async move {
            let result = tokens.fetch().await.map(Arc::new);
            let mut state = tokens.lock();
            state.flight = None;
            if let Ok(token) = &result {
                state.current = Some(Arc::clone(token));
            }
            result
        }
        .boxed()
        .shared();
        state.flight = flight.downgrade();
        flight
    }

    async fn fetch(&self) -> Result<Token, Error> {
        let Timeouts {
            read, read_total, ..
        } = self.config.timeouts;
        let mut retry = Retry::new(&*self.exchange.clock, read_total);
        loop {
            match self.fetch_once(retry.limit(read)).await {
                Ok(token) => return Ok(token),
                Err(error) => retry.wait(self.redactor().clean(error)).await?,
            }
        }
    }

    async fn fetch_once(&self, limit: Duration) -> Result<Token, Error> {
        let clock = &self.exchange.clock;
        let asked_at = clock.elapsed();
        let id = self.config.credentials.id.as_str();
        let secret = self.config.credentials.secret.expose_secret();
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
        read_token(&body, asked_at)
            .ok_or_else(|| answer.unusable(Operation::Token, ErrorKind::Unreadable))
    }

    /// Everything of the credentials that a server could repeat.
    pub(crate) fn redactor(&self) -> Redactor {
        let secret = self.config.credentials.secret.expose_secret();
        Redactor::default()
            .removing(secret)
            .removing(&basic(&self.config.credentials.id, secret))
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn read_token(body: &Value, asked_at: Duration) -> Option<Token> {
    let value = text(body, "access_token")?;
    if !value.bytes().all(|byte| byte.is_ascii_graphic()) {
        return None;
    }
    Some(Token {
        header: sensitive(&format!("Bearer {value}"))?,
        value: value.into(),
        usable_until: asked_at + usable_for(lifetime(body)),
    })
}

/// `expires_in`, also where it is written as text or with a fraction.
fn lifetime(body: &Value) -> Duration {
    let seconds = match body.get("expires_in") {
        Some(Value::String(text)) => text.trim().parse().ok(),
        Some(value) => value.as_f64(),
        None => None,
    };
    seconds.map_or(ASSUMED_LIFETIME, |seconds: f64| {
        let longest = LONGEST_LIFETIME.as_secs_f64();
        Duration::try_from_secs_f64(seconds.clamp(0.0, longest)).unwrap_or(ASSUMED_LIFETIME)
    })
}

/// How long a token is used before the next one is fetched.
fn usable_for(lifetime: Duration) -> Duration {
    let margin = if lifetime >= MARGIN * 2 {
        MARGIN
    } else {
        lifetime / 10
    };
    (lifetime - margin).max(SHORTEST_USE)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn tokens_are_replaced_a_minute_before_their_end_and_short_ones_near_it() {
        let seconds = Duration::from_secs;
        assert_eq!(usable_for(seconds(86_400)), seconds(86_340));
        assert_eq!(usable_for(seconds(300)), seconds(240));
        assert_eq!(usable_for(seconds(60)), seconds(54));
        assert_eq!(usable_for(seconds(5)), seconds(5));
        assert_eq!(usable_for(seconds(0)), seconds(5));
    }

    #[test]
    fn lifetimes_of_any_kind_are_survived() {
        let seconds = Duration::from_secs;
        assert_eq!(lifetime(&json!({"expires_in": 120})), seconds(120));
        assert_eq!(lifetime(&json!({"expires_in": "120"})), seconds(120));
        assert_eq!(lifetime(&json!({"expires_in": -1})), seconds(0));
        assert_eq!(lifetime(&json!({"expires_in": 1e300})), LONGEST_LIFETIME);
        for odd in [json!(null), json!("NaN"), json!([]), json!("soon")] {
            assert_eq!(lifetime(&json!({"expires_in": odd})), ASSUMED_LIFETIME);
        }
        assert_eq!(lifetime(&json!({})), ASSUMED_LIFETIME);
    }

    #[test]
    fn a_token_that_no_header_can_carry_is_not_one() {
        for odd in [
            json!(""),
            json!("a b"),
            json!("a\nb"),
            json!("ä"),
            json!(7),
            json!(null),
        ] {
            assert!(read_token(&json!({"access_token": odd}), Duration::ZERO).is_none());
        }
        let token = read_token(&json!({"access_token": "tok-3n"}), Duration::ZERO);
        assert!(!format!("{token:?}").contains("tok-3n"));
        assert!(token.is_some());
    }
}
