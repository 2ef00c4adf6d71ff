//! What holds for every text, tried with thousands of them.

use proptest::prelude::*;

use super::*;

fn any_country() -> impl Strategy<Value = Country> {
    proptest::sample::select(Country::ALL)
}

/// Texts that look like numbers more often than chance would have it.
fn number_like() -> impl Strategy<Value = String> {
    prop_oneof![
        "\\PC{0,40}",
        "[+]?[0-9]{0,20}",
        "[+(]{0,2}[0-9]{1,4}[-. /()]{1,2}[0-9]{1,5}[-. /]{0,2}[0-9]{0,8}( ?(x|ext\\.?) ?[0-9]{1,5})?",
        "(tel:|callto:|TEL://)?[+]?[0-9%(). -]{0,20}(;(ext|phone-context|isub)=[+]?[0-9a-z.]{0,8}){0,2}",
        "(0|00|011|1|8)[ -]?[0-9]{1,3}[ -]?(\\(0\\))?[0-9 ]{3,12}",
        "[0-9]{1,4}[A-Za-z]{0,8}[,;pwx*#]{0,3}[0-9]{0,9}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 10_000, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_typed_gives_a_number_of_the_right_shape_or_a_problem(
        typed in number_like(), country in any_country()
    ) {
        let Ok(number) = read_number(&typed, country) else { return Ok(()); };
        let digits = number.e164.digits();
        prop_assert!(number.e164.as_str().starts_with('+'));
        prop_assert!((7..=15).contains(&digits.len()));
        prop_assert!(digits.bytes().all(|byte| byte.is_ascii_digit()));
        prop_assert_eq!(E164::parse(number.e164.as_str()), Some(number.e164.clone()));
        prop_assert!(!masked(&number.e164.clone().into()).contains(&digits[1..digits.len() - 2]));
        prop_assert!(display(&number.e164).starts_with('+'));
    }

    #[test]
    fn a_number_read_again_in_any_country_is_the_same(
        typed in number_like(), first in any_country(), second in any_country()
    ) {
        let Ok(number) = read_number(&typed, first) else { return Ok(()); };
        let again = read_number(number.e164.as_str(), second);
        let again = again.map_err(|problem| TestCaseError::fail(format!("{problem:?}")))?;
        prop_assert_eq!(&again.e164, &number.e164);
        prop_assert_eq!(again.verdict, number.verdict);
        prop_assert_eq!(again.country, number.country);
        // Spaced for people, it is still the same number.
        let shown = read_number(&display(&number.e164), second);
        prop_assert_eq!(shown.map(|shown| shown.e164), Ok(number.e164));
    }

    #[test]
    fn a_plus_number_is_dialled_digit_for_digit_whatever_the_country(
        digits in "[1-9][0-9]{5,15}", gaps in "[-. ]{16}", first in any_country(), second in any_country()
    ) {
        let mut typed = String::from("+");
        for (digit, gap) in digits.chars().zip(gaps.chars()) {
            typed.push(digit);
            typed.push(gap);
        }
        let one = read_number(&typed, first);
        prop_assert_eq!(&one, &read_number(&typed, second));
        if let Ok(number) = one {
            prop_assert_eq!(number.e164.digits(), digits);
        }
    }

    #[test]
    fn a_national_number_keeps_its_country_and_gets_no_digits_that_were_not_typed(
        typed in "[0-9]{2,15}", country in any_country()
    ) {
        let Ok(number) = read_number(&typed, country) else { return Ok(()); };
        if plan::behind_international_prefix(&typed, country).is_some() { return Ok(()); }
        let code = plan::calling_code(country).unwrap().to_string();
        let national = number.e164.digits().strip_prefix(&code);
        prop_assert!(national.is_some(), "{}", number.e164);
        // Argentina writes its mobile numbers with 15 at home and with 9 from abroad.
        prop_assert!(country.as_str() == "AR" || typed.ends_with(national.unwrap()), "{}", number.e164);
    }

    #[test]
    fn no_number_is_an_emergency_code_behind_its_calling_code(
        typed in number_like(), country in any_country()
    ) {
        let Ok(number) = read_number(&typed, country) else { return Ok(()); };
        prop_assert!(!special::is_emergency(number.e164.digits()));
        let (_, national) = plan::split_calling_code(number.e164.digits()).unwrap();
        prop_assert!(!special::is_emergency(national));
    }
}

#[test]
fn every_country_the_plans_know_can_be_chosen() {
    for country in Country::ALL {
        let code = plan::calling_code(*country);
        assert!(code.is_some(), "{country}");
        assert!(plan::main_country(code.unwrap()).is_some(), "{country}");
    }
    assert_eq!(Country::ALL.len(), plan::supported_countries());
}
