//! What cargo knows about the crates of this workspace and those it is built from.

use serde_json::Value;

use crate::command;
use crate::place::Place;
use crate::report::Stop;

/// The answer of `cargo metadata`, for all platforms.
pub(crate) fn read(place: &Place) -> Result<Value, Stop> {
    let advice = "see what cargo says above";
    let text = command::output(command::cargo(place).args([
        "metadata",
        "--format-version",
        "1",
        "--locked",
    ]))?
    .ok_or_else(|| {
        Stop::new(
            "cargo metadata failed",
            "run `cargo metadata --locked`: Cargo.lock must be committed as cargo wants it",
        )
    })?;
    serde_json::from_str(&text)
        .map_err(|error| Stop::new(format!("cargo metadata is not JSON: {error}"), advice))
}

/// The array at `pointer`, or none.
pub(crate) fn array<'a>(value: &'a Value, pointer: &str) -> &'a [Value] {
    value
        .pointer(pointer)
        .and_then(Value::as_array)
        .map_or(&[], Vec::as_slice)
}

/// The text at `key`, or an empty one.
pub(crate) fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value.get(key).and_then(Value::as_str).unwrap_or_default()
}
