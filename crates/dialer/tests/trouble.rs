//! From an error of the client to a problem, where no server is needed to make the error.

use std::time::Duration;

use dialer::problem::ProblemCode;
use dialer::trouble::{About, problem_of};
use genesys_cloud::{Dialect, Error, ErrorFacts, ErrorKind, Operation};

fn facts(operation: Operation, kind: ErrorKind) -> ErrorFacts {
    let error = Error::new(operation, kind);
    ErrorFacts {
        host: Some("api.example.com".to_owned()),
        ..ErrorFacts::clone(&error)
    }
}

fn code(facts: ErrorFacts) -> ProblemCode {
    problem_of(&Error::from(facts), &About::default()).code
}

#[test]
fn what_happens_on_the_way_names_the_host() {
    for (kind, expected) in [
        (ErrorKind::NameNotResolved, ProblemCode::NameNotResolved),
        (ErrorKind::Unreachable, ProblemCode::Unreachable),
        (
            ErrorKind::CertificateUntrusted,
            ProblemCode::CertificateUntrusted,
        ),
        (
            ErrorKind::CertificateExpired,
            ProblemCode::CertificateExpired,
        ),
        (ErrorKind::ConnectionLost, ProblemCode::ConnectionLost),
        (ErrorKind::Timeout, ProblemCode::AnswerTimeout),
    ] {
        let error = Error::from(facts(Operation::Token, kind));
        let problem = problem_of(&error, &About::default());
        assert_eq!(problem.code, expected);
        assert_eq!(
            problem.params.get("host").map(String::as_str),
            Some("api.example.com")
        );
        assert_eq!(problem.details.step.as_deref(), Some("token"));
    }
}

#[test]
fn a_socket_that_ends_is_no_answer_that_stayed_away() {
    for kind in [
        ErrorKind::Closed,
        ErrorKind::ConnectionLost,
        ErrorKind::Network,
        ErrorKind::Timeout,
    ] {
        let error = Error::from(facts(Operation::Socket, kind));
        let problem = problem_of(&error, &About::default());
        assert_eq!(problem.code, ProblemCode::FeedInterrupted, "{kind:?}");
    }
}

#[test]
fn a_time_out_says_how_long_was_waited() {
    let mut slow = facts(Operation::PlaceCall, ErrorKind::Timeout);
    slow.waited = Some(Duration::from_secs(20));
    let problem = problem_of(&Error::from(slow), &About::default());
    assert_eq!(
        problem.params.get("seconds").map(String::as_str),
        Some("20")
    );
}

#[test]
fn part_of_a_second_is_still_waited_for() {
    let mut limited = facts(Operation::LookUp, ErrorKind::RateLimited);
    limited.retry_after = Some(Duration::from_millis(1_200));
    let problem = problem_of(&Error::from(limited.clone()), &About::default());
    assert_eq!(problem.code, ProblemCode::TooManyRequests);
    assert_eq!(problem.params.get("seconds").map(String::as_str), Some("2"));
    limited.retry_after = None;
    let problem = problem_of(&Error::from(limited), &About::default());
    assert_eq!(
        problem.params.get("seconds").map(String::as_str),
        Some("60")
    );
}

#[test]
fn somebody_else_is_a_problem_of_its_own_only_in_a_look_up() {
    let email = About {
        email: Some("ak@example.com".to_owned()),
        ..About::default()
    };
    let mismatch = Error::from(facts(Operation::LookUp, ErrorKind::Mismatch));
    let problem = problem_of(&mismatch, &email);
    assert_eq!(problem.code, ProblemCode::AgentMismatch);
    assert_eq!(
        problem.params.get("email").map(String::as_str),
        Some("ak@example.com")
    );
    let other_call = facts(Operation::ReadCall, ErrorKind::Mismatch);
    assert_eq!(code(other_call), ProblemCode::AnswerUnreadable);
}

#[test]
fn a_404_without_a_code_is_a_wrong_address_and_not_a_missing_agent() {
    let mut missing = facts(Operation::LookUp, ErrorKind::NotFound);
    assert_eq!(
        code(missing.clone()),
        ProblemCode::AgentNotFound,
        "an empty list"
    );
    missing.status = Some(404);
    assert_eq!(code(missing.clone()), ProblemCode::NotFound);
    missing.code = Some("not.found".to_owned());
    assert_eq!(code(missing), ProblemCode::AgentNotFound);
}

#[test]
fn a_token_host_of_another_dialect_is_said() {
    let mut refused = facts(Operation::Token, ErrorKind::Refused);
    refused.status = Some(404);
    refused.code = Some("not.found".to_owned());
    assert_eq!(code(refused.clone()), ProblemCode::DialectMismatch);
    refused.status = Some(400);
    refused.code = Some("invalid_client".to_owned());
    assert_eq!(code(refused.clone()), ProblemCode::ClientUnknown);
    refused.status = Some(401);
    assert_eq!(code(refused), ProblemCode::SecretWrong);
}

#[test]
fn a_page_in_place_of_the_sign_in_is_no_matter_of_the_dialect_alone() {
    for status in [403, 404, 405] {
        let mut page = facts(Operation::Token, ErrorKind::Refused);
        page.status = Some(status);
        assert_eq!(code(page), ProblemCode::AnswerUnreadable, "{status}");
    }
}

#[test]
fn the_dialect_decides_what_a_missing_user_means() {
    let mut refused = facts(Operation::PlaceCall, ErrorKind::Refused);
    refused.status = Some(400);
    refused.code = Some("not.a.user".to_owned());
    let error = Error::from(refused);
    for (dialect, expected) in [
        (Dialect::Platform, ProblemCode::UserNeeded),
        (Dialect::Participants, ProblemCode::DialectMismatch),
        (Dialect::FromTo, ProblemCode::DialectMismatch),
    ] {
        let about = About {
            dialect,
            ..About::default()
        };
        assert_eq!(problem_of(&error, &about).code, expected);
    }
}

#[test]
fn permissions_are_listed_and_long_messages_are_cut() {
    let mut refused = facts(Operation::PlaceCall, ErrorKind::Refused);
    refused.status = Some(403);
    refused.code = Some("missing.any.permissions".to_owned());
    refused.missing_permissions = vec![
        "conversation:call:add".to_owned(),
        "conversation:agentlessCall:add".to_owned(),
    ];
    refused.message = Some("ä".repeat(5_000));
    let problem = problem_of(&Error::from(refused), &About::default());
    assert_eq!(
        problem.params.get("permissions").map(String::as_str),
        Some("conversation:call:add, conversation:agentlessCall:add")
    );
    let message = problem.details.server_message.unwrap();
    assert_eq!(message.chars().count(), 201);
    assert!(message.ends_with('…'));
}
