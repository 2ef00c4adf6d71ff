//! What is told of the token, its user and the queues.

use fuzzing::{Reached, Target};
use genesys_cloud::{Allowed, Dialect, ErrorKind, Operation};
use proptest::prelude::*;
use proptest::test_runner::TestCaseError;
use serde_json::{Value, json};

use crate::answers::{Answer, LIMITS, a_good_error, answers, in_simulated_time, is_plain};
use crate::arbitrary::AGENT;
use crate::grants::{me, signed_in_person};
use crate::server::Server;

pub(crate) fn targets() -> Vec<Target> {
    let facts = json!({
        "organization": {"id": "o-1", "name": "Contoso"}, "authorizedScope": ["conversations"],
        "OAuthClient": {"id": "c-1", "name": "Ringfor", "authorizedGrantType": "CODE"},
    });
    let queues = json!({
        "entities": [
            {"id": "q-1", "name": "Sales", "joined": true, "callingPartyName": "Contoso", "callingPartyNumber": "+1"},
            {"id": "q-2", "name": "Left", "joined": false},
        ],
        "pageCount": 1, "pageSize": 100, "pageNumber": 1, "total": 2,
    });
    vec![
        target("me", me(), of_the_user),
        target("token_facts", facts, of_the_token),
        target("queues", queues, of_the_queues),
        target("may_place", crate::samples::error(), of_the_permission),
    ]
}

fn target(
    name: &'static str,
    sample: Value,
    case: fn(Answer) -> Result<Reached, TestCaseError>,
) -> Target {
    Target::new(name, LIMITS, answers(vec![sample]), case)
}

fn of_the_user(answer: Answer) -> Result<Reached, TestCaseError> {
    let me = in_simulated_time(async { signed_in_person(&answer).me().await });
    match me {
        Ok(agent) => {
            prop_assert!(answer.is_2xx());
            is_plain(&agent.id)?;
            Ok(Reached::Accepted)
        }
        Err(error) => {
            // Without a refresh token a 401 is the end.
            prop_assert_eq!(error.kind == ErrorKind::SignedOut, answer.status == 401);
            a_good_error(&error, Operation::LookUp)?;
            Ok(Reached::Refused)
        }
    }
}

fn of_the_token(answer: Answer) -> Result<Reached, TestCaseError> {
    let told = answer.clone();
    let facts = in_simulated_time(async {
        let client = Server::new(move |_, _| told.reply()).client(Dialect::Platform);
        client.token_facts().await
    });
    match facts {
        Ok(facts) => {
            prop_assert!(answer.is_2xx() && facts.scopes.len() <= 200);
            for id in [facts.organization_id, facts.client_id]
                .into_iter()
                .flatten()
            {
                is_plain(&id)?;
            }
            Ok(Reached::Accepted)
        }
        Err(error) => {
            a_good_error(&error, Operation::TokenFacts)?;
            Ok(Reached::Refused)
        }
    }
}

fn of_the_queues(answer: Answer) -> Result<Reached, TestCaseError> {
    let told = answer.clone();
    let (queues, asked) = in_simulated_time(async {
        let server = Server::new(move |_, _| told.reply());
        let queues = server.client(Dialect::Platform).queues_of(AGENT).await;
        (queues, server.asked().len())
    });
    match queues {
        Ok(queues) => {
            prop_assert!(answer.is_2xx() && asked <= 10);
            for queue in &queues {
                is_plain(&queue.id)?;
            }
            Ok(Reached::when(!queues.is_empty()))
        }
        Err(error) => {
            a_good_error(&error, Operation::Queues)?;
            Ok(Reached::Refused)
        }
    }
}

fn of_the_permission(answer: Answer) -> Result<Reached, TestCaseError> {
    let told = answer.clone();
    let (allowed, asked) = in_simulated_time(async {
        let server = Server::new(move |_, _| told.reply());
        let allowed = server.client(Dialect::Platform).may_place().await;
        (allowed, server.asked().len())
    });
    // Once, and once more after a 401.
    prop_assert!(asked <= 2);
    match allowed {
        Ok(allowed) => {
            let expected = if answer.is_2xx() {
                Allowed::Unknown
            } else {
                Allowed::Yes
            };
            prop_assert_eq!(allowed, expected);
            Ok(Reached::Accepted)
        }
        Err(error) => {
            a_good_error(&error, Operation::PlaceCall)?;
            Ok(Reached::Refused)
        }
    }
}
