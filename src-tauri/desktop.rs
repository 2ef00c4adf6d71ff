//! The desktop around the window: links, shortcut, tray, start at login.

use std::sync::Arc;

use dialer::data_dir::Identity;
use dialer::problem::{Problem, ProblemCode};
use dialer::view::{AgentView, DesktopView, ShortcutView};
use tauri::{AppHandle, Wry};

use crate::arrival::DIAL_SELECTION;
use crate::links::{self, Links};
use crate::preferences::PreferenceFile;
use crate::program::Program;
use crate::shortcut::Shortcut;
use crate::start_at_login::StartAtLogin;
use crate::tray::Tray;

/// What the desktop around the window offers. Most of it asks other programs, and blocks.
#[derive(Clone)]
pub(crate) struct Desktop(Arc<Parts>);

struct Parts {
    links: Links,
    shortcut: Shortcut,
    tray: Tray,
    start_at_login: StartAtLogin,
    command: String,
    preferences: Option<Arc<PreferenceFile<Wry>>>,
}

impl Desktop {
    /// Nothing is asked or changed yet.
    pub(crate) fn new(
        app: AppHandle,
        identity: &Identity,
        program: Option<Program>,
        preferences: Option<Arc<PreferenceFile<Wry>>>,
    ) -> Self {
        let search_path = std::env::var_os("PATH");
        let command = program.as_ref().map_or_else(String::new, |program| {
            program.command(DIAL_SELECTION, search_path.as_deref())
        });
        Self(Arc::new(Parts {
            start_at_login: StartAtLogin::new(&identity.instance, program.as_ref()),
            links: Links::new(identity, program, preferences.clone()),
            shortcut: Shortcut::new(app.clone()),
            tray: Tray::new(app),
            command,
            preferences,
        }))
    }

    /// Takes up what the person has chosen before. Gives what did not work.
    pub(crate) async fn begin(&self) -> Option<Problem> {
        let begun = self.blocking(|parts| {
            parts.links.refresh();
            parts.tray.is_there();
            let keys = parts.preferences.as_ref()?.shortcut()?;
            parts.shortcut.set(Some(&keys)).err()
        });
        begun.await.unwrap_or_else(Some)
    }

    /// What is offered, and what of it is in use.
    pub(crate) async fn view(&self) -> Result<DesktopView, Problem> {
        self.blocking(Parts::view).await
    }

    /// Offers Ringfor for links, or puts back what was there.
    pub(crate) async fn set_links(&self, on: bool) -> Result<DesktopView, Problem> {
        self.blocking(move |parts| parts.links.set(on).map(|()| parts.view()))
            .await?
    }

    /// Opens the system's own setting of what opens links.
    pub(crate) async fn open_link_settings(&self) -> Result<(), Problem> {
        self.blocking(|_| links::open_settings()).await?
    }

    /// Listens to other keys, or to none.
    pub(crate) async fn set_shortcut(&self, keys: Option<String>) -> Result<DesktopView, Problem> {
        self.blocking(move |parts| {
            let keys = parts.shortcut.set(keys.as_deref())?;
            if let Some(preferences) = &parts.preferences {
                preferences.set_shortcut(keys);
            }
            Ok(parts.view())
        })
        .await?
    }

    /// Starts at login, or no more.
    pub(crate) async fn set_start_at_login(&self, on: bool) -> Result<DesktopView, Problem> {
        self.blocking(move |parts| parts.start_at_login.set(on).map(|()| parts.view()))
            .await?
    }

    /// Whether the tray shows Ringfor now.
    pub(crate) fn has_tray(&self) -> bool {
        self.0.tray.is_there()
    }

    /// The agents that the tray offers, in the language of the window.
    pub(crate) async fn show_in_tray(&self, language: Option<String>, agents: Vec<AgentView>) {
        let shown = self.blocking(move |parts| parts.tray.show(language.as_deref(), &agents));
        if shown.await.is_err() {
            tracing::warn!("the menu of the tray is not up to date");
        }
    }

    async fn blocking<T: Send + 'static>(
        &self,
        ask: impl FnOnce(&Parts) -> T + Send + 'static,
    ) -> Result<T, Problem> {
        let parts = Arc::clone(&self.0);
        tauri::async_runtime::spawn_blocking(move || ask(&parts))
            .await
            .map_err(|_| Problem::new(ProblemCode::Internal))
    }
}

impl Parts {
    fn view(&self) -> DesktopView {
        DesktopView {
            links: self.links.view(),
            shortcut: ShortcutView {
                supported: Shortcut::is_supported(),
                keys: self.shortcut.keys(),
                command: self.command.clone(),
            },
            tray: self.tray.is_there(),
            start_at_login: self.start_at_login.is_on(),
            start_at_login_supported: self.start_at_login.is_supported(),
        }
    }
}
