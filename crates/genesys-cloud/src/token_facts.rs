//! What the server tells of a token.

use serde_json::Value;

use crate::ErrorKind;
use crate::answer::shortened;
use crate::id::plain_id;
use crate::json::{items, text};

/// The most scopes that are read of one token.
const MOST_SCOPES: usize = 200;

/// What the server tells of a token (`GET /api/v2/tokens/me`). Every field may be missing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TokenFacts {
    /// Id of the organisation.
    pub organization_id: Option<String>,
    /// Name of the organisation.
    pub organization_name: Option<String>,
    /// Id of the OAuth client.
    pub client_id: Option<String>,
    /// Name of the OAuth client.
    pub client_name: Option<String>,
    /// The scopes that the token has. They limit what a user's token may do; a client's goes by its roles.
    pub scopes: Vec<String>,
}

impl TokenFacts {
    pub(crate) fn read(body: &Value) -> Result<Self, ErrorKind> {
        if !body.is_object() {
            return Err(ErrorKind::Unreadable);
        }
        let part = |key| body.get(key).unwrap_or(&Value::Null);
        let name = |value| text(value, "name").and_then(shortened);
        let organization = part("organization");
        let client = part("OAuthClient");
        Ok(Self {
            organization_id: plain_id(organization, "id"),
            organization_name: name(organization),
            client_id: plain_id(client, "id"),
            client_name: name(client),
            scopes: items(body, "authorizedScope")
                .iter()
                .filter_map(Value::as_str)
                .filter_map(shortened)
                .take(MOST_SCOPES)
                .collect(),
        })
    }
}
