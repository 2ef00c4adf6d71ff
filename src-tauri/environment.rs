//! What the environment asks of this start. The README documents each variable that a released
//! Ringfor reads.

use std::path::PathBuf;
use std::time::Duration;

use dialer::data_dir;
use dialer::view::HostsView;

/// The variables that Ringfor reads, read once.
#[derive(Debug, Clone)]
pub(crate) struct Environment {
    /// `RINGFOR_DATA_DIR`: where data is kept, in place of the user's own directory.
    pub(crate) data_dir: Option<PathBuf>,
    /// `RINGFOR_API_URL` and `RINGFOR_LOGIN_URL`: explicit hosts for the first profile.
    pub(crate) suggested_hosts: Option<HostsView>,
    /// `RINGFOR_LOG`: how much is logged, for example `debug` or `dialer=trace`.
    pub(crate) log: Option<String>,
    /// `RINGFOR_START_SANDBOX=1`: a first start goes to the sandbox without asking.
    pub(crate) start_sandbox: bool,
    /// `RINGFOR_SETTLING_SECONDS`: for how long an unknown outcome is looked up. Debug builds alone
    /// read it, so that a test of the window need not take five minutes.
    pub(crate) settling: Option<Duration>,
    /// `RINGFOR_SIGN_IN_SECONDS`: for how long a sign-in waits for the browser. Debug builds alone
    /// read it, so that a test of the window need not take two minutes.
    pub(crate) sign_in: Option<Duration>,
}

impl Environment {
    /// Reads the variables of this process.
    pub(crate) fn read() -> Self {
        let api_url = text("RINGFOR_API_URL");
        let login_url = text("RINGFOR_LOGIN_URL");
        // One base can serve both; a missing one is taken to be the other.
        let suggested_hosts =
            api_url
                .clone()
                .or_else(|| login_url.clone())
                .map(|either| HostsView {
                    api_url: api_url.unwrap_or_else(|| either.clone()),
                    login_url: login_url.unwrap_or(either),
                });
        Self {
            data_dir: data_dir::asked_for(),
            suggested_hosts,
            log: text("RINGFOR_LOG"),
            start_sandbox: text("RINGFOR_START_SANDBOX").as_deref() == Some("1"),
            settling: test_time("RINGFOR_SETTLING_SECONDS"),
            sign_in: test_time("RINGFOR_SIGN_IN_SECONDS"),
        }
    }
}

/// A time in seconds that debug builds alone read.
fn test_time(name: &str) -> Option<Duration> {
    cfg!(debug_assertions)
        .then(|| text(name))
        .flatten()
        .and_then(|seconds| seconds.parse().ok())
        .map(Duration::from_secs)
}

fn text(name: &str) -> Option<String> {
    std::env::var(name)
        .ok()
        .map(|value| value.trim().to_owned())
        .filter(|value| !value.is_empty())
}
