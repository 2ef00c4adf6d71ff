//! What all parts of the domain share.

use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

use genesys_cloud::clock::Clock;
use tokio_util::sync::CancellationToken;

use crate::agents::Found;
use crate::attempt::AttemptId;
use crate::check::Checking;
use crate::connection::Connections;
use crate::data_dir::DataDir;
use crate::dial::{Live, LiveCall, Since, Stage};
use crate::feed::Feeds;
use crate::host::Host;
use crate::log::{Attempt, CallLog};
use crate::marks::Marks;
use crate::network::Network;
use crate::number::ExtensionDigits;
use crate::options::QueuesKnown;
use crate::present;
use crate::problem::{Problem, ProblemCode};
use crate::profile::Profile;
use crate::role::Role;
use crate::secret::{Grants, Vault};
use crate::sign_in::SignIns;
use crate::timeouts::Timeouts;
use crate::track::Budget;
use crate::unfinished::Unwritten;
use crate::view::{AttemptView, Event, Feed, HostsView};
use crate::wake::Wake;

/// One per process; background tasks hold it for as long as they run.
pub(crate) struct Core {
    pub(crate) log: CallLog,
    pub(crate) data_dir: DataDir,
    pub(crate) live: Live,
    pub(crate) unwritten: Unwritten,
    pub(crate) marks: Marks,
    pub(crate) found: Found,
    pub(crate) connections: Connections,
    /// Extensions of the profile in use, for a preview at every key.
    pub(crate) extensions: Mutex<ExtensionDigits>,
    pub(crate) vault: Arc<Vault>,
    pub(crate) grants: Arc<Grants>,
    pub(crate) sign_ins: SignIns,
    pub(crate) network: Arc<Network>,
    pub(crate) host: Arc<dyn Host>,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) wake: Wake,
    pub(crate) checking: Checking,
    pub(crate) queues: QueuesKnown,
    pub(crate) feeds: Feeds,
    pub(crate) budget: Budget,
    pub(crate) timeouts: Timeouts,
    /// Cancelled when the last handle is gone: nothing is followed any more.
    pub(crate) closing: CancellationToken,
    pub(crate) version: String,
    pub(crate) placed_by: String,
    pub(crate) suggested_hosts: Option<HostsView>,
    pub(crate) role: Role,
    /// The profile this process works with, where it is not the one in use.
    pub(crate) chosen_profile: OnceLock<String>,
}

impl Core {
    /// The profile in use.
    ///
    /// # Errors
    /// `not_connected` before the first run is done.
    pub(crate) async fn active_profile(&self) -> Result<Profile, Problem> {
        let active = self.find_active_profile().await?;
        active.ok_or_else(|| Problem::new(ProblemCode::NotConnected))
    }

    /// The profile in use; none before the first run is done. Its extensions are what a preview
    /// reads with from now on.
    pub(crate) async fn find_active_profile(&self) -> Result<Option<Profile>, Problem> {
        let profiles = self.log.profiles();
        let active = match self.chosen_profile.get() {
            Some(id) => Some(profiles.get(id).await?),
            None => profiles.active().await?,
        };
        self.read_with_extensions_of(active.as_ref());
        Ok(active)
    }

    /// Takes the extensions of a profile for previews. Call reads with those of its own profile.
    pub(crate) fn read_with_extensions_of(&self, profile: Option<&Profile>) {
        let extensions = profile.map(Profile::dialled_extensions);
        *self.lock_extensions() = extensions.unwrap_or_default();
    }

    /// The extensions that a preview reads with.
    pub(crate) fn extensions(&self) -> ExtensionDigits {
        self.lock_extensions().clone()
    }

    fn lock_extensions(&self) -> MutexGuard<'_, ExtensionDigits> {
        // The list is whole at every moment, also after a panic elsewhere.
        self.extensions
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }

    /// An attempt as the page shows it; what is newer in memory than in the log goes first.
    pub(crate) async fn view(&self, attempt: Attempt) -> AttemptView {
        self.marks.learn(&self.log, &attempt.profile_id).await;
        self.view_now(attempt)
    }

    fn view_now(&self, attempt: Attempt) -> AttemptView {
        let live = self.live.get(attempt.id);
        let attempt = live.as_ref().map_or(&attempt, |call| &call.attempt);
        let mut view = present::attempt_view(attempt, live.as_ref(), &*self.clock, &self.wake);
        view.interaction_url = self.marks.link(attempt);
        view.profile = self.marks.mark(attempt);
        view.source = view.hangable.then(|| match &live {
            Some(_) => self.feeds.source(&attempt.profile_id, &attempt.agent_id),
            None => Feed::Poll,
        });
        view
    }

    /// Looks after an attempt from now on. `false` where somebody does already.
    pub(crate) fn enter_live(
        &self,
        attempt: Attempt,
        stage: Stage,
        cancel: CancellationToken,
    ) -> bool {
        let ago = self.clock.now().as_millisecond() - attempt.created_at.as_millisecond();
        let pressed = Since::new(self.wake.running(), ago);
        let mut call = LiveCall::new(attempt, stage, cancel, pressed);
        self.mark_talk(&mut call);
        self.live.enter(call)
    }

    /// Starts the clock of a talk once it has begun.
    pub(crate) fn mark_talk(&self, call: &mut LiveCall) {
        if let (Some(connected_at), None) = (call.attempt.connected_at, call.talks) {
            let ago = self.clock.now().as_millisecond() - connected_at.as_millisecond();
            call.talks = Some(Since::new(self.wake.running(), ago));
        }
    }

    /// A live attempt as it is now.
    pub(crate) fn live_view(&self, id: AttemptId) -> Option<AttemptView> {
        let call = self.live.get(id)?;
        Some(self.view_now(call.attempt))
    }

    /// Tells the page about a live attempt as it is now.
    pub(crate) fn emit_attempt(&self, id: AttemptId) {
        if let Some(attempt) = self.live_view(id) {
            let attempt = Box::new(attempt);
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
