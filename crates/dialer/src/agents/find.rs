//! Finding agents: among those that are known, and with the server.

use genesys_cloud::{Agent, Client, Error, ErrorKind};

use super::known::{AgentsKnown, Known};
use super::readiness::{ReadAt, Readiness};
use super::words::{Wanted, words_of};
use super::{learn, seen_of, view_of};
use crate::core::Core;
use crate::problem::{Problem, ProblemCode};
use crate::profile::{AgentSeen, Profile};
use crate::trouble::{About, problem_of};
use crate::view::{AgentView, SignedInUser};

/// How many agents are listed at most.
const LIST: usize = 20;
/// How many of the agents called for are looked through.
const RECENT: u32 = 50;

/// Agents that match what was typed, of those the server has told of before: favourites, then those
/// called for, then the rest. Nothing typed lists favourites and recent ones. The server is not asked.
///
/// # Errors
/// `not_connected`, and those of the log.
pub(crate) async fn known(core: &Core, query: &str) -> Result<Vec<AgentView>, Problem> {
    let profile = core.active_profile().await?;
    let query = query.trim();
    match profile.fixed_agent() {
        Ok(Some(user)) => return only(core, &profile, user, query).await,
        Ok(None) => {}
        Err(_) => return Ok(Vec::new()),
    }
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
    if query.is_empty() || profile.fixed_agent()?.is_some() {
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

/// The one agent of a person's sign-in, where they are meant.
async fn only(
    core: &Core,
    profile: &Profile,
    user: &SignedInUser,
    query: &str,
) -> Result<Vec<AgentView>, Problem> {
    if !Wanted::of(query).is_in(&words_of(&user.name, &user.email)) {
        return Ok(Vec::new());
    }
    let known = AgentsKnown::new(&core.log);
    let known = known.all_of(&profile.id, vec![user.id.clone()]).await?;
    Ok(list(core, known, Vec::new()))
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

fn is_whole_email(text: &str) -> bool {
    text.split_once('@').is_some_and(|(user, host)| {
        !user.is_empty()
            && host
                .split_once('.')
                .is_some_and(|(name, end)| !name.is_empty() && !end.is_empty())
    })
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
