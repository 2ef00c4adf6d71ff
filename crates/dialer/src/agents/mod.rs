//! Agents: finding and choosing one, and what is known of them.
//!
//! Law 5: the client compares what comes back with what was asked for; an agent can be called for
//! only once it was chosen here.

mod choose;
mod find;
mod known;
mod look_up;
mod readiness;
mod words;

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use genesys_cloud::Agent;

use crate::core::Core;
use crate::problem::{Problem, ProblemCode};
use crate::profile::{AgentSeen, Profile};
use crate::view::AgentView;

use known::{AgentsKnown, Known};

pub(crate) use choose::choose;
pub(crate) use find::{find, known};
pub(crate) use look_up::look_up;
pub(crate) use readiness::is_active;

/// The agents that were found in this run, so that one can be chosen where the server cannot be
/// asked for a single agent.
#[derive(Default)]
pub(crate) struct Found {
    agents: Mutex<HashMap<(String, String), Agent>>,
}

impl Found {
    fn remember(&self, profile: &Profile, agents: &[Agent]) {
        let mut known = self.lock();
        for agent in agents {
            known.insert((profile.id.clone(), agent.id.clone()), agent.clone());
        }
    }

    fn get(&self, profile: &Profile, id: &str) -> Option<Agent> {
        self.lock()
            .get(&(profile.id.clone(), id.to_owned()))
            .cloned()
    }

    fn forget(&self, profile: &Profile, id: &str) {
        self.lock().remove(&(profile.id.clone(), id.to_owned()));
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<(String, String), Agent>> {
        // The map is whole at every moment, also after a panic elsewhere.
        self.agents.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Keeps what the server has told. That it could not be kept is no reason to show less.
async fn learn(core: &Core, profile: &Profile, agents: &[Agent]) {
    let known = AgentsKnown::new(&core.log);
    if let Err(problem) = known.learn(&profile.id, agents, core.clock.now()).await {
        tracing::warn!(
            code = problem.code.as_str(),
            "agents that were found are not kept"
        );
    }
}

/// Makes an agent a favourite, or no favourite any more.
///
/// # Errors
/// `not_connected`, `agent_missing`, and those of the log.
pub(crate) async fn set_favourite(
    core: &Core,
    agent_id: &str,
    favourite: bool,
) -> Result<AgentView, Problem> {
    let profile = core.active_profile().await?;
    let agents = AgentsKnown::new(&core.log);
    let known = agents
        .set_favourite(&profile.id, agent_id, favourite, core.clock.now())
        .await?;
    let chosen = core.log.agents_seen().get(&profile.id, agent_id).await?;
    Ok(view_of(core, &known, chosen.is_some()))
}

/// The agent chosen last, as remembered; nothing is read from the server.
pub(crate) async fn last(core: &Core, profile: &Profile) -> Result<Option<AgentView>, Problem> {
    let id = match profile.fixed_agent() {
        Ok(Some(user)) => Some(&user.id),
        Ok(None) => profile.last_agent_id.as_ref(),
        // Whoever was there last is not signed in any more.
        Err(_) => None,
    };
    let Some(id) = id else {
        return Ok(None);
    };
    let Some(agent) = core.log.agents_seen().get(&profile.id, id).await? else {
        return Ok(None);
    };
    let known = AgentsKnown::new(&core.log);
    let known = known.all_of(&profile.id, vec![agent.id.clone()]).await?;
    let known = known.into_iter().next().unwrap_or(Known {
        agent,
        favourite: false,
        read: None,
    });
    Ok(Some(view_of(core, &known, true)))
}

/// Whether calls of a profile can be those of this agent: with the sign-in of a person they are that
/// person's, whoever is named.
///
/// # Errors
/// `signed_out`, `agent_fixed`.
pub(crate) fn allowed(profile: &Profile, agent_id: &str) -> Result<(), Problem> {
    match profile.fixed_agent()? {
        Some(user) if !user.id.eq_ignore_ascii_case(agent_id) => {
            Err(Problem::new(ProblemCode::AgentFixed).with("agent", &user.name))
        }
        _ => Ok(()),
    }
}

/// Remembers the person who has signed in, as the agent that was chosen.
///
/// # Errors
/// Those of the log.
pub(crate) async fn remember_signed_in(
    core: &Core,
    profile: &Profile,
    me: &Agent,
) -> Result<(), Problem> {
    let seen = core.log.agents_seen();
    seen.remember(&profile.id, seen_of(me), core.clock.now())
        .await?;
    let profiles = core.log.profiles();
    profiles.set_last_agent(&profile.id, &me.id).await?;
    learn(core, profile, std::slice::from_ref(me)).await;
    Ok(())
}

fn seen_of(agent: &Agent) -> AgentSeen {
    AgentSeen {
        id: agent.id.clone(),
        name: agent.name.clone(),
        email: agent.email.clone().unwrap_or_default(),
        title: agent.title.clone(),
    }
}

/// An agent as the page shows it.
fn view_of(core: &Core, known: &Known, recent: bool) -> AgentView {
    let Known {
        agent,
        favourite,
        read,
    } = known;
    let readiness = read.as_ref().map(|read| &read.readiness);
    let ours = || {
        let mut live = core.live.all().into_iter();
        live.any(|call| call.attempt.agent_id == agent.id)
    };
    AgentView {
        id: agent.id.clone(),
        name: agent.name.clone(),
        email: agent.email.clone(),
        title: agent.title.clone(),
        active: readiness.is_none_or(|readiness| readiness.active),
        readiness_known: readiness.is_some(),
        station: readiness.and_then(|readiness| readiness.station.clone()),
        presence: readiness.and_then(|readiness| readiness.presence.clone()),
        routing: readiness.and_then(|readiness| readiness.routing.clone()),
        on_call: readiness.and_then(|readiness| readiness.on_call),
        recent,
        favourite: *favourite,
        as_of: read.as_ref().map(|read| read.at.to_string()),
        advice: readiness.map_or_else(Vec::new, |readiness| readiness.advice(ours())),
    }
}
