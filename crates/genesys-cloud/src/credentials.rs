//! Who asks.

use std::fmt;
use std::sync::Arc;

use secrecy::SecretString;

use crate::GrantKeeper;

/// Who asks.
#[derive(Debug, Clone)]
pub enum Credentials {
    /// A program with a secret of its own: calls are placed on behalf of agents.
    Client(ClientCredentials),
    /// A person who signed in: calls are placed as that person. [`crate::Dialect::Platform`] only.
    User(UserCredentials),
}

/// OAuth client id and secret.
#[derive(Debug, Clone)]
pub struct ClientCredentials {
    /// Client id.
    pub id: String,
    /// Client secret.
    pub secret: SecretString,
}

/// The sign-in of a person.
#[derive(Clone)]
pub struct UserCredentials {
    /// Client id.
    pub client_id: String,
    /// Client secret; none for a public client (PKCE).
    pub client_secret: Option<SecretString>,
    /// Keeps what the sign-in gave.
    pub keeper: Arc<dyn GrantKeeper>,
}

impl fmt::Debug for UserCredentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("UserCredentials")
            .field("client_id", &self.client_id)
            .field("client_secret", &self.client_secret)
            .finish_non_exhaustive()
    }
}

impl From<ClientCredentials> for Credentials {
    fn from(credentials: ClientCredentials) -> Self {
        Self::Client(credentials)
    }
}

impl From<UserCredentials> for Credentials {
    fn from(credentials: UserCredentials) -> Self {
        Self::User(credentials)
    }
}
