//! Profiles: one connection each. Their secrets are in the keyring, never here.

mod agents_seen;
mod change;
#[cfg(test)]
mod change_tests;
mod rows;

use crate::connection::dialect_of;
use crate::log::CallLog;
use crate::number::ExtensionDigits;
use crate::problem::{Problem, ProblemCode};
use crate::view::{CallOptions, Colour, DialectName, HostsView, SignIn, SignedInUser};

pub use agents_seen::{AgentSeen, AgentsSeen};
pub(crate) use change::{Change, Kind, Naming};

/// One connection.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Profile {
    /// Our id; also names the keyring entry that holds its secret.
    pub id: String,
    /// Shown name.
    pub name: String,
    /// Whether it is the sandbox that ships with the app: it has neither region nor hosts.
    pub sandbox: bool,
    /// Domain of the region, where one is used.
    pub region: Option<String>,
    /// Explicit hosts, where those are used.
    pub hosts: Option<HostsView>,
    /// OAuth client id.
    pub client_id: String,
    /// How the server wants to be spoken to.
    pub dialect: DialectName,
    /// The secret is kept in memory for one run, not in the keyring.
    pub this_run_only: bool,
    /// How often its secret was changed. Saving leaves that as it is.
    pub secret_changes: i64,
    /// Whether it is the one in use. Saving leaves that as it is.
    pub active: bool,
    /// Who it signs in as, and how.
    pub sign_in: SignIn,
    /// Who is signed in, where a person signs in.
    pub user: Option<SignedInUser>,
    /// The colour it is told apart by.
    pub colour: Colour,
    /// What new calls ask for, where nothing else is kept for the agent.
    pub options: CallOptions,
    /// ISO 3166 code of the country for numbers typed without `+`.
    pub default_country: Option<String>,
    /// The agent chosen last.
    pub last_agent_id: Option<String>,
    /// How many digits the extensions of the organisation have.
    pub extension_digits: ExtensionDigits,
}

impl Profile {
    /// The person who is signed in, and whose calls all calls of this profile are; none where it calls
    /// on behalf of anybody.
    ///
    /// # Errors
    /// `signed_out` where a person signs in and nobody is.
    pub fn fixed_agent(&self) -> Result<Option<&SignedInUser>, Problem> {
        match (self.sign_in, &self.user) {
            (SignIn::Client, _) => Ok(None),
            (_, Some(user)) => Ok(Some(user)),
            (_, None) => Err(Problem::new(ProblemCode::SignedOut).with("profile", &self.id)),
        }
    }

    /// The extensions that can be dialled: none where the dialect knows E.164 numbers only.
    pub fn dialled_extensions(&self) -> ExtensionDigits {
        if dialect_of(self.dialect).extensions() {
            self.extension_digits.clone()
        } else {
            ExtensionDigits::default()
        }
    }
}

/// The profiles of one data directory.
#[derive(Debug, Clone)]
pub struct Profiles {
    log: CallLog,
}

impl Profiles {
    pub(crate) fn new(log: CallLog) -> Self {
        Self { log }
    }

    /// All profiles, oldest first.
    ///
    /// # Errors
    /// `database_damaged`, `internal`.
    pub async fn list(&self) -> Result<Vec<Profile>, Problem> {
        self.log.read(rows::list).await
    }

    /// One profile.
    ///
    /// # Errors
    /// `profile_missing`, `database_damaged`, `internal`.
    pub async fn get(&self, id: &str) -> Result<Profile, Problem> {
        let id = id.to_owned();
        self.log.read(move |db| rows::get(db, &id, false)).await
    }

    /// One profile, also where it was removed: the history still needs its region.
    ///
    /// # Errors
    /// `profile_missing`, `database_damaged`, `internal`.
    pub async fn get_even_removed(&self, id: &str) -> Result<Profile, Problem> {
        let id = id.to_owned();
        self.log.read(move |db| rows::get(db, &id, true)).await
    }

    /// Makes or changes the connection of a profile. The default country, the last agent and the
    /// extensions of one that exists stay as they are.
    ///
    /// # Errors
    /// `profile_missing` where it was removed; `log_unwritable`, `disk_full`, `database_damaged`; `internal` where a
    /// profile that is not the sandbox has neither region nor hosts.
    pub async fn save(&self, profile: Profile) -> Result<(), Problem> {
        self.log.write(move |db, _| rows::save(db, &profile)).await
    }

    /// Makes, changes or replaces a profile in one step, and answers with what it is now.
    ///
    /// # Errors
    /// `profile_name_taken` (param `name`), `profile_missing`, `log_unwritable`, `disk_full`,
    /// `database_damaged`.
    pub(crate) async fn apply(&self, change: Change) -> Result<Profile, Problem> {
        self.log
            .write(move |db, _| change::apply(db, &change))
            .await
    }

