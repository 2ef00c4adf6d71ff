//! Window and command line at the same time: two dialers on one data directory.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on has failed"
)]

mod support;

use std::sync::Arc;
use std::time::Duration;

use dialer::Dialer;
use dialer::attempt::{EndReason, Outcome};
use dialer::problem::ProblemCode;
use dialer::view::{AttemptView, DialectName, Event, ProfileForm, SecretPlace};
use genesys_sandbox::{Config, DEFAULT_CLIENT_SECRET, Fault};
use support::{
    AGENT, NUMBER, ON_BEHALF, Ready, Recorder, call_anyway, choose, form, pass, request, until,
};

/// A window in which the connection stands, and a command line beside it.
async fn both() -> (Ready, Arc<Recorder>, Dialer) {
    let ready = Ready::with(Config::default(), DialectName::Platform).await;
    let host = Arc::new(Recorder::default());
    let other = ready.world.open_for(&host).await;
    (ready, host, other)
}

/// Lets the two seconds pass in which the window notices.
async fn two_seconds() {
    pass(2).await;
    // Its look reads the database on other threads, where time stands still.
    tokio::time::sleep(Duration::from_millis(1)).await;
}

fn told(host: &Recorder) -> usize {
    host.count(|event| matches!(event, Event::History))
}

async fn call(ready: &Ready, other: &Dialer) -> AttemptView {
    let press = request(other, &ready.profile.id, &ready.agent.id, NUMBER);
    let pressed = other.place_call(press).await.unwrap();
    until(other, pressed.id, |attempt| {
        attempt.outcome != Outcome::Pending
    })
    .await
}

#[tokio::test(start_paused = true)]
async fn the_window_shows_a_call_of_another_process_and_follows_it_once_that_has_ended() {
    let (ready, _, other) = both().await;
    let window = &ready.world.host;
    let before = told(window);
    let placed = call(&ready, &other).await;
    two_seconds().await;
    assert!(told(window) > before);
    let seen = window.events_of(placed.id);
    assert_eq!(seen.last().unwrap().outcome, Outcome::Placed);
    assert_eq!(ready.dialer.start().await.unwrap().live[0].id, placed.id);

    // Its process ends, as that of `ringfor call` does when the call is placed.
    drop(other);
    let ended = until(&ready.dialer, placed.id, |attempt| !attempt.live).await;
    assert_eq!(ended.end_reason, Some(EndReason::CustomerHungUp));
    let seen = window.events_of(placed.id);
    assert!(!seen.last().unwrap().live, "the page was told of the end");
    assert_eq!(ready.world.call_requests(), 1);
}

#[tokio::test(start_paused = true)]
async fn the_window_shows_the_end_of_a_call_that_another_process_follows() {
    let (ready, _, other) = both().await;
    let placed = call(&ready, &other).await;
    until(&other, placed.id, |attempt| !attempt.live).await;
    two_seconds().await;
    let seen = ready.world.host.events_of(placed.id);
    assert!(!seen.last().unwrap().live);
    let again = ready.world.host.events_of(placed.id).len();
    pass(60).await;
    assert_eq!(ready.world.host.events_of(placed.id).len(), again);
}

#[tokio::test(start_paused = true)]
async fn what_a_process_does_itself_is_no_news_to_it() {
    let ready = Ready::new().await;
    ready.end(NUMBER).await;
    pass(5).await;
    assert_eq!(told(&ready.world.host), 0);
}

#[tokio::test(start_paused = true)]
async fn two_processes_place_one_call_for_an_agent_and_ask_about_each_others() {
    let (ready, _, other) = both().await;
    ready.world.fault(ON_BEHALF, Fault::Delay { ms: 3_000 });
    let new = || request(&other, &ready.profile.id, &ready.agent.id, NUMBER);
    let one = ready.dialer.place_call(ready.request(NUMBER));
    let (one, two) = tokio::join!(one, other.place_call(new()));
    let (one, two) = (one.unwrap(), two.unwrap());
    assert_eq!(one.id, two.id, "the same press");
    until(&other, one.id, |attempt| attempt.outcome == Outcome::Placed).await;
    let asked = other.place_call(new()).await.unwrap_err();
    assert_eq!(asked.code, ProblemCode::AgainLive);
    assert_eq!(ready.world.call_requests(), 1);
    let again = call_anyway(&other, new()).await.unwrap();
    until(&ready.dialer, again.id, |attempt| {
        attempt.outcome == Outcome::Placed
    })
    .await;
    assert_eq!(ready.world.call_requests(), 2);
}

