//! Whether the files of the database are still the ones that were opened.
//!
//! On Unix a file can be removed or replaced while it is open. What is written to it then is gone with
//! the process, so nothing may rely on it.

use std::path::{Path, PathBuf};

/// The files as they were when the database was opened.
#[derive(Debug)]
pub(super) struct Files {
    known: Vec<(PathBuf, Mark)>,
}

/// What tells one file from another that has its name. An open file keeps its own until it is closed.
#[cfg(unix)]
type Mark = (u64, u64);
#[cfg(not(unix))]
type Mark = ();

impl Files {
    /// The database and its side files, as they are now.
    pub(super) fn of(database: &Path) -> Self {
        let known = ["", "-wal", "-shm"]
            .into_iter()
            .filter_map(|suffix| {
                let mut name = database.as_os_str().to_owned();
                name.push(suffix);
                let path = PathBuf::from(name);
                let mark = mark(&path)?;
                Some((path, mark))
            })
            .collect();
        Self { known }
    }

    /// Whether each of them is where it was.
    pub(super) fn are_there(&self) -> bool {
        let there = |(path, known): &(PathBuf, Mark)| mark(path).as_ref() == Some(known);
        !self.known.is_empty() && self.known.iter().all(there)
    }
}

/// Without opening the file: closing it again would drop the locks SQLite has on it.
#[cfg(unix)]
fn mark(path: &Path) -> Option<Mark> {
    use std::os::unix::fs::MetadataExt;
    let metadata = path.metadata().ok()?;
    Some((metadata.dev(), metadata.ino()))
}

#[cfg(not(unix))]
fn mark(path: &Path) -> Option<Mark> {
    path.metadata().ok().map(drop)
}
