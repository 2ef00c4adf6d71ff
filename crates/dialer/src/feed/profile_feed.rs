//! What one profile's channel is for, and what it has told.

use std::collections::{HashMap, HashSet, VecDeque};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use genesys_cloud::CallSnapshot;
use genesys_cloud::notifications::MOST_AGENTS;
use tokio::sync::{Notify, mpsc, watch};

use super::Status;
use crate::track::Seen;
use crate::view::Feed;

/// An agent nobody has asked for this long is dropped.
const IDLE_AFTER: Duration = Duration::from_secs(30 * 60);

/// How long a call that was told of is remembered. Only what was pressed since is looked up by it, and
/// a day of calls must not fill the memory.
pub(crate) const TOLD_FOR: Duration = Duration::from_secs(30 * 60);

/// How many calls of an agent are remembered.
const CALLS_KEPT: usize = 32;

/// How many snapshots wait for one follower; what is lost beyond that, the next read brings.
const WAITING: usize = 64;

/// One profile's feed.
pub(crate) struct ProfileFeed {
    pub(super) profile_id: String,
    /// Told when the agents, or what is known of the socket, have changed.
    pub(super) changed: Notify,
    status: watch::Sender<Status>,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    wanted: HashMap<String, Duration>,
    /// The agent that the person has chosen last.
    on_screen: String,
    /// Agents whose calls are told, since when.
    covered: HashMap<String, Duration>,
    rejected: HashSet<String>,
    deaf: bool,
    /// When anything was told last.
    told_at: Option<Duration>,
    told: HashMap<String, VecDeque<Told>>,
    followers: HashMap<String, mpsc::Sender<CallSnapshot>>,
}

/// A call that the socket told of.
struct Told {
    conversation_id: String,
    seen: Seen,
    /// When it was told of last.
    at: Duration,
}

/// The snapshots of one conversation, as they come. Ends listening when dropped.
pub(crate) struct Hearing {
    pub(crate) feed: Arc<ProfileFeed>,
    pub(crate) snapshots: mpsc::Receiver<CallSnapshot>,
    pub(crate) status: watch::Receiver<Status>,
    conversation_id: String,
}

impl Drop for Hearing {
    fn drop(&mut self) {
        self.feed.lock().followers.remove(&self.conversation_id);
    }
}

impl ProfileFeed {
    pub(super) fn new(profile_id: &str) -> Self {
        Self {
            profile_id: profile_id.to_owned(),
            changed: Notify::new(),
            status: watch::Sender::new(Status::default()),
            state: Mutex::default(),
        }
    }

    pub(crate) fn status(&self) -> Status {
        self.status.borrow().clone()
    }

    /// Waits until the socket stands again.
    pub(crate) async fn returns(&self) {
        let mut status = self.status.subscribe();
        // The feed itself holds the other end, so it does not close.
        while status.changed().await.is_ok() {
            if status.borrow_and_update().feed == Feed::Socket {
                return;
            }
        }
    }

    /// Whether the calls of an agent are told as they happen.
    pub(crate) fn covers(&self, agent_id: &str) -> bool {
        self.lock().covered.contains_key(agent_id)
    }

    /// Since when, on the clock's own scale, the calls of an agent are told without a gap.
    pub(crate) fn covered_since(&self, agent_id: &str) -> Option<Duration> {
        self.lock().covered.get(agent_id).copied()
    }

    /// When, on the clock's own scale, anything was told last.
    pub(crate) fn told_at(&self) -> Option<Duration> {
        self.lock().told_at
    }

    /// Whether the socket refuses to tell of the calls of an agent.
    pub(crate) fn refuses(&self, agent_id: &str) -> bool {
        self.lock().rejected.contains(agent_id)
    }

    /// The newest of each call of an agent that was told of lately.
    pub(crate) fn told(&self, agent_id: &str) -> Vec<CallSnapshot> {
        let state = self.lock();
        let told = state.told.get(agent_id);
        told.into_iter()
            .flatten()
            .filter_map(|told| told.seen.newest().cloned())
            .collect()
    }

    /// Hears of one conversation from now on, and what was told of it before.
    pub(crate) fn hear(self: &Arc<Self>, agent_id: &str, conversation_id: &str) -> Hearing {
        let (sender, snapshots) = mpsc::channel(WAITING);
        let mut state = self.lock();
        let told = state.told.get(agent_id).into_iter().flatten();
        for told in told.filter(|told| told.conversation_id == conversation_id) {
            if let Some(newest) = told.seen.newest() {
                // The channel is empty, so it has room.
                drop(sender.try_send(newest.clone()));
            }
        }
        state.followers.insert(conversation_id.to_owned(), sender);
        drop(state);
        Hearing {
            feed: Arc::clone(self),
            snapshots,
            status: self.status.subscribe(),
            conversation_id: conversation_id.to_owned(),
        }
    }

