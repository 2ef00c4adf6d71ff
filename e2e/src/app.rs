//! Ringfor on a desktop, held through WebDriver.

use std::path::{Path, PathBuf};
use std::time::Duration;

use rustix::process::Signal;

use crate::desktop::Desktop;
use crate::disk::Disk;
use crate::driver::Driver;
use crate::page::Page;
use crate::places;
use crate::processes::{family, is_alive, running, signal};
use crate::trouble::Trouble;
use crate::wait::{PATIENCE, until};

/// How long the window has for each press of the keys that close it.
const KEY: Duration = Duration::from_millis(400);

pub(crate) const PROGRAM: &str = "ringfor-desktop";

/// What other programs hand links to.
pub(crate) const OPENS_LINKS: &str = "/usr/bin/xdg-open";

/// How Ringfor is started.
#[derive(Debug, Clone)]
pub struct Start {
    data_dir: PathBuf,
    environment: Vec<(String, String)>,
    disk: Option<Disk>,
    /// The link that starts it, in place of a person.
    link: Option<String>,
    arguments: Vec<String>,
    leaves_cores: bool,
}

impl Start {
    /// With its data in `data_dir`, and nothing else said.
    pub fn with_data_in(data_dir: impl Into<PathBuf>) -> Self {
        Self {
            data_dir: data_dir.into(),
            environment: Vec::new(),
            disk: None,
            link: None,
            arguments: Vec::new(),
            leaves_cores: false,
        }
    }

    /// With an argument, as a key of the desktop or the session at login has it.
    #[must_use]
    pub fn and_argument(mut self, argument: &str) -> Self {
        self.arguments.push(argument.into());
        self
    }

    /// Not by itself, but by what the desktop opens this link with.
    #[must_use]
    pub fn by_link(mut self, link: &str) -> Self {
        self.link = Some(link.into());
        self
    }

    /// With one more variable in its environment.
    #[must_use]
    pub fn and(mut self, name: &str, value: &str) -> Self {
        self.environment.push((name.into(), value.into()));
        self
    }

    /// Where a program that crashes leaves its memory in a file, unless it sees to it.
    #[must_use]
    pub fn and_core_dumps(mut self) -> Self {
        self.leaves_cores = true;
        self
    }

    /// With explicit hosts suggested for its first profile.
    #[must_use]
    pub fn and_hosts_at(self, base_url: &str) -> Self {
        self.and("RINGFOR_API_URL", base_url)
            .and("RINGFOR_LOGIN_URL", base_url)
    }

    /// With its data directory on a disk that holds this many KiB.
    #[must_use]
    pub fn and_small_disk(mut self, kib: u32) -> Self {
        self.disk = Some(Disk::small(&self.data_dir, kib));
        self
    }

