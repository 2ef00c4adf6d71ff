//! Ringfor started again, without WebDriver, while it may already run.

use std::process::Child;
use std::time::Duration;

use crate::app::{OPENS_LINKS, PROGRAM};
use crate::desktop::Desktop;
use crate::places;
use crate::processes::is_alive;
use crate::trouble::Trouble;
use crate::wait::until;

/// One more start of the program for some data directory.
pub struct SecondStart(Child);

impl SecondStart {
    /// Starts it, and does not wait for anything.
    ///
    /// # Errors
    /// The program could not be started.
    pub fn of(desktop: &Desktop, data_dir: &std::path::Path) -> Result<Self, Trouble> {
        Self::with(desktop, data_dir, &[] as &[&str])
    }

    /// Starts it with these arguments, and does not wait for anything.
    ///
    /// # Errors
    /// The program could not be started.
    pub fn with(
        desktop: &Desktop,
        data_dir: &std::path::Path,
        arguments: &[impl AsRef<std::ffi::OsStr>],
    ) -> Result<Self, Trouble> {
        let mut command = desktop.command(places::program(PROGRAM)?);
        let log = std::fs::File::create(desktop.folder().join("logs").join("second.txt"))?;
        command
            .args(arguments)
            .env("RINGFOR_DATA_DIR", data_dir)
            .stderr(log);
        Ok(Self(command.spawn()?))
    }

    /// Lets the desktop open a link, and does not wait for anything.
    ///
    /// # Errors
    /// `xdg-open` could not be started.
    pub fn by_link(desktop: &Desktop, link: &str) -> Result<Self, Trouble> {
        let mut command = desktop.command(OPENS_LINKS);
        let log = std::fs::File::create(desktop.folder().join("logs").join("xdg-open.txt"))?;
        command.arg(link).stderr(log);
        Ok(Self(command.spawn()?))
    }

    /// Whether it still runs.
    #[must_use]
    pub fn is_running(&self) -> bool {
        is_alive(self.0.id())
    }

    /// Ends it at once (`kill -9`), at whatever it is.
    ///
    /// # Errors
    /// It could not be collected.
    pub fn kill(mut self) -> Result<(), Trouble> {
        self.0.kill()?;
        self.0.wait()?;
        Ok(())
    }

    /// Waits until it has ended, and says whether it ended well.
    ///
    /// # Errors
    /// It still runs after `limit`.
    pub async fn ended(&mut self, limit: Duration) -> Result<bool, Trouble> {
        let process = self.0.id();
        until("the second start ends", limit, async || {
            Ok((!is_alive(process)).then_some(()))
        })
        .await?;
        Ok(self.0.wait()?.success())
    }
}

impl Drop for SecondStart {
    fn drop(&mut self) {
        // Already gone is as good.
        let _ended = self.0.kill().and_then(|()| self.0.wait());
    }
}
