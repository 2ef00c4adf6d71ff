//! Connections.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{CallOptions, HostsView};

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

/// Who a profile signs in as, and how.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum SignIn {
    /// The OAuth client itself (client credentials): calls are placed on behalf of any agent.
    #[default]
    Client,
    /// A person, in the browser, with a client that has no secret (authorization code with PKCE).
    Pkce,
    /// A person, in the browser, with a client that has a secret (authorization code).
    Code,
}

/// The person who is signed in. Calls are placed as this agent, and no other.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct SignedInUser {
    /// Genesys Cloud user id.
    pub id: String,
    /// Name.
    pub name: String,
    /// E-mail.
    pub email: String,
}

/// The colour by which a person tells connections apart; always beside the name.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum Colour {
    /// None.
    #[default]
    Plain,
    /// Blue.
    Blue,
    /// Teal.
    Teal,
    /// Green.
    Green,
    /// Amber.
    Amber,
    /// Red.
    Red,
    /// Purple.
    Purple,
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
    /// Who it signs in as, and how.
    pub sign_in: SignIn,
    /// Who is signed in, where a person signs in.
    pub user: Option<SignedInUser>,
    /// The colour it is told apart by.
    pub colour: Colour,
    /// Whether it is the one in use.
    pub active: bool,
    /// Where the secret is.
    pub secret: SecretPlace,
    /// Whether to offer at once to keep a secret for this run only: the keyring was of no use when it
    /// was last asked or, before it is asked in this run, when the secret was kept last.
    pub offers_this_run: bool,
    /// Whether agents can be found by the first letters (else the whole e-mail is typed).
    pub type_ahead: bool,
    /// What new calls ask for, where nothing else is chosen for the agent.
    pub options: CallOptions,
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
    /// Who it signs in as, and how.
    pub sign_in: SignIn,
    /// The colour it is told apart by.
    pub colour: Colour,
    /// What new calls ask for, where nothing else is chosen for the agent.
    pub options: CallOptions,
}
