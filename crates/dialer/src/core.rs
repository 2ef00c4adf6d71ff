//! What all parts of the domain share.

use std::sync::Arc;

use genesys_cloud::clock::Clock;
use tokio_util::sync::CancellationToken;

use crate::agents::Found;
use crate::attempt::AttemptId;
use crate::connection::Connections;
use crate::data_dir::DataDir;
use crate::dial::Live;
use crate::host::Host;
use crate::links::Links;
use crate::log::{Attempt, CallLog};
use crate::present;
use crate::problem::{Problem, ProblemCode};
use crate::profile::Profile;
use crate::secret::Vault;
use crate::view::{AttemptView, Event, HostsView};

/// One per process; background tasks hold it for as long as they run.
pub(crate) struct Core {
    pub(crate) log: CallLog,
    pub(crate) data_dir: DataDir,
    pub(crate) live: Live,
    pub(crate) links: Links,
    pub(crate) found: Found,
    pub(crate) connections: Connections,
    pub(crate) vault: Arc<Vault>,
    pub(crate) host: Arc<dyn Host>,
    pub(crate) clock: Arc<dyn Clock>,
    /// Cancelled when the last handle is gone: nothing is followed any more.
    pub(crate) closing: CancellationToken,
    pub(crate) version: String,
    pub(crate) placed_by: String,
    pub(crate) suggested_hosts: Option<HostsView>,
}

impl Core {
    /// The profile in use.
    ///
    /// # Errors
    /// `not_connected` before the first run is done.
    pub(crate) async fn active_profile(&self) -> Result<Profile, Problem> {
        let active = self.log.profiles().active().await?;
        active.ok_or_else(|| Problem::new(ProblemCode::NotConnected))
    }

    /// An attempt as the page shows it; what is newer in memory than in the log goes first.
    pub(crate) async fn view(&self, attempt: Attempt) -> AttemptView {
        self.links.learn(&self.log, &attempt.profile_id).await;
        self.view_now(attempt)
    }

    fn view_now(&self, attempt: Attempt) -> AttemptView {
        let live = self.live.get(attempt.id);
        let (attempt, stage) = match live {
            Some(call) => (call.attempt, Some(call.stage)),
            None => (attempt, None),
        };
        let link = self.links.of(&attempt);
        present::attempt_view(&attempt, stage, &*self.clock, link)
    }

    /// Tells the page about a live attempt as it is now.
    pub(crate) fn emit_attempt(&self, id: AttemptId) {
        if let Some(call) = self.live.get(id) {
            let attempt = Box::new(self.view_now(call.attempt));
            self.host.emit(Event::Attempt { attempt });
        }
    }

    /// Tells the page about an attempt that is not live.
    pub(crate) async fn emit(&self, attempt: Attempt) {
        let attempt = Box::new(self.view(attempt).await);
        self.host.emit(Event::Attempt { attempt });
    }

    /// Tells the user something that belongs to no attempt.
    pub(crate) fn notice(&self, problem: Problem) {
        self.host.emit(Event::Notice { problem });
    }
}
