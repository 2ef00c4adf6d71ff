//! What a server answers to placing, reading and ending a call.

use fuzzing::{Reached, Target};
use genesys_cloud::{Acted, Dialect, HungUp, Operation};
use proptest::prelude::*;
use proptest::test_runner::TestCaseError;
use serde_json::Value;
use tokio_util::sync::CancellationToken;

use crate::answers::{Answer, LIMITS, a_good_error, answers, in_simulated_time, is_plain};
use crate::arbitrary::{AGENT, CONVERSATION};
use crate::samples;
use crate::server::{Ear, Server, a_call};

pub(crate) fn targets() -> Vec<Target> {
    let dialect = prop::sample::select(Dialect::ALL);
    vec![
        Target::new(
            "place",
            LIMITS,
            (answers(vec![samples::placed()]), dialect),
            |(answer, dialect)| in_simulated_time(place(answer, dialect)),
        ),
        Target::new("call", LIMITS, answers(vec![samples::call()]), |answer| {
            in_simulated_time(read(answer))
        }),
        Target::new(
            "hang_up",
            LIMITS,
            answers(vec![Value::Null, samples::error()]),
            |answer| in_simulated_time(hang_up(answer)),
        ),
    ]
}

/// A call came of it only where a 2xx names it, and only a definite no is certain.
async fn place(answer: Answer, dialect: Dialect) -> Result<Reached, TestCaseError> {
    let told = answer.clone();
    let server = Server::new(move |_, _| told.reply());
    let client = server.client(dialect);
    let cancel = CancellationToken::new();
    let placed = client.place_call(&a_call(), &Ear::default(), &cancel).await;
    let requests = server.placed().len();
    let again = matches!(answer.status, 401 | 429);
    prop_assert!(
        requests == 1 || (again && requests == 2),
        "{requests} requests"
    );
    match placed {
        Ok(placed) => {
            prop_assert!(answer.is_2xx());
            is_plain(&placed.conversation_id)?;
            let body = String::from_utf8_lossy(&answer.body.0).into_owned();
            prop_assert!(body.contains(&placed.conversation_id));
            Ok(Reached::Accepted)
        }
        Err(error) => {
            let certain = if answer.is_definite() {
                Acted::No
            } else {
                Acted::Maybe
            };
            prop_assert_eq!(error.acted, certain);
            a_good_error(&error, Operation::PlaceCall)?;
            Ok(Reached::Refused)
        }
    }
}

/// A read tells of the call that was asked for, and its ids can be asked for in turn.
async fn read(answer: Answer) -> Result<Reached, TestCaseError> {
    let told = answer.clone();
    let client = Server::new(move |_, _| told.reply()).client(Dialect::Platform);
    match client.call(CONVERSATION).await {
        Ok(call) => {
            prop_assert!(answer.is_2xx());
            prop_assert!(
                call.id
                    .is_none_or(|id| id.eq_ignore_ascii_case(CONVERSATION))
            );
            for leg in &call.participants {
                for id in [&leg.id, &leg.user_id, &leg.queue_id].into_iter().flatten() {
                    is_plain(id)?;
                }
            }
            Ok(Reached::Accepted)
        }
        Err(error) => {
            a_good_error(&error, Operation::ReadCall)?;
            Ok(Reached::Refused)
        }
    }
}

/// Only a 2xx has ended the call, and a code that says so has found it ended.
async fn hang_up(answer: Answer) -> Result<Reached, TestCaseError> {
    let told = answer.clone();
    let client = Server::new(move |_, _| told.reply()).client(Dialect::Platform);
    let ended = [
        (
            client.hang_up(CONVERSATION, "p-1", AGENT).await,
            Operation::HangUp,
        ),
        (client.disconnect(CONVERSATION).await, Operation::Disconnect),
    ];
    for (result, operation) in &ended {
        match result {
            Ok(HungUp::Accepted) => prop_assert!(answer.is_2xx()),
            Ok(HungUp::AlreadyOver) => prop_assert!(matches!(answer.status, 400 | 404 | 409)),
            Err(error) => a_good_error(error, *operation)?,
        }
        prop_assert!(!answer.is_2xx() || result.is_ok());
    }
    Ok(Reached::when(
        ended.iter().all(|(result, _)| result.is_ok()),
    ))
}
