//! Holds the code that reads foreign input to its laws, with thousands of made-up cases. For tests only.
//!
//! A test target without a harness gives its [`Target`]s to [`main`]. Each runs in a process of its own, on a thread
//! whose stack is that of the app's threads, so that an overflow or an abort ends neither the run nor the report. Every
//! case follows from the seed and its number alone: what failed can be run again by itself.
//!
//! A case fails where a law is broken, where any thread panics, or where it takes more time or memory than its limit.
//! Where too few inputs get through to the deep code, the target itself fails: it would prove nothing.
//!
//! Whatever links this crate counts its memory.

mod cases;
mod memory;
mod options;
mod panics;
mod processes;
mod target;
mod watch;

use std::fmt::Display;
use std::io::Write;
use std::process::ExitCode;

pub use self::target::{Limits, Reached, Target};
use crate::options::{Options, Wish};

/// Runs the targets that the command line asks for. The whole of a test target's `main`.
pub fn main(targets: fn() -> Vec<Target>) -> ExitCode {
    match Options::read(std::env::args().skip(1)) {
        Ok(Wish::Run(options)) => processes::run_each(&targets(), &options),
        Ok(Wish::RunHere(here)) => cases::run(targets, here),
        Ok(Wish::List) => {
            for target in targets() {
                say(format_args!("{}: test", target.name));
            }
            ExitCode::SUCCESS
        }
        Ok(Wish::Nothing) => ExitCode::SUCCESS,
        Err(usage) => {
            say(usage);
            ExitCode::from(2)
        }
    }
}

/// A line for whoever runs the tests. A terminal that has gone is no reason to stop.
fn say(line: impl Display) {
    writeln!(std::io::stdout().lock(), "{line}").ok();
}
