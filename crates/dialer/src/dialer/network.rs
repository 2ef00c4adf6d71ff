//! How servers are reached, and whether they are.

use secrecy::SecretString;

use super::Dialer;
use crate::check;
use crate::network;
use crate::problem::Problem;
use crate::view::{CheckStep, NetworkForm, NetworkView};

impl Dialer {
    /// Looks at a connection step by step; each change is told by an event, the list is the answer. It
    /// places no call and does not extend an idle time-out.
    ///
    /// # Errors
    /// `profile_missing`. What is wrong with the connection is in the steps.
    pub async fn check_connection(
        &self,
        profile_id: &str,
        agent_id: Option<&str>,
    ) -> Result<Vec<CheckStep>, Problem> {
        check::check(&self.core, profile_id, agent_id).await
    }

    /// How servers are reached.
    ///
    /// # Errors
    /// Those of the log.
    pub async fn network(&self) -> Result<NetworkView, Problem> {
        network::view(&self.core).await
    }

    /// Changes how servers are reached, for all connections and from the next request on. The password
    /// of the proxy goes to the keyring; none leaves the one that is kept, an empty one removes it.
    ///
    /// # Errors
    /// `proxy_invalid`, `proxy_sign_in_invalid`, `ca_file_unreadable`, `ca_file_invalid`, and those of the keyring and the log; then nothing is changed.
    pub async fn set_network(
        &self,
        form: NetworkForm,
        password: Option<SecretString>,
    ) -> Result<NetworkView, Problem> {
        network::change(&self.core, form, password).await
    }
}
