//! The two OAuth clients of the organisation, and how each says who it is.

use base64::{Engine, prelude::BASE64_STANDARD};
use http::{HeaderMap, header::AUTHORIZATION};

use crate::config::Config;

/// One of the two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Client {
    /// Has a secret; may do everything but sign users in without it.
    Confidential,
    /// Has none; signs users in with a code and its verifier, and does nothing else.
    Public,
}

/// Why a token request was not let on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stranger {
    Unknown,
    WrongSecret,
}

impl Client {
    /// The client of that id.
    pub(super) fn known(config: &Config, id: &str) -> Option<Self> {
        if id == config.client_id {
            Some(Self::Confidential)
        } else if id == config.public_client_id {
            Some(Self::Public)
        } else {
            None
        }
    }

    pub(super) fn id(self, config: &Config) -> &str {
        match self {
            Self::Confidential => &config.client_id,
            Self::Public => &config.public_client_id,
        }
    }

    /// Who asks for a token: Basic, else the fields of the form. The public client has no secret,
    /// so it is known only where none is sent (inferred: the SDKs send no header for it).
    pub(super) fn authenticated(
        config: &Config,
        headers: &HeaderMap,
        field: impl Fn(&str) -> Option<String>,
    ) -> Result<Self, Stranger> {
        let in_form = || {
            let id = field("client_id").unwrap_or_default();
            (id, field("client_secret"))
        };
        let (id, secret) = if headers.contains_key(AUTHORIZATION) {
            let (id, secret) = basic(headers).ok_or(Stranger::Unknown)?;
            (id, Some(secret))
        } else {
            in_form()
        };
        match (Self::known(config, &id).ok_or(Stranger::Unknown)?, secret) {
            (Self::Confidential, Some(secret)) if secret == config.client_secret => {
                Ok(Self::Confidential)
            }
            (Self::Public, None) => Ok(Self::Public),
            _ => Err(Stranger::WrongSecret),
        }
    }
}

fn basic(headers: &HeaderMap) -> Option<(String, String)> {
    let (scheme, encoded) = headers.get(AUTHORIZATION)?.to_str().ok()?.split_once(' ')?;
    if !scheme.eq_ignore_ascii_case("basic") {
        return None;
    }
    let decoded = String::from_utf8(BASE64_STANDARD.decode(encoded.trim()).ok()?).ok()?;
    let (id, secret) = decoded.split_once(':')?;
    Some((id.to_owned(), secret.to_owned()))
}
