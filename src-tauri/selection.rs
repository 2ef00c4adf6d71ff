//! The text that is selected in another program, as far as it can be a number.
//!
//! On Linux that is the primary selection, which needs no copying, and the clipboard where nothing
//! is selected. Other systems have the clipboard alone.

#[cfg(target_os = "linux")]
use std::time::{Duration, Instant};

use arboard::Clipboard;
use dialer::problem::{Problem, ProblemCode};

/// A number with some words around it is shorter.
const LONGEST: usize = 256;

/// The shortest numbers there are.
const FEWEST_DIGITS: usize = 3;

/// Stands between digits of two lines or cells.
const BETWEEN: &str = " | ";

/// So long the library waits for each kind of text before it calls silence an empty selection.
#[cfg(target_os = "linux")]
const PATIENCE: Duration = Duration::from_secs(4);

/// Reads it. Blocks until the program that holds it answers, or the library waits no longer.
pub(crate) fn read() -> Result<String, Problem> {
    let mut clipboard = Clipboard::new().map_err(|error| {
        tracing::warn!(%error, "the selection cannot be read");
        Problem::new(ProblemCode::SelectionEmpty)
    })?;
    let text = match selected(&mut clipboard)? {
        Some(text) => Some(text),
        None => copied(&mut clipboard)?,
    };
    as_number(&text.unwrap_or_default())
}

#[cfg(target_os = "linux")]
fn selected(clipboard: &mut Clipboard) -> Result<Option<String>, Problem> {
    use arboard::{GetExtLinux, LinuxClipboardKind};
    let asked = Instant::now();
    let text = clipboard.get().clipboard(LinuxClipboardKind::Primary);
    text_or_nothing(text.text(), asked.elapsed())
}

#[cfg(not(target_os = "linux"))]
fn selected(_: &mut Clipboard) -> Result<Option<String>, Problem> {
    Ok(None)
}

#[cfg(target_os = "linux")]
fn copied(clipboard: &mut Clipboard) -> Result<Option<String>, Problem> {
    let asked = Instant::now();
    let text = clipboard.get_text();
    text_or_nothing(text, asked.elapsed())
}

#[cfg(not(target_os = "linux"))]
fn copied(clipboard: &mut Clipboard) -> Result<Option<String>, Problem> {
    Ok(clipboard.get_text().ok())
}

/// None where nothing is selected, so that the clipboard is asked. What is selected and cannot be
/// read must not be taken for that: the clipboard holds another number.
#[cfg(target_os = "linux")]
fn text_or_nothing(
    text: Result<String, arboard::Error>,
    after: Duration,
) -> Result<Option<String>, Problem> {
    use arboard::Error;
    match text {
        Ok(text) => Ok(Some(text).filter(|text| !text.trim().is_empty())),
        Err(Error::ClipboardNotSupported) => Ok(None),
        Err(Error::ContentNotAvailable) if after < PATIENCE => Ok(None),
        Err(Error::ContentNotAvailable) => {
            tracing::warn!(
                ?after,
                "the program that holds the selection does not answer"
            );
            Err(Problem::new(ProblemCode::SelectionSilent))
        }
        Err(error) => {
            tracing::warn!(%error, ?after, "what is selected cannot be read");
            Err(Problem::new(ProblemCode::SelectionEmpty))
        }
    }
}

