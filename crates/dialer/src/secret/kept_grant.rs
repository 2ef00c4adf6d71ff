//! A grant as the one text that a keyring keeps.

use genesys_cloud::Grant;
use jiff::Timestamp;
use secrecy::{ExposeSecret, SecretString};
use serde::{Deserialize, Serialize};

use super::MAX_SECRET_BYTES;

/// A grant that does not fit into a keyring, whole.
pub(super) struct Unfit(pub(super) SecretString);

/// What is written.
#[derive(Serialize)]
struct Written<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    access_token: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    refresh_token: Option<&'a str>,
    expires_at: Timestamp,
}

/// What is read.
#[derive(Deserialize)]
pub(super) struct KeptGrant {
    access_token: Option<SecretString>,
    refresh_token: Option<SecretString>,
    expires_at: Timestamp,
}

impl KeptGrant {
    /// The grant as text, and whether that is all of it: where that is too long, the access token
    /// stays out, because the refresh token alone gives the next one.
    pub(super) fn write(grant: &Grant) -> Result<(SecretString, bool), Unfit> {
        let whole = text(grant, true);
        if whole.expose_secret().len() <= MAX_SECRET_BYTES {
            return Ok((whole, true));
        }
        let rest = text(grant, false);
        let fits = rest.expose_secret().len() <= MAX_SECRET_BYTES;
        match grant.refresh_token.is_some() && fits {
            true => Ok((rest, false)),
            false => Err(Unfit(whole)),
        }
    }

    /// The grant that was kept; none where the text is none of ours.
    pub(super) fn read(kept: &SecretString) -> Option<Grant> {
        // The error could repeat what was kept.
        let Ok(kept) = serde_json::from_str::<Self>(kept.expose_secret()) else {
            tracing::warn!("a sign-in in the keyring could not be read");
            return None;
        };
        let (access_token, expires_at) = match kept.access_token {
            Some(access_token) => (access_token, kept.expires_at),
            // Another process has it; the refresh token gives the next one.
            None => (SecretString::default(), Timestamp::UNIX_EPOCH),
        };
        Some(Grant {
            access_token,
            refresh_token: kept.refresh_token,
            expires_at,
        })
    }
}

fn text(grant: &Grant, with_access_token: bool) -> SecretString {
    let access_token = with_access_token.then(|| grant.access_token.expose_secret());
    let written = Written {
        access_token,
        refresh_token: grant
            .refresh_token
            .as_ref()
            .map(|token| token.expose_secret()),
        expires_at: grant.expires_at,
    };
    // Texts and a time always have a JSON form; an empty one would be read as no sign-in.
    serde_json::to_string(&written).unwrap_or_default().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn grant(access: usize, refresh: Option<usize>) -> Grant {
        Grant {
            access_token: "a".repeat(access).into(),
            refresh_token: refresh.map(|length| "r".repeat(length).into()),
            expires_at: Timestamp::from_second(1_800_000_000).unwrap(),
        }
    }

    fn refresh_token(grant: &Grant) -> Option<&str> {
        grant
            .refresh_token
            .as_ref()
            .map(|token| token.expose_secret())
    }

    #[test]
    fn what_fits_is_kept_whole() {
        for refresh in [None, Some(80)] {
            let grant = grant(90, refresh);
            let (kept, is_whole) = KeptGrant::write(&grant).ok().unwrap();
            assert!(is_whole);
            let read = KeptGrant::read(&kept).unwrap();
            assert_eq!(
                read.access_token.expose_secret(),
                grant.access_token.expose_secret()
            );
            assert_eq!(refresh_token(&read), refresh_token(&grant));
            assert_eq!(read.expires_at, grant.expires_at);
        }
    }

    #[test]
    fn a_long_access_token_stays_out_and_is_as_good_as_expired() {
        let (kept, is_whole) = KeptGrant::write(&grant(3000, Some(80))).ok().unwrap();
        assert!(!is_whole);
        assert!(kept.expose_secret().len() <= MAX_SECRET_BYTES);
        let read = KeptGrant::read(&kept).unwrap();
        assert_eq!(read.expires_at, Timestamp::UNIX_EPOCH);
        assert_eq!(refresh_token(&read), Some("r".repeat(80).as_str()));
    }

    #[test]
    fn what_cannot_be_kept_is_not_cut() {
        for grant in [grant(3000, None), grant(90, Some(3000))] {
            assert!(KeptGrant::write(&grant).is_err());
        }
    }

    #[test]
    fn a_text_of_somebody_else_is_no_sign_in() {
        for text in ["", "{}", "secret", "{\"expires_at\":7}"] {
            assert!(
                KeptGrant::read(&SecretString::from(text)).is_none(),
                "{text}"
            );
        }
    }
}
