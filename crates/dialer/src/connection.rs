//! From a profile to a client of its organisation, kept until the profile changes.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use genesys_cloud::clock::Clock;
use genesys_cloud::transport::Transport;
use genesys_cloud::{
    Authorization, Client, ClientConfig, ClientCredentials, Credentials, Dialect, Error, Grant,
    GrantKeeper, HostField, Hosts, HostsError, HostsErrorKind, Region, UserCredentials,
};
use secrecy::{ExposeSecret, SecretString};
use tokio::sync::OnceCell;

use crate::host::Host;
use crate::network::Network;
use crate::problem::{Problem, ProblemCode};
use crate::profile::Profile;
use crate::secret::{Grants, Vault};
use crate::timeouts::Timeouts;
use crate::view::{DialectName, SignIn};

/// The clients of this run, one for each profile that was used.
pub(crate) struct Connections {
    transport: Arc<dyn Transport>,
    network: Arc<Network>,
    clock: Arc<dyn Clock>,
    host: Arc<dyn Host>,
    vault: Arc<Vault>,
    grants: Arc<Grants>,
    timeouts: Timeouts,
    made: Mutex<HashMap<String, Made>>,
}

/// A client, and what it was made from.
struct Made {
    profile: Profile,
    client: Arc<Making>,
}

/// A client that is being made, once for everybody who waits for it.
#[derive(Default)]
struct Making {
    client: OnceCell<Client>,
    /// When it could last not be made, and why.
    failed: Mutex<Option<(Instant, Problem)>>,
}

impl Making {
    /// The client. Where it cannot be made, everybody who waited meanwhile is told so too: each asking anew would wait
    /// for a keyring that hangs one after the other.
    async fn client(
        &self,
        make: impl Future<Output = Result<Client, Problem>>,
    ) -> Result<Client, Problem> {
        let came = Instant::now();
        let made = self.client.get_or_try_init(|| async {
            if let Some((at, problem)) = &*self.failed()
                && *at >= came
            {
                return Err(problem.clone());
            }
            let made = make.await;
            if let Err(problem) = &made {
                *self.failed() = Some((Instant::now(), problem.clone()));
            }
            made
        });
        made.await.cloned()
    }

    fn failed(&self) -> MutexGuard<'_, Option<(Instant, Problem)>> {
        // It is whole at every moment, also after a panic elsewhere.
        self.failed.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Connections {
    pub(crate) fn new(
        transport: Arc<dyn Transport>,
        network: Arc<Network>,
        clock: Arc<dyn Clock>,
        host: Arc<dyn Host>,
        vault: Arc<Vault>,
        grants: Arc<Grants>,
        timeouts: Timeouts,
    ) -> Self {
        Self {
            transport,
            network,
            clock,
            host,
            vault,
            grants,
            timeouts,
            made: Mutex::new(HashMap::new()),
        }
    }

    /// The client of `profile`. Callers that come while it is being made wait for the same one.
    ///
    /// # Errors
    /// Those of [`Network::ready`], `signed_out`, `secret_missing`, one of the `keyring_…` problems,
    /// `sandbox_failed`, `url_…`, `region_missing`. A failure is not kept.
    pub(crate) async fn client(&self, profile: &Profile) -> Result<Client, Problem> {
        profile.fixed_agent()?;
        // The sandbox is on this machine, wherever else the way leads.
        if !profile.sandbox {
            self.network.ready().await?;
        }
        let making = self.making(profile);
        making.client(self.make(profile)).await
    }

    /// Makes the client anew when it is needed next: its secret may be another one.
    pub(crate) fn forget(&self, profile_id: &str) {
        self.lock().remove(profile_id);
    }

    fn making(&self, profile: &Profile) -> Arc<Making> {
        let mut made = self.lock();
        if let Some(known) = made.get(&profile.id)
            && leads_to_the_same(&known.profile, profile)
        {
            return Arc::clone(&known.client);
        }
        let client = Arc::<Making>::default();
        let entry = Made {
            profile: profile.clone(),
            client: Arc::clone(&client),
        };
        made.insert(profile.id.clone(), entry);
        client
    }

    async fn make(&self, profile: &Profile) -> Result<Client, Problem> {
        if profile.sandbox {
            let sandbox = self.host.sandbox().await?;
            let hosts = Hosts::explicit(&sandbox.base_url, &sandbox.base_url)
                .map_err(|_| Problem::new(ProblemCode::SandboxFailed))?;
            let credentials = ClientCredentials {
                id: sandbox.client_id,
                secret: sandbox.client_secret,
            };
            return Ok(self.client_of(profile, hosts, credentials.into()));
        }
        let secret = self.secret(profile).await?;
        match secret {
            Some(secret) if profile.sign_in == SignIn::Client => {
                let credentials = ClientCredentials {
                    id: profile.client_id.clone(),
                    secret,
                };
                Ok(self.client_of(profile, hosts_of(profile)?, credentials.into()))
            }
            secret => {
                let keeper = self.grants.keeper(&profile.id, profile.this_run_only);
                self.client_of_user(profile, secret, keeper)
            }
        }
    }

    /// The secret of the OAuth client; none where it has none.
    ///
    /// # Errors
    /// `secret_missing`, and the `keyring_…` problems.
    pub(crate) async fn secret(&self, profile: &Profile) -> Result<Option<SecretString>, Problem> {
        match profile.sign_in {
            SignIn::Pkce => Ok(None),
            SignIn::Client | SignIn::Code => {
                let kept = self.vault.find(&profile.id, !profile.this_run_only);
                kept.await.map(Some)
            }
        }
    }

    /// A client that acts for the person whose grant `keeper` keeps.
    ///
    /// # Errors
    /// `url_…`, `region_missing`.
    pub(crate) fn client_of_user(
        &self,
        profile: &Profile,
        client_secret: Option<SecretString>,
        keeper: Arc<dyn GrantKeeper>,
    ) -> Result<Client, Problem> {
        let credentials = UserCredentials {
            client_id: profile.client_id.clone(),
            client_secret,
            keeper,
        };
        Ok(self.client_of(profile, hosts_of(profile)?, credentials.into()))
    }

    /// Asks what the code of a sign-in is worth.
    pub(crate) async fn exchange(
        &self,
        authorization: Authorization,
        code: &SecretString,
        client_secret: Option<&SecretString>,
    ) -> Result<Grant, Error> {
        let (transport, clock) = (Arc::clone(&self.transport), Arc::clone(&self.clock));
        let timeouts = self.client_timeouts();
        authorization
            .exchange(
                code.expose_secret(),
                client_secret,
                transport,
                clock,
                &timeouts,
            )
            .await
    }

    fn client_of(&self, profile: &Profile, hosts: Hosts, credentials: Credentials) -> Client {
        let config = ClientConfig {
            hosts,
            dialect: dialect_of(profile.dialect),
            credentials,
            timeouts: self.client_timeouts(),
        };
        let transport = Arc::clone(&self.transport);
        Client::new(config, transport, Arc::clone(&self.clock))
    }

    fn client_timeouts(&self) -> genesys_cloud::Timeouts {
        genesys_cloud::Timeouts {
            place_call: self.timeouts.call,
            read: self.timeouts.read,
            read_total: self.timeouts.read.saturating_mul(5) / 2,
        }
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
        && one.sign_in == other.sign_in
        && user_id(one) == user_id(other)
        && one.this_run_only == other.this_run_only
        && one.secret_changes == other.secret_changes
}

fn user_id(profile: &Profile) -> Option<&str> {
    profile.user.as_ref().map(|user| user.id.as_str())
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
