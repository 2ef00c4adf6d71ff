//! How servers are reached: proxy and additional certificates. One setting for all connections.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Which proxy is used.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum ProxyKind {
    /// The system's (on Linux the variables of the environment).
    #[default]
    System,
    /// None.
    Direct,
    /// The one that is named here.
    Explicit,
}

/// How servers are reached.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct NetworkView {
    /// Which proxy is used.
    pub proxy: ProxyKind,
    /// Address of the proxy, for example `http://proxy.example.com:8080`; without name and password.
    pub proxy_url: Option<String>,
    /// Name to sign in with at the proxy.
    pub proxy_user: Option<String>,
    /// Whether a password for the proxy is kept.
    pub proxy_password: bool,
    /// Path of a file with additional certificates (PEM).
    pub ca_file: Option<String>,
}

/// What Settings sends. The password of the proxy travels beside it, once.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, TS)]
#[ts(export)]
pub struct NetworkForm {
    /// Which proxy is used.
    pub proxy: ProxyKind,
    /// Address of the proxy.
    pub proxy_url: Option<String>,
    /// Name to sign in with at the proxy.
    pub proxy_user: Option<String>,
    /// Path of a file with additional certificates (PEM).
    pub ca_file: Option<String>,
}
