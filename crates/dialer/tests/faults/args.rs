//! What the program is told: options of its own, and those that `cargo test` gives every test.

/// How the options are written.
pub(crate) const USAGE: &str = "cargo xtask faults [options]

  --seed N      the same runs again (a new seed each time where it is left out)
  --only TEXT   cells whose name has it: DIALECT / STEP / FAULT
  --rounds N    every cell N times, each time drawn anew
  --real N      how many cells also run over real sockets
  --json PATH   writes the results as JSON
";

/// `cargo test` draws the same runs each time, so that a change is what turns it red.
const SEED: u64 = 20_261_121;

/// The name a filter of `cargo test` is compared with.
const NAME: &str = "faults";

#[derive(Debug, PartialEq)]
pub(crate) struct Args {
    pub(crate) seed: u64,
    pub(crate) only: Option<String>,
    pub(crate) rounds: u32,
    pub(crate) real: usize,
    pub(crate) json: Option<String>,
}

/// What is to be done.
#[derive(Debug, PartialEq)]
pub(crate) enum Wanted {
    Run(Args),
    /// `cargo test -- --list`.
    List,
    /// `cargo test` asks for other tests.
    Nothing,
}

/// Reads the arguments.
pub(crate) fn read(args: impl Iterator<Item = String>) -> Result<Wanted, String> {
    let mut wanted = Args {
        seed: SEED,
        only: None,
        rounds: 1,
        real: 6,
        json: None,
    };
    let (mut filters, mut listed, mut others) = (Vec::new(), false, false);
    let mut args = args.peekable();
    while let Some(arg) = args.next() {
        let (name, inline) = match arg.split_once('=') {
            Some((name, value)) if name.starts_with("--") => {
                (name.to_owned(), Some(value.to_owned()))
            }
            _ => (arg, None),
        };
        let mut value = || {
            let value = inline.clone().or_else(|| args.next());
            value.ok_or_else(|| format!("{name} needs a value"))
        };
        match name.as_str() {
            "--seed" => wanted.seed = number(&value()?)?,
            "--only" => wanted.only = Some(value()?),
            "--rounds" => wanted.rounds = number(&value()?)?,
            "--real" => wanted.real = number(&value()?)?,
            "--json" => wanted.json = Some(value()?),
            "-h" | "--help" => return Err("every fault at every step of a call".to_owned()),
            "--list" => listed = true,
            "--ignored" | "--bench" => others = true,
            "--skip" => others |= NAME.contains(&value()?),
            "--test-threads" | "--color" | "--format" | "--logfile" | "--shuffle-seed" | "-Z" => {
                value()?;
            }
            "-q" | "--quiet" | "--nocapture" | "--no-capture" | "--show-output" | "--exact"
            | "--include-ignored" | "--test" | "--shuffle" | "--report-time" => {}
            option if option.starts_with('-') => return Err(format!("{option} is not known")),
            _ => filters.push(name),
        }
    }
    let meant = filters.is_empty() || filters.iter().any(|filter| NAME.contains(filter.as_str()));
    Ok(match (others || !meant, listed) {
        (true, _) => Wanted::Nothing,
        (false, true) => Wanted::List,
        (false, false) => Wanted::Run(wanted),
    })
}

fn number<N: std::str::FromStr>(text: &str) -> Result<N, String> {
    text.parse()
        .map_err(|_| format!("{text} is not a number that fits"))
}
