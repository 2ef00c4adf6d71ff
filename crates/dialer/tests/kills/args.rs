//! What the run was asked for.

use std::time::{SystemTime, UNIX_EPOCH};

/// As many as the tests make; the full run makes 200.
const FEW: usize = 40;

/// From this count on each phase has to be hit.
const FULL: usize = 200;

/// How many kills, drawn from which seed.
pub(crate) struct Args {
    pub(crate) count: usize,
    pub(crate) seed: u64,
}

impl Args {
    /// None where nothing is to be run: `cargo test` lists the tests, or wants another one.
    pub(crate) fn read(args: impl Iterator<Item = String>) -> Option<Self> {
        let mut read = Self {
            count: FEW,
            seed: now(),
        };
        let mut args = args;
        while let Some(arg) = args.next() {
            match arg.as_str() {
                "--count" => read.count = number(args.next()),
                "--seed" => read.seed = number(args.next()),
                "--list" => return None,
                "--test-threads" => drop(args.next()),
                option if option.starts_with('-') => {}
                name if "kills".contains(name) => {}
                _ => return None,
            }
        }
        Some(read)
    }

    pub(crate) fn is_full(&self) -> bool {
        self.count >= FULL
    }
}

fn number<T: std::str::FromStr>(text: Option<String>) -> T {
    let text = text.unwrap_or_default();
    text.parse()
        .unwrap_or_else(|_| panic!("`{text}` is not a number"))
}

fn now() -> u64 {
    SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap()
        .as_secs()
}
