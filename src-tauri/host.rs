//! What the domain needs from this program: events to the page, and the sandbox.

use std::net::{Ipv4Addr, SocketAddr};

use dialer::host::{Host, SandboxConnection};
use dialer::problem::{Problem, ProblemCode};
use dialer::view::Event;
use futures_util::future::BoxFuture;
use genesys_sandbox::{Config, Running, Sandbox};
use tauri::{AppHandle, Emitter};
use tokio::sync::Mutex;

/// Name of the one event the page listens to.
const EVENT: &str = "ringfor";

/// The desktop app as the domain sees it.
pub(crate) struct DesktopHost {
    app: AppHandle,
    sandbox: Mutex<Option<Running>>,
}

impl DesktopHost {
    /// A host that speaks through `app`.
    pub(crate) fn new(app: AppHandle) -> Self {
        Self {
            app,
            sandbox: Mutex::new(None),
        }
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
}
