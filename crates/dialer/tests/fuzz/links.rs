//! Links: what another program hands over. They are read as typed text is, so they can fill in a number and no more.

use std::time::Duration;

use dialer::number::Country;
use fuzzing::{Limits, Reached, Target};
use proptest::prelude::*;
use proptest::test_runner::TestCaseError;

use crate::numbers;
use crate::texts::{any_country, hostile, number_like, real_number, regex};

const LIMITS: Limits = Limits {
    // The plans of all countries are read at the first use and stay: 17 of these.
    memory: 32 * 1024 * 1024,
    time: Duration::from_secs(10),
    accepted: 0.10,
};

pub(crate) fn target() -> Target {
    let inputs = (link(), any_country(), any_country());
    Target::new("links", LIMITS, inputs, |(link, country, other)| {
        holds(&link, country, other)
    })
}

fn holds(link: &str, country: Country, other: Country) -> Result<Reached, TestCaseError> {
    let reached = numbers::holds(link, country, other)?;
    // A scheme of another kind never dials: it belongs to another program.
    let foreign = ["http:", "https:", "javascript:", "file:", "data:"];
    if foreign.iter().any(|scheme| link.starts_with(scheme)) {
        prop_assert_eq!(reached, Reached::Refused);
    }
    Ok(reached)
}

fn link() -> impl Strategy<Value = String> + Clone {
    let scheme = prop_oneof![
        6 => Just("tel:"), 2 => Just("callto:"), 1 => Just("TEL:"), 1 => Just("tel://"), 1 => Just("callto://"),
        1 => Just("sip:"), 1 => Just("tel:tel:"), 1 => Just("http:"), 1 => Just("javascript:"), 1 => Just("file:///"), 1 => Just("data:"),
    ];
    let number = prop_oneof![
        3 => Just("+14155552671".to_owned()),
        6 => real_number().prop_map(|(text, _)| text),
        4 => number_like(),
        1 => hostile(),
    ];
    let parameter = prop_oneof![
        Just(String::new()),
        regex(";ext=[0-9]{0,8}"),
        regex(";phone-context=[+]?[0-9a-z.-]{0,12}"),
        regex(";isub=[0-9a-z%]{0,8}"),
        regex("[?;&#/][ -~]{0,20}"),
        hostile(),
    ];
    let written = (
        scheme,
        number,
        prop::collection::vec(parameter, 0..3),
        encoding(),
    );
    written.prop_map(|(scheme, number, parameters, encode)| {
        let rest = number + &parameters.concat();
        let rest = match encode {
            Encoding::None => rest,
            Encoding::Once => encoded(&rest),
            Encoding::Twice => encoded(&encoded(&rest)),
            Encoding::CutOff => encoded(&rest) + "%2",
        };
        format!("{scheme}{rest}")
    })
}

#[derive(Debug, Clone, Copy)]
enum Encoding {
    None,
    Once,
    Twice,
    CutOff,
}

fn encoding() -> impl Strategy<Value = Encoding> + Clone {
    prop_oneof![
        5 => Just(Encoding::None),
        3 => Just(Encoding::Once),
        1 => Just(Encoding::Twice),
        1 => Just(Encoding::CutOff),
    ]
}

fn encoded(text: &str) -> String {
    text.bytes().map(|byte| format!("%{byte:02X}")).collect()
}
