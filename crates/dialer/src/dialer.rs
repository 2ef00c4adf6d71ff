//! The domain as its host sees it: one method for each thing a person can ask for.

mod calling;
mod command;
mod network;
mod past;
mod profiles;
mod signing_in;

use std::sync::{Arc, Mutex, OnceLock};

use genesys_cloud::Region;
use genesys_cloud::clock::Clock;
use genesys_cloud::transport::{HttpTransport, Transport};
use secrecy::SecretString;
use tokio_util::sync::{CancellationToken, DropGuard};

use crate::agents::{self, Found};
use crate::attempt::AttemptId;
use crate::check::Checking;
use crate::connection::Connections;
use crate::core::Core;
use crate::data_dir::DataDir;
use crate::dial::{self, Live};
use crate::feed::{self, Feeds};
use crate::host::Host;
use crate::log::CallLog;
use crate::marks::Marks;
use crate::network::Network;
use crate::number::{self, Country, ExtensionDigits};
use crate::options::QueuesKnown;
use crate::problem::{Problem, ProblemCode};
use crate::profile::Profile;
use crate::role::Role;
use crate::secret::{Grants, SecretStore, Vault};
use crate::sign_in::SignIns;
use crate::timeouts::Timeouts;
use crate::track::Budget;
use crate::unfinished::Unwritten;
use crate::view::{
    AgentView, AttemptView, HostsView, NumberPreview, PlaceRequest, ProfileForm, ProfileView,
    RegionView, StartView,
};
use crate::wake::Wake;
use crate::{connect, elsewhere, hang_up, origin, recovery, sign_in};

/// What a [`Dialer`] is made of.
pub struct DialerConfig {
    /// Where everything is kept.
    pub data_dir: DataDir,
    /// The program around the domain.
    pub host: Arc<dyn Host>,
    /// How requests travel.
    pub transport: Arc<dyn Transport>,
    /// The same, where the settings decide how it goes; none where it stands in for the network.
    pub network: Option<HttpTransport>,
    /// Time.
    pub clock: Arc<dyn Clock>,
    /// The keyring.
    pub secrets: Arc<dyn SecretStore>,
    /// How long each thing may take.
    pub timeouts: Timeouts,
    /// Version of Ringfor; each attempt is marked with it.
    pub version: String,
    /// Hosts to offer for the first profile.
    pub suggested_hosts: Option<HostsView>,
    /// What this process looks after.
    pub role: Role,
}

/// A handle to the domain. Cheap to clone. When the last one is dropped, calls are not followed
/// any more; a request that is on its way is still seen through to its outcome.
#[derive(Clone)]
pub struct Dialer {
    core: Arc<Core>,
    _open: Arc<DropGuard>,
}

impl Dialer {
    /// Opens the log and settles what earlier runs have left. Needs a tokio runtime.
    ///
    /// # Errors
    /// `database_newer`, `database_damaged`, `data_dir_unwritable`, `log_unwritable`, `disk_full`.
    pub async fn open(config: DialerConfig) -> Result<Self, Problem> {
        let data_dir = config.data_dir.clone();
        let role = config.role;
        let log = tokio::task::spawn_blocking(move || CallLog::open_as(&data_dir, role))
            .await
            .unwrap_or_else(|_| Err(Problem::new(ProblemCode::Internal)))?;
        let vault = Arc::new(Vault::new(config.secrets));
        let over = sign_in::Over {
            log: log.clone(),
            host: Arc::clone(&config.host),
        };
        let grants = Arc::new(Grants::new(
            Arc::clone(&vault),
            config.data_dir.clone(),
            Arc::clone(&config.clock),
            Arc::new(over),
        ));
        let network = Network::new(
            config.network,
            config.timeouts.connect,
            log.clone(),
            Arc::clone(&vault),
        );
        let network = Arc::new(network);
        let connections = Connections::new(
            config.transport,
            Arc::clone(&network),
            Arc::clone(&config.clock),
            Arc::clone(&config.host),
            Arc::clone(&vault),
            Arc::clone(&grants),
            config.timeouts,
        );
        let closing = CancellationToken::new();
        let core = Arc::new(Core {
            log,
            data_dir: config.data_dir,
            live: Live::default(),
            unwritten: Unwritten::default(),
            marks: Marks::default(),
            found: Found::default(),
            connections,
            extensions: Mutex::default(),
            vault,
            grants,
            sign_ins: SignIns::default(),
            network,
            host: config.host,
            wake: Wake::new(Arc::clone(&config.clock)),
            checking: Checking::default(),
            queues: QueuesKnown::default(),
            feeds: Feeds::default(),
            budget: Budget::default(),
            timeouts: config.timeouts,
            clock: config.clock,
            closing: closing.clone(),
            version: config.version,
            placed_by: origin::placed_by(),
            suggested_hosts: config.suggested_hosts,
            role,
            chosen_profile: OnceLock::new(),
        });
        let seen = match role {
            Role::Window => Some(elsewhere::Seen::now(&core).await?),
            Role::Command => None,
        };
        recovery::recover(&core).await?;
        let watched = Arc::clone(&core);
        tokio::spawn(async move { watched.wake.watch(&watched.closing).await });
        if let Some(seen) = seen {
            let watched = Arc::clone(&core);
            tokio::spawn(async move { elsewhere::watch(&watched, seen).await });
        }
        Ok(Self {
            core,
            _open: Arc::new(closing.drop_guard()),
        })
    }

