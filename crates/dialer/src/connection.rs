//! From a profile to a client of its organisation, kept until the profile changes.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use genesys_cloud::clock::Clock;
use genesys_cloud::transport::Transport;
use genesys_cloud::{
    Client, ClientConfig, ClientCredentials, Dialect, HostField, Hosts, HostsError, HostsErrorKind,
    Region,
};
use tokio::sync::OnceCell;

use crate::host::Host;
use crate::problem::{Problem, ProblemCode};
use crate::profile::Profile;
use crate::secret::Vault;
use crate::timeouts::Timeouts;
use crate::view::DialectName;

/// The clients of this run, one for each profile that was used.
pub(crate) struct Connections {
    transport: Arc<dyn Transport>,
    clock: Arc<dyn Clock>,
    host: Arc<dyn Host>,
    vault: Arc<Vault>,
    timeouts: Timeouts,
    made: Mutex<HashMap<String, Made>>,
}

/// A client, and what it was made from.
struct Made {
    profile: Profile,
    client: Arc<OnceCell<Client>>,
}

impl Connections {
    pub(crate) fn new(
        transport: Arc<dyn Transport>,
        clock: Arc<dyn Clock>,
        host: Arc<dyn Host>,
        vault: Arc<Vault>,
        timeouts: Timeouts,
    ) -> Self {
        Self {
            transport,
            clock,
            host,
            vault,
            timeouts,
            made: Mutex::new(HashMap::new()),
        }
    }

    /// The client of `profile`. Callers that come while it is being made wait for the same one.
    ///
    /// # Errors
    /// `secret_missing`, one of the `keyring_…` problems, `sandbox_failed`, `url_…`,
    /// `region_missing`. A failure is not kept.
    pub(crate) async fn client(&self, profile: &Profile) -> Result<Client, Problem> {
        let cell = self.cell(profile);
        cell.get_or_try_init(|| self.make(profile)).await.cloned()
    }

    /// Makes the client anew when it is needed next: its secret may be another one.
    pub(crate) fn forget(&self, profile_id: &str) {
        self.lock().remove(profile_id);
    }

    fn cell(&self, profile: &Profile) -> Arc<OnceCell<Client>> {
        let mut made = self.lock();
        if let Some(known) = made.get(&profile.id)
            && leads_to_the_same(&known.profile, profile)
        {
            return Arc::clone(&known.client);
        }
        let client = Arc::new(OnceCell::new());
        let entry = Made {
            profile: profile.clone(),
            client: Arc::clone(&client),
        };
        made.insert(profile.id.clone(), entry);
        client
    }

    async fn make(&self, profile: &Profile) -> Result<Client, Problem> {
        let (hosts, credentials) = if profile.sandbox {
            let sandbox = self.host.sandbox().await?;
            let hosts = Hosts::explicit(&sandbox.base_url, &sandbox.base_url)
                .map_err(|_| Problem::new(ProblemCode::SandboxFailed))?;
            let credentials = ClientCredentials {
                id: sandbox.client_id,
                secret: sandbox.client_secret,
            };
            (hosts, credentials)
        } else {
            let credentials = ClientCredentials {
                id: profile.client_id.clone(),
                secret: self.vault.find(&profile.id, !profile.this_run_only).await?,
            };
            (hosts_of(profile)?, credentials)
        };
        let config = ClientConfig {
            hosts,
            dialect: dialect_of(profile.dialect),
            credentials: credentials.into(),
            timeouts: genesys_cloud::Timeouts {
                place_call: self.timeouts.call,
                read: self.timeouts.read,
                read_total: self.timeouts.read.saturating_mul(5) / 2,
            },
        };
        let transport = Arc::clone(&self.transport);
        Ok(Client::new(config, transport, Arc::clone(&self.clock)))
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<String, Made>> {
        // The map is whole at every moment, also after a panic elsewhere.
        self.made.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Whether a client made for one of the two serves the other: names and options of new calls do
/// not matter.
pub(crate) fn leads_to_the_same(one: &Profile, other: &Profile) -> bool {
    one.sandbox == other.sandbox
        && one.region == other.region
        && one.hosts == other.hosts
        && one.client_id == other.client_id
        && one.dialect == other.dialect
        && one.this_run_only == other.this_run_only
        && one.sign_in == other.sign_in
        && one.secret_changes == other.secret_changes
}

/// Where the server of `profile` is.
///
/// # Errors
/// `region_missing`, `url_invalid` and `url_insecure` (param `field`).
pub(crate) fn hosts_of(profile: &Profile) -> Result<Hosts, Problem> {
    if let Some(hosts) = &profile.hosts {
        return Hosts::explicit(&hosts.api_url, &hosts.login_url)
            .map_err(|error| unusable_host(&error));
    }
    let region = profile
        .region
        .as_deref()
        .and_then(Region::find)
        .ok_or_else(|| Problem::new(ProblemCode::RegionMissing))?;
    Hosts::of_region(dialect_of(profile.dialect), region).map_err(|error| unusable_host(&error))
}

fn unusable_host(error: &HostsError) -> Problem {
    let code = match error.kind {
        HostsErrorKind::Invalid => ProblemCode::UrlInvalid,
        HostsErrorKind::Insecure => ProblemCode::UrlInsecure,
    };
    let field = match error.field {
        HostField::Api => "api_url",
        HostField::Login => "login_url",
    };
    Problem::new(code).with("field", field)
}

/// The dialect as the client knows it.
pub(crate) fn dialect_of(name: DialectName) -> Dialect {
    match name {
        DialectName::Platform => Dialect::Platform,
        DialectName::Participants => Dialect::Participants,
        DialectName::FromTo => Dialect::FromTo,
    }
}
