//! What feeds the screen: one notification channel for each profile, and what it told.
//!
//! Agents are listened to from when they are chosen, and dropped when nobody has asked for them for
//! a while. Nothing ever waits for a socket: without one, calls are read.

mod backoff;
mod listening;
mod profile_feed;

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio_util::sync::CancellationToken;

use crate::core::Core;
use crate::problem::Problem;
use crate::role::Role;
use crate::view::{Event, Feed};

pub(crate) use profile_feed::{Hearing, ProfileFeed, TOLD_FOR};

/// What feeds a profile's calls, and why it is not the socket.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Status {
    pub(crate) feed: Feed,
    pub(crate) reason: Option<Problem>,
}

/// The feeds of this run.
#[derive(Default)]
pub(crate) struct Feeds {
    known: Mutex<Known>,
}

#[derive(Default)]
struct Known {
    by_profile: HashMap<String, (Arc<ProfileFeed>, CancellationToken)>,
    /// The profile on screen.
    shown: Option<String>,
}

impl Feeds {
    /// Stops listening for a profile: its connection has changed. Who still wants an agent of it
    /// starts anew.
    pub(crate) fn forget(&self, profile_id: &str) {
        if let Some((_, stop)) = self.lock().by_profile.remove(profile_id) {
            stop.cancel();
        }
    }

    /// What feeds the calls of an agent.
    pub(crate) fn source(&self, profile_id: &str, agent_id: &str) -> Feed {
        match self.lock().by_profile.get(profile_id) {
            Some((feed, _)) if feed.covers(agent_id) => Feed::Socket,
            _ => Feed::Poll,
        }
    }

    /// What feeds the profile on screen.
    pub(crate) fn shown(&self) -> Status {
        let known = self.lock();
        known
            .shown
            .as_ref()
            .and_then(|shown| known.by_profile.get(shown))
            .map(|(feed, _)| feed.status())
            .unwrap_or_default()
    }

    fn is_shown(&self, profile_id: &str) -> bool {
        self.lock().shown.as_deref() == Some(profile_id)
    }

    fn lock(&self) -> MutexGuard<'_, Known> {
        // Every change is a single step, so it is whole also after a panic elsewhere.
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Puts an agent on screen, and wants to hear of its calls.
pub(crate) fn want(core: &Arc<Core>, profile_id: &str, agent_id: &str) -> Arc<ProfileFeed> {
    let feed = keep(core, profile_id, agent_id);
    feed.put_on_screen(agent_id);
    feed
}

/// Wants to hear of the calls of an agent, whoever is on screen; listening begins by itself.
pub(crate) fn keep(core: &Arc<Core>, profile_id: &str, agent_id: &str) -> Arc<ProfileFeed> {
    let mut known = core.feeds.lock();
    let entry = known.by_profile.get(profile_id).cloned();
    let (feed, _) = entry.unwrap_or_else(|| {
        let stop = core.closing.child_token();
        let feed = Arc::new(ProfileFeed::new(profile_id));
        if core.role == Role::Window {
            let listening = listening::listen(Arc::clone(core), Arc::clone(&feed), stop.clone());
            tokio::spawn(listening);
        }
        let entry = (feed, stop);
        known
            .by_profile
            .insert(profile_id.to_owned(), entry.clone());
        entry
    });
    drop(known);
    feed.want(agent_id, core.clock.elapsed());
    feed
}

/// Puts a profile on screen.
pub(crate) fn show(core: &Core, profile_id: &str) {
    let changed = {
        let mut known = core.feeds.lock();
        let changed = known.shown.as_deref() != Some(profile_id);
        known.shown = Some(profile_id.to_owned());
        changed
    };
    if changed {
        tell(core);
    }
}

/// No profile is on screen any more.
pub(crate) fn show_none(core: &Core) {
    if core.feeds.lock().shown.take().is_some() {
        tell(core);
    }
}

/// Tells the page what feeds it.
fn tell(core: &Core) {
    let Status { feed, reason } = core.feeds.shown();
    core.host.emit(Event::Feed { feed, reason });
}

/// Takes a new status in, and tells the page where it is about what is on screen.
fn enter(core: &Core, feed: &ProfileFeed, status: Status) {
    if feed.enter(status) && core.feeds.is_shown(&feed.profile_id) {
        tell(core);
    }
}
