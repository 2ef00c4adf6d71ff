//! The command line.

use std::path::PathBuf;
use std::time::{SystemTime, UNIX_EPOCH};

const CASES: u64 = 10_000;

const USAGE: &str = "options:
  --cases N    cases of each target (10000)
  --seed N     the seed that was printed, to run the same cases again
  --only NAME  targets whose name contains NAME
  --case N     only this case, with its input
  --list       the targets";

/// Options that `cargo test` hands to every test target, with whether a value follows.
const OF_TEST_HARNESSES: &[(&str, bool)] = &[
    ("--exact", false),
    ("--nocapture", false),
    ("--no-capture", false),
    ("--show-output", false),
    ("--quiet", false),
    ("-q", false),
    ("--include-ignored", false),
    ("--test-threads", true),
    ("--color", true),
    ("--format", true),
    ("--skip", true),
];

/// What is asked for.
#[derive(Debug)]
pub(crate) enum Wish {
    /// Run targets, each in a process of its own.
    Run(Options),
    /// Run one target in this process.
    RunHere(Here),
    /// Name the targets.
    List,
    /// Something that concerns no target.
    Nothing,
}

#[derive(Debug, Clone)]
pub(crate) struct Options {
    pub(crate) cases: u64,
    pub(crate) seed: u64,
    pub(crate) only: Option<String>,
    pub(crate) case: Option<u64>,
}

/// What one process is to do.
#[derive(Debug, Clone)]
pub(crate) struct Here {
    pub(crate) target: String,
    pub(crate) options: Options,
    /// Where the number of the present case is written.
    pub(crate) progress: PathBuf,
    /// Print the input of `options.case` instead of running it.
    pub(crate) show: bool,
}

impl Options {
    pub(crate) fn read(mut words: impl Iterator<Item = String>) -> Result<Wish, &'static str> {
        let mut options = Self {
            cases: CASES,
            seed: fresh_seed(),
            only: None,
            case: None,
        };
        let (mut here, mut progress, mut show) = (None, None, false);
        while let Some(word) = words.next() {
            let (name, value) = match word.split_once('=') {
                Some((name, value)) if name.starts_with('-') => {
                    (name.to_owned(), Some(value.to_owned()))
                }
                _ => (word, None),
            };
            let mut value = || value.clone().or_else(|| words.next()).ok_or(USAGE);
            let number = |text: String| text.parse().map_err(|_| USAGE);
            match name.as_str() {
                "--cases" => options.cases = number(value()?)?,
                "--seed" => options.seed = number(value()?)?,
                "--case" => options.case = Some(number(value()?)?),
                "--only" => options.only = Some(value()?),
                "--here" => here = Some(value()?),
                "--progress" => progress = Some(PathBuf::from(value()?)),
                "--show" => show = true,
                "--list" => return Ok(Wish::List),
                "--ignored" | "--bench" => return Ok(Wish::Nothing),
                filter if !filter.starts_with('-') => options.only = Some(filter.to_owned()),
                other => match OF_TEST_HARNESSES.iter().find(|(known, _)| *known == other) {
                    Some((_, true)) => drop(value()?),
                    Some((_, false)) => {}
                    None => return Err(USAGE),
                },
            }
        }
        Ok(match here.zip(progress) {
            None => Wish::Run(options),
            Some((target, progress)) => Wish::RunHere(Here {
                target,
                options,
                progress,
                show,
            }),
        })
    }

    /// The number of the first case, and of the one behind the last.
    pub(crate) fn range(&self) -> std::ops::Range<u64> {
        match self.case {
            Some(case) => case..case + 1,
            None => 0..self.cases,
        }
    }
}

/// Another one each time, short enough to be typed.
fn fresh_seed() -> u64 {
    let now = SystemTime::now().duration_since(UNIX_EPOCH);
    now.map_or(0, |now| (now.as_micros() % 1_000_000_000) as u64)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Result<Wish, &'static str> {
        Options::read(line.split_whitespace().map(str::to_owned))
    }

    fn options(line: &str) -> Options {
        match read(line) {
            Ok(Wish::Run(options)) => options,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn ten_thousand_cases_unless_more_are_asked_for() {
        assert_eq!(options("").range(), 0..10_000);
        assert_eq!(options("--cases 500000").range(), 0..500_000);
        assert_eq!(options("--cases=7 --case 5").range(), 5..6);
        let options = options("--seed 4711 --only frames");
        assert_eq!(
            (options.seed, options.only.as_deref()),
            (4711, Some("frames"))
        );
    }

    #[test]
    fn what_cargo_hands_to_every_test_is_no_mistake() {
        assert_eq!(options("numbers --exact").only.as_deref(), Some("numbers"));
        options("--nocapture --test-threads=2 --skip x -q");
        assert!(matches!(read("--list"), Ok(Wish::List)));
        assert!(matches!(read("--ignored"), Ok(Wish::Nothing)));
        for wrong in ["--casses 7", "--cases", "--cases many", "--seed -1"] {
            assert!(read(wrong).is_err(), "{wrong}");
        }
    }
}
