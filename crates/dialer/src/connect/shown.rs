//! Profiles as the page shows them.

use crate::connection::dialect_of;
use crate::core::Core;
use crate::problem::Problem;
use crate::profile::Profile;
use crate::view::{ProfileView, SecretPlace};

use super::has_secret;

/// All profiles, oldest first.
///
/// # Errors
/// Those of the log.
pub(crate) async fn list(core: &Core) -> Result<Vec<ProfileView>, Problem> {
    let profiles = core.log.profiles().list().await?;
    Ok(profiles
        .iter()
        .map(|profile| view_of(core, profile))
        .collect())
}

/// A profile as the page shows it. The keyring is not asked: it may be locked, and the page must
/// not wait for it.
pub(crate) fn view_of(core: &Core, profile: &Profile) -> ProfileView {
    let secret = if !has_secret(profile) {
        SecretPlace::NotNeeded
    } else if core.vault.only_for_this_run(&profile.id) {
        SecretPlace::ThisRun
    } else if profile.this_run_only {
        SecretPlace::Missing
    } else {
        SecretPlace::Keyring
    };
    ProfileView {
        id: profile.id.clone(),
        name: profile.name.clone(),
        sandbox: profile.sandbox,
        region: profile.region.clone(),
        hosts: profile.hosts.clone(),
        client_id: profile.client_id.clone(),
        dialect: profile.dialect,
        secret,
        offers_this_run: core
            .vault
            .keyring_works()
            .map_or(profile.this_run_only, |works| !works),
        type_ahead: dialect_of(profile.dialect).type_ahead(),
        sign_in: profile.sign_in,
        user: profile.user.clone(),
        colour: profile.colour,
        active: profile.active,
        options: profile.options.clone(),
    }
}
