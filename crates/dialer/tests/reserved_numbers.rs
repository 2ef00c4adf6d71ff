//! Each reserved number of the sandbox ends as its table says, and one press is never two calls.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on has failed"
)]

mod support;

use dialer::attempt::{AttemptId, EndReason, Outcome};
use dialer::problem::ProblemCode;
use dialer::view::{Searched, SettlingState};
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

/// The outcome is unknown at first, with this problem.
async fn unknown(ready: &Ready, typed: &str, code: ProblemCode) -> AttemptId {
    let attempt = ready.outcome(typed).await;
    assert_eq!(attempt.outcome, Outcome::Unknown, "{attempt:#?}");
    assert_eq!(attempt.problem.unwrap().code, code);
    assert!(!attempt.live);
    let looked_up = until(&ready.dialer, attempt.id, |attempt| {
        attempt.settling.is_some()
    });
    let settling = looked_up.await.settling.unwrap();
    assert_eq!(settling.state, SettlingState::Searching);
    attempt.id
}

/// It is found by its own id, and followed to its end.
async fn found_afterwards(typed: &str, code: ProblemCode) {
    let ready = Ready::new().await;
    let id = unknown(&ready, typed, code).await;
    let placed = until(&ready.dialer, id, |attempt| {
        attempt.outcome == Outcome::Placed
    })
    .await;
    let settling = placed.settling.unwrap();
    assert_eq!(settling.state, SettlingState::Found);
    assert!(!settling.probably, "the call carries our id");
    let calls = ready.world.sandbox.calls();
    assert_eq!(
        placed.conversation_id.as_deref(),
        Some(calls[0].conversation_id.as_str())
    );
    let ended = until(&ready.dialer, id, |attempt| attempt.end_reason.is_some()).await;
    assert_eq!(ended.end_reason, Some(EndReason::CustomerHungUp));
    assert_eq!(ended.problem, None);
    assert_eq!(ready.world.sandbox.calls().len(), 1);
    assert_eq!(ready.world.call_requests(), 1, "it is never sent again");
}

#[tokio::test(start_paused = true)]
async fn number_0107_loses_the_answer_and_is_found() {
    found_afterwards("+1 202 555 0107", ProblemCode::ConnectionLost).await;
}

#[tokio::test(start_paused = true)]
async fn number_0108_answers_too_late_and_is_found() {
    found_afterwards("+1 202 555 0108", ProblemCode::AnswerTimeout).await;
}

#[tokio::test(start_paused = true)]
async fn number_0109_fails_on_the_server_and_is_searched_and_not_found() {
    let ready = Ready::new().await;
    let id = unknown(&ready, "+1 202 555 0109", ProblemCode::ServerError).await;
    pass(250).await;
    let meanwhile = ready.dialer.attempt(id).await.unwrap().attempt;
    assert_eq!(
        meanwhile.settling.unwrap().state,
        SettlingState::Searching,
        "it may be found still"
    );
    let settled = until(&ready.dialer, id, |attempt| {
        let settling = attempt.settling.as_ref();
        settling.is_some_and(|settling| settling.state != SettlingState::Searching)
    })
    .await;
    assert_eq!(settled.outcome, Outcome::Unknown, "it stays unknown");
    let settling = settled.settling.unwrap();
    assert_eq!(settling.state, SettlingState::NotFound);
    assert!(settling.searched.contains(&Searched::Socket));
    assert!(settling.searched.contains(&Searched::Analytics));
    assert!(settling.until.is_some());
    assert_eq!(settling.permission, None);
    assert!(ready.world.sandbox.calls().is_empty());
    assert_eq!(ready.world.call_requests(), 1, "it is never sent again");
}
