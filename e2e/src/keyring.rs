//! A real Secret Service, as a desktop session has one.

use std::io::Write;
use std::process::Stdio;

use rustix::process::Signal;

use crate::desktop::Desktop;
use crate::processes::signal;
use crate::trouble::Trouble;
use crate::wait::{PATIENCE, until};

/// The collection that is open from the start.
const COLLECTION: &str = "/org/freedesktop/secrets/collection/login";

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

    /// Every secret in the keyring, sorted.
    ///
    /// # Errors
    /// The keyring does not answer, or an item has other attributes than Ringfor's.
    pub fn secrets(&self, desktop: &Desktop) -> Result<Vec<String>, Trouble> {
        let items = property(
            desktop,
            COLLECTION,
            "org.freedesktop.Secret.Collection",
            "Items",
        )?;
        let mut secrets = Vec::new();
        for item in quoted(&items).filter(|text| text.starts_with(COLLECTION)) {
            let attributes = property(desktop, item, "org.freedesktop.Secret.Item", "Attributes")?;
            let words: Vec<&str> = quoted(&attributes).collect();
            let mut lookup = desktop.command("secret-tool");
            lookup.arg("lookup");
            for name in ["service", "username"] {
                let value = words
                    .chunks(2)
                    .find_map(|pair| (pair.first() == Some(&name)).then(|| pair.get(1)).flatten())
                    .ok_or_else(|| Trouble::new(format!("a secret without {name}: {words:?}")))?;
                lookup.args([name, *value]);
            }
            secrets.push(desktop.run(&mut lookup)?);
        }
        secrets.sort();
        Ok(secrets)
    }
}

/// A property as `dbus-send` prints it.
fn property(desktop: &Desktop, path: &str, interface: &str, name: &str) -> Result<String, Trouble> {
    desktop.run(desktop.command("dbus-send").args([
        "--print-reply",
        "--dest=org.freedesktop.secrets",
        path,
        "org.freedesktop.DBus.Properties.Get",
        &format!("string:{interface}"),
        &format!("string:{name}"),
    ]))
}

/// What stands between quotation marks, in order.
fn quoted(text: &str) -> impl Iterator<Item = &str> {
    text.split('"').skip(1).step_by(2)
}