    /// Everything the page needs when it loads. May be called again at any time.
    ///
    /// # Errors
    /// Those of the log.
    pub async fn start(&self) -> Result<StartView, Problem> {
        let core = &self.core;
        recovery::recover(core).await?;
        let profile = core.find_active_profile().await?;
        let agent = match &profile {
            Some(profile) => agents::last(core, profile).await?,
            None => None,
        };
        // As things are before the keyring is asked.
        let profiles = connect::list(core).await?;
        let shown = profile
            .as_ref()
            .map(|profile| connect::view_of(core, profile));
        if let Some(profile) = &profile {
            connect::warm_up(core, profile.clone());
            feed::show(core, &profile.id);
            if let Some(agent) = &agent {
                feed::want(core, &profile.id, &agent.id);
            }
        }
        let feed = core.feeds.shown();
        Ok(StartView {
            profiles,
            default_country: default_country(profile.as_ref()),
            regions: Region::ALL.iter().copied().map(region_view).collect(),
            countries: Country::ALL
                .iter()
                .map(|country| country.as_str().to_owned())
                .collect(),
            extension_digits: profile.as_ref().map_or_else(Vec::new, |profile| {
                profile.extension_digits.lengths().to_vec()
            }),
            agent,
            profile: shown,
            live: self.live().await?,
            feed: feed.feed,
            feed_reason: feed.reason,
            notices: Vec::new(),
            suggested_hosts: core.suggested_hosts.clone(),
            version: core.version.clone(),
            data_dir: core.data_dir.path().display().to_string(),
        })
    }

    /// Makes or changes a profile; a new one is taken into use, the others stay. One that is changed
    /// to another place becomes a new one that takes its place in the list.
    ///
    /// # Errors
    /// See the problems of profiles and of the keyring; then nothing is changed.
    pub async fn save_profile(
        &self,
        form: ProfileForm,
        secret: Option<SecretString>,
    ) -> Result<ProfileView, Problem> {
        connect::save(&self.core, form, secret, true).await
    }

    /// Connects to the sandbox that ships with the app.
    ///
    /// # Errors
    /// `sandbox_failed`, and those of the log.
    pub async fn use_sandbox(&self) -> Result<ProfileView, Problem> {
        connect::use_sandbox(&self.core).await
    }

    /// Forgets the secret of a profile, in the keyring and in memory.
    ///
    /// # Errors
    /// `profile_missing`, the `keyring_…` problems, and those of the log.
    pub async fn remove_secret(&self, profile_id: &str) -> Result<ProfileView, Problem> {
        connect::remove_secret(&self.core, profile_id).await
    }

    /// Agents that match `query`, of those the server has told of before; it is not asked. Favourites
    /// first, then recent ones; nothing typed lists those.
    ///
    /// # Errors
    /// `not_connected`, and those of the log.
    pub async fn known_agents(&self, query: &str) -> Result<Vec<AgentView>, Problem> {
        agents::known(&self.core, query).await
    }

    /// Makes an agent a favourite, or no favourite any more.
    ///
    /// # Errors
    /// `not_connected`, `agent_missing`, and those of the log.
    pub async fn set_agent_favourite(
        &self,
        agent_id: &str,
        favourite: bool,
    ) -> Result<AgentView, Problem> {
        agents::set_favourite(&self.core, agent_id, favourite).await
    }

    /// Agents that match `query`, favourites and recent ones first; nothing typed lists those.
    ///
    /// # Errors
    /// `not_connected`, `agent_email_needed`, `agent_not_found`, `agent_mismatch`, and those of
    /// the connection.
    pub async fn find_agents(&self, query: &str) -> Result<Vec<AgentView>, Problem> {
        agents::find(&self.core, query).await
    }

