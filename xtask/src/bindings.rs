//! The TypeScript types of the IPC boundary, generated from Rust and committed.

use std::collections::BTreeMap;
use std::path::Path;

use crate::command;
use crate::place::Place;
use crate::report::{Done, Report, Stop};

const FOLDER: &str = "ui/src/bindings";

/// Writes them again.
pub(crate) fn run(place: &Place, report: &mut Report) -> Result<(), Stop> {
    report.step("generated types", || {
        let folder = place.root().join(FOLDER);
        // A type that is gone must not stay behind.
        if folder.exists() {
            std::fs::remove_dir_all(&folder).map_err(|error| unusable(&folder, &error))?;
        }
        generate(place, &folder)?;
        Ok(Done::Noted(format!("written to {FOLDER}")))
    })
}

/// Fails where the committed files are not what Rust says now.
pub(crate) fn check(place: &Place) -> Result<Done, Stop> {
    let fresh = place.scratch("bindings");
    if fresh.exists() {
        std::fs::remove_dir_all(&fresh).map_err(|error| unusable(&fresh, &error))?;
    }
    generate(place, &fresh)?;
    let committed = read(&place.root().join(FOLDER))?;
    let generated = read(&fresh)?;
    let different: Vec<&str> = committed
        .iter()
        .filter(|(name, text)| generated.get(*name) != Some(text))
        .map(|(name, _)| name.as_str())
        .chain(
            generated
                .keys()
                .filter(|name| !committed.contains_key(*name))
                .map(String::as_str),
        )
        .collect();
    if different.is_empty() {
        Ok(Done::Noted(format!("{} files", committed.len())))
    } else {
        Err(Stop::new(
            format!(
                "{FOLDER} differs from the Rust types: {}",
                different.join(", ")
            ),
            "run `cargo xtask bindings` and commit the difference",
        ))
    }
}

fn generate(place: &Place, folder: &Path) -> Result<(), Stop> {
    // The whole workspace, so that it shares its build with the tests.
    command::run(
        command::cargo(place).env("TS_RS_EXPORT_DIR", folder).args([
            "test",
            "--quiet",
            "--workspace",
            "--lib",
            "export_bindings",
        ]),
        "mend what the compiler says above",
    )
}

fn read(folder: &Path) -> Result<BTreeMap<String, String>, Stop> {
    let mut files = BTreeMap::new();
    for entry in std::fs::read_dir(folder).map_err(|error| unusable(folder, &error))? {
        let path = entry.map_err(|error| unusable(folder, &error))?.path();
        let name = path.strip_prefix(folder).unwrap_or(&path);
        let text = std::fs::read_to_string(&path).map_err(|error| unusable(&path, &error))?;
        files.insert(name.display().to_string(), text);
    }
    Ok(files)
}

fn unusable(path: &Path, error: &std::io::Error) -> Stop {
    Stop::new(
        format!("{} cannot be used: {error}", path.display()),
        "bring the file back (`git status` shows what is missing), then `cargo xtask bindings`",
    )
}
