//! Following calls of the sandbox on a socket, and hanging them up.

use std::sync::Arc;
use std::time::Duration;

use genesys_cloud::clock::SystemClock;
use genesys_cloud::notifications::{Channel, Listener, Notification, SILENCE_LIMIT, Verdict};
use genesys_cloud::transport::HttpTransport;
use genesys_cloud::{
    CallSnapshot, Client, ClientConfig, ClientCredentials, Denied, Dialect, ErrorKind, Hosts,
    HungUp, LegState, Operation, Participant, Timeouts,
};
use genesys_sandbox::{Config, EvictedSockets, Fault, FaultRule, Sandbox};
use tokio::time::Instant;

use crate::sandbox::{accepting, agent, client, place};

const NUMBER: &str = "+14155552671";

async fn following(client: &Client) -> (Channel, Listener, String) {
    let agent = agent(client).await.id;
    let channel = client.create_channel().await.unwrap();
    let told = channel.subscribe(&[&agent]).await.unwrap();
    assert!(told[0].is_permitted(), "{told:?}");
    let listener = channel.connect().await.unwrap();
    (channel, listener, agent)
}

/// The next snapshot of the agent's call.
async fn snapshot(listener: &mut Listener, agent: &str) -> CallSnapshot {
    loop {
        if let Notification::CallsSnapshot { user_id, call } = listener.receive().await.unwrap() {
            assert_eq!(user_id, agent);
            return call;
        }
    }
}

fn leg(call: &CallSnapshot, of: fn(&Participant) -> bool) -> Option<LegState> {
    let leg = call.participants.iter().find(|leg| of(leg))?;
    leg.state.clone()
}

fn is_over(call: &CallSnapshot) -> bool {
    let mut states = call.participants.iter().map(|leg| leg.state.as_ref());
    states.all(|state| state.is_some_and(LegState::is_over))
}

/// Follows a call to its end and gives what the far end did.
async fn far_end_states(listener: &mut Listener, agent: &str, id: &str) -> Vec<LegState> {
    let mut seen: Vec<LegState> = Vec::new();
    loop {
        let call = snapshot(listener, agent).await;
        assert_eq!(call.id.as_deref(), Some(id));
        if let Some(state) = leg(&call, Participant::is_far_end)
            && seen.last() != Some(&state)
        {
            seen.push(state);
        }
        if is_over(&call) {
            return seen;
        }
    }
}

#[tokio::test(start_paused = true)]
async fn a_call_is_heard_from_its_first_ring_to_its_end() {
    let sandbox = accepting(Dialect::Platform);
    let client = client(&sandbox, Dialect::Platform);
    let (_channel, mut listener, agent) = following(&client).await;
    let (placed, _) = place(&client, NUMBER).await;
    let id = placed.unwrap().conversation_id;
    let first = snapshot(&mut listener, &agent).await;
    assert!(first.has_agent(&agent) && leg(&first, Participant::is_far_end).is_none());
    let states = far_end_states(&mut listener, &agent, &id).await;
    assert!(states.contains(&LegState::Connected), "{states:?}");
    assert!(states.last().unwrap().is_over());
    // What the socket tells is what a read tells.
    assert!(is_over(&client.call(&id).await.unwrap()));
}

#[tokio::test(start_paused = true)]
async fn heartbeats_come_more_often_than_the_silence_allows() {
    let client = client(&accepting(Dialect::Platform), Dialect::Platform);
    let (_channel, mut listener, _) = following(&client).await;
    let begun = Instant::now();
    for _ in 0..20 {
        assert_eq!(listener.receive().await.unwrap(), Notification::Heartbeat);
        assert!(listener.silent_for() < SILENCE_LIMIT);
    }
    assert!(begun.elapsed() > SILENCE_LIMIT * 2);
    listener.ping().await.unwrap();
    assert_eq!(listener.receive().await.unwrap(), Notification::Pong);
}

#[tokio::test(start_paused = true)]
async fn a_rejected_topic_is_no_error() {
    let sandbox = accepting(Dialect::Platform);
    sandbox.add_fault(FaultRule::once("TOPIC *", Fault::RejectTopic));
    let client = client(&sandbox, Dialect::Platform);
    let agent = agent(&client).await.id;
    let channel = client.create_channel().await.unwrap();
    let told = channel.subscribe(&[&agent]).await.unwrap();
    assert!(matches!(told[0].verdict, Verdict::Rejected { .. }));
    assert!(channel.subscribe(&[&agent]).await.unwrap()[0].is_permitted());
    assert!(channel.subscribe_only(&[]).await.unwrap().is_empty());
    assert!(sandbox.channels()[0].topics.is_empty());
}

