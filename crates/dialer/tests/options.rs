//! What calls ask for beside the number: queue, caller id and caller name.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on has failed"
)]

mod support;

use dialer::attempt::Outcome;
use dialer::problem::ProblemCode;
use dialer::view::{CallOptions, DialectName, ProfileForm};
use genesys_sandbox::{Config, Fault};
use support::{NUMBER, Ready, choose, form, until};

fn caller(number: &str) -> CallOptions {
    CallOptions {
        caller_id: Some(number.to_owned()),
        caller_name: Some("Contoso".to_owned()),
        ..CallOptions::default()
    }
}

async fn chosen(ready: &Ready) -> (CallOptions, bool) {
    let view = ready.dialer.call_options(&ready.agent.id).await.unwrap();
    (view.chosen, view.kept)
}

#[tokio::test(start_paused = true)]
async fn what_is_kept_for_an_agent_goes_before_what_the_connection_says() {
    let ready = Ready::new().await;
    assert_eq!(chosen(&ready).await, (CallOptions::default(), false));
    let with_default = ProfileForm {
        id: Some(ready.profile.id.clone()),
        options: caller("+14155550100"),
        ..form(DialectName::Platform)
    };
    ready.dialer.save_profile(with_default, None).await.unwrap();
    assert_eq!(chosen(&ready).await, (caller("+14155550100"), false));
    let own = Some(caller(" +14155550199 "));
    let set = ready.dialer.set_call_options(&ready.agent.id, own);
    set.await.unwrap();
    assert_eq!(chosen(&ready).await, (caller("+14155550199"), true));
    // Nothing at all is a choice, too.
    let nothing = Some(CallOptions::default());
    let set = ready.dialer.set_call_options(&ready.agent.id, nothing);
    set.await.unwrap();
    assert_eq!(chosen(&ready).await, (CallOptions::default(), true));
    let sam = choose(&ready.dialer, "sam.lee@example.com").await;
    let other = ready.dialer.call_options(&sam.id).await.unwrap();
    assert_eq!((other.chosen, other.kept), (caller("+14155550100"), false));
    let set = ready.dialer.set_call_options(&ready.agent.id, None);
    set.await.unwrap();
    assert_eq!(chosen(&ready).await, (caller("+14155550100"), false));

    let unknown = ready.dialer.set_call_options("nobody", None).await;
    assert_eq!(unknown.unwrap_err().code, ProblemCode::AgentMissing);
}

#[tokio::test(start_paused = true)]
async fn the_queues_of_the_agent_are_asked_for_once_in_a_while() {
    let ready = Ready::new().await;
    let path = format!("/api/v2/users/{}/queues", ready.agent.id);
    let view = ready.dialer.call_options(&ready.agent.id).await.unwrap();
    assert!(!view.queues.is_empty());
    assert!(view.queues.iter().all(|queue| !queue.name.is_empty()));
    assert_eq!(view.problem, None);
    ready.dialer.call_options(&ready.agent.id).await.unwrap();
    assert_eq!(ready.world.requests("GET", &path), 1);
    support::pass(61).await;
    let denied = Fault::Status {
        status: 403,
        code: Some("missing.permissions".to_owned()),
        retry_after: None,
        message: None,
    };
    ready.world.faults(&format!("GET {path}"), 9, denied);
    let view = ready.dialer.call_options(&ready.agent.id).await.unwrap();
    assert!(view.queues.is_empty());
    assert_eq!(view.problem.unwrap().code, ProblemCode::PermissionMissing);
}

#[tokio::test(start_paused = true)]
async fn a_call_asks_for_what_was_on_screen_and_the_history_keeps_it() {
    let ready = Ready::new().await;
    let view = ready.dialer.call_options(&ready.agent.id).await.unwrap();
    let queue = &view.queues[0];
    let options = CallOptions {
        queue_id: Some(queue.id.clone()),
        queue_name: Some(queue.name.clone()),
        ..caller("+14155550100")
    };
    let mut request = ready.request(NUMBER);
    request.options = options.clone();
    let pressed = ready.dialer.place_call(request).await.unwrap();
    let placed = until(&ready.dialer, pressed.id, |attempt| {
        attempt.outcome == Outcome::Placed
    })
    .await;
    assert!(!placed.wrap_up, "not before the call has ended");
    let ended = until(&ready.dialer, pressed.id, |attempt| !attempt.live).await;
    assert!(ended.wrap_up);
    assert_eq!(ready.history().await[0].options, options);
}

#[tokio::test(start_paused = true)]
async fn what_cannot_be_sent_is_turned_down_before_anything_is_written() {
    let ready = Ready::new().await;
    let long = "1".repeat(65);
    for (options, code) in [
        (caller(&long), ProblemCode::CallerIdInvalid),
        (caller("+1\n415"), ProblemCode::CallerIdInvalid),
        (
            CallOptions {
                caller_name: Some(long.clone()),
                ..CallOptions::default()
            },
            ProblemCode::CallerNameInvalid,
        ),
        (
            CallOptions {
                queue_id: Some("../x".to_owned()),
                ..CallOptions::default()
            },
            ProblemCode::Internal,
        ),
    ] {
        let mut request = ready.request(NUMBER);
        request.options = options.clone();
        let refused = ready.dialer.place_call(request).await.unwrap_err();
        assert_eq!(refused.code, code);
        let kept = ready
            .dialer
            .set_call_options(&ready.agent.id, Some(options));
        assert_eq!(kept.await.unwrap_err().code, code);
    }
    assert!(ready.history().await.is_empty());
    assert_eq!(ready.world.call_requests(), 0);
}

#[tokio::test(start_paused = true)]
async fn a_dialect_without_options_offers_none_and_that_is_no_problem() {
    let ready = Ready::with(Config::default(), DialectName::Participants).await;
    let view = ready.dialer.call_options(&ready.agent.id).await.unwrap();
    assert_eq!(view.chosen, CallOptions::default());
    assert!(view.queues.is_empty());
    assert_eq!(view.problem, None);
    assert_eq!(ready.world.requests("GET", "/api/v2/users/x/queues"), 0);
}
