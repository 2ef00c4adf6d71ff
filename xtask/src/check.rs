//! `cargo xtask check`: everything that can be said about the sources without running them.

use crate::build::{WINDOW_TESTS, prepare};
use crate::place::Place;
use crate::report::{Done, Report, Stop};
use crate::{bindings, command, licences, metadata, node, packages, versions};

/// Formatting, lints, types, texts, generated files, licences, versions.
pub(crate) fn run(place: &Place, report: &mut Report) -> Result<(), Stop> {
    report.step("formatting", || {
        command::run(
            command::cargo(place).args(["fmt", "--all", "--check"]),
            "run `cargo fmt --all`",
        )?;
        Ok(Done::Ran)
    })?;
    // Cargo needs the built pages: they become part of the program.
    prepare(place, report, packages::For::Window)?;
    report.step("texts", || {
        node::script(
            place,
            "check:texts",
            "give every key its text in locales/, and remove the unused ones",
        )
    })?;
    report.step("svelte-check", || {
        node::script(place, "check", "mend what svelte-check says above")
    })?;
    let crates = metadata::read(place)?;
    report.step("one version of each crate", || versions::check(&crates))?;
    report.step("licences", || licences::check(place, &crates))?;
    report.step("clippy", || {
        clippy(place, &["--all-targets"])?;
        clippy(place, &["--test", WINDOW_TESTS])
    })?;
    report.step("generated types", || bindings::check(place))
}

fn clippy(place: &Place, targets: &[&str]) -> Result<Done, Stop> {
    command::run(
        command::cargo(place)
            .args(["clippy", "--workspace", "--locked"])
            .args(targets)
            .args(["--", "-D", "warnings"]),
        "mend what clippy says above",
    )?;
    Ok(Done::Ran)
}
