//! Each reserved number of the sandbox ends as its table says, and one press is never two calls.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on has failed"
)]

mod support;

use dialer::attempt::{EndReason, Outcome};
use dialer::problem::ProblemCode;
use support::{Ready, pass, until};

async fn ends(typed: &str, reason: EndReason) {
    let ready = Ready::new().await;
    let ended = ready.end(typed).await;
    assert_eq!(ended.outcome, Outcome::Placed, "{ended:#?}");
    assert_eq!(ended.end_reason, Some(reason), "{ended:#?}");
    assert_eq!(ready.world.sandbox.calls().len(), 1);
    assert_eq!(ready.world.call_requests(), 1);
    let talked = reason == EndReason::CustomerHungUp;
    assert_eq!(ended.talk_ms.is_some(), talked);
}

#[tokio::test(start_paused = true)]
async fn any_other_number_is_answered() {
    ends("+49 30 1234567", EndReason::CustomerHungUp).await;
}

#[tokio::test(start_paused = true)]
async fn number_0100_is_busy() {
    ends("+1 202 555 0100", EndReason::Busy).await;
}

#[tokio::test(start_paused = true)]
async fn number_0101_never_answers() {
    ends("+1 202 555 0101", EndReason::NoAnswer).await;
}

#[tokio::test(start_paused = true)]
async fn number_0102_is_not_dialled_because_the_agent_does_not_pick_up() {
    ends("+1 202 555 0102", EndReason::AgentNoAnswer).await;
}

#[tokio::test(start_paused = true)]
async fn number_0103_has_no_route() {
    ends("+1 202 555 0103", EndReason::NoRoute).await;
}

async fn refused(typed: &str, code: ProblemCode) {
    let ready = Ready::new().await;
    let attempt = ready.outcome(typed).await;
    assert_eq!(attempt.outcome, Outcome::Refused, "{attempt:#?}");
    let problem = attempt.problem.unwrap();
    assert_eq!(problem.code, code);
    assert!(problem.details.http_status.is_some());
    assert!(problem.details.server_code.is_some());
    assert!(problem.details.correlation_id.is_some());
    assert_eq!(problem.details.step.as_deref(), Some("place_call"));
    assert!(ready.world.sandbox.calls().is_empty());
    assert_eq!(ready.world.call_requests(), 1);
}

#[tokio::test(start_paused = true)]
async fn number_0104_cannot_be_placed() {
    refused("+1 202 555 0104", ProblemCode::CallCannotBePlaced).await;
}

#[tokio::test(start_paused = true)]
async fn number_0105_lacks_a_permission() {
    refused("+1 202 555 0105", ProblemCode::PermissionMissing).await;
}

#[tokio::test(start_paused = true)]
async fn number_0106_is_placed_once_after_the_wait_that_was_asked_for() {
    let ready = Ready::new().await;
    let pressed = ready.press("+1 202 555 0106").await;
    let waiting = until(&ready.dialer, pressed.id, |attempt| {
        attempt.waiting_ms.is_some()
    })
    .await;
    assert_eq!(waiting.outcome, Outcome::Pending);
    assert!(waiting.cancellable);
    assert!((1..=2000).contains(&waiting.waiting_ms.unwrap()));
    let ended = until(&ready.dialer, pressed.id, |attempt| !attempt.live).await;
    assert_eq!(ended.outcome, Outcome::Placed);
    assert_eq!(ended.end_reason, Some(EndReason::CustomerHungUp));
    assert_eq!(ready.world.sandbox.calls().len(), 1);
    assert_eq!(
        ready.world.call_requests(),
        2,
        "the first one was turned away before any work"
    );
}

async fn unknown(typed: &str, code: ProblemCode, calls: usize) {
    let ready = Ready::new().await;
    let attempt = ready.outcome(typed).await;
    assert_eq!(attempt.outcome, Outcome::Unknown, "{attempt:#?}");
    assert_eq!(attempt.problem.unwrap().code, code);
    assert!(!attempt.live);
    pass(120).await;
    assert_eq!(ready.world.sandbox.calls().len(), calls);
    assert_eq!(ready.world.call_requests(), 1, "it is never sent again");
}

#[tokio::test(start_paused = true)]
async fn number_0107_loses_the_answer() {
    unknown("+1 202 555 0107", ProblemCode::ConnectionLost, 1).await;
}

#[tokio::test(start_paused = true)]
async fn number_0108_answers_too_late() {
    unknown("+1 202 555 0108", ProblemCode::AnswerTimeout, 1).await;
}

#[tokio::test(start_paused = true)]
async fn number_0109_fails_on_the_server() {
    unknown("+1 202 555 0109", ProblemCode::ServerError, 0).await;
}
