//! Runs each target in a process of its own, and reports the ones that did not end by themselves.

use std::collections::VecDeque;
use std::io;
use std::path::Path;
use std::process::{Command, ExitCode};
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};

use tempfile::NamedTempFile;

use crate::cases::again;
use crate::options::Options;
use crate::target::Target;
use crate::{say, watch};

/// Runs what is asked for, two at a time: more of them would take each other's time.
pub(crate) fn run_each(targets: &[Target], options: &Options) -> ExitCode {
    let only = options.only.as_deref();
    let names = targets.iter().map(|target| target.name);
    let wanted = names.filter(|name| only.is_none_or(|only| name.contains(only)));
    let waiting = Mutex::new(wanted.collect::<VecDeque<&str>>());
    let next = || waiting.lock().ok().and_then(|mut names| names.pop_front());
    let failed = AtomicBool::new(false);
    let work = || {
        while let Some(name) = next() {
            let ended_well = run(name, options).unwrap_or_else(|error| {
                say(format_args!("fuzz {name}: not started: {error}"));
                false
            });
            if !ended_well {
                failed.store(true, Ordering::Relaxed);
            }
        }
    };
    std::thread::scope(|scope| {
        scope.spawn(work);
        work();
    });
    if failed.into_inner() {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    }
}

fn run(name: &str, options: &Options) -> io::Result<bool> {
    let progress = NamedTempFile::new()?;
    if let Some(case) = options.case {
        say("the input:");
        here(name, options, progress.path(), case)?
            .arg("--show")
            .status()?;
    }
    let mut command = process(name, options, progress.path())?;
    if let Some(case) = options.case {
        command.arg("--case").arg(case.to_string());
    }
    let status = command.status()?;
    if !status.success() && status.code() != Some(1) {
        let reason = match status.code() {
            Some(watch::HUNG) => "does not end".to_owned(),
            Some(watch::GREEDY) => "takes memory without an end".to_owned(),
            _ => format!("ended the process ({status})"),
        };
        let number = std::fs::read(progress.path())?;
        let number = number.try_into().map_or(0, u64::from_le_bytes);
        let seed = options.seed;
        say(format_args!(
            "fuzz {name}: case {number} of seed {seed} FAILED\n  it {reason}\n  again: {}\n  input:",
            again(name, seed, number)
        ));
        here(name, options, progress.path(), number)?
            .arg("--show")
            .status()?;
    }
    Ok(status.success())
}

fn process(name: &str, options: &Options, progress: &Path) -> io::Result<Command> {
    let mut command = Command::new(std::env::current_exe()?);
    command
        .args(["--here", name])
        .args(["--cases", &options.cases.to_string()])
        .args(["--seed", &options.seed.to_string()])
        .arg("--progress")
        .arg(progress);
    Ok(command)
}

fn here(name: &str, options: &Options, progress: &Path, case: u64) -> io::Result<Command> {
    let mut command = process(name, options, progress)?;
    command.args(["--case", &case.to_string()]);
    Ok(command)
}
