//! Following a call by reading it: until it ends, through failures and restarts, within the rate.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on has failed"
)]

mod support;

use dialer::attempt::{CallState, EndReason, Outcome};
use dialer::view::{DialectName, Feed};
use genesys_sandbox::{Config, Fault};
use support::{NUMBER, Ready, World, call_anyway, pass, until, until_fed};

const READ: &str = "GET /api/v2/conversations/calls/*";

fn reads(world: &World) -> usize {
    let journal = world.sandbox.journal();
    let reads = journal.iter().filter(|entry| {
        entry.method == "GET" && entry.path.starts_with("/api/v2/conversations/calls/")
    });
    reads.count()
}

#[tokio::test(start_paused = true)]
async fn reads_that_fail_do_not_end_a_call() {
    for fault in [
        Fault::DropBefore,
        Fault::Garbage,
        Fault::Truncate,
        Fault::Status {
            status: 503,
            code: None,
            retry_after: None,
            message: None,
        },
        Fault::Status {
            status: 403,
            code: Some("missing.permissions".to_owned()),
            retry_after: None,
            message: None,
        },
    ] {
        let name = format!("{fault:?}");
        let ready = Ready::new().await;
        let pressed = ready.press(NUMBER).await;
        let connected =
            |attempt: &dialer::view::AttemptView| attempt.call_state == Some(CallState::Connected);
        until(&ready.dialer, pressed.id, connected).await;
        ready.world.faults(READ, 6, fault);
        pass(5).await;
        let meanwhile = ready.dialer.attempt(pressed.id).await.unwrap().attempt;
        assert_eq!(meanwhile.call_state, Some(CallState::Connected), "{name}");
        assert!(meanwhile.live, "{name}");
        let ended = until(&ready.dialer, pressed.id, |attempt| !attempt.live).await;
        assert_eq!(ended.end_reason, Some(EndReason::CustomerHungUp), "{name}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_call_the_server_no_longer_knows_ends_unclear() {
    let ready = Ready::new().await;
    let pressed = ready.press(NUMBER).await;
    pass(15).await;
    ready.world.sandbox.reset();
    let ended = until(&ready.dialer, pressed.id, |attempt| !attempt.live).await;
    assert_eq!(
        ended.outcome,
        Outcome::Placed,
        "it was placed, whatever became of it"
    );
    assert_eq!(ended.end_reason, Some(EndReason::Unclear));
}

#[tokio::test(start_paused = true)]
async fn a_server_that_does_not_know_a_new_call_yet_is_asked_again() {
    let ready = Ready::new().await;
    let not_yet = Fault::Status {
        status: 404,
        code: Some("not.found".to_owned()),
        retry_after: None,
        message: None,
    };
    ready.world.faults(READ, 3, not_yet);
    let ended = ready.end(NUMBER).await;
    assert_eq!(ended.end_reason, Some(EndReason::CustomerHungUp));
}

#[tokio::test(start_paused = true)]
async fn a_call_of_an_earlier_run_is_read_once_and_closed() {
    let Ready {
        world,
        dialer,
        profile,
        agent,
    } = Ready::new().await;
    let request = support::request(&dialer, &profile.id, &agent.id, NUMBER);
    let id = request.id;
    dialer.place_call(request).await.unwrap();
    until(&dialer, id, |attempt| {
        attempt.call_state == Some(CallState::Connected)
    })
    .await;
    drop(dialer);
    pass(600).await;
    let before = reads(&world);
    let dialer = world.open().await;
    let ended = until(&dialer, id, |attempt| !attempt.live).await;
    assert_eq!(ended.end_reason, Some(EndReason::CustomerHungUp));
    assert_eq!(reads(&world), before + 1);
    let talked = ended.talk_ms.unwrap();
    assert!(
        (28_000..=32_000).contains(&talked),
        "the server says when it ended: {talked} ms"
    );
}

#[tokio::test(start_paused = true)]
async fn a_call_that_is_still_on_is_followed_by_the_next_run() {
    let Ready {
        world,
        dialer,
        profile,
        agent,
    } = Ready::new().await;
    let request = support::request(&dialer, &profile.id, &agent.id, NUMBER);
    let id = request.id;
    dialer.place_call(request).await.unwrap();
    pass(4).await;
    drop(dialer);
    pass(1).await;
    let dialer = world.open().await;
    let start = dialer.start().await.unwrap();
    assert_eq!(start.live.len(), 1);
    assert_eq!(start.live[0].id, id);
    let ended = until(&dialer, id, |attempt| !attempt.live).await;
    assert_eq!(ended.end_reason, Some(EndReason::CustomerHungUp));
    assert_eq!(world.call_requests(), 1, "following places nothing");
}

#[tokio::test(start_paused = true)]
async fn nothing_is_read_once_the_program_closes() {
    let Ready {
        world,
        dialer,
        profile,
        agent,
    } = Ready::new().await;
    let request = support::request(&dialer, &profile.id, &agent.id, NUMBER);
    dialer.place_call(request).await.unwrap();
    pass(7).await;
    drop(dialer);
    pass(1).await;
    let before = reads(&world);
    assert!(before > 0);
    pass(30).await;
    assert_eq!(reads(&world), before);
}

#[tokio::test(start_paused = true)]
async fn fifty_live_calls_stay_within_half_of_the_rate_limit() {
    let config = Config {
        agents: 80,
        requests_per_minute: 100_000,
        ..Config::default()
    };
    let ready = Ready::with(config, DialectName::Platform).await;
    let agents = ready.world.sandbox.agents();
    let able: Vec<_> = agents
        .iter()
        .filter(|agent| agent.active && agent.has_station)
        .take(50)
        .collect();
    assert_eq!(able.len(), 50);
    for agent in able {
        let agent = ready.dialer.choose_agent(&agent.id).await.unwrap();
        // This number rings for a minute at the agent's phone.
        let request = ready.request_for(&agent, "+1 202 555 0102");
        call_anyway(&ready.dialer, request).await.unwrap();
    }
    pass(3).await;
    assert_eq!(ready.world.sandbox.calls().len(), 50);
    let before = reads(&ready.world);
    pass(50).await;
    let a_minute = (reads(&ready.world) - before) as f64 * 60.0 / 50.0;
    assert!(a_minute <= 155.0, "{a_minute} reads a minute");
    assert!(a_minute >= 60.0, "{a_minute} reads a minute follow nothing");
}

/// One answer that denies a call which the socket tells of is a mistake.
#[tokio::test(start_paused = true)]
async fn one_404_does_not_end_a_call_that_talks() {
    let config = Config {
        speed: 0.05,
        ..Config::default()
    };
    let ready = Ready::with(config, DialectName::Platform).await;
    until_fed(&ready.dialer, Feed::Socket).await;
    let id = ready.press(NUMBER).await.id;
    until(&ready.dialer, id, |attempt| {
        attempt.call_state == Some(CallState::Connected)
    })
    .await;
    pass(60).await;
    let gone = || Fault::Status {
        status: 404,
        code: Some("not.found".to_owned()),
        retry_after: None,
        message: None,
    };
    ready.world.fault(READ, gone());
    pass(40).await;
    assert!(ready.dialer.attempt(id).await.unwrap().attempt.live);
    // Again and again, it is believed.
    ready.world.faults(READ, 100, gone());
    let ended = until(&ready.dialer, id, |attempt| !attempt.live).await;
    assert_eq!(ended.end_reason, Some(EndReason::Unclear));
}
