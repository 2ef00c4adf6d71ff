//! Ids that a server tells. They are stored, logged and put into paths, and a server could write numbers, names, lines
//! of a log or parts of an address into one.

use serde_json::Value;

use crate::json::text;

/// Whether `text` is an id and nothing else.
pub(crate) fn is_plain_id(text: &str) -> bool {
    (1..=64).contains(&text.len())
        && !matches!(text, "." | "..")
        && text
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'-'))
}

/// The id at `key`; what is no plain id is not there.
pub(crate) fn plain_id(value: &Value, key: &str) -> Option<String> {
    text(value, key)
        .filter(|id| is_plain_id(id))
        .map(str::to_owned)
}
