//! Law 1: one click, at most one call.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on has failed"
)]

mod support;

use std::collections::HashSet;
use std::time::Duration;

use dialer::attempt::{AttemptId, Outcome};
use dialer::problem::ProblemCode;
use futures_util::future::join_all;
use genesys_sandbox::Fault;
use support::{NUMBER, ON_BEHALF, Ready, choose, pass, until};

const SLOW: Fault = Fault::Delay { ms: 5_000 };

#[tokio::test(start_paused = true)]
async fn the_same_id_again_is_the_same_attempt() {
    let ready = Ready::new().await;
    ready.world.fault(ON_BEHALF, SLOW);
    let request = ready.request(NUMBER);
    let presses = (0..10).map(|_| ready.dialer.place_call(request.clone()));
    for attempt in join_all(presses).await {
        assert_eq!(attempt.unwrap().id, request.id);
    }
    let ended = until(&ready.dialer, request.id, |attempt| !attempt.live).await;
    assert_eq!(ended.outcome, Outcome::Placed);
    let again = ready.dialer.place_call(request).await.unwrap();
    assert_eq!(again, ended, "also long after it has ended");
    pass(120).await;
    assert_eq!(ready.world.call_requests(), 1);
    assert_eq!(ready.world.sandbox.calls().len(), 1);
    assert_eq!(ready.history().await.len(), 1);
}

#[tokio::test(start_paused = true)]
async fn a_hundred_presses_for_one_agent_are_one_attempt() {
    let ready = Ready::new().await;
    ready.world.fault(ON_BEHALF, SLOW);
    let presses = (0..100).map(|_| ready.dialer.place_call(ready.request(NUMBER)));
    let ids: HashSet<AttemptId> = join_all(presses)
        .await
        .into_iter()
        .map(|attempt| attempt.unwrap().id)
        .collect();
    assert_eq!(ids.len(), 1);
    pass(60).await;
    assert_eq!(ready.world.call_requests(), 1);
    assert_eq!(ready.world.sandbox.calls().len(), 1);
    assert_eq!(ready.history().await.len(), 1);
}

#[tokio::test(start_paused = true)]
async fn another_number_for_a_busy_press_is_the_first_press() {
    let ready = Ready::new().await;
    ready.world.fault(ON_BEHALF, SLOW);
    let first = ready.press(NUMBER).await;
    let second = ready.press("+49 30 1234567").await;
    assert_eq!(first.id, second.id);
    assert_eq!(second.e164, "+14155552671");
    pass(60).await;
    let calls = ready.world.sandbox.calls();
    assert_eq!(calls.len(), 1);
    assert_eq!(calls[0].number, "+14155552671");
}

#[tokio::test(start_paused = true)]
async fn two_agents_are_two_calls_and_a_later_press_is_a_new_one() {
    let ready = Ready::new().await;
    let other = choose(&ready.dialer, "alexandra.novak@example.com").await;
    ready.world.faults(ON_BEHALF, 2, SLOW);
    let one = ready.dialer.place_call(ready.request(NUMBER));
    let two = ready
        .dialer
        .place_call(ready.request_for(&other, "+49 30 1234567"));
    let (one, two) = futures_util::future::join(one, two).await;
    assert_ne!(one.unwrap().id, two.unwrap().id);
    pass(90).await;
    assert_eq!(ready.world.sandbox.calls().len(), 2);
    ready.end(NUMBER).await;
    assert_eq!(ready.world.sandbox.calls().len(), 3);
}

#[tokio::test(start_paused = true)]
async fn a_redirect_is_not_followed() {
    let ready = Ready::new().await;
    let location = Some("/api/v2/conversations/calls/user/somebody-else".to_owned());
    ready.world.fault(ON_BEHALF, Fault::Redirect { location });
    let attempt = ready.outcome(NUMBER).await;
    assert_eq!(attempt.outcome, Outcome::Unknown);
    assert_eq!(attempt.problem.unwrap().code, ProblemCode::Redirected);
    pass(60).await;
    assert_eq!(ready.world.call_requests(), 1);
    assert!(ready.world.sandbox.calls().is_empty());
}

#[tokio::test(start_paused = true)]
async fn an_expired_token_is_replaced_and_the_call_is_placed_once() {
    let ready = Ready::new().await;
    ready.world.fault(ON_BEHALF, Fault::ExpireTokens);
    let ended = ready.end(NUMBER).await;
    assert_eq!(ended.outcome, Outcome::Placed);
    assert_eq!(ready.world.call_requests(), 2, "the first was answered 401");
    assert_eq!(ready.world.sandbox.calls().len(), 1);
}

/// The web view bridge may give an answer up when a page is reloaded; the attempt goes on.
#[tokio::test(start_paused = true)]
async fn an_answer_nobody_waits_for_changes_nothing() {
    let ready = Ready::new().await;
    let request = ready.request(NUMBER);
    let press = ready.dialer.place_call(request.clone());
    assert!(tokio::time::timeout(Duration::ZERO, press).await.is_err());
    let repeated = ready.dialer.place_call(request.clone()).await.unwrap();
    assert_eq!(repeated.id, request.id);
    let ended = until(&ready.dialer, request.id, |attempt| !attempt.live).await;
    assert_eq!(ended.outcome, Outcome::Placed);
    assert_eq!(ready.world.sandbox.calls().len(), 1);
}
