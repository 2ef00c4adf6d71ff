//! The numbers in a text that holds more than one, to choose from.

use super::country::Country;
use super::plan::{self, ascii_digit};
use super::{display, read_number};
use crate::view::NumberCandidate;

/// How much of a text is looked at.
const MAX_CHARS: usize = 256;
/// How many numbers are offered.
const MOST: usize = 8;

/// The numbers in `text` that can be dialled, each read by the same rules as one that was typed.
///
/// The library says where numbers may stand; what they are is decided by [`read_number`] alone.
pub(super) fn candidates(text: &str, country: Country) -> Vec<NumberCandidate> {
    let end = text.char_indices().nth(MAX_CHARS).map(|(at, _)| at);
    let looked_at = text.get(..end.unwrap_or(text.len())).unwrap_or_default();
    let mut found: Vec<NumberCandidate> = Vec::new();
    let mut behind = 0;
    for (at, raw) in plan::find_numbers(looked_at, country) {
        let before = looked_at.get(behind..at).unwrap_or_default();
        let after = looked_at.get(at + raw.len()..).unwrap_or_default();
        behind = at + raw.len();
        // What was cut off may have been its last digits.
        let cut = end.is_some() && after.chars().all(is_gap);
        if cut || is_part_of_another(before, raw) {
            continue;
        }
        let Ok(number) = read_number(raw, country) else {
            continue;
        };
        let e164 = number.e164.to_string();
        if found.iter().any(|known| known.e164 == e164) {
            continue;
        }
        found.push(NumberCandidate {
            text: raw.to_owned(),
            e164,
            display: display(&number.e164),
            country: number.country.map(|country| country.to_string()),
        });
        if found.len() == MOST {
            break;
        }
    }
    found
}

/// Whether every digit of the text belongs to one of the numbers found in it.
pub(super) fn hold_all_digits(text: &str, candidates: &[NumberCandidate]) -> bool {
    let digits = |text: &str| text.chars().filter_map(ascii_digit).count();
    let held: usize = candidates
        .iter()
        .map(|candidate| digits(&candidate.text))
        .sum();
    held == digits(text)
}

/// Whether digits with a `+` or a code in front lead up to what was found: `+49 030 …` is no number
/// of another country.
fn is_part_of_another(before: &str, raw: &str) -> bool {
    if raw.starts_with(['+', '＋']) {
        return before.ends_with(['*', '＊', '#', '＃']);
    }
    let lead = before
        .char_indices()
        .rev()
        .take_while(|(_, letter)| ascii_digit(*letter).is_some() || is_gap(*letter))
        .last()
        .map_or(before.len(), |(at, _)| at);
    let (rest, _) = before.split_at(lead);
    rest.ends_with(['+', '＋', '*', '＊', '#', '＃'])
}

fn is_gap(letter: char) -> bool {
    letter == ' ' || "-./()\u{a0}".contains(letter)
}