    /// Notes that the secret of a profile is another one now.
    ///
    /// # Errors
    /// `profile_missing`, `log_unwritable`, `disk_full`, `database_damaged`.
    pub(crate) async fn secret_changed(&self, id: &str) -> Result<(), Problem> {
        let id = id.to_owned();
        self.log
            .write(move |db, _| rows::secret_changed(db, &id))
            .await
    }

    /// Notes that a profile has no secret any more, and nothing else of it: the keyring is known to hold none.
    ///
    /// # Errors
    /// `profile_missing`, `log_unwritable`, `disk_full`, `database_damaged`.
    pub(crate) async fn secret_removed(&self, id: &str) -> Result<(), Problem> {
        let id = id.to_owned();
        self.log
            .write(move |db, _| rows::secret_removed(db, &id))
            .await
    }

    /// Removes a profile and takes another one into use where it was the one in use. Until
    /// [`Profiles::secret_gone`] it is known that the keyring may still hold something for it.
    ///
    /// # Errors
    /// `profile_missing`, `log_unwritable`, `disk_full`, `database_damaged`.
    pub(crate) async fn retire(&self, id: &str) -> Result<(), Problem> {
        let id = id.to_owned();
        self.log.write(move |db, _| change::retire(db, &id)).await
    }

    /// The keyring holds nothing for this removed profile any more.
    ///
    /// # Errors
    /// `log_unwritable`, `disk_full`, `database_damaged`.
    pub(crate) async fn secret_gone(&self, id: &str) -> Result<(), Problem> {
        let id = id.to_owned();
        self.log
            .write(move |db, _| rows::secret_gone(db, &id))
            .await
    }

    /// Removed profiles for which the keyring may still hold something.
    ///
    /// # Errors
    /// `database_damaged`, `internal`.
    pub(crate) async fn with_secret_left(&self) -> Result<Vec<Profile>, Problem> {
        self.log.read(rows::with_secret_left).await
    }

    /// Removes a profile from the list. Its attempts stay in the history. One that is not there is
    /// removed already.
    ///
    /// # Errors
    /// `log_unwritable`, `disk_full`, `database_damaged`.
    pub async fn remove(&self, id: &str) -> Result<(), Problem> {
        let id = id.to_owned();
        self.log.write(move |db, _| rows::remove(db, &id)).await
    }

    /// The profile in use.
    ///
    /// # Errors
    /// `database_damaged`, `internal`.
    pub async fn active(&self) -> Result<Option<Profile>, Problem> {
        self.log.read(rows::active).await
    }

    /// Makes a profile the one in use.
    ///
    /// # Errors
    /// `profile_missing`, `log_unwritable`, `disk_full`, `database_damaged`.
    pub async fn activate(&self, id: &str) -> Result<(), Problem> {
        let id = id.to_owned();
        self.log.write(move |db, _| rows::activate(db, &id)).await
    }

    /// Keeps the country for numbers typed without `+` (ISO 3166 code).
    ///
    /// # Errors
    /// `profile_missing`, `log_unwritable`, `disk_full`, `database_damaged`.
    pub async fn set_default_country(&self, id: &str, country: &str) -> Result<(), Problem> {
        let (id, country) = (id.to_owned(), country.to_owned());
        self.log
            .write(move |db, _| rows::set_default_country(db, &id, &country))
            .await
    }

    /// Keeps how many digits the extensions of the organisation have.
    ///
    /// # Errors
    /// `profile_missing`, `log_unwritable`, `disk_full`, `database_damaged`.
    pub async fn set_extension_digits(
        &self,
        id: &str,
        digits: ExtensionDigits,
    ) -> Result<(), Problem> {
        let id = id.to_owned();
        self.log
            .write(move |db, _| rows::set_extension_digits(db, &id, &digits))
            .await
    }

    /// Keeps who is signed in, or that nobody is.
    ///
    /// # Errors
    /// `profile_missing`, `log_unwritable`, `disk_full`, `database_damaged`.
    pub async fn set_user(&self, id: &str, user: Option<SignedInUser>) -> Result<(), Problem> {
        let id = id.to_owned();
        self.log
            .write(move |db, _| rows::set_user(db, &id, user.as_ref()))
            .await
    }

    /// Keeps the agent chosen last.
    ///
    /// # Errors
    /// `profile_missing`, `log_unwritable`, `disk_full`, `database_damaged`.
    pub async fn set_last_agent(&self, id: &str, agent_id: &str) -> Result<(), Problem> {
        let (id, agent_id) = (id.to_owned(), agent_id.to_owned());
        self.log
            .write(move |db, _| rows::set_last_agent(db, &id, &agent_id))
            .await
    }
}
