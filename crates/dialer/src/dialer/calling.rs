//! What calls ask for beside the number.

use super::Dialer;
use crate::options;
use crate::problem::Problem;
use crate::view::{CallOptions, CallOptionsView};

impl Dialer {
    /// What can be chosen for the calls of an agent, and what is.
    ///
    /// # Errors
    /// `not_connected`, `agent_missing`, and those of the log. Why the queues are not known is told in the view.
    pub async fn call_options(&self, agent_id: &str) -> Result<CallOptionsView, Problem> {
        options::of(&self.core, agent_id).await
    }

    /// Keeps what calls for an agent ask for; none goes back to what the connection says.
    ///
    /// # Errors
    /// `not_connected`, `agent_missing`, `caller_id_invalid`, `caller_name_invalid`, and those of the log.
    pub async fn set_call_options(
        &self,
        agent_id: &str,
        options: Option<CallOptions>,
    ) -> Result<(), Problem> {
        options::set(&self.core, agent_id, options).await
    }
}
