//! Numbers in a text that is none by itself, to choose from.

use std::time::{Duration, Instant};

use super::*;
use crate::view::{NumberPreview, Verdict};

fn numbers(shown: &NumberPreview) -> Vec<&str> {
    let numbers = shown.candidates.iter();
    numbers.map(|number| number.e164.as_str()).collect()
}

/// Country, text, the numbers that are offered.
fn check_offers(rows: &[(&str, &str, &[&str])]) {
    for (code, text, expected) in rows {
        let shown = preview(text, country(code));
        assert_eq!(numbers(&shown), *expected, "{text:?}");
        assert_eq!(shown.verdict, Verdict::Impossible, "{text:?}");
        assert_eq!(shown.e164, None, "{text:?}");
        let problem = shown.problem.unwrap();
        let told = match problem.code {
            ProblemCode::SeveralNumbers => expected.len() > 1,
            ProblemCode::NumberAmongWords => expected.len() == 1,
            _ => expected.is_empty(),
        };
        assert!(told, "{text:?} {problem:?}");
        for candidate in &shown.candidates {
            assert!(text.contains(&candidate.text), "{text:?}");
            let again = read_number(&candidate.text, country(code)).unwrap();
            assert_eq!(again.e164.as_str(), candidate.e164, "{text:?}");
            assert_eq!(display(&again.e164), candidate.display, "{text:?}");
        }
    }
}

#[test]
fn a_text_with_several_numbers_offers_them_in_their_order() {
    let two: &[&str] = &["+14155552671", "+14155552672"];
    check_offers(&[
        ("US", "415-555-2671 or 415-555-2672", two),
        ("US", "415-555-2671 / 415-555-2672", two),
        ("US", "415-555-2671, 415-555-2672", two),
        ("US", "415-555-2671; 415-555-2672", two),
        ("US", "415-555-2671\n415-555-2672", two),
        ("US", "415-555-2671\t415-555-2672", two),
        ("US", "+14155552671 +14155552672", two),
        (
            "US",
            "Office: (415) 555-2671\nMobile: (415) 555-2672\n",
            two,
        ),
        (
            "DE",
            "Zentrale 030 901820, mobil 0151 23456789 oder +44 20 7946 0958",
            &["+4930901820", "+4915123456789", "+442079460958"],
        ),
        (
            "GB",
            "Ring 020 7946 0958 before noon, else 0121 496 0123.",
            &["+442079460958", "+441214960123"],
        ),
        (
            "JP",
            "電話 03-1234-5678 / 携帯 090-1234-5678",
            &["+81312345678", "+819012345678"],
        ),
    ]);
}

#[test]
fn one_number_among_words_is_offered_and_not_read() {
    check_offers(&[
        ("US", "ring 415-555-2671", &["+14155552671"]),
        ("GB", "Office 020 7946 0958 (London)", &["+442079460958"]),
        ("US", "call Alex at (415) 555-2671 today", &["+14155552671"]),
        ("US", "415-555-2671 tomorrow", &["+14155552671"]),
        (
            "US",
            "Alex: 415-555-2671 ext. 12, thanks",
            &["+14155552671"],
        ),
        ("US", "Alex, +44 20 7946 0958, London", &["+442079460958"]),
        ("DE", "Herr Müller (030) 901820, bitte", &["+4930901820"]),
        ("JP", "担当者の電話は03-1234-5678です", &["+81312345678"]),
        ("US", "415-555-2671 or 415-555-2671", &["+14155552671"]),
        (
            "US",
            "Ring 415-555-2671 before 10 o'clock",
            &["+14155552671"],
        ),
        ("US", "Ring at 10: Alex, 415-555-2671", &["+14155552671"]),
        ("US", "415-555-2671 or +1 (415) 555-2671", &[]),
    ]);
}

#[test]
fn what_may_be_part_of_the_one_number_keeps_it_from_being_offered() {
    check_offers(&[
        // Digits beside it, on another line or in another cell, with no word between.
        ("US", "Ring 10 415-555-2671 please", &[]),
        ("US", "Ring 12/415-555-2671 please", &[]),
        ("US", "Alex\t12\t415-555-2671", &[]),
        ("US", "Alex 415-555-2671\n12", &[]),
        ("DE", "Alex 030 901820 | 4711", &[]),
        ("DE", "Alex 030 901820 x 12 x 13", &[]),
        // A `+` or a code anywhere else.
        ("US", "Alex + 1, 415-555-2671", &[]),
        ("DE", "+44 Büro 030 901820", &[]),
        ("US", "*67 and 415-555-2671", &[]),
        // A link that contradicts itself.
        ("US", "tel:+14155552671;ext=1;ext=2", &[]),
        ("US", "\"tel:+14155552671 please\"", &[]),
        ("US", "sip:+14155552671@example.com@example.com", &[]),
    ]);
    let padding = "x ".repeat(128);
    check_offers(&[
        ("US", &format!("415-555-2671 {padding}"), &[]),
        ("US", &format!("{padding} 415-555-2671"), &[]),
    ]);
}

