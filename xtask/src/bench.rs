//! `cargo xtask bench`: what a call from the command line costs, beside a Python script that does the same.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use crate::command::{self, cargo};
use crate::place::Place;
use crate::report::{Done, Report, Stop, say};

/// Ours may use this part of what the script uses.
const MOST: f64 = 0.2;
const RUNS: &str = "15";

/// What the script needs, from PyPI. The versions are those that were measured.
const LIBRARIES: [&str; 3] = [
    "requests==2.34.2",
    "keyring==25.7.0",
    "secretstorage==3.5.0",
];

/// A bus and an open keyring of its own, as a desktop session has them, for the rest of the line.
const SESSION: &str = r#"
printf 'test\n' | gnome-keyring-daemon --unlock --components=secrets > /dev/null || exit 1
exec "$@"
"#;

/// Measures both by turns, each from a cold start, and fails where ours costs too much.
pub(crate) fn run(place: &Place, report: &mut Report) -> Result<(), Stop> {
    report.step("build (release)", || {
        command::run(
            cargo(place).args(["build", "--release", "--locked", "-p", "ringfor-cli"]),
            "mend what cargo says above",
        )?;
        Ok(Done::Ran)
    })?;
    let folder = place.scratch("bench");
    report.step("Python with requests and keyring", || python(&folder))?;
    let mut measured = Value::Null;
    report.step("calls by turns", || {
        measured = measure(place, &folder)?;
        Ok(Done::Ran)
    })?;
    judge(&measured)
}

/// A Python of its own, outside of the tree.
fn python(folder: &Path) -> Result<Done, Stop> {
    let program = folder.join("venv").join("bin").join("python");
    if program.exists() {
        return Ok(Done::Noted("there already".to_owned()));
    }
    command::run(
        Command::new("python3")
            .args(["-m", "venv"])
            .arg(folder.join("venv")),
        "install Python 3 with venv (python3-venv)",
    )?;
    command::run(
        Command::new(program)
            .args([
                "-m",
                "pip",
                "install",
                "--quiet",
                "--disable-pip-version-check",
            ])
            .args(LIBRARIES),
        "make sure that PyPI can be reached",
    )?;
    Ok(Done::Ran)
}

fn measure(place: &Place, folder: &Path) -> Result<Value, Stop> {
    let fresh = |name: &str| -> Result<PathBuf, Stop> {
        let path = folder.join(name);
        // What an earlier run has left would be measured too.
        drop(std::fs::remove_dir_all(&path));
        private(&path)?;
        Ok(path)
    };
    let (home, runtime, data) = (fresh("home")?, fresh("run")?, fresh("data")?);
    let driver = place.root().join("xtask").join("bench").join("driver.py");
    let output = command::output(
        Command::new("dbus-run-session")
            .args(["--", "sh", "-c", SESSION, "session"])
            .arg(folder.join("venv").join("bin").join("python"))
            .arg(driver)
            .arg(place.release("ringfor"))
            .arg(data)
            .arg(RUNS)
            .env("HOME", home)
            .env("XDG_RUNTIME_DIR", runtime)
            .env_remove("DBUS_SESSION_BUS_ADDRESS"),
    )?;
    output
        .as_deref()
        .and_then(|json| serde_json::from_str(json).ok())
        .ok_or_else(|| {
            Stop::new(
                "the calls could not be measured",
                "look at what was said above; dbus and gnome-keyring must be installed",
            )
        })
}

#[cfg(unix)]
fn private(path: &Path) -> Result<(), Stop> {
    use std::os::unix::fs::DirBuilderExt;
    let made = std::fs::DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(path);
    made.map_err(|error| not_made(path, &error))
}

#[cfg(not(unix))]
fn private(path: &Path) -> Result<(), Stop> {
    std::fs::create_dir_all(path).map_err(|error| not_made(path, &error))
}

fn not_made(path: &Path, error: &std::io::Error) -> Stop {
    Stop::new(
        format!("{} could not be made: {error}", path.display()),
        "make room there",
    )
}

/// What one of the two used in the middle of its runs, in milliseconds.
struct Used {
    user: f64,
    system: f64,
    both: f64,
    wall: f64,
}

fn used(measured: &Value, name: &str) -> Option<Used> {
    let runs = measured.get(name)?.as_array()?;
    let of = |run: &Value, what: &str| run.get(what).and_then(Value::as_f64);
    let median = |value: &dyn Fn(&Value) -> Option<f64>| {
        let mut all: Vec<f64> = runs.iter().filter_map(value).collect();
        all.sort_by(f64::total_cmp);
        all.get(all.len() / 2).map(|seconds| seconds * 1000.0)
    };
    Some(Used {
        user: median(&|run| of(run, "user"))?,
        system: median(&|run| of(run, "system"))?,
        both: median(&|run| Some(of(run, "user")? + of(run, "system")?))?,
        wall: median(&|run| of(run, "wall"))?,
    })
}

fn judge(measured: &Value) -> Result<(), Stop> {
    let both = used(measured, "ringfor").zip(used(measured, "python"));
    let Some((ours, theirs)) = both else {
        return Err(Stop::new(
            "nothing was measured",
            "look at what was said above",
        ));
    };
    let part = ours.both / theirs.both;
    say("A call (keyring, token, look-up, POST), from a cold start; medians in ms:");
    say("            user   system      CPU     wall");
    for (name, used) in [("ringfor", &ours), ("python", &theirs)] {
        say(&format!(
            "  {name:8} {:6.1}   {:6.1}   {:6.1}   {:6.1}",
            used.user, used.system, used.both, used.wall
        ));
    }
    say(&format!(
        "  ringfor uses {:.1} % of the CPU time",
        part * 100.0
    ));
    if part <= MOST {
        return Ok(());
    }
    Err(Stop::new(
        format!("that is more than {:.0} %", MOST * 100.0),
        "find out what `ringfor call` does that it need not do",
    ))
}
