//! The client against the simulated Genesys Cloud, which shares no code with it.

use std::io;
use std::sync::Arc;
use std::time::Duration;

use futures_util::future::join_all;
use genesys_cloud::clock::SimulatedClock;
use genesys_cloud::transport::InMemoryTransport;
use genesys_cloud::{
    Acted, Agent, Client, ClientConfig, ClientCredentials, Dialect, Error, ErrorKind, Hosts,
    LegState, Operation, Placed, StationState, Timeouts,
};
use genesys_sandbox::{Config, EmailFilter, Sandbox, SocketRefused};
use http::StatusCode;
use tokio_util::sync::CancellationToken;

use crate::server::{Ear, Heard, a_call};

const EMAIL: &str = "agent@example.com";
fn theirs(dialect: Dialect) -> genesys_sandbox::Dialect {
    match dialect {
        Dialect::Platform => genesys_sandbox::Dialect::Platform,
        Dialect::Participants => genesys_sandbox::Dialect::Participants,
        Dialect::FromTo => genesys_sandbox::Dialect::FromTo,
    }
}

pub(crate) fn accepting(dialect: Dialect) -> Sandbox {
    Sandbox::new(Config {
        accept: vec![theirs(dialect)],
        ..Config::default()
    })
}

pub(crate) fn client(sandbox: &Sandbox, dialect: Dialect) -> Client {
    let with = sandbox.config();
    let config = ClientConfig {
        hosts: Hosts::explicit("http://127.0.0.1:1", "http://127.0.0.1:1").unwrap(),
        dialect,
        credentials: ClientCredentials {
            id: with.client_id.clone(),
            secret: with.client_secret.clone().into(),
        }
        .into(),
        timeouts: Timeouts::default(),
    };
    let sockets = sandbox.clone();
    let transport = InMemoryTransport::new(sandbox.service()).with_sockets(move |uri| {
        let sandbox = sockets.clone();
        Box::pin(async move {
            let path = uri.path_and_query().map_or("/", |path| path.as_str());
            sandbox.open_socket(path).await.map_err(|refused| {
                let kind = match refused {
                    SocketRefused::Closed => io::ErrorKind::ConnectionReset,
                    SocketRefused::Answered(StatusCode::NOT_FOUND) => io::ErrorKind::NotFound,
                    SocketRefused::Answered(_) => io::ErrorKind::PermissionDenied,
                };
                io::Error::new(kind, refused)
            })
        })
    });
    Client::new(config, Arc::new(transport), Arc::new(SimulatedClock::new()))
}

pub(crate) async fn agent(client: &Client) -> Agent {
    client.agent_by_email(EMAIL).await.unwrap()
}

/// Places a call to `number`, and hears what was told on the way.
pub(crate) async fn place(client: &Client, number: &str) -> (Result<Placed, Error>, Vec<Heard>) {
    let mut call = a_call();
    call.agent_id = agent(client).await.id;
    call.number = number.to_owned();
    let ear = Ear::default();
    let result = client
        .place_call(&call, &ear, &CancellationToken::new())
        .await;
    (result, ear.heard())
}

#[tokio::test(start_paused = true)]
async fn every_dialect_places_a_call_where_it_is_spoken() {
    for dialect in Dialect::ALL.iter().copied() {
        let sandbox = accepting(dialect);
        let (placed, heard) = place(&client(&sandbox, dialect), "+14155552671").await;
        let calls = sandbox.calls();
        assert_eq!(calls.len(), 1);
        assert_eq!(calls[0].conversation_id, placed.unwrap().conversation_id);
        assert_eq!(
            (calls[0].number.as_str(), calls[0].agent_name.as_str()),
            ("+14155552671", "Alex Kim")
        );
        assert_eq!(heard, [Heard::Sending]);
    }
}

#[tokio::test(start_paused = true)]
async fn a_dialect_that_is_not_spoken_is_refused() {
    for spoken in Dialect::ALL.iter().copied() {
        for dialect in Dialect::ALL
            .iter()
            .copied()
            .filter(|other| *other != spoken)
        {
            let sandbox = accepting(spoken);
            let (result, _) = place(&client(&sandbox, dialect), "+14155552671").await;
            let error = result.unwrap_err();
            assert_eq!(
                (error.kind, error.acted),
                (ErrorKind::Refused, Acted::No),
                "{error:?}"
            );
            assert!(error.code.is_some() || error.message.is_some());
            assert_eq!(sandbox.calls().len(), 0);
        }
    }
}

