//! What the server lets these credentials do.

use genesys_cloud::{Agent, Allowed, Client, Dialect, Error, ErrorKind, StationState};

use super::About;
use super::list::{List, Seen};
use crate::agents::is_active;
use crate::problem::{Problem, ProblemCode};
use crate::profile::Profile;
use crate::trouble;
use crate::view::{CheckName, SignIn};

/// Nobody has this e-mail: the top-level domain is reserved for that.
const NOBODY: &str = "connection-check@ringfor.invalid";

/// The scopes that a person's token needs.
const SCOPES: [(CheckName, &[&str]); 3] = [
    (CheckName::ReadStation, &["users", "users:readonly"]),
    (CheckName::PlaceCalls, &["conversations"]),
    (CheckName::Notifications, &["notifications"]),
];

/// From the organisation to the agent.
pub(super) async fn look(
    about: &About<'_>,
    profile: &Profile,
    agent_id: Option<&str>,
    client: &Client,
    list: &mut List<'_>,
) {
    let platform = client.dialect() == Dialect::Platform;
    let mut scopes = None;
    if platform {
        list.run(CheckName::Organisation);
        let seen = about
            .within(organisation(client, profile, &mut scopes))
            .await;
        list.set(CheckName::Organisation, seen);
    } else {
        list.skip(&[CheckName::Organisation]);
    }
    if profile.sign_in != SignIn::Client {
        of_a_person(scopes, list);
        return;
    }
    list.run(CheckName::SearchUsers);
    let seen = about.within(search(client)).await;
    list.set(CheckName::SearchUsers, seen);
    let agent = agent_id.or(profile.last_agent_id.as_deref());
    let mut read = None;
    match agent {
        Some(agent) => {
            list.run(CheckName::ReadStation);
            let seen = about.within(station(client, agent, &mut read)).await;
            list.set(CheckName::ReadStation, seen);
        }
        None => list.skip(&[CheckName::ReadStation]),
    }
    list.run(CheckName::PlaceCalls);
    let seen = about.within(place(client)).await;
    list.set(CheckName::PlaceCalls, seen);
    if platform {
        list.run(CheckName::Notifications);
        let seen = about.within(notifications(client)).await;
        list.set(CheckName::Notifications, seen);
    } else {
        list.skip(&[CheckName::Notifications]);
    }
    if agent_id.is_some()
        && let Some(agent) = read
    {
        list.set(CheckName::Agent, can_be_called_for(&agent));
    }
}

/// Every other request of a person's token would put off the end of a session that nobody uses, so it is told
/// from the scopes.
fn of_a_person(scopes: Option<Vec<String>>, list: &mut List<'_>) {
    list.skip(&[CheckName::SearchUsers, CheckName::Agent]);
    let Some(scopes) = scopes.filter(|scopes| !scopes.is_empty()) else {
        list.skip(&[CheckName::ReadStation, CheckName::Notifications]);
        list.set(CheckName::PlaceCalls, Seen::warned(None));
        return;
    };
    for (name, wanted) in SCOPES {
        let has = scopes.iter().any(|scope| wanted.contains(&scope.as_str()));
        let seen = match has {
            false => Seen::failed(Problem::new(ProblemCode::ScopeMissing)),
            // The role of the person decides, and only a call asks it.
            true if name == CheckName::PlaceCalls => Seen::warned(None),
            true => Seen::passed(),
        };
        list.set(name, seen);
    }
}

async fn organisation(
    client: &Client,
    profile: &Profile,
    scopes: &mut Option<Vec<String>>,
) -> Seen {
    let facts = match client.token_facts().await {
        Ok(facts) => facts,
        Err(error) if error.status == Some(401) => return Seen::failed(problem(client, &error)),
        // No call needs to know it.
        Err(error) => return Seen::warned(Some(problem(client, &error))),
    };
    let mut seen = Seen::passed();
    let told = [
        (
            "organisation",
            facts.organization_name.or(facts.organization_id),
        ),
        ("client", facts.client_name.or(facts.client_id)),
        ("user", profile.user.as_ref().map(|user| user.name.clone())),
    ];
    for (name, value) in told {
        if let Some(value) = value {
            seen = seen.with(name, value);
        }
    }
    *scopes = Some(facts.scopes);
    seen
}

/// A server that answers the question for nobody with somebody would name a wrong agent, too.
async fn search(client: &Client) -> Seen {
    match client.agent_by_email(NOBODY).await {
        Ok(_) => Seen::passed(),
        Err(error) if error.kind == ErrorKind::NotFound && error.status != Some(404) => {
            Seen::passed()
        }
        Err(error) => Seen::failed(problem(client, &error)),
    }
}

async fn station(client: &Client, agent_id: &str, read: &mut Option<Agent>) -> Seen {
    match client.agent(agent_id).await {
        Ok(agent) => {
            let seen = match agent.station {
                // A server that leaves the phone out does not say why.
                StationState::Unknown => Seen::warned(None),
                _ => Seen::passed(),
            };
            *read = Some(agent);
            seen
        }
        // A server of a tutorial's dialect may have no such look-up.
        Err(error) if client.dialect() != Dialect::Platform && error.status != Some(401) => {
            Seen::skipped()
        }
        Err(error) => Seen::failed(problem(client, &error)),
    }
}

async fn place(client: &Client) -> Seen {
    match client.may_place().await {
        Ok(Allowed::Yes) => Seen::passed(),
        Ok(Allowed::Unknown) => Seen::warned(None),
        Err(error) => Seen::failed(problem(client, &error)),
    }
}

/// Without them calls are read, which is slower and no failure.
async fn notifications(client: &Client) -> Seen {
    match client.may_be_notified().await {
        Ok(_) => Seen::passed(),
        Err(error) => Seen::warned(Some(problem(client, &error))),
    }
}

fn can_be_called_for(agent: &Agent) -> Seen {
    let named = |code| Problem::new(code).with("agent", &agent.name);
    let seen = if !is_active(agent) {
        Seen::failed(named(ProblemCode::AgentInactive))
    } else if agent.station == StationState::Missing {
        Seen::failed(named(ProblemCode::AgentNoStation))
    } else if agent.on_call == Some(true) {
        Seen::warned(Some(named(ProblemCode::AgentOnCall)))
    } else {
        Seen::passed()
    };
    seen.with("agent", &agent.name)
}

/// What an error of the client is, where it is about nobody in particular.
pub(super) fn problem(client: &Client, error: &Error) -> Problem {
    let about = trouble::About {
        dialect: client.dialect(),
        email: Some(NOBODY.to_owned()),
        ..trouble::About::default()
    };
    trouble::problem_of(error, &about)
}
