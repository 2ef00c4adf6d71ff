//! Ends every process of a desktop when the desktop goes, however it goes.
//!
//! All of them carry a mark in their environment, also those that were started by others of them
//! and have left their parents. A small shell waits at the end of a pipe that only the test
//! holds: when the test drops it, or dies, the shell ends whoever carries the mark.

use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};

use crate::trouble::Trouble;

/// Name of the variable that marks the processes of a desktop.
pub(crate) const MARK: &str = "RINGFOR_E2E_DESKTOP";

const SCRIPT: &str = r#"
cat > /dev/null
marked() { grep -lzs "^$1\$" /proc/[0-9]*/environ | cut -d/ -f3; }
for process in $(marked "$1"); do kill -TERM "$process"; kill -CONT "$process"; done
for round in 1 2 3 4 5 6 7 8 9 10; do
    [ -z "$(marked "$1")" ] && break
    sleep 0.1
done
for process in $(marked "$1"); do kill -KILL "$process"; done
rm -rf "$2"
"#;

/// The waiting shell.
pub(crate) struct Undertaker(Child);

impl Undertaker {
    /// Waits to end the processes marked with `mark` and to remove `folder`.
    pub(crate) fn hire(mark: &str, folder: &Path) -> Result<Self, Trouble> {
        Command::new("sh")
            .args(["-c", SCRIPT, "undertaker"])
            .arg(format!("{MARK}={mark}"))
            .arg(folder)
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            // Ctrl-C in the terminal is for the test, not for the one who cleans up after it.
            .process_group(0)
            .spawn()
            .map(Self)
            .map_err(|error| Trouble::while_doing("sh could not be started", error))
    }
}

impl Drop for Undertaker {
    fn drop(&mut self) {
        drop(self.0.stdin.take());
        // It has its own limits, and nothing can be done here where it could not start.
        let _ended = self.0.wait();
    }
}
