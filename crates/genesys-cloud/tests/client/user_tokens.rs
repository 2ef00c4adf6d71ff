//! The token of a signed-in user: kept, refreshed once, and never used before it is kept.

use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

use futures_util::future::join_all;
use genesys_cloud::clock::{Clock, SimulatedClock};
use genesys_cloud::{
    Acted, Client, ClientConfig, Dialect, ErrorKind, Hosts, Operation, Timeouts, UserCredentials,
};
use jiff::Timestamp;
use secrecy::ExposeSecret;
use serde_json::json;
use tokio_util::sync::CancellationToken;

use crate::keeper::{Keeper, grant};
use crate::server::*;

pub(crate) fn now() -> Timestamp {
    SimulatedClock::new().now()
}

pub(crate) fn in_an_hour() -> Timestamp {
    now() + Duration::from_secs(3600)
}

pub(crate) fn kept_good() -> Keeper {
    Keeper::with(grant("kept-1", Some("refresh-1"), in_an_hour()))
}

pub(crate) fn kept_old() -> Keeper {
    Keeper::with(grant(
        "kept-1",
        Some("refresh-1"),
        now() + Duration::from_secs(59),
    ))
}

/// A process of the same person.
pub(crate) fn client_of(server: &Server, keeper: &Keeper, secret: Option<&str>) -> Client {
    in_dialect(Dialect::Platform, server, keeper, secret)
}

pub(crate) fn in_dialect(
    dialect: Dialect,
    server: &Server,
    keeper: &Keeper,
    secret: Option<&str>,
) -> Client {
    let config = ClientConfig {
        hosts: Hosts::explicit("https://api.example.test", "https://login.example.test").unwrap(),
        dialect,
        credentials: UserCredentials {
            client_id: CLIENT_ID.to_owned(),
            client_secret: secret.map(Into::into),
            keeper: Arc::new(keeper.clone()),
        }
        .into(),
        timeouts: Timeouts::default(),
    };
    Client::new(config, server.transport(), Arc::new(SimulatedClock::new()))
}

pub(crate) fn fresh_tokens(nth: usize) -> Reply {
    let nth = nth + 2;
    json_reply(
        200,
        json!({"access_token": format!("token-{nth}"), "refresh_token": format!("refresh-{nth}"), "expires_in": 86400}),
    )
}

/// Serves one user: reads, and calls that are placed.
pub(crate) fn serve(seen: &Seen) -> Reply {
    match (seen.method.as_str(), seen.path.as_str()) {
        ("GET", "/api/v2/users/me") => json_reply(200, json!({"id": AGENT, "name": "Alex Kim"})),
        ("GET", _) => json_reply(200, json!({"id": AGENT, "name": "Alex Kim"})),
        _ => placed_reply(),
    }
}

pub(crate) fn server() -> Server {
    Server::with_tokens(fresh_tokens, |seen, _| serve(seen))
}

/// Takes no token but the ones that are refreshed to.
fn refusing_the_kept_one() -> Server {
    Server::with_tokens(fresh_tokens, |seen, _| match seen.header("authorization") {
        "Bearer kept-1" => json_reply(401, json!({"code": "bad.credentials"})),
        _ => serve(seen),
    })
}

pub(crate) fn bearers(server: &Server) -> Vec<String> {
    let bearer = |seen: &Seen| seen.header("authorization").to_owned();
    server.asked().iter().map(bearer).collect()
}

#[tokio::test(start_paused = true)]
async fn a_kept_token_serves_until_a_minute_before_its_end() {
    let (server, keeper) = (server(), kept_good());
    let client = client_of(&server, &keeper, Some(SECRET));
    for _ in 0..5 {
        client.agent(AGENT).await.unwrap();
    }
    tokio::time::sleep(Duration::from_secs(3539)).await;
    client.agent(AGENT).await.unwrap();
    assert_eq!(
        (server.tokens(), keeper.holds.load(Ordering::SeqCst)),
        (0, 1)
    );
    assert_eq!(bearers(&server), ["Bearer kept-1"; 6]);
    tokio::time::sleep(Duration::from_secs(2)).await;
    client.agent(AGENT).await.unwrap();
    assert_eq!(server.tokens(), 1);
    assert_eq!(bearers(&server).last().unwrap(), "Bearer token-2");
}

