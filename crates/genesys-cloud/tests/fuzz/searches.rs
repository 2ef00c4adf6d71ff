//! What a server answers to the searches that settle an unknown call.

use std::time::Duration;

use fuzzing::{Reached, Target};
use genesys_cloud::{Client, Dialect, Error, Interval, Operation, Search};
use jiff::Timestamp;
use proptest::prelude::*;
use proptest::test_runner::TestCaseError;

use crate::answers::{Answer, LIMITS, a_good_error, answers, in_simulated_time, is_plain};
use crate::arbitrary::AGENT;
use crate::samples;
use crate::server::Server;

pub(crate) fn targets() -> Vec<Target> {
    vec![
        Target::new(
            "active_calls",
            LIMITS,
            answers(vec![samples::active_calls()]),
            |answer| in_simulated_time(active(answer)),
        ),
        Target::new(
            "call_details",
            LIMITS,
            answers(vec![samples::details()]),
            |answer| {
                in_simulated_time(async {
                    let found = client(&answer).analytics_calls(AGENT, around()).await;
                    checked(&answer, found, Operation::CallDetails)
                })
            },
        ),
        Target::new(
            "call_activity",
            LIMITS,
            answers(vec![samples::activity()]),
            |answer| {
                in_simulated_time(async {
                    let found = client(&answer).analytics_activity(AGENT).await;
                    checked(&answer, found, Operation::CallActivity)
                })
            },
        ),
    ]
}

fn client(answer: &Answer) -> Client {
    let told = answer.clone();
    Server::new(move |_, _| told.reply()).client(Dialect::Platform)
}

fn around() -> Interval {
    let eight: Timestamp = "2026-11-21T08:00:00Z".parse().unwrap();
    Interval::around(eight, Duration::from_secs(300))
}

async fn active(answer: Answer) -> Result<Reached, TestCaseError> {
    match client(&answer).active_calls().await {
        Ok(calls) => {
            prop_assert!(answer.is_2xx());
            for call in &calls {
                is_plain(call.id.as_deref().unwrap_or_default())?;
                call.started();
                prop_assert!(call.called().iter().all(|called| !called.is_empty()));
            }
            Ok(Reached::when(!calls.is_empty()))
        }
        Err(error) => {
            a_good_error(&error, Operation::ActiveCalls)?;
            Ok(Reached::Refused)
        }
    }
}

fn checked(
    answer: &Answer,
    found: Result<Search, Error>,
    operation: Operation,
) -> Result<Reached, TestCaseError> {
    match found {
        Ok(search) => {
            prop_assert!(answer.is_2xx());
            let mut ids = Vec::new();
            for call in &search.calls {
                is_plain(&call.conversation_id)?;
                prop_assert!(call.started.is_none_or(|start| around().contains(start)));
                ids.push(&call.conversation_id);
            }
            ids.sort();
            ids.dedup();
            prop_assert_eq!(ids.len(), search.calls.len(), "a call twice");
            Ok(Reached::when(!search.calls.is_empty()))
        }
        Err(error) => {
            a_good_error(&error, operation)?;
            Ok(Reached::Refused)
        }
    }
}
