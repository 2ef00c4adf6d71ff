//! `cargo xtask kills`: the full run of processes that are killed at random instants.

use crate::command::{self, cargo};
use crate::place::Place;
use crate::report::{Done, Report, Stop};
use crate::seed::seeded;

/// What decides that every phase of a call was hit.
const FULL: &str = "200";

/// Builds the host without a window and kills it, 200 times unless `options` say otherwise.
pub(crate) fn run(place: &Place, report: &mut Report, options: &[&str]) -> Result<(), Stop> {
    report.step("kills", || {
        command::run(
            cargo(place).args(["build", "--package", "dialer", "--examples"]),
            "mend what the compiler says above",
        )?;
        let mut tests = cargo(place);
        tests.args(["test", "--package", "dialer", "--test", "kills", "--"]);
        if !options.iter().any(|option| option.starts_with("--count")) {
            tests.args(["--count", FULL]);
        }
        command::run(
            tests.args(seeded(options)),
            "mend what the lines with WRONG name; the seed repeats what was done and when it was killed",
        )?;
        Ok(Done::Ran)
    })
}
