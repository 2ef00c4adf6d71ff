//! The text that is selected in another program, as far as it can be a number.
//!
//! On Linux that is the primary selection, which needs no copying, and the clipboard where nothing
//! is selected. Other systems have the clipboard alone.

use arboard::Clipboard;
use dialer::problem::{Problem, ProblemCode};

/// A number with some words around it is shorter.
const LONGEST: usize = 256;

/// The shortest numbers there are.
const FEWEST_DIGITS: usize = 3;

/// Reads it. Blocks until the program that holds it answers, at most four seconds.
pub(crate) fn read() -> Result<String, Problem> {
    let mut clipboard = Clipboard::new().map_err(|error| {
        tracing::warn!(%error, "the selection cannot be read");
        Problem::new(ProblemCode::SelectionEmpty)
    })?;
    let text = selected(&mut clipboard).or_else(|| clipboard.get_text().ok());
    as_number(&text.unwrap_or_default())
}

#[cfg(target_os = "linux")]
fn selected(clipboard: &mut Clipboard) -> Option<String> {
    use arboard::{GetExtLinux, LinuxClipboardKind};
    let text = clipboard.get().clipboard(LinuxClipboardKind::Primary);
    text.text().ok().filter(|text| !text.trim().is_empty())
}

#[cfg(not(target_os = "linux"))]
fn selected(_: &mut Clipboard) -> Option<String> {
    None
}

/// The text on one line, where it can hold a number at all.
fn as_number(text: &str) -> Result<String, Problem> {
    let line = text
        .split(|c: char| c.is_whitespace() || c.is_control())
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ");
    if line.is_empty() {
        return Err(Problem::new(ProblemCode::SelectionEmpty));
    }
    if line.chars().count() > LONGEST {
        return Err(Problem::new(ProblemCode::SelectionTooLong).with("limit", LONGEST));
    }
    if line.chars().filter(|c| c.is_numeric()).count() < FEWEST_DIGITS {
        return Err(Problem::new(ProblemCode::SelectionNoNumber));
    }
    Ok(line)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(text: &str) -> ProblemCode {
        as_number(text).unwrap_err().code
    }

    #[test]
    fn a_number_comes_on_one_line_whatever_is_around_it() {
        for (selected, line) in [
            ("+1 415 555 2671", "+1 415 555 2671"),
            ("  (415) 555-2671\n", "(415) 555-2671"),
            (
                "Tel.:\t030\u{a0}901820\r\nFax: –",
                "Tel.: 030 901820 Fax: –",
            ),
            ("911", "911"),
            ("٠٢٠", "٠٢٠"),
            ("+1\u{0}415\u{1b}[31m5552671", "+1 415 [31m5552671"),
        ] {
            assert_eq!(as_number(selected).unwrap(), line, "{selected:?}");
        }
    }

    #[test]
    fn what_cannot_be_a_number_is_said_and_not_filled_in() {
        for nothing in ["", " \n\t", "\u{0}"] {
            assert_eq!(code(nothing), ProblemCode::SelectionEmpty, "{nothing:?}");
        }
        for words in ["call me", "1 + 2", "B2"] {
            assert_eq!(code(words), ProblemCode::SelectionNoNumber, "{words:?}");
        }
    }

    #[test]
    fn the_limit_counts_characters() {
        let fits = "٣".repeat(LONGEST);
        assert_eq!(as_number(&fits).unwrap(), fits);
        assert_eq!(
            code(&"3".repeat(LONGEST + 1)),
            ProblemCode::SelectionTooLong
        );
        assert_eq!(code(&"a".repeat(1_000_000)), ProblemCode::SelectionTooLong);
    }
}
