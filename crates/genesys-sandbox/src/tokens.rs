//! Tokens and how many requests each of them made.

use std::{collections::HashMap, time::Duration};

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use http::{HeaderMap, HeaderValue, header::AUTHORIZATION};
use uuid::Uuid;

use crate::error::ApiError;

/// The API counts requests in windows of a minute.
const WINDOW: Duration = Duration::from_secs(60);

#[derive(Debug, Default)]
pub(crate) struct Tokens(HashMap<String, Issued>);

/// How a token was got.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Grant {
    ClientCredentials,
    /// A code and the client's secret.
    Code,
    /// A code and its verifier, by the client that has no secret.
    CodeWithProof,
}

/// Whom a token speaks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Holder {
    pub(crate) client_id: String,
    pub(crate) grant: Grant,
    /// The user who signed in; nobody where the client speaks for itself.
    pub(crate) user_id: Option<String>,
    /// The sign-in that it came from, and every token with it.
    pub(crate) sign_in: Option<u64>,
}

impl Holder {
    /// The user, for what only a user may do.
    pub(crate) fn user(&self) -> Result<&str, ApiError> {
        self.user_id.as_deref().ok_or_else(ApiError::not_a_user)
    }

    /// Whether it is the token of a user, and of another one than this.
    pub(crate) fn is_somebody_else(&self, user_id: &str) -> bool {
        self.user_id
            .as_deref()
            .is_some_and(|own| !own.eq_ignore_ascii_case(user_id))
    }
}

#[derive(Debug)]
struct Issued {
    holder: Holder,
    /// Sandbox time at which it stops working.
    expires: Duration,
    window_began: Duration,
    requests: u32,
}

/// What the rate-limit headers tell about a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Budget {
    pub(crate) count: u32,
    pub(crate) allowed: u32,
    /// Seconds until the count starts again.
    pub(crate) reset: u64,
}

impl Budget {
    /// What a request without a valid token is told.
    pub(crate) fn untouched(allowed: u32) -> Self {
        Self {
            count: 0,
            allowed,
            reset: WINDOW.as_secs(),
        }
    }

    pub(crate) fn is_overdrawn(self) -> bool {
        self.count > self.allowed
    }

    pub(crate) fn write(self, headers: &mut HeaderMap) {
        headers.insert("inin-ratelimit-count", HeaderValue::from(self.count));
        headers.insert("inin-ratelimit-allowed", HeaderValue::from(self.allowed));
        headers.insert("inin-ratelimit-reset", HeaderValue::from(self.reset));
    }
}

impl Tokens {
    pub(crate) fn issue(&mut self, holder: Holder, now: Duration, lifetime: Duration) -> String {
        self.0.retain(|_, issued| issued.expires > now);
        let token = random_token();
        let issued = Issued {
            holder,
            expires: now.saturating_add(lifetime),
            window_began: now,
            requests: 0,
        };
        self.0.insert(token.clone(), issued);
        token
    }

    /// Counts a request; nothing when the token is unknown or has expired.
    pub(crate) fn spend(
        &mut self,
        token: &str,
        now: Duration,
        allowed: u32,
    ) -> Option<(Budget, Holder)> {
        let issued = self
            .0
            .get_mut(token)
            .filter(|issued| issued.expires > now)?;
        if now.saturating_sub(issued.window_began) >= WINDOW {
            issued.window_began = now;
            issued.requests = 0;
        }
        issued.requests = issued.requests.saturating_add(1);
        let left = WINDOW.saturating_sub(now.saturating_sub(issued.window_began));
        let budget = Budget {
            count: issued.requests,
            allowed,
            reset: left.as_secs_f64().ceil() as u64,
        };
        Some((budget, issued.holder.clone()))
    }

    /// The sandbox time at which a token stops working; nothing when it has.
    pub(crate) fn expiry(&self, token: &str, now: Duration) -> Option<Duration> {
        let expires = self.0.get(token)?.expires;
        (expires > now).then_some(expires)
    }

    pub(crate) fn revoke(&mut self, token: &str) {
        self.0.remove(token);
    }

    /// The tokens of these holders stop working.
    pub(crate) fn revoke_where(&mut self, is_one: impl Fn(&Holder) -> bool) {
        self.0.retain(|_, issued| !is_one(&issued.holder));
    }

    pub(crate) fn expire_all(&mut self) {
        self.0.clear();
    }
}

/// A text that nobody can guess.
pub(crate) fn random_token() -> String {
    let mut random = [0; 48];
    for part in random.chunks_exact_mut(16) {
        part.copy_from_slice(Uuid::new_v4().as_bytes());
    }
    BASE64_URL_SAFE_NO_PAD.encode(random)
}

/// The bearer token of a request.
pub(crate) fn bearer(headers: &HeaderMap) -> Option<&str> {
    let (scheme, token) = headers.get(AUTHORIZATION)?.to_str().ok()?.split_once(' ')?;
    let token = token.trim();
    (scheme.eq_ignore_ascii_case("bearer") && !token.is_empty()).then_some(token)
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn secs(seconds: u64) -> Duration {
        Duration::from_secs(seconds)
    }

    fn nobody() -> Holder {
        Holder {
            client_id: "client".to_owned(),
            grant: Grant::ClientCredentials,
            user_id: None,
            sign_in: None,
        }
    }

    #[test]
    fn a_token_stops_working_when_its_time_is_over() {
        let mut tokens = Tokens::default();
        let token = tokens.issue(nobody(), secs(0), secs(5));
        assert!(tokens.spend(&token, secs(4), 300).is_some());
        assert!(tokens.spend(&token, secs(5), 300).is_none());
        assert!(tokens.spend("made up", secs(0), 300).is_none());
        assert_eq!(tokens.expiry(&token, secs(4)), Some(secs(5)));
        assert_eq!(tokens.expiry(&token, secs(5)), None);
    }

    #[test]
    fn requests_are_counted_by_the_minute() {
        let mut tokens = Tokens::default();
        let token = tokens.issue(nobody(), secs(0), secs(1_000));
        let (first, _) = tokens.spend(&token, secs(10), 2).unwrap();
        assert_eq!(
            first,
            Budget {
                count: 1,
                allowed: 2,
                reset: 50
            }
        );
        tokens.spend(&token, secs(11), 2).unwrap();
        assert!(tokens.spend(&token, secs(12), 2).unwrap().0.is_overdrawn());
        assert!(!tokens.spend(&token, secs(61), 2).unwrap().0.is_overdrawn());
    }
}
