//! Following calls by the socket, and what happens when it fails in each way it can.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on has failed"
)]

mod support;

use dialer::attempt::{CallState, EndReason, Outcome};
use dialer::problem::ProblemCode;
use dialer::view::{AttemptView, DialectName, Feed};
use genesys_sandbox::{Config, EvictedSockets, Fault};
use support::{AGENT, NUMBER, Ready, choose, pass, until, until_fed};

const CHANNELS: &str = "/api/v2/notifications/channels";
const READS: &str = "/api/v2/conversations/calls/";
const HANDSHAKE: &str = "GET /channels/*";
const SOCKETS: &str = "SOCKET *";

/// How often a channel was made.
fn channels_made(ready: &Ready) -> usize {
    let journal = ready.world.sandbox.journal();
    let made = journal
        .iter()
        .filter(|entry| entry.method == "POST" && entry.path == CHANNELS);
    made.count()
}

async fn fed_by_socket() -> Ready {
    let ready = Ready::new().await;
    until_fed(&ready.dialer, Feed::Socket).await;
    ready
}

fn is_connected(attempt: &AttemptView) -> bool {
    attempt.call_state == Some(CallState::Connected)
}

async fn states(ready: &Ready, attempt: &AttemptView) -> Vec<CallState> {
    let details = ready.dialer.attempt(attempt.id).await.unwrap();
    details.states.iter().map(|state| state.state).collect()
}

#[tokio::test(start_paused = true)]
async fn every_step_comes_by_the_socket_at_once_and_little_is_read() {
    let ready = fed_by_socket().await;
    let before = ready.world.requests("GET", READS);
    let pressed = ready.press(NUMBER).await;
    let connected = until(&ready.dialer, pressed.id, is_connected).await;
    assert_eq!(connected.source, Some(Feed::Socket));
    assert!(connected.hangable);
    // 6 s after it was placed, seen with the 50 ms of the test's own looking.
    assert!(connected.elapsed_ms <= 6_200, "{}", connected.elapsed_ms);
    let ended = until(&ready.dialer, pressed.id, |attempt| !attempt.live).await;
    assert_eq!(ended.end_reason, Some(EndReason::CustomerHungUp));
    assert!(ended.elapsed_ms <= 36_200, "{}", ended.elapsed_ms);
    assert_eq!((ended.source, ended.hangable), (None, false));
    assert_eq!(states(&ready, &ended).await, CallState::ALL);
    let reads = ready.world.requests("GET", READS) - before;
    assert!((1..=9).contains(&reads), "{reads} reads");
    assert_eq!(channels_made(&ready), 1);
}

#[tokio::test(start_paused = true)]
async fn calling_never_waits_for_the_socket() {
    let world = support::World::new(Config::default());
    world.faults(
        &format!("POST {CHANNELS}"),
        100,
        Fault::Delay { ms: 60_000 },
    );
    let ready = Ready::over(world, DialectName::Platform).await;
    let placed = ready.outcome(NUMBER).await;
    assert_eq!(placed.outcome, Outcome::Placed);
    assert!(placed.elapsed_ms < 1_000);
    let ended = until(&ready.dialer, placed.id, |attempt| !attempt.live).await;
    assert_eq!(ended.end_reason, Some(EndReason::CustomerHungUp));
    assert!(ended.elapsed_ms <= 38_000, "{}", ended.elapsed_ms);
}

#[tokio::test(start_paused = true)]
async fn one_channel_serves_many_agents_and_calls() {
    let ready = fed_by_socket().await;
    let other = choose(&ready.dialer, "alexandra.novak@example.com").await;
    pass(1).await;
    let one = ready.press(NUMBER).await;
    let request = ready.request_for(&other, "+49 30 1234567");
    let two = ready.dialer.place_call(request).await.unwrap();
    let live = ready.dialer.start().await.unwrap().live;
    let ids: Vec<_> = live.iter().map(|attempt| attempt.id).collect();
    assert_eq!(ids, [two.id, one.id], "the one placed last is in front");
    for id in [one.id, two.id] {
        let connected = until(&ready.dialer, id, is_connected).await;
        assert_eq!(connected.source, Some(Feed::Socket));
    }
    for id in [one.id, two.id] {
        let ended = until(&ready.dialer, id, |attempt| !attempt.live).await;
        assert_eq!(ended.end_reason, Some(EndReason::CustomerHungUp));
    }
    assert_eq!(channels_made(&ready), 1);
    let channels = ready.world.sandbox.channels();
    assert_eq!(channels[0].topics.len(), 2);
}