#[tokio::test(start_paused = true)]
async fn a_refresh_is_asked_for_as_the_client_is_known() {
    for (secret, authorization, body) in [
        (
            Some(SECRET),
            "Basic NWU4Y2Y2N2UtY2xpZW50OnMzY3IzdC9vZit0aGUgY2xpZW50",
            "grant_type=refresh_token&refresh_token=refresh-1",
        ),
        (
            None,
            "",
            "grant_type=refresh_token&refresh_token=refresh-1&client_id=5e8cf67e-client",
        ),
    ] {
        let (server, keeper) = (server(), kept_old());
        client_of(&server, &keeper, secret)
            .agent(AGENT)
            .await
            .unwrap();
        let asked = &server.seen()[0];
        assert_eq!(
            (asked.method.as_str(), asked.path.as_str()),
            ("POST", "/oauth/token")
        );
        assert_eq!(asked.header("authorization"), authorization);
        assert_eq!(asked.body, body);
        let kept = keeper.kept().await.unwrap();
        assert_eq!(kept.access_token.expose_secret(), "token-2");
        assert_eq!(kept.refresh_token.unwrap().expose_secret(), "refresh-2");
        assert_eq!(kept.expires_at, now() + Duration::from_secs(86400));
    }
}

#[tokio::test(start_paused = true)]
async fn a_server_that_gives_no_other_refresh_token_goes_on_with_this_one() {
    let server = Server::with_tokens(
        |_| json_reply(200, json!({"access_token": "token-2", "expires_in": 300})),
        |seen, _| serve(seen),
    );
    let keeper = kept_old();
    client_of(&server, &keeper, None)
        .agent(AGENT)
        .await
        .unwrap();
    let kept = keeper.kept().await.unwrap();
    assert_eq!(kept.refresh_token.unwrap().expose_secret(), "refresh-1");
}

#[tokio::test(start_paused = true)]
async fn two_processes_that_refresh_at_once_refresh_once() {
    let slow = Server::with_tokens(
        |nth| match fresh_tokens(nth) {
            Reply::Answer(answer) => Reply::Later(Duration::from_secs(3), answer),
            other => other,
        },
        |seen, _| serve(seen),
    );
    for (server, keeper) in [(slow, kept_old()), (refusing_the_kept_one(), kept_good())] {
        let processes: Vec<Client> = (0..4)
            .map(|_| client_of(&server, &keeper, Some(SECRET)))
            .collect();
        let all = processes
            .iter()
            .flat_map(|one| [one.agent(AGENT), one.agent(AGENT)]);
        for agent in join_all(all).await {
            agent.unwrap();
        }
        assert_eq!(server.tokens(), 1);
        assert_eq!(keeper.log(), ["keep token-2"]);
    }
}

#[tokio::test(start_paused = true)]
async fn a_token_that_another_process_had_is_used_after_a_401() {
    let (server, keeper) = (refusing_the_kept_one(), kept_good());
    let client = client_of(&server, &keeper, Some(SECRET));
    client.check_token().await.unwrap();
    let newer = grant("token-of-the-other", Some("refresh-9"), in_an_hour());
    keeper.put(Some(newer)).await;
    client.agent(AGENT).await.unwrap();
    assert_eq!(server.tokens(), 0);
    assert_eq!(
        bearers(&server),
        ["Bearer kept-1", "Bearer token-of-the-other"]
    );
}

#[tokio::test(start_paused = true)]
async fn a_refused_token_is_refreshed_once_and_then_the_person_is_signed_out() {
    let (server, keeper) = (refusing_the_kept_one(), kept_good());
    client_of(&server, &keeper, Some(SECRET))
        .agent(AGENT)
        .await
        .unwrap();
    assert_eq!(
        (server.tokens(), keeper.log()),
        (1, vec!["keep token-2".to_owned()])
    );

    let refusing = Server::with_tokens(fresh_tokens, |_, _| {
        json_reply(401, json!({"code": "bad.credentials"}))
    });
    let client = client_of(&refusing, &kept_good(), Some(SECRET));
    let error = client.agent(AGENT).await.unwrap_err();
    assert_eq!(
        (error.operation, error.kind),
        (Operation::LookUp, ErrorKind::SignedOut)
    );
    assert_eq!((refusing.tokens(), refusing.asked().len()), (1, 2));
    let cancel = CancellationToken::new();
    let client = client_of(&refusing, &kept_good(), Some(SECRET));
    let placed = client.place_call(&a_call(), &Ear::default(), &cancel).await;
    let error = placed.unwrap_err();
    assert_eq!((error.kind, error.acted), (ErrorKind::SignedOut, Acted::No));
    assert!(refusing.placed().is_empty());
}

