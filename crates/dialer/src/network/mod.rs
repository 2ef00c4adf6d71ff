//! How servers are reached: one setting for all connections, the same for window and command line.

mod ca_file;
mod settings;

use std::sync::Arc;
use std::time::Duration;

use genesys_cloud::transport::{HttpTransport, HttpTransportError, NetworkOptions, Proxy};
use secrecy::{ExposeSecret, SecretString};
use tokio::sync::Mutex;

use crate::core::Core;
use crate::log::CallLog;
use crate::problem::{Problem, ProblemCode};
use crate::secret::Vault;
use crate::view::{NetworkForm, NetworkView, ProxyKind};

use settings::Settings;

/// The keyring's entry for the password of the proxy.
const PASSWORD: &str = "proxy";

/// The way to servers, brought to what the settings say before it is used.
pub(crate) struct Network {
    /// None where another transport stands in.
    http: Option<HttpTransport>,
    connect: Duration,
    log: CallLog,
    vault: Arc<Vault>,
    /// What the transport is made of; none before it is used.
    applied: Mutex<Option<Settings>>,
}

impl Network {
    pub(crate) fn new(
        http: Option<HttpTransport>,
        connect: Duration,
        log: CallLog,
        vault: Arc<Vault>,
    ) -> Self {
        Self {
            http,
            connect,
            log,
            vault,
            applied: Mutex::default(),
        }
    }

    /// Makes sure that servers are reached as the settings say. Where that cannot be, they are not
    /// reached at all: another way is not one that somebody chose.
    ///
    /// # Errors
    /// `ca_file_unreadable`, `ca_file_invalid`, `proxy_invalid`, `proxy_sign_in_invalid`, those of the
    /// keyring and of the log. A failure is not kept.
    pub(crate) async fn ready(&self) -> Result<(), Problem> {
        let Some(http) = &self.http else {
            return Ok(());
        };
        let mut applied = self.applied.lock().await;
        if applied.is_none() {
            let (settings, password) = self.settings_and_password().await?;
            let options = self.options(&settings, password).await?;
            let changed = http.change(options);
            changed.map_err(|error| unusable(&error, &settings))?;
            *applied = Some(settings);
        }
        Ok(())
    }

    /// The transport of this machine, to look at the way to a server; none where another one stands in.
    pub(crate) fn http(&self) -> Option<HttpTransport> {
        self.http.clone()
    }

    /// The settings may have been changed by another process. Whether they were.
    pub(crate) async fn is_out_of_date(&self) -> Result<bool, Problem> {
        let now = settings::read(&self.log).await?;
        let mut applied = self.applied.lock().await;
        let old = applied.as_ref().is_some_and(|applied| *applied != now);
        if old {
            *applied = None;
        }
        Ok(old)
    }

    /// The settings, and the password that is theirs. The keyring takes its time: where another process has chosen
    /// another proxy meanwhile, what it gave is not for the one before.
    async fn settings_and_password(&self) -> Result<(Settings, Option<SecretString>), Problem> {
        let mut settings = settings::read(&self.log).await?;
        loop {
            let password = self.password(&settings).await;
            let now = settings::read(&self.log).await?;
            if now == settings {
                return Ok((settings, password?));
            }
            settings = now;
        }
    }

    async fn password(&self, settings: &Settings) -> Result<Option<SecretString>, Problem> {
        match settings.proxy {
            ProxyKind::Explicit if settings.proxy_password => {
                self.vault.find(PASSWORD, true).await.map(Some)
            }
            _ => Ok(None),
        }
    }

    /// What these settings are for a transport, and that they can be used by one.
    async fn options(
        &self,
        settings: &Settings,
        password: Option<SecretString>,
    ) -> Result<NetworkOptions, Problem> {
        let extra_ca = match &settings.ca_file {
            Some(path) => ca_file::read(path.clone()).await?,
            None => Vec::new(),
        };
        let options = NetworkOptions {
            proxy: match settings.proxy {
                ProxyKind::System => Proxy::System,
                ProxyKind::Direct => Proxy::None,
                ProxyKind::Explicit => Proxy::Explicit {
                    url: settings.proxy_url.clone().unwrap_or_default(),
                    user: settings.proxy_user.clone(),
                    password,
                },
            },
            extra_ca,
            connect: self.connect,
        };
        match HttpTransport::with(options.clone()) {
            Ok(_) => Ok(options),
            Err(error) => Err(unusable(&error, settings)),
        }
    }
}

fn unusable(error: &HttpTransportError, settings: &Settings) -> Problem {
    match error {
        HttpTransportError::ProxyAddress => Problem::new(ProblemCode::ProxyInvalid),
        HttpTransportError::ProxySignIn => Problem::new(ProblemCode::ProxySignInInvalid),
        HttpTransportError::ExtraCa => Problem::new(ProblemCode::CaFileInvalid)
            .with("path", settings.ca_file.as_deref().unwrap_or_default()),
        _ => {
            tracing::error!(%error, "no connection can be made");
            Problem::new(ProblemCode::Internal)
        }
    }
}