#[tokio::test(start_paused = true)]
async fn an_evicted_channel_is_told_apart_from_a_dropped_socket() {
    let sandbox = accepting(Dialect::Platform);
    let client = client(&sandbox, Dialect::Platform);
    let (channel, mut listener, _) = following(&client).await;
    sandbox.add_fault(FaultRule::once(
        "SOCKET *",
        Fault::DropSocket { after_ms: 1000 },
    ));
    let error = listener.receive().await.unwrap_err();
    assert_eq!(error.operation, Operation::Socket);
    assert!(matches!(
        error.kind,
        ErrorKind::Closed | ErrorKind::ConnectionLost
    ));
    assert!(channel.exists().await.unwrap());

    let mut listener = channel.connect().await.unwrap();
    sandbox.add_fault(FaultRule::once(
        "SOCKET *",
        Fault::EvictChannel { after_ms: 1000 },
    ));
    let error = listener.receive().await.unwrap_err();
    assert_eq!(error.kind, ErrorKind::Closed);
    assert!(!channel.exists().await.unwrap());
    assert_eq!(
        channel.connect().await.unwrap_err().kind,
        ErrorKind::NotFound
    );
    let gone = channel.subscribe(&["x"]).await.unwrap_err();
    assert_eq!(gone.kind, ErrorKind::NotFound);
}

#[tokio::test(start_paused = true)]
async fn a_socket_that_went_deaf_still_beats() {
    let sandbox = Sandbox::new(Config {
        evicted_sockets: EvictedSockets::GoDeaf,
        ..Config::default()
    });
    let client = client(&sandbox, Dialect::Platform);
    let (channel, mut listener, _) = following(&client).await;
    for _ in 0..20 {
        let other = client.create_channel().await.unwrap();
        drop(other.connect().await.unwrap());
    }
    place(&client, NUMBER).await.0.unwrap();
    for _ in 0..5 {
        assert_eq!(listener.receive().await.unwrap(), Notification::Heartbeat);
    }
    assert!(!channel.exists().await.unwrap());
}

#[tokio::test(start_paused = true)]
async fn a_closing_socket_says_so_first() {
    let sandbox = accepting(Dialect::Platform);
    let client = client(&sandbox, Dialect::Platform);
    let (_channel, mut listener, _) = following(&client).await;
    sandbox.add_fault(FaultRule::once(
        "SOCKET *",
        Fault::ClosingNotice { after_ms: 1000 },
    ));
    let mut heard = Vec::new();
    let error = loop {
        match listener.receive().await {
            Ok(notification) => heard.push(notification),
            Err(error) => break error,
        }
    };
    assert!(heard.contains(&Notification::SocketClosing), "{heard:?}");
    assert_eq!(error.kind, ErrorKind::Closed);
}

#[tokio::test(start_paused = true)]
async fn damaged_snapshots_are_passed_over() {
    let sandbox = accepting(Dialect::Platform);
    sandbox.add_fault(FaultRule {
        times: 2,
        ..FaultRule::once("SNAPSHOT *", Fault::GarbleSnapshot)
    });
    let client = client(&sandbox, Dialect::Platform);
    let (_channel, mut listener, agent) = following(&client).await;
    let (placed, _) = place(&client, NUMBER).await;
    let id = placed.unwrap().conversation_id;
    let states = far_end_states(&mut listener, &agent, &id).await;
    assert!(states.last().unwrap().is_over());
}

#[tokio::test(start_paused = true)]
async fn the_agents_leg_is_hung_up_while_it_rings_and_while_it_talks() {
    for (after, far_end_there) in [(1, false), (10, true)] {
        let sandbox = accepting(Dialect::Platform);
        let client = client(&sandbox, Dialect::Platform);
        let agent = agent(&client).await.id;
        let id = place(&client, NUMBER).await.0.unwrap().conversation_id;
        tokio::time::sleep(Duration::from_secs(after)).await;
        let call = client.call(&id).await.unwrap();
        assert_eq!(leg(&call, Participant::is_far_end).is_some(), far_end_there);
        let own = call.participants.iter().find(|leg| leg.is_agent()).unwrap();
        let own = own.id.clone().unwrap();
        let done = client.hang_up(&id, &own, &agent).await.unwrap();
        assert_eq!(done, HungUp::Accepted);
        tokio::time::sleep(Duration::from_secs(1)).await;
        assert!(is_over(&client.call(&id).await.unwrap()));
        let again = client.hang_up(&id, &own, &agent).await.unwrap();
        assert_eq!(again, HungUp::AlreadyOver);
    }
}

