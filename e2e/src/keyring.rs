//! A real Secret Service, as a desktop session has one.

use std::io::Write;
use std::process::Stdio;

use rustix::process::Signal;

use crate::desktop::Desktop;
use crate::processes::signal;
use crate::trouble::Trouble;
use crate::wait::{PATIENCE, until};

/// The running keyring daemon.
pub struct Keyring {
    process: u32,
}

impl Keyring {
    /// Starts the daemon with an open keyring. (An empty password would open a dialog instead.)
    pub(crate) async fn unlock(desktop: &mut Desktop) -> Result<Self, Trouble> {
        let mut daemon = desktop.command("gnome-keyring-daemon");
        daemon
            .args(["--foreground", "--unlock", "--components=secrets"])
            .stdin(Stdio::piped())
            .stdout(Stdio::null());
        let child = desktop.spawn(daemon)?;
        let process = child.id();
        if let Some(mut input) = child.stdin.take() {
            input.write_all(b"test\n")?;
        }
        until("the keyring is on the bus", PATIENCE, async || {
            let owned = desktop.run(desktop.command("dbus-send").args([
                "--print-reply",
                "--dest=org.freedesktop.DBus",
                "/org/freedesktop/DBus",
                "org.freedesktop.DBus.NameHasOwner",
                "string:org.freedesktop.secrets",
            ]))?;
            Ok(owned.contains("boolean true").then_some(()))
        })
        .await?;
        Ok(Self { process })
    }

    /// From now on it answers nobody, and does not say no either.
    ///
    /// # Errors
    /// The daemon is gone.
    pub fn freeze(&self) -> Result<(), Trouble> {
        signal(self.process, Signal::STOP)
    }

    /// It answers again.
    ///
    /// # Errors
    /// The daemon is gone.
    pub fn thaw(&self) -> Result<(), Trouble> {
        signal(self.process, Signal::CONT)
    }

    /// Every secret of a service, with its attributes, as `secret-tool` prints them.
    ///
    /// # Errors
    /// `secret-tool` failed.
    pub fn search(
        &self,
        desktop: &Desktop,
        attribute: &str,
        value: &str,
    ) -> Result<String, Trouble> {
        let output = desktop
            .command("secret-tool")
            .args(["search", "--all", "--unlock", attribute, value])
            .output()?;
        // The attributes go to the other stream than the secret.
        Ok(format!(
            "{}{}",
            String::from_utf8_lossy(&output.stdout),
            String::from_utf8_lossy(&output.stderr)
        ))
    }
}