    /// Chooses an agent, and reads what decides whether a call can work.
    ///
    /// # Errors
    /// `not_connected`, `agent_missing`, `agent_not_found`, `agent_mismatch`, and those of the
    /// connection.
    pub async fn choose_agent(&self, agent_id: &str) -> Result<AgentView, Problem> {
        agents::choose(&self.core, agent_id).await
    }

    /// *typed → will dial*. `country` (ISO 3166) is for numbers without `+`.
    pub fn preview_number(&self, typed: &str, country: &str) -> NumberPreview {
        let country = Country::parse(country).unwrap_or(Country::US);
        number::preview(typed, country, &self.core.extensions())
    }

    /// Keeps how many digits the extensions of the organisation have (two to six); none are dialled
    /// where the list is empty.
    ///
    /// # Errors
    /// `not_connected`, and those of the log.
    pub async fn set_extension_digits(&self, digits: Vec<u8>) -> Result<(), Problem> {
        let Some(digits) = ExtensionDigits::new(digits) else {
            return Err(Problem::new(ProblemCode::Internal));
        };
        let profile = self.core.active_profile().await?;
        let profiles = self.core.log.profiles();
        profiles.set_extension_digits(&profile.id, digits).await?;
        self.core.active_profile().await.map(drop)
    }

    /// Keeps the country for numbers typed without `+`.
    ///
    /// # Errors
    /// `not_connected`, and those of the log.
    pub async fn set_default_country(&self, country: &str) -> Result<(), Problem> {
        let Some(country) = Country::parse(country) else {
            return Err(Problem::new(ProblemCode::Internal).with("country", country));
        };
        let profile = self.core.active_profile().await?;
        let profiles = self.core.log.profiles();
        profiles
            .set_default_country(&profile.id, country.as_str())
            .await
    }

    /// A press of Call. Answers as soon as the attempt is on disk; what becomes of it is told by
    /// events.
    ///
    /// # Errors
    /// The problems of the number and of the agent, and those of a log that cannot be written:
    /// then nothing was sent and nothing will be.
    pub async fn place_call(&self, request: PlaceRequest) -> Result<AttemptView, Problem> {
        dial::place(&self.core, request).await
    }

    /// Gives an attempt up: after that no request of it leaves. Where one has left already, its answer
    /// tells what became of it.
    ///
    /// # Errors
    /// `attempt_missing`.
    pub async fn cancel_call(&self, id: AttemptId) -> Result<(), Problem> {
        dial::cancel(&self.core, id).await
    }

    /// Hangs up on behalf of the agent, also while the agent's phone still rings. A call that is over
    /// already counts as done.
    ///
    /// # Errors
    /// `attempt_missing`; `hang_up_denied` where only [`Dialer::hang_up_all`] is left, which is to be
    /// asked; those of the connection.
    pub async fn hang_up(&self, id: AttemptId) -> Result<(), Problem> {
        hang_up::hang_up(&self.core, id).await
    }

    /// Ends a whole call, for everybody on it. A call that is over already counts as done.
    ///
    /// # Errors
    /// `attempt_missing`, `permission_missing`, and those of the connection.
    pub async fn hang_up_all(&self, id: AttemptId) -> Result<(), Problem> {
        hang_up::hang_up_all(&self.core, id).await
    }

    /// Attempts without an outcome and calls that have not ended, newest first.
    async fn live(&self) -> Result<Vec<AttemptView>, Problem> {
        let mut attempts = self.core.log.pending().await?;
        attempts.extend(self.core.log.unended().await?);
        attempts.extend(self.core.live.all().into_iter().map(|call| call.attempt));
        attempts.sort_by_key(|attempt| std::cmp::Reverse(attempt.seq));
        attempts.dedup_by_key(|attempt| attempt.id);
        let mut views = Vec::with_capacity(attempts.len());
        for attempt in attempts {
            let view = self.core.view(attempt).await;
            if view.live {
                views.push(view);
            }
        }
        Ok(views)
    }
}

fn default_country(profile: Option<&Profile>) -> String {
    profile
        .and_then(|profile| profile.default_country.clone())
        .unwrap_or_else(|| origin::country().as_str().to_owned())
}

fn region_view(region: Region) -> RegionView {
    RegionView {
        domain: region.domain().to_owned(),
        aws: region.aws().to_owned(),
    }
}