    /// A read has told what the socket should have told long ago.
    pub(crate) fn is_deaf(&self) {
        self.lock().deaf = true;
        self.changed.notify_one();
    }

    pub(super) fn take_deaf(&self) -> bool {
        std::mem::take(&mut self.lock().deaf)
    }

    pub(super) fn want(&self, agent_id: &str, now: Duration) {
        let mut state = self.lock();
        if state.wanted.insert(agent_id.to_owned(), now).is_none() {
            self.changed.notify_one();
        }
    }

    /// What feeds the screen is about this agent from now on.
    pub(super) fn put_on_screen(&self, agent_id: &str) {
        let mut state = self.lock();
        if state.on_screen != agent_id {
            agent_id.clone_into(&mut state.on_screen);
            self.changed.notify_one();
        }
    }

    pub(super) fn is_on_screen(&self, agent_id: &str) -> bool {
        self.lock().on_screen == agent_id
    }

    /// The agents to listen to, those asked for last first; idle ones are dropped.
    pub(super) fn agents(&self, now: Duration) -> Vec<String> {
        let mut state = self.lock();
        state
            .wanted
            .retain(|_, asked| now.saturating_sub(*asked) < IDLE_AFTER);
        let mut agents: Vec<_> = state
            .wanted
            .iter()
            .map(|(agent, asked)| (std::cmp::Reverse(*asked), agent.clone()))
            .collect();
        agents.sort();
        let mut agents: Vec<_> = agents.into_iter().map(|(_, agent)| agent).collect();
        agents.truncate(MOST_AGENTS);
        let State { wanted, told, .. } = &mut *state;
        told.retain(|agent, calls| {
            calls.retain(|told| now.saturating_sub(told.at) < TOLD_FOR);
            wanted.contains_key(agent) && !calls.is_empty()
        });
        agents
    }

    /// Whether the set of agents is another one than these.
    pub(super) fn differs(&self, agents: &[String], now: Duration) -> bool {
        let current = self.agents(now);
        current.len() != agents.len() || current.iter().any(|agent| !agents.contains(agent))
    }

    /// The socket tells of the calls of these agents, and refuses those; as far as it was so before,
    /// there was no gap.
    pub(super) fn cover(&self, told: &[String], refused: &[String], now: Duration) {
        let mut state = self.lock();
        state.covered.retain(|agent, _| told.contains(agent));
        for agent in told {
            state.covered.entry(agent.clone()).or_insert(now);
        }
        state.rejected = refused.iter().cloned().collect();
    }

    /// There is no socket now.
    pub(super) fn uncover(&self) {
        self.lock().covered.clear();
    }

    /// Passes a snapshot on.
    pub(super) fn deliver(&self, agent_id: &str, call: CallSnapshot, now: Duration) {
        let Some(conversation_id) = call.id.clone() else {
            return;
        };
        let mut state = self.lock();
        state.told_at = Some(now);
        if let Some(follower) = state.followers.get(&conversation_id)
            && follower.try_send(call.clone()).is_err()
        {
            tracing::warn!("a snapshot was dropped; the next read brings it");
        }
        if !state.wanted.contains_key(agent_id) {
            return;
        }
        let calls = state.told.entry(agent_id.to_owned()).or_default();
        match calls
            .iter_mut()
            .find(|told| told.conversation_id == conversation_id)
        {
            Some(told) => {
                told.at = now;
                told.seen.hear(call);
            }
            None => {
                calls.truncate(CALLS_KEPT - 1);
                let mut seen = Seen::default();
                seen.hear(call);
                calls.push_front(Told {
                    conversation_id,
                    seen,
                    at: now,
                });
            }
        }
    }

    /// Takes a new status in; says whether it is another one.
    pub(super) fn enter(&self, status: Status) -> bool {
        self.status.send_if_modified(|current| {
            let changed = *current != status;
            *current = status;
            changed
        })
    }

    /// Lets followers look whether their agent is covered now.
    pub(super) fn tell_followers(&self) {
        self.status.send_modify(|_| {});
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        // Every change is a single step, so it is whole also after a panic elsewhere.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_socket_told_is_forgotten_after_a_while() {
        let feed = ProfileFeed::new("p");
        let minutes = |minutes: u64| Duration::from_secs(minutes * 60);
        let call = |id: &str| CallSnapshot {
            id: Some(id.to_owned()),
            ..CallSnapshot::default()
        };
        for minute in 0..600 {
            let now = minutes(minute);
            feed.want("a", now);
            feed.deliver("a", call(&format!("c-{minute}")), now);
            feed.deliver("a", call("goes on"), now);
            feed.agents(now);
        }
        let told = feed.told("a");
        assert_eq!(
            told.len(),
            31,
            "the last half hour, and the call that goes on"
        );
        assert!(told.iter().any(|call| call.id.as_deref() == Some("c-599")));
        feed.want("a", minutes(640));
        assert_eq!(feed.agents(minutes(640)), ["a"]);
        assert!(feed.told("a").is_empty());
    }
}
