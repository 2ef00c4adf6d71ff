//! *typed → will dial*.

use super::{Country, Standing, display, read_number};
use crate::problem::ProblemCode;
use crate::view::{NumberKind, NumberPreview, Verdict};

/// What a text would dial with `default` as the country of numbers without `+`.
pub fn preview(typed: &str, default: Country) -> NumberPreview {
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
    match read_number(typed, default) {
        Ok(number) => NumberPreview {
            verdict: match number.verdict {
                Standing::Valid => Verdict::Valid,
                Standing::Possible => Verdict::Possible,
            },
            e164: Some(number.e164.to_string()),
            display: Some(display(&number.e164)),
            country: number.country.map(|country| country.to_string()),
            problem: number.warning(),
            extension: number.extension,
            ..nothing
        },
        Err(problem) if problem.code == ProblemCode::NumberEmpty => nothing,
        Err(problem) => NumberPreview {
            verdict: Verdict::Impossible,
            problem: Some(problem),
            ..nothing
        },
    }
}