    /// With a data directory that can be read and not written.
    #[must_use]
    pub fn and_read_only_disk(mut self) -> Self {
        self.disk = Some(Disk::read_only(&self.data_dir));
        self
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
        let driver = Driver::start(
            desktop,
            &start.environment(),
            start.disk.as_ref(),
            start.leaves_cores,
        )
        .await?;
        let opened = match &start.link {
            Some(link) => driver.open(Path::new(OPENS_LINKS), &[link]).await,
            None => {
                let arguments: Vec<&str> = start.arguments.iter().map(String::as_str).collect();
                driver.open(&program, &arguments).await
            }
        };
        let client = match opened {
            Ok(client) => client,
            Err(trouble) => {
                let picture = desktop.picture("failed-to-open")?;
                return Err(Trouble::while_doing(trouble, picture.display()));
            }
        };
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

    /// Where this window keeps its data, also where only its own processes see that disk.
    pub fn data_dir(&self) -> PathBuf {
        match self.start.disk {
            Some(_) => {
                let root = PathBuf::from(format!("/proc/{}/root", self.process));
                let inside = self.start.data_dir.strip_prefix("/");
                root.join(inside.unwrap_or(&self.start.data_dir))
            }
            None => self.start.data_dir.clone(),
        }
    }

    /// Gives its window the keyboard, as a click on its frame does.
    ///
    /// # Errors
    /// It has no window.
    pub fn focus(&self, desktop: &Desktop) -> Result<(), Trouble> {
        desktop.xdotool(&["windowactivate", "--sync", &self.window(desktop)?])?;
        Ok(())
    }

    /// Puts its window away, as the frame's own button does.
    ///
    /// # Errors
    /// It has no window, or kept it.
    pub fn minimise(&self, desktop: &Desktop) -> Result<(), Trouble> {
        desktop.xdotool(&["windowminimize", "--sync", &self.window(desktop)?])?;
        match self.window(desktop) {
            Ok(_) => Err(Trouble::new("the window is still there")),
            Err(_) => Ok(()),
        }
    }

    /// Size of its window, without the frame: width and height in pixels.
    ///
    /// # Errors
    /// It has no window.
    pub fn size(&self, desktop: &Desktop) -> Result<(u32, u32), Trouble> {
        let said = desktop.xdotool(&["getwindowgeometry", "--shell", &self.window(desktop)?])?;
        let number = |name: &str| {
            said.lines()
                .find_map(|line| line.strip_prefix(name)?.parse().ok())
                .ok_or_else(|| Trouble::new(format!("no {name} in {said:?}")))
        };
        Ok((number("WIDTH=")?, number("HEIGHT=")?))
    }

    /// Makes its window this large, as pulling at its frame does.
    ///
    /// # Errors
    /// It has no window.
    pub fn resize(&self, desktop: &Desktop, width: u32, height: u32) -> Result<(), Trouble> {
        let (width, height) = (width.to_string(), height.to_string());
        desktop.xdotool(&[
            "windowsize",
            "--sync",
            &self.window(desktop)?,
            &width,
            &height,
        ])?;
        Ok(())
    }

    /// Whether its window can be seen.
    pub fn is_visible(&self, desktop: &Desktop) -> bool {
        self.window(desktop).is_ok()
    }

    /// Whether its window has the keyboard.
    ///
    /// # Errors
    /// It has no window.
    pub fn has_focus(&self, desktop: &Desktop) -> Result<bool, Trouble> {
        Ok(desktop.focused()? == self.window(desktop)?)
    }

    /// Asks the window to close, as its own button does, whatever becomes of that.
    ///
    /// # Errors
    /// It has no window.
    pub fn ask_to_close(&self, desktop: &Desktop) -> Result<(), Trouble> {
        self.focus(desktop)?;
        desktop.xdotool(&["key", "alt+F4"])?;
        Ok(())
    }

    /// Whether it still runs.
    pub fn is_running(&self) -> bool {
        is_alive(self.process)
    }

    /// Process id of the app.
    pub fn process(&self) -> u32 {
        self.process
    }

    /// Ends it and the processes of its page at once, as a power cut would (`kill -9`).
    ///
    /// # Errors
    /// It was not running any more, or did not end.
    pub async fn kill(self) -> Result<(), Trouble> {
        let mut others = family(self.process);
        others.remove(&self.process);
        signal(self.process, Signal::KILL)?;
        for process in others {
            // The page can end by itself as soon as the app has.
            let _gone = signal(process, Signal::KILL);
        }
        self.gone().await
    }

    /// Lets it and the processes of its page crash, the innermost first.
    ///
    /// # Errors
    /// It was not running any more, or did not end.
    pub async fn abort(self) -> Result<(), Trouble> {
        let all = family(self.process);
        for process in all.iter().rev() {
            // The others can end with the first that does.
            let _gone = signal(*process, Signal::ABORT);
        }
        until("they have crashed", PATIENCE, async || {
            let gone = all.iter().all(|process| !is_alive(*process));
            Ok(gone.then_some(()))
        })
        .await
    }

    /// Closes it as the session does when the person logs out, and opens it again.
    ///
    /// # Errors
    /// It did not end, or did not come up again.
    pub async fn reopen(self, desktop: &Desktop) -> Result<Self, Trouble> {
        let mut start = self.start.clone();
        start.link = None;
        self.close(desktop).await?;
        Self::open(desktop, start).await
    }

    /// Closes its window, as the person does with the window's own button.
    ///
    /// # Errors
    /// It did not end.
    pub async fn close(self, desktop: &Desktop) -> Result<(), Trouble> {
        let process = self.process;
        let gone = until("the window closes", PATIENCE, async || {
            // A key can get lost while the window manager is busy with the window, so it is
            // pressed again. It goes to this window or, when there is none any more, to nobody.
            if self.focus(desktop).is_ok() {
                desktop.xdotool(&["key", "alt+F4"])?;
            }
            tokio::time::sleep(KEY).await;
            Ok((!is_alive(process)).then_some(()))
        })
        .await;
        if gone.is_err() {
            desktop.picture("failed-to-close")?;
        }
        gone
    }

    /// Number of its window on the display.
    pub(crate) fn window(&self, desktop: &Desktop) -> Result<String, Trouble> {
        let process = self.process.to_string();
        let windows = desktop.xdotool(&["search", "--onlyvisible", "--pid", &process])?;
        let window = windows.lines().last();
        window
            .map(str::to_owned)
            .ok_or_else(|| Trouble::new("the app has no window"))
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
