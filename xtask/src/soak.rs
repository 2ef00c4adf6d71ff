//! `cargo xtask soak`: a day of calls in simulated time.

use crate::command::{self, cargo};
use crate::place::Place;
use crate::report::{Done, Report, Stop};
use crate::seed::seeded;

/// Goes through the day that `options` name (`--hours`, `--presses`, `--seed`).
pub(crate) fn run(place: &Place, report: &mut Report, options: &[&str]) -> Result<(), Stop> {
    report.step("soak", || {
        command::run(
            cargo(place)
                .args(["test", "--package", "dialer", "--test", "soak", "--"])
                .args(seeded(options)),
            "mend what the lines with WRONG name; the seed repeats the day",
        )?;
        Ok(Done::Ran)
    })
}
