//! The state of the running app: opens the domain, and keeps what the window needs beside it.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use dialer::attempt::AttemptId;
use dialer::data_dir::{DataDir, Identity, WindowLock};
use dialer::problem::{Problem, ProblemCode};
use dialer::view::{ImportView, NumberPreview, Preferences, StartView};
use dialer::{Dialer, DialerConfig};
use tauri::{AppHandle, Manager, Wry};
use tauri_plugin_opener::OpenerExt;
use tokio::sync::OnceCell;

use crate::desktop::Desktop;
use crate::environment::Environment;
use crate::host::DesktopHost;
use crate::incoming::Incoming;
use crate::notifications::Notifications;
use crate::preferences::{PreferenceFile, WindowSize};

/// What a start needs to know, found before there is a window.
#[derive(Debug, Clone)]
pub(crate) struct Setup {
    pub(crate) environment: Environment,
    pub(crate) data_dir: PathBuf,
    pub(crate) identity: Identity,
    /// What happened before the page could be told.
    pub(crate) notices: Vec<Problem>,
}

/// The state of the running app.
pub(crate) struct Shell {
    app: AppHandle,
    setup: Setup,
    window_lock: Mutex<Option<WindowLock>>,
    dialer: OnceCell<Dialer>,
    preferences: Option<Arc<PreferenceFile<Wry>>>,
    desktop: Desktop,
    notifications: Notifications,
}

impl Shell {
    pub(crate) fn new(
        app: AppHandle,
        setup: Setup,
        window_lock: Option<WindowLock>,
        preferences: Option<Arc<PreferenceFile<Wry>>>,
        desktop: Desktop,
    ) -> Self {
        Self {
            notifications: Notifications::start(app.clone()),
            desktop,
            app,
            setup,
            window_lock: Mutex::new(window_lock),
            dialer: OnceCell::new(),
            preferences,
        }
    }

    /// The domain, opened at the first use. What prevented it is tried again at the next one, so
    /// that *Try again* works once the cause is gone.
    pub(crate) async fn dialer(&self) -> Result<&Dialer, Problem> {
        self.dialer.get_or_try_init(|| self.open()).await
    }

    async fn open(&self) -> Result<Dialer, Problem> {
        let path = self.setup.data_dir.clone();
        let locked = lock(&self.window_lock).is_some();
        let (data_dir, taken) = tauri::async_runtime::spawn_blocking(move || claim(path, locked))
            .await
            .map_err(|_| Problem::new(ProblemCode::Internal))??;
        if let Some(taken) = taken {
            *lock(&self.window_lock) = Some(taken);
        }
        let host = Arc::new(DesktopHost::new(
            self.app.clone(),
            self.notifications.clone(),
        ));
        let mut config = DialerConfig::on_this_machine(
            data_dir,
            host,
            &self.setup.identity.keyring_service,
            env!("CARGO_PKG_VERSION"),
        )
        .await?;
        config
            .suggested_hosts
            .clone_from(&self.setup.environment.suggested_hosts);
        if let Some(settling) = self.setup.environment.settling {
            config.timeouts.settling = settling;
        }
        if let Some(sign_in) = self.setup.environment.sign_in {
            config.timeouts.sign_in = sign_in;
        }
        Dialer::open(config).await
    }

    /// Everything the page needs when it loads.
    pub(crate) async fn start(&self) -> Result<StartView, Problem> {
        let dialer = self.dialer().await?;
        let mut view = dialer.start().await?;
        if view.profile.is_none() && self.setup.environment.start_sandbox {
            dialer.use_sandbox().await?;
            view = dialer.start().await?;
        }
        self.app
            .state::<Incoming>()
            .set_country(&view.default_country);
        view.notices.extend(self.desktop.begin().await);
        self.refresh_tray().await;
        view.notices.extend(self.setup.notices.iter().cloned());
        Ok(view)
    }

    /// What a text would dial; none while nothing is open yet.
    pub(crate) fn preview(&self, typed: &str, country: &str) -> Option<NumberPreview> {
        let dialer = self.dialer.get()?;
        Some(dialer.preview_number(typed, country))
    }

    pub(crate) async fn set_default_country(&self, country: &str) -> Result<(), Problem> {
        self.dialer().await?.set_default_country(country).await?;
        self.app.state::<Incoming>().set_country(country);
        Ok(())
    }

    /// Makes a connection of a tutorial's `.env` file.
    pub(crate) async fn import_env(&self, path: &Path) -> Result<ImportView, Problem> {
        self.dialer().await?.import_env(path).await
    }

    /// Opens the interaction of an attempt in the system's browser.
    pub(crate) async fn open_interaction(&self, id: AttemptId) -> Result<(), Problem> {
        let url = self.dialer().await?.interaction_url(id).await?;
        let Some(url) = url else {
            return Err(Problem::new(ProblemCode::NotFound));
        };
        self.app
            .opener()
            .open_url(url, None::<&str>)
            .map_err(|error| {
                tracing::warn!(%error, "the browser did not open");
                Problem::new(ProblemCode::Internal)
            })
    }

    /// Shows in the tray who can be called for, in the language of the window.
    pub(crate) async fn refresh_tray(&self) {
        let Some(dialer) = self.dialer.get() else {
            return;
        };
        let agents = match dialer.known_agents("").await {
            Ok(agents) => agents,
            Err(problem) => {
                tracing::warn!(code = problem.code.as_str(), "the tray shows no agents");
                return;
            }
        };
        let language = self.preferences().language;
        self.desktop.show_in_tray(language, agents).await;
    }

    pub(crate) fn preferences(&self) -> Preferences {
        self.preferences
            .as_ref()
            .map(|file| file.get())
            .unwrap_or_default()
    }

    pub(crate) async fn set_preferences(&self, preferences: Preferences) -> Result<(), Problem> {
        let Some(file) = self.preferences.clone() else {
            return Ok(());
        };
        tauri::async_runtime::spawn_blocking(move || file.set(preferences))
            .await
            .map_err(|_| Problem::new(ProblemCode::Internal))?;
        self.refresh_tray().await;
        Ok(())
    }

    pub(crate) fn remember_window_size(&self, size: WindowSize) {
        if let Some(file) = &self.preferences {
            file.set_window_size(size);
        }
    }
}

/// Opens the data directory and becomes its owner, unless that is done.
fn claim(path: PathBuf, locked: bool) -> Result<(DataDir, Option<WindowLock>), Problem> {
    let data_dir = DataDir::open(&path)?;
    if locked {
        return Ok((data_dir, None));
    }
    match data_dir.lock_window()? {
        Some(lock) => Ok((data_dir, Some(lock))),
        None => Err(Problem::new(ProblemCode::DataDirInUse).with("path", path.display())),
    }
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