#[tokio::test(start_paused = true)]
async fn platform_options_arrive() {
    let sandbox = accepting(Dialect::Platform);
    let client = client(&sandbox, Dialect::Platform);
    let mut call = a_call();
    call.agent_id = agent(&client).await.id;
    call.caller_id = Some("+14155550000".to_owned());
    call.attributes
        .insert("ringforAttemptId".to_owned(), "a-1".to_owned());
    client
        .place_call(&call, &Ear::default(), &CancellationToken::new())
        .await
        .unwrap();
    let placed = &sandbox.calls()[0];
    assert_eq!(placed.caller_id.as_deref(), Some("+14155550000"));
    assert_eq!(placed.attributes["ringforAttemptId"], "a-1");
}

#[tokio::test(start_paused = true)]
async fn the_wrong_person_is_never_used() {
    for dialect in [Dialect::Participants, Dialect::FromTo] {
        let sandbox = Sandbox::new(Config {
            accept: vec![theirs(dialect)],
            email_filter: EmailFilter::Ignore,
            ..Config::default()
        });
        let error = client(&sandbox, dialect)
            .agent_by_email(EMAIL)
            .await
            .unwrap_err();
        assert_eq!(
            (error.operation, error.kind),
            (Operation::LookUp, ErrorKind::Mismatch)
        );
    }
}

#[tokio::test(start_paused = true)]
async fn nobody_is_not_found_in_every_dialect() {
    for dialect in Dialect::ALL.iter().copied() {
        let client = client(&accepting(dialect), dialect);
        let error = client
            .agent_by_email("nobody@example.com")
            .await
            .unwrap_err();
        assert_eq!(
            (error.operation, error.kind),
            (Operation::LookUp, ErrorKind::NotFound)
        );
    }
}

#[tokio::test(start_paused = true)]
async fn agents_are_found_by_the_first_letters() {
    let client = client(&accepting(Dialect::Platform), Dialect::Platform);
    let found = client.agents_by_prefix("alex", 10).await.unwrap();
    let names: Vec<&str> = found.iter().map(|agent| agent.name.as_str()).collect();
    assert_eq!(names, ["Alex Kim", "Alexandra Novak"]);
    let found = client.agents_by_prefix("agent@", 10).await.unwrap();
    assert_eq!(found[0].email.as_deref(), Some(EMAIL));
    assert_eq!(
        client.agents_by_prefix("no such person", 10).await.unwrap(),
        []
    );
}

#[tokio::test(start_paused = true)]
async fn readiness_is_read() {
    let client = client(&accepting(Dialect::Platform), Dialect::Platform);
    let read = async |email: &str| {
        let id = client.agent_by_email(email).await.unwrap().id;
        client.agent(&id).await.unwrap()
    };
    let alex = read(EMAIL).await;
    assert!(alex.is_active());
    assert!(
        matches!(alex.station, StationState::Effective(_)),
        "{alex:?}"
    );
    assert_eq!(alex.on_call, Some(false));
    assert!(alex.presence.is_some() && alex.routing.is_some());
    assert_eq!(
        read("sam.lee@example.com").await.station,
        StationState::Missing
    );
    assert_eq!(
        read("ingrid.sorensen@example.com").await.on_call,
        Some(true)
    );
}

