//! `cargo xtask demo`: Ringfor, connected to its sandbox.

use std::process::Stdio;

use crate::build::{prepare, programs};
use crate::place::Place;
use crate::report::{Done, Report, Stop, say};
use crate::{command, display, packages};

/// Builds, and opens the window; on a machine without a display, drives it and takes a picture.
pub(crate) fn run(place: &Place, report: &mut Report) -> Result<(), Stop> {
    match display::usable() {
        Some(display) => {
            prepare(place, report, packages::For::Window)?;
            report.step("build", || programs(place))?;
            report.step(&format!("window on {display} (close it to end)"), || {
                open(place)
            })
        }
        None => {
            say(
                "There is no display here: the window opens in a virtual one and is driven by a program.",
            );
            prepare(place, report, packages::For::DrivenWindow)?;
            report.step("build", || programs(place))?;
            report.step("one call in the sandbox", || {
                command::run(
                    &mut std::process::Command::new(place.program("ringfor-e2e-demo")),
                    &format!(
                        "see what it says above; pictures are in {}",
                        place.shots().display()
                    ),
                )?;
                Ok(Done::Ran)
            })
        }
    }
}

fn open(place: &Place) -> Result<Done, Stop> {
    let data = place.demo_data();
    let unwritable = |error: std::io::Error| {
        Stop::new(
            format!("{} cannot be made: {error}", data.display()),
            "make the build folder writable",
        )
    };
    std::fs::create_dir_all(&data).map_err(unwritable)?;
    // Keyring service and instance name follow from the data directory, so an installed
    // Ringfor is neither touched nor brought to the front.
    command::run(
        std::process::Command::new(place.program("ringfor-desktop"))
            .env("RINGFOR_DATA_DIR", &data)
            .env("RINGFOR_START_SANDBOX", "1")
            .env_remove("RINGFOR_API_URL")
            .env_remove("RINGFOR_LOGIN_URL")
            .stdin(Stdio::null()),
        "see what it says above; its log is in the data directory",
    )?;
    Ok(Done::Noted(format!("its data is in {}", data.display())))
}
