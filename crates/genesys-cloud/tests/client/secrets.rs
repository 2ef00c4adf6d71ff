//! Law 3: no error, and nothing that can be printed, holds a token or the secret.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use genesys_cloud::{Client, Dialect, Error, Interval};
use serde_json::json;
use tokio_util::sync::CancellationToken;

use crate::channels::channel_reply;
use crate::keeper::{Keeper, grant};
use crate::server::*;
use crate::user_tokens::client_of;

/// The secret in every form it travels in.
fn forbidden() -> Vec<String> {
    vec![
        SECRET.to_owned(),
        "s3cr3t%2Fof%2Bthe+client".to_owned(),
        STANDARD.encode(format!("{CLIENT_ID}:{SECRET}")),
        "token-1".to_owned(),
        "token-2".to_owned(),
    ]
}

fn assert_clean(what: &impl std::fmt::Debug) {
    let text = format!("{what:?} {what:#?}");
    for word in forbidden() {
        assert!(!text.contains(&word), "{word} in {text}");
    }
}

/// Repeats everything it was sent, in every field an error has.
fn echo(seen: &Seen, code: u16) -> Reply {
    let said = format!(
        "{} {} {}",
        seen.header("authorization"),
        String::from_utf8_lossy(&seen.body),
        SECRET
    );
    let header = seen.header("authorization").to_owned();
    let body = json!({
        "code": said, "message": said, "contextId": said,
        "details": [{"errorCode": said, "fieldName": said, "entityId": said, "entityName": said}],
    });
    with_headers(code, &[("inin-correlation-id", &header)], body.to_string())
}

async fn every_error(server: &Server, dialect: Dialect) -> Vec<Error> {
    every_error_of(&server.client(dialect)).await
}

async fn every_error_of(client: &Client) -> Vec<Error> {
    assert_clean(client);
    let placed = client
        .place_call(&a_call(), &Ear::default(), &CancellationToken::new())
        .await;
    let mut errors = vec![
        placed.map(drop).unwrap_err(),
        client.agent(AGENT).await.map(drop).unwrap_err(),
        client.agent_by_email("a@b.c").await.map(drop).unwrap_err(),
        client.call(CONVERSATION).await.map(drop).unwrap_err(),
    ];
    errors.extend(client.check_token().await.err());
    let now = jiff::Timestamp::UNIX_EPOCH;
    let around = Interval::around(now, std::time::Duration::from_secs(60));
    errors.extend([
        client.hang_up(CONVERSATION, "p", AGENT).await.unwrap_err(),
        client.disconnect(CONVERSATION).await.unwrap_err(),
        client.create_channel().await.unwrap_err(),
        client.active_calls().await.unwrap_err(),
        client.analytics_calls(AGENT, around).await.unwrap_err(),
        client.analytics_activity(AGENT).await.unwrap_err(),
        client.token_facts().await.unwrap_err(),
        client.queues_of(AGENT).await.unwrap_err(),
        client.may_search().await.unwrap_err(),
        client.may_be_notified().await.unwrap_err(),
    ]);
    errors
}

#[tokio::test(start_paused = true)]
async fn a_server_that_repeats_what_it_was_sent_reveals_nothing() {
    for dialect in Dialect::ALL.iter().copied() {
        for code in [400, 401, 403, 429, 500] {
            let server = Server::new(move |seen, _| echo(seen, code));
            for error in every_error(&server, dialect).await {
                assert_clean(&error);
                assert!(
                    !forbidden()
                        .iter()
                        .any(|word| error.to_string().contains(word))
                );
                assert!(error.message.as_ref().unwrap().contains("[removed]"));
            }
        }
    }
}

#[tokio::test(start_paused = true)]
async fn a_refused_token_stays_a_secret() {
    let server = || Server::new(|_, _| json_reply(401, json!({"code": "token-1, token-2"})));
    let read = server().client(Dialect::Platform).agent(AGENT).await;
    assert_clean(&read.unwrap_err());
    let cancel = CancellationToken::new();
    let client = server().client(Dialect::Platform);
    let placed = client.place_call(&a_call(), &Ear::default(), &cancel).await;
    assert_clean(&placed.unwrap_err());
}

/// A kept token and a refreshed one alike; those of the refresh never leave for the API.
#[tokio::test(start_paused = true)]
async fn neither_does_it_for_a_user() {
    let end = jiff::Timestamp::MAX;
    for code in [400, 401, 403, 429, 500] {
        let server = Server::with_tokens(
            |nth| {
                let nth = nth + 1;
                json_reply(
                    200,
                    json!({"access_token": format!("token-{nth}"), "refresh_token": format!("refresh-{nth}")}),
                )
            },
            move |seen, _| echo(seen, code),
        );
        let keeper = Keeper::with(grant("kept-1", Some("refresh-0"), end));
        for error in every_error_of(&client_of(&server, &keeper, Some(SECRET))).await {
            assert_clean(&error);
            let told = format!("{error:?} {error}");
            assert!(
                !told.contains("kept-1") && !told.contains("refresh-"),
                "{told}"
            );
        }
    }
    let echoing = Server::echoing_tokens();
    for secret in [None, Some(SECRET)] {
        let keeper = Keeper::with(grant("kept-1", Some("refresh-0"), jiff::Timestamp::MIN));
        assert_clean(&keeper.kept().await);
        for error in every_error_of(&client_of(&echoing, &keeper, secret)).await {
            assert_clean(&error);
            let told = format!("{error:?} {error}");
            assert!(!told.contains("refresh-0"), "{told}");
        }
    }
}

#[tokio::test(start_paused = true)]
async fn neither_does_a_token_host_that_does() {
    for dialect in Dialect::ALL.iter().copied() {
        let said = format!(
            "{SECRET} {}",
            STANDARD.encode(format!("{CLIENT_ID}:{SECRET}"))
        );
        let server = Server::with_tokens(
            move |_| {
                json_reply(
                    401,
                    json!({"error": "invalid_client", "error_description": said}),
                )
            },
            |seen, _| echo(seen, 400),
        );
        for error in every_error(&server, dialect).await {
            assert_clean(&error);
            assert_eq!(error.code.as_deref(), Some("invalid_client"));
        }
    }
}

#[tokio::test(start_paused = true)]
async fn neither_does_a_subscription_that_was_rejected() {
    for code in [401, 403, 404, 429, 500] {
        let server = Server::new(move |seen, _| match seen.method.as_str() {
            "POST" if seen.path.ends_with("/channels") => channel_reply(),
            _ => echo(seen, code),
        });
        let client = server.client(Dialect::Platform);
        let channel = client.create_channel().await.unwrap();
        let told = channel.subscribe_only(&[AGENT]).await;
        assert_clean(&told);
        assert_eq!(told.is_ok(), code == 403);
        assert_clean(&channel.exists().await);
    }
}

#[tokio::test(start_paused = true)]
async fn failures_of_the_network_reveal_nothing() {
    let server = Server::new(|_, _| Reply::Close);
    for error in every_error(&server, Dialect::FromTo).await {
        assert_clean(&error);
    }
}

#[tokio::test(start_paused = true)]
async fn a_secret_that_is_cut_by_shortening_is_removed_too() {
    for visible in 4..SECRET.len() {
        let said = format!("{}{SECRET} and more", "x".repeat(500 - visible));
        let server = Server::new(move |_, _| json_reply(400, json!({"message": said})));
        let error = server
            .client(Dialect::Platform)
            .agent(AGENT)
            .await
            .unwrap_err();
        assert!(
            !error.message.as_ref().unwrap().contains(&SECRET[..4]),
            "{error:?}"
        );
    }
}
