//! Making, changing, choosing and removing profiles, and what becomes of their secrets.

mod choosing;
mod form;
mod leaving;
mod shown;

use std::sync::Arc;

use secrecy::SecretString;

use crate::core::Core;
use crate::problem::{Problem, ProblemCode};
use crate::profile::{Change, Kind, Naming, Profile};
use crate::sign_in;
use crate::view::{DialectName, Event, ProfileForm, ProfileView, SignIn};

pub(crate) use choosing::{duplicate, use_profile};
pub(crate) use form::same_place;
pub(crate) use leaving::{clear_secrets_left, gone_elsewhere, remove, remove_secret};
pub(crate) use shown::{list, view_of};

use form::{blank, new_id, profile_of};
use leaving::{forget_in_keyring_quietly, forget_quietly, let_go};

/// Name of the sandbox's profile; the page shows a word of its own for it.
const SANDBOX: &str = "Sandbox";

/// Makes or changes a profile. A new one is taken into use; the others stay as they are. Where the secret
/// cannot be kept, nothing is changed.
///
/// # Errors
/// `profile_missing`, `region_missing`, `url_invalid`, `url_insecure`, `client_id_missing`,
/// `profile_name_taken`, `profile_name_too_long`, `secret_empty`, `secret_too_long`, the `keyring_…`
/// problems, and those of the log.
pub(crate) async fn save(
    core: &Arc<Core>,
    form: ProfileForm,
    secret: Option<SecretString>,
    in_use: bool,
) -> Result<ProfileView, Problem> {
    let profiles = core.log.profiles();
    let before = match &form.id {
        Some(id) => Some(profiles.get(id).await?),
        None => None,
    };
    // The sandbox stays what it is; connecting from there makes a profile of its own.
    let before = before.filter(|profile| !profile.sandbox);
    let (mut profile, naming) = profile_of(form, before.as_ref())?;
    // A public client has no secret; one that was typed all the same is kept nowhere.
    let secret = secret.filter(|_| has_secret(&profile));
    // Agents, history and links belong to one organisation, and the secret was typed for one
    // server: another one gets a profile of its own, and is never sent a secret of the old one.
    let saved = match before {
        Some(before) if same_place(&before, &profile) => {
            change(core, &before, profile, naming, secret).await?
        }
        before => {
            profile.id = new_id();
            profile.last_agent_id = None;
            profile.user = None;
            let kind = match &before {
                Some(before) => Kind::Replaces(before.id.clone()),
                None => Kind::New { in_use },
            };
            let change = Change {
                profile,
                naming,
                kind,
            };
            let saved = add(core, change, secret).await?;
            if let Some(before) = before {
                let_go(core, &before).await;
            }
            saved
        }
    };
    core.connections.forget(&saved.id);
    core.feeds.forget(&saved.id);
    changed(core, &saved).await
}

/// Keeps a new profile with its secret.
async fn add(core: &Core, new: Change, secret: Option<SecretString>) -> Result<Profile, Problem> {
    let profile = new.profile.clone();
    match secret {
        Some(secret) => {
            let place = profile.this_run_only;
            core.vault.keep(&profile.id, secret, place).await?;
        }
        None if has_secret(&profile) => return Err(Problem::new(ProblemCode::SecretEmpty)),
        None => {}
    }
    let saved = core.log.profiles().apply(new).await;
    if saved.is_err() && has_secret(&profile) {
        forget_quietly(core, &profile).await;
    }
    saved
}

/// Changes a profile, and its secret where another one was typed. The secret is the last to be changed,
/// because the one that was there cannot be brought back.
async fn change(
    core: &Arc<Core>,
    before: &Profile,
    mut profile: Profile,
    naming: Naming,
    secret: Option<SecretString>,
) -> Result<Profile, Problem> {
    if secret.is_none() && has_secret(&profile) && !has_secret(before) {
        return Err(Problem::new(ProblemCode::SecretEmpty));
    }
    // Where it is says the profile as it is; a sign-in without one is kept where the form says.
    let secret_stays = secret.is_none() && has_secret(&profile);
    if profile.sign_in != before.sign_in {
        profile.user = None;
    }
    let profiles = core.log.profiles();
    let change = |profile: &Profile, naming, secret_stays| Change {
        profile: profile.clone(),
        naming,
        kind: Kind::Changed { secret_stays },
    };
    let saved = profiles
        .apply(change(&profile, naming, secret_stays))
        .await?;
    let place = profile.this_run_only;
    let Some(secret) = secret else {
        if has_secret(before) && !has_secret(&profile) {
            leaving::forget_or_tell(core, before).await;
        }
        return with_its_sign_in(core, before, saved).await;
    };
    if let Err(problem) = core.vault.keep(&profile.id, secret, place).await {
        let back = change(before, Naming::Made, false);
        if profiles.apply(back).await.is_err() {
            tracing::warn!("a profile could not be changed back");
        }
        return Err(problem);
    }
    if place && !before.this_run_only {
        // The old one would stay behind where nobody looks for it.
        forget_in_keyring_quietly(core, before).await;
    }
    // Only now: another process that looked before would have read the old one again.
    profiles.secret_changed(&profile.id).await?;
    with_its_sign_in(core, before, profile).await
}

/// The profile after a change, signed out where its sign-in was made in another way or is kept elsewhere.
async fn with_its_sign_in(
    core: &Arc<Core>,
    before: &Profile,
    after: Profile,
) -> Result<Profile, Problem> {
    sign_in::settle_change(core, before, &after).await?;
    core.log.profiles().get(&after.id).await
}

/// Whether a profile signs in with a secret of its client.
fn has_secret(profile: &Profile) -> bool {
    !profile.sandbox && profile.sign_in != SignIn::Pkce
}

/// Connects to the sandbox.
///
/// # Errors
/// `sandbox_failed`, and those of the log.
pub(crate) async fn use_sandbox(core: &Core) -> Result<ProfileView, Problem> {
    core.host.sandbox().await?;
    let known = core.log.profiles().list().await?;
    if let Some(known) = known.into_iter().find(|profile| profile.sandbox) {
        // It is another one in each run.
        core.connections.forget(&known.id);
        core.feeds.forget(&known.id);
        return use_profile(core, &known.id).await;
    }
    let sandbox = Profile {
        sandbox: true,
        ..blank(SANDBOX.to_owned(), DialectName::Platform)
    };
    let sandbox = Change {
        profile: sandbox,
        naming: Naming::Made,
        kind: Kind::New { in_use: true },
    };
    let saved = core.log.profiles().apply(sandbox).await?;
    changed(core, &saved).await
}

/// What follows every change of a profile.
async fn changed(core: &Core, profile: &Profile) -> Result<ProfileView, Problem> {
    core.marks.forget(&profile.id);
    let in_use = core.find_active_profile().await?;
    if let Some(in_use) = in_use {
        crate::feed::show(core, &in_use.id);
    }
    core.host.emit(Event::Profiles);
    Ok(view_of(core, profile))
}

/// Makes the client of a profile before it is needed, so that a keyring that cannot be used is
/// told at the start and not when Call is pressed.
pub(crate) fn warm_up(core: &Arc<Core>, profile: Profile) {
    let core = Arc::clone(core);
    tokio::spawn(async move {
        match core.connections.client(&profile).await {
            Ok(_) => clear_secrets_left(&core).await,
            // The page asks for the sign-in by itself.
            Err(problem) if problem.code == ProblemCode::SignedOut => {}
            Err(problem) => {
                tracing::warn!(
                    code = problem.code.as_str(),
                    "the connection cannot be used yet"
                );
                core.notice(problem);
            }
        }
    });
}
