//! From the result of placing a call to the outcome of the attempt.
//!
//! `refused` is a promise that no call was made. Whatever leaves a doubt is `unknown`.

use genesys_cloud::{Acted, Error, Operation, Placed};

use crate::log::OutcomeRecord;
use crate::problem::Problem;
use crate::trouble::{About, problem_of};

/// The outcome that `result` stands for.
pub(crate) fn outcome_of(result: Result<Placed, Error>, about: &About) -> OutcomeRecord {
    match result {
        Ok(placed) => OutcomeRecord::Placed {
            conversation_id: placed.conversation_id,
        },
        Err(error) => {
            let problem: Problem = problem_of(&error, about);
            if certainly_not_acted_on(&error) {
                OutcomeRecord::Refused(problem)
            } else {
                OutcomeRecord::Unknown(problem)
            }
        }
    }
}

/// The client says so, and the status does not speak against it: of the answers to the call
/// request itself only a 4xx other than 408 is a definite no.
fn certainly_not_acted_on(error: &Error) -> bool {
    let definite = match (error.operation, error.status) {
        (Operation::PlaceCall, Some(status)) => (400..500).contains(&status) && status != 408,
        _ => true,
    };
    error.acted == Acted::No && definite
}

#[cfg(test)]
mod tests {
    use super::*;
    use genesys_cloud::{ErrorFacts, ErrorKind};

    fn error(operation: Operation, kind: ErrorKind, acted: Acted, status: Option<u16>) -> Error {
        Error::from(ErrorFacts {
            operation,
            kind,
            acted,
            status,
            code: None,
            message: None,
            details: Vec::new(),
            missing_permissions: Vec::new(),
            correlation_id: None,
            retry_after: None,
            host: None,
            waited: None,
            keeper: None,
        })
    }

    fn is_refused(error: Error) -> bool {
        matches!(
            outcome_of(Err(error), &About::default()),
            OutcomeRecord::Refused(_)
        )
    }

    #[test]
    fn an_id_is_placed() {
        let placed = Placed {
            conversation_id: "c-1".to_owned(),
        };
        let outcome = outcome_of(Ok(placed), &About::default());
        let expected = OutcomeRecord::Placed {
            conversation_id: "c-1".to_owned(),
        };
        assert_eq!(outcome, expected);
    }

    #[test]
    fn a_definite_no_is_refused() {
        for status in [400, 401, 403, 404, 405, 409, 413, 415, 429, 451] {
            let no = error(
                Operation::PlaceCall,
                ErrorKind::Refused,
                Acted::No,
                Some(status),
            );
            assert!(is_refused(no), "{status}");
        }
        for operation in [Operation::Token, Operation::LookUp, Operation::PlaceCall] {
            let no = error(operation, ErrorKind::Unreachable, Acted::No, None);
            assert!(is_refused(no));
        }
        let token_host_down = error(
            Operation::Token,
            ErrorKind::ServerError,
            Acted::No,
            Some(503),
        );
        assert!(is_refused(token_host_down));
    }

    #[test]
    fn every_doubt_is_unknown_whatever_the_client_says() {
        for acted in [Acted::No, Acted::Maybe] {
            for status in [
                200, 201, 202, 204, 301, 302, 307, 308, 408, 500, 502, 503, 504,
            ] {
                let doubt = error(
                    Operation::PlaceCall,
                    ErrorKind::ServerError,
                    acted,
                    Some(status),
                );
                assert!(!is_refused(doubt), "{status}");
            }
        }
        let silence = error(Operation::PlaceCall, ErrorKind::Timeout, Acted::Maybe, None);
        assert!(!is_refused(silence));
    }
}
