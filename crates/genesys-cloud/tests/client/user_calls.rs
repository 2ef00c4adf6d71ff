//! What a signed-in user does: calls of nobody else, the own legs, and the end of the sign-in.

use genesys_cloud::{Acted, Denied, Dialect, ErrorKind, HungUp, Operation, PlaceCall};
use serde_json::json;
use tokio_util::sync::CancellationToken;

use crate::keeper::{Keeper, grant};
use crate::server::*;
use crate::user_tokens::{
    client_of, fresh_tokens, in_an_hour, in_dialect, kept_good, serve, server,
};

const OTHER: &str = "0f4f2a31-9999-4c6e-9d2b-cccccccccccc";

#[tokio::test(start_paused = true)]
async fn only_the_published_dialect_signs_users_in() {
    for dialect in [Dialect::Participants, Dialect::FromTo] {
        let (server, keeper) = (server(), kept_good());
        let client = in_dialect(dialect, &server, &keeper, Some(SECRET));
        assert_eq!(client.me().await.unwrap_err().kind, ErrorKind::NotAvailable);
        let cancel = CancellationToken::new();
        let placed = client.place_call(&a_call(), &Ear::default(), &cancel).await;
        assert_eq!(placed.unwrap_err().kind, ErrorKind::NotAvailable);
        assert!(server.seen().is_empty());
    }
}

#[tokio::test(start_paused = true)]
async fn a_call_is_placed_as_the_user() {
    let (server, keeper) = (server(), kept_good());
    let client = client_of(&server, &keeper, Some(SECRET));
    let call = PlaceCall {
        caller_id: Some("+12025550123".to_owned()),
        caller_name: Some("Contoso".to_owned()),
        queue_id: Some("q-1".to_owned()),
        attributes: [("a".to_owned(), "b".to_owned())].into(),
        ..a_call()
    };
    assert_eq!(client.me().await.unwrap().id, AGENT);
    let cancel = CancellationToken::new();
    let placed = client.place_call(&call, &Ear::default(), &cancel).await;
    assert_eq!(placed.unwrap().conversation_id, CONVERSATION);
    // Whose token it is was known.
    let [me, placed] = &server.asked()[..] else {
        panic!("two requests")
    };
    assert_eq!(me.path, "/api/v2/users/me");
    assert!(me.query.starts_with("expand=station"));
    assert_eq!(placed.path, "/api/v2/conversations/calls");
    assert_eq!(
        placed.json(),
        json!({
            "phoneNumber": "+14155552671", "callerId": "+12025550123", "callerIdName": "Contoso",
            "callFromQueueId": "q-1", "attributes": {"a": "b"},
        })
    );
}

/// Law 5: the token's user is called for, whoever is named.
#[tokio::test(start_paused = true)]
async fn no_call_is_placed_for_anybody_but_the_user() {
    let (server, keeper) = (server(), kept_good());
    let client = client_of(&server, &keeper, Some(SECRET));
    let cancel = CancellationToken::new();
    let other = PlaceCall {
        agent_id: OTHER.to_owned(),
        ..a_call()
    };
    let error = client
        .place_call(&other, &Ear::default(), &cancel)
        .await
        .unwrap_err();
    assert_eq!(
        (error.operation, error.kind),
        (Operation::PlaceCall, ErrorKind::Mismatch)
    );
    assert_eq!(error.acted, Acted::No);
    assert!(server.placed().is_empty());
    client
        .place_call(&a_call(), &Ear::default(), &cancel)
        .await
        .unwrap();

    // Somebody else signed in meanwhile, in another process: the same press is no call of theirs.
    let server = Server::with_tokens(fresh_tokens, |seen, _| {
        match (seen.header("authorization"), seen.path.as_str()) {
            ("Bearer kept-1", "/api/v2/conversations/calls") => status(401, "{}"),
            ("Bearer of-another", "/api/v2/users/me") => json_reply(200, json!({"id": OTHER})),
            _ => serve(seen),
        }
    });
    let keeper = kept_good();
    let client = client_of(&server, &keeper, Some(SECRET));
    client.me().await.unwrap();
    keeper
        .put(Some(grant("of-another", None, in_an_hour())))
        .await;
    let error = client
        .place_call(&a_call(), &Ear::default(), &cancel)
        .await
        .unwrap_err();
    assert_eq!((error.kind, error.acted), (ErrorKind::Mismatch, Acted::No));
    assert_eq!(server.placed().len(), 1);
}

/// A refresh gives the same user another token.
#[tokio::test(start_paused = true)]
async fn whose_token_it_is_is_still_known_after_a_refresh() {
    let server = Server::with_tokens(fresh_tokens, |seen, _| {
        match (seen.header("authorization"), seen.places()) {
            ("Bearer kept-1", true) => status(401, "{}"),
            _ => serve(seen),
        }
    });
    let client = client_of(&server, &kept_good(), Some(SECRET));
    client.me().await.unwrap();
    let cancel = CancellationToken::new();
    client
        .place_call(&a_call(), &Ear::default(), &cancel)
        .await
        .unwrap();
    let paths: Vec<String> = server.seen().into_iter().map(|seen| seen.path).collect();
    assert_eq!(
        paths,
        [
            "/api/v2/users/me",
            "/api/v2/conversations/calls",
            "/oauth/token",
            "/api/v2/conversations/calls"
        ]
    );
}

#[tokio::test(start_paused = true)]
async fn a_user_hangs_up_the_own_leg() {
    let server = Server::new(|_, _| status(202, ""));
    let client = client_of(&server, &kept_good(), None);
    let done = client.hang_up(CONVERSATION, "p-1", AGENT).await.unwrap();
    assert_eq!(done, HungUp::Accepted);
    assert_eq!(
        server.asked()[0].path,
        format!("/api/v2/conversations/calls/{CONVERSATION}/participants/p-1")
    );
}

#[tokio::test(start_paused = true)]
async fn the_end_of_a_token_is_asked_for_and_is_fine_where_it_is_over() {
    let server = Server::with_tokens(fresh_tokens, |seen, _| match seen.method.as_str() {
        "DELETE" => status(200, ""),
        _ => serve(seen),
    });
    let keeper = kept_good();
    let client = client_of(&server, &keeper, None);
    client.end_token().await.unwrap();
    let asked = &server.asked()[0];
    assert_eq!(
        (asked.method.as_str(), asked.path.as_str()),
        ("DELETE", "/api/v2/tokens/me")
    );
    // What is kept is the caller's to remove.
    assert!(keeper.log().is_empty());
    let over = client_of(&server, &Keeper::default(), None);
    over.end_token().await.unwrap();
    assert_eq!(server.asked().len(), 1);

    let failing = Server::with_tokens(fresh_tokens, |_, _| status(500, ""));
    let error = client_of(&failing, &kept_good(), None).end_token().await;
    assert_eq!(error.unwrap_err().kind, ErrorKind::ServerError);
}

#[tokio::test(start_paused = true)]
async fn a_client_is_told_that_a_user_is_needed() {
    let server = Server::new(|_, _| json_reply(400, json!({"code": "not.a.user"})));
    let client = server.client(Dialect::Platform);
    assert_eq!(
        client.me().await.unwrap_err().denied(),
        Some(Denied::UserNeeded)
    );
    let cancel = CancellationToken::new();
    let error = client.place_call(&a_call(), &Ear::default(), &cancel).await;
    assert_eq!(error.unwrap_err().denied(), Some(Denied::UserNeeded));
}