/// How servers are reached.
///
/// # Errors
/// Those of the log.
pub(crate) async fn view(core: &Core) -> Result<NetworkView, Problem> {
    settings::read(&core.log).await.map(Settings::into_view)
}

/// Changes how servers are reached, from the next request on.
///
/// # Errors
/// `proxy_invalid`, `proxy_sign_in_invalid`, `ca_file_unreadable`, `ca_file_invalid`, those of the keyring
/// and of the log; then nothing is changed.
pub(crate) async fn change(
    core: &Core,
    form: NetworkForm,
    password: Option<SecretString>,
) -> Result<NetworkView, Problem> {
    let network = &core.network;
    // Nothing is reached by the old way while it is changed.
    let mut applied = network.applied.lock().await;
    let before = settings::read(&core.log).await?;
    let mut wanted = Settings::of(form);
    // A password was typed for one proxy and one user; another one is never sent it.
    let same_proxy = wanted.proxy_url == before.proxy_url && wanted.proxy_user == before.proxy_user;
    let typed = password.filter(|typed| !typed.expose_secret().is_empty() || same_proxy);
    let (new, stays) = match typed {
        Some(typed) if typed.expose_secret().is_empty() => (None, false),
        Some(typed) => (Some(typed), false),
        None => (None, before.proxy_password && same_proxy),
    };
    wanted.proxy_password = new.is_some() || stays;
    wanted.password_changes = before.password_changes + i64::from(!stays);
    let password = match &new {
        Some(new) => Some(new.clone()),
        None => network.password(&wanted).await?,
    };
    if wanted.proxy_url.is_some() {
        // Also where it is not used now: people paste passwords into addresses, and it is kept.
        let explicit = Settings {
            proxy: ProxyKind::Explicit,
            ca_file: None,
            ..wanted.clone()
        };
        network.options(&explicit, new.clone()).await?;
    } else if new.is_some() {
        return Err(Problem::new(ProblemCode::ProxyInvalid));
    }
    let options = network.options(&wanted, password).await?;
    let old = match (&new, before.proxy_password) {
        (Some(_), true) => core.vault.find(PASSWORD, true).await.ok(),
        _ => None,
    };
    if let Some(new) = new {
        // First nothing is sent to the proxy before: whoever reads this password would send it there.
        let without = Settings {
            proxy_password: false,
            ..wanted.clone()
        };
        settings::write(&core.log, &without).await?;
        if let Err(problem) = core.vault.keep(PASSWORD, new, false).await {
            change_back(core, &before).await;
            return Err(problem);
        }
    }
    if let Err(problem) = settings::write(&core.log, &wanted).await {
        put_back(core, &wanted, stays, old).await;
        change_back(core, &before).await;
        return Err(problem);
    }
    if before.proxy_password && !wanted.proxy_password {
        // Nobody asks for it any more; that it stays is told.
        if let Err(problem) = core.vault.forget(PASSWORD).await {
            core.notice(
                Problem {
                    code: ProblemCode::SecretLeft,
                    ..problem
                }
                .with("name", before.proxy_url.unwrap_or_default()),
            );
        }
    }
    if let Some(http) = &network.http {
        let changed = http.change(options);
        changed.map_err(|error| unusable(&error, &wanted))?;
        *applied = Some(wanted.clone());
    }
    drop(applied);
    // Sockets still stand on the old way.
    core.wake.stir();
    Ok(wanted.into_view())
}

async fn change_back(core: &Core, before: &Settings) {
    if settings::write(&core.log, before).await.is_err() {
        tracing::warn!("how servers are reached could not be changed back");
    }
}

/// What was in the keyring before a change that could not be written.
async fn put_back(core: &Core, wanted: &Settings, stays: bool, old: Option<SecretString>) {
    if stays || !wanted.proxy_password {
        return;
    }
    let undone = match old {
        Some(old) => core.vault.keep(PASSWORD, old, false).await,
        None => core.vault.forget(PASSWORD).await,
    };
    if undone.is_err() {
        tracing::warn!("a password of a proxy that is not used may be left in the keyring");
    }
}

/// Takes over what another process has changed.
///
/// # Errors
/// Those of the log; that the new settings cannot be used is told.
pub(crate) async fn look_again(core: &Core) -> Result<(), Problem> {
    if !core.network.is_out_of_date().await? {
        return Ok(());
    }
    if let Err(problem) = core.network.ready().await {
        core.notice(problem);
    }
    core.wake.stir();
    Ok(())
}
