//! What one command of the command line asks of the domain, beside what the window asks too.

use secrecy::SecretString;

use super::{Dialer, default_country};
use crate::attempt::{AttemptId, Outcome};
use crate::log::Attempt;
use crate::problem::Problem;
use crate::profile::{AgentSeen, Profile};
use crate::view::{AttemptView, CallOptions, ProfileForm, ProfileView};
use crate::{agents, connect, options, recovery, track};

impl Dialer {
    /// The connection that this process works with: the one in use, unless another was chosen.
    ///
    /// # Errors
    /// `not_connected`, `profile_missing`, and those of the log.
    pub async fn profile(&self) -> Result<Profile, Problem> {
        self.core.active_profile().await
    }

    /// Works with another connection than the one in use, until this process ends. What is in use
    /// stays so for everybody else. The first choice counts.
    pub fn work_with(&self, profile_id: &str) {
        self.core
            .chosen_profile
            .get_or_init(|| profile_id.to_owned());
    }

    /// As [`Dialer::save_profile`], but a new one is taken into use only where none is.
    ///
    /// # Errors
    /// Those of [`Dialer::save_profile`].
    pub async fn save_profile_beside(
        &self,
        form: ProfileForm,
        secret: Option<SecretString>,
    ) -> Result<ProfileView, Problem> {
        let in_use = self.core.log.profiles().active().await?;
        connect::save(&self.core, form, secret, in_use.is_none()).await
    }

    /// Takes the secret of a connection for this process alone, in place of what the keyring has.
    ///
    /// # Errors
    /// `secret_empty`, `secret_too_long`.
    pub async fn lend_secret(&self, profile_id: &str, secret: SecretString) -> Result<(), Problem> {
        self.core.vault.keep(profile_id, secret, true).await
    }

    /// The country for numbers typed without `+`: the one kept for the connection, else the system's.
    pub fn country_of(&self, profile: Option<&Profile>) -> String {
        default_country(profile)
    }

    /// Looks up who has this e-mail, and chooses them, in one request.
    ///
    /// # Errors
    /// `not_connected`, `agent_missing`, `agent_not_found`, `agent_mismatch`, `agent_inactive`, and
    /// those of the connection and the log.
    pub async fn look_up_agent(&self, email: &str) -> Result<AgentSeen, Problem> {
        agents::look_up(&self.core, email).await
    }

    /// What calls for this agent ask for where nothing is chosen for one; the server is not asked.
    ///
    /// # Errors
    /// `not_connected`, and those of the log.
    pub async fn chosen_options(&self, agent_id: &str) -> Result<CallOptions, Problem> {
        options::chosen(&self.core, agent_id).await
    }

    /// Reads a call once that no process follows any more, and gives the attempt as it is then.
    ///
    /// # Errors
    /// `attempt_missing`, and those of the log.
    pub async fn look(&self, id: AttemptId) -> Result<AttemptView, Problem> {
        let attempt = track::look(&self.core, id).await?;
        Ok(self.core.view(attempt).await)
    }

    /// Whether a sign-in is being refreshed or changed.
    pub fn sign_ins_settled(&self) -> bool {
        self.core.grants.held.is_none()
    }

    /// Waits until no sign-in is being refreshed or changed: one that is cut off is lost.
    pub async fn until_sign_ins_settled(&self) {
        self.core.grants.held.none().await;
    }

    /// The attempts of this process of which the log could not be told all yet, as they are.
    pub fn unwritten(&self) -> Vec<AttemptView> {
        let core = &self.core;
        let ids = core.unwritten.all().into_iter();
        ids.filter_map(|id| core.live_view(id)).collect()
    }

    /// Waits until the log has all that is known of every attempt.
    pub async fn until_written(&self) {
        self.core.unwritten.none().await;
    }

    /// Looks after an attempt from now on, where the process that did has ended: follows its call, or
    /// looks it up where its outcome is not known. Events tell of it. `false` where nothing is left to
    /// do, or another process does it.
    ///
    /// # Errors
    /// `attempt_missing`, and those of the log.
    pub async fn look_after(&self, id: AttemptId) -> Result<bool, Problem> {
        let attempt = self.core.log.get(id).await?;
        let theirs = attempt.owner != self.core.log.owner()
            && self.core.data_dir.owner_alive(&attempt.owner);
        if theirs || !is_open(&attempt) {
            return Ok(false);
        }
        recovery::resume(&self.core, attempt).await;
        Ok(true)
    }
}

/// Whether anything is still to come of an attempt.
fn is_open(attempt: &Attempt) -> bool {
    match attempt.outcome {
        Outcome::Pending => true,
        Outcome::Placed => attempt.ended_at.is_none(),
        Outcome::Unknown => attempt.settled.is_none(),
        Outcome::Refused => false,
    }
}