#[tokio::test(start_paused = true)]
async fn profiles_that_another_process_makes_uses_and_removes_are_seen() {
    let (ready, _, other) = both().await;
    let window = &ready.world.host;
    let changes = window.profile_changes();
    let added = ProfileForm {
        name: "Another".to_owned(),
        ..form(DialectName::Platform)
    };
    let secret = || Some(DEFAULT_CLIENT_SECRET.into());
    let added = other.save_profile(added, secret()).await.unwrap();
    two_seconds().await;
    assert_eq!(window.profile_changes(), changes + 1);
    let start = ready.dialer.start().await.unwrap();
    assert_eq!(start.profiles.len(), 2);
    assert_eq!(start.profile.unwrap().id, added.id);

    // Choosing another agent there changes no profile.
    choose(&other, AGENT).await;
    two_seconds().await;
    assert_eq!(window.profile_changes(), changes + 1);

    other.remove_profile(&added.id).await.unwrap();
    // At once, not only when it is noticed.
    let press = request(&ready.dialer, &added.id, &ready.agent.id, NUMBER);
    let gone = ready.dialer.place_call(press).await.unwrap_err();
    assert_eq!(gone.code, ProblemCode::ProfileMissing);
    two_seconds().await;
    assert_eq!(window.profile_changes(), changes + 2);
    let start = ready.dialer.start().await.unwrap();
    assert_eq!(start.profile.unwrap().id, ready.profile.id);
    assert_eq!(ready.world.call_requests(), 0);
}

#[tokio::test(start_paused = true)]
async fn a_name_that_another_process_has_given_is_taken() {
    let (ready, _, other) = both().await;
    let named = || ProfileForm {
        name: "Contoso".to_owned(),
        ..form(DialectName::Platform)
    };
    let secret = || Some(DEFAULT_CLIENT_SECRET.into());
    let (one, two) = tokio::join!(
        ready.dialer.save_profile(named(), secret()),
        other.save_profile(named(), secret()),
    );
    let taken = [one.err(), two.err()];
    let taken: Vec<_> = taken.into_iter().flatten().map(|p| p.code).collect();
    assert_eq!(taken, [ProblemCode::ProfileNameTaken]);
}

#[tokio::test(start_paused = true)]
async fn the_secret_that_another_process_has_changed_counts_from_the_next_press() {
    let (ready, _, other) = both().await;
    // Here a client with the old secret and its token is kept.
    assert_eq!(ready.end(NUMBER).await.outcome, Outcome::Placed);
    let same = || ProfileForm {
        id: Some(ready.profile.id.clone()),
        ..form(DialectName::Platform)
    };
    other
        .save_profile(same(), Some("another".into()))
        .await
        .unwrap();
    let refused = ready.press_again(NUMBER).await;
    let refused = until(&ready.dialer, refused.id, |attempt| !attempt.live).await;
    assert_eq!(refused.problem.unwrap().code, ProblemCode::SecretWrong);
    other
        .save_profile(same(), Some(DEFAULT_CLIENT_SECRET.into()))
        .await
        .unwrap();
    assert_eq!(ready.end(NUMBER).await.outcome, Outcome::Placed);
    let removed = other.remove_secret(&ready.profile.id).await.unwrap();
    assert_eq!(removed.secret, SecretPlace::Missing);
    let refused = ready.press_again(NUMBER).await;
    let refused = until(&ready.dialer, refused.id, |attempt| !attempt.live).await;
    assert_eq!(refused.problem.unwrap().code, ProblemCode::SecretMissing);
}

#[tokio::test(start_paused = true)]
async fn a_call_is_followed_to_its_end_though_another_process_has_removed_its_profile() {
    let (ready, _, other) = both().await;
    let pressed = ready.press(NUMBER).await;
    until(&ready.dialer, pressed.id, |attempt| {
        attempt.outcome == Outcome::Placed
    })
    .await;
    other.remove_profile(&ready.profile.id).await.unwrap();
    let ended = until(&ready.dialer, pressed.id, |attempt| !attempt.live).await;
    assert_eq!(ended.end_reason, Some(EndReason::CustomerHungUp));
    assert_eq!(ended.profile.unwrap().name, ready.profile.name);
}
