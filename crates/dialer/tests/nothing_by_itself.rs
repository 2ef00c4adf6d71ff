//! Law 4: a press of Call dials now or not at all.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on has failed"
)]

mod support;

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use dialer::attempt::Outcome;
use dialer::problem::ProblemCode;
use dialer::view::DialectName;
use genesys_sandbox::Config;
use support::script::{Journal, WallClock, all_is_well};
use support::{NUMBER, Ready, World, pass};

/// A server on which the wall clock jumps by `seconds` while the second token is fetched.
async fn jumps(seconds: i64) -> (Ready, Journal, WallClock) {
    let mut world = World::new(Config::default());
    let clock = world.settable_clock();
    let armed = Arc::new(AtomicBool::new(false));
    let (jumping, jumps) = (clock.clone(), Arc::clone(&armed));
    let journal = world.script(move |asked| {
        if asked.is_token() {
            if jumps.load(Ordering::SeqCst) {
                jumping.set_ahead(seconds);
            }
            return (
                200,
                r#"{"access_token":"tok-123456","expires_in":1}"#.to_owned(),
            );
        }
        all_is_well(asked)
    });
    let ready = Ready::over(world, DialectName::Platform).await;
    // Old enough that the next press fetches another token.
    pass(60).await;
    armed.store(true, Ordering::SeqCst);
    (ready, journal, clock)
}

#[tokio::test(start_paused = true)]
async fn a_press_from_before_the_computer_slept_places_no_call() {
    for seconds in [8 * 3600, 61, -3600] {
        let (ready, journal, _clock) = jumps(seconds).await;
        let attempt = ready.outcome(NUMBER).await;
        assert_eq!(attempt.outcome, Outcome::Refused, "{seconds}");
        let code = attempt.problem.unwrap().code;
        assert_eq!(code, ProblemCode::PressedTooLongAgo, "{seconds}");
        assert_eq!(journal.count(|asked| asked.places()), 0, "{seconds}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_clock_that_is_put_right_by_a_little_stops_no_call() {
    for seconds in [50, 2, -3] {
        let (ready, journal, _clock) = jumps(seconds).await;
        let attempt = ready.outcome(NUMBER).await;
        assert_eq!(attempt.outcome, Outcome::Placed, "{seconds}");
        assert_eq!(journal.count(|asked| asked.places()), 1, "{seconds}");
    }
}

#[tokio::test(start_paused = true)]
async fn neither_does_one_whose_token_was_refused_before_the_sleep() {
    let mut world = World::new(Config::default());
    let clock = world.settable_clock();
    let journal = world.script(move |asked| {
        if asked.places() {
            clock.set_ahead(8 * 3600);
            return (401, r#"{"code":"bad.credentials"}"#.to_owned());
        }
        all_is_well(asked)
    });
    let ready = Ready::over(world, DialectName::Platform).await;
    let attempt = ready.outcome(NUMBER).await;
    assert_eq!(attempt.outcome, Outcome::Refused);
    let code = attempt.problem.unwrap().code;
    assert_eq!(code, ProblemCode::PressedTooLongAgo);
    assert_eq!(journal.count(|asked| asked.places()), 1, "not sent again");
}
