//! What the program holds at a moment, and whether that grows.

use std::fmt;

use peak_alloc::PeakAlloc;
use tokio::runtime::Handle;

/// What may be held more at the end of the last hour than at the end of the first. What the socket
/// told in the last half hour is kept, and one hour has more of it than another; maps and buffers grow
/// in steps and keep their room. Over 2,000 calls this is 49 bytes a call: an attempt's id kept as text
/// for each would be seen.
const BYTES: i64 = 96 * 1024;

/// Of the whole process, where SQLite's caches (2 MB for each of the two connections), the stacks of the threads
/// that wait for work and the gaps between allocations count as well.
const RESIDENT_BYTES: i64 = 12 * 1024 * 1024;

/// One may end or begin in the moment of the sample: a socket that is being opened again.
const TASKS: i64 = 1;

/// The same.
const HANDLES: i64 = 1;

/// The end of one hour.
pub(crate) struct Sample {
    hour: usize,
    calls: usize,
    bytes: i64,
    resident: i64,
    tasks: i64,
    handles: i64,
}

impl Sample {
    pub(crate) fn take(hour: usize, calls: usize, allocated: &PeakAlloc) -> Self {
        let tasks = Handle::current().metrics().num_alive_tasks();
        Self {
            hour,
            calls,
            bytes: i64::try_from(allocated.current_usage()).unwrap(),
            resident: resident_bytes(),
            tasks: i64::try_from(tasks).unwrap(),
            handles: open_handles(),
        }
    }

    pub(crate) fn heading() -> &'static str {
        "hour   calls   allocated KiB   resident KiB   tasks   file handles"
    }
}

impl fmt::Display for Sample {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{:4}  {:6}   {:13.1}   {:12}   {:5}   {:12}",
            self.hour,
            self.calls,
            self.bytes as f64 / 1024.0,
            self.resident / 1024,
            self.tasks,
            self.handles
        )
    }
}

/// What has grown from the first sample to the last.
pub(crate) fn growth(samples: &[Sample]) -> Vec<String> {
    let (Some(first), Some(last)) = (samples.first(), samples.last()) else {
        return vec!["nothing was measured".to_owned()];
    };
    let figures = [
        ("allocated bytes", first.bytes, last.bytes, BYTES),
        (
            "resident bytes",
            first.resident,
            last.resident,
            RESIDENT_BYTES,
        ),
        ("tasks", first.tasks, last.tasks, TASKS),
        ("file handles", first.handles, last.handles, HANDLES),
    ];
    for (what, first, last, allowed) in figures {
        println!(
            "{what}: {first} -> {last} ({:+}, allowed {allowed:+})",
            last - first
        );
    }
    let grown = figures
        .into_iter()
        .filter(|(_, first, last, allowed)| last - first > *allowed);
    grown
        .map(|(what, first, last, _)| format!("{what} have grown from {first} to {last}"))
        .collect()
}

/// The second number of `statm` is in pages; a page has 4 KiB on all systems these tests run on.
fn resident_bytes() -> i64 {
    let statm = std::fs::read_to_string("/proc/self/statm").unwrap();
    let pages = statm.split_whitespace().nth(1).unwrap();
    pages.parse::<i64>().unwrap() * 4096
}

fn open_handles() -> i64 {
    let handles = std::fs::read_dir("/proc/self/fd").unwrap().count();
    i64::try_from(handles).unwrap()
}
