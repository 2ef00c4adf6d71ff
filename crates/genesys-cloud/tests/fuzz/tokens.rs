//! What the token host answers.

use fuzzing::{Reached, Target};
use genesys_cloud::{Acted, Dialect, Operation};
use proptest::prelude::*;
use serde_json::json;
use tokio_util::sync::CancellationToken;

use crate::answers::{LIMITS, a_good_error, answers, in_simulated_time};
use crate::samples;
use crate::server::{Ear, Server, a_call, json_reply};

pub(crate) fn targets() -> Vec<Target> {
    let inputs = (
        answers(vec![samples::token()]),
        prop::sample::select(Dialect::ALL),
    );
    vec![Target::new("token", LIMITS, inputs, |(answer, dialect)| {
        in_simulated_time(async {
            let told = answer.clone();
            let server = Server::with_tokens(
                move |_| told.reply(),
                |_, _| json_reply(200, json!({"id": "a-call-of-its-own"})),
            );
            let client = server.client(dialect);
            let cancel = CancellationToken::new();
            match client.place_call(&a_call(), &Ear::default(), &cancel).await {
                Ok(_) => {
                    prop_assert!(answer.is_2xx());
                    Ok(Reached::Accepted)
                }
                Err(error) => {
                    // Without a token nobody is called.
                    prop_assert_eq!(error.operation, Operation::Token);
                    prop_assert_eq!(error.acted, Acted::No);
                    prop_assert!(server.placed().is_empty());
                    a_good_error(&error, Operation::Token)?;
                    Ok(Reached::Refused)
                }
            }
        })
    })]
}
