//! The domain, opened for one command: the data, the keyring and the profiles of the window.

use std::sync::Arc;
use std::time::Duration;

use dialer::data_dir::{self, DataDir, Identity};
use dialer::host::{Host, PageText, SandboxConnection, SignInPage};
use dialer::problem::{Problem, ProblemCode};
use dialer::view::{Event, ProfileView};
use dialer::{Dialer, DialerConfig, Role};
use futures_util::future::BoxFuture;
use genesys_sandbox::{Config, Running, Sandbox};
use texts::Texts;
use tokio::sync::Mutex;
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};

use crate::args::Shared;
use crate::{ending, secret};

/// The open domain, and what it tells unasked.
pub(crate) struct Session {
    pub(crate) dialer: Dialer,
    pub(crate) events: UnboundedReceiver<Event>,
}

impl Session {
    /// Opens the domain, and chooses the profile that was asked for.
    ///
    /// # Errors
    /// Those of the data directory and the log; `profile_missing`; those of a secret that is lent.
    pub(crate) async fn open(shared: &Shared) -> Result<Self, Problem> {
        let session = Self::open_without_profile().await?;
        if let Some(name) = &shared.profile {
            let profile = session.profile_named(name).await?;
            session.dialer.work_with(&profile.id);
        }
        if shared.secret_stdin {
            let profile = session.dialer.profile().await?;
            session.lend_secret(&profile.id).await?;
        }
        Ok(session)
    }

    /// Lends a connection the secret on standard input.
    ///
    /// # Errors
    /// `secret_empty`, `secret_too_long`.
    pub(crate) async fn lend_secret(&self, profile_id: &str) -> Result<(), Problem> {
        let secret = secret::elsewhere(secret::from_standard_input).await?;
        self.dialer.lend_secret(profile_id, secret).await
    }

    /// Opens the domain as it is, for commands about profiles.
    ///
    /// # Errors
    /// Those of the data directory and the log.
    pub(crate) async fn open_without_profile() -> Result<Self, Problem> {
        Self::open_with(Browser::NotOpened).await
    }

    /// As [`Session::open_without_profile`], for a command that may need a browser.
    ///
    /// # Errors
    /// Those of the data directory and the log.
    pub(crate) async fn open_with(browser: Browser) -> Result<Self, Problem> {
        let default = DataDir::default_path();
        let path = data_dir::asked_for()
            .or_else(|| default.clone())
            .ok_or_else(|| Problem::new(ProblemCode::DataDirUnwritable))?;
        let data_dir = DataDir::open(&path)?;
        let identity = Identity::of(&path, default.as_deref());
        let (told, events) = unbounded_channel();
        let host = Arc::new(CommandHost {
            told,
            browser,
            sandbox: Mutex::new(None),
        });
        let mut config = DialerConfig::on_this_machine(
            data_dir,
            host,
            &identity.keyring_service,
            env!("CARGO_PKG_VERSION"),
        )
        .await?;
        config.role = Role::Command;
        if let Some(settling) = settling() {
            config.timeouts.settling = settling;
        }
        let dialer = Dialer::open(config).await?;
        ending::outlast(&dialer);
        Ok(Self { dialer, events })
    }

    /// The id of the profile that was named, else of the one in use.
    ///
    /// # Errors
    /// `profile_missing`, `not_connected`, and those of the log.
    pub(crate) async fn id_of(&self, name: Option<&String>) -> Result<String, Problem> {
        match name {
            Some(name) => Ok(self.profile_named(name).await?.id),
            None => Ok(self.dialer.profile().await?.id),
        }
    }

    /// The profile of this id, or else of this name.
    ///
    /// # Errors
    /// `profile_missing`, and those of the log.
    pub(crate) async fn profile_named(&self, name: &str) -> Result<ProfileView, Problem> {
        let profiles = self.dialer.profiles().await?;
        let by_id = profiles.iter().find(|profile| profile.id == name);
        let exact = || profiles.iter().find(|profile| profile.name == name);
        let alike = || {
            let name = name.to_lowercase();
            profiles
                .iter()
                .find(|profile| profile.name.to_lowercase() == name)
        };
        by_id
            .or_else(exact)
            .or_else(alike)
            .cloned()
            .ok_or_else(|| Problem::new(ProblemCode::ProfileMissing))
    }
}

/// Whether a page is opened, or only named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Browser {
    Opened,
    NotOpened,
}

/// `RINGFOR_SETTLING_SECONDS`, as the window reads it: in debug builds alone, for tests.
fn settling() -> Option<Duration> {
    cfg!(debug_assertions)
        .then(|| std::env::var("RINGFOR_SETTLING_SECONDS").ok())
        .flatten()
        .and_then(|seconds| seconds.parse().ok())
        .map(Duration::from_secs)
}

/// This program as the domain sees it.
struct CommandHost {
    told: UnboundedSender<Event>,
    browser: Browser,
    /// The sandbox of the window's profile lives as long as its program, here as there.
    sandbox: Mutex<Option<Running>>,
}

impl Host for CommandHost {
    fn emit(&self, event: Event) {
        // A command that listens no more is about to end.
        drop(self.told.send(event));
    }

    fn sandbox(&self) -> BoxFuture<'_, Result<SandboxConnection, Problem>> {
        Box::pin(async {
            let mut running = self.sandbox.lock().await;
            let running = match &mut *running {
                Some(running) => running,
                stopped => {
                    let any_port = ([127, 0, 0, 1], 0).into();
                    let started = Sandbox::new(Config::default()).serve(any_port).await;
                    stopped.insert(started.map_err(|_| Problem::new(ProblemCode::SandboxFailed))?)
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
        let url = (self.browser == Browser::Opened).then(|| url.to_owned());
        Box::pin(async move {
            let Some(url) = url else {
                // It was named, and the person opens it.
                return Ok(());
            };
            // Which program opens it is looked up on the disk.
            let opened = tokio::task::spawn_blocking(move || open::that_detached(url).is_ok());
            match opened.await {
                Ok(true) => Ok(()),
                // The error could repeat the address.
                _ => Err(Problem::new(ProblemCode::BrowserMissing)),
            }
        })
    }

    fn sign_in_page(&self, page: SignInPage) -> PageText {
        let texts = Texts::in_language(None);
        PageText {
            language: texts.language().to_owned(),
            title: texts.get(page.key(), &[]),
            text: texts.get(&format!("{}.body", page.key()), &[]),
        }
    }
}
