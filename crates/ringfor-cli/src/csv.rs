//! Comma-separated values: RFC 4180, and nothing that a spreadsheet takes for a formula.

/// One line, with its end.
pub(crate) fn line<'a>(fields: impl IntoIterator<Item = &'a str>) -> String {
    let fields: Vec<String> = fields.into_iter().map(field).collect();
    format!("{}\r\n", fields.join(","))
}

fn field(text: &str) -> String {
    let text = if is_formula(text) {
        format!("'{text}")
    } else {
        text.to_owned()
    };
    if text.contains(['"', ',', '\r', '\n']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text
    }
}

/// Whether a spreadsheet would calculate it. A plus and digits alone is a number, and stays one for
/// programs that read the column.
fn is_formula(text: &str) -> bool {
    let is_number = text.strip_prefix('+').is_some_and(|digits| {
        !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())
    });
    // Also behind spaces, and in the wide forms that some spreadsheets read alike.
    let first = text.trim_start().chars().next();
    let formula = matches!(
        first,
        Some('=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠')
    );
    (formula || text.starts_with(['\t', '\r', '\n'])) && !is_number
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_commas_and_lines_are_quoted() {
        assert_eq!(
            line(["plain", "a,b", "say \"hi\"", "two\nlines", ""]),
            "plain,\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\",\r\n"
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
        ] {
            let told = field(text);
            assert!(told.trim_start_matches('"').starts_with('\''), "{told}");
        }
    }

    #[test]
    fn a_number_to_dial_stays_as_it_is() {
        assert_eq!(field("+14155552671"), "+14155552671");
        assert_eq!(field("+"), "'+");
    }
}
