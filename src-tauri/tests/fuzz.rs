//! The preferences file, whatever somebody wrote into it. See `fuzzing` for how it is run.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a case fails by panicking, its helpers too"
)]

use std::collections::HashMap;
use std::process::ExitCode;
use std::time::Duration;

use dialer::problem::ProblemCode;
use dialer::view::Appearance;
use fuzzing::{Limits, Reached, Target};
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::TestCaseError;
use serde_json::Value;

use crate::preferences::WindowSize;

#[allow(
    dead_code,
    unused_imports,
    reason = "the rest of it needs a running app, and its own tests a harness"
)]
#[path = "../preferences.rs"]
mod preferences;

const FILE: &str = "preferences.json";

const LIMITS: Limits = Limits {
    // At most 1 MiB is read; as a tree it is larger, above all where it is nothing but short values.
    memory: 48 * 1024 * 1024,
    time: Duration::from_secs(10),
    accepted: 0.2,
};

const VALUES: &[&str] = &[
    "\"dark\"",
    "\"light\"",
    "\"system\"",
    "{\"width\":1000.0,\"height\":680.0}",
    "{\"width\":1e308,\"height\":-1}",
    "{\"width\":1e999,\"height\":0}",
    "{\"width\":\"1000\",\"height\":[]}",
    "{\"width\":1}",
    "null",
    "[]",
    "7",
    "1e999",
    "123456789012345678901234567890",
    "\"\\ud800\"",
    "\"\\u0000\\u202e\"",
    "{\"a\":1,\"a\":2}",
    "nul",
    "",
];

fn main() -> ExitCode {
    fuzzing::main(|| vec![Target::new("preferences", LIMITS, files(), holds)])
}

/// What the plugin reads is what was found whole before; anything else is kept beside it, byte by byte.
fn holds(text: Vec<u8>) -> Result<Reached, TestCaseError> {
    let place = tempfile::tempdir().unwrap();
    let path = place.path().join(FILE);
    std::fs::write(&path, &text).unwrap();
    let problem = preferences::set_aside_if_damaged(place.path(), 7);
    if let Some(problem) = problem {
        prop_assert_eq!(problem.code, ProblemCode::PreferencesSetAside);
        prop_assert!(!path.exists());
        let kept = std::fs::read(place.path().join("preferences.json.bad-7"));
        prop_assert!(kept.is_ok_and(|kept| kept == text));
        return Ok(Reached::Refused);
    }
    // As the plugin does it.
    let stored = serde_json::from_slice::<HashMap<String, Value>>(&std::fs::read(&path).unwrap());
    let stored = stored.map_err(|error| TestCaseError::fail(error.to_string()))?;
    let appearance = stored.get("appearance").cloned();
    appearance.and_then(preferences::typed::<Appearance>);
    let window = stored.get("window").cloned();
    if let Some(size) = window.and_then(preferences::typed::<WindowSize>) {
        prop_assert!(size.width.is_finite() && size.height.is_finite());
    }
    Ok(Reached::Accepted)
}

fn files() -> impl Strategy<Value = Vec<u8>> + Clone {
    let keys = vec!["appearance", "window", "more", ""];
    let field = (prop::sample::select(keys), prop::sample::select(VALUES));
    let whole = prop::collection::vec(field, 0..5).prop_map(|fields| {
        let fields: Vec<String> = fields
            .iter()
            .map(|(key, value)| format!("\"{key}\":{value}"))
            .collect();
        format!("{{{}}}", fields.join(",")).into_bytes()
    });
    prop_oneof![
        60 => whole.clone(),
        10 => (whole.clone(), any::<Index>()).prop_map(|(mut text, end)| {
            text.truncate(end.index(text.len()));
            text
        }),
        10 => (whole.clone(), any::<Index>(), any::<u8>()).prop_map(|(mut text, at, byte)| {
            let at = at.index(text.len());
            text[at] = byte;
            text
        }),
        10 => (whole, prop::collection::vec(any::<u8>(), 1..50)).prop_map(|(text, more)| [text, more].concat()),
        8 => prop::collection::vec(any::<u8>(), 0..500),
        1 => (1..200_000_usize).prop_map(|depth| [b"{\"window\":".to_vec(), b"[".repeat(depth)].concat()),
        // About the most that is read: a little less, and a little more.
        1 => (349_000..350_000_usize).prop_map(|count| {
            let text = format!("{{\"x\":[{}0]}}", "{},".repeat(count));
            text.into_bytes()
        }),
    ]
}
