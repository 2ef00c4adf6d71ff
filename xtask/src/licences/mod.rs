//! The licences of what Ringfor is built from: which are allowed, and the texts that travel along.

mod expression;
mod notices;
mod parts;
mod texts;

use serde_json::Value;

use crate::place::Place;
use crate::report::{Done, Report, Stop};
use crate::{metadata, node, packages};
use parts::Part;

/// The file that ships with Ringfor.
const FILE: &str = "THIRD-PARTY.md";

/// Licences that may be part of Ringfor: they ask for their text to travel along, and no more.
///
/// MPL-2.0 binds only changes to the licensed files themselves, and none are changed here.
const ALLOWED: &[&str] = &[
    "0BSD",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "CDLA-Permissive-2.0",
    "ISC",
    "MIT",
    "MIT-0",
    "MPL-2.0",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

/// Writes the file again.
pub(crate) fn run(place: &Place, report: &mut Report) -> Result<(), Stop> {
    report.step("system packages", || {
        packages::install(packages::For::Window)
    })?;
    report.step("npm packages", || node::install(place))?;
    report.step("third-party licences", || {
        let crates = metadata::read(place)?;
        let text = notices::write(&parts::shipped(place, &crates)?)?;
        let file = place.root().join(FILE);
        std::fs::write(&file, text).map_err(|error| {
            Stop::new(
                format!("{} could not be written: {error}", file.display()),
                "make the repository writable",
            )
        })?;
        Ok(Done::Noted(format!("written to {FILE}")))
    })
}

/// Fails on a licence that is not allowed, and on a committed file that is not up to date.
pub(crate) fn check(place: &Place, crates: &Value) -> Result<Done, Stop> {
    let everything = parts::everything(place, crates)?;
    let refused: Vec<String> = everything
        .iter()
        .filter(|part| !expression::is_allowed(&part.licence, ALLOWED))
        .map(Part::to_string)
        .collect();
    if !refused.is_empty() {
        return Err(Stop::new(
            format!("licences that are not on the list: {}", refused.join("; ")),
            "do without that dependency, or add its licence to the list in xtask/src/licences with a reason",
        ));
    }
    let committed = std::fs::read_to_string(place.root().join(FILE)).unwrap_or_default();
    if committed != notices::write(&parts::shipped(place, crates)?)? {
        return Err(Stop::new(
            format!("{FILE} is not up to date"),
            "run `cargo xtask licences` and commit the difference",
        ));
    }
    Ok(Done::Noted(format!("{} parts", everything.len())))
}