#[tokio::test(start_paused = true)]
async fn a_call_is_followed_from_ringing_to_its_end() {
    let sandbox = accepting(Dialect::Platform);
    let client = client(&sandbox, Dialect::Platform);
    let (placed, _) = place(&client, "+14155552671").await;
    let id = placed.unwrap().conversation_id;
    let state = |snapshot: &genesys_cloud::CallSnapshot, far_end: bool| {
        let mut legs = snapshot.participants.iter();
        let leg = legs.rfind(|leg| {
            if far_end {
                leg.is_far_end()
            } else {
                leg.is_agent()
            }
        });
        leg.and_then(|leg| leg.state.clone())
    };

    tokio::time::sleep(Duration::from_secs(1)).await;
    let call = client.call(&id).await.unwrap();
    assert!(matches!(
        state(&call, false),
        Some(LegState::Alerting | LegState::Contacting)
    ));
    assert_eq!(state(&call, true), None);
    tokio::time::sleep(Duration::from_secs(3)).await;
    let call = client.call(&id).await.unwrap();
    assert_eq!(state(&call, false), Some(LegState::Connected));
    assert!(matches!(
        state(&call, true),
        Some(LegState::Dialing | LegState::Contacting)
    ));
    tokio::time::sleep(Duration::from_secs(4)).await;
    let call = client.call(&id).await.unwrap();
    assert_eq!(state(&call, true), Some(LegState::Connected));
    tokio::time::sleep(Duration::from_secs(40)).await;
    let call = client.call(&id).await.unwrap();
    let far_end = call
        .participants
        .iter()
        .find(|leg| leg.is_far_end())
        .unwrap();
    assert!(far_end.state.as_ref().unwrap().is_over());
    assert!(far_end.disconnect_type.is_some() && far_end.end_time.is_some());
    assert!(far_end.connected_time.is_some());
}

#[tokio::test(start_paused = true)]
async fn many_callers_share_one_token() {
    let sandbox = accepting(Dialect::Platform);
    let client = client(&sandbox, Dialect::Platform);
    let found = join_all((0..40).map(|_| client.agent_by_email(EMAIL))).await;
    assert!(found.iter().all(Result::is_ok));
    let tokens = sandbox
        .journal()
        .iter()
        .filter(|entry| entry.path == "/oauth/token")
        .count();
    assert_eq!(tokens, 1);
}

#[tokio::test(start_paused = true)]
async fn the_journal_and_the_errors_hold_no_secret() {
    for dialect in Dialect::ALL.iter().copied() {
        let sandbox = accepting(dialect);
        let client = client(&sandbox, dialect);
        client.check_token().await.unwrap();
        let text = format!("{:?} {client:?}", sandbox.journal());
        assert!(!text.contains(&sandbox.config().client_secret));
    }
}

#[tokio::test(start_paused = true)]
async fn wrong_credentials_are_told_apart() {
    let sandbox = accepting(Dialect::Platform);
    let with = |id: &str, secret: &str| {
        let config = ClientConfig {
            hosts: Hosts::explicit("http://127.0.0.1:1", "http://127.0.0.1:1").unwrap(),
            dialect: Dialect::Platform,
            credentials: ClientCredentials {
                id: id.to_owned(),
                secret: secret.to_owned().into(),
            }
            .into(),
            timeouts: Timeouts::default(),
        };
        let transport = InMemoryTransport::new(sandbox.service());
        Client::new(config, Arc::new(transport), Arc::new(SimulatedClock::new()))
    };
    let id = sandbox.config().client_id.clone();
    let error = with(&id, "wrong").check_token().await.unwrap_err();
    assert_eq!(
        (error.operation, error.status),
        (Operation::Token, Some(401))
    );
    assert_eq!(error.message.as_deref(), Some("authentication failed"));
    let error = with("nobody", "wrong").check_token().await.unwrap_err();
    assert_eq!(
        (error.status, error.message.as_deref()),
        (Some(400), Some("client not found"))
    );
}

/// The example, over a real loopback port in real time.
#[tokio::test]
async fn the_example_places_a_call() {
    let steps = crate::place_call_example::run().await.unwrap();
    assert_eq!(steps, ["sending", "placed", "connected", "ended"]);
}

/// Runs the test above once more in a process whose environment names a proxy that does not exist.
#[test]
fn this_machine_is_reached_without_the_system_proxy() {
    let mut child = std::process::Command::new(std::env::current_exe().unwrap());
    child.args(["--exact", "sandbox::the_example_places_a_call"]);
    for name in [
        "HTTP_PROXY",
        "http_proxy",
        "HTTPS_PROXY",
        "https_proxy",
        "ALL_PROXY",
        "all_proxy",
    ] {
        child.env(name, "http://127.0.0.1:9");
    }
    child.env_remove("NO_PROXY").env_remove("no_proxy");
    let output = child.output().unwrap();
    let text = String::from_utf8_lossy(&output.stdout);
    assert!(text.contains("1 passed"), "{text}");
}
