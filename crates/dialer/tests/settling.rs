//! Unknown outcomes are looked up in every way that is allowed, and each ends in one of three ways.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on has failed"
)]

mod support;

use std::sync::Mutex;
use std::time::Duration;

use dialer::Dialer;
use dialer::attempt::{AttemptId, EndReason, Outcome};
use dialer::problem::ProblemCode;
use dialer::view::{AttemptView, Confirmed, DialectName, Searched, SettlingState};
use genesys_cloud::ATTEMPT_ID_ATTRIBUTE;
use genesys_sandbox::{Config, Dialect, Fault};
use support::script::{all_is_well, named_id};
use support::unknown::{LOST, deaf, no_analytics, settled};
use support::{NUMBER, ON_BEHALF, Ready, World, pass, until};

#[tokio::test(start_paused = true)]
async fn the_socket_alone_finds_it() {
    let config = Config {
        denied_permissions: no_analytics(),
        ..Config::default()
    };
    let ready = Ready::with(config, DialectName::Platform).await;
    pass(1).await;
    let unknown = ready.outcome(LOST).await;
    assert_eq!(unknown.outcome, Outcome::Unknown);
    let found = settled(&ready, unknown.id).await;
    let settling = found.settling.unwrap();
    assert_eq!(settling.state, SettlingState::Found);
    assert!(!settling.probably);
    assert_eq!(found.outcome, Outcome::Placed);
    let ended = until(&ready.dialer, found.id, |attempt| !attempt.live).await;
    assert_eq!(ended.end_reason, Some(EndReason::CustomerHungUp));
}

#[tokio::test(start_paused = true)]
async fn analytics_alone_find_it_also_when_they_know_it_late() {
    let config = Config {
        analytics_delay: Duration::from_secs(90),
        ..Config::default()
    };
    let ready = deaf(config, DialectName::Platform).await;
    let unknown = ready.outcome(LOST).await;
    let found = settled(&ready, unknown.id).await;
    let settling = found.settling.clone().unwrap();
    assert_eq!(settling.state, SettlingState::Found);
    assert!(!settling.probably, "what is read of it names our id");
    assert!(settling.searched.contains(&Searched::Analytics));
    assert!(!settling.searched.contains(&Searched::Socket));
    let ended = until(&ready.dialer, found.id, |attempt| {
        attempt.end_reason.is_some()
    })
    .await;
    assert_eq!(ended.end_reason, Some(EndReason::CustomerHungUp));
}

#[tokio::test(start_paused = true)]
async fn where_nothing_may_be_asked_the_missing_permission_is_named() {
    let config = Config {
        denied_permissions: no_analytics(),
        ..Config::default()
    };
    let ready = deaf(config, DialectName::Platform).await;
    let unknown = ready.outcome(LOST).await;
    let end = settled(&ready, unknown.id).await;
    assert_eq!(end.outcome, Outcome::Unknown);
    let settling = end.settling.unwrap();
    assert_eq!(settling.state, SettlingState::CouldNotSearch);
    let permission = settling.permission.unwrap();
    assert!(permission.starts_with("analytics:"), "{permission}");
    let kept = ready.dialer.attempt(unknown.id).await.unwrap().attempt;
    assert_eq!(kept.settling.unwrap().permission, Some(permission));
}

/// The call is made, its answer lost, and nothing more comes through; waits until the time to look it up is over.
async fn cut_off(ready: &Ready) -> AttemptView {
    ready.world.faults(ON_BEHALF, 1, Fault::DropAfter);
    ready.world.faults("*", 100_000, Fault::DropBefore);
    // Nothing comes by the socket either.
    let socket = Fault::DropSocket { after_ms: 0 };
    ready.world.faults("SOCKET *", 100_000, socket);
    let unknown = ready.outcome(NUMBER).await;
    assert_eq!(unknown.outcome, Outcome::Unknown);
    let end = settled(ready, unknown.id).await;
    let settling = end.settling.clone().unwrap();
    assert_eq!(settling.state, SettlingState::CouldNotSearch);
    assert_eq!((settling.permission, settling.until), (None, None));
    assert_eq!(end.outcome, Outcome::Unknown);
    end
}

