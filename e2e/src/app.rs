//! Ringfor on a desktop, held through WebDriver.

use std::path::{Path, PathBuf};

use rustix::process::Signal;

use crate::desktop::Desktop;
use crate::driver::Driver;
use crate::page::Page;
use crate::places;
use crate::processes::{is_alive, running, signal};
use crate::trouble::Trouble;
use crate::wait::{PATIENCE, until};

const PROGRAM: &str = "ringfor-desktop";

/// How Ringfor is started.
#[derive(Debug, Clone)]
pub struct Start {
    data_dir: PathBuf,
    environment: Vec<(String, String)>,
}

impl Start {
    /// With its data in `data_dir`, and nothing else said.
    pub fn with_data_in(data_dir: impl Into<PathBuf>) -> Self {
        Self {
            data_dir: data_dir.into(),
            environment: Vec::new(),
        }
    }

    /// With one more variable in its environment.
    #[must_use]
    pub fn and(mut self, name: &str, value: &str) -> Self {
        self.environment.push((name.into(), value.into()));
        self
    }

    /// With explicit hosts suggested for its first profile.
    #[must_use]
    pub fn and_hosts_at(self, base_url: &str) -> Self {
        self.and("RINGFOR_API_URL", base_url)
            .and("RINGFOR_LOGIN_URL", base_url)
    }

    fn environment(&self) -> Vec<(String, String)> {
        let mut all = self.environment.clone();
        all.push((
            "RINGFOR_DATA_DIR".into(),
            self.data_dir.to_string_lossy().into_owned(),
        ));
        all
    }
}

/// A window of Ringfor.
pub struct App {
    _driver: Driver,
    page: Page,
    process: u32,
    start: Start,
}

impl App {
    /// Opens Ringfor and waits for its page.
    ///
    /// # Errors
    /// Says what did not come up.
    pub async fn open(desktop: &Desktop, start: Start) -> Result<Self, Trouble> {
        let program = places::program(PROGRAM)?;
        let driver = Driver::start(desktop, &start.environment()).await?;
        let client = driver.open(&program).await?;
        let process = until("the process of the window", PATIENCE, async || {
            Ok(running(&program, driver.process()))
        })
        .await?;
        Ok(Self {
            _driver: driver,
            page: Page::new(client),
            process,
            start,
        })
    }

    /// Opens Ringfor in a directory of its own on this desktop.
    ///
    /// # Errors
    /// Says what did not come up.
    pub async fn first_run(desktop: &Desktop) -> Result<Self, Trouble> {
        Self::open(desktop, Start::with_data_in(desktop.data_dir())).await
    }

    /// What the window shows.
    pub fn page(&self) -> &Page {
        &self.page
    }

    /// Where this window keeps its data.
    pub fn data_dir(&self) -> &Path {
        &self.start.data_dir
    }

    /// Process id of the app.
    pub fn process(&self) -> u32 {
        self.process
    }

    /// Ends it at once, as a crash or a power cut would (`kill -9`).
    ///
    /// # Errors
    /// It was not running any more, or did not end.
    pub async fn kill(self) -> Result<(), Trouble> {
        signal(self.process, Signal::KILL)?;
        self.gone().await
    }

    /// Closes it as the session does when the person logs out, and opens it again.
    ///
    /// # Errors
    /// It did not end, or did not come up again.
    pub async fn reopen(self, desktop: &Desktop) -> Result<Self, Trouble> {
        let start = self.start.clone();
        self.close(desktop).await?;
        Self::open(desktop, start).await
    }

    /// Closes its window, as the person does with the window's own button.
    ///
    /// # Errors
    /// It did not end.
    pub async fn close(self, desktop: &Desktop) -> Result<(), Trouble> {
        let windows = desktop.xdotool(&[
            "search",
            "--onlyvisible",
            "--pid",
            &self.process.to_string(),
        ])?;
        let window = windows
            .lines()
            .last()
            .ok_or_else(|| Trouble::new("the app has no window"))?;
        desktop.xdotool(&["windowactivate", "--sync", window, "key", "alt+F4"])?;
        self.gone().await
    }

    async fn gone(self) -> Result<(), Trouble> {
        let process = self.process;
        until("the process ends", PATIENCE, async || {
            Ok((!is_alive(process)).then_some(()))
        })
        .await?;
        Ok(())
    }
}

impl Drop for App {
    fn drop(&mut self) {
        // The driver leaves the app running when it is ended itself.
        let _gone = signal(self.process, Signal::KILL);
    }
}
