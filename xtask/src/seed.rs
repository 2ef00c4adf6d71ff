//! What a run is drawn from.

use std::hash::{BuildHasher, Hasher, RandomState};

/// The options with a new seed, unless they name one.
pub(crate) fn with_seed(mut options: Vec<String>) -> Vec<String> {
    if !options.iter().any(|option| option.starts_with("--seed")) {
        // Short enough to be typed again.
        let seed = RandomState::new().build_hasher().finish() % 1_000_000_000;
        options.push(format!("--seed={seed}"));
    }
    options
}

/// The same for options as they were typed.
pub(crate) fn seeded(options: &[&str]) -> Vec<String> {
    with_seed(options.iter().map(|option| (*option).to_owned()).collect())
}
