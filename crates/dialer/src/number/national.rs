//! Digits as they are dialled within a country.

use super::country::Country;
use super::plan::{self, PlanNumber};
use super::typed::{Typed, unreadable};
use super::verdict::{foreign_prefix, international, length_problem, plus_missing, short, weigh};
use crate::problem::{Problem, ProblemCode};

/// Numbers of an organisation or network have up to this many digits.
pub(super) const SHORT_DIGITS: usize = 6;
/// Up to this many digits, no number typed without its country is a full one.
const ALWAYS_SHORT_DIGITS: usize = 4;

/// Digits typed in a country, with what its plan says about their start.
struct Dialled<'a> {
    digits: &'a str,
    country: Country,
    calling_code: String,
    trunk: String,
}

impl Dialled<'_> {
    fn trunk_typed(&self) -> bool {
        !self.trunk.is_empty() && self.digits.starts_with(&self.trunk)
    }

    fn problem(&self, code: ProblemCode) -> Problem {
        length_problem(code, Some(self.country))
    }
}

/// Reads digits as a number of `country`.
pub(super) fn national(typed: &Typed, country: Country) -> Result<PlanNumber, Problem> {
    let calling_code = plan::calling_code(country)
        .ok_or_else(unreadable)?
        .to_string();
    // `44 (0)20 …` in Great Britain: nothing but its own calling code stands in front of a bracketed zero.
    if typed.zero_at == Some(calling_code.len()) && typed.digits.starts_with(&calling_code) {
        return international(&typed.digits, typed.zero_at);
    }
    let digits = typed.with_zero();
    let dialled = Dialled {
        digits: &digits,
        country,
        calling_code,
        trunk: plan::trunk_prefix(country),
    };
    if digits.len() < 2 {
        return Err(dialled.problem(ProblemCode::NumberTooShort));
    }
    if digits.len() <= ALWAYS_SHORT_DIGITS {
        return Err(short(&digits));
    }
    // The digits as they are, with the country in front.
    let plain = PlanNumber::of_country(country, &digits).ok_or_else(unreadable)?;
    let Some(number) = PlanNumber::national(&digits, country) else {
        return Err(weigh(&plain).err().unwrap_or_else(unreadable));
    };
    if digits.len() <= SHORT_DIGITS && !dialled.trunk_typed() {
        // Where area codes exist, only service numbers have none.
        let full =
            number == plain && number.in_use() && (dialled.trunk.is_empty() || number.is_service());
        return if full {
            Ok(number)
        } else {
            Err(short(&digits))
        };
    }
    if let Some(number) = own_calling_code(&dialled, &number, &plain)? {
        return Ok(number);
    }
    in_plan(&dialled, number, &plain)
}

/// Digits that start with the calling code of their own country, but without `+`.
fn own_calling_code(
    dialled: &Dialled<'_>,
    number: &PlanNumber,
    plain: &PlanNumber,
) -> Result<Option<PlanNumber>, Problem> {
    let Dialled {
        digits,
        country,
        calling_code,
        trunk,
    } = dialled;
    let Some(rest) = digits.strip_prefix(calling_code.as_str()) else {
        return Ok(None);
    };
    // In North America the calling code and the trunk prefix are the same digit.
    if calling_code == trunk {
        return Ok(None);
    }
    let ask = || plus_missing(calling_code, *country);
    // The library reads them so where they make no number as they are.
    if number.digits() == *digits && number != plain {
        return if number.in_use() {
            Ok(Some(number.clone()))
        } else {
            Err(weigh(plain).err().unwrap_or_else(ask))
        };
    }
    let other = PlanNumber::of_country(*country, rest);
    let ambiguous = !trunk.is_empty() && !dialled.trunk_typed();
    if ambiguous && other.is_some_and(|other| other.in_use()) {
        return Err(ask());
    }
    Ok(None)
}

/// Checks what the library made of the digits: it may drop a prefix, and nothing else.
fn in_plan(
    dialled: &Dialled<'_>,
    number: PlanNumber,
    plain: &PlanNumber,
) -> Result<PlanNumber, Problem> {
    let Dialled {
        digits,
        country,
        calling_code,
        trunk,
    } = dialled;
    // It keeps a trunk prefix where the rest has no length of the plan. No number starts with a zero of that kind.
    if number == *plain
        && !number.in_use()
        && trunk.starts_with('0')
        && let Some(rest) = digits.strip_prefix(trunk.as_str())
    {
        let number = PlanNumber::of_country(*country, rest).ok_or_else(unreadable)?;
        return weigh(&number)
            .map(|_| number)
            .map_err(|problem| explain(dialled, problem));
    }
    match digits.strip_suffix(&number.national_digits()) {
        // Argentina writes its mobile numbers with 15 at home and with 9 from abroad; else no digit is made up.
        None if country.as_str() != "AR" => {
            return Err(dialled.problem(ProblemCode::NumberLocalOnly));
        }
        Some(dropped)
            if dropped.len() > calling_code.len()
                && dropped.starts_with(calling_code.as_str())
                && !dialled.trunk_typed() =>
        {
            return Err(dialled.problem(ProblemCode::NumberTooLong));
        }
        _ => {}
    }
    weigh(&number).map_err(|problem| explain(dialled, problem))?;
    // Without the trunk prefix, what is no number in the plan is the local part of one.
    if !number.in_use() && !dialled.trunk_typed() && !matches!(trunk.as_str(), "" | "1") {
        return Err(dialled.problem(ProblemCode::NumberLocalOnly));
    }
    Ok(number)
}

/// Digits that start like a number dialled from North America are no number that is too long.
fn explain(dialled: &Dialled<'_>, problem: Problem) -> Problem {
    if dialled.digits.starts_with("011") && dialled.digits.len() > 10 {
        foreign_prefix("011", dialled.country)
    } else {
        problem
    }
}
