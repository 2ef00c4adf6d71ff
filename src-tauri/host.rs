//! What the domain needs from this program: events to the page and the desktop, and the sandbox.

use std::net::{Ipv4Addr, SocketAddr};

use dialer::attempt::Outcome;
use dialer::host::{Host, PageText, SandboxConnection, SignInPage};
use dialer::problem::{Problem, ProblemCode};
use dialer::view::Event;
use futures_util::future::BoxFuture;
use genesys_sandbox::{Config, Running, Sandbox};
use tauri::{AppHandle, Emitter, Manager};
use tauri_plugin_opener::OpenerExt;
use tokio::sync::Mutex;

use crate::notifications::Notifications;
use crate::shell::Shell;
use crate::texts::Texts;

/// Name of the one event the page listens to.
const EVENT: &str = "ringfor";

/// The desktop app as the domain sees it.
pub(crate) struct DesktopHost {
    app: AppHandle,
    notifications: Notifications,
    sandbox: Mutex<Option<Running>>,
}

impl DesktopHost {
    /// A host that speaks through `app`, and to who does not look at it.
    pub(crate) fn new(app: AppHandle, notifications: Notifications) -> Self {
        Self {
            app,
            notifications,
            sandbox: Mutex::new(None),
        }
    }

    /// Who was called for last is the first there.
    fn refresh_tray(&self) {
        let app = self.app.clone();
        tauri::async_runtime::spawn(async move { app.state::<Shell>().refresh_tray().await });
    }
}

/// Tells the page what has happened.
pub(crate) fn tell_page(app: &AppHandle, event: &Event) {
    if let Err(error) = app.emit(EVENT, event) {
        tracing::warn!(%error, "the page was not told");
    }
}

impl Host for DesktopHost {
    fn emit(&self, event: Event) {
        if let Event::Attempt { attempt } = &event {
            self.notifications.changed(attempt);
            if attempt.outcome == Outcome::Pending {
                self.refresh_tray();
            }
        }
        // Its agents are those of the connection in use.
        if matches!(event, Event::Profiles) {
            self.refresh_tray();
        }
        tell_page(&self.app, &event);
    }

    fn sandbox(&self) -> BoxFuture<'_, Result<SandboxConnection, Problem>> {
        Box::pin(async {
            let mut running = self.sandbox.lock().await;
            let running = match &mut *running {
                Some(running) => running,
                stopped => {
                    let any_port = SocketAddr::from((Ipv4Addr::LOCALHOST, 0));
                    let started = Sandbox::new(Config::default())
                        .serve(any_port)
                        .await
                        .map_err(|error| {
                            tracing::error!(%error, "the sandbox did not start");
                            Problem::new(ProblemCode::SandboxFailed)
                        })?;
                    stopped.insert(started)
                }
            };
            Ok(SandboxConnection {
                base_url: running.base_url.clone(),
                client_id: running.client_id.clone(),
                client_secret: running.client_secret.clone().into(),
            })
        })
    }

    fn open_browser(&self, url: &str) -> BoxFuture<'_, Result<(), Problem>> {
        let url = url.to_owned();
        Box::pin(async move {
            let app = self.app.clone();
            // Which program opens it is looked up on the disk.
            let opened = tauri::async_runtime::spawn_blocking(move || {
                app.opener().open_url(url, None::<&str>).is_ok()
            });
            match opened.await {
                Ok(true) => Ok(()),
                // The error could repeat the address.
                _ => Err(Problem::new(ProblemCode::BrowserMissing)),
            }
        })
    }

    fn sign_in_page(&self, page: SignInPage) -> PageText {
        let language = self.app.state::<Shell>().preferences().language;
        let texts = Texts::in_language(language.as_deref());
        PageText {
            language: texts.language().to_owned(),
            title: texts.get(page.key(), &[]),
            text: texts.get(&format!("{}.body", page.key()), &[]),
        }
    }
}
