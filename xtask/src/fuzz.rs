//! `cargo xtask fuzz`: input of every kind, made up by the thousands.

use crate::command::{self, cargo};
use crate::place::Place;
use crate::report::{Done, Report, Stop};
use crate::seed::with_seed;

/// The packages that read what comes from outside.
const PACKAGES: [&str; 3] = ["dialer", "genesys-cloud", "ringfor-desktop"];

/// Runs every target with these options, with one seed for all of them.
pub(crate) fn run(place: &Place, report: &mut Report, options: &[&str]) -> Result<(), Stop> {
    let options = with_seed(options.iter().map(|&option| option.to_owned()).collect());
    report.step("fuzzing", || {
        let mut cargo = cargo(place);
        cargo.args(["test", "--no-fail-fast", "--test", "fuzz"]);
        for package in PACKAGES {
            cargo.args(["--package", package]);
        }
        command::run(
            cargo.arg("--").args(&options),
            "each case that FAILED says how to see it again; give it a test of its own",
        )?;
        Ok(Done::Ran)
    })
}
