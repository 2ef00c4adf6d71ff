//! What a request for a call looks like, and what is never sent.

use std::collections::BTreeMap;

use genesys_cloud::{Acted, Dialect, ErrorKind};
use serde_json::json;
use tokio_util::sync::CancellationToken;

use crate::server::*;

#[tokio::test(start_paused = true)]
async fn each_dialect_asks_in_its_own_shape() {
    for dialect in Dialect::ALL {
        let server = Server::new(|_, _| placed_reply());
        let ear = Ear::default();
        let result = server
            .client(*dialect)
            .place_call(&a_call(), &ear, &CancellationToken::new())
            .await;
        assert_eq!(result.unwrap().conversation_id, CONVERSATION);
        assert_eq!(ear.heard(), [Heard::Sending]);

        let [token, call] = &server.seen()[..] else {
            panic!("a token and a call")
        };
        assert_eq!(
            token.header("content-type"),
            "application/x-www-form-urlencoded"
        );
        let form = String::from_utf8(token.body.to_vec()).unwrap();
        match dialect {
            Dialect::Platform => {
                assert!(token.header("authorization").starts_with("Basic "));
                assert_eq!(form, "grant_type=client_credentials");
            }
            _ => {
                assert_eq!(token.header("authorization"), "");
                assert_eq!(
                    form,
                    "grant_type=client_credentials&client_id=5e8cf67e-client&client_secret=s3cr3t%2Fof%2Bthe+client"
                );
            }
        }
        assert_eq!(call.header("authorization"), "Bearer token-1");
        assert_eq!(call.header("content-type"), "application/json");
        let (path, body) = match dialect {
            Dialect::Platform => (
                format!("/api/v2/conversations/calls/user/{AGENT}"),
                json!({"phoneNumber": "+14155552671"}),
            ),
            Dialect::Participants => (
                "/api/v2/conversations/calls".to_owned(),
                json!({"participants": [{
                    "from": {"id": AGENT, "type": "user"},
                    "to": {"id": "+14155552671", "type": "phone"},
                    "role": "agent",
                }]}),
            ),
            Dialect::FromTo => (
                "/api/v2/conversations/calls".to_owned(),
                json!({
                    "type": "call",
                    "from": {"id": AGENT, "type": "user", "name": "Alex Kim"},
                    "to": {"phoneNumber": "+14155552671", "type": "external"},
                    "log": true,
                    "record": false,
                }),
            ),
        };
        assert_eq!((call.path.clone(), call.json()), (path, body));
    }
}

#[tokio::test(start_paused = true)]
async fn platform_sends_caller_id_queue_and_attributes() {
    let server = Server::new(|_, _| placed_reply());
    let mut call = a_call();
    call.caller_id = Some("+14155550000".to_owned());
    call.queue_id = Some("q-1".to_owned());
    call.attributes = BTreeMap::from([("ringforAttemptId".to_owned(), "a-1".to_owned())]);
    let client = server.client(Dialect::Platform);
    let cancel = CancellationToken::new();
    client
        .place_call(&call, &Ear::default(), &cancel)
        .await
        .unwrap();
    assert_eq!(
        server.placed()[0].json(),
        json!({
            "phoneNumber": "+14155552671",
            "callerId": "+14155550000",
            "callFromQueueId": "q-1",
            "attributes": {"ringforAttemptId": "a-1"},
        })
    );
}

#[tokio::test(start_paused = true)]
async fn what_is_no_number_or_no_agent_is_never_sent() {
    let server = Server::new(|_, _| placed_reply());
    let client = server.client(Dialect::Platform);
    let numbers = [
        "",
        "+",
        "4155552671",
        "+0123456",
        "+1415 555",
        "+1415555267a",
        "+1234567890123456",
        "tel:+1",
    ];
    let agents = ["", ".", "..", "a b", "a\nb"];
    let broken = numbers
        .iter()
        .map(|number| (AGENT, *number))
        .chain(agents.iter().map(|agent| (*agent, "+14155552671")));
    for (agent, number) in broken {
        let mut call = a_call();
        call.agent_id = agent.to_owned();
        call.number = number.to_owned();
        let cancel = CancellationToken::new();
        let error = client
            .place_call(&call, &Ear::default(), &cancel)
            .await
            .unwrap_err();
        assert_eq!(
            (error.kind, error.acted),
            (ErrorKind::InvalidInput, Acted::No)
        );
    }
    assert!(server.seen().is_empty());
}

#[tokio::test(start_paused = true)]
async fn an_extension_is_placed_where_the_dialect_knows_extensions() {
    for dialect in Dialect::ALL.iter().copied() {
        for (number, extension) in [
            ("4711", true),
            ("47", true),
            ("4", false),
            ("4711000", false),
        ] {
            let server = Server::new(|_, _| placed_reply());
            let mut call = a_call();
            call.number = number.to_owned();
            let cancel = CancellationToken::new();
            let client = server.client(dialect);
            let result = client.place_call(&call, &Ear::default(), &cancel).await;
            let placed = extension && dialect == Dialect::Platform;
            assert_eq!(result.is_ok(), placed, "{dialect:?} {number}");
            assert_eq!(server.placed().len(), usize::from(placed));
            if placed {
                assert_eq!(server.placed()[0].json()["phoneNumber"], number);
            }
        }
    }
}

#[tokio::test(start_paused = true)]
async fn an_agent_id_cannot_change_the_path() {
    let server = Server::new(|_, _| placed_reply());
    let mut call = a_call();
    call.agent_id = "../x?y=1#z".to_owned();
    let client = server.client(Dialect::Platform);
    let cancel = CancellationToken::new();
    client
        .place_call(&call, &Ear::default(), &cancel)
        .await
        .unwrap();
    let placed = &server.placed()[0];
    assert_eq!(
        placed.path,
        "/api/v2/conversations/calls/user/..%2Fx%3Fy=1%23z"
    );
    assert_eq!(placed.query, "");
}
