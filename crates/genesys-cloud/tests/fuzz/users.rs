//! What a look-up brings back: the agent that was asked for, or none.

use fuzzing::{Reached, Target};
use genesys_cloud::{Agent, Dialect, Operation};
use proptest::prelude::*;
use proptest::test_runner::TestCaseError;
use serde_json::Value;

use crate::answers::{Answer, LIMITS, a_good_error, answers, in_simulated_time, is_plain};
use crate::arbitrary::AGENT;
use crate::samples::{self, EMAIL};
use crate::server::Server;

pub(crate) fn targets() -> Vec<Target> {
    vec![
        target("user_search", samples::users("results"), by_email),
        target("user_prefix", samples::users("results"), by_prefix),
        target("user_list", samples::users("entities"), by_list),
        target("user", samples::user(), by_id),
    ]
}

fn target(
    name: &'static str,
    sample: Value,
    case: fn(Answer) -> Result<Reached, TestCaseError>,
) -> Target {
    Target::new(name, LIMITS, answers(vec![sample]), case)
}

fn by_email(answer: Answer) -> Result<Reached, TestCaseError> {
    found_by_email(answer, Dialect::Platform)
}

fn by_list(answer: Answer) -> Result<Reached, TestCaseError> {
    found_by_email(answer, Dialect::Participants)
}

fn found_by_email(answer: Answer, dialect: Dialect) -> Result<Reached, TestCaseError> {
    let found = in_simulated_time(async {
        let told = answer.clone();
        let client = Server::new(move |_, _| told.reply()).client(dialect);
        client.agent_by_email(EMAIL).await
    });
    checked(&answer, found.map(|agent| vec![agent]), |agent| {
        let email = agent.email.as_deref().unwrap_or_default();
        email.trim().to_lowercase() == EMAIL
    })
}

fn by_prefix(answer: Answer) -> Result<Reached, TestCaseError> {
    let found = in_simulated_time(async {
        let told = answer.clone();
        let client = Server::new(move |_, _| told.reply()).client(Dialect::Platform);
        client.agents_by_prefix("a", 5).await
    });
    checked(&answer, found, |agent| {
        let email = agent.email.as_deref().unwrap_or_default().to_lowercase();
        let name = agent.name.to_lowercase();
        email.starts_with('a') || name.split_whitespace().any(|word| word.starts_with('a'))
    })
}

fn by_id(answer: Answer) -> Result<Reached, TestCaseError> {
    let found = in_simulated_time(async {
        let told = answer.clone();
        let client = Server::new(move |_, _| told.reply()).client(Dialect::Platform);
        client.agent(AGENT).await
    });
    checked(&answer, found.map(|agent| vec![agent]), |agent| {
        agent.id == AGENT
    })
}

fn checked(
    answer: &Answer,
    found: Result<Vec<Agent>, genesys_cloud::Error>,
    asked_for: impl Fn(&Agent) -> bool,
) -> Result<Reached, TestCaseError> {
    match found {
        Ok(agents) => {
            prop_assert!(answer.is_2xx() && agents.len() <= 5);
            for agent in &agents {
                is_plain(&agent.id)?;
                prop_assert!(asked_for(agent), "{agent:?}");
            }
            Ok(Reached::when(!agents.is_empty()))
        }
        Err(error) => {
            a_good_error(&error, Operation::LookUp)?;
            Ok(Reached::Refused)
        }
    }
}