async fn found(dialer: &Dialer, id: AttemptId) {
    let found = until(dialer, id, |attempt| attempt.outcome == Outcome::Placed).await;
    assert_eq!(found.settling.unwrap().state, SettlingState::Found);
}

#[tokio::test(start_paused = true)]
async fn what_a_network_cut_kept_from_being_searched_is_found_when_the_socket_is_back() {
    let ready = Ready::new().await;
    let id = cut_off(&ready).await.id;
    pass(1_800).await;
    ready.world.sandbox.clear_faults();
    let back = ready.world.clock.now();
    found(&ready.dialer, id).await;
    let waited = ready.world.clock.now().duration_since(back);
    assert!(waited.as_secs() <= 90, "{waited}");
}

#[tokio::test(start_paused = true)]
async fn what_a_network_cut_kept_from_being_searched_is_found_without_a_socket_as_well() {
    let ready = deaf(Config::default(), DialectName::Platform).await;
    let id = cut_off(&ready).await.id;
    pass(1_800).await;
    ready.world.sandbox.clear_faults();
    ready.world.faults("TOPIC *", 10_000, Fault::RejectTopic);
    found(&ready.dialer, id).await;
}

#[tokio::test(start_paused = true)]
async fn what_a_network_cut_kept_from_being_searched_is_taken_up_by_the_next_start() {
    let ready = Ready::new().await;
    let id = cut_off(&ready).await.id;
    let Ready { world, dialer, .. } = ready;
    drop(dialer);
    world.sandbox.clear_faults();
    let dialer = world.open().await;
    found(&dialer, id).await;
    assert_eq!(world.call_requests(), 1, "looking up places nothing");
}

#[tokio::test(start_paused = true)]
async fn what_is_still_looked_up_hours_later_is_asked_about_also_after_a_newer_call() {
    let ready = Ready::new().await;
    let id = cut_off(&ready).await.id;
    pass(2 * 3600).await;
    let newer = ready.press_again(NUMBER).await.id;
    until(&ready.dialer, newer, |it| it.outcome == Outcome::Unknown).await;
    let mut request = ready.request("+49 30 1234567");
    request.again.push(Confirmed {
        code: ProblemCode::AgainUnknown,
        attempt_id: newer,
    });
    let question = ready.dialer.place_call(request).await.unwrap_err();
    assert_eq!(question.code, ProblemCode::AgainUnknown);
    assert_eq!(question.params["attempt_id"], id.to_string());
}

#[tokio::test(start_paused = true)]
async fn a_network_that_stays_away_for_a_week_is_waited_for_no_longer() {
    let mut world = World::new(Config::default());
    let clock = world.settable_clock();
    let ready = Ready::over(world, DialectName::Platform).await;
    let id = cut_off(&ready).await.id;
    clock.set_ahead(7 * 24 * 3600);
    let end = until(&ready.dialer, id, |attempt| {
        let settling = attempt.settling.as_ref();
        settling.is_some_and(|settling| settling.until.is_some())
    })
    .await;
    let settling = end.settling.unwrap();
    assert_eq!(settling.state, SettlingState::CouldNotSearch);
}

/// The token can be that of a user who is not the agent.
#[tokio::test(start_paused = true)]
async fn calls_of_the_tokens_own_user_say_nothing_of_another_agent() {
    for (user, state) in [
        ("9", SettlingState::CouldNotSearch),
        ("7", SettlingState::Found),
    ] {
        let mut world = World::new(Config::default());
        let ours = Mutex::new(String::new());
        world.script(move |asked| {
            if asked.places() {
                if user == "7" {
                    *ours.lock().unwrap() = named_id(asked);
                }
                return (500, String::new());
            }
            if asked.method == "GET" && asked.path == "/api/v2/conversations/calls" {
                let id = ours.lock().unwrap().clone();
                let leg = format!(
                    r#"{{"purpose":"user","state":"connected","user":{{"id":"{user}"}},
                        "direction":"outbound","dnis":"tel:+14155552671"}}"#
                );
                let far = format!(
                    r#"{{"purpose":"external","state":"dialing","address":"tel:+14155552671",
                        "attributes":{{"{ATTEMPT_ID_ATTRIBUTE}":"{id}"}}}}"#
                );
                let call = format!(r#"{{"id":"conv-9","participants":[{leg},{far}]}}"#);
                return (200, format!(r#"{{"entities":[{call}]}}"#));
            }
            if asked.path.contains("/analytics/") || asked.path.contains("/notifications/") {
                return (403, r#"{"code":"missing.any.permissions"}"#.to_owned());
            }
            all_is_well(asked)
        });
        let ready = Ready::over(world, DialectName::Platform).await;
        let unknown = ready.outcome(NUMBER).await;
        let end = settled(&ready, unknown.id).await;
        let settling = end.settling.unwrap();
        assert_eq!(settling.state, state, "{user}");
        let searched = settling.searched.contains(&Searched::ActiveCalls);
        assert_eq!(searched, state == SettlingState::Found, "{user}");
    }
}

