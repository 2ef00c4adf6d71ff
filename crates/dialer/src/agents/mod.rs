//! Agents: finding and choosing one, and what is known of them.
//!
//! Law 5: the client compares what comes back with what was asked for; an agent can be called for
//! only once it was chosen here.

mod known;
mod readiness;
mod words;

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use genesys_cloud::{Agent, Client, Dialect, Error, ErrorKind, StationState};

use crate::core::Core;
use crate::feed;
use crate::problem::{Problem, ProblemCode};
use crate::profile::{AgentSeen, Profile};
use crate::trouble::{About, problem_of};
use crate::view::AgentView;

use known::{AgentsKnown, Known};
use readiness::{ReadAt, Readiness, is_active};
use words::{Wanted, words_of};

/// How many agents are listed at most.
const LIST: usize = 20;
/// How many of the agents called for are looked through.
const RECENT: u32 = 50;

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

/// Agents that match what was typed, of those the server has told of before: favourites, then those
/// called for, then the rest. Nothing typed lists favourites and recent ones. The server is not asked.
///
/// # Errors
/// `not_connected`, and those of the log.
pub(crate) async fn known(core: &Core, query: &str) -> Result<Vec<AgentView>, Problem> {
    let profile = core.active_profile().await?;
    let query = query.trim();
    let agents = AgentsKnown::new(&core.log);
    let kept = match query {
        "" => agents.favourites(&profile.id, LIST).await?,
        _ => agents.find(&profile.id, query, LIST).await?,
    };
    let recent = recent(core, &profile, query).await?;
    Ok(list(core, recent, kept))
}

/// Agents that match `query`: favourites and those called for before first, then those the server finds. Nothing
/// typed lists favourites and recent ones.
///
/// # Errors
/// `not_connected`, `agent_email_needed` where the dialect cannot search, `agent_not_found` and
/// `agent_mismatch` for a whole e-mail, and those of the connection.
pub(crate) async fn find(core: &Core, query: &str) -> Result<Vec<AgentView>, Problem> {
    let profile = core.active_profile().await?;
    let query = query.trim();
    if query.is_empty() {
        return known(core, query).await;
    }
    let client = core.connections.client(&profile).await?;
    let about = About {
        dialect: client.dialect(),
        email: Some(query.to_owned()),
        ..About::default()
    };
    let found = if is_whole_email(query) {
        by_email(&client, query).await
    } else if client.dialect().type_ahead() {
        client.agents_by_prefix(query, LIST).await
    } else {
        let recent = recent(core, &profile, query).await?;
        return match recent.is_empty() {
            true => Err(Problem::new(ProblemCode::AgentEmailNeeded)),
            false => Ok(list(core, recent, Vec::new())),
        };
    };
    let found = found.map_err(|error| problem_of(&error, &about))?;
    core.found.remember(&profile, &found);
    learn(core, &profile, &found).await;
    let ids = found.iter().map(|agent| agent.id.clone()).collect();
    let known = AgentsKnown::new(&core.log);
    let told = with_the_rest(known.all_of(&profile.id, ids).await?, &found, core);
    let recent = recent(core, &profile, query).await?;
    Ok(list(core, recent, told))
}

