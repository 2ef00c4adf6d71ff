//! What people type, and what Ringfor dials.

mod extensions;
mod hostile;
mod laws;
mod links;
mod plans;
mod rules;
mod several;

use super::*;

fn country(code: &str) -> Country {
    Country::parse(code).unwrap_or_else(|| panic!("no country {code}"))
}

/// What is shown where no extensions are dialled.
fn preview(typed: &str, country: Country) -> crate::view::NumberPreview {
    super::preview(typed, country, &ExtensionDigits::default())
}

/// What comes of a text, in one line: the number (`?` in front where it is only possible), its
/// extension behind `x`, or the code of the problem without `number_`.
fn outcome(typed: &str, code: &str) -> String {
    match read_number(typed, country(code)) {
        Ok(number) => {
            let mark = match number.verdict {
                Standing::Valid => "",
                Standing::Possible => "?",
            };
            let extension = number.extension.map(|extension| format!(" x{extension}"));
            format!("{mark}{}{}", number.e164, extension.unwrap_or_default())
        }
        Err(problem) => problem.code.as_str().replace("number_", ""),
    }
}

/// Fails with every row that came out differently.
fn check(rows: &[(&str, &str, &str)]) {
    let wrong: Vec<String> = rows
        .iter()
        .filter_map(|(code, typed, expected)| {
            let seen = outcome(typed, code);
            (seen != *expected).then(|| format!("{code} {typed:?}: {seen}, expected {expected}"))
        })
        .collect();
    assert!(
        wrong.is_empty(),
        "{} of {}:\n{}",
        wrong.len(),
        rows.len(),
        wrong.join("\n")
    );
}
