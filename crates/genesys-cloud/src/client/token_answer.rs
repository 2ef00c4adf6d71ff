//! What a token host answers.

use std::time::Duration;

use jiff::Timestamp;
use secrecy::SecretString;
use serde_json::Value;

use crate::Grant;
use crate::json::text;

/// How long before its end a token is replaced.
pub(super) const MARGIN: Duration = Duration::from_secs(60);
/// A token is used at least this long, so that a server with absurd lifetimes is not asked for one at every request.
pub(super) const SHORTEST_USE: Duration = Duration::from_secs(5);
/// The shortest lifetime Genesys Cloud can be set to, for servers that do not tell one.
const ASSUMED_LIFETIME: Duration = Duration::from_secs(300);
/// The longest lifetime Genesys Cloud can be set to.
const LONGEST_LIFETIME: Duration = Duration::from_secs(172_800);

/// A token and what came with it.
#[derive(Debug)]
pub(crate) struct TokenAnswer {
    pub(crate) access_token: SecretString,
    pub(crate) refresh_token: Option<SecretString>,
    pub(crate) lifetime: Duration,
}

impl TokenAnswer {
    /// Reads an answer; none where it holds no token that a header can carry.
    pub(crate) fn read(body: &Value) -> Option<Self> {
        let value = text(body, "access_token")?;
        if !value.bytes().all(|byte| byte.is_ascii_graphic()) {
            return None;
        }
        Some(Self {
            access_token: value.into(),
            refresh_token: text(body, "refresh_token").map(SecretString::from),
            lifetime: lifetime(body),
        })
    }

    /// The grant this is, where it was asked for at `asked_at`.
    pub(crate) fn into_grant(self, asked_at: Timestamp) -> Grant {
        Grant {
            access_token: self.access_token,
            refresh_token: self.refresh_token,
            expires_at: asked_at
                .saturating_add(self.lifetime)
                .unwrap_or(Timestamp::MAX),
        }
    }
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
pub(super) fn usable_for(lifetime: Duration) -> Duration {
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
            assert!(TokenAnswer::read(&json!({"access_token": odd})).is_none());
        }
        let told = json!({"access_token": "tok-3n", "refresh_token": "ref-3sh"});
        let told = TokenAnswer::read(&told).unwrap();
        let shown = format!("{told:?}");
        assert!(!shown.contains("tok-3n") && !shown.contains("ref-3sh"));
        assert!(told.refresh_token.is_some());
        // A refresh token travels in a form, which carries anything.
        let odd = json!({"access_token": "t", "refresh_token": ""});
        assert!(TokenAnswer::read(&odd).unwrap().refresh_token.is_none());
    }
}
