//! Comma-separated values: RFC 4180, and nothing that a spreadsheet takes for a formula.

use crate::plain;

/// Where some spreadsheets begin the next field, whatever stands between the fields.
const SEPARATORS: [char; 4] = [';', '\t', '\r', '\n'];

/// One line, with its end.
pub(crate) fn line<'a>(fields: impl IntoIterator<Item = &'a str>) -> String {
    let fields: Vec<String> = fields.into_iter().map(field).collect();
    format!("{}\r\n", fields.join(","))
}

fn field(text: &str) -> String {
    let shown = |letter: &char| SEPARATORS.contains(letter) || !plain::acts(*letter);
    let text: String = text.chars().filter(shown).collect();
    let text = guarded(&text);
    if text.contains(['"', ',', ';', '\t', '\r', '\n']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text
    }
}

/// The text with a `'` wherever a formula would begin.
fn guarded(text: &str) -> String {
    let mut guarded = String::with_capacity(text.len() + 1);
    if text.starts_with(['\t', '\r', '\n']) {
        guarded.push('\'');
    }
    for part in text.split_inclusive(SEPARATORS) {
        if is_formula(part.trim_end_matches(SEPARATORS)) {
            guarded.push('\'');
        }
        guarded.push_str(part);
    }
    guarded
}

/// Whether a spreadsheet would calculate it. A plus and digits alone is a number, and stays one for
/// programs that read the column.
fn is_formula(text: &str) -> bool {
    let is_number = text.strip_prefix('+').is_some_and(|digits| {
        !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())
    });
    // Also behind spaces, quotes and what is not seen, and in the wide forms that some spreadsheets read alike.
    let behind = |letter: char| letter.is_whitespace() || letter == '"' || is_invisible(letter);
    let first = text.trim_start_matches(behind).chars().next();
    let formula = matches!(
        first,
        Some('=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠')
    );
    formula && !is_number
}

/// Letters without a width.
fn is_invisible(letter: char) -> bool {
    matches!(
        letter,
        '\u{00AD}' | '\u{034F}' | '\u{180E}' | '\u{200B}'..='\u{200D}' | '\u{2060}'..='\u{2064}'
            | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_commas_and_lines_are_quoted() {
        assert_eq!(
            line(["plain", "a,b", "say \"hi\"", "two\nlines", "", "a;b"]),
            "plain,\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\",,\"a;b\"\r\n"
        );
    }

    #[test]
    fn formulas_are_made_text() {
        for text in [
            "=1+1",
            "+cmd|' /C calc'!A0",
            "-2+3",
            "@SUM(A1)",
            "\t=1",
            " =1",
            "\n=1",
            "+1 (415) 555",
            "＝1",
            "\u{feff}=1",
            "\u{200b} =1",
            "\u{1b}=1",
        ] {
            let told = field(text);
            assert!(told.trim_start_matches('"').starts_with('\''), "{told}");
        }
    }

    #[test]
    fn formulas_behind_another_separator_are_made_text() {
        for text in ["a;=1", "a\t=1", "a;\"=1", "a\n@x", "a; \u{feff}-1"] {
            let told = field(text);
            let (_, behind) = told.trim_matches('"').split_at(2);
            assert!(behind.starts_with('\''), "{told}");
        }
    }

    #[test]
    fn a_number_to_dial_stays_as_it_is() {
        assert_eq!(field("+14155552671"), "+14155552671");
        assert_eq!(field("+"), "'+");
    }
}
