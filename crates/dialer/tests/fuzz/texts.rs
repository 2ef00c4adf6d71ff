//! Texts that look like numbers more often than chance would have it, and texts that should look like none.

use dialer::number::Country;
use proptest::prelude::*;
use proptest::string::{RegexGeneratorStrategy, string_regex};

/// Numbers as they are written where they belong.
const REAL: &[(&str, &str)] = &[
    ("US", "(415) 555-2671"),
    ("US", "1-800-FLOWERS"),
    ("US", "+1 415 555 2671 ext. 12"),
    ("GB", "020 7946 0958"),
    ("GB", "+44 (0)20 7946 0958"),
    ("DE", "030 12345678"),
    ("DE", "0049 30 1234567"),
    ("FR", "01 23 45 67 89"),
    ("IT", "02 1234 5678"),
    ("CH", "044 668 18 00"),
    ("NL", "020 123 4567"),
    ("ES", "912 34 56 78"),
    ("AR", "011 15-2345-6789"),
    ("BR", "(11) 2345-6789"),
    ("MX", "55 1234 5678"),
    ("AU", "(02) 9374 4000"),
    ("NZ", "09 123 4567"),
    ("JP", "03-1234-5678"),
    ("IN", "098765 43210"),
    ("ZA", "011 123 4567"),
    ("FI", "+358 1 81234567"),
    ("US", "911"),
    ("DE", "*100#"),
];

/// Texts that match; a pattern that stands as it is would be read anew for every case.
pub(crate) fn regex(pattern: &str) -> RegexGeneratorStrategy<String> {
    string_regex(pattern).unwrap()
}

pub(crate) fn any_country() -> impl Strategy<Value = Country> + Clone {
    prop::sample::select(Country::ALL)
}

/// A number as somebody there would write it, in its own country or in another one.
pub(crate) fn real_number() -> impl Strategy<Value = (String, Country)> + Clone {
    (prop::sample::select(REAL), any_country(), 0..4_u8).prop_map(
        |((own, text), other, at_home)| {
            let own = Country::parse(own).unwrap();
            (text.to_owned(), if at_home == 0 { other } else { own })
        },
    )
}

pub(crate) fn number_like() -> impl Strategy<Value = String> + Clone {
    prop_oneof![
        3 => regex("[+]?[0-9]{0,20}"),
        3 => regex("[+][1-9][0-9]{6,14}"),
        1 => regex("[+(]{0,2}[0-9]{1,4}[-. /()]{1,2}[0-9]{1,5}[-. /]{0,2}[0-9]{0,8}( ?(x|ext\\.?) ?[0-9]{1,5})?"),
        1 => regex("(0|00|011|1|8)[ -]?[0-9]{1,3}[ -]?(\\(0\\))?[0-9 ]{3,12}"),
        1 => regex("[0-9]{1,4}[A-Za-z]{0,8}[,;pwx*#]{0,3}[0-9]{0,9}"),
    ]
}

/// What no number looks like: all of Unicode, control and direction marks, other digits, and lengths.
pub(crate) fn hostile() -> impl Strategy<Value = String> + Clone {
    let piece = prop_oneof![
        Just("\u{0}".to_owned()),
        Just("\u{1b}[31m".to_owned()),
        Just("\u{202e}".to_owned()),
        Just("\u{200b}\u{feff}".to_owned()),
        Just("٠١٢٣٤٥٦٧٨٩".to_owned()),
        Just("４１５５５５２６７１".to_owned()),
        Just("²³¹".to_owned()),
        Just("%2B1%0a%00%ff".to_owned()),
        Just("; rm -rf / && reboot".to_owned()),
        Just("' OR 1=1 --".to_owned()),
        any::<String>(),
        regex("[0-9+]{1,12}"),
    ];
    prop_oneof![
        3 => any::<String>(),
        3 => prop::collection::vec(piece.clone(), 0..6).prop_map(|pieces| pieces.concat()),
        1 => (piece, 1..4000_usize).prop_map(|(piece, times)| piece.repeat(times)),
    ]
}