#[tokio::test(start_paused = true)]
async fn without_our_id_the_only_call_that_fits_is_probably_the_one() {
    for (name, accepted) in [
        (DialectName::Participants, Dialect::Participants),
        (DialectName::FromTo, Dialect::FromTo),
    ] {
        let config = Config {
            accept: vec![accepted],
            ..Config::default()
        };
        let ready = Ready::with(config, name).await;
        let unknown = ready.outcome(LOST).await;
        assert_eq!(unknown.outcome, Outcome::Unknown, "{name:?}");
        let found = settled(&ready, unknown.id).await;
        let settling = found.settling.unwrap();
        assert_eq!(settling.state, SettlingState::Found, "{name:?}");
        assert!(settling.probably, "{name:?}");
        assert_eq!(ready.world.call_requests(), 1);
    }
}

#[tokio::test(start_paused = true)]
async fn two_attempts_never_share_a_call_and_none_is_guessed() {
    let config = Config {
        accept: vec![Dialect::Participants],
        ..Config::default()
    };
    let ready = Ready::with(config, DialectName::Participants).await;
    // Of two attempts without an answer only the first has become a call.
    ready
        .world
        .fault("POST /api/v2/conversations/calls", Fault::DropAfter);
    ready
        .world
        .fault("POST /api/v2/conversations/calls", Fault::DropBefore);
    let one = ready.outcome(NUMBER).await;
    let two = ready.press_again(NUMBER).await;
    let ends = [settled(&ready, one.id).await, settled(&ready, two.id).await];
    assert_eq!(ready.world.sandbox.calls().len(), 1);
    for end in ends {
        assert_eq!(end.outcome, Outcome::Unknown, "it can be either");
        let state = end.settling.unwrap().state;
        assert_eq!(state, SettlingState::Ambiguous, "a call was found");
    }
}

#[tokio::test(start_paused = true)]
async fn what_an_ended_process_has_left_is_looked_up_on_start() {
    let Ready {
        world,
        dialer,
        profile,
        agent,
    } = Ready::new().await;
    let request = support::request(&dialer, &profile.id, &agent.id, LOST);
    let id = request.id;
    dialer.place_call(request).await.unwrap();
    until(&dialer, id, |attempt| attempt.outcome == Outcome::Unknown).await;
    drop(dialer);
    // Long enough that only analytics know it still.
    pass(3_600).await;
    let dialer = world.open().await;
    let found = until(&dialer, id, |attempt| attempt.outcome == Outcome::Placed).await;
    assert_eq!(found.settling.unwrap().state, SettlingState::Found);
    let ended = until(&dialer, id, |attempt| attempt.end_reason.is_some()).await;
    assert_eq!(ended.end_reason, Some(EndReason::CustomerHungUp));
    assert_eq!(world.call_requests(), 1, "looking up places nothing");
}

#[tokio::test(start_paused = true)]
async fn a_look_up_that_is_over_is_not_begun_again() {
    let Ready {
        world,
        dialer,
        profile,
        agent,
    } = Ready::new().await;
    let request = support::request(&dialer, &profile.id, &agent.id, "+1 202 555 0109");
    let id = request.id;
    dialer.place_call(request).await.unwrap();
    pass(400).await;
    drop(dialer);
    let before = world.requests("POST", "/api/v2/analytics/");
    assert!(before > 0);
    let dialer = world.open().await;
    pass(60).await;
    let attempt = dialer.attempt(id).await.unwrap().attempt;
    assert_eq!(attempt.settling.unwrap().state, SettlingState::NotFound);
    assert_eq!(world.requests("POST", "/api/v2/analytics/"), before);
}
