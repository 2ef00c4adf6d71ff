//! Several organisations: the list of profiles, and which one is in use.

use std::path::Path;

use super::Dialer;
use crate::problem::Problem;
use crate::view::{ImportView, ProfileView};
use crate::{connect, import};

impl Dialer {
    /// All profiles, oldest first.
    ///
    /// # Errors
    /// Those of the log.
    pub async fn profiles(&self) -> Result<Vec<ProfileView>, Problem> {
        connect::list(&self.core).await
    }

    /// Takes a profile into use. Calls of the one before go on being followed. The page asks for
    /// [`Dialer::start`] afterwards.
    ///
    /// # Errors
    /// `profile_missing`, and those of the log.
    pub async fn use_profile(&self, profile_id: &str) -> Result<ProfileView, Problem> {
        connect::use_profile(&self.core, profile_id).await
    }

    /// Makes another profile like this one, without its secret and its sign-in; it is not taken into use.
    ///
    /// # Errors
    /// `profile_missing`, and those of the log.
    pub async fn duplicate_profile(&self, profile_id: &str) -> Result<ProfileView, Problem> {
        connect::duplicate(&self.core, profile_id).await
    }

    /// Removes a profile with its secret and its sign-in. Its attempts stay in the history, and its
    /// calls go on being followed in this run. Where it was in use, the oldest organisation that is left is,
    /// else the sandbox, else none. One that is not there is removed already.
    ///
    /// # Errors
    /// `secret_left`: the profile is gone, but the keyring could not be reached; its secret is removed as soon
    /// as it can be. Those of the log: nothing is removed.
    pub async fn remove_profile(&self, profile_id: &str) -> Result<(), Problem> {
        connect::remove(&self.core, profile_id).await
    }

    /// Makes a profile of a tutorial's `.env` file and takes it into use: the secret goes to the keyring.
    ///
    /// # Errors
    /// The `import_…` problems, those of the keyring and of the log; then nothing is changed.
    pub async fn import_env(&self, path: &Path) -> Result<ImportView, Problem> {
        import::import_env(&self.core, path).await
    }
}
