//! Every fault a server or network can have, and what it makes of an attempt: `refused` only where
//! it is certain that no call was made.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on has failed"
)]

mod support;

use dialer::attempt::Outcome;
use dialer::problem::ProblemCode;
use dialer::view::{AttemptView, DialectName};
use genesys_sandbox::{Config, Fault};
use support::script::all_is_well;
use support::{NUMBER, ON_BEHALF, Ready, World, form, pass, until};

const TOKEN: &str = "POST /oauth/token";

fn status(status: u16, code: &str) -> Fault {
    Fault::Status {
        status,
        code: Some(code.to_owned()),
        retry_after: None,
        message: Some("The server's own words.".to_owned()),
    }
}

fn limited(seconds: u64) -> Fault {
    Fault::Status {
        status: 429,
        code: Some("too.many.requests".to_owned()),
        retry_after: Some(seconds),
        message: None,
    }
}

/// The attempt after its outcome, and how many calls the server made.
async fn with_fault(matching: &str, times: u32, fault: Fault) -> (AttemptView, usize) {
    let ready = Ready::new().await;
    ready.world.faults(matching, times, fault);
    let attempt = ready.outcome(NUMBER).await;
    pass(120).await;
    (attempt, ready.world.sandbox.calls().len())
}

#[tokio::test(start_paused = true)]
async fn whatever_leaves_a_doubt_is_unknown() {
    use ProblemCode::{AnswerTimeout, AnswerUnreadable, ConnectionLost, Redirected, ServerError};
    for (fault, code, calls) in [
        (status(500, "internal.server.error"), ServerError, 0),
        (status(502, "bad.gateway"), ServerError, 0),
        (status(503, "service.unavailable"), ServerError, 0),
        (status(504, "request.timeout"), ServerError, 0),
        (status(408, "client.timeout"), ServerError, 0),
        (Fault::Redirect { location: None }, Redirected, 0),
        (Fault::DropBefore, ConnectionLost, 0),
        (Fault::DropAfter, ConnectionLost, 1),
        (Fault::Truncate, ConnectionLost, 1),
        (Fault::Garbage, AnswerUnreadable, 1),
        (Fault::Delay { ms: 30_000 }, AnswerTimeout, 1),
    ] {
        let name = format!("{fault:?}");
        let (attempt, made) = with_fault(ON_BEHALF, 1, fault).await;
        assert_eq!(attempt.outcome, Outcome::Unknown, "{name}");
        assert_eq!(attempt.problem.unwrap().code, code, "{name}");
        assert_eq!(made, calls, "{name}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_definite_no_is_refused_with_its_problem() {
    use ProblemCode::*;
    for (http, server_code, code) in [
        (400, "conversation.error.no.user.station", AgentNoStation),
        (
            409,
            "providerapi.error.user.does.not.have.a.station",
            AgentNoStation,
        ),
        (
            409,
            "providerapi.error.station.cannot.resolve",
            AgentStationUnusable,
        ),
        (
            409,
            "providerapi.error.phone.no.active.edge",
            AgentStationUnusable,
        ),
        (409, "providerapi.error.edge.no.active", EdgeUnavailable),
        (
            409,
            "conversation.error.outbound.call.cannot.be.placed",
            CallCannotBePlaced,
        ),
        (409, "conversation.error.media.failed", CallCannotBePlaced),
        (
            400,
            "conversation.error.agent.indicated.address.not.allowed",
            NumberRefused,
        ),
        (400, "bad.request", NumberRefused),
        (400, "invalid.value", NumberRefused),
        (400, "constraint.validation", NumberRefused),
        (400, "invalid.property", DialectMismatch),
        (
            400,
            "missing.create.conversation.destination.parameter",
            DialectMismatch,
        ),
        (
            400,
            "too.many.create.conversation.parameters",
            DialectMismatch,
        ),
        (400, "not.a.user", UserNeeded),
        (401, "ip.not.authorized", AddressNotAllowed),
        (403, "missing.permissions", PermissionMissing),
        (403, "missing.any.division.permissions", PermissionMissing),
        (403, "not.authorized", PermissionMissing),
        (403, "authz.policy.denied", PermissionMissing),
        (403, "app.not.authorized.for.scope", ScopeMissing),
        (404, "resource.not.found", NotFound),
        (415, "unsupported.media.type", DialectMismatch),
        (409, "request.conflict", Refused),
        (400, "conversation.error.cannot.create.conference", Refused),
        (418, "some.code.of.tomorrow", Refused),
    ] {
        // A 401 is answered with a fresh token once, so it takes two to be final.
        let (attempt, made) = with_fault(ON_BEHALF, 2, status(http, server_code)).await;
        assert_eq!(attempt.outcome, Outcome::Refused, "{server_code}");
        let problem = attempt.problem.unwrap();
        assert_eq!(problem.code, code, "{server_code}");
        assert_eq!(problem.details.http_status, Some(http), "{server_code}");
        assert_eq!(problem.details.server_code.as_deref(), Some(server_code));
        assert_eq!(made, 0, "{server_code}");
        if code == Refused {
            let message = problem.params.get("message").map(String::as_str);
            assert_eq!(message, Some("The server's own words."), "{server_code}");
        }
    }
}

#[tokio::test(start_paused = true)]
async fn a_phone_that_has_no_edge_is_named_also_in_a_500() {
    let fault = status(500, "providerapi.error.station.no.active.edge");
    let (attempt, _) = with_fault(ON_BEHALF, 1, fault).await;
    assert_eq!(attempt.outcome, Outcome::Unknown);
    let problem = attempt.problem.unwrap();
    assert_eq!(problem.code, ProblemCode::AgentStationUnusable);
    assert_eq!(
        problem.params.get("agent").map(String::as_str),
        Some("Alex Kim")
    );
}

#[tokio::test(start_paused = true)]
async fn a_token_that_stays_refused_ends_it_after_two_tries() {
    let ready = Ready::new().await;
    ready
        .world
        .faults(ON_BEHALF, 5, status(401, "bad.credentials"));
    let attempt = ready.outcome(NUMBER).await;
    assert_eq!(attempt.outcome, Outcome::Refused);
    assert_eq!(attempt.problem.unwrap().code, ProblemCode::TokenRejected);
    assert_eq!(ready.world.call_requests(), 2);
}

#[tokio::test(start_paused = true)]
async fn a_long_wait_is_refused_with_the_time_to_try_again() {
    let (attempt, calls) = with_fault(ON_BEHALF, 1, limited(30)).await;
    assert_eq!(attempt.outcome, Outcome::Refused);
    let problem = attempt.problem.unwrap();
    assert_eq!(problem.code, ProblemCode::TooManyRequests);
    assert_eq!(
        problem.params.get("seconds").map(String::as_str),
        Some("30")
    );
    assert_eq!(calls, 0);
}

#[tokio::test(start_paused = true)]
async fn a_second_wait_is_refused() {
    let ready = Ready::new().await;
    ready.world.faults(ON_BEHALF, 5, limited(2));
    let attempt = ready.outcome(NUMBER).await;
    assert_eq!(attempt.outcome, Outcome::Refused);
    assert_eq!(attempt.problem.unwrap().code, ProblemCode::TooManyRequests);
    assert_eq!(ready.world.call_requests(), 2);
    assert!(ready.world.sandbox.calls().is_empty());
}

/// Without a token nothing that places a call has left.
#[tokio::test(start_paused = true)]
async fn a_token_host_that_fails_is_refused() {
    for (fault, code) in [
        (
            status(500, "internal.server.error"),
            ProblemCode::ServerError,
        ),
        (Fault::DropBefore, ProblemCode::ConnectionLost),
        (Fault::Garbage, ProblemCode::AnswerUnreadable),
        (Fault::Delay { ms: 60_000 }, ProblemCode::AnswerTimeout),
        (Fault::Redirect { location: None }, ProblemCode::Redirected),
    ] {
        let name = format!("{fault:?}");
        let Ready {
            world,
            dialer,
            profile,
            agent,
        } = Ready::new().await;
        drop(dialer);
        // A new run has no token yet.
        let dialer = world.open().await;
        world.faults(TOKEN, 50, fault);
        let request = support::request(&dialer, &profile.id, &agent.id, NUMBER);
        let pressed = dialer.place_call(request).await.unwrap();
        let done = |attempt: &AttemptView| attempt.outcome != Outcome::Pending;
        let attempt = support::until(&dialer, pressed.id, done).await;
        assert_eq!(attempt.outcome, Outcome::Refused, "{name}");
        let problem = attempt.problem.unwrap();
        assert_eq!(problem.code, code, "{name}");
        assert_eq!(problem.details.step.as_deref(), Some("token"), "{name}");
        assert_eq!(world.call_requests(), 0, "{name}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_wrong_secret_and_an_unknown_client_are_told_apart() {
    let world = World::new(Config::default());
    let dialer = world.open().await;
    let wrong = dialer
        .save_profile(form(DialectName::Platform), Some("wrong".into()))
        .await;
    let steps = dialer
        .check_connection(&wrong.unwrap().id, None)
        .await
        .unwrap();
    let problems: Vec<_> = steps
        .iter()
        .filter_map(|step| step.problem.as_ref())
        .collect();
    assert_eq!(problems.len(), 1);
    assert_eq!(problems[0].code, ProblemCode::SecretWrong);

    let mut nobody = form(DialectName::Platform);
    nobody.client_id = "00000000-0000-4000-8000-000000000000".to_owned();
    let nobody = dialer
        .save_profile(nobody, Some("wrong".into()))
        .await
        .unwrap();
    let steps = dialer.check_connection(&nobody.id, None).await.unwrap();
    let problems: Vec<_> = steps
        .iter()
        .filter_map(|step| step.problem.as_ref())
        .collect();
    assert_eq!(problems.len(), 1);
    assert_eq!(problems[0].code, ProblemCode::ClientUnknown);
    assert_eq!(world.call_requests(), 0);
}

/// A server that answers with the call of another attempt has not told what became of this one.
#[tokio::test(start_paused = true)]
async fn a_conversation_is_of_one_attempt() {
    let mut world = World::new(Config::default());
    world.script(all_is_well);
    let ready = Ready::over(world, DialectName::Platform).await;
    let first = ready.outcome(NUMBER).await;
    assert_eq!(first.outcome, Outcome::Placed);
    pass(20).await;
    let id = ready.press_again("+1 415 555 2672").await.id;
    let second = until(&ready.dialer, id, |attempt| {
        attempt.outcome != Outcome::Pending
    })
    .await;
    assert_eq!(second.outcome, Outcome::Unknown);
    assert_eq!(second.problem.unwrap().code, ProblemCode::AnswerUnreadable);
    assert_eq!(second.conversation_id, None);
}
