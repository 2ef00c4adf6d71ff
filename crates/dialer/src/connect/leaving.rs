//! Removing profiles and secrets: nothing of them is left where nobody looks for it.

use std::sync::Arc;

use super::{changed, has_secret, view_of};
use crate::core::Core;
use crate::problem::{Problem, ProblemCode};
use crate::profile::Profile;
use crate::sign_in;
use crate::view::{Event, ProfileView};

/// Removes a profile with its secret and its sign-in. It is gone also where the keyring cannot be reached:
/// then that is told, and what was left is removed as soon as the keyring works.
///
/// # Errors
/// `secret_left`: the profile is gone, its secret is not. Those of the log: nothing is removed.
pub(crate) async fn remove(core: &Arc<Core>, profile_id: &str) -> Result<(), Problem> {
    let profile = match core.log.profiles().get(profile_id).await {
        Err(problem) if problem.code == ProblemCode::ProfileMissing => return Ok(()),
        profile => profile?,
    };
    keep_for_live_calls(core, &profile).await;
    core.log.profiles().retire(profile_id).await?;
    let forgotten = forget_all(core, &profile).await;
    let in_use = core.find_active_profile().await?;
    match in_use {
        Some(in_use) => crate::feed::show(core, &in_use.id),
        None => crate::feed::show_none(core),
    }
    core.host.emit(Event::Profiles);
    forgotten.map_err(|problem| secret_left(&profile, problem))
}

/// Lets a profile go that another process has removed, with its secret.
pub(crate) async fn gone_elsewhere(core: &Core, profile: &Profile) {
    keep_for_live_calls(core, profile).await;
    core.vault.forget_for_this_run(&profile.id).await;
}

/// Lets a profile go that another one has replaced in the list already.
pub(super) async fn let_go(core: &Arc<Core>, profile: &Profile) {
    keep_for_live_calls(core, profile).await;
    if let Err(problem) = forget_all(core, profile).await {
        core.notice(secret_left(profile, problem));
    }
}

/// Calls that are on go on being followed in this run, with the client they have.
async fn keep_for_live_calls(core: &Core, profile: &Profile) {
    let mut calls = core.live.all().into_iter();
    if calls.any(|call| call.attempt.profile_id == profile.id) {
        if core.connections.client(profile).await.is_err() {
            tracing::warn!("calls of the connection that was left cannot be followed");
        }
    } else {
        core.connections.forget(&profile.id);
        core.feeds.forget(&profile.id);
    }
}

/// Forgets everything that was kept secret for a removed profile.
async fn forget_all(core: &Arc<Core>, profile: &Profile) -> Result<(), Problem> {
    if profile.sandbox {
        return Ok(());
    }
    let mut calls = core.live.all().into_iter();
    let is_needed = calls.any(|call| call.attempt.profile_id == profile.id);
    let signed_out = sign_in::forget(core, profile, !is_needed).await;
    core.vault.forget_for_this_run(&profile.id).await;
    if profile.this_run_only {
        // Nothing should be there, and there may be no keyring at all.
        forget_in_keyring_quietly(core, profile).await;
    } else {
        core.vault.forget_in_keyring(&profile.id).await?;
    }
    signed_out?;
    core.log.profiles().secret_gone(&profile.id).await
}

/// Removes what could not be removed when its profile was.
pub(crate) async fn clear_secrets_left(core: &Arc<Core>) {
    let Ok(left) = core.log.profiles().with_secret_left().await else {
        return;
    };
    for profile in left {
        if forget_all(core, &profile).await.is_err() {
            tracing::warn!("a secret of a removed profile is still in the keyring");
        }
    }
}

fn secret_left(profile: &Profile, problem: Problem) -> Problem {
    Problem {
        code: ProblemCode::SecretLeft,
        ..problem
    }
    .with("name", &profile.name)
}

/// Forgets the secret of a profile.
///
/// # Errors
/// `profile_missing`, the `keyring_…` problems, and those of the log.
pub(crate) async fn remove_secret(core: &Core, profile_id: &str) -> Result<ProfileView, Problem> {
    let profiles = core.log.profiles();
    let profile = profiles.get(profile_id).await?;
    // The client has a copy: whatever becomes of the keyring, no call is placed with it any more.
    core.connections.forget(&profile.id);
    core.vault.forget_for_this_run(&profile.id).await;
    if !has_secret(&profile) {
        return Ok(view_of(core, &profile));
    }
    if profile.this_run_only {
        // Nothing should be there, and there may be no keyring at all.
        forget_in_keyring_quietly(core, &profile).await;
    } else {
        core.vault.forget(&profile.id).await?;
    }
    // One may have been made in between.
    core.connections.forget(&profile.id);
    core.feeds.forget(&profile.id);
    profiles.secret_removed(&profile.id).await?;
    let profile = profiles.get(&profile.id).await?;
    changed(core, &profile).await
}

/// Forgets a secret that its profile does not need any more; where it cannot be, that is told.
pub(super) async fn forget_or_tell(core: &Core, profile: &Profile) {
    core.vault.forget_for_this_run(&profile.id).await;
    if !profile.this_run_only
        && let Err(problem) = core.vault.forget_in_keyring(&profile.id).await
    {
        core.notice(secret_left(profile, problem));
    }
}

/// Forgets a secret that no profile needs any more; that it could not is no failure of the change.
pub(super) async fn forget_quietly(core: &Core, profile: &Profile) {
    core.vault.forget_for_this_run(&profile.id).await;
    if !profile.this_run_only {
        forget_in_keyring_quietly(core, profile).await;
    }
}

pub(super) async fn forget_in_keyring_quietly(core: &Core, profile: &Profile) {
    if core.vault.forget_in_keyring(&profile.id).await.is_err() {
        tracing::warn!("a secret without a profile may be left in the keyring");
    }
}
