//! The numbers in a text that is none by itself, to choose from.

use super::country::Country;
use super::link;
use super::plan::{self, ascii_digit};
use super::text::without_quotes;
use super::{Standing, display, read_number};
use crate::view::NumberCandidate;

/// How much of a text is looked at.
const MAX_CHARS: usize = 256;
/// How many numbers are offered.
const MOST: usize = 8;
/// Fewer letters than this are a mark between digits (`x 12`), not a word.
const WORD: usize = 2;

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
        // The library finds numbers in use, and may have dropped a digit to make one.
        let number = match read_number(raw, country) {
            Ok(number) if number.verdict == Standing::Valid => number,
            _ => continue,
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

/// Whether the one number found in `text` is what a person may have meant by it: nothing else in it
/// can be a part of that number, or another one.
pub(super) fn stands_alone(text: &str, number: &NumberCandidate) -> bool {
    // More may stand in what was not looked at.
    let whole = text.chars().nth(MAX_CHARS).is_none();
    // A link says itself what its number is; where it contradicts itself, nothing in it is picked out.
    let plain = link::take_apart(without_quotes(text)).is_some_and(|link| !link.scheme);
    whole
        && plain
        && text
            .split_once(&number.text)
            .is_some_and(|(before, after)| {
                is_apart(before.chars().rev()) && is_apart(after.chars())
            })
}

/// Whether a word comes before any digit, and no `+` or code at all.
fn is_apart(letters: impl Iterator<Item = char>) -> bool {
    let mut word = 0;
    for letter in letters {
        if "+＋*＊#＃".contains(letter) || (word < WORD && ascii_digit(letter).is_some()) {
            return false;
        }
        if word < WORD {
            word = if letter.is_alphabetic() { word + 1 } else { 0 };
        }
    }
    true
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
