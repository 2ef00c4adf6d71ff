//! Where the workspace and its build output are.

use std::path::{Path, PathBuf};

use crate::report::Stop;

/// The workspace on this machine.
pub(crate) struct Place {
    root: PathBuf,
    target: PathBuf,
}

impl Place {
    /// Finds the workspace that this program was built from.
    pub(crate) fn find() -> Result<Self, Stop> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"))
            .parent()
            .map(Path::to_path_buf)
            .filter(|root| root.join("tauri.conf.json").exists())
            .ok_or_else(|| {
                Stop::new(
                    "the workspace is not where it was when xtask was built",
                    "run `cargo xtask` inside the workspace, so that it is built again",
                )
            })?;
        let target = match std::env::var_os("CARGO_TARGET_DIR") {
            Some(directory) => root.join(directory),
            None => root.join("target"),
        };
        Ok(Self { root, target })
    }

    /// The top of the workspace.
    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// The user interface's folder.
    pub(crate) fn ui(&self) -> PathBuf {
        self.root.join("ui")
    }

    /// A program of the debug build.
    pub(crate) fn program(&self, name: &str) -> PathBuf {
        self.target
            .join("debug")
            .join(format!("{name}{}", std::env::consts::EXE_SUFFIX))
    }

    /// A program of the release build.
    pub(crate) fn release(&self, name: &str) -> PathBuf {
        self.target
            .join("release")
            .join(format!("{name}{}", std::env::consts::EXE_SUFFIX))
    }

    /// Pictures of the window, made by tests and the demo.
    pub(crate) fn shots(&self) -> PathBuf {
        self.target.join("shots")
    }

    /// The data directory of the demo: never the one of an installed Ringfor.
    pub(crate) fn demo_data(&self) -> PathBuf {
        self.target.join("demo").join("data")
    }

    /// A folder for what is only compared and thrown away.
    pub(crate) fn scratch(&self, name: &str) -> PathBuf {
        self.target.join("xtask").join(name)
    }
}
