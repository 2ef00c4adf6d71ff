//! `cargo xtask faults`: every fault at every step of a call, and whether the laws hold.

use crate::command::{self, cargo};
use crate::place::Place;
use crate::report::{Done, Report, Stop};
use crate::seed::with_seed;

/// Runs the fault matrix with these options, drawn anew unless they name a seed.
pub(crate) fn run(place: &Place, report: &mut Report, options: &[&str]) -> Result<(), Stop> {
    let options = with_seed(with_whole_path(options)?);
    report.step("fault matrix", || {
        command::run(
            cargo(place)
                .args(["test", "--package", "dialer", "--test", "faults", "--"])
                .args(&options),
            "look at what is WRONG above: each one says how to see it again",
        )?;
        Ok(Done::Ran)
    })
}

/// The test runs in its own folder, and a path is meant from where it was typed.
fn with_whole_path(options: &[&str]) -> Result<Vec<String>, Stop> {
    let whole = |path: &str| {
        let whole = std::path::absolute(path).map_err(|error| {
            Stop::new(
                format!("{path} is no path: {error}"),
                "name a file after --json",
            )
        })?;
        Ok(whole.display().to_string())
    };
    let mut is_path = false;
    let options = options.iter().map(|option| {
        if std::mem::replace(&mut is_path, *option == "--json") {
            return whole(option);
        }
        match option.strip_prefix("--json=") {
            Some(path) => Ok(format!("--json={}", whole(path)?)),
            None => Ok((*option).to_owned()),
        }
    });
    options.collect()
}
