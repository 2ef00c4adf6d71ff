//! Every reader of an answer gives a value or an error, whatever the answer is.

use bytes::Bytes;
use http::{HeaderMap, StatusCode};
use jiff::Timestamp;
use proptest::prelude::*;
use secrecy::ExposeSecret;
use serde_json::Value;

use self::arbitrary::{AGENT, CONVERSATION, any_body};
use crate::answer::Answer;
use crate::client::token_answer::TokenAnswer;
use crate::id::is_plain_id;
use crate::queue::QueuePage;
use crate::search::{self, Interval};
use crate::{Acted, CallSnapshot, Operation, TokenFacts, agent};

#[path = "../tests/client/arbitrary.rs"]
mod arbitrary;

fn answer(status: u16, body: Vec<u8>) -> Answer {
    Answer {
        host: "api.example.test".to_owned(),
        status: StatusCode::from_u16(status).unwrap(),
        headers: HeaderMap::new(),
        body: Ok(Bytes::from(body)),
    }
}

fn all_readers(body: &Value) {
    if let Ok(agent) = agent::with_id(body, AGENT) {
        assert_eq!(agent.id, AGENT);
    }
    for list in ["results", "entities"] {
        if let Ok(agent) = agent::with_email(body, list, "a@b.c") {
            assert_eq!(agent.email.unwrap().trim().to_lowercase(), "a@b.c");
        }
        if let Ok(agents) = agent::starting_with(body, list, "a", 3) {
            assert!(agents.len() <= 3);
        }
    }
    if let Ok(call) = CallSnapshot::read(body, CONVERSATION) {
        assert!(call.id.as_deref().is_none_or(|id| id == CONVERSATION));
        assert!(call.called().iter().all(|address| !address.is_empty()));
        assert!(
            call.started()
                <= call
                    .participants
                    .iter()
                    .filter_map(|leg| leg.start_time)
                    .max()
        );
    }
    let around = Interval {
        from: Timestamp::UNIX_EPOCH,
        until: Timestamp::MAX,
    };
    if let Ok(page) = search::read_details(body, AGENT, &around) {
        for call in page.calls {
            assert!(!call.conversation_id.is_empty());
            assert!(call.started.is_none_or(|start| around.contains(start)));
        }
    }
    if let Ok(agent) = agent::own(body) {
        assert!(is_plain_id(&agent.id));
    }
    if let Ok(facts) = TokenFacts::read(body) {
        assert!(
            facts
                .scopes
                .iter()
                .all(|scope| scope.chars().count() <= 500)
        );
        assert!(facts.organization_id.is_none_or(|id| is_plain_id(&id)));
    }
    if let Ok(page) = QueuePage::read(body, 1) {
        assert!(page.queues.iter().all(|queue| is_plain_id(&queue.id)));
    }
    if let Some(told) = TokenAnswer::read(body) {
        let grant = told.into_grant(Timestamp::UNIX_EPOCH);
        assert!(grant.expires_at >= Timestamp::UNIX_EPOCH);
        assert!(!grant.access_token.expose_secret().is_empty());
    }
    if let Ok(search) = search::read_activity(body, AGENT) {
        assert!(search.calls.iter().all(|call| call.started.is_none()));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 10_000, ..ProptestConfig::default() })]

    #[test]
    fn every_body_is_survived_by_every_reader(
        status in prop_oneof![2 => Just(200_u16), 1 => 100_u16..1000],
        body in any_body(),
    ) {
        let answer = answer(status, body);
        match answer.json(Operation::ReadCall, Timestamp::UNIX_EPOCH) {
            Ok(body) => {
                prop_assert!((200..300).contains(&status));
                all_readers(&body);
            }
            Err(error) => {
                prop_assert_eq!(error.status, Some(status));
                prop_assert_eq!(error.acted, Acted::No);
                let texts = [&error.code, &error.message, &error.correlation_id];
                prop_assert!(texts.into_iter().flatten().all(|text| text.chars().count() <= 500));
                prop_assert!(error.details.len() <= 20 && error.missing_permissions.len() <= 20);
                error.denied();
            }
        }
    }
}