/// What was found, also where it could not be kept.
fn with_the_rest(kept: Vec<Known>, found: &[Agent], core: &Core) -> Vec<Known> {
    let at = core.clock.now();
    let kept = |id: &str| kept.iter().find(|known| known.agent.id == id);
    let told = found.iter().map(|agent| {
        let favourite = kept(&agent.id).is_some_and(|known| known.favourite);
        Known {
            favourite,
            read: Readiness::of(agent)
                .map(|readiness| ReadAt { readiness, at })
                .or_else(|| kept(&agent.id).and_then(|known| known.read.clone())),
            agent: seen_of(agent),
        }
    });
    told.collect()
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

/// The agents called for before that match, the most recent first.
async fn recent(core: &Core, profile: &Profile, query: &str) -> Result<Vec<Known>, Problem> {
    let wanted = Wanted::of(query);
    let chosen = core.log.agents_seen().recent(&profile.id, RECENT).await?;
    let chosen: Vec<AgentSeen> = chosen
        .into_iter()
        .filter(|agent| wanted.is_in(&words_of(&agent.name, &agent.email)))
        .take(LIST)
        .collect();
    let ids = chosen.iter().map(|agent| agent.id.clone()).collect();
    let known = AgentsKnown::new(&core.log).all_of(&profile.id, ids).await?;
    let of = |agent: AgentSeen| {
        let known = known.iter().find(|known| known.agent.id == agent.id);
        known.cloned().unwrap_or(Known {
            agent,
            favourite: false,
            read: None,
        })
    };
    Ok(chosen.into_iter().map(of).collect())
}

/// Favourites, then recent ones, then the rest; what the server has told last goes before what was kept.
fn list(core: &Core, recent: Vec<Known>, others: Vec<Known>) -> Vec<AgentView> {
    let is_recent = |id: &str| recent.iter().any(|known| known.agent.id == id);
    let mut rest = others;
    let mut all: Vec<(bool, Known)> = Vec::new();
    for known in &recent {
        let newer = rest
            .iter()
            .position(|other| other.agent.id == known.agent.id);
        let known = newer.map_or_else(|| known.clone(), |at| rest.remove(at));
        all.push((true, known));
    }
    all.extend(
        rest.into_iter()
            .map(|known| (is_recent(&known.agent.id), known)),
    );
    // Stable: the order within each is kept.
    all.sort_by_key(|(_, known)| !known.favourite);
    let views = all
        .iter()
        .map(|(recent, known)| view_of(core, known, *recent));
    views.take(LIST).collect()
}

/// The agent with this e-mail. Where nobody has it, it may be the beginning of a longer one.
async fn by_email(client: &Client, email: &str) -> Result<Vec<Agent>, Error> {
    match client.agent_by_email(email).await {
        Ok(agent) => Ok(vec![agent]),
        Err(error) if error.kind == ErrorKind::NotFound && client.dialect().type_ahead() => {
            client.agents_by_prefix(email, LIST).await
        }
        Err(error) => Err(error),
    }
}

/// Chooses an agent: reads what decides whether a call can work, and remembers the agent.
///
/// # Errors
/// `not_connected`, `agent_missing`, `agent_not_found`, `agent_mismatch`, and those of the
/// connection and the log.
pub(crate) async fn choose(core: &Arc<Core>, agent_id: &str) -> Result<AgentView, Problem> {
    if agent_id.is_empty() {
        return Err(Problem::new(ProblemCode::AgentMissing));
    }
    let profile = core.active_profile().await?;
    feed::want(core, &profile.id, agent_id);
    let client = core.connections.client(&profile).await?;
    let remembered = core.log.agents_seen().get(&profile.id, agent_id).await?;
    let agent = match client.agent(agent_id).await {
        Ok(agent) => agent,
        Err(error) => {
            let known = known_otherwise(core, &client, &profile, agent_id, &remembered, &error);
            match known {
                Ok(agent) => agent,
                Err(problem) => return Err(unless_gone(core, &profile, agent_id, problem).await),
            }
        }
    };
    let mut seen = seen_of(&agent);
    // A server that leaves the e-mail out here has told it before.
    if agent.email.is_none()
        && let Some(remembered) = remembered
    {
        seen.email = remembered.email;
    }
    let read = Readiness::of(&agent).map(|readiness| ReadAt {
        readiness,
        at: core.clock.now(),
    });
    if !is_active(&agent) {
        forget(core, &profile, agent_id).await?;
        let known = Known {
            agent: seen,
            favourite: false,
            read,
        };
        let mut view = view_of(core, &known, false);
        view.active = false;
        return Ok(view);
    }
    let agents = core.log.agents_seen();
    agents
        .remember(&profile.id, seen.clone(), core.clock.now())
        .await?;
    core.log
        .profiles()
        .set_last_agent(&profile.id, agent_id)
        .await?;
    learn(core, &profile, std::slice::from_ref(&agent)).await;
    let kept = AgentsKnown::new(&core.log);
    let kept = kept.all_of(&profile.id, vec![agent_id.to_owned()]).await?;
    let known = Known {
        agent: seen,
        favourite: kept.first().is_some_and(|known| known.favourite),
        // What was read before says nothing of now.
        read,
    };
    Ok(view_of(core, &known, true))
}

/// What is wrong with an agent that could not be chosen. One that is somebody else now, or nobody, was chosen before by
/// mistake: nothing is placed for them any more.
async fn unless_gone(core: &Core, profile: &Profile, agent_id: &str, problem: Problem) -> Problem {
    if !matches!(
        problem.code,
        ProblemCode::AgentMismatch | ProblemCode::AgentNotFound | ProblemCode::AgentInactive
    ) {
        return problem;
    }
    match forget(core, profile, agent_id).await {
        Ok(()) => problem,
        Err(unwritten) => unwritten,
    }
}

async fn forget(core: &Core, profile: &Profile, agent_id: &str) -> Result<(), Problem> {
    core.found.forget(profile, agent_id);
    AgentsKnown::new(&core.log)
        .forget(&profile.id, agent_id)
        .await?;
    core.log.agents_seen().forget(&profile.id, agent_id).await
}

/// The agent chosen last, as remembered; nothing is read from the server.
pub(crate) async fn last(core: &Core, profile: &Profile) -> Result<Option<AgentView>, Problem> {
    let Some(id) = &profile.last_agent_id else {
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

/// A server of a tutorial's dialect may have no look-up by id. Then what its own look-up by e-mail
/// has told is used, and readiness is not known.
fn known_otherwise(
    core: &Core,
    client: &Client,
    profile: &Profile,
    agent_id: &str,
    remembered: &Option<AgentSeen>,
    error: &Error,
) -> Result<Agent, Problem> {
    let may_lack_it = client.dialect() != Dialect::Platform
        && matches!(
            error.kind,
            ErrorKind::NotFound | ErrorKind::Refused | ErrorKind::Unreadable
        )
        && !matches!(error.status, Some(401 | 429));
    let known = || {
        let remembered = remembered.as_ref().map(bare_agent);
        core.found.get(profile, agent_id).or(remembered)
    };
    if may_lack_it && let Some(agent) = known() {
        return Ok(agent);
    }
    let about = About {
        dialect: client.dialect(),
        agent: remembered.as_ref().map(|agent| agent.name.clone()),
        email: remembered.as_ref().map(|agent| agent.email.clone()),
        number: None,
    };
    Err(problem_of(error, &about))
}

fn is_whole_email(text: &str) -> bool {
    text.split_once('@').is_some_and(|(user, host)| {
        !user.is_empty()
            && host
                .split_once('.')
                .is_some_and(|(name, end)| !name.is_empty() && !end.is_empty())
    })
}

fn bare_agent(seen: &AgentSeen) -> Agent {
    Agent {
        id: seen.id.clone(),
        name: seen.name.clone(),
        email: Some(seen.email.clone()),
        title: seen.title.clone(),
        department: None,
        state: None,
        auto_answer: None,
        station: StationState::Unknown,
        presence: None,
        routing: None,
        on_call: None,
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_whole_email_is_looked_up() {
        assert!(is_whole_email("ak@example.com"));
        for text in [
            "ak",
            "ak@",
            "@example.com",
            "ak@example",
            "ak@example.",
            "ak@.com",
        ] {
            assert!(!is_whole_email(text), "{text}");
        }
    }
}
