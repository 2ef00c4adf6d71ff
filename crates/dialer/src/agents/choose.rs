//! Choosing an agent: law 5 in the making, because only here one becomes somebody to call for.

use std::sync::Arc;

use genesys_cloud::{Agent, Client, Dialect, Error, ErrorKind, StationState};

use super::known::{AgentsKnown, Known};
use super::readiness::{ReadAt, Readiness, is_active};
use super::{allowed, learn, seen_of, view_of};
use crate::core::Core;
use crate::feed;
use crate::problem::{Problem, ProblemCode};
use crate::profile::{AgentSeen, Profile};
use crate::trouble::{About, problem_of};
use crate::view::{AgentView, SignIn};

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
    allowed(&profile, agent_id)?;
    feed::want(core, &profile.id, agent_id);
    let client = core.connections.client(&profile).await?;
    let remembered = core.log.agents_seen().get(&profile.id, agent_id).await?;
    let read = match profile.user {
        // Reading oneself takes no more than the sign-in gave.
        Some(_) if profile.sign_in != SignIn::Client => client.me().await,
        _ => client.agent(agent_id).await,
    };
    let agent = match read {
        // Somebody else has signed in meanwhile.
        Ok(agent) if !agent.id.eq_ignore_ascii_case(agent_id) => {
            let problem = Problem::new(ProblemCode::AgentFixed);
            return Err(problem.with("agent", &agent.name));
        }
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
