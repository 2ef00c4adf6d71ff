//! npm packages and the build of the user interface, each only when its inputs have changed.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use crate::command::{is_installed, npm, run};
use crate::place::Place;
use crate::report::{Done, Stop};

const OLDEST_NODE: u32 = 20;

/// Installs the npm packages of the lock file into the repository.
pub(crate) fn install(place: &Place) -> Result<Done, Stop> {
    let lock = place.ui().join("package-lock.json");
    let wanted = fingerprint(place.root(), &[lock])?;
    // Beside the packages, so that it goes when they go.
    let stamp = place.ui().join("node_modules/.ringfor-installed");
    if read_stamp(&stamp) == Some(wanted) {
        return Ok(Done::Noted("the lock file has not changed".into()));
    }
    require_node()?;
    run(
        npm(place).args(["ci", "--no-audit", "--no-fund"]),
        "see what npm says above; it needs the npm registry, and package.json and package-lock.json to agree",
    )?;
    write_stamp(&stamp, wanted)?;
    Ok(Done::Ran)
}

/// Builds the pages that the window shows (`ui/dist`).
pub(crate) fn build(place: &Place) -> Result<Done, Stop> {
    let ui = place.ui();
    let mut inputs = Vec::new();
    collect(&ui, &["node_modules", "dist", "dist-fake"], &mut inputs)?;
    collect(&place.root().join("locales"), &[], &mut inputs)?;
    let wanted = fingerprint(place.root(), &inputs)?;
    let stamp = ui.join("node_modules/.ringfor-built");
    if ui.join("dist/index.html").exists() && read_stamp(&stamp) == Some(wanted) {
        return Ok(Done::Noted("its sources have not changed".into()));
    }
    run(
        npm(place).args(["run", "build"]),
        "mend what the build says above (`cd ui && npm run build`)",
    )?;
    write_stamp(&stamp, wanted)?;
    Ok(Done::Ran)
}

/// Runs one script of `ui/package.json`.
pub(crate) fn script(place: &Place, name: &str, advice: &str) -> Result<Done, Stop> {
    run(npm(place).args(["run", "--silent", name]), advice)?;
    Ok(Done::Ran)
}

fn require_node() -> Result<(), Stop> {
    let advice = format!(
        "install Node {OLDEST_NODE} or newer with npm (Debian: `apt-get install nodejs npm`)"
    );
    if !is_installed("node") && !cfg!(windows) {
        return Err(Stop::new("Node is not installed", advice));
    }
    let version = crate::command::output(std::process::Command::new("node").arg("--version"))?
        .unwrap_or_default();
    let major = version
        .trim()
        .trim_start_matches('v')
        .split('.')
        .next()
        .and_then(|major| major.parse::<u32>().ok());
    match major {
        Some(major) if major >= OLDEST_NODE => Ok(()),
        _ => Err(Stop::new(
            format!("Node is too old: {}", version.trim()),
            advice,
        )),
    }
}

fn collect(folder: &Path, without: &[&str], files: &mut Vec<PathBuf>) -> Result<(), Stop> {
    let entries = std::fs::read_dir(folder).map_err(|error| unreadable(folder, &error))?;
    for entry in entries {
        let entry = entry.map_err(|error| unreadable(folder, &error))?;
        let path = entry.path();
        if path.is_dir() {
            if !without.iter().any(|name| entry.file_name() == **name) {
                collect(&path, &[], files)?;
            }
        } else {
            files.push(path);
        }
    }
    Ok(())
}

/// A number that changes when a name or a byte of the files does.
fn fingerprint(root: &Path, files: &[PathBuf]) -> Result<u64, Stop> {
    let mut files = files.to_vec();
    files.sort();
    let mut hasher = DefaultHasher::new();
    for file in &files {
        let bytes = std::fs::read(file).map_err(|error| unreadable(file, &error))?;
        file.strip_prefix(root).unwrap_or(file).hash(&mut hasher);
        bytes.hash(&mut hasher);
    }
    Ok(hasher.finish())
}

fn read_stamp(stamp: &Path) -> Option<u64> {
    std::fs::read_to_string(stamp).ok()?.trim().parse().ok()
}

fn write_stamp(stamp: &Path, value: u64) -> Result<(), Stop> {
    std::fs::write(stamp, value.to_string()).map_err(|error| {
        Stop::new(
            format!("{} could not be written: {error}", stamp.display()),
            "make the repository writable",
        )
    })
}

fn unreadable(path: &Path, error: &std::io::Error) -> Stop {
    Stop::new(
        format!("{} could not be read: {error}", path.display()),
        "bring the file back (`git status` shows what is missing)",
    )
}
