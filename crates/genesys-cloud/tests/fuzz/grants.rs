//! What the token host answers to those who sign in, and what becomes of what is kept.

use std::sync::Arc;

use fuzzing::{Reached, Target};
use genesys_cloud::clock::SimulatedClock;
use genesys_cloud::{
    Acted, Authorization, Client, ClientConfig, Dialect, ErrorKind, Hosts, Operation, Timeouts,
    UserCredentials,
};
use jiff::Timestamp;
use proptest::prelude::*;
use proptest::test_runner::TestCaseError;
use secrecy::ExposeSecret;
use serde_json::{Value, json};
use tokio_util::sync::CancellationToken;

use crate::answers::{Answer, LIMITS, a_good_error, answers, in_simulated_time};
use crate::arbitrary::AGENT;
use crate::keeper::{Keeper, grant};
use crate::server::{CLIENT_ID, Ear, SECRET, Server, a_call, json_reply, status};

pub(crate) fn targets() -> Vec<Target> {
    let sample = json!({
        "access_token": "token-1", "refresh_token": "refresh-1", "token_type": "bearer", "expires_in": 86400,
    });
    let case = |name, case: fn(Answer) -> Result<Reached, TestCaseError>| {
        Target::new(name, LIMITS, answers(vec![sample.clone()]), case)
    };
    vec![case("refresh", refreshed), case("sign_in", signed_in)]
}

fn hosts() -> Hosts {
    Hosts::explicit("https://api.example.test", "https://login.example.test").unwrap()
}

/// A client whose token is over.
fn client_of(server: &Server, keeper: &Keeper) -> Client {
    let config = ClientConfig {
        hosts: hosts(),
        dialect: Dialect::Platform,
        credentials: UserCredentials {
            client_id: CLIENT_ID.to_owned(),
            client_secret: Some(SECRET.into()),
            keeper: Arc::new(keeper.clone()),
        }
        .into(),
        timeouts: Timeouts::default(),
    };
    Client::new(config, server.transport(), Arc::new(SimulatedClock::new()))
}

fn refreshed(answer: Answer) -> Result<Reached, TestCaseError> {
    in_simulated_time(async {
        let told = answer.clone();
        let server = Server::with_tokens(
            move |_| told.reply(),
            |seen, _| match seen.path.as_str() {
                "/api/v2/users/me" => json_reply(200, json!({"id": AGENT})),
                _ => json_reply(200, json!({"id": "a-call-of-its-own"})),
            },
        );
        let keeper = Keeper::with(grant("old-k3y", Some("refresh-k3y"), Timestamp::UNIX_EPOCH));
        let client = client_of(&server, &keeper);
        let mut call = a_call();
        call.agent_id = AGENT.to_owned();
        let cancel = CancellationToken::new();
        let placed = client.place_call(&call, &Ear::default(), &cancel).await;
        let kept = keeper.kept().await;
        match placed {
            Ok(_) => {
                prop_assert!(answer.is_2xx() && server.tokens() == 1);
                // What was used is what is kept.
                let kept = kept.unwrap();
                let bearer = format!("Bearer {}", kept.access_token.expose_secret());
                let mut asked = server.asked().into_iter();
                prop_assert!(asked.all(|seen| seen.header("authorization") == bearer));
                prop_assert!(kept.refresh_token.is_some());
                Ok(Reached::Accepted)
            }
            Err(error) => {
                prop_assert_eq!(
                    (error.operation, error.acted),
                    (Operation::Token, Acted::No)
                );
                prop_assert!(server.asked().is_empty());
                // Only a limit is certain not to have spent the refresh token.
                let limited = answer.status == 429;
                prop_assert!(limited || server.tokens() == 1);
                prop_assert_eq!(kept.is_none(), error.kind == ErrorKind::SignedOut);
                a_good_error(&error, Operation::Token)?;
                let shown = format!("{error:?}");
                prop_assert!(!shown.contains("k3y"), "{shown}");
                Ok(Reached::Refused)
            }
        }
    })
}

fn signed_in(answer: Answer) -> Result<Reached, TestCaseError> {
    in_simulated_time(async {
        let told = answer.clone();
        let server = Server::with_tokens(move |_| told.reply(), |_, _| status(404, ""));
        let back = "http://localhost:4711";
        let sign_in = Authorization::new(&hosts(), CLIENT_ID, back, true).unwrap();
        let clock = Arc::new(SimulatedClock::new());
        let timeouts = Timeouts::default();
        let grant = sign_in
            .exchange(
                "c0de",
                Some(&SECRET.into()),
                server.transport(),
                clock,
                &timeouts,
            )
            .await;
        prop_assert_eq!(server.tokens(), 1);
        match grant {
            Ok(grant) => {
                prop_assert!(answer.is_2xx());
                let token = grant.access_token.expose_secret();
                prop_assert!(
                    !token.is_empty() && token.bytes().all(|byte| byte.is_ascii_graphic())
                );
                Ok(Reached::Accepted)
            }
            Err(error) => {
                a_good_error(&error, Operation::SignIn)?;
                Ok(Reached::Refused)
            }
        }
    })
}

/// A person who is signed in for long.
pub(crate) fn signed_in_person(answer: &Answer) -> Client {
    let told = answer.clone();
    let server = Server::new(move |_, _| told.reply());
    let keeper = Keeper::with(grant("token-1", None, Timestamp::MAX));
    client_of(&server, &keeper)
}

/// A user as `GET /api/v2/users/me` tells one.
pub(crate) fn me() -> Value {
    let mut user = crate::samples::user();
    user["authorization"] = json!({"permissions": ["conversation:conference:add"], "roles": []});
    user
}
