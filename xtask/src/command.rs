//! Running other programs.

use std::ffi::OsStr;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::place::Place;
use crate::report::Stop;

/// The cargo that runs this xtask, at the top of the workspace.
pub(crate) fn cargo(place: &Place) -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(place.root());
    command
}

/// npm, in the user interface's folder.
pub(crate) fn npm(place: &Place) -> Command {
    let mut command = Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" });
    command.current_dir(place.ui());
    command
}

/// Runs a command with its output on the terminal; `advice` is given where it fails.
pub(crate) fn run(command: &mut Command, advice: &str) -> Result<(), Stop> {
    let status = command
        .stdin(Stdio::null())
        .status()
        .map_err(|error| not_started(command, &error))?;
    if status.success() {
        Ok(())
    } else {
        Err(Stop::new(
            format!("`{}` failed ({status})", shown(command)),
            advice,
        ))
    }
}

/// Runs a command and gives what it printed; `None` where it failed.
pub(crate) fn output(command: &mut Command) -> Result<Option<String>, Stop> {
    let output = command
        .stdin(Stdio::null())
        .stderr(Stdio::inherit())
        .output()
        .map_err(|error| not_started(command, &error))?;
    Ok(output
        .status
        .success()
        .then(|| String::from_utf8_lossy(&output.stdout).into_owned()))
}

/// Whether a program of this name is on the path.
pub(crate) fn is_installed(program: &str) -> bool {
    std::env::var_os("PATH").is_some_and(|path| {
        std::env::split_paths(&path).any(|folder| is_file(&folder.join(program)))
    })
}

fn is_file(path: &Path) -> bool {
    path.is_file()
}

fn not_started(command: &Command, error: &std::io::Error) -> Stop {
    let program = command.get_program().to_string_lossy().into_owned();
    Stop::new(
        format!("`{program}` could not be started: {error}"),
        format!("install `{program}` and make sure that it is on the PATH"),
    )
}

fn shown(command: &Command) -> String {
    let words: Vec<_> = std::iter::once(command.get_program())
        .chain(command.get_args())
        .map(OsStr::to_string_lossy)
        .collect();
    words.join(" ")
}
