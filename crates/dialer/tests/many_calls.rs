//! Many calls at once share the requests that reading may use: none is left behind, and the limit holds.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on has failed"
)]

mod support;

use dialer::attempt::{AttemptId, CallState, Outcome};
use dialer::view::{DialectName, Feed, SettlingState};
use genesys_sandbox::{Config, Fault};
use support::{NUMBER, Ready, World, call_anyway, pass, until, until_fed};

/// What an organisation is promised, whatever fails.
const LIMIT: usize = 150;

/// An organisation whose own limit is not what is tested, and whose calls last.
fn roomy() -> Config {
    Config {
        agents: 80,
        requests_per_minute: 100_000,
        speed: 0.1,
        ..Config::default()
    }
}

/// Places one call for each of `count` agents.
async fn live(ready: &Ready, count: usize) {
    let agents = ready.world.sandbox.agents();
    let able = agents.iter().filter(|agent| {
        agent.active && agent.has_station && !agent.on_call && agent.id != ready.agent.id
    });
    for (place, agent) in able.take(count).enumerate() {
        let agent = ready.dialer.choose_agent(&agent.id).await.unwrap();
        let request = ready.request_for(&agent, &format!("+1 415 555 2{place:03}"));
        ready.dialer.place_call(request).await.unwrap();
    }
    pass(2).await;
    assert_eq!(ready.world.sandbox.calls().len(), count);
}

async fn with_live(count: usize) -> Ready {
    let ready = Ready::with(roomy(), DialectName::Platform).await;
    until_fed(&ready.dialer, Feed::Socket).await;
    live(&ready, count).await;
    ready
}

fn reads(ready: &Ready) -> usize {
    ready.world.requests("GET", "/api/v2/conversations/calls/")
}

fn all_requests(ready: &Ready) -> usize {
    let journal = ready.world.sandbox.journal();
    journal
        .iter()
        .filter(|entry| entry.method != "SOCKET")
        .count()
}

fn comes_and_goes(ready: &Ready) {
    let drop = Fault::DropSocket { after_ms: 300 };
    ready.world.faults("SOCKET *", 10_000, drop);
}

#[tokio::test(start_paused = true)]
async fn a_socket_that_comes_and_goes_does_not_keep_calls_from_being_read() {
    for count in [10, 50] {
        let ready = with_live(count).await;
        comes_and_goes(&ready);
        for minute in 0..5 {
            let before = reads(&ready);
            pass(60).await;
            let read = reads(&ready) - before;
            assert!(read > 60, "{count} calls, minute {minute}: {read} reads");
            assert!(
                read <= LIMIT,
                "{count} calls, minute {minute}: {read} reads"
            );
        }
    }
}

#[tokio::test(start_paused = true)]
async fn a_computer_that_wakes_often_does_not_keep_calls_from_being_read() {
    let mut world = World::new(roomy());
    let clock = world.settable_clock();
    world.faults("TOPIC *", 10_000, Fault::RejectTopic);
    let ready = Ready::over(world, DialectName::Platform).await;
    live(&ready, 50).await;
    for n in 1..6 {
        clock.set_ahead(n * 60);
        let before = reads(&ready);
        pass(20).await;
        let read = reads(&ready) - before;
        assert!(read > 30, "{read} reads in 20 s");
    }
}

#[tokio::test(start_paused = true)]
async fn a_look_up_beside_many_calls_comes_to_its_end() {
    let ready = with_live(50).await;
    comes_and_goes(&ready);
    pass(120).await;
    let id = ready.press_again("+1 202 555 0109").await.id;
    until(&ready.dialer, id, |attempt| {
        attempt.outcome == Outcome::Unknown
    })
    .await;
    pass(900).await;
    let attempt = ready.dialer.attempt(id).await.unwrap().attempt;
    let state = attempt.settling.unwrap().state;
    assert_ne!(
        state,
        SettlingState::Searching,
        "after a quarter of an hour"
    );
}

/// Fifty calls without a socket, and reads that fail in each way in which they would be sent again.
#[tokio::test(start_paused = true)]
async fn the_limit_holds_when_reads_fail() {
    let status = |status| Fault::Status {
        status,
        code: None,
        retry_after: None,
        message: None,
    };
    for fault in [status(503), status(401), Fault::DropBefore] {
        let ready = with_live(50).await;
        let world = &ready.world;
        world.faults("SOCKET /channels/*", 10_000, Fault::DropBefore);
        world.faults("* /channels/*", 10_000, Fault::DropBefore);
        world.fault("SOCKET *", Fault::DropSocket { after_ms: 0 });
        let what = format!("{fault:?}");
        world.faults("GET /api/v2/conversations/calls/*", 100_000, fault);
        for minute in 0..3 {
            let before = all_requests(&ready);
            pass(60).await;
            let sent = all_requests(&ready) - before;
            assert!(sent <= LIMIT, "{what}, minute {minute}: {sent} requests");
        }
    }
}

/// What a computer that was off has left to look up does not hold up what is shown of a new call.
#[tokio::test(start_paused = true)]
async fn looking_up_does_not_hold_up_a_live_call() {
    let world = World::new(Config {
        requests_per_minute: 100_000,
        ..Config::default()
    });
    world.faults("TOPIC *", 10_000, Fault::RejectTopic);
    let ready = Ready::over(world, DialectName::Platform).await;
    ready.outcome("+1 202 555 0109").await;
    let Ready {
        world,
        dialer,
        profile,
        agent,
    } = ready;
    drop(dialer);
    pass(1).await;
    for n in 0..60 {
        let id = AttemptId::mint();
        world.sql(&format!(
            "INSERT INTO attempts (id, profile_id, owner, placed_by, version, via, typed, e164, digits, \
             agent_id, agent_name, outcome, created_at) \
             SELECT '{id}', profile_id, owner, placed_by, version, via, typed, e164, digits, \
             'other-{n}', agent_name, 'pending', created_at FROM attempts WHERE seq = 1;"
        ));
    }
    let dialer = world.open().await;
    pass(2).await;
    let request = support::request(&dialer, &profile.id, &agent.id, NUMBER);
    let id = call_anyway(&dialer, request).await.unwrap().id;
    pass(5).await;
    let attempt = dialer.attempt(id).await.unwrap().attempt;
    let seen = attempt
        .call_state
        .filter(|state| *state != CallState::Requested);
    assert!(seen.is_some(), "{attempt:#?}");
}
