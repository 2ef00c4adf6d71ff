//! Ending calls: asked until it is answered, and done where nothing is left to end.

use std::time::Duration;

use genesys_cloud::{Client, Denied, Dialect, Error, ErrorKind, HungUp, Operation};
use serde_json::{Value, json};

use crate::server::*;

const LEG: &str = "p-1";

async fn hang_up(client: &Client) -> Result<HungUp, Error> {
    client.hang_up(CONVERSATION, LEG, AGENT).await
}

fn refusal(status: u16, code: &str) -> Reply {
    json_reply(
        status,
        json!({"status": status, "code": code, "message": "m"}),
    )
}

#[tokio::test(start_paused = true)]
async fn a_leg_is_hung_up_on_behalf_of_its_agent() {
    for dialect in Dialect::ALL {
        let server = Server::new(|_, _| status(202, ""));
        let done = hang_up(&server.client(*dialect)).await.unwrap();
        assert_eq!(done, HungUp::Accepted);
        let [asked] = &server.asked()[..] else {
            panic!("one request")
        };
        assert_eq!(asked.method, "PATCH");
        assert_eq!(
            asked.path,
            format!("/api/v2/conversations/calls/{CONVERSATION}/participants/{LEG}/user/{AGENT}")
        );
        assert_eq!(asked.json(), json!({"state": "disconnected"}));
        assert_eq!(asked.header("authorization"), "Bearer token-1");
    }
}

#[tokio::test(start_paused = true)]
async fn a_conversation_is_ended_whole() {
    let server = Server::new(|_, _| status(202, "\"x\""));
    let client = server.client(Dialect::Platform);
    let done = client.disconnect(CONVERSATION).await.unwrap();
    assert_eq!(done, HungUp::Accepted);
    let asked = &server.asked()[0];
    assert_eq!(asked.method, "POST");
    assert_eq!(
        asked.path,
        format!("/api/v2/conversations/{CONVERSATION}/disconnect")
    );
    assert!(asked.body.is_empty());
}

#[tokio::test(start_paused = true)]
async fn what_is_over_already_is_done() {
    for (code, text) in [
        (400, "conversation.error.call.disconnected"),
        (
            400,
            "conversation.error.participant.no.active.conversations",
        ),
        (404, "conversation.error.conversation.not.found"),
    ] {
        let server = Server::new(move |_, _| refusal(code, text));
        let client = server.client(Dialect::Platform);
        assert_eq!(hang_up(&client).await.unwrap(), HungUp::AlreadyOver);
        let ended = client.disconnect(CONVERSATION).await;
        assert_eq!(ended.unwrap(), HungUp::AlreadyOver);
    }
}

#[tokio::test(start_paused = true)]
async fn what_is_not_over_is_an_error() {
    for (code, text, kind) in [
        (400, "conversation.error.user.not.party", ErrorKind::Refused),
        (
            404,
            "conversation.error.not.conversation.participant",
            ErrorKind::NotFound,
        ),
        (404, "not.found", ErrorKind::NotFound),
        (
            500,
            "conversation.error.call.disconnected",
            ErrorKind::ServerError,
        ),
    ] {
        let server = Server::new(move |_, _| refusal(code, text));
        let error = hang_up(&server.client(Dialect::Platform))
            .await
            .unwrap_err();
        assert_eq!((error.operation, error.kind), (Operation::HangUp, kind));
        assert_eq!(error.denied(), None);
    }
}

