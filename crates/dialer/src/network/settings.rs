//! What is kept of the network: everything but the password.

use rusqlite::OptionalExtension;
use serde::{Deserialize, Serialize};

use crate::field::filled;
use crate::log::CallLog;
use crate::problem::{Problem, ProblemCode};
use crate::view::{NetworkForm, NetworkView, ProxyKind};

const NAME: &str = "network";

/// As it is stored.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Settings {
    pub(super) proxy: ProxyKind,
    pub(super) proxy_url: Option<String>,
    pub(super) proxy_user: Option<String>,
    /// Whether the keyring has a password for that proxy and that user.
    pub(super) proxy_password: bool,
    /// Counts its changes: another process has to read it anew.
    pub(super) password_changes: i64,
    pub(super) ca_file: Option<String>,
}

impl Settings {
    pub(super) fn of(form: NetworkForm) -> Self {
        let proxy_url = filled(form.proxy_url);
        Self {
            proxy: form.proxy,
            proxy_url: proxy_url.clone(),
            // A name without a proxy is nobody's.
            proxy_user: filled(form.proxy_user).filter(|_| proxy_url.is_some()),
            ca_file: filled(form.ca_file),
            ..Self::default()
        }
    }

    pub(super) fn into_view(self) -> NetworkView {
        NetworkView {
            proxy: self.proxy,
            proxy_url: self.proxy_url,
            proxy_user: self.proxy_user,
            proxy_password: self.proxy_password,
            ca_file: self.ca_file,
        }
    }
}

pub(super) async fn read(log: &CallLog) -> Result<Settings, Problem> {
    log.read(|db| {
        let mut statement = db.prepare_cached("SELECT value FROM settings WHERE name = ?1")?;
        let kept: Option<String> = statement.query_row([NAME], |row| row.get(0)).optional()?;
        let Some(kept) = kept else {
            return Ok(Settings::default());
        };
        // Another way out is not guessed: the person chose one.
        serde_json::from_str(&kept).map_err(|_| ProblemCode::DatabaseDamaged.into())
    })
    .await
}

pub(super) async fn write(log: &CallLog, settings: &Settings) -> Result<(), Problem> {
    let value = serde_json::to_string(settings).map_err(|_| Problem::new(ProblemCode::Internal))?;
    log.write(move |db, _| {
        db.execute(
            "INSERT OR REPLACE INTO settings (name, value) VALUES (?1, ?2)",
            [NAME, &value],
        )?;
        Ok(())
    })
    .await
}
