//! The real surroundings: the network, the time and the keyring of this machine.

use std::sync::Arc;

use genesys_cloud::clock::SystemClock;
use genesys_cloud::transport::HttpTransport;

use crate::data_dir::DataDir;
use crate::dialer::DialerConfig;
use crate::host::Host;
use crate::problem::{Problem, ProblemCode};
use crate::role::Role;
use crate::secret::KeyringStore;
use crate::timeouts::Timeouts;

impl DialerConfig {
    /// What a program needs that runs for a person: `keyring_service` names its keyring entries,
    /// `version` marks its attempts.
    ///
    /// # Errors
    /// `internal` where the network cannot be set up.
    pub async fn on_this_machine(
        data_dir: DataDir,
        host: Arc<dyn Host>,
        keyring_service: &str,
        version: &str,
    ) -> Result<Self, Problem> {
        let timeouts = Timeouts::default();
        let transport = HttpTransport::new(timeouts.connect).map_err(|error| {
            tracing::error!(%error, "no connection can be made");
            Problem::new(ProblemCode::Internal)
        })?;
        Ok(Self {
            data_dir,
            host,
            transport: Arc::new(transport.clone()),
            network: Some(transport),
            clock: Arc::new(SystemClock::new()),
            secrets: Arc::new(KeyringStore::new(keyring_service, timeouts.keyring)),
            timeouts,
            version: version.to_owned(),
            suggested_hosts: None,
            role: Role::Window,
        })
    }
}
