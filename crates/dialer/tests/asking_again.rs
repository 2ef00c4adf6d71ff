//! Another attempt where a call may be on asks first.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on has failed"
)]

mod support;

use dialer::attempt::{CallState, Outcome};
use dialer::problem::{Problem, ProblemCode};
use dialer::view::{Confirmed, Feed, PlaceRequest};
use genesys_sandbox::Fault;
use support::{NUMBER, ON_BEHALF, Ready, choose, pass, request, until, until_fed};

const OTHER_NUMBER: &str = "+49 30 1234567";

/// Asks; nothing is written or sent. The same press, confirmed, is carried out.
async fn asks(ready: &Ready, request: PlaceRequest, code: ProblemCode) -> Problem {
    let before = (ready.history().await.len(), ready.world.call_requests());
    let question = ready.dialer.place_call(request.clone()).await.unwrap_err();
    assert_eq!(question.code, code);
    pass(1).await;
    let after = (ready.history().await.len(), ready.world.call_requests());
    assert_eq!(before, after, "nothing happened");
    let confirmed = PlaceRequest {
        again: vec![Confirmed::of(&question).unwrap()],
        ..request
    };
    let attempt = ready.dialer.place_call(confirmed).await.unwrap();
    assert_eq!(ready.history().await.len(), before.0 + 1);
    until(&ready.dialer, attempt.id, |attempt| {
        attempt.outcome == Outcome::Placed
    })
    .await;
    question
}

#[tokio::test(start_paused = true)]
async fn while_a_call_of_the_agent_is_live() {
    let ready = Ready::new().await;
    let live = ready.press(NUMBER).await;
    until(&ready.dialer, live.id, |attempt| {
        attempt.call_state == Some(CallState::Connected)
    })
    .await;
    let request = ready.request(OTHER_NUMBER);
    let question = asks(&ready, request, ProblemCode::AgainLive).await;
    assert_eq!(question.params["agent"], "Alex Kim");
    assert_eq!(question.params["number"], live.display);
    assert_eq!(ready.world.sandbox.calls().len(), 2);
}

#[tokio::test(start_paused = true)]
async fn while_what_became_of_the_last_call_is_not_known() {
    let ready = Ready::new().await;
    let unknown = ready.outcome("+1 202 555 0109").await;
    assert_eq!(unknown.outcome, Outcome::Unknown);
    pass(20).await;
    asks(&ready, ready.request(NUMBER), ProblemCode::AgainUnknown).await;
}

#[tokio::test(start_paused = true)]
async fn an_unknown_one_that_was_not_found_is_asked_about_once() {
    let ready = Ready::new().await;
    ready.outcome("+1 202 555 0109").await;
    pass(400).await;
    asks(&ready, ready.request(NUMBER), ProblemCode::AgainUnknown).await;
    pass(60).await;
    let placed = ready.outcome(OTHER_NUMBER).await;
    assert_eq!(placed.outcome, Outcome::Placed);
}

#[tokio::test(start_paused = true)]
async fn the_same_number_within_ten_seconds_also_for_another_agent() {
    let ready = Ready::new().await;
    let other = choose(&ready.dialer, "alexandra.novak@example.com").await;
    ready.press(NUMBER).await;
    pass(2).await;
    let request = ready.request_for(&other, NUMBER);
    let question = asks(&ready, request, ProblemCode::AgainSameNumber).await;
    assert_eq!(question.params["seconds"], "2");
    pass(60).await;
    let placed = ready.outcome(NUMBER).await;
    assert_eq!(placed.outcome, Outcome::Placed, "later it does not ask");
}

#[tokio::test(start_paused = true)]
async fn a_refused_one_does_not_ask() {
    let ready = Ready::new().await;
    let refused = ready.outcome("+1 202 555 0104").await;
    assert_eq!(refused.outcome, Outcome::Refused);
    let again = ready.outcome("+1 202 555 0104").await;
    assert_eq!(again.outcome, Outcome::Refused);
    assert_ne!(refused.id, again.id);
}

/// Confirming is no way around law 1: a double-click on *Call again* is one press.
#[tokio::test(start_paused = true)]
async fn two_confirmed_presses_while_the_first_is_pending_are_one() {
    let ready = Ready::new().await;
    ready.world.fault(ON_BEHALF, Fault::Delay { ms: 5_000 });
    let confirmed = |id| PlaceRequest {
        again: vec![Confirmed {
            code: ProblemCode::AgainLive,
            attempt_id: id,
        }],
        ..ready.request(NUMBER)
    };
    let one = ready.press(NUMBER).await;
    let two = ready.dialer.place_call(confirmed(one.id)).await.unwrap();
    assert_eq!(one.id, two.id);
    pass(60).await;
    assert_eq!(ready.world.sandbox.calls().len(), 1);
}

