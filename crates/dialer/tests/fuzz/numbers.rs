//! What is typed, in every country.

use std::time::Duration;

use dialer::number::{
    Country, Dialled, E164, Extension, ExtensionDigits, display, masked, preview, read_number,
};
use dialer::view::{NumberKind, NumberPreview, Verdict};
use fuzzing::{Limits, Reached, Target};
use proptest::prelude::*;
use proptest::test_runner::TestCaseError;

use crate::texts::{any_country, hostile, number_like, real_number};

const LIMITS: Limits = Limits {
    // The plans of all countries are read at the first use and stay: 17 of these.
    memory: 32 * 1024 * 1024,
    time: Duration::from_secs(10),
    accepted: 0.25,
};

pub(crate) fn target() -> Target {
    let typed = prop_oneof![
        4 => real_number(),
        5 => (number_like(), any_country()),
        2 => (hostile(), any_country()),
        1 => (number_like(), hostile(), any_country()).prop_map(|(one, other, country)| (one + &other, country)),
    ];
    let inputs = (typed, any_country());
    Target::new("numbers", LIMITS, inputs, |((typed, country), other)| {
        holds(&typed, country, other)
    })
}

/// The laws of every number.
pub(crate) fn holds(
    typed: &str,
    country: Country,
    other: Country,
) -> Result<Reached, TestCaseError> {
    let no_extension = ExtensionDigits::default();
    let shown = preview(typed, country, &no_extension);
    prop_assert_eq!(&shown.typed, typed);
    one_verdict(&shown)?;
    only_extensions_differ(typed, country, &shown)?;
    let Some(e164) = &shown.e164 else {
        return Ok(Reached::Refused);
    };
    let Some(number) = E164::parse(e164) else {
        return Err(TestCaseError::fail(format!("{e164} is no number")));
    };
    // What is dialled is what was shown.
    let read = read_number(typed, country).map_err(|problem| fail(&problem))?;
    prop_assert_eq!(&read.e164, &number);
    let digits = number.digits();
    let hidden = masked(&Dialled::from(number.clone()));
    prop_assert!(!hidden.contains(&digits[1..digits.len() - 2]));
    // Read again, anywhere, also as it is spaced for people, it is the same.
    for text in [e164.as_str(), &display(&number)] {
        let again = read_number(text, other).map_err(|problem| fail(&problem))?;
        prop_assert_eq!(&again.e164, &number);
    }
    if typed.trim_start().starts_with('+') {
        prop_assert_eq!(
            &preview(typed, other, &no_extension),
            &shown,
            "{} makes a difference",
            other
        );
    }
    no_digit_is_made_up(typed, digits)?;
    Ok(Reached::Accepted)
}

/// Where extensions of every length are allowed, some texts dial one. No number becomes another, and
/// an extension is what was typed.
fn only_extensions_differ(
    typed: &str,
    country: Country,
    without: &NumberPreview,
) -> Result<(), TestCaseError> {
    let allowed = ExtensionDigits::new((2..=6).collect()).unwrap_or_default();
    let with = preview(typed, country, &allowed);
    one_verdict(&with)?;
    if with.kind == NumberKind::E164 {
        // Why a text cannot be dialled may be another reason then.
        prop_assert_eq!(&with.e164, &without.e164);
        prop_assert_eq!(with.verdict, without.verdict);
        return Ok(());
    }
    let dialled = with.e164.as_deref().unwrap_or_default();
    prop_assert!(Extension::parse(dialled).is_some());
    prop_assert_eq!(with.verdict, Verdict::Valid);
    prop_assert_eq!(&without.e164, &None);
    no_digit_is_made_up(typed, dialled)
}

/// The verdict, the number and the problem say the same.
pub(crate) fn one_verdict(shown: &NumberPreview) -> Result<(), TestCaseError> {
    let can_be_dialled = matches!(shown.verdict, Verdict::Valid | Verdict::Possible);
    prop_assert_eq!(shown.e164.is_some(), can_be_dialled);
    prop_assert_eq!(shown.display.is_some(), can_be_dialled);
    let is_told_why = matches!(shown.verdict, Verdict::Possible | Verdict::Impossible);
    prop_assert_eq!(shown.problem.is_some(), is_told_why);
    Ok(())
}

/// Behind the calling code (at most three digits, four with the 9 that Argentina writes from abroad), the digits that
/// are dialled are among those that were typed, in their order.
fn no_digit_is_made_up(typed: &str, dialled: &str) -> Result<(), TestCaseError> {
    if !typed.is_ascii() || typed.contains(['%', ';']) {
        // Other digits, percent-encoding and parameters are decoded first.
        return Ok(());
    }
    let mut typed_digits = typed.bytes().filter_map(key);
    let head = if dialled.starts_with("54") { 3 } else { 0 };
    let found = (0..=3.max(head)).any(|code| {
        let mut rest = typed_digits.clone();
        dialled
            .bytes()
            .skip(code)
            .all(|digit| rest.any(|typed| typed == digit))
    });
    prop_assert!(
        found,
        "{dialled} is not in {:?}",
        typed_digits.by_ref().collect::<Vec<_>>()
    );
    Ok(())
}

/// The digit of a key of a phone.
fn key(byte: u8) -> Option<u8> {
    Some(match byte.to_ascii_uppercase() {
        digit @ b'0'..=b'9' => digit,
        b'A'..=b'C' => b'2',
        b'D'..=b'F' => b'3',
        b'G'..=b'I' => b'4',
        b'J'..=b'L' => b'5',
        b'M'..=b'O' => b'6',
        b'P'..=b'S' => b'7',
        b'T'..=b'V' => b'8',
        b'W'..=b'Z' => b'9',
        _ => return None,
    })
}

fn fail(problem: &dialer::problem::Problem) -> TestCaseError {
    TestCaseError::fail(format!("not read again: {problem:?}"))
}
