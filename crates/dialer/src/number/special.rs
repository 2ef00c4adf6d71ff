//! What must be recognised before any plan is asked: emergency codes.

use super::emergency::EMERGENCY_CODES;
use crate::problem::{Problem, ProblemCode};

/// Whether these digits are an emergency code anywhere in the world.
pub(super) fn is_emergency(digits: &str) -> bool {
    EMERGENCY_CODES
        .iter()
        .any(|(_, codes)| codes.split(' ').any(|code| is_code(code, digits)))
}

/// The emergency code of `country`, of three digits or more, that these digits start with.
pub(super) fn starting_emergency<'a>(digits: &'a str, country: &str) -> Option<&'a str> {
    EMERGENCY_CODES
        .iter()
        .filter(|(of, _)| *of == country)
        .flat_map(|(_, codes)| codes.split(' '))
        .filter(|code| code.len() >= 3)
        .find_map(|code| {
            digits
                .get(..code.len())
                .filter(|start| is_code(code, start))
        })
}

/// Says that an emergency line is called from a phone, not from here.
pub(super) fn emergency(digits: &str) -> Problem {
    Problem::new(ProblemCode::NumberEmergency).with("number", digits)
}

fn is_code(code: &str, digits: &str) -> bool {
    code.len() == digits.len()
        && code
            .bytes()
            .zip(digits.bytes())
            .all(|(code, digit)| code == b'x' || code == digit)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::number::Country;

    #[test]
    fn the_table_is_sorted_and_names_countries_and_codes() {
        assert!(EMERGENCY_CODES.windows(2).all(|pair| pair[0].0 < pair[1].0));
        for (country, codes) in EMERGENCY_CODES {
            assert!(Country::parse(country).is_some(), "{country}");
            for code in codes.split(' ') {
                // Six digits and more are ordinary lines, and full numbers in some countries.
                assert!((2..=5).contains(&code.len()), "{country} {code}");
                assert!(
                    code.bytes()
                        .all(|byte| byte.is_ascii_digit() || byte == b'x')
                );
            }
        }
    }

    #[test]
    fn the_document_shows_the_same_table() {
        let document = include_str!("../../../../docs/numbers.md");
        let mut shown: Vec<(String, String)> = Vec::new();
        for line in document.lines() {
            let cells: Vec<&str> = line.split('|').map(str::trim).collect();
            if let ["", country, codes, ""] = cells[..]
                && Country::parse(country).is_some()
            {
                let codes = codes.replace('*', "").replace(", ", " ");
                shown.push((country.to_owned(), codes));
            }
        }
        let table: Vec<(String, String)> = EMERGENCY_CODES
            .iter()
            .map(|(country, codes)| ((*country).to_owned(), (*codes).to_owned()))
            .collect();
        assert_eq!(shown, table);
    }

    #[test]
    fn codes_are_known_whatever_the_country() {
        for digits in [
            "911", "112", "999", "000", "110", "119", "15", "10111", "1352",
        ] {
            assert!(is_emergency(digits), "{digits}");
        }
        for digits in ["", "4711", "9112", "4155552671", "1252"] {
            assert!(!is_emergency(digits), "{digits}");
        }
    }
}