#[test]
fn what_is_none_is_not_offered() {
    check_offers(&[
        ("DE", "030 901820/21", &[]),
        ("US", "911 or 112", &[]),
        ("US", "call 911, 4711, *86 or 415-555-2671", &[]),
        ("DE", "+49 030 901820 und mehr", &[]),
        ("DE", "12.11.2026 um 10:30 Uhr, Zimmer 4711", &[]),
        ("US", "hello", &[]),
    ]);
    // An emergency code beside two numbers is none of them.
    check_offers(&[(
        "US",
        "911, 415-555-2671, 4711 and 415-555-2672",
        &["+14155552671", "+14155552672"],
    )]);
}

#[test]
fn digits_of_one_number_are_never_two() {
    // Too long by what was typed, with digits in them that would be a number by themselves.
    for (code, text) in [
        ("GB", "+44 020 7946 0958"),
        ("US", "+1 415 555 26711"),
        ("US", "415 555 2671 1"),
        ("DE", "+49 (0)30 0 901820"),
        ("MX", "+52 1 55 1234 5678"),
        ("AR", "+54 11 15 2345 6789"),
    ] {
        let shown = preview(text, country(code));
        assert_eq!(numbers(&shown), Vec::<&str>::new(), "{text:?}");
    }
    let two: &[&str] = &["+14155552672", "+14155552673"];
    check_offers(&[
        // Two numbers, and digits that belong to neither.
        ("US", "4155552672 4155552673 12", &[]),
        // What a `+` or a code leads up to belongs to it.
        (
            "US",
            "Ring +999 415 555 2671, 415-555-2672 or 415-555-2673",
            two,
        ),
        (
            "US",
            "Ring #31# 415 555 2671, 415-555-2672 or 415-555-2673",
            two,
        ),
        (
            "US",
            "Ring *67 415 555 2671, 415-555-2672 or 415-555-2673",
            two,
        ),
        (
            "US",
            "Ring *67*415 555 2671, 415-555-2672 or 415-555-2673",
            two,
        ),
        (
            "GB",
            "+49 020 7946 0958, 0121 496 0123 or 0131 496 0123",
            &["+441214960123", "+441314960123"],
        ),
    ]);
}

#[test]
fn eight_are_offered_of_the_first_256_characters() {
    let many: String = (0..12)
        .map(|last| format!("415-555-26{last:02}\n"))
        .collect();
    let shown = preview(&many, country("US"));
    assert_eq!(shown.candidates.len(), 8);
    assert_eq!(shown.candidates[7].e164, "+14155552607");

    let behind = format!("{}\n415-555-2671\n415-555-2672", "x ".repeat(128));
    assert!(preview(&behind, country("US")).candidates.is_empty());
    // What is cut is not taken for a shorter number.
    let text = format!("030 901820 {} 030 901821 und 030 9018", "z".repeat(221));
    assert_eq!(text.chars().count(), 256);
    let cut = preview(&format!("{text}2222"), country("DE"));
    assert_eq!(numbers(&cut), ["+4930901820", "+4930901821"]);
}

#[test]
fn endless_texts_are_answered_at_once() {
    let texts = [
        "1 ".repeat(5_000),
        "415-555-2671 ".repeat(1_000),
        "+1 415".repeat(2_000),
        "(((((".repeat(2_000),
        "٤١٥٥٥٥٢٦٧١ / ".repeat(1_000),
        "1/2/3/4/5/6/7/8/9/".repeat(600),
    ];
    for text in &texts {
        let start = Instant::now();
        preview(text, country("DE"));
        assert!(
            start.elapsed() < Duration::from_secs(2),
            "{:?}",
            start.elapsed()
        );
    }
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig { cases: 2_000, ..Default::default() })]

    /// Whatever the text: what is offered reads as that number, is no emergency code, and is never all
    /// that was typed.
    #[test]
    fn what_is_offered_can_be_dialled(text in "([ a-z,;/\n]{0,6}[+*#]?[0-9]{2,4}[- .]?[0-9]{2,5}[- .]?[0-9]{2,5}){1,5}") {
        let shown = preview(&text, country("US"));
        proptest::prop_assert!(shown.candidates.len() <= 8);
        proptest::prop_assert!(shown.candidates.is_empty() || shown.e164.is_none());
        for candidate in &shown.candidates {
            let number = read_number(&candidate.text, country("US")).unwrap();
            proptest::prop_assert_eq!(number.e164.as_str(), &candidate.e164);
        }
    }
}
