//! What the run was asked for.

/// As many as the tests make; the full run makes 200.
const FEW: usize = 40;

/// From this count on each phase has to be hit.
const FULL: usize = 200;

/// `cargo test` draws the same each time, so that a change is what turns it red.
const SEED: u64 = 20_261_121;

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
            seed: SEED,
        };
        let mut args = args;
        while let Some(arg) = args.next() {
            // Both `--seed 2` and `--seed=2`.
            let (name, joined) = match arg.split_once('=') {
                Some((name, value)) => (name, Some(value.to_owned())),
                None => (arg.as_str(), None),
            };
            let mut value = || joined.clone().or_else(|| args.next());
            match name {
                "--count" => read.count = number(value()),
                "--seed" => read.seed = number(value()),
                "--list" => return None,
                "--test-threads" => drop(value()),
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
