//! The debug build of everything that runs.

use crate::command::{cargo, run};
use crate::place::Place;
use crate::report::{Done, Report, Stop};
use crate::{node, packages};

/// Name of the test target that drives the window.
pub(crate) const WINDOW_TESTS: &str = "window";

/// Everything that has to be there before cargo can build: packages, npm packages, pages.
pub(crate) fn prepare(
    place: &Place,
    report: &mut Report,
    wanted: packages::For,
) -> Result<(), Stop> {
    report.step("system packages", || packages::install(wanted))?;
    report.step("npm packages", || node::install(place))?;
    report.step("user interface", || node::build(place))
}

/// Builds the programs.
///
/// It always names the whole workspace and a test target, as the tests do: cargo then settles
/// on the same features of the same crates, and nothing is compiled twice.
pub(crate) fn programs(place: &Place) -> Result<Done, Stop> {
    run(
        cargo(place).args(["build", "--workspace", "--bins", "--test", WINDOW_TESTS]),
        "mend what the compiler says above",
    )?;
    Ok(Done::Ran)
}