/// The same press with yes to `question`, which does not answer what is asked now.
async fn asks_another(
    ready: &Ready,
    request: PlaceRequest,
    question: &Problem,
    code: ProblemCode,
) -> PlaceRequest {
    let mut confirmed = request;
    confirmed.again.push(Confirmed::of(question).unwrap());
    let before = ready.world.call_requests();
    let another = ready.dialer.place_call(confirmed.clone()).await;
    let another = another.unwrap_err();
    assert_eq!(another.code, code);
    pass(2).await;
    assert_eq!(ready.world.call_requests(), before, "nothing was sent");
    confirmed.again.push(Confirmed::of(&another).unwrap());
    confirmed
}

/// While the question about an unknown attempt is on screen its call is found, and talks.
#[tokio::test(start_paused = true)]
async fn yes_to_an_unknown_call_is_no_yes_to_a_live_one() {
    let ready = Ready::new().await;
    until_fed(&ready.dialer, Feed::Socket).await;
    let unknown = ready.outcome("+1 202 555 0107").await;
    assert_eq!(unknown.outcome, Outcome::Unknown);
    let request = ready.request("+1 202 555 0107");
    let question = ready.dialer.place_call(request.clone()).await.unwrap_err();
    assert_eq!(question.code, ProblemCode::AgainUnknown);
    until(&ready.dialer, unknown.id, |attempt| {
        attempt.call_state == Some(CallState::Connected)
    })
    .await;
    let confirmed = asks_another(&ready, request, &question, ProblemCode::AgainLive).await;
    ready.dialer.place_call(confirmed).await.unwrap();
}

/// While the question about the number is on screen, another process calls for this agent.
#[tokio::test(start_paused = true)]
async fn yes_to_one_attempt_is_no_yes_to_another() {
    let ready = Ready::new().await;
    let colleague = choose(&ready.dialer, "alexandra.novak@example.com").await;
    let theirs = ready.request_for(&colleague, NUMBER);
    ready.dialer.place_call(theirs).await.unwrap();
    pass(1).await;
    let ours = ready.request(NUMBER);
    let question = ready.dialer.place_call(ours.clone()).await.unwrap_err();
    assert_eq!(question.code, ProblemCode::AgainSameNumber);
    let other = ready.world.open().await;
    let call = request(&other, &ready.profile.id, &ready.agent.id, OTHER_NUMBER);
    let id = call.id;
    other.place_call(call).await.unwrap();
    until(&other, id, |attempt| attempt.outcome == Outcome::Placed).await;
    let confirmed = asks_another(&ready, ours, &question, ProblemCode::AgainLive).await;
    ready.dialer.place_call(confirmed).await.unwrap();
}

/// Of two live calls each is asked about, and no question comes twice.
#[tokio::test(start_paused = true)]
async fn each_of_several_live_calls_is_asked_about_once() {
    let ready = Ready::new().await;
    ready.outcome(NUMBER).await;
    let again = ready.press_again(OTHER_NUMBER).await;
    until(&ready.dialer, again.id, |attempt| {
        attempt.outcome == Outcome::Placed
    })
    .await;
    let third = ready.request("+1 415 555 2672");
    let question = ready.dialer.place_call(third.clone()).await.unwrap_err();
    assert_eq!(question.code, ProblemCode::AgainLive);
    let confirmed = asks_another(&ready, third, &question, ProblemCode::AgainLive).await;
    ready.dialer.place_call(confirmed).await.unwrap();
}

/// What a process that ended has left live is looked after by the one that asks about it.
#[tokio::test(start_paused = true)]
async fn a_call_of_an_ended_process_is_not_asked_about_for_ever() {
    let ready = Ready::new().await;
    let other = ready.world.open().await;
    let call = request(&other, &ready.profile.id, &ready.agent.id, NUMBER);
    let id = call.id;
    other.place_call(call).await.unwrap();
    until(&other, id, |attempt| attempt.outcome == Outcome::Placed).await;
    drop(other);
    pass(3600).await;
    // The one that goes on has noticed, and has read how the call ended.
    let ended = until(&ready.dialer, id, |attempt| !attempt.live).await;
    assert_eq!(ended.call_state, Some(CallState::Ended));
    let press = ready.request(OTHER_NUMBER);
    ready.dialer.place_call(press).await.unwrap();
}