#[tokio::test(start_paused = true)]
async fn a_rejected_topic_means_reading_and_is_no_error() {
    let world = support::World::new(Config::default());
    world.faults("TOPIC *", 100, Fault::RejectTopic);
    let ready = Ready::over(world, DialectName::Platform).await;
    pass(2).await;
    let start = ready.dialer.start().await.unwrap();
    assert_eq!(start.feed, Feed::Poll);
    assert_eq!(start.feed_reason.unwrap().code, ProblemCode::FeedRejected);
    let pressed = ready.press(NUMBER).await;
    let connected = until(&ready.dialer, pressed.id, is_connected).await;
    assert_eq!(connected.source, Some(Feed::Poll));
    let ended = until(&ready.dialer, pressed.id, |attempt| !attempt.live).await;
    assert_eq!(states(&ready, &ended).await, CallState::ALL);
    assert!(ready.world.host.notices().is_empty());
}

#[tokio::test(start_paused = true)]
async fn a_deaf_socket_is_noticed_by_reading() {
    let ready = fed_by_socket().await;
    ready.world.faults(SOCKETS, 1, Fault::DeafSocket);
    let pressed = ready.press(NUMBER).await;
    let connected = until(&ready.dialer, pressed.id, is_connected).await;
    assert!(connected.elapsed_ms < 12_000, "{}", connected.elapsed_ms);
    let ended = until(&ready.dialer, pressed.id, |attempt| !attempt.live).await;
    assert_eq!(ended.end_reason, Some(EndReason::CustomerHungUp));
    assert!(ended.elapsed_ms < 42_000, "{}", ended.elapsed_ms);
    let handshakes = ready.world.requests("GET", "/channels/");
    assert!(handshakes >= 2, "the socket was opened again");
    until_fed(&ready.dialer, Feed::Socket).await;
}

