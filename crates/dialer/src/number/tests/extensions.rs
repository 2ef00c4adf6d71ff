//! Extensions of the organisation: refused unless their length is allowed, and what never is one.

use super::*;
use crate::view::{NumberKind, Verdict};

fn allowing(lengths: &[u8]) -> ExtensionDigits {
    ExtensionDigits::new(lengths.to_vec()).unwrap()
}

/// What is dialled, or the code of the problem without `number_`.
fn dialled(typed: &str, code: &str, lengths: &[u8]) -> String {
    match read(typed, country(code), &allowing(lengths)) {
        Ok(reading) => reading.dialled().to_string(),
        Err(problem) => problem.code.as_str().replace("number_", ""),
    }
}

const ALL: &[u8] = &[2, 3, 4, 5, 6];

#[test]
fn a_short_number_is_dialled_only_where_its_length_is_allowed() {
    for code in Country::ALL.iter().map(|country| country.as_str()) {
        assert_eq!(dialled("4711", code, &[]), "short", "{code}");
        assert_eq!(dialled("4711", code, &[3, 5]), "short", "{code}");
        assert_eq!(dialled("4711", code, &[4]), "4711", "{code}");
    }
    for (typed, lengths, expected) in [
        (" 47-11 ", &[4][..], "4711"),
        ("tel:4711", &[4], "4711"),
        ("٤٧١١", &[4], "4711"),
        ("Tel.: 4711", &[4], "4711"),
        ("471", &[4], "short"),
        ("471", &[3, 4], "471"),
        ("47", &[2], "47"),
        ("901820", &[6], "901820"),
        ("901820", &[4], "short"),
    ] {
        assert_eq!(dialled(typed, "DE", lengths), expected, "{typed}");
    }
}

#[test]
fn a_number_stays_a_number_whatever_is_allowed() {
    for (code, typed) in [
        ("US", "(415) 555-2671"),
        ("DE", "030 901820"),
        ("GB", "020 7946 0958"),
        ("AU", "13 11 14"),
        ("US", "+1 415 555 267"),
        ("US", "555 2671"),
        ("US", "1-800-FLOWERS"),
        ("DE", "*86"),
    ] {
        assert_eq!(
            dialled(typed, code, ALL),
            dialled(typed, code, &[]),
            "{typed}"
        );
    }
}

#[test]
fn what_belongs_to_another_organisation_or_is_more_than_digits_is_no_extension() {
    for typed in [
        "tel:7042;phone-context=example.com",
        "sip:7042@example.com",
        "4711 x12",
        "4711,12",
        "+4711",
        "47KIM",
        "*4711",
        "4711#",
        "47/11",
        "(47) 11",
    ] {
        let seen = dialled(typed, "DE", ALL);
        assert!(
            !seen.starts_with(|first: char| first.is_ascii_digit()),
            "{typed}: {seen}"
        );
    }
}

/// No setting makes an emergency line reachable, in no country.
#[test]
fn no_setting_lets_an_emergency_code_through() {
    let codes = emergency::EMERGENCY_CODES
        .iter()
        .flat_map(|(_, codes)| codes.split(' '))
        .map(|code| code.replace('x', "5"));
    for code in codes {
        // As it is, and with the digit that takes an outside line.
        for typed in [
            code.clone(),
            format!("0{code}"),
            format!("9{code}"),
            format!("9 {code}"),
        ] {
            if typed.len() > 6 {
                continue;
            }
            for country in ["US", "DE", "GB", "JP", "BR"] {
                let seen = dialled(&typed, country, ALL);
                // What begins like a number abroad has its own problem; it is not dialled either.
                let others = ["emergency", "too_short", "foreign_prefix", "no_country"];
                assert!(others.contains(&seen.as_str()), "{typed} {country}: {seen}");
            }
        }
    }
    // An exchange may act on the first digits.
    for (code, typed) in [
        ("US", "9110"),
        ("DE", "1121"),
        ("GB", "99912"),
        ("AU", "0001"),
        ("GB", "9110"),
        ("FR", "11234"),
        // Also behind an outside line, and behind one within another exchange.
        ("US", "90911"),
        ("US", "09111"),
        ("US", "99110"),
        ("DE", "90112"),
        ("DE", "90110"),
        ("DE", "91101"),
        ("US", "9999"),
    ] {
        assert_eq!(dialled(typed, code, ALL), "emergency", "{typed}");
    }
}

#[test]
fn the_preview_says_that_it_is_an_extension() {
    let shown = super::super::preview("4711", country("DE"), &allowing(&[4]));
    assert_eq!(
        (shown.verdict, shown.kind),
        (Verdict::Valid, NumberKind::Extension)
    );
    assert_eq!(shown.e164.as_deref(), Some("4711"));
    assert_eq!(shown.display.as_deref(), Some("4711"));
    assert_eq!((shown.country, shown.problem), (None, None));
    assert!(shown.time_zones.is_empty());
}

#[test]
fn only_lengths_that_extensions_have_can_be_allowed() {
    assert_eq!(allowing(&[5, 3, 5]).lengths(), [3, 5]);
    for lengths in [&[0][..], &[1], &[7], &[4, 255]] {
        assert_eq!(ExtensionDigits::new(lengths.to_vec()), None, "{lengths:?}");
    }
}
