//! The queues that an agent can call from, asked for once in a while.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use crate::core::Core;
use crate::problem::Problem;
use crate::profile::Profile;
use crate::trouble::{About, problem_of};
use crate::view::QueueView;

/// How long an answer counts: queues are joined and left by hand.
const FRESH: Duration = Duration::from_secs(60);

/// How many agents are remembered at most.
const MOST: usize = 64;

/// What the server told lately.
#[derive(Default)]
pub(crate) struct QueuesKnown {
    told: Mutex<HashMap<(String, String), Told>>,
}

struct Told {
    queues: Vec<QueueView>,
    at: Duration,
}

impl QueuesKnown {
    fn lock(&self) -> MutexGuard<'_, HashMap<(String, String), Told>> {
        // The map is whole at every moment, also after a panic elsewhere.
        self.told.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The queues of an agent.
pub(super) async fn of(
    core: &Core,
    profile: &Profile,
    agent_id: &str,
) -> Result<Vec<QueueView>, Problem> {
    let key = (profile.id.clone(), agent_id.to_owned());
    let is_fresh = |told: &Told| core.clock.elapsed().saturating_sub(told.at) < FRESH;
    if let Some(told) = core.queues.lock().get(&key)
        && is_fresh(told)
    {
        return Ok(told.queues.clone());
    }
    let client = core.connections.client(profile).await?;
    let about = About {
        dialect: client.dialect(),
        ..About::default()
    };
    let queues = client.queues_of(agent_id).await;
    let queues = queues.map_err(|error| problem_of(&error, &about))?;
    let queues: Vec<QueueView> = queues
        .into_iter()
        .map(|queue| QueueView {
            id: queue.id,
            name: queue.name,
            caller_id: queue.calling_party_number,
            caller_name: queue.calling_party_name,
        })
        .collect();
    let told = Told {
        queues: queues.clone(),
        at: core.clock.elapsed(),
    };
    let mut known = core.queues.lock();
    if known.len() >= MOST {
        known.retain(|_, told| is_fresh(told));
    }
    known.insert(key, told);
    Ok(queues)
}
