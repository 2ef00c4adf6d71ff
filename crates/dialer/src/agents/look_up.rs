//! Choosing an agent by e-mail in one step, for a press that brings both agent and number.

use std::sync::Arc;

use genesys_cloud::Client;

use super::readiness::is_active;
use super::{learn, seen_of};
use crate::core::Core;
use crate::problem::{Problem, ProblemCode};
use crate::profile::{AgentSeen, Profile};
use crate::trouble::{About, problem_of};
use crate::view::SignedInUser;

/// Looks up who has this e-mail, and chooses them: the client compares what comes back with what was
/// asked for (law 5). One request, because each more is one more that can fail.
///
/// # Errors
/// `not_connected`, `signed_out`, `agent_missing`, `agent_not_found`, `agent_mismatch`, `agent_inactive`, and those
/// of the connection and the log.
pub(crate) async fn look_up(core: &Arc<Core>, email: &str) -> Result<AgentSeen, Problem> {
    let email = email.trim();
    let profile = core.active_profile().await?;
    if let Some(user) = profile.fixed_agent()? {
        return signed_in(core, &profile, user, email).await;
    }
    if email.is_empty() {
        return Err(Problem::new(ProblemCode::AgentMissing));
    }
    let client = core.connections.client(&profile).await?;
    let agent = ask(&client, email).await?;
    let seen = AgentSeen {
        // A server may leave out what it was asked by.
        email: agent.email.clone().unwrap_or_else(|| email.to_owned()),
        ..seen_of(&agent)
    };
    if !is_active(&agent) {
        return Err(inactive(core, &profile, &seen).await?);
    }
    let agents = core.log.agents_seen();
    agents
        .remember(&profile.id, seen.clone(), core.clock.now())
        .await?;
    learn(core, &profile, std::slice::from_ref(&agent)).await;
    Ok(seen)
}

/// Where a person is signed in, calls are placed as that person, and no other is looked up.
async fn signed_in(
    core: &Core,
    profile: &Profile,
    user: &SignedInUser,
    email: &str,
) -> Result<AgentSeen, Problem> {
    if !email.is_empty() && !email.eq_ignore_ascii_case(&user.email) {
        return Err(Problem::new(ProblemCode::AgentMismatch).with("email", email));
    }
    let known = core.log.agents_seen().get(&profile.id, &user.id).await?;
    known.ok_or_else(|| Problem::new(ProblemCode::AgentMissing))
}

async fn ask(client: &Client, email: &str) -> Result<genesys_cloud::Agent, Problem> {
    let about = About {
        dialect: client.dialect(),
        email: Some(email.to_owned()),
        ..About::default()
    };
    let asked = client.agent_by_email(email).await;
    asked.map_err(|error| problem_of(&error, &about))
}

/// Nothing is placed for somebody who is not active any more.
async fn inactive(core: &Core, profile: &Profile, agent: &AgentSeen) -> Result<Problem, Problem> {
    core.log
        .agents_seen()
        .forget(&profile.id, &agent.id)
        .await?;
    Ok(Problem::new(ProblemCode::AgentInactive).with("agent", &agent.name))
}
