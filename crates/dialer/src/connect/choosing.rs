//! Taking another profile into use, and making one like another.

use super::changed;
use super::form::{blank, new_id};
use crate::core::Core;
use crate::problem::Problem;
use crate::profile::{Change, Kind, Naming, Profile};
use crate::view::{ProfileView, SignIn};

/// Takes a profile into use. Calls of the one before are followed with the client and the feed they have.
///
/// # Errors
/// `profile_missing`, and those of the log.
pub(crate) async fn use_profile(core: &Core, profile_id: &str) -> Result<ProfileView, Problem> {
    let profiles = core.log.profiles();
    profiles.activate(profile_id).await?;
    let profile = profiles.get(profile_id).await?;
    changed(core, &profile).await
}

/// Makes another profile like this one: without secret, sign-in and agents, and not in use.
///
/// # Errors
/// `profile_missing`, and those of the log.
pub(crate) async fn duplicate(core: &Core, profile_id: &str) -> Result<ProfileView, Problem> {
    let profiles = core.log.profiles();
    let like = profiles.get(profile_id).await?;
    if like.sandbox {
        // There is one sandbox, and it needs nothing that could be another one.
        return Ok(super::view_of(core, &like));
    }
    let profile = Profile {
        id: new_id(),
        region: like.region,
        hosts: like.hosts,
        client_id: like.client_id,
        sign_in: like.sign_in,
        colour: like.colour,
        options: like.options,
        default_country: like.default_country,
        extension_digits: like.extension_digits,
        // No secret is kept for it, so there is none to ask the keyring for.
        this_run_only: like.this_run_only || like.sign_in != SignIn::Pkce,
        ..blank(like.name, like.dialect)
    };
    let copy = Change {
        profile,
        naming: Naming::Made,
        kind: Kind::New { in_use: false },
    };
    let saved = profiles.apply(copy).await?;
    changed(core, &saved).await
}
