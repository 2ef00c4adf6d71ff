//! How long each thing may take, as one value that is injected once.

use std::time::Duration;

/// How long after the press a call may still leave. A request that was held up longer (by a computer that slept, a
/// keyring that asked) would ring phones nobody expects to ring any more.
pub const PRESS_COUNTS_FOR: Duration = Duration::from_secs(60);

/// How long each thing may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Timeouts {
    /// Until a connection stands.
    pub connect: Duration,
    /// From sending the call POST to its whole answer. After it the outcome is unknown.
    pub call: Duration,
    /// From sending any other request to its whole answer.
    pub read: Duration,
    /// For one call into the keyring of the operating system.
    pub keyring: Duration,
    /// For how long an unknown outcome is looked up.
    pub settling: Duration,
    /// For how long the browser is waited for when a person signs in.
    pub sign_in: Duration,
}

impl Default for Timeouts {
    fn default() -> Self {
        Self {
            connect: Duration::from_secs(5),
            call: Duration::from_secs(20),
            read: Duration::from_secs(10),
            keyring: Duration::from_secs(10),
            settling: Duration::from_secs(300),
            sign_in: Duration::from_secs(120),
        }
    }
}
