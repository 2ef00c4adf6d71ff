//! Numbers: what was typed, and the E.164 number that will be dialled.
//!
//! A text goes through `link` and `text` (what stands around a number), `typed` (its digits),
//! `special` (emergency codes, before any plan is asked), `verdict` and `national` (the one number
//! they mean).
//! Two rules outrank the rest: no digit is made up, and what is not certain is asked, not guessed.
//! `docs/numbers.md` tells them all.

mod candidates;
mod country;
mod dialled;
mod e164;
mod emergency;
mod extension;
mod link;
mod national;
mod plan;
mod preview;
mod special;
mod text;
mod typed;
mod verdict;
mod zones;

#[cfg(test)]
mod tests;

pub use country::Country;
pub use dialled::{Dialled, masked};
pub use e164::E164;
pub use extension::{Extension, ExtensionDigits};
pub use preview::preview;
pub use verdict::Standing;

use crate::problem::{Problem, ProblemCode};

/// A number that can be dialled, with what was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParsedNumber {
    /// As typed.
    pub typed: String,
    /// What will be dialled.
    pub e164: E164,
    /// An extension that was typed; kept, not dialled.
    pub extension: Option<String>,
    /// Whether its country uses it.
    pub verdict: Standing,
    /// The country it belongs to; none for numbers of no country, such as satellite phones.
    ///
    /// Where countries share a calling code and the number is not in use, it is the main one.
    pub country: Option<Country>,
}

impl ParsedNumber {
    /// The warning that Call asks about: the number is not in use in its country's plan.
    pub fn warning(&self) -> Option<Problem> {
        (self.verdict == Standing::Possible)
            .then(|| verdict::length_problem(ProblemCode::NumberNotInUse, self.country))
    }
}

/// Reads a number as it was typed, pasted or clicked; `default` is the country of numbers without `+`.
///
/// # Errors
/// One of the `Number…` problems where there is no number that can be dialled.
pub fn read_number(typed: &str, default: Country) -> Result<ParsedNumber, Problem> {
    let read = typed::read(typed)?;
    let judged = verdict::judge(&read, default)?;
    Ok(ParsedNumber {
        typed: typed.to_owned(),
        e164: judged.e164,
        extension: read.extension,
        verdict: judged.standing,
        country: judged.country,
    })
}

/// The country of the system's language settings, for numbers without `+` where nothing else tells it.
pub fn country_of_this_system() -> Country {
    crate::origin::country()
}

/// What a text dials.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reading {
    /// A number of the public network.
    Number(ParsedNumber),
    /// An extension of the organisation.
    Extension(Extension),
}

impl Reading {
    /// What will be dialled.
    pub fn dialled(&self) -> Dialled {
        match self {
            Self::Number(number) => Dialled::Number(number.e164.clone()),
            Self::Extension(extension) => Dialled::Extension(extension.clone()),
        }
    }

    /// The warning that Call asks about.
    pub fn warning(&self) -> Option<Problem> {
        match self {
            Self::Number(number) => number.warning(),
            Self::Extension(_) => None,
        }
    }
}

/// Reads what is to be dialled: a number, or an extension of an allowed length.
///
/// # Errors
/// As [`read_number`].
pub fn read(typed: &str, default: Country, allowed: &ExtensionDigits) -> Result<Reading, Problem> {
    match read_number(typed, default) {
        Ok(number) => Ok(Reading::Number(number)),
        Err(problem) if problem.code == ProblemCode::NumberShort => {
            extension::read(&typed::read(typed)?, default, allowed)?
                .map(Reading::Extension)
                .ok_or(problem)
        }
        Err(problem) => Err(problem),
    }
}

/// The number spaced for people, for example `+1 415-555-2671`.
pub fn display(number: &E164) -> String {
    plan::PlanNumber::international(number.digits())
        .map_or_else(|| number.to_string(), |number| number.display())
}

/// The extension in a text that was typed, where it holds one.
pub fn typed_extension(typed: &str) -> Option<String> {
    typed::read(typed).ok()?.extension
}
