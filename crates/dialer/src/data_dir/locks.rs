//! Locks that the operating system releases when their process ends, however it ends.

use std::fs::{File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use uuid::Uuid;

/// How the lock file of an owner ends until it is locked.
const UNNAMED: &str = ".new";

const SETUP_WAIT: Duration = Duration::from_secs(10);
const SETUP_PAUSE: Duration = Duration::from_millis(20);

/// Held by the one process that shows the window of a data directory.
#[derive(Debug)]
pub struct WindowLock {
    _file: File,
}

impl WindowLock {
    pub(super) fn acquire(path: &Path) -> io::Result<Option<Self>> {
        Ok(try_lock(path)?.map(|file| Self { _file: file }))
    }
}

/// Held by a process for its life: while it is, the attempts of this owner are left alone.
#[derive(Debug)]
pub struct OwnerLock {
    owner: String,
    path: PathBuf,
    _file: File,
}

impl OwnerLock {
    /// The file gets its name only when it is locked, so that one that can be found and is free
    /// always belongs to a process that has ended.
    pub(super) fn acquire(owners: &Path) -> io::Result<Self> {
        let owner = Uuid::now_v7().to_string();
        let unnamed = owners.join(format!("{owner}{UNNAMED}"));
        let path = lock_path(owners, &owner);
        let file = open(&unnamed)?;
        file.lock()?;
        std::fs::rename(&unnamed, &path)?;
        Ok(Self {
            owner,
            path,
            _file: file,
        })
    }

    /// The name under which attempts are owned.
    pub fn owner(&self) -> &str {
        &self.owner
    }
}

impl Drop for OwnerLock {
    fn drop(&mut self) {
        if let Err(error) = std::fs::remove_file(&self.path) {
            tracing::debug!(%error, "the lock file of an owner stays; the next start removes it");
        }
    }
}

pub(super) fn owner_alive(owners: &Path, owner: &str) -> bool {
    match File::open(lock_path(owners, owner)) {
        // Shared, so that two processes that ask at once do not take each other for the owner.
        Ok(file) => file.try_lock_shared().is_err(),
        Err(error) => error.kind() != io::ErrorKind::NotFound,
    }
}

pub(super) fn forget_owners(owners: &Path) {
    let Ok(entries) = owners.read_dir() else {
        return;
    };
    for entry in entries.flatten() {
        let name = entry.file_name();
        let Some(owner) = name.to_str().and_then(|name| name.strip_suffix(".lock")) else {
            continue;
        };
        if owner_alive(owners, owner) {
            continue;
        }
        if let Err(error) = std::fs::remove_file(entry.path()) {
            tracing::debug!(%error, "the lock file of an ended owner stays");
        }
    }
}

/// Removes the lock files of processes that were killed before theirs had its name.
pub(super) fn forget_unnamed(owners: &Path) {
    let Ok(entries) = owners.read_dir() else {
        return;
    };
    for entry in entries.flatten() {
        let is_unnamed = entry
            .file_name()
            .to_str()
            .is_some_and(|name| name.ends_with(UNNAMED));
        if is_unnamed && let Err(error) = std::fs::remove_file(entry.path()) {
            tracing::debug!(%error, "an unnamed lock file stays");
        }
    }
}

/// Waits for the lock of `path`, but not for ever: a stopped process must not stop all others.
pub(super) fn wait_for(path: &Path) -> io::Result<File> {
    let file = open(path)?;
    let start = Instant::now();
    loop {
        match file.try_lock() {
            Ok(()) => return Ok(file),
            Err(TryLockError::Error(error)) => return Err(error),
            Err(TryLockError::WouldBlock) if start.elapsed() > SETUP_WAIT => {
                return Err(io::ErrorKind::TimedOut.into());
            }
            Err(TryLockError::WouldBlock) => std::thread::sleep(SETUP_PAUSE),
        }
    }
}

/// The lock of `path`; none where somebody else has it.
pub(super) fn try_lock(path: &Path) -> io::Result<Option<File>> {
    let file = open(path)?;
    match file.try_lock() {
        Ok(()) => Ok(Some(file)),
        Err(TryLockError::WouldBlock) => Ok(None),
        Err(TryLockError::Error(error)) => Err(error),
    }
}

fn lock_path(owners: &Path, owner: &str) -> PathBuf {
    owners.join(format!("{owner}.lock"))
}

fn open(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}
