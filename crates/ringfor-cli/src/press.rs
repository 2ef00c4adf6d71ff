//! The press of Call: the attempt id is minted here, and the domain decides whether it is one.

use std::collections::BTreeSet;

use dialer::Dialer;
use dialer::attempt::Outcome;
use dialer::problem::{Problem, ProblemCode};
use dialer::view::{AttemptView, Confirmed, PlaceRequest};

/// Presses, and answers what the domain asks where `again` says so.
///
/// A question about a call that nobody follows any more is looked into first: a command that did not
/// wait has left it, and it may be over.
///
/// # Errors
/// What the domain asks; `call_pending`; those of number, agent and log. Then nothing was sent.
pub(crate) async fn press(
    dialer: &Dialer,
    mut request: PlaceRequest,
    again: bool,
) -> Result<AttemptView, Problem> {
    let mut looked_into = BTreeSet::new();
    loop {
        let problem = match dialer.place_call(request.clone()).await {
            Ok(attempt) if attempt.id == request.id => return Ok(attempt),
            // An agent has one pending attempt: this press would have been that one.
            Ok(other) => return Err(pending(&other)),
            Err(problem) => problem,
        };
        let Some(question) = Confirmed::of(&problem) else {
            return Err(problem);
        };
        if again && !request.again.contains(&question) {
            request.again.push(question);
            continue;
        }
        if question.code != ProblemCode::AgainLive
            || !looked_into.insert(question.attempt_id.0)
            || is_on(&dialer.look(question.attempt_id).await?)
        {
            return Err(problem);
        }
    }
}

/// Whether a call may be on.
pub(crate) fn is_on(attempt: &AttemptView) -> bool {
    attempt.outcome == Outcome::Placed && attempt.ended_at.is_none()
}

/// That another attempt for the agent has no outcome yet.
pub(crate) fn pending(other: &AttemptView) -> Problem {
    Problem::new(ProblemCode::CallPending)
        .with("agent", &other.agent_name)
        .with("number", &other.display)
        .with("attempt_id", other.id)
}