/// The text on one line, where it can hold a number at all.
fn as_number(text: &str) -> Result<String, Problem> {
    let line = on_one_line(text);
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

/// A field of one line would run the digits of two lines or cells into one number. Between them
/// comes what no number holds, so that they are read apart; words before or after a number need none.
fn on_one_line(text: &str) -> String {
    let mut line = String::new();
    let mut digits_before = false;
    for part in text.split(is_break) {
        let words: Vec<&str> = part.split_whitespace().collect();
        if words.is_empty() {
            continue;
        }
        let digits = part.contains(char::is_numeric);
        if !line.is_empty() {
            let apart = digits && digits_before;
            line.push_str(if apart { BETWEEN } else { " " });
        }
        line.push_str(&words.join(" "));
        digits_before |= digits;
    }
    line
}

/// Tabs, the ends of lines, and the NUL that X11 puts between the texts of a list.
fn is_break(letter: char) -> bool {
    letter.is_control() || matches!(letter, '\u{2028}' | '\u{2029}')
}

#[cfg(test)]
mod tests {
    use dialer::number::{Country, ExtensionDigits, preview};
    use dialer::view::NumberPreview;

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
            ("+1\u{0}415\u{1b}[31m5552671", "+1 | 415 | [31m5552671"),
        ] {
            assert_eq!(as_number(selected).unwrap(), line, "{selected:?}");
        }
    }

    fn read_in(country: &str, selected: &str) -> NumberPreview {
        let country = Country::parse(country).unwrap();
        let line = as_number(selected).unwrap();
        preview(&line, country, &ExtensionDigits::default())
    }

    #[test]
    fn digits_of_two_lines_or_cells_are_never_one_number() {
        for (country, selected, offered) in [
            ("DE", "040 1234\n040 1235", &["+49401234", "+49401235"][..]),
            ("DE", "040 1234\t040 1235", &["+49401234", "+49401235"]),
            ("DE", "030 901820\t4711", &[]),
            ("DE", "030 901820\r\n4711\r\n", &[]),
            ("DE", "030 901820\n-\n4711", &[]),
            ("DE", "4711\t030 901820\t12", &[]),
            ("DE", "030 901820\u{b}4711", &[]),
            ("DE", "030 901820\u{2028}4711", &[]),
            ("DE", "030 901820\u{85}4711", &[]),
            ("DE", "030 901820\u{0}4711", &[]),
            ("US", "415\n555 2671", &[]),
            (
                "US",
                "Office\t415-555-2671\nMobile\t415-555-2672\n",
                &["+14155552671", "+14155552672"],
            ),
        ] {
            let shown = read_in(country, selected);
            assert_eq!(shown.e164, None, "{selected:?}");
            let numbers: Vec<_> = shown.candidates.iter().map(|one| &one.e164).collect();
            assert_eq!(numbers, offered, "{selected:?}");
        }
    }

    #[test]
    fn a_line_or_cell_without_digits_parts_nothing() {
        for (country, selected, number) in [
            ("DE", "\t030 901820\n", "+4930901820"),
            ("DE", "\n\n030\u{a0}901820\t \r\n", "+4930901820"),
            ("US", "+\n1 415 555 2671", "+14155552671"),
        ] {
            let shown = read_in(country, selected);
            assert_eq!(shown.e164.as_deref(), Some(number), "{selected:?}");
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

    #[cfg(target_os = "linux")]
    #[test]
    fn the_clipboard_stands_in_for_an_empty_selection_alone() {
        use arboard::Error;
        let at_once = Duration::from_millis(5);
        for (answer, after) in [
            (Ok(" \n".to_owned()), at_once),
            (Err(Error::ContentNotAvailable), at_once),
            (Err(Error::ClipboardNotSupported), at_once),
        ] {
            assert_eq!(text_or_nothing(answer, after).unwrap(), None);
        }
        for (error, after, code) in [
            (
                Error::ContentNotAvailable,
                PATIENCE,
                ProblemCode::SelectionSilent,
            ),
            (
                Error::ConversionFailure,
                at_once,
                ProblemCode::SelectionEmpty,
            ),
            (
                Error::ClipboardOccupied,
                at_once,
                ProblemCode::SelectionEmpty,
            ),
        ] {
            let problem = text_or_nothing(Err(error), after).unwrap_err();
            assert_eq!(problem.code, code);
        }
        let selected = text_or_nothing(Ok("911".to_owned()), PATIENCE).unwrap();
        assert_eq!(selected.as_deref(), Some("911"));
    }

    #[test]
    fn the_limit_counts_characters() {
        let fits = "٣".repeat(LONGEST);
        assert_eq!(as_number(&fits).unwrap(), fits);
        // What comes between them counts too: the page gets no more than the limit.
        assert_eq!(
            code(&"3\n".repeat(LONGEST / 3)),
            ProblemCode::SelectionTooLong
        );
        assert_eq!(
            code(&"3".repeat(LONGEST + 1)),
            ProblemCode::SelectionTooLong
        );
        assert_eq!(code(&"a".repeat(1_000_000)), ProblemCode::SelectionTooLong);
    }
}
