//! Text as a terminal shows it. Names come from a server and from other people: in one there can be what
//! moves the cursor, sets the title of the window, begins another row or turns the direction of reading.

/// What stands where something was that is not shown.
const NOT_SHOWN: char = '\u{FFFD}';

/// The text as one field of one row.
pub(crate) fn field(text: &str) -> String {
    text.chars().map(shown).collect()
}

/// JSON with nothing in it that a terminal acts on: what serde leaves is written as an escape, which reads
/// back the same.
pub(crate) fn json(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for letter in text.chars() {
        if acts(letter) {
            plain.push_str(&format!("\\u{:04x}", u32::from(letter)));
        } else {
            plain.push(letter);
        }
    }
    plain
}

fn shown(letter: char) -> char {
    match letter {
        '\t' | '\r' | '\n' => ' ',
        _ if acts(letter) => NOT_SHOWN,
        _ => letter,
    }
}

/// Whether a letter does something in place of being shown. All of these are below U+FFFF.
pub(crate) fn acts(letter: char) -> bool {
    letter.is_control()
        || matches!(
            letter,
            '\u{061C}'
                | '\u{200E}'
                | '\u{200F}'
                | '\u{2028}'..='\u{202E}'
                | '\u{2066}'..='\u{2069}'
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_a_terminal_acts_on_is_left() {
        let hostile = "Ann\u{1b}]0;x\u{7}\nplaced\tBob\u{202e}moc\u{9b}2J\u{2066}";
        let told = field(hostile);
        assert!(!told.chars().any(acts), "{told:?}");
        assert!(told.contains(" placed Bob\u{FFFD}moc"), "{told:?}");
    }

    #[test]
    fn names_of_all_languages_stay() {
        for name in [
            "Zoë Öğretmen",
            "山田 太郎",
            "محمد",
            "क्षत्रिय\u{200d}",
            "👩\u{200d}💻",
        ] {
            assert_eq!(field(name), name);
        }
    }

    #[test]
    fn json_reads_back_as_it_was() {
        let hostile = "a\u{9b}2J\u{202e}\u{7f}\u{1b}\nb";
        let written = json(&serde_json::to_string(hostile).unwrap_or_default());
        assert!(!written.chars().any(acts), "{written:?}");
        assert_eq!(
            serde_json::from_str::<String>(&written).ok().as_deref(),
            Some(hostile)
        );
    }
}
