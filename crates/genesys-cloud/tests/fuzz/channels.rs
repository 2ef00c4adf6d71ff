//! What a server answers about channels and subscriptions.

use fuzzing::{Reached, Target};
use genesys_cloud::{Dialect, Operation};
use proptest::prelude::*;
use proptest::test_runner::TestCaseError;

use crate::answers::{Answer, LIMITS, a_good_error, answers, in_simulated_time};
use crate::arbitrary::AGENT;
use crate::samples::{self, CHANNEL};
use crate::server::{Server, json_reply};

pub(crate) fn targets() -> Vec<Target> {
    vec![
        Target::new(
            "channel",
            LIMITS,
            answers(vec![samples::channel()]),
            |answer| in_simulated_time(create(answer)),
        ),
        Target::new(
            "subscriptions",
            LIMITS,
            answers(vec![samples::subscriptions()]),
            |answer| in_simulated_time(subscribe(answer)),
        ),
    ]
}

async fn create(answer: Answer) -> Result<Reached, TestCaseError> {
    let told = answer.clone();
    let server = Server::new(move |_, _| told.reply());
    let made = server.client(Dialect::Platform).create_channel().await;
    // Each request could leave a channel behind.
    let most = if answer.status == 401 { 2 } else { 1 };
    prop_assert!(server.asked().len() <= most);
    match made {
        Ok(channel) => {
            prop_assert!(answer.is_2xx());
            let shown = format!("{channel:?}");
            prop_assert!(!shown.contains("k3y"));
            Ok(Reached::Accepted)
        }
        Err(error) => {
            a_good_error(&error, Operation::CreateChannel)?;
            Ok(Reached::Refused)
        }
    }
}

async fn subscribe(answer: Answer) -> Result<Reached, TestCaseError> {
    let told = answer.clone();
    let server = Server::new(move |seen, _| match seen.path.as_str() {
        "/api/v2/notifications/channels" => json_reply(200, samples::channel()),
        _ => told.reply(),
    });
    let client = server.client(Dialect::Platform);
    let channel = client.create_channel().await.unwrap();
    let agents = [AGENT, "other"];
    let result = channel.subscribe_only(&agents).await;
    let base = format!("/api/v2/notifications/channels/{CHANNEL}");
    for seen in server.asked().iter().skip(1) {
        prop_assert!(seen.path.starts_with(&base), "{}", seen.path);
    }
    match result {
        Ok(told) => {
            let names: Vec<&str> = told.iter().map(|one| one.agent_id.as_str()).collect();
            prop_assert_eq!(names, agents);
            let permitted = told.iter().any(|one| one.is_permitted());
            prop_assert!(!permitted || answer.is_2xx());
            Ok(Reached::when(permitted))
        }
        Err(error) => {
            a_good_error(&error, Operation::Subscribe)?;
            let shown = format!("{error:?}");
            prop_assert!(!shown.contains(CHANNEL));
            Ok(Reached::Refused)
        }
    }
}
