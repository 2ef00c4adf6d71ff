//! The connection and its check.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::HostsView;
use crate::problem::Problem;

/// How a server wants to be spoken to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum DialectName {
    /// The published API.
    Platform,
    /// The first tutorial's shapes.
    Participants,
    /// The second tutorial's shapes.
    FromTo,
}

/// Where the secret of a profile is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum SecretPlace {
    /// In the keyring of the operating system.
    Keyring,
    /// In memory, until Ringfor is closed.
    ThisRun,
    /// Nowhere.
    Missing,
    /// The sandbox needs none.
    NotNeeded,
}

/// One connection.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(export)]
pub struct ProfileView {
    /// Our id.
    pub id: String,
    /// Shown name.
    pub name: String,
    /// Whether it is the sandbox that ships with the app.
    pub sandbox: bool,
    /// Domain of the region, where one is used.
    pub region: Option<String>,
    /// Explicit hosts, where those are used.
    pub hosts: Option<HostsView>,
    /// OAuth client id.
    pub client_id: String,
    /// How the server wants to be spoken to.
    pub dialect: DialectName,
    /// Where the secret is.
    pub secret: SecretPlace,
    /// Whether to offer at once to keep a secret for this run only: the keyring was of no use when it
    /// was last asked or, before it is asked in this run, when the secret was kept last.
    pub offers_this_run: bool,
    /// Whether agents can be found by the first letters (else the whole e-mail is typed).
    pub type_ahead: bool,
    /// Caller id for new calls.
    pub caller_id: Option<String>,
    /// Queue for new calls.
    pub queue_id: Option<String>,
}

/// What Settings sends to make or change the connection. The secret travels beside it, once.
#[derive(Debug, Clone, Deserialize, TS)]
#[ts(export)]
pub struct ProfileForm {
    /// The profile to change; none makes a new one.
    pub id: Option<String>,
    /// Shown name; empty takes the region's.
    pub name: String,
    /// Domain of a region; none with explicit hosts.
    pub region: Option<String>,
    /// Explicit base of the API.
    pub api_url: Option<String>,
    /// Explicit base of the token host.
    pub login_url: Option<String>,
    /// OAuth client id.
    pub client_id: String,
    /// How the server wants to be spoken to.
    pub dialect: DialectName,
    /// Keep the secret in memory for this run only (offered where there is no keyring).
    pub this_run_only: bool,
    /// Caller id for new calls.
    pub caller_id: Option<String>,
    /// Queue for new calls.
    pub queue_id: Option<String>,
}

/// One step of *Check connection*.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(export)]
pub struct CheckStep {
    /// `token` or `look_up`.
    pub step: String,
    /// What went wrong; none where it worked.
    pub problem: Option<Problem>,
}