#[tokio::test(start_paused = true)]
async fn a_missing_permission_is_told_apart() {
    let params = |names: Value| json!({"messageParams": {"permissions": names}});
    let cases: [(u16, Value, Option<Denied>, &[&str]); 6] = [
        (
            403,
            json!({"code": "missing.any.permissions", "message": "one of [conversation:communication:disconnect, conversation:call:record]"}),
            Some(Denied::Permission),
            &[
                "conversation:communication:disconnect",
                "conversation:call:record",
            ],
        ),
        (
            403,
            params(json!(["conversation:agentlessCall:add"])),
            Some(Denied::Permission),
            &["conversation:agentlessCall:add"],
        ),
        (
            403,
            json!({"code": "app.not.authorized.for.scope", "message": "scope conversations"}),
            Some(Denied::Scope),
            &[],
        ),
        (
            400,
            json!({"code": "not.a.user"}),
            Some(Denied::UserNeeded),
            &[],
        ),
        (
            403,
            json!({"code": "authz.policy.denied"}),
            Some(Denied::Other),
            &[],
        ),
        (400, json!({"code": "bad.request"}), None, &[]),
    ];
    for (code, body, denied, permissions) in cases {
        let answer = body.clone();
        let server = Server::new(move |_, _| json_reply(code, answer.clone()));
        let error = hang_up(&server.client(Dialect::Platform))
            .await
            .unwrap_err();
        assert_eq!(error.denied(), denied, "{body}");
        assert_eq!(error.missing_permissions, permissions);
        assert_eq!(server.asked().len(), 1, "asked once");
    }
    for operation in [
        Operation::HangUp,
        Operation::Disconnect,
        Operation::CallDetails,
        Operation::CallActivity,
    ] {
        let known = operation.permissions();
        assert!(!known.is_empty() && known.iter().all(|name| name.split(':').count() == 3));
    }
}

#[tokio::test(start_paused = true)]
async fn it_is_asked_again_where_the_first_may_not_have_arrived() {
    // What is over afterwards was ended by the first, unless that was certainly not acted on.
    type Fail = fn() -> Reply;
    let failures: &[(Fail, HungUp)] = &[
        (|| status(500, ""), HungUp::Accepted),
        (|| status(503, ""), HungUp::Accepted),
        (|| status(408, ""), HungUp::Accepted),
        (|| Reply::Close, HungUp::Accepted),
        (|| Reply::Hang, HungUp::Accepted),
        (
            || with_headers(429, &[("retry-after", "3")], ""),
            HungUp::AlreadyOver,
        ),
    ];
    for (fail, expected) in failures {
        let server = Server::new(move |_, nth| match nth {
            0 => fail(),
            _ => refusal(400, "conversation.error.call.disconnected"),
        });
        let done = hang_up(&server.client(Dialect::Platform)).await.unwrap();
        assert_eq!(done, *expected);
        assert_eq!(server.asked().len(), 2);
    }
}

#[tokio::test(start_paused = true)]
async fn an_accepted_one_is_not_doubted_for_its_body() {
    let server = Server::new(|_, _| status(202, broken_body("{\"id\":")));
    let done = hang_up(&server.client(Dialect::Platform)).await.unwrap();
    assert_eq!(done, HungUp::Accepted);
    assert_eq!(server.asked().len(), 1);
}

#[tokio::test(start_paused = true)]
async fn a_dead_token_is_replaced() {
    let server = Server::new(|seen, _| match seen.header("authorization") {
        "Bearer token-1" => status(401, ""),
        _ => status(202, ""),
    });
    hang_up(&server.client(Dialect::Platform)).await.unwrap();
    assert_eq!((server.tokens(), server.asked().len()), (2, 2));
}

#[tokio::test(start_paused = true)]
async fn it_does_not_wait_for_a_limit_that_reads_used_up() {
    let server = Server::new(|seen, _| {
        let limit = [
            ("inin-ratelimit-count", "300"),
            ("inin-ratelimit-allowed", "300"),
            ("inin-ratelimit-reset", "20"),
        ];
        match seen.method.as_str() {
            "GET" => with_headers(200, &limit, json!({"participants": []}).to_string()),
            _ => status(202, ""),
        }
    });
    let client = server.client(Dialect::Platform);
    client.call(CONVERSATION).await.unwrap();
    let begun = tokio::time::Instant::now();
    hang_up(&client).await.unwrap();
    assert!(begun.elapsed() < Duration::from_secs(1));
}

#[tokio::test(start_paused = true)]
async fn what_is_no_id_is_never_sent() {
    let server = Server::new(|_, _| status(202, ""));
    let client = server.client(Dialect::Platform);
    for broken in ["", ".", "..", "a b"] {
        for (conversation, leg, agent) in [
            (broken, LEG, AGENT),
            (CONVERSATION, broken, AGENT),
            (CONVERSATION, LEG, broken),
        ] {
            let error = client.hang_up(conversation, leg, agent).await.unwrap_err();
            assert_eq!(error.kind, ErrorKind::InvalidInput);
        }
        let error = client.disconnect(broken).await.unwrap_err();
        assert_eq!(error.kind, ErrorKind::InvalidInput);
    }
    assert!(server.seen().is_empty());
}
