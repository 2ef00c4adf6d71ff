//! From digits to the number that is dialled, or the reason why there is none.

use super::country::Country;
use super::e164::E164;
use super::national::{SHORT_DIGITS, national};
use super::plan::{self, Length, PlanNumber};
use super::special::{emergency, is_emergency, starting_emergency};
use super::typed::{Typed, unreadable};
use crate::problem::{Problem, ProblemCode};

/// Whether the country's plan uses a number that can be dialled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// In use.
    Valid,
    /// Right in length, but not in use: a warning, and Call asks once.
    Possible,
}

/// A number that can be dialled.
#[derive(Debug, PartialEq)]
pub(super) struct Judged {
    pub(super) e164: E164,
    pub(super) standing: Standing,
    pub(super) country: Option<Country>,
}

/// Finds the one number that digits mean in `country`.
pub(super) fn judge(typed: &Typed, country: Country) -> Result<Judged, Problem> {
    for digits in [&typed.digits, &typed.with_zero()] {
        if is_emergency(digits) {
            return Err(emergency(digits));
        }
    }
    if let Some(code) = behind_trunk(typed, country).filter(|rest| is_emergency(rest)) {
        return Err(emergency(&code));
    }
    let number = candidate(typed, country)?;
    let judged = weigh(&number)?;
    // Letters are a slip unless they spell a number whose length nobody can mistake.
    let spelled = number.digits().starts_with('1') || number.is_service();
    if typed.letters && !(spelled && judged.standing == Standing::Valid) {
        return Err(unreadable());
    }
    Ok(judged)
}

fn behind_trunk(typed: &Typed, country: Country) -> Option<String> {
    let trunk = plan::trunk_prefix(country);
    let digits = typed.with_zero();
    let rest = digits.strip_prefix(&trunk)?;
    (!typed.plus).then(|| rest.to_owned())
}

fn candidate(typed: &Typed, country: Country) -> Result<PlanNumber, Problem> {
    if typed.plus {
        return international(&typed.digits, typed.zero_at);
    }
    if let Some(context) = &typed.context {
        return in_context(typed, context);
    }
    if let Some(rest) = plan::behind_international_prefix(&typed.digits, country) {
        if is_emergency(rest) {
            return Err(emergency(rest));
        }
        let prefix = typed.digits.len() - rest.len();
        // `0011` is Australia's prefix; behind `00` it would be North America, where no number starts with 1.
        if typed.digits.starts_with("0011") && prefix == 2 {
            return Err(foreign_prefix("0011", country));
        }
        let zero_at = typed.zero_at.and_then(|at| at.checked_sub(prefix));
        return international(rest, zero_at);
    }
    if typed.digits.starts_with("00") {
        return Err(foreign_prefix("00", country));
    }
    national(typed, country)
}

/// Digits that start with a calling code. They are dialled as they are.
pub(super) fn international(digits: &str, zero_at: Option<usize>) -> Result<PlanNumber, Problem> {
    if is_emergency(digits) {
        return Err(emergency(digits));
    }
    let Some((code, rest)) = plan::split_calling_code(digits) else {
        if plan::starts_calling_code(digits) {
            return Err(length_problem(ProblemCode::NumberTooShort, None));
        }
        let code = digits.get(..3).unwrap_or(digits);
        return Err(Problem::new(ProblemCode::NumberNoCountry).with("calling_code", code));
    };
    let Some(plain) = PlanNumber::of_calling_code(code, rest) else {
        return Err(length_problem(
            ProblemCode::NumberTooShort,
            plan::main_country(code),
        ));
    };
    let Some(at) = zero_at else {
        return Ok(plain);
    };
    let mut with_zero = digits.to_owned();
    if with_zero.is_char_boundary(at) {
        with_zero.insert(at, '0');
    }
    let kept = PlanNumber::international(&with_zero).ok_or_else(unreadable)?;
    // `+44 (0)20` tells the zero that is dialled within the country only. In Italy it is part of the number.
    let behind_code = at == digits.len() - rest.len();
    let is_trunk = plan::main_country(code)
        .is_some_and(|country| plan::trunk_prefix(country).starts_with('0'));
    Ok(if behind_code && (is_trunk || !kept.in_use()) {
        plain
    } else {
        kept
    })
}

/// A link's number that is complete only together with its context.
fn in_context(typed: &Typed, context: &str) -> Result<PlanNumber, Problem> {
    let local = typed.with_zero();
    let Some(prefix) = context.strip_prefix('+') else {
        // A domain's own numbers are known to that domain only.
        return Err(if local.len() <= SHORT_DIGITS {
            short(&local)
        } else {
            unreadable()
        });
    };
    let prefix: String = prefix
        .chars()
        .filter(|letter| !matches!(letter, '-' | '.' | '(' | ')'))
        .collect();
    if prefix.is_empty() || !prefix.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(unreadable());
    }
    international(&format!("{prefix}{local}"), None)
}

/// Whether a number can be dialled at all, and whether it is in use.
pub(super) fn weigh(number: &PlanNumber) -> Result<Judged, Problem> {
    let country = number.country();
    let national = number.national_digits();
    if is_emergency(&national) {
        return Err(emergency(&national));
    }
    let code = match number.length() {
        Length::Possible => None,
        Length::LocalOnly => Some(ProblemCode::NumberLocalOnly),
        Length::TooShort => Some(ProblemCode::NumberTooShort),
        Length::TooLong => Some(ProblemCode::NumberTooLong),
        Length::Wrong => Some(ProblemCode::NumberWrongLength),
    };
    if let Some(code) = code {
        return Err(length_problem(code, country));
    }
    let standing = if number.in_use() {
        Standing::Valid
    } else {
        Standing::Possible
    };
    // Where area codes have no trunk prefix, a switch may act on the first digits: +1 911 … can ring 911.
    let overdialled = country
        .filter(|country| matches!(plan::trunk_prefix(*country).as_str(), "" | "1"))
        .and_then(|country| starting_emergency(&national, country.as_str()));
    if let Some(code) = overdialled.filter(|_| standing == Standing::Possible) {
        return Err(emergency(code));
    }
    let e164 = number.e164().ok_or_else(unreadable)?;
    Ok(Judged {
        e164,
        standing,
        country,
    })
}

pub(super) fn short(digits: &str) -> Problem {
    Problem::new(ProblemCode::NumberShort).with("number", digits)
}

pub(super) fn foreign_prefix(prefix: &str, country: Country) -> Problem {
    Problem::new(ProblemCode::NumberForeignPrefix)
        .with("prefix", prefix)
        .with("country", country)
}

pub(super) fn plus_missing(code: &str, country: Country) -> Problem {
    Problem::new(ProblemCode::NumberPlusMissing)
        .with("calling_code", code)
        .with("country", country)
}

/// A problem that names the country; numbers of no country belong to the world.
pub(super) fn length_problem(code: ProblemCode, country: Option<Country>) -> Problem {
    Problem::new(code).with("country", country.map_or(plan::WORLD, Country::as_str))
}
