//! The command line `ringfor`, on a desktop beside the window.

use std::io::Write;
use std::path::Path;
use std::process::{Child, Command, Stdio};

use rustix::process::Signal;

use crate::browser::Browser;
use crate::desktop::Desktop;
use crate::places;
use crate::processes::signal;
use crate::trouble::Trouble;

const PROGRAM: &str = "ringfor";

/// A run of it that has begun.
pub struct CommandLine {
    child: Child,
}

/// How a run of it went.
#[derive(Debug)]
pub struct Said {
    /// Exit code; none where a signal ended it.
    pub code: Option<i32>,
    /// Standard output.
    pub out: String,
    /// Standard error.
    pub err: String,
}

impl CommandLine {
    /// Starts it on the data in `data_dir`, with this on its standard input.
    ///
    /// # Errors
    /// It is not built, or did not start.
    pub fn start(
        desktop: &Desktop,
        data_dir: &Path,
        arguments: &[&str],
        input: &str,
    ) -> Result<Self, Trouble> {
        Self::begin(Self::command(desktop, data_dir, arguments)?, input)
    }

    /// The same, where it finds this browser.
    ///
    /// # Errors
    /// It is not built, or did not start.
    pub fn start_with_browser(
        desktop: &Desktop,
        data_dir: &Path,
        arguments: &[&str],
        input: &str,
        browser: &Browser,
    ) -> Result<Self, Trouble> {
        let mut command = Self::command(desktop, data_dir, arguments)?;
        command.env("PATH", browser.path());
        Self::begin(command, input)
    }

    /// Runs it to its end.
    ///
    /// # Errors
    /// It is not built, or did not start.
    pub async fn run(
        desktop: &Desktop,
        data_dir: &Path,
        arguments: &[&str],
        input: &str,
    ) -> Result<Said, Trouble> {
        Self::start(desktop, data_dir, arguments, input)?
            .finish()
            .await
    }

    fn command(desktop: &Desktop, data_dir: &Path, arguments: &[&str]) -> Result<Command, Trouble> {
        let mut command = desktop.command(places::program(PROGRAM)?);
        command.env("RINGFOR_DATA_DIR", data_dir).args(arguments);
        Ok(command)
    }

    fn begin(mut command: Command, input: &str) -> Result<Self, Trouble> {
        let mut child = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .map_err(|error| Trouble::while_doing("ringfor could not be started", error))?;
        if let Some(mut stdin) = child.stdin.take() {
            // Who does not read its input has its reasons.
            let _unread = stdin.write_all(input.as_bytes());
        }
        Ok(Self { child })
    }

    /// The same as [`CommandLine::start`], where a program that crashes leaves its memory in a file
    /// unless it sees to it.
    ///
    /// # Errors
    /// It is not built, or did not start.
    pub fn start_with_core_dumps(
        desktop: &Desktop,
        data_dir: &Path,
        arguments: &[&str],
    ) -> Result<Self, Trouble> {
        let program = places::program(PROGRAM)?;
        let mut command = desktop.command_with_cores(&program.to_string_lossy());
        command.env("RINGFOR_DATA_DIR", data_dir).args(arguments);
        Self::begin(command, "")
    }

    /// Lets it crash.
    ///
    /// # Errors
    /// It has ended already.
    pub fn abort(&self) -> Result<(), Trouble> {
        signal(self.process(), Signal::ABORT)
    }

    /// Its process id.
    pub fn process(&self) -> u32 {
        self.child.id()
    }

    /// Waits until it has ended. The test's own servers answer meanwhile.
    ///
    /// # Errors
    /// It cannot be waited for.
    pub async fn finish(self) -> Result<Said, Trouble> {
        let ended = tokio::task::spawn_blocking(move || self.child.wait_with_output());
        let output = ended
            .await
            .map_err(|error| Trouble::while_doing("waiting for ringfor", error))??;
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        Ok(Said {
            code: output.status.code(),
            out: text(&output.stdout),
            err: text(&output.stderr),
        })
    }
}
