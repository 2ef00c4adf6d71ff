//! Agents that were chosen on this machine, for the list of recent ones.

use jiff::Timestamp;

use crate::log::CallLog;
use crate::problem::Problem;

/// An agent that was chosen before. What decides whether a call can work is read fresh, not kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgentSeen {
    /// Genesys Cloud user id.
    pub id: String,
    /// Name.
    pub name: String,
    /// E-mail.
    pub email: String,
    /// Title, where the server tells it.
    pub title: Option<String>,
}

/// The agents seen in one data directory.
#[derive(Debug, Clone)]
pub struct AgentsSeen {
    log: CallLog,
}

impl AgentsSeen {
    pub(crate) fn new(log: CallLog) -> Self {
        Self { log }
    }

    /// Keeps an agent, as the most recent one of its profile.
    ///
    /// # Errors
    /// `log_unwritable`, `disk_full`, `database_damaged`.
    pub async fn remember(
        &self,
        _profile_id: &str,
        _agent: AgentSeen,
        _at: Timestamp,
    ) -> Result<(), Problem> {
        self.log.write(|_, _| Ok(())).await
    }

    /// One agent.
    ///
    /// # Errors
    /// `database_damaged`, `internal`.
    pub async fn get(&self, _profile_id: &str, _id: &str) -> Result<Option<AgentSeen>, Problem> {
        self.log.read(|_| Ok(None)).await
    }

    /// The agents of a profile, the most recent first.
    ///
    /// # Errors
    /// `database_damaged`, `internal`.
    pub async fn recent(&self, _profile_id: &str, _limit: u32) -> Result<Vec<AgentSeen>, Problem> {
        self.log.read(|_| Ok(Vec::new())).await
    }
}
