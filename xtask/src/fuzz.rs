//! `cargo xtask fuzz`: input of every kind, made up by the thousands.

use crate::command::{self, cargo};
use crate::place::Place;
use crate::report::{Done, Report, Stop};
use crate::seed::seeded;

/// The packages that read what comes from outside.
const PACKAGES: [&str; 3] = ["dialer", "genesys-cloud", "ringfor-desktop"];

/// Runs every target with these options, with one seed for all of them.
pub(crate) fn run(place: &Place, report: &mut Report, options: &[&str]) -> Result<(), Stop> {
    let options = seeded(options);
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
