//! What the page gets when it loads.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{AgentView, AttemptView, Feed, ProfileView};
use crate::problem::Problem;

/// Everything the page needs when it loads.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(export)]
pub struct StartView {
    /// The connection in use; none before the first run is done.
    pub profile: Option<ProfileView>,
    /// All connections, oldest first.
    pub profiles: Vec<ProfileView>,
    /// The regions that can be chosen.
    pub regions: Vec<RegionView>,
    /// ISO 3166 codes of the countries a number can belong to.
    pub countries: Vec<String>,
    /// Country for numbers typed without `+`.
    pub default_country: String,
    /// Digits that extensions of the organisation have; none where they are not dialled.
    pub extension_digits: Vec<u8>,
    /// The agent called for last.
    pub agent: Option<AgentView>,
    /// Calls that have not ended, newest first.
    pub live: Vec<AttemptView>,
    /// What feeds the screen.
    pub feed: Feed,
    /// Why that is not the socket, where it is wanted.
    pub feed_reason: Option<Problem>,
    /// Things the user should know since the last start.
    pub notices: Vec<Problem>,
    /// What `RINGFOR_API_URL` and `RINGFOR_LOGIN_URL` ask for, for the first profile.
    pub suggested_hosts: Option<HostsView>,
    /// Version of the app.
    pub version: String,
    /// Where data is kept.
    pub data_dir: String,
}

/// Explicit hosts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct HostsView {
    /// Base of the API, for example `https://api.mypurecloud.com`.
    pub api_url: String,
    /// Base of the token host, for example `https://login.mypurecloud.com`.
    pub login_url: String,
}

/// One region.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(export)]
pub struct RegionView {
    /// Domain, for example `mypurecloud.com`.
    pub domain: String,
    /// AWS name, for example `us-east-1`.
    pub aws: String,
}
