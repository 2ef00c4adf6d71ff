//! Cancel prevents a call as long as nothing has left, and never makes an outcome a lie.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on has failed"
)]

mod support;

use dialer::attempt::{AttemptId, Outcome};
use dialer::problem::ProblemCode;
use genesys_sandbox::Fault;
use support::{NUMBER, ON_BEHALF, Ready, pass, request, until};

#[tokio::test(start_paused = true)]
async fn while_the_token_is_fetched_it_prevents_the_call() {
    let Ready {
        world,
        dialer,
        profile,
        agent,
    } = Ready::new().await;
    drop(dialer);
    let dialer = world.open().await;
    world.fault("POST /oauth/token", Fault::Delay { ms: 5_000 });
    let request = request(&dialer, &profile.id, &agent.id, NUMBER);
    let pressed = dialer.place_call(request).await.unwrap();
    pass(1).await;
    dialer.cancel_call(pressed.id).await.unwrap();
    let attempt = until(&dialer, pressed.id, |attempt| {
        attempt.outcome != Outcome::Pending
    })
    .await;
    assert_eq!(attempt.outcome, Outcome::Refused);
    assert_eq!(attempt.problem.unwrap().code, ProblemCode::Cancelled);
    pass(60).await;
    assert_eq!(world.call_requests(), 0);
}

#[tokio::test(start_paused = true)]
async fn during_the_countdown_it_prevents_the_call() {
    let ready = Ready::new().await;
    let pressed = ready.press("+1 202 555 0106").await;
    until(&ready.dialer, pressed.id, |attempt| {
        attempt.waiting_ms.is_some()
    })
    .await;
    ready.dialer.cancel_call(pressed.id).await.unwrap();
    let attempt = until(&ready.dialer, pressed.id, |attempt| {
        attempt.outcome != Outcome::Pending
    })
    .await;
    assert_eq!(attempt.outcome, Outcome::Refused);
    assert_eq!(attempt.problem.unwrap().code, ProblemCode::Cancelled);
    assert_eq!(attempt.waiting_ms, None);
    pass(60).await;
    assert!(ready.world.sandbox.calls().is_empty());
    let next = ready.end(NUMBER).await;
    assert_eq!(
        next.outcome,
        Outcome::Placed,
        "the agent is free for the next press"
    );
}

#[tokio::test(start_paused = true)]
async fn once_the_request_has_left_it_changes_nothing() {
    let ready = Ready::new().await;
    ready.world.fault(ON_BEHALF, Fault::Delay { ms: 5_000 });
    let pressed = ready.press(NUMBER).await;
    let sent = until(&ready.dialer, pressed.id, |attempt| !attempt.cancellable).await;
    assert_eq!(sent.outcome, Outcome::Pending);
    ready.dialer.cancel_call(pressed.id).await.unwrap();
    let ended = until(&ready.dialer, pressed.id, |attempt| !attempt.live).await;
    assert_eq!(ended.outcome, Outcome::Placed);
    ready.dialer.cancel_call(pressed.id).await.unwrap();
    assert_eq!(
        ready.dialer.attempt(pressed.id).await.unwrap().attempt,
        ended
    );
}

#[tokio::test(start_paused = true)]
async fn what_does_not_exist_cannot_be_cancelled() {
    let ready = Ready::new().await;
    let problem = ready
        .dialer
        .cancel_call(AttemptId::mint())
        .await
        .unwrap_err();
    assert_eq!(problem.code, ProblemCode::AttemptMissing);
}