#[tokio::test(start_paused = true)]
async fn snapshots_that_repeat_come_late_out_of_order_or_broken_change_nothing() {
    for fault in [
        Fault::DuplicateSnapshot,
        Fault::LateSnapshot { ms: 4_000 },
        Fault::ReorderSnapshot,
        Fault::LoseSnapshot,
        Fault::GarbleSnapshot,
    ] {
        let name = format!("{fault:?}");
        let ready = fed_by_socket().await;
        ready
            .world
            .faults("SNAPSHOT *.conversations.calls", 4, fault);
        let pressed = ready.press(NUMBER).await;
        let ended = until(&ready.dialer, pressed.id, |attempt| !attempt.live).await;
        assert_eq!(ended.end_reason, Some(EndReason::CustomerHungUp), "{name}");
        assert!(ended.elapsed_ms < 45_000, "{name}: {}", ended.elapsed_ms);
        let told = ready.world.host.events_of(ended.id);
        let ranks = told.iter().map(|attempt| {
            let state = attempt.call_state;
            CallState::ALL.iter().position(|one| Some(*one) == state)
        });
        assert!(ranks.is_sorted(), "{name}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_lost_socket_is_opened_again_and_calls_are_read_meanwhile() {
    let ready = fed_by_socket().await;
    // The server does not come back at once.
    ready.world.faults(HANDSHAKE, 4, Fault::DropBefore);
    ready
        .world
        .fault(SOCKETS, Fault::DropSocket { after_ms: 0 });
    let pressed = ready.press(NUMBER).await;
    let connected = until(&ready.dialer, pressed.id, is_connected).await;
    assert_eq!(connected.source, Some(Feed::Poll));
    assert!(connected.elapsed_ms < 8_000, "{}", connected.elapsed_ms);
    let ended = until(&ready.dialer, pressed.id, |attempt| !attempt.live).await;
    assert_eq!(ended.end_reason, Some(EndReason::CustomerHungUp));
    until_fed(&ready.dialer, Feed::Socket).await;
    let feeds = ready.world.host.feeds();
    let lost = (Feed::Poll, Some(ProblemCode::FeedInterrupted));
    assert!(feeds.contains(&lost), "{feeds:?}");
    assert_eq!(channels_made(&ready), 1, "the channel is still there");
}

#[tokio::test(start_paused = true)]
async fn a_closing_notice_is_followed_to_a_new_channel() {
    let ready = fed_by_socket().await;
    pass(120).await;
    ready
        .world
        .fault(SOCKETS, Fault::ClosingNotice { after_ms: 0 });
    pass(5).await;
    assert_eq!(channels_made(&ready), 2);
    assert_eq!(ready.dialer.start().await.unwrap().feed, Feed::Socket);
    let pressed = ready.press(NUMBER).await;
    let connected = until(&ready.dialer, pressed.id, is_connected).await;
    assert_eq!(connected.source, Some(Feed::Socket));
}

#[tokio::test(start_paused = true)]
async fn twice_evicted_in_ten_minutes_means_reading_and_no_more_channels() {
    for evicted_sockets in [EvictedSockets::Close, EvictedSockets::GoDeaf] {
        let config = Config {
            evicted_sockets,
            ..Config::default()
        };
        let ready = Ready::with(config, DialectName::Platform).await;
        until_fed(&ready.dialer, Feed::Socket).await;
        let evict = Fault::EvictChannel { after_ms: 0 };
        ready.world.fault(SOCKETS, evict.clone());
        // Where evicted sockets stay open, only a call shows that they tell nothing.
        ready.end(NUMBER).await;
        until_fed(&ready.dialer, Feed::Socket).await;
        assert_eq!(channels_made(&ready), 2, "{evicted_sockets:?}");
        ready.world.fault(SOCKETS, evict);
        let ended = ready.end("+49 30 1234567").await;
        assert_eq!(ended.end_reason, Some(EndReason::CustomerHungUp));
        let start = ready.dialer.start().await.unwrap();
        assert_eq!(start.feed, Feed::Poll, "{evicted_sockets:?}");
        assert_eq!(start.feed_reason.unwrap().code, ProblemCode::FeedEvicted);
        pass(1_000).await;
        choose(&ready.dialer, AGENT).await;
        let ended = ready.end(NUMBER).await;
        assert_eq!(ended.end_reason, Some(EndReason::CustomerHungUp));
        assert_eq!(channels_made(&ready), 2, "{evicted_sockets:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_socket_that_dies_with_its_token_comes_back_with_the_next() {
    let ready = fed_by_socket().await;
    ready.world.sandbox.expire_tokens();
    pass(5).await;
    until_fed(&ready.dialer, Feed::Socket).await;
    assert_eq!(
        channels_made(&ready),
        1,
        "the channel is moved to the new token"
    );
    let pressed = ready.press(NUMBER).await;
    let connected = until(&ready.dialer, pressed.id, is_connected).await;
    assert_eq!(connected.source, Some(Feed::Socket));
}

#[tokio::test(start_paused = true)]
async fn a_channel_outlives_its_day_while_an_agent_is_wanted() {
    let ready = fed_by_socket().await;
    for _ in 0..80 {
        pass(20 * 60).await;
        choose(&ready.dialer, AGENT).await;
    }
    until_fed(&ready.dialer, Feed::Socket).await;
    assert!(channels_made(&ready) <= 2);
    let pressed = ready.press(NUMBER).await;
    let connected = until(&ready.dialer, pressed.id, is_connected).await;
    assert_eq!(connected.source, Some(Feed::Socket));
}

#[tokio::test(start_paused = true)]
async fn an_agent_nobody_asks_for_is_dropped_and_nothing_is_sent_any_more() {
    let ready = fed_by_socket().await;
    // Asking for the start would ask for the agent again.
    pass(35 * 60).await;
    assert_eq!(ready.world.host.feeds().last().unwrap().0, Feed::Off);
    let before = ready.world.sandbox.journal().len();
    pass(3 * 3600).await;
    assert_eq!(ready.world.sandbox.journal().len(), before);
    choose(&ready.dialer, AGENT).await;
    until_fed(&ready.dialer, Feed::Socket).await;
}

#[tokio::test(start_paused = true)]
async fn a_server_without_notifications_is_left_in_peace() {
    let world = support::World::new(Config::default());
    let missing = Fault::Status {
        status: 404,
        code: Some("not.found".to_owned()),
        retry_after: None,
        message: None,
    };
    world.faults(&format!("POST {CHANNELS}"), 100, missing);
    let ready = Ready::over(world, DialectName::Platform).await;
    pass(20 * 60).await;
    assert_eq!(channels_made(&ready), 1);
    assert_eq!(ready.dialer.start().await.unwrap().feed, Feed::Poll);
    let ended = ready.end(NUMBER).await;
    assert_eq!(ended.end_reason, Some(EndReason::CustomerHungUp));
}

/// All requests count, also those that try to bring the socket back.
#[tokio::test(start_paused = true)]
async fn fifty_live_calls_and_a_dead_socket_stay_under_150_requests_a_minute() {
    let config = Config {
        agents: 80,
        requests_per_minute: 100_000,
        ..Config::default()
    };
    let ready = Ready::with(config, DialectName::Platform).await;
    until_fed(&ready.dialer, Feed::Socket).await;
    let agents = ready.world.sandbox.agents();
    let able = agents
        .iter()
        .filter(|agent| agent.active && agent.has_station && !agent.on_call);
    let able: Vec<_> = able.take(50).collect();
    assert_eq!(able.len(), 50);
    for (place, agent) in able.iter().enumerate() {
        let agent = ready.dialer.choose_agent(&agent.id).await.unwrap();
        // Each number of its own; the agents' phones ring for a minute, then nothing is said.
        let request = ready.request_for(&agent, &format!("+1 415 555 2{place:03}"));
        ready.dialer.place_call(request).await.unwrap();
    }
    pass(2).await;
    assert_eq!(ready.world.sandbox.calls().len(), 50);
    ready.world.faults(HANDSHAKE, 10_000, Fault::DropBefore);
    ready
        .world
        .fault(SOCKETS, Fault::DropSocket { after_ms: 0 });
    let before = requests(&ready);
    pass(30).await;
    let half_a_minute = requests(&ready) - before;
    assert!(
        half_a_minute <= 75,
        "{half_a_minute} requests in half a minute"
    );
    assert!(
        half_a_minute >= 40,
        "{half_a_minute} requests follow nothing"
    );
}

/// A call of somebody else that goes on does not change what is said of the agent on screen.
#[tokio::test(start_paused = true)]
async fn the_header_is_about_the_agent_on_screen() {
    let config = Config {
        speed: 0.05,
        ..Config::default()
    };
    let ready = Ready::with(config, DialectName::Platform).await;
    until_fed(&ready.dialer, Feed::Socket).await;
    ready.press(NUMBER).await;
    let email = "alexandra.novak@example.com";
    let found = ready.dialer.find_agents(email).await.unwrap();
    let topic = format!("TOPIC v2.users.{}.*", found[0].id);
    ready.world.faults(&topic, 1000, Fault::RejectTopic);
    choose(&ready.dialer, email).await;
    until_fed(&ready.dialer, Feed::Poll).await;
    pass(40).await;
    // The socket is opened again, and the call is still read.
    ready
        .world
        .fault(SOCKETS, Fault::DropSocket { after_ms: 0 });
    pass(40).await;
    let (feed, reason) = ready.world.host.feeds().pop().unwrap();
    assert_eq!(
        (feed, reason),
        (Feed::Poll, Some(ProblemCode::FeedRejected))
    );
    // Back to the one whose calls are told.
    ready.dialer.choose_agent(&ready.agent.id).await.unwrap();
    until_fed(&ready.dialer, Feed::Socket).await;
}

fn requests(ready: &Ready) -> usize {
    let journal = ready.world.sandbox.journal();
    journal
        .iter()
        .filter(|entry| entry.method != "SOCKET")
        .count()
}
