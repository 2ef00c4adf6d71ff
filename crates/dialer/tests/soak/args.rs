//! What the run was asked for.

use std::time::{SystemTime, UNIX_EPOCH};

/// How long, how much, and drawn from which seed.
pub(crate) struct Args {
    pub(crate) hours: usize,
    /// Some ask first, some are repeated, some are refused: 2,000 calls come of these.
    pub(crate) presses: usize,
    pub(crate) seed: u64,
}

impl Args {
    /// None where nothing is to be run: `cargo test` lists the tests, or wants another one.
    pub(crate) fn read(args: impl Iterator<Item = String>) -> Option<Self> {
        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap();
        let mut read = Self {
            hours: 24,
            presses: 2400,
            seed: now.as_secs(),
        };
        let mut args = args;
        while let Some(arg) = args.next() {
            match arg.as_str() {
                "--hours" => read.hours = number(args.next()),
                "--presses" => read.presses = number(args.next()),
                "--seed" => read.seed = number(args.next()),
                "--list" => return None,
                "--test-threads" => drop(args.next()),
                option if option.starts_with('-') => {}
                name if "soak".contains(name) => {}
                _ => return None,
            }
        }
        Some(read)
    }
}

fn number<T: std::str::FromStr>(text: Option<String>) -> T {
    let text = text.unwrap_or_default();
    text.parse()
        .unwrap_or_else(|_| panic!("`{text}` is not a number"))
}
