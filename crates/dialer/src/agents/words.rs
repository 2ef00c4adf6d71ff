//! Finding agents by the first letters of their names, however those are written.

use icu_normalizer::{DecomposingNormalizer, DecomposingNormalizerBorrowed};

/// Longer ones tell no more.
const LONGEST_WORD: usize = 64;
const MOST_WORDS: usize = 16;
/// Letters that are written with others where a keyboard lacks them, and that no rule takes apart.
const LETTERS: &[(char, &str)] = &[
    ('ß', "ss"),
    ('æ', "ae"),
    ('ð', "d"),
    ('ø', "o"),
    ('þ', "th"),
    ('đ', "d"),
    ('ħ', "h"),
    ('ı', "i"),
    ('ł', "l"),
    ('œ', "oe"),
];

const NORMALIZER: DecomposingNormalizerBorrowed<'static> = DecomposingNormalizer::new_nfkd();

/// The words of a name and an e-mail to look in, each behind a space; the name's first.
pub(crate) fn words_of(name: &str, email: &str) -> String {
    let mut words = String::new();
    let name = folded(name);
    for word in split(&name).take(MOST_WORDS) {
        words.push(' ');
        words.push_str(word);
    }
    for word in folded(email).split_whitespace().take(1) {
        words.push(' ');
        words.extend(word.chars().take(2 * LONGEST_WORD));
    }
    words
}

/// What was typed, ready to be looked for.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Wanted {
    /// Each must be found: as the beginning of an e-mail, or each of its parts as the beginning of a word.
    terms: Vec<Term>,
}

#[derive(Debug, PartialEq, Eq)]
struct Term {
    whole: String,
    parts: Vec<String>,
}

impl Wanted {
    /// Reads what was typed as plain text: no character of it is syntax.
    pub(crate) fn of(typed: &str) -> Self {
        let behind_space = |word: &str| format!(" {word}");
        let typed = folded(typed);
        let terms = typed.split_whitespace().take(MOST_WORDS).map(|term| Term {
            whole: behind_space(term),
            parts: split(term).map(behind_space).collect(),
        });
        Self {
            terms: terms.collect(),
        }
    }

    /// Whether it is found in the words of an agent.
    pub(crate) fn is_in(&self, words: &str) -> bool {
        self.terms.iter().all(|term| {
            let all_parts = || term.parts.iter().all(|part| words.contains(part));
            words.contains(&term.whole) || (!term.parts.is_empty() && all_parts())
        })
    }
}

fn split(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(|word| match word.char_indices().nth(LONGEST_WORD) {
            Some((end, _)) => word.get(..end).unwrap_or(word),
            None => word,
        })
}

/// Lower case, without accents.
fn folded(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for letter in NORMALIZER
        .normalize(text)
        .chars()
        .flat_map(char::to_lowercase)
    {
        if ('\u{300}'..='\u{36f}').contains(&letter) {
            continue;
        }
        match LETTERS.iter().find(|(special, _)| *special == letter) {
            Some((_, written)) => plain.push_str(written),
            None => plain.push(letter),
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    fn finds(typed: &str, name: &str) -> bool {
        Wanted::of(typed).is_in(&words_of(name, "ak@example.com"))
    }

    #[test]
    fn an_agent_is_found_by_the_first_letters_of_any_word_or_of_the_e_mail() {
        for typed in [
            "",
            "al",
            "KIM",
            "alex k",
            "k al",
            "AK@",
            "ak@example.com",
            " kim ",
        ] {
            assert!(finds(typed, "Alex Kim"), "{typed}");
        }
        for typed in [
            "lex",
            "im",
            "example",
            "alex x",
            "k@example",
            "@",
            "%",
            "_",
            "*",
        ] {
            assert!(!finds(typed, "Alex Kim"), "{typed}");
        }
    }

    #[test]
    fn accents_and_letters_a_keyboard_lacks_make_no_difference() {
        for (typed, name) in [
            ("sorensen", "Ingrid Sørensen"),
            ("Sørensen", "Ingrid Sorensen"),
            ("lefevre", "Chloé Lefèvre"),
            ("LEFÈVRE", "Chloe Lefevre"),
            ("zielinski", "Tomasz Zieliński"),
            ("yilmaz", "Elif Yılmaz"),
            ("łukasz", "Lukasz"),
            ("strasse", "Straße"),
            ("garcia", "Mateo Garci\u{301}a"),
            ("o'connor", "Jack O’Connor"),
            ("luc", "Jean-Luc"),
            ("ｋｉｍ", "Alex Kim"),
            ("田", "田中 健二"),
        ] {
            assert!(finds(typed, name), "{typed} {name}");
        }
    }

    #[test]
    fn endless_names_and_queries_are_bounded() {
        assert!(words_of(&"ab ".repeat(100_000), &"c".repeat(100_000)).len() < 400);
        assert!(words_of(&"x".repeat(100_000), "").len() < 100);
        assert!(!finds(&"x ".repeat(100_000), "Alex Kim"));
    }
}
