//! *typed → will dial*.

use super::{Country, ExtensionDigits, Reading, Standing, candidates, read, zones};
use crate::problem::{Problem, ProblemCode};
use crate::view::{NumberCandidate, NumberKind, NumberPreview, Verdict};

/// What a text would dial with `default` as the country of numbers without `+`, and `allowed` as the
/// extensions of the organisation.
pub fn preview(typed: &str, default: Country, allowed: &ExtensionDigits) -> NumberPreview {
    let nothing = NumberPreview {
        typed: typed.to_owned(),
        verdict: Verdict::Empty,
        kind: NumberKind::E164,
        e164: None,
        display: None,
        country: None,
        extension: None,
        problem: None,
        candidates: Vec::new(),
        time_zones: Vec::new(),
    };
    match read(typed, default, allowed) {
        Ok(reading) => {
            let dialled = reading.dialled();
            let shown = NumberPreview {
                verdict: Verdict::Valid,
                kind: dialled.kind(),
                e164: Some(dialled.to_string()),
                display: Some(dialled.display()),
                problem: reading.warning(),
                ..nothing
            };
            match reading {
                Reading::Extension(_) => shown,
                Reading::Number(number) => NumberPreview {
                    verdict: match number.verdict {
                        Standing::Valid => Verdict::Valid,
                        Standing::Possible => Verdict::Possible,
                    },
                    country: number.country.map(|country| country.to_string()),
                    time_zones: zones::of(&number.e164),
                    extension: number.extension,
                    ..shown
                },
            }
        }
        Err(problem) if problem.code == ProblemCode::NumberEmpty => nothing,
        Err(problem) => {
            let (problem, candidates) = to_choose(typed, default, problem);
            NumberPreview {
                verdict: Verdict::Impossible,
                problem: Some(problem),
                candidates,
                ..nothing
            }
        }
    }
}

/// The numbers to choose from where a text is no number by itself, and the problem it is then.
fn to_choose(typed: &str, default: Country, problem: Problem) -> (Problem, Vec<NumberCandidate>) {
    let in_words = problem.code == ProblemCode::NumberUnreadable;
    let digits_only = matches!(
        problem.code,
        ProblemCode::NumberTooLong | ProblemCode::NumberWrongLength
    );
    if !in_words && !digits_only {
        return (problem, Vec::new());
    }
    let found = candidates::candidates(typed, default);
    // One number with digits too many is not two numbers with digits left over.
    if digits_only && !candidates::hold_all_digits(typed, &found) {
        return (problem, Vec::new());
    }
    match found.as_slice() {
        [] => (problem, found),
        [one] if !candidates::stands_alone(typed, one) => (problem, Vec::new()),
        [_] => (Problem::new(ProblemCode::NumberAmongWords), found),
        _ => (Problem::new(ProblemCode::SeveralNumbers), found),
    }
}
