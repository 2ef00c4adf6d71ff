//! Reads JSON that may be anything: what is missing or of another type is simply not there.

use jiff::Timestamp;
use serde_json::Value;

/// The text at `key`, where there is one that is not empty.
pub(crate) fn text<'a>(value: &'a Value, key: &str) -> Option<&'a str> {
    value.get(key)?.as_str().filter(|text| !text.is_empty())
}

/// As [`text`], owned and in one line. People read it in a terminal or between other words, so nothing in it moves the
/// cursor or turns the direction of what stands beside it.
pub(crate) fn owned(value: &Value, key: &str) -> Option<String> {
    let clean = one_line(text(value, key)?);
    (!clean.is_empty()).then_some(clean)
}

/// The text without line breaks and other controls, and without marks that turn its direction.
pub(crate) fn one_line(text: &str) -> String {
    text.chars()
        .filter(|c| !turns_direction(*c))
        .map(|c| match c {
            '\u{2028}' | '\u{2029}' => ' ',
            c if c.is_control() => ' ',
            c => c,
        })
        .collect()
}

/// The characters that Unicode calls `Bidi_Control`.
fn turns_direction(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// The time at `key`, where it can be read.
pub(crate) fn time(value: &Value, key: &str) -> Option<Timestamp> {
    text(value, key)?.parse().ok()
}

/// The array at `key`; empty where there is none.
pub(crate) fn items<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    value
        .get(key)
        .and_then(Value::as_array)
        .map_or(&[], Vec::as_slice)
}

/// The text that `value` is, or the texts it is an array of.
pub(crate) fn texts(value: &Value) -> impl Iterator<Item = &str> {
    let one = value.as_str().into_iter();
    let many = value.as_array().into_iter().flatten();
    one.chain(many.filter_map(Value::as_str))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_name_stays_in_its_line_and_direction() {
        let name = json!({
            "name": "Ann\r\n\t\u{1b}[2JKim\u{2028}\u{85}!",
            "turned": "\u{202e}nnA\u{202c} \u{2066}Kim\u{2069}\u{200f}",
            "nothing": "\u{202e}\u{2069}",
            "plain": "Zoë 田中 שלום",
        });
        let read = |key| owned(&name, key);
        assert_eq!(read("name").as_deref(), Some("Ann    [2JKim  !"));
        assert_eq!(read("turned").as_deref(), Some("nnA Kim"));
        assert_eq!(read("nothing"), None);
        assert_eq!(read("plain").as_deref(), Some("Zoë 田中 שלום"));
    }
}
