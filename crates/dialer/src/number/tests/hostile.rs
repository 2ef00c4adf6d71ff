//! Links and texts made to break something.

use std::time::{Duration, Instant};

use super::*;

#[test]
fn links_give_a_number_or_a_problem() {
    check(&[
        ("US", "TEL:+14155552671", "+14155552671"),
        ("US", "tel://+14155552671", "+14155552671"),
        ("US", "tel:%2B1%20415%20555%202671", "+14155552671"),
        ("US", "tel:%2B14155552671%3Bext%3D12", "+14155552671 x12"),
        ("US", "callto:+14155552671", "+14155552671"),
        ("US", "callto://+14155552671/", "+14155552671"),
        ("US", "callto:+14155552671?call", "+14155552671"),
        ("US", "tel:5552671;phone-context=+1415", "+14155552671"),
        ("US", "tel:5552671;phone-context=+1-415", "+14155552671"),
        (
            "US",
            "tel:+14155552671;phone-context=example.com",
            "+14155552671",
        ),
        ("US", "tel:+14155552671;isub=1;foo=bar", "+14155552671"),
        ("GB", "tel:02079460958;phone-context=+44", "too_long"),
        ("US", "tel:7042;phone-context=example.com", "short"),
        (
            "US",
            "tel:4155552671;phone-context=example.com",
            "unreadable",
        ),
        ("US", "tel:5552671;phone-context=+", "unreadable"),
        ("US", "tel:5552671;phone-context=", "unreadable"),
        (
            "US",
            "tel:5552671;phone-context=+1415;phone-context=+44",
            "unreadable",
        ),
        ("US", "tel:+14155552671;ext=1;ext=2", "unreadable"),
        ("US", "tel:+14155552671;ext=abc", "unreadable"),
        ("US", "tel:+14155552671;ext=", "unreadable"),
        ("US", "tel:", "unreadable"),
        ("US", "tel:tel:+14155552671", "unreadable"),
        ("US", "tel:+1415%", "unreadable"),
        ("US", "tel:+1415%5", "unreadable"),
        ("US", "tel:+1415%zz5552671", "unreadable"),
        ("US", "tel:+1415555%ff2671", "unreadable"),
        ("US", "tel:%252B14155552671", "unreadable"),
        ("US", "tel:+1415%005552671", "unreadable"),
        ("US", "tel:+1415%0a5552671", "unreadable"),
        ("US", "tel:*86", "service_code"),
        ("US", "tel:%23%2A06%2A", "service_code"),
        ("US", "http://+14155552671", "unreadable"),
        ("US", "javascript:4155552671", "unreadable"),
        ("US", "callto:alex.kim", "unreadable"),
    ]);
}

#[test]
fn texts_that_are_no_number() {
    check(&[
        ("US", "", "empty"),
        ("US", "\u{200b}\u{feff} ", "empty"),
        ("US", "hello", "unreadable"),
        ("US", "()", "unreadable"),
        ("US", "💥4155552671", "unreadable"),
        ("US", "415555²671", "unreadable"),
        ("US", "415\u{0}5552671", "unreadable"),
        ("US", "415\u{1b}[31m5552671", "unreadable"),
        ("US", "4155552671 && reboot", "unreadable"),
        ("US", "$4155552671", "unreadable"),
        ("US", "415_555_2671", "unreadable"),
        ("US", "2026-11-21T07:28:50Z", "unreadable"),
    ]);
}

#[test]
fn ten_kilobytes_are_refused_at_once() {
    let texts = [
        "1".repeat(10_000),
        "+".repeat(10_000),
        "(0)".repeat(3_400),
        " ".repeat(10_000),
        "x1".repeat(5_000),
        format!("tel:{}", ";ext=1".repeat(1_700)),
        format!("tel:{}", "%31".repeat(3_400)),
        "\u{200b}".repeat(3_400),
    ];
    let start = Instant::now();
    for text in &texts {
        assert_eq!(outcome(text, "DE"), "unreadable");
    }
    assert!(
        start.elapsed() < Duration::from_secs(1),
        "{:?}",
        start.elapsed()
    );
}

#[test]
fn the_longest_text_that_is_read_is_read_whole() {
    let text = format!("{}+14155552671", " ".repeat(244));
    assert_eq!(outcome(&text, "DE"), "+14155552671");
    assert_eq!(outcome(&format!(" {text}"), "DE"), "unreadable");
}
