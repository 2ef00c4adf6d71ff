//! What a history search looks for, and what it finds it in.
//!
//! The index holds every tail of every word and number, so that "starts with" in the index is "contains"
//! for the reader: the last four digits find a number, and one letter is as fast as ten.

use rusqlite::{Connection, params};

use super::attempt_row::Attempt;
use super::failure::Failure;
use crate::attempt::Outcome;

const INDEX: &str =
    "INSERT OR REPLACE INTO attempt_search (rowid, words, outcome) VALUES (?1, ?2, ?3)";

/// Longer words are cut, in the index and in the search alike.
const LONGEST_WORD: usize = 32;
const MOST_WORDS: usize = 24;
/// A note may be found by all its words, as far as they fit.
const MOST_NOTE_WORDS: usize = 100;
const MOST_TERMS: usize = 8;

/// What a search text asks for.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Wanted {
    /// Nothing was typed.
    Everything,
    /// Something was typed, but no letter and no digit of it.
    Nothing,
    /// Words made of letters and digits only; an attempt has each of them, or begins one with it.
    Words(Vec<String>),
}

/// Reads what was typed as plain text; all its words must be found.
///
/// Digits with spaces and punctuation between them are one number, whose leading zeros do not count:
/// `020 7946` finds `+44 20 7946 0958`.
pub(super) fn wanted(text: &str) -> Wanted {
    if text.trim().is_empty() {
        return Wanted::Everything;
    }
    let text = text.replace("(0)", "");
    let mut terms: Vec<String> = Vec::new();
    let mut number = String::new();
    for part in text.split_whitespace() {
        if part.chars().any(char::is_alphabetic) {
            terms.extend(take_number(&mut number));
            terms.extend(words(part));
        } else {
            number.extend(part.chars().filter(char::is_ascii_digit));
        }
    }
    terms.extend(take_number(&mut number));
    if terms.is_empty() {
        return Wanted::Nothing;
    }
    terms.truncate(MOST_TERMS);
    Wanted::Words(terms)
}

/// The FTS5 expression for words of [`wanted`] and, where one is asked for, an outcome.
pub(super) fn expression(words: &[String], outcome: Option<Outcome>) -> String {
    let quoted: Vec<String> = words.iter().map(|word| format!("\"{word}\"*")).collect();
    let words = format!("words : ({})", quoted.join(" AND "));
    match outcome {
        Some(outcome) => format!("{words} AND outcome : \"{}\"", outcome_word(outcome)),
        None => words,
    }
}

/// Puts an attempt into the index, or what has changed of it.
pub(super) fn index(db: &Connection, attempt: &Attempt) -> Result<(), Failure> {
    db.prepare_cached(INDEX)?.execute(params![
        attempt.seq,
        searchable_words(
            &attempt.agent_name,
            &attempt.typed,
            attempt.number.as_str(),
            attempt.note.as_deref().unwrap_or_default(),
        ),
        outcome_word(attempt.outcome),
    ])?;
    Ok(())
}

/// Numbers are looked for without leading zeros, so no search for words comes near these.
pub fn outcome_word(outcome: Outcome) -> String {
    format!("0{}", outcome.as_str())
}

/// The words under which an attempt is found, for the index.
pub fn searchable_words(agent_name: &str, typed: &str, number: &str, note: &str) -> String {
    let number = digits(number);
    let typed_number = digits(typed);
    let mut all: Vec<String> = words(agent_name).take(MOST_WORDS).collect();
    // Digits that were typed are found through the number, but for vanity letters, extensions and trunk
    // prefixes other than zeros.
    let letters = words(typed).filter(|word| word.chars().any(char::is_alphabetic));
    all.extend(letters.take(MOST_WORDS));
    if !number.contains(typed_number.trim_start_matches('0')) {
        all.push(cut(&typed_number));
    }
    all.push(cut(&number));
    all.extend(words(note).take(MOST_NOTE_WORDS));
    all.iter()
        .flat_map(|word| tails(word))
        .collect::<Vec<_>>()
        .join(" ")
}

pub(super) fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

fn take_number(number: &mut String) -> Option<String> {
    let digits = std::mem::take(number);
    match digits.trim_start_matches('0') {
        "" if digits.is_empty() => None,
        "" => Some("0".to_owned()),
        significant => Some(cut(significant)),
    }
}

/// Lower case, without accents that stand as characters of their own.
fn words(text: &str) -> impl Iterator<Item = String> {
    let plain: String = text
        .chars()
        .flat_map(char::to_lowercase)
        .filter(|c| !('\u{300}'..='\u{36f}').contains(c))
        .collect();
    plain
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(cut)
        .collect::<Vec<_>>()
        .into_iter()
}

fn cut(word: &str) -> String {
    word.chars().take(LONGEST_WORD).collect()
}

fn tails(word: &str) -> impl Iterator<Item = &str> {
    let tail = |(place, _): (usize, char)| &word[place..];
    word.char_indices()
        .map(tail)
        // A tail of one character finds little that the tail before it does not.
        .filter(move |tail| tail.chars().nth(1).is_some() || tail.len() == word.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words_of(text: &str) -> Vec<String> {
        match wanted(text) {
            Wanted::Words(words) => words,
            other => panic!("{text:?} gave {other:?}"),
        }
    }

    #[test]
    fn digits_in_pieces_are_one_number_and_leading_zeros_do_not_count() {
        assert_eq!(words_of("(415) 555-2671"), ["4155552671"]);
        assert_eq!(words_of("020 7946"), ["207946"]);
        assert_eq!(words_of("+49 (0)30 12"), ["493012"]);
        assert_eq!(words_of("000"), ["0"]);
        assert_eq!(words_of("kim 415 555 lee 2"), ["kim", "415555", "lee", "2"]);
    }

    #[test]
    fn search_text_is_never_syntax() {
        assert_eq!(words_of("kim\" OR *"), ["kim", "or"]);
        assert_eq!(
            words_of("words:kim NEAR(a b)"),
            ["words", "kim", "near", "a", "b"]
        );
        assert_eq!(
            expression(&words_of("kim 4"), Some(Outcome::Placed)),
            "words : (\"kim\"* AND \"4\"*) AND outcome : \"0placed\""
        );
        assert_eq!(wanted("\"*^-"), Wanted::Nothing);
        assert_eq!(wanted(" \t"), Wanted::Everything);
    }

    #[test]
    fn the_index_holds_every_tail_once_the_number_says_it_all() {
        assert_eq!(
            searchable_words("Al O'B", "(0)71 2", "+44712", ""),
            "al o b 44712 4712 712 12"
        );
        assert_eq!(searchable_words("", "8 71", "+771", ""), "871 71 771 71");
        assert_eq!(
            searchable_words("", "1-8-fly", "+18359", ""),
            "fly ly 18359 8359 359 59"
        );
    }

    #[test]
    fn endless_input_gives_a_bounded_index() {
        let name = "x".repeat(100_000);
        assert!(searchable_words(&name, &"7".repeat(100_000), "+1", "").len() < 3_000);
        assert!(searchable_words(&"ab ".repeat(100_000), "", "+1", "").len() < 3_000);
    }
}
