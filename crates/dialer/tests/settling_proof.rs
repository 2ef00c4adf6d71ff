//! A look-up says *found* only on proof, *not found* only where something that would have told has answered, and it
//! always has an end.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on has failed"
)]

mod support;

use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use bytes::Bytes;
use dialer::attempt::Outcome;
use dialer::view::{DialectName, Feed, SettlingState};
use genesys_cloud::ATTEMPT_ID_ATTRIBUTE;
use genesys_cloud::clock::Clock;
use genesys_cloud::transport::Limits;
use genesys_sandbox::{Config, DEFAULT_CLIENT_ID, DEFAULT_CLIENT_SECRET, Dialect, Fault};
use http::Request;
use support::script::{Asked, Said, all_is_well, named_id};
use support::unknown::{LOST, deaf, no_analytics, settled};
use support::{BASE, NUMBER, ON_BEHALF, Ready, World, pass, until_fed};

async fn send(world: &World, request: http::request::Builder, body: String) -> serde_json::Value {
    let request: Request<Bytes> = request.body(body.into()).unwrap();
    let answer = world.transport.send(request, Limits::default()).await;
    serde_json::from_slice(answer.unwrap().body()).unwrap_or_default()
}

/// Somebody else's program, or the agent, dials.
async fn by_hand(world: &World, agent: &str, number: &str) {
    let token = Request::post(format!("{BASE}/oauth/token"))
        .header("content-type", "application/x-www-form-urlencoded");
    let secret = format!("client_id={DEFAULT_CLIENT_ID}&client_secret={DEFAULT_CLIENT_SECRET}");
    let form = format!("grant_type=client_credentials&{secret}");
    let token = send(world, token, form).await;
    let token = token["access_token"].as_str().unwrap();
    let place = Request::post(format!("{BASE}/api/v2/conversations/calls/user/{agent}"))
        .header("authorization", format!("Bearer {token}"))
        .header("content-type", "application/json");
    let body = format!(r#"{{"phoneNumber":"{number}"}}"#);
    let placed = send(world, place, body).await;
    assert!(placed["id"].is_string(), "{placed}");
}

#[tokio::test(start_paused = true)]
async fn a_call_by_hand_is_not_taken_for_one_that_would_name_our_id() {
    let ready = Ready::new().await;
    until_fed(&ready.dialer, Feed::Socket).await;
    ready.world.fault(ON_BEHALF, Fault::DropBefore);
    let unknown = ready.outcome(NUMBER).await;
    assert_eq!(unknown.outcome, Outcome::Unknown);
    pass(60).await;
    by_hand(&ready.world, &ready.agent.id, "+14155552671").await;
    let end = settled(&ready, unknown.id).await;
    assert_eq!(end.outcome, Outcome::Unknown);
    assert_eq!(end.settling.unwrap().state, SettlingState::NotFound);
}

/// A server with nothing but analytics, which tell of one call; `read` is what reading that answers.
fn analytics_only(
    world: &mut World,
    row: &'static str,
    read: impl Fn(&str) -> Said + Send + Sync + 'static,
) {
    let ours = Mutex::new(String::new());
    let first = AtomicBool::new(true);
    world.script(move |asked: &Asked| {
        let path = asked.path.as_str();
        if asked.places() {
            *ours.lock().unwrap() = named_id(asked);
            return match first.swap(false, Ordering::SeqCst) && row.contains("conv-1") {
                true => (200, r#"{"id":"conv-1"}"#.to_owned()),
                false => (500, String::new()),
            };
        }
        if path.contains("/details/query") {
            return (200, format!(r#"{{"conversations":[{row}]}}"#));
        }
        if path.contains("/activity/query") {
            return (200, r#"{"results":[]}"#.to_owned());
        }
        if path.contains("/notifications/") {
            return (403, r#"{"code":"missing.any.permissions"}"#.to_owned());
        }
        if asked.method == "GET" && path == "/api/v2/conversations/calls" {
            return (400, r#"{"code":"not.a.user"}"#.to_owned());
        }
        if asked.reads_call() {
            return read(&ours.lock().unwrap());
        }
        all_is_well(asked)
    });
}

fn with_our_id(conversation_id: &str, id: &str) -> Said {
    let legs = format!(
        r#"{{"purpose":"user","state":"connected","user":{{"id":"7"}}}},
           {{"purpose":"external","state":"connected","attributes":{{"{ATTEMPT_ID_ATTRIBUTE}":"{id}"}}}}"#
    );
    let call = format!(r#"{{"id":"{conversation_id}","participants":[{legs}]}}"#);
    (200, call)
}

#[tokio::test(start_paused = true)]
async fn without_number_and_time_a_call_that_cannot_be_read_is_not_taken() {
    let mut world = World::new(Config::default());
    let row = r#"{"conversationId":"conv-9","participants":[{"userId":"7","sessions":[{"mediaType":"voice"}]}]}"#;
    let gone = |_: &str| (404, r#"{"code":"not.found"}"#.to_owned());
    analytics_only(&mut world, row, gone);
    let ready = Ready::over(world, DialectName::Platform).await;
    let unknown = ready.outcome(NUMBER).await;
    let end = settled(&ready, unknown.id).await;
    assert_eq!(end.outcome, Outcome::Unknown);
    assert_eq!(end.settling.unwrap().state, SettlingState::Ambiguous);
}

#[tokio::test(start_paused = true)]
async fn a_call_with_our_id_is_found_however_analytics_write_its_number() {
    for row in [
        r#"{"conversationId":"conv-9","participants":[{"userId":"7","sessions":[{"mediaType":"voice","dnis":"sip:+14155552671@10.1.2.3"}]}]}"#,
        r#"{"conversationId":"conv-9","participants":[{"userId":"7","sessions":[{"mediaType":"voice","dnis":"sip:trunk-7"}]}]}"#,
    ] {
        let mut world = World::new(Config::default());
        analytics_only(&mut world, row, |id| with_our_id("conv-9", id));
        let ready = Ready::over(world, DialectName::Platform).await;
        let unknown = ready.outcome(NUMBER).await;
        let end = settled(&ready, unknown.id).await;
        assert_eq!(end.outcome, Outcome::Placed, "{row}");
        assert!(!end.settling.unwrap().probably);
    }
}

#[tokio::test(start_paused = true)]
async fn a_call_with_our_id_that_another_attempt_has_ends_the_look_up() {
    let mut world = World::new(Config::default());
    let row = r#"{"conversationId":"conv-1","participants":[{"userId":"7"}]}"#;
    analytics_only(&mut world, row, |id| with_our_id("conv-1", id));
    let ready = Ready::over(world, DialectName::Platform).await;
    let one = ready.outcome(NUMBER).await;
    assert_eq!(one.outcome, Outcome::Placed);
    pass(20).await;
    let again = ready.press_again(NUMBER).await;
    let end = settled(&ready, again.id).await;
    assert_eq!(end.settling.unwrap().state, SettlingState::Ambiguous);
    assert_eq!(end.outcome, Outcome::Unknown);
}

/// The cable is pulled as the request leaves: the socket still looks alive for a while.
#[tokio::test(start_paused = true)]
async fn a_socket_that_looked_alive_decides_nothing_once_nothing_answers() {
    let ready = Ready::new().await;
    until_fed(&ready.dialer, Feed::Socket).await;
    ready.world.faults("SOCKET *", 10, Fault::DeafSocket);
    pass(1).await;
    ready.world.faults(ON_BEHALF, 1, Fault::DropAfter);
    ready.world.faults("*", 100_000, Fault::DropBefore);
    let unknown = ready.outcome(NUMBER).await;
    assert_eq!(unknown.outcome, Outcome::Unknown);
    let socket = Fault::DropSocket { after_ms: 5_000 };
    ready.world.faults("SOCKET *", 100_000, socket);
    let end = settled(&ready, unknown.id).await;
    let state = end.settling.unwrap().state;
    assert_eq!(state, SettlingState::CouldNotSearch);
}

#[tokio::test(start_paused = true)]
async fn a_deaf_socket_decides_nothing() {
    let config = Config {
        denied_permissions: no_analytics(),
        ..Config::default()
    };
    let ready = Ready::with(config, DialectName::Platform).await;
    until_fed(&ready.dialer, Feed::Socket).await;
    ready.world.faults("SOCKET *", 1_000, Fault::DeafSocket);
    pass(1).await;
    let unknown = ready.outcome(LOST).await;
    assert_eq!(unknown.outcome, Outcome::Unknown);
    let end = settled(&ready, unknown.id).await;
    let state = end.settling.unwrap().state;
    assert_eq!(state, SettlingState::CouldNotSearch);
}

/// Analytics answer after a minute, too early to know the call; then the network is away.
#[tokio::test(start_paused = true)]
async fn one_early_answer_does_not_decide() {
    let config = Config {
        analytics_delay: Duration::from_secs(90),
        ..Config::default()
    };
    let ready = deaf(config, DialectName::Platform).await;
    let unknown = ready.outcome(LOST).await;
    pass(70).await;
    ready.world.faults("*", 100_000, Fault::DropBefore);
    let end = settled(&ready, unknown.id).await;
    let state = end.settling.unwrap().state;
    assert_eq!(state, SettlingState::CouldNotSearch);
}

#[tokio::test(start_paused = true)]
async fn a_socket_that_is_on_its_way_is_waited_for() {
    let world = World::new(Config {
        denied_permissions: no_analytics(),
        ..Config::default()
    });
    let slow = Fault::Delay { ms: 5_000 };
    world.fault("POST /api/v2/notifications/channels", slow);
    let ready = Ready::over(world, DialectName::Platform).await;
    let unknown = ready.outcome(LOST).await;
    let end = settled(&ready, unknown.id).await;
    assert_eq!(end.settling.unwrap().state, SettlingState::Found);
}

/// A world whose server's clock is today's, and ours `ahead` seconds ahead of it.
fn wrong_clock(config: Config, ahead: i64) -> (World, impl Fn(i64)) {
    let mut world = World::new(config);
    let clock = world.settable_clock();
    let base = support::today().as_second() - clock.now().as_second();
    clock.set_ahead(base + ahead);
    (world, move |ahead| clock.set_ahead(base + ahead))
}

#[tokio::test(start_paused = true)]
async fn our_id_is_found_with_a_clock_that_is_a_quarter_of_an_hour_wrong() {
    for ahead in [0, 100, 150, 280, 600, 890, -150, -600, -890] {
        let (world, _) = wrong_clock(Config::default(), ahead);
        world.faults("TOPIC *", 10_000, Fault::RejectTopic);
        let ready = Ready::over(world, DialectName::Platform).await;
        let unknown = ready.outcome(LOST).await;
        let end = settled(&ready, unknown.id).await;
        let settling = end.settling.unwrap();
        assert_eq!(settling.state, SettlingState::Found, "{ahead}");
        assert!(!settling.probably, "{ahead}");
    }
}

#[tokio::test(start_paused = true)]
async fn without_an_id_a_wrong_clock_hides_no_call() {
    for ahead in [0, 100, 150, 300, -300] {
        let config = Config {
            accept: vec![Dialect::Participants],
            ..Config::default()
        };
        let (world, _) = wrong_clock(config, ahead);
        let ready = Ready::over(world, DialectName::Participants).await;
        until_fed(&ready.dialer, Feed::Socket).await;
        let unknown = ready.outcome(LOST).await;
        let end = settled(&ready, unknown.id).await;
        let state = end.settling.unwrap().state;
        let wanted = match ahead {
            0 | 100 => SettlingState::Found,
            _ => SettlingState::Ambiguous,
        };
        assert_eq!(state, wanted, "{ahead}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_clock_that_is_set_forward_does_not_end_the_look_up() {
    for jump in [90, 3_600] {
        let config = Config {
            analytics_delay: Duration::from_secs(90),
            ..Config::default()
        };
        let (world, set) = wrong_clock(config, 0);
        world.faults("TOPIC *", 10_000, Fault::RejectTopic);
        let ready = Ready::over(world, DialectName::Platform).await;
        let unknown = ready.outcome(LOST).await;
        pass(5).await;
        set(jump);
        let end = settled(&ready, unknown.id).await;
        let state = end.settling.unwrap().state;
        assert_eq!(state, SettlingState::Found, "{jump}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_clock_that_is_set_back_does_not_make_the_look_up_endless() {
    let (world, set) = wrong_clock(Config::default(), 0);
    let ready = Ready::over(world, DialectName::Platform).await;
    let unknown = ready.outcome("+1 202 555 0109").await;
    pass(20).await;
    set(-86_400);
    pass(400).await;
    let attempt = ready.dialer.attempt(unknown.id).await.unwrap().attempt;
    let state = attempt.settling.unwrap().state;
    assert_eq!(state, SettlingState::NotFound);
}

#[tokio::test(start_paused = true)]
async fn a_server_that_tells_its_time_makes_up_for_a_clock_that_is_wrong() {
    for ahead in [300, -86_400, 40_000_000] {
        for dialect in [DialectName::Platform, DialectName::Participants] {
            let config = match dialect {
                DialectName::Platform => Config::default(),
                _ => Config {
                    accept: vec![Dialect::Participants],
                    ..Config::default()
                },
            };
            let (mut world, _) = wrong_clock(config, ahead);
            world.tells_time();
            world.faults("TOPIC *", 10_000, Fault::RejectTopic);
            let ready = Ready::over(world, dialect).await;
            let unknown = ready.outcome(LOST).await;
            let end = settled(&ready, unknown.id).await;
            let state = end.settling.unwrap().state;
            assert_eq!(state, SettlingState::Found, "{ahead} {dialect:?}");
        }
    }
}

#[tokio::test(start_paused = true)]
async fn with_a_clock_that_is_too_wrong_nothing_is_said_not_to_be_there() {
    for (ahead, wanted) in [
        (600, SettlingState::NotFound),
        (86_400, SettlingState::CouldNotSearch),
    ] {
        let (mut world, _) = wrong_clock(Config::default(), ahead);
        world.tells_time();
        world.faults("TOPIC *", 10_000, Fault::RejectTopic);
        let ready = Ready::over(world, DialectName::Platform).await;
        let unknown = ready.outcome("+1 202 555 0109").await;
        let end = settled(&ready, unknown.id).await;
        assert_eq!(end.settling.unwrap().state, wanted, "{ahead}");
    }
}
