//! From digits to the number that is dialled, or the reason why there is none.

use super::country::Country;
use super::e164::E164;
use super::plan::{self, Length, PlanNumber};
use super::special::{emergency, is_emergency, starts_like_emergency};
use super::typed::{Typed, unreadable};
use crate::problem::{Problem, ProblemCode};

/// Numbers of an organisation or network have up to this many digits.
const SHORT_DIGITS: usize = 6;
/// Up to this many digits, no number typed without its country is a full one.
const ALWAYS_SHORT_DIGITS: usize = 4;

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
    if is_emergency(&typed.digits) {
        return Err(emergency(&typed.digits));
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
fn international(digits: &str, zero_at: Option<usize>) -> Result<PlanNumber, Problem> {
    if is_emergency(digits) {
        return Err(emergency(digits));
    }
    let Some((code, rest)) = plan::split_calling_code(digits) else {
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

/// Digits as they are dialled within `country`.
fn national(typed: &Typed, country: Country) -> Result<PlanNumber, Problem> {
    let code = plan::calling_code(country)
        .ok_or_else(unreadable)?
        .to_string();
    // `44 (0)20 …` in Great Britain: nothing but its own calling code stands in front of a bracketed zero.
    if typed.zero_at == Some(code.len()) && typed.digits.starts_with(&code) {
        return international(&typed.digits, typed.zero_at);
    }
    let digits = typed.with_zero();
    let trunk = plan::trunk_prefix(country);
    let behind_trunk = digits.strip_prefix(&trunk).filter(|_| !trunk.is_empty());
    if let Some(code) = behind_trunk.filter(|rest| is_emergency(rest)) {
        return Err(emergency(code));
    }
    if digits.len() < 2 {
        return Err(length_problem(ProblemCode::NumberTooShort, Some(country)));
    }
    if digits.len() <= ALWAYS_SHORT_DIGITS {
        return Err(short(&digits));
    }
    let plain = PlanNumber::of_country(country, &digits).ok_or_else(unreadable)?;
    let number = PlanNumber::national(&digits, country).unwrap_or_else(|| plain.clone());
    let has_area_code = behind_trunk.is_some() || trunk.is_empty() || number.is_service();
    if digits.len() <= SHORT_DIGITS && behind_trunk.is_none() {
        let full = number.in_use() && has_area_code && number == plain;
        return if full {
            Ok(number)
        } else {
            Err(short(&digits))
        };
    }
    settle(&digits, country, &code, &trunk, number, plain)
}

/// Decides between the readings of a full national number.
fn settle(
    digits: &str,
    country: Country,
    code: &str,
    trunk: &str,
    number: PlanNumber,
    plain: PlanNumber,
) -> Result<PlanNumber, Problem> {
    let trunk_typed = !trunk.is_empty() && digits.starts_with(trunk);
    if let Some(behind_code) = digits.strip_prefix(code).filter(|_| code != trunk) {
        // Read as its own calling code without `+`: right only where it is a number and nothing else is.
        if number.digits() == digits && number != plain {
            return if number.in_use() {
                Ok(number)
            } else {
                Err(weigh(&plain)
                    .err()
                    .unwrap_or_else(|| plus_missing(code, country)))
            };
        }
        let other = PlanNumber::of_country(country, behind_code);
        if !trunk.is_empty() && !trunk_typed && other.is_some_and(|other| other.in_use()) {
            return Err(plus_missing(code, country));
        }
    }
    let national = number.national_digits();
    let dropped = digits.strip_suffix(&national);
    // Argentina writes its mobile numbers with 15 at home and with 9 from abroad; else no digit is made up.
    if dropped.is_none() && country.as_str() != "AR" {
        return Err(length_problem(ProblemCode::NumberLocalOnly, Some(country)));
    }
    if dropped.is_some_and(|dropped| dropped.len() > code.len() && dropped.starts_with(code))
        && !trunk_typed
    {
        return Err(length_problem(ProblemCode::NumberTooLong, Some(country)));
    }
    if let Err(problem) = weigh(&number) {
        let foreign = digits.starts_with("011") && digits.len() > 10;
        return Err(if foreign {
            foreign_prefix("011", country)
        } else {
            problem
        });
    }
    // Without the trunk prefix, what is no number in the plan is the local part of one.
    if !number.in_use() && !trunk_typed && !matches!(trunk, "" | "1") {
        return Err(length_problem(ProblemCode::NumberLocalOnly, Some(country)));
    }
    Ok(number)
}

/// Whether a number can be dialled at all, and whether it is in use.
fn weigh(number: &PlanNumber) -> Result<Judged, Problem> {
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
    let closed = country.is_some_and(|country| {
        matches!(plan::trunk_prefix(country).as_str(), "" | "1")
            && starts_like_emergency(&national, country.as_str())
    });
    if standing == Standing::Possible && closed {
        return Err(emergency(&national));
    }
    let e164 = number.e164().ok_or_else(unreadable)?;
    Ok(Judged {
        e164,
        standing,
        country,
    })
}

fn short(digits: &str) -> Problem {
    Problem::new(ProblemCode::NumberShort).with("number", digits)
}

fn foreign_prefix(prefix: &str, country: Country) -> Problem {
    Problem::new(ProblemCode::NumberForeignPrefix)
        .with("prefix", prefix)
        .with("country", country)
}

fn plus_missing(code: &str, country: Country) -> Problem {
    Problem::new(ProblemCode::NumberPlusMissing)
        .with("calling_code", code)
        .with("country", country)
}

/// A problem that names the country; numbers of no country belong to the world.
pub(super) fn length_problem(code: ProblemCode, country: Option<Country>) -> Problem {
    Problem::new(code).with("country", country.map_or(plan::WORLD, Country::as_str))
}
