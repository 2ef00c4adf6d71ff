//! The one directory per user in which everything Ringfor keeps is found, and the locks in it.

mod identity;
mod locks;
mod network;

use std::io;
use std::path::{Path, PathBuf};

use uuid::Uuid;

use crate::problem::{Problem, ProblemCode};

pub use identity::{APP, Identity};
pub use locks::{OwnerLock, WindowLock};

const DATABASE: &str = "ringfor.db";
const OWNERS: &str = "owners";
const SIGN_INS: &str = "sign-ins";
const PROBE: &str = ".probe-";

/// What `RINGFOR_DATA_DIR` asks for, in place of the user's own directory.
pub fn asked_for() -> Option<PathBuf> {
    std::env::var_os("RINGFOR_DATA_DIR")
        .filter(|value| !value.is_empty())
        .map(PathBuf::from)
}

/// The data directory, opened: it exists, can be written and is on this machine.
#[derive(Debug, Clone)]
pub struct DataDir {
    path: PathBuf,
}

impl DataDir {
    /// `ringfor` in the user's local (not roaming) data place.
    ///
    /// None where the system names no such place, for example without a home directory.
    pub fn default_path() -> Option<PathBuf> {
        dirs::data_local_dir().map(|place| place.join("ringfor"))
    }

    /// Opens `path`, and makes it (mode 0700) where it does not exist.
    ///
    /// # Errors
    /// `data_dir_unwritable` (params `path`), `data_dir_network` (params `path`, `filesystem`), `disk_full`.
    pub fn open(path: impl AsRef<Path>) -> Result<Self, Problem> {
        let path = std::path::absolute(path.as_ref()).map_err(|e| failed(path.as_ref(), &e))?;
        create(&path).map_err(|e| failed(&path, &e))?;
        if let Some(filesystem) = network::filesystem_of(&path) {
            return Err(Problem::new(ProblemCode::DataDirNetwork)
                .with("path", path.display())
                .with("filesystem", filesystem));
        }
        probe(&path).map_err(|e| failed(&path, &e))?;
        let dir = Self { path };
        create(&dir.owners()).map_err(|e| failed(&dir.owners(), &e))?;
        Ok(dir)
    }

    /// Where it is: an absolute path.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The file that holds profiles and history.
    pub fn database(&self) -> PathBuf {
        self.path.join(DATABASE)
    }

    /// Makes this process the owner of the window of this directory.
    ///
    /// None where another process is. Held until the value is dropped or the process ends.
    ///
    /// # Errors
    /// `data_dir_unwritable`, `disk_full`.
    pub fn lock_window(&self) -> Result<Option<WindowLock>, Problem> {
        WindowLock::acquire(&self.path.join("window.lock")).map_err(|e| failed(&self.path, &e))
    }

    /// A new owner of attempts: a name that no other process has, alive as long as the lock is held.
    ///
    /// # Errors
    /// `data_dir_unwritable`, `disk_full`.
    pub fn lock_owner(&self) -> Result<OwnerLock, Problem> {
        OwnerLock::acquire(&self.owners()).map_err(|e| failed(&self.path, &e))
    }

    /// Whether the process that owns attempts under this name still runs.
    ///
    /// Where that cannot be told, it is taken to run: nobody's attempt is recovered by mistake.
    pub fn owner_alive(&self, owner: &str) -> bool {
        locks::owner_alive(&self.owners(), owner)
    }

    /// Removes the lock files of owners that have ended: a missing one means the same as a free one.
    pub(crate) fn forget_owners(&self) {
        locks::forget_owners(&self.owners());
    }

    /// Removes what processes have left that were killed while they made a file. Only under the setup
    /// lock: nobody is making the lock of an owner then.
    pub(crate) fn sweep(&self) {
        locks::forget_unnamed(&self.owners());
        let Ok(entries) = self.path.read_dir() else {
            return;
        };
        for entry in entries.flatten() {
            let is_probe = entry
                .file_name()
                .to_str()
                .is_some_and(|name| name.starts_with(PROBE));
            if is_probe && let Err(error) = std::fs::remove_file(entry.path()) {
                tracing::debug!(%error, "a probe of an ended process stays");
            }
        }
    }

    fn owners(&self) -> PathBuf {
        self.path.join(OWNERS)
    }

    /// The lock of what the sign-in of a profile gave, shared by all processes; none where another one
    /// has it. Held until the file is closed.
    ///
    /// # Errors
    /// `data_dir_unwritable`, `disk_full`.
    pub(crate) fn try_lock_sign_in(
        &self,
        profile_id: &str,
    ) -> Result<Option<std::fs::File>, Problem> {
        let place = self.path.join(SIGN_INS);
        create(&place)
            .and_then(|()| locks::try_lock(&place.join(format!("{profile_id}.lock"))))
            .map_err(|e| failed(&place, &e))
    }

    /// Runs `work` while no other process sets the database up.
    pub(crate) fn with_setup_lock<T>(
        &self,
        work: impl FnOnce() -> Result<T, Problem>,
    ) -> Result<T, Problem> {
        let _held =
            locks::wait_for(&self.path.join("setup.lock")).map_err(|e| failed(&self.path, &e))?;
        work()
    }
}

/// Makes the directory, readable for its user only. One that was there is narrowed only while it is
/// empty: a directory that is shared for other purposes, or that its user has opened since, keeps its mode.
fn create(path: &Path) -> io::Result<()> {
    if path.is_dir() {
        if path.read_dir()?.next().is_none() {
            narrow(path);
        }
        return Ok(());
    }
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path)
}

/// As well as it can be done: the directory may belong to somebody else who lets us write, and the
/// files in it have modes of their own.
#[cfg(unix)]
fn narrow(path: &Path) {
    use std::os::unix::fs::PermissionsExt;
    let wide = path
        .metadata()
        .is_ok_and(|metadata| metadata.permissions().mode() & 0o077 != 0);
    if !wide {
        return;
    }
    if let Err(error) = std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o700)) {
        tracing::warn!(%error, "others may look into the data directory");
    }
}

#[cfg(not(unix))]
fn narrow(_path: &Path) {}

/// Whether files can be made here; permissions alone do not tell (read-only mounts, quotas).
fn probe(path: &Path) -> io::Result<()> {
    let file = path.join(format!("{PROBE}{}", Uuid::new_v4()));
    std::fs::File::create_new(&file)?;
    match std::fs::remove_file(&file) {
        // Another process has swept it away.
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        removed => removed,
    }
}

fn failed(path: &Path, error: &io::Error) -> Problem {
    let code = match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => ProblemCode::DiskFull,
        _ => ProblemCode::DataDirUnwritable,
    };
    let mut problem = Problem::new(code).with("path", path.display());
    problem.details.step = Some("data_dir".to_owned());
    problem
}