#[tokio::test(start_paused = true)]
async fn an_address_that_is_not_authorized_is_no_sign_out() {
    let server = Server::with_tokens(fresh_tokens, |_, _| {
        json_reply(401, json!({"code": "ip.not.authorized"}))
    });
    let client = client_of(&server, &kept_good(), Some(SECRET));
    let error = client.agent(AGENT).await.unwrap_err();
    assert_eq!(error.kind, ErrorKind::Refused);
}

#[tokio::test(start_paused = true)]
async fn without_a_refresh_token_the_sign_in_ends_with_the_token() {
    let lasting =
        |seconds| Keeper::with(grant("kept-1", None, now() + Duration::from_secs(seconds)));
    // All of its time is used.
    let (server, keeper) = (server(), lasting(30));
    let client = client_of(&server, &keeper, None);
    client.agent(AGENT).await.unwrap();
    tokio::time::sleep(Duration::from_secs(26)).await;
    let error = client.agent(AGENT).await.unwrap_err();
    assert_eq!(
        (error.operation, error.kind),
        (Operation::Token, ErrorKind::SignedOut)
    );
    let refusing = refusing_the_kept_one();
    let client = client_of(&refusing, &lasting(3600), None);
    let error = client.agent(AGENT).await.unwrap_err();
    assert_eq!(error.kind, ErrorKind::SignedOut);
    assert_eq!(
        (server.tokens(), refusing.tokens(), refusing.asked().len()),
        (0, 0, 1)
    );
    assert!(keeper.log().is_empty());
}

#[tokio::test(start_paused = true)]
async fn where_nobody_is_signed_in_nothing_is_sent() {
    let server = server();
    let client = client_of(&server, &Keeper::default(), Some(SECRET));
    let error = client.me().await.unwrap_err();
    assert_eq!(
        (error.operation, error.kind),
        (Operation::Token, ErrorKind::SignedOut)
    );
    assert!(server.seen().is_empty());
}

#[tokio::test(start_paused = true)]
async fn a_revoked_refresh_token_signs_out_and_is_forgotten() {
    let server = Server::with_tokens(
        |_| {
            json_reply(
                400,
                json!({"error": "invalid_grant", "error_description": "refresh-1 kept-1 is revoked"}),
            )
        },
        |seen, _| serve(seen),
    );
    let keeper = kept_old();
    let client = client_of(&server, &keeper, Some(SECRET));
    let error = client.agent(AGENT).await.unwrap_err();
    assert_eq!(error.kind, ErrorKind::SignedOut);
    assert_eq!(error.code.as_deref(), Some("invalid_grant"));
    let told = format!("{error:?}");
    assert!(
        !told.contains("refresh-1") && !told.contains("kept-1"),
        "{told}"
    );
    assert_eq!(keeper.log(), ["forget"]);
    assert_eq!(
        client.agent(AGENT).await.unwrap_err().kind,
        ErrorKind::SignedOut
    );
    assert_eq!((server.tokens(), server.asked().len()), (1, 0));
}

/// Another client secret, or none any more, is no end of the sign-in.
#[tokio::test(start_paused = true)]
async fn other_refusals_leave_the_grant_alone() {
    let server = Server::with_tokens(
        |_| json_reply(401, json!({"error": "invalid_client"})),
        |seen, _| serve(seen),
    );
    let keeper = kept_old();
    let error = client_of(&server, &keeper, Some(SECRET))
        .agent(AGENT)
        .await
        .unwrap_err();
    assert_eq!(
        (error.kind, error.code.as_deref()),
        (ErrorKind::Refused, Some("invalid_client"))
    );
    assert!(keeper.log().is_empty());
}
