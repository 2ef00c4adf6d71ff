//! Finding and signalling the processes of a window.

use std::collections::BTreeSet;
use std::path::Path;

use rustix::process::{Pid, Signal, kill_process};

use crate::trouble::Trouble;

/// The process that runs `program` below `ancestor`, itself included.
pub(crate) fn running(program: &Path, ancestor: u32) -> Option<u32> {
    family(ancestor).into_iter().find(|process| {
        std::fs::read_link(format!("/proc/{process}/exe")).is_ok_and(|exe| exe == program)
    })
}

/// A process and all that it has started, and those have.
pub(crate) fn family(ancestor: u32) -> BTreeSet<u32> {
    let all = parents();
    let mut family = BTreeSet::from([ancestor]);
    loop {
        let before = family.len();
        for (process, parent) in &all {
            if family.contains(parent) {
                family.insert(*process);
            }
        }
        if family.len() == before {
            return family;
        }
    }
}

/// Every process with this in its environment.
pub(crate) fn marked(mark: &str) -> Vec<u32> {
    let all = parents().into_iter().map(|(process, _)| process);
    all.filter(|process| {
        std::fs::read(format!("/proc/{process}/environ")).is_ok_and(|environ| {
            environ
                .split(|byte| *byte == 0)
                .any(|variable| variable == mark.as_bytes())
        })
    })
    .collect()
}

/// Whether a process is still there (and not just waiting to be collected).
pub(crate) fn is_alive(process: u32) -> bool {
    let collectable = std::fs::read_to_string(format!("/proc/{process}/stat"))
        .ok()
        .and_then(|stat| {
            stat.rsplit_once(") ")
                .map(|(_, rest)| rest.starts_with('Z'))
        })
        .unwrap_or(true);
    // Its first thread can have ended before the others; its files and locks stay until the last.
    let threads = std::fs::read_dir(format!("/proc/{process}/task")).map_or(0, Iterator::count);
    !collectable || threads > 1
}

/// Sends a signal.
pub(crate) fn signal(process: u32, signal: Signal) -> Result<(), Trouble> {
    let pid = i32::try_from(process).ok().and_then(Pid::from_raw);
    let pid = pid.ok_or_else(|| Trouble::new(format!("{process} is no process id")))?;
    kill_process(pid, signal)
        .map_err(|error| Trouble::while_doing(format!("process {process}"), error))
}

/// Every process with its parent.
fn parents() -> Vec<(u32, u32)> {
    let Ok(entries) = std::fs::read_dir("/proc") else {
        return Vec::new();
    };
    entries
        .filter_map(Result::ok)
        .filter_map(|entry| entry.file_name().to_str()?.parse::<u32>().ok())
        .filter_map(|process| {
            let stat = std::fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
            // The name in parentheses can hold anything, so the end of it is looked for.
            let parent = stat.rsplit_once(") ")?.1.split(' ').nth(1)?.parse().ok()?;
            Some((process, parent))
        })
        .collect()
}
