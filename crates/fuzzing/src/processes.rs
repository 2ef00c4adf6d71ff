//! Runs each target in a process of its own, and reports the ones that did not end by themselves.

use std::io;
use std::path::Path;
use std::process::{Command, ExitCode, ExitStatus};

use tempfile::NamedTempFile;

use crate::cases::again;
use crate::options::Options;
use crate::target::Target;
use crate::{say, watch};

/// Runs what is asked for, one after the other, so that times mean something.
pub(crate) fn run_each(targets: &[Target], options: &Options) -> ExitCode {
    let wanted = |target: &&Target| {
        let only = options.only.as_deref();
        only.is_none_or(|only| target.name.contains(only))
    };
    let mut failed = false;
    for target in targets.iter().filter(wanted) {
        failed |= match run(target, options) {
            Ok(status) => !status.success(),
            Err(error) => {
                say(format_args!("fuzz {}: not started: {error}", target.name));
                true
            }
        };
    }
    if failed {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    }
}

fn run(target: &Target, options: &Options) -> io::Result<ExitStatus> {
    let progress = NamedTempFile::new()?;
    if let Some(case) = options.case {
        say("the input:");
        here(target, options, progress.path(), case)?
            .arg("--show")
            .status()?;
    }
    let mut command = process(target, options, progress.path())?;
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
        let (name, seed) = (target.name, options.seed);
        say(format_args!(
            "fuzz {name}: case {number} of seed {seed} FAILED\n  it {reason}\n  again: {}\n  input:",
            again(name, seed, number)
        ));
        here(target, options, progress.path(), number)?
            .arg("--show")
            .status()?;
    }
    Ok(status)
}

fn process(target: &Target, options: &Options, progress: &Path) -> io::Result<Command> {
    let mut command = Command::new(std::env::current_exe()?);
    command
        .args(["--here", target.name])
        .args(["--cases", &options.cases.to_string()])
        .args(["--seed", &options.seed.to_string()])
        .arg("--progress")
        .arg(progress);
    Ok(command)
}

fn here(target: &Target, options: &Options, progress: &Path, case: u64) -> io::Result<Command> {
    let mut command = process(target, options, progress)?;
    command.args(["--case", &case.to_string()]);
    Ok(command)
}
