//! `cargo xtask test`: every test there is.

use crate::build::{WINDOW_TESTS, prepare, programs};
use crate::command::{self, cargo};
use crate::place::Place;
use crate::report::{Done, Report, Stop, say};
use crate::{node, packages};

/// Installs what is missing, builds, and tests Rust, the user interface and the real window.
pub(crate) fn run(place: &Place, report: &mut Report) -> Result<(), Stop> {
    prepare(place, report, packages::For::DrivenWindow)?;
    report.step("user interface tests", || {
        node::script(
            place,
            "test",
            "mend what vitest says above (`cd ui && npm test`)",
        )
    })?;
    report.step("build", || programs(place))?;
    report.step("Rust tests", || {
        command::run(
            cargo(place).args(["test", "--workspace", "--no-fail-fast"]),
            "mend the tests named above (`cargo test --workspace`)",
        )?;
        Ok(Done::Ran)
    })?;
    report.step("window tests", || {
        // Two windows at a time: more of them starve each other on a small machine.
        command::run(
            cargo(place)
                .args(["test", "--workspace", "--test", WINDOW_TESTS])
                .args(["--", "--test-threads=2"]),
            &format!(
                "look at the pictures in {}, and run one test alone with \
                 `cargo test --workspace --test {WINDOW_TESTS} -- NAME`",
                place.shots().display()
            ),
        )?;
        Ok(Done::Ran)
    })?;
    say(&format!(
        "Pictures of the window: {}",
        place.shots().display()
    ));
    Ok(())
}
