//! What a tutorial's `.env` file has become.

use serde::Serialize;
use ts_rs::TS;

use super::{AgentView, ProfileView};
use crate::problem::Problem;

/// What was taken over from a `.env` file. The secret is in the keyring; the file can be deleted.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(export)]
pub struct ImportView {
    /// Where the file is, to name it.
    pub path: String,
    /// The connection it became, in use now.
    pub profile: ProfileView,
    /// The e-mail of the agent, where the file named one.
    pub agent_email: Option<String>,
    /// The agent, where one was found by that e-mail.
    pub agent: Option<AgentView>,
    /// Why the agent was not found.
    pub agent_problem: Option<Problem>,
    /// The number to fill in, as it stands in the file.
    pub number: Option<String>,
}
