//! WebKitWebDriver, which opens the window and holds it.

use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Stdio};
use std::time::Duration;

use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::json;

use crate::desktop::Desktop;
use crate::disk::Disk;
use crate::trouble::Trouble;
use crate::wait::{PATIENCE, until};

/// One driver with one window.
pub(crate) struct Driver {
    process: Child,
    port: u16,
}

impl Driver {
    /// Starts a driver that listens on a free port. Programs that it starts get `environment`, and
    /// see `disk`.
    pub(crate) async fn start(
        desktop: &Desktop,
        environment: &[(String, String)],
        disk: Option<&Disk>,
        leaves_cores: bool,
    ) -> Result<Self, Trouble> {
        let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?
            .local_addr()?
            .port();
        let mut command = match disk {
            Some(disk) => disk.around(desktop, "WebKitWebDriver"),
            None if leaves_cores => desktop.command_with_cores("WebKitWebDriver"),
            None => desktop.command("WebKitWebDriver"),
        };
        command
            .args(["--host=127.0.0.1", &format!("--port={port}")])
            .env("TAURI_AUTOMATION", "true")
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            .envs(environment.iter().map(|(name, value)| (name, value)))
            .stdout(Stdio::null())
            .stderr(std::fs::File::create(
                desktop
                    .folder()
                    .join("logs")
                    .join(format!("app-{port}.txt")),
            )?);
        let process = command
            .spawn()
            .map_err(|error| Trouble::while_doing("WebKitWebDriver could not be started", error))?;
        let driver = Self { process, port };
        until("WebKitWebDriver listens", PATIENCE, async || {
            Ok(TcpStream::connect((Ipv4Addr::LOCALHOST, port)).ok())
        })
        .await?;
        Ok(driver)
    }

    /// Opens `program` and takes hold of its page.
    pub(crate) async fn open(&self, program: &Path, arguments: &[&str]) -> Result<Client, Trouble> {
        // Nothing else is asked for: with a browser name the driver refuses.
        let capabilities = json!({
            "webkitgtk:browserOptions": { "binary": program, "args": arguments }
        });
        let Some(capabilities) = capabilities.as_object() else {
            return Err(Trouble::new("capabilities are an object"));
        };
        let mut builder = ClientBuilder::new(HttpConnector::new());
        builder.capabilities(capabilities.clone());
        let url = format!("http://127.0.0.1:{}", self.port);
        let client = tokio::time::timeout(Duration::from_secs(60), builder.connect(&url))
            .await
            .map_err(|_| Trouble::new("the window did not open within a minute"))??;
        Ok(client)
    }

    /// Process id of the driver.
    pub(crate) fn process(&self) -> u32 {
        self.process.id()
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // Already gone is as good.
        let _ended = self.process.kill().and_then(|()| self.process.wait());
    }
}
