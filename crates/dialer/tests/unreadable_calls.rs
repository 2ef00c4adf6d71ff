//! Placed calls that cannot be read: they are told of once, and none is live for ever.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on has failed"
)]

mod support;

use dialer::attempt::{EndReason, Outcome};
use dialer::problem::{Problem, ProblemCode};
use dialer::view::{AttemptView, DialectName};
use genesys_sandbox::Config;
use support::script::{Journal, Said, WallClock, all_is_well};
use support::{NUMBER, Ready, World, pass};

const DAY: u64 = 24 * 60 * 60;

/// A call is placed, and all reads of it are answered like this.
async fn placed(answer: Said) -> (Ready, Journal, WallClock, AttemptView) {
    let mut world = World::new(Config::default());
    let clock = world.settable_clock();
    let journal = world.script(move |asked| match asked.reads_call() {
        true => answer.clone(),
        false => all_is_well(asked),
    });
    let ready = Ready::over(world, DialectName::Platform).await;
    let attempt = ready.press(NUMBER).await;
    (ready, journal, clock, attempt)
}

async fn now(ready: &Ready, attempt: &AttemptView) -> AttemptView {
    ready.dialer.attempt(attempt.id).await.unwrap().attempt
}

fn told(ready: &Ready) -> Vec<Problem> {
    ready.world.host.notices()
}

#[tokio::test(start_paused = true)]
async fn one_that_may_not_be_read_is_told_once_and_closed_after_a_day() {
    for status in [403, 405] {
        let body = r#"{"code":"missing.any.permissions"}"#.to_owned();
        let (ready, journal, _clock, attempt) = placed((status, body)).await;
        pass(3600).await;
        assert!(now(&ready, &attempt).await.live, "{status}");
        let notices = told(&ready);
        assert_eq!(notices.len(), 1, "{status}: {notices:?}");
        assert_eq!(notices[0].code, ProblemCode::CallUnreadable);
        assert_eq!(notices[0].details.http_status, Some(status));
        pass(DAY).await;
        let ended = now(&ready, &attempt).await;
        assert!(!ended.live, "{status}");
        assert_eq!(ended.outcome, Outcome::Placed);
        assert_eq!(ended.end_reason, Some(EndReason::Unclear));
        assert_eq!(told(&ready).len(), 1);
        let reads = journal.count(|asked| asked.reads_call());
        pass(DAY).await;
        assert_eq!(journal.count(|asked| asked.reads_call()), reads);
    }
}

#[tokio::test(start_paused = true)]
async fn one_without_a_leg_is_told_once_and_closed_after_a_day() {
    let (ready, _journal, _clock, attempt) = placed((200, "{}".to_owned())).await;
    pass(50).await;
    assert!(told(&ready).is_empty(), "its legs may still come");
    pass(3600).await;
    assert_eq!(told(&ready).len(), 1);
    assert_eq!(told(&ready)[0].code, ProblemCode::CallUnreadable);
    assert!(now(&ready, &attempt).await.live);
    pass(DAY).await;
    let ended = now(&ready, &attempt).await;
    assert_eq!(
        (ended.live, ended.end_reason),
        (false, Some(EndReason::Unclear))
    );
}

#[tokio::test(start_paused = true)]
async fn one_that_is_gone_is_closed() {
    let (ready, _journal, _clock, attempt) = placed((410, "{}".to_owned())).await;
    pass(60).await;
    let ended = now(&ready, &attempt).await;
    assert_eq!(
        (ended.live, ended.end_reason),
        (false, Some(EndReason::Unclear))
    );
    assert!(told(&ready).is_empty());
}

#[tokio::test(start_paused = true)]
async fn one_whose_legs_are_read_is_followed_for_as_long_as_it_lasts() {
    let mut world = World::new(Config::default());
    world.script(all_is_well);
    let ready = Ready::over(world, DialectName::Platform).await;
    let attempt = ready.press(NUMBER).await;
    pass(2 * DAY).await;
    assert!(now(&ready, &attempt).await.live);
    assert!(told(&ready).is_empty());
}

#[tokio::test(start_paused = true)]
async fn a_clock_that_is_set_back_does_not_make_an_unknown_call_young_again() {
    let body = r#"{"code":"not.found"}"#.to_owned();
    let mut world = World::new(Config::default());
    let clock = world.settable_clock();
    clock.set_ahead(365 * 86_400);
    world.script(move |asked| match asked.reads_call() {
        true => (404, body.clone()),
        false => all_is_well(asked),
    });
    let ready = Ready::over(world, DialectName::Platform).await;
    let attempt = ready.press(NUMBER).await;
    pass(3).await;
    clock.set_ahead(0);
    pass(60).await;
    assert!(!now(&ready, &attempt).await.live);
}