#[tokio::test(start_paused = true)]
async fn a_lost_answer_to_a_hang_up_is_asked_for_again() {
    let sandbox = accepting(Dialect::Platform);
    let client = client(&sandbox, Dialect::Platform);
    let agent = agent(&client).await.id;
    let id = place(&client, NUMBER).await.0.unwrap().conversation_id;
    let call = client.call(&id).await.unwrap();
    let own = call.participants[0].id.clone().unwrap();
    sandbox.add_fault(FaultRule::once("PATCH *", Fault::DropAfter));
    let done = client.hang_up(&id, &own, &agent).await.unwrap();
    assert_eq!(done, HungUp::Accepted, "the lost one has ended it");
}

#[tokio::test(start_paused = true)]
async fn who_may_not_hang_up_is_told_which_permission_is_missing() {
    let denied = Operation::HangUp.permissions();
    let sandbox = Sandbox::new(Config {
        denied_permissions: denied.iter().map(|&name| name.to_owned()).collect(),
        ..Config::default()
    });
    let client = client(&sandbox, Dialect::Platform);
    let error = client.hang_up("c", "p", "u").await.unwrap_err();
    assert_eq!(error.denied(), Some(Denied::Permission));
    let mut named = error.missing_permissions.clone();
    let mut known = denied.to_vec();
    named.sort();
    known.sort_unstable();
    assert_eq!(named, known);
    let error = client.disconnect("c").await.unwrap_err();
    assert_eq!(
        error.missing_permissions,
        Operation::Disconnect.permissions()
    );
}

#[tokio::test(start_paused = true)]
async fn a_conversation_is_ended_for_everybody() {
    let sandbox = accepting(Dialect::Platform);
    let client = client(&sandbox, Dialect::Platform);
    let id = place(&client, NUMBER).await.0.unwrap().conversation_id;
    tokio::time::sleep(Duration::from_secs(10)).await;
    assert_eq!(client.disconnect(&id).await.unwrap(), HungUp::Accepted);
    tokio::time::sleep(Duration::from_secs(1)).await;
    assert!(is_over(&client.call(&id).await.unwrap()));
    let unknown = client.disconnect("no-such-conversation").await.unwrap();
    assert_eq!(unknown, HungUp::AlreadyOver);
}

#[tokio::test]
async fn the_same_over_real_connections() {
    let sandbox = Sandbox::new(Config {
        speed: 100.0,
        ..Config::default()
    });
    let server = sandbox.serve(([127, 0, 0, 1], 0).into()).await.unwrap();
    let config = ClientConfig {
        hosts: Hosts::explicit(&server.base_url, &server.base_url).unwrap(),
        dialect: Dialect::Platform,
        credentials: ClientCredentials {
            id: server.client_id.clone(),
            secret: server.client_secret.clone().into(),
        }
        .into(),
        timeouts: Timeouts::default(),
    };
    let transport = Arc::new(HttpTransport::new(Duration::from_secs(5)).unwrap());
    let client = Client::new(config, transport, Arc::new(SystemClock::new()));
    let (channel, mut listener, agent) = following(&client).await;
    let id = place(&client, NUMBER).await.0.unwrap().conversation_id;
    let states = far_end_states(&mut listener, &agent, &id).await;
    assert!(states.last().unwrap().is_over(), "{states:?}");
    listener.ping().await.unwrap();
    // The last snapshot may come again, before and after.
    while listener.receive().await.unwrap() != Notification::Pong {}
    assert!(channel.exists().await.unwrap());

    // A second socket takes the place of the first.
    let second = channel.connect().await.unwrap();
    let end = loop {
        if let Err(error) = listener.receive().await {
            break error;
        }
    };
    assert_eq!(end.kind, ErrorKind::Closed);
    drop(second);
    sandbox.expire_tokens();
    let dead = channel.connect().await.unwrap_err();
    assert_eq!((dead.kind, dead.status), (ErrorKind::Refused, Some(401)));
}
