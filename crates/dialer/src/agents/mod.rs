//! Agents: finding and choosing one.
//!
//! Law 5: the client compares what comes back with what was asked for; an agent can be called for
//! only once it was chosen here.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use genesys_cloud::{Agent, Client, Dialect, Error, ErrorKind, StationState, UserState};

use crate::core::Core;
use crate::feed;
use crate::problem::{Problem, ProblemCode};
use crate::profile::{AgentSeen, Profile};
use crate::trouble::{About, problem_of};
use crate::view::AgentView;

/// How many agents are listed at most.
const LIST: usize = 20;

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

/// Agents that match `query`: those called for before first, then those the server finds. Nothing
/// typed lists the recent ones.
///
/// # Errors
/// `not_connected`, `agent_email_needed` where the dialect cannot search, `agent_not_found` and
/// `agent_mismatch` for a whole e-mail, and those of the connection.
pub(crate) async fn find(core: &Core, query: &str) -> Result<Vec<AgentView>, Problem> {
    let profile = core.active_profile().await?;
    let query = query.trim();
    let recent = core.log.agents_seen().recent(&profile.id, 50).await?;
    let recent: Vec<AgentSeen> = recent
        .into_iter()
        .filter(|agent| matches(agent, query))
        .take(LIST)
        .collect();
    if query.is_empty() {
        return Ok(recent.iter().map(remembered_view).collect());
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
    } else if recent.is_empty() {
        return Err(Problem::new(ProblemCode::AgentEmailNeeded));
    } else {
        return Ok(recent.iter().map(remembered_view).collect());
    };
    let found = found.map_err(|error| problem_of(&error, &about))?;
    core.found.remember(&profile, &found);
    Ok(merge(&recent, &found))
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
    let is_active = is_active(&agent);
    let seen = AgentSeen {
        id: agent.id.clone(),
        name: agent.name.clone(),
        // A server that leaves the e-mail out here has told it before.
        email: agent
            .email
            .clone()
            .or_else(|| remembered.map(|agent| agent.email))
            .unwrap_or_default(),
        title: agent.title.clone(),
    };
    let mut view = agent_view(&agent, true);
    view.email.clone_from(&seen.email);
    if !is_active {
        forget(core, &profile, agent_id).await?;
        return Ok(view);
    }
    let agents = core.log.agents_seen();
    agents.remember(&profile.id, seen, core.clock.now()).await?;
    core.log
        .profiles()
        .set_last_agent(&profile.id, agent_id)
        .await?;
    Ok(view)
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
    core.log.agents_seen().forget(&profile.id, agent_id).await
}

/// The agent chosen last, as remembered; nothing is read from the server.
pub(crate) async fn last(core: &Core, profile: &Profile) -> Result<Option<AgentView>, Problem> {
    let Some(id) = &profile.last_agent_id else {
        return Ok(None);
    };
    let agent = core.log.agents_seen().get(&profile.id, id).await?;
    Ok(agent.as_ref().map(remembered_view))
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

fn matches(agent: &AgentSeen, query: &str) -> bool {
    let query = query.to_lowercase();
    let name = agent.name.to_lowercase();
    query.is_empty()
        || name.starts_with(&query)
        || name.split_whitespace().any(|word| word.starts_with(&query))
        || agent.email.to_lowercase().starts_with(&query)
}

fn is_whole_email(text: &str) -> bool {
    text.split_once('@').is_some_and(|(user, host)| {
        !user.is_empty()
            && host
                .split_once('.')
                .is_some_and(|(name, end)| !name.is_empty() && !end.is_empty())
    })
}

/// Recent ones first, in their order; what the server tells of them now goes before what was kept.
fn merge(recent: &[AgentSeen], found: &[Agent]) -> Vec<AgentView> {
    let known = recent.iter().map(|seen| {
        let fresh = found.iter().find(|agent| agent.id == seen.id);
        fresh.map_or_else(|| remembered_view(seen), |agent| agent_view(agent, true))
    });
    let others = found
        .iter()
        .filter(|agent| recent.iter().all(|seen| seen.id != agent.id))
        .map(|agent| agent_view(agent, false));
    known.chain(others).take(LIST).collect()
}

fn remembered_view(agent: &AgentSeen) -> AgentView {
    agent_view(&bare_agent(agent), true)
}

fn bare_agent(seen: &AgentSeen) -> Agent {
    Agent {
        id: seen.id.clone(),
        name: seen.name.clone(),
        email: Some(seen.email.clone()),
        title: seen.title.clone(),
        department: None,
        state: None,
        station: StationState::Unknown,
        presence: None,
        routing: None,
        on_call: None,
    }
}

/// Whether calls can be placed for an agent, as far as the server tells.
fn is_active(agent: &Agent) -> bool {
    matches!(
        agent.state,
        None | Some(UserState::Active | UserState::Other(_))
    )
}

fn agent_view(agent: &Agent, recent: bool) -> AgentView {
    let station = match &agent.station {
        StationState::Effective(station) => {
            // A phone without a name is a phone all the same.
            Some(
                station
                    .name
                    .clone()
                    .or_else(|| station.id.clone())
                    .unwrap_or_default(),
            )
        }
        StationState::Missing | StationState::Unknown => None,
    };
    AgentView {
        id: agent.id.clone(),
        name: agent.name.clone(),
        email: agent.email.clone().unwrap_or_default(),
        title: agent.title.clone(),
        active: is_active(agent),
        readiness_known: agent.station != StationState::Unknown,
        station,
        presence: agent.presence.clone(),
        routing: agent.routing.clone(),
        on_call: agent.on_call,
        recent,
        favourite: false,
        as_of: None,
        advice: Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(id: &str, name: &str, email: &str) -> AgentSeen {
        AgentSeen {
            id: id.to_owned(),
            name: name.to_owned(),
            email: email.to_owned(),
            title: None,
        }
    }

    #[test]
    fn a_recent_agent_is_found_by_any_first_letters() {
        let agent = seen("1", "Alex Kim", "ak@example.com");
        for query in ["", "al", "KIM", "alex k", "AK@"] {
            assert!(matches(&agent, query), "{query}");
        }
        for query in ["lex", "im", "example"] {
            assert!(!matches(&agent, query), "{query}");
        }
    }

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

    #[test]
    fn recent_agents_come_first_and_once() {
        let recent = [seen("2", "Old Name", "b@example.com")];
        let mut fresh = bare_agent(&seen("2", "New Name", "b@example.com"));
        fresh.station = StationState::Missing;
        let found = [bare_agent(&seen("1", "Ann", "a@example.com")), fresh];
        let list = merge(&recent, &found);
        let names: Vec<_> = list.iter().map(|agent| agent.name.as_str()).collect();
        assert_eq!(names, ["New Name", "Ann"]);
        assert!(list[0].recent && list[0].readiness_known && list[0].station.is_none());
        assert!(!list[1].recent);
    }
}
