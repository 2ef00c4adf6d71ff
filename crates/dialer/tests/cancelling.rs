//! Cancel prevents a call as long as nothing has left, and never makes an outcome a lie.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on has failed"
)]

mod support;

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use dialer::attempt::{AttemptId, Outcome};
use dialer::problem::ProblemCode;
use dialer::view::DialectName;
use futures_util::FutureExt;
use genesys_sandbox::{Config, Fault};
use support::script::{Journal, all_is_well};
use support::{NUMBER, ON_BEHALF, Ready, World, pass, request, until};

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

/// Cancel comes in at every step between the press and the answer: each of them looks at the clock.
#[tokio::test(start_paused = true)]
async fn nothing_leaves_once_cancel_has_answered() {
    let (mut helped, mut too_late) = (0, 0);
    for step in 0..12 {
        let mut world = World::new(Config::default());
        let clock = world.settable_clock();
        let journal = world.script(all_is_well);
        let ready = Ready::over(world, DialectName::Platform).await;
        let request = ready.request(NUMBER);
        let id = request.id;
        let places = |journal: &Journal| journal.count(|asked| asked.places());
        let sent_at_cancel = Arc::new(Mutex::new(None));
        let looks = AtomicUsize::new(0);
        clock.when_looked_at({
            let (dialer, journal) = (ready.dialer.clone(), journal.clone());
            let sent_at_cancel = Arc::clone(&sent_at_cancel);
            move || {
                if looks.fetch_add(1, Ordering::SeqCst) == step
                    && dialer.cancel_call(id).now_or_never() == Some(Ok(()))
                {
                    *sent_at_cancel.lock().unwrap() = Some(places(&journal));
                }
            }
        });
        ready.dialer.place_call(request).await.unwrap();
        let done = until(&ready.dialer, id, |attempt| {
            attempt.outcome != Outcome::Pending
        })
        .await;
        let Some(sent) = *sent_at_cancel.lock().unwrap() else {
            continue;
        };
        let expected = [Outcome::Refused, Outcome::Placed][places(&journal)];
        assert_eq!(done.outcome, expected, "step {step}");
        match (sent, places(&journal)) {
            (0, 0) => helped += 1,
            (0, _) => too_late += 1,
            _ => {}
        }
    }
    assert!(helped > 1, "{helped} steps before the request left");
    // Once it is decided that it leaves, the page is told, which looks at the clock once; and the
    // task that listens can look at it meanwhile.
    assert!(
        too_late <= 2,
        "{too_late} requests left after Cancel had answered"
    );
}

#[tokio::test(start_paused = true)]
async fn a_request_that_is_refused_its_token_is_not_sent_again_after_cancel() {
    let ready = Ready::new().await;
    ready.world.fault(ON_BEHALF, Fault::ExpireTokens);
    ready.world.fault(ON_BEHALF, Fault::Delay { ms: 100 });
    ready
        .world
        .fault("POST /oauth/token", Fault::Delay { ms: 5_000 });
    let pressed = ready.press(NUMBER).await;
    until(&ready.dialer, pressed.id, |attempt| !attempt.cancellable).await;
    pass(1).await;
    ready.dialer.cancel_call(pressed.id).await.unwrap();
    let attempt = until(&ready.dialer, pressed.id, |attempt| {
        attempt.outcome != Outcome::Pending
    })
    .await;
    assert_eq!(attempt.outcome, Outcome::Refused);
    assert_eq!(attempt.problem.unwrap().code, ProblemCode::Cancelled);
    pass(60).await;
    assert_eq!(ready.world.call_requests(), 1);
    assert!(ready.world.sandbox.calls().is_empty());
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
