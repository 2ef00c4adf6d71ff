//! Disks that fail: mounted for one app alone, in a mount namespace that goes with its processes.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::desktop::Desktop;

/// What the app finds in place of its data directory.
#[derive(Debug, Clone)]
pub(crate) struct Disk {
    folder: PathBuf,
    /// Mounts it; `$1` is the folder.
    script: String,
}

impl Disk {
    /// A disk of its own that is soon full.
    pub(crate) fn small(folder: &Path, kib: u32) -> Self {
        Self {
            folder: folder.into(),
            script: format!(
                "mkdir -p -m 700 \"$1\"; mount -t tmpfs -o size={kib}k,mode=700 ringfor \"$1\""
            ),
        }
    }

    /// What is there, for reading only. (A mode of 0555 would stop nobody who is root.)
    pub(crate) fn read_only(folder: &Path) -> Self {
        Self {
            folder: folder.into(),
            script: "mkdir -p -m 700 \"$1\"; mount --bind \"$1\" \"$1\"; \
                     mount -o remount,bind,ro \"$1\""
                .into(),
        }
    }

    /// Runs `program` with this disk in place.
    pub(crate) fn around(&self, desktop: &Desktop, program: &str) -> Command {
        let mut command = desktop.command("unshare");
        if !rustix::process::geteuid().is_root() {
            // Who may not mount may do so in a user namespace.
            command.args(["--user", "--map-root-user"]);
        }
        command
            .args(["--mount", "sh", "-euc"])
            .arg(format!("{}; shift; exec \"$@\"", self.script))
            .arg("sh")
            .arg(&self.folder)
            .arg(program);
        command
    }
}
