//! Signing in as a person, and out.

use super::Dialer;
use crate::problem::Problem;
use crate::sign_in;
use crate::view::ProfileView;

impl Dialer {
    /// Signs a person in through the system's browser, and waits for that, two minutes at most. A second
    /// one for the same profile ends the first (`sign_in_cancelled`).
    /// [`Event::SigningIn`](crate::view::Event::SigningIn) tells what to open; the host opens it.
    ///
    /// # Errors
    /// `profile_missing`, the `sign_in_…` problems, `browser_missing`, those of the connection and of the keyring.
    pub async fn sign_in(&self, profile_id: &str) -> Result<ProfileView, Problem> {
        sign_in::sign_in(&self.core, profile_id).await
    }

    /// Gives a sign-in that is waiting up; none waiting is given up already.
    ///
    /// # Errors
    /// None yet.
    pub async fn cancel_sign_in(&self, profile_id: &str) -> Result<(), Problem> {
        self.core.sign_ins.cancel(profile_id);
        Ok(())
    }

    /// Ends the token at the server (`DELETE /api/v2/tokens/me`) and removes what was kept of the sign-in.
    /// Where the server did not end it, a notice tells (`sign_out_unfinished`).
    ///
    /// # Errors
    /// `profile_missing`, `sign_in_busy`, and those of the keyring and of the log. Nobody is signed in
    /// also where the keyring failed.
    pub async fn sign_out(&self, profile_id: &str) -> Result<ProfileView, Problem> {
        sign_in::sign_out(&self.core, profile_id).await
    }
}
