//! Making and changing the connection: checks the form, keeps the secret, stores the profile.

use std::sync::Arc;

use genesys_cloud::Region;
use secrecy::SecretString;
use uuid::Uuid;

use crate::connection::{dialect_of, hosts_of};
use crate::core::Core;
use crate::feed;
use crate::number::ExtensionDigits;
use crate::problem::{Problem, ProblemCode};
use crate::profile::Profile;
use crate::view::{
    CallOptions, Colour, DialectName, HostsView, ProfileForm, ProfileView, SecretPlace, SignIn,
};

/// Name of the sandbox's profile; the page shows a word of its own for it.
const SANDBOX: &str = "Sandbox";

/// Makes or changes a profile and takes it into use. Where the secret cannot be kept, nothing is
/// changed.
///
/// # Errors
/// `profile_missing`, `region_missing`, `url_invalid`, `url_insecure`, `client_id_missing`,
/// `secret_empty`, `secret_too_long`, the `keyring_…` problems, and those of the log.
pub(crate) async fn save(
    core: &Core,
    form: ProfileForm,
    secret: Option<SecretString>,
) -> Result<ProfileView, Problem> {
    let profiles = core.log.profiles();
    let left = profiles.active().await?;
    let before = match &form.id {
        Some(id) => Some(profiles.get(id).await?),
        None => None,
    };
    // The sandbox stays what it is; connecting from there makes a profile of its own.
    let before = before.filter(|profile| !profile.sandbox);
    let mut profile = profile_of(form, before.as_ref())?;
    // Agents, history and links belong to one organisation, and the secret was typed for one
    // server: another one gets a profile of its own, and is never sent a secret of the old one.
    let kept = before.filter(|before| same_place(before, &profile));
    if kept.is_none() {
        profile.id = new_id();
        profile.last_agent_id = None;
    }
    match (&kept, secret) {
        (Some(kept), None) => {
            profile.this_run_only = kept.this_run_only;
            profiles.save(profile.clone()).await?;
        }
        (Some(kept), Some(secret)) => change(core, kept, &profile, secret).await?,
        (None, Some(secret)) => add(core, &profile, secret).await?,
        (None, None) => return Err(Problem::new(ProblemCode::SecretEmpty)),
    }
    match use_profile(core, &profile).await {
        Ok(view) => {
            leave(core, left, &profile).await;
            Ok(view)
        }
        Err(problem) => {
            if kept.is_none() {
                discard(core, &profile).await;
            }
            Err(problem)
        }
    }
}

/// Keeps a new profile with its secret.
async fn add(core: &Core, profile: &Profile, secret: SecretString) -> Result<(), Problem> {
    let place = profile.this_run_only;
    core.vault.keep(&profile.id, secret, place).await?;
    let saved = core.log.profiles().save(profile.clone()).await;
    if saved.is_err() {
        forget_quietly(core, profile).await;
    }
    saved
}

/// Changes a profile and its secret. The secret is the last to be changed, because the one that was
/// there cannot be brought back.
async fn change(
    core: &Core,
    before: &Profile,
    profile: &Profile,
    secret: SecretString,
) -> Result<(), Problem> {
    let profiles = core.log.profiles();
    profiles.save(profile.clone()).await?;
    let place = profile.this_run_only;
    match core.vault.keep(&profile.id, secret, place).await {
        Ok(()) => {
            if place && !before.this_run_only {
                // The old one would stay behind where nobody looks for it.
                forget_in_keyring_quietly(core, before).await;
            }
            Ok(())
        }
        Err(problem) => {
            if profiles.save(before.clone()).await.is_err() {
                tracing::warn!("a profile could not be changed back");
            }
            Err(problem)
        }
    }
}

/// Whether two profiles lead to the same organisation over the same hosts, as far as can be told
/// from here. The token host depends on the dialect.
fn same_place(one: &Profile, other: &Profile) -> bool {
    let hosts = hosts_of(one);
    one.client_id == other.client_id && hosts.is_ok() && hosts == hosts_of(other)
}

/// Lets the profile that was in use go: it cannot be reached any more, so its secret goes with it.
/// Calls that are on go on being followed in this run, with the client they have.
async fn leave(core: &Core, left: Option<Profile>, taken: &Profile) {
    let Some(left) = left.filter(|left| !left.sandbox && left.id != taken.id) else {
        return;
    };
    let mut calls = core.live.all().into_iter();
    if calls.any(|call| call.attempt.profile_id == left.id) {
        if core.connections.client(&left).await.is_err() {
            tracing::warn!("calls of the connection that was left cannot be followed");
        }
    } else {
        core.connections.forget(&left.id);
    }
    discard(core, &left).await;
}

/// Takes a profile off the list and forgets its secret.
async fn discard(core: &Core, profile: &Profile) {
    if core.log.profiles().remove(&profile.id).await.is_err() {
        tracing::warn!("a profile that is not used any more stays in the list");
    }
    forget_quietly(core, profile).await;
}

/// Forgets a secret that no profile needs any more; that it could not is no failure of the change.
async fn forget_quietly(core: &Core, profile: &Profile) {
    core.vault.forget_for_this_run(&profile.id).await;
    if !profile.this_run_only {
        forget_in_keyring_quietly(core, profile).await;
    }
}

async fn forget_in_keyring_quietly(core: &Core, profile: &Profile) {
    if core.vault.forget_in_keyring(&profile.id).await.is_err() {
        tracing::warn!("a secret without a profile may be left in the keyring");
    }
}

/// Connects to the sandbox.
///
/// # Errors
/// `sandbox_failed`, and those of the log.
pub(crate) async fn use_sandbox(core: &Core) -> Result<ProfileView, Problem> {
    core.host.sandbox().await?;
    let profiles = core.log.profiles();
    let known = profiles
        .list()
        .await?
        .into_iter()
        .find(|profile| profile.sandbox);
    let left = profiles.active().await?;
    let profile = match known {
        Some(profile) => profile,
        None => {
            let profile = Profile {
                sandbox: true,
                ..blank(SANDBOX.to_owned(), DialectName::Platform)
            };
            profiles.save(profile.clone()).await?;
            profile
        }
    };
    let view = use_profile(core, &profile).await?;
    leave(core, left, &profile).await;
    Ok(view)
}

/// Forgets the secret of a profile.
///
/// # Errors
/// `profile_missing`, the `keyring_…` problems, and those of the log.
pub(crate) async fn remove_secret(core: &Core, profile_id: &str) -> Result<ProfileView, Problem> {
    let profiles = core.log.profiles();
    let mut profile = profiles.get(profile_id).await?;
    // The client has a copy: whatever becomes of the keyring, no call is placed with it any more.
    core.connections.forget(&profile.id);
    core.vault.forget_for_this_run(&profile.id).await;
    if profile.this_run_only {
        // Nothing should be there, and there may be no keyring at all.
        forget_in_keyring_quietly(core, &profile).await;
    } else {
        core.vault.forget(&profile.id).await?;
    }
    // One may have been made in between.
    core.connections.forget(&profile.id);
    core.feeds.forget(&profile.id);
    // From now on the keyring is known to hold nothing for it.
    profile.this_run_only = true;
    profiles.save(profile.clone()).await?;
    Ok(view_of(core, &profile))
}

/// A profile as the page shows it. The keyring is not asked: it may be locked, and the page must
/// not wait for it.
pub(crate) fn view_of(core: &Core, profile: &Profile) -> ProfileView {
    let secret = if profile.sandbox {
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
        active: false,
        options: profile.options.clone(),
    }
}

/// Makes the client of a profile before it is needed, so that a keyring that cannot be used is
/// told at the start and not when Call is pressed.
pub(crate) fn warm_up(core: &Arc<Core>, profile: Profile) {
    let core = Arc::clone(core);
    tokio::spawn(async move {
        if let Err(problem) = core.connections.client(&profile).await {
            tracing::warn!(
                code = problem.code.as_str(),
                "the connection cannot be used yet"
            );
            core.notice(problem);
        }
    });
}

async fn use_profile(core: &Core, profile: &Profile) -> Result<ProfileView, Problem> {
    core.log.profiles().activate(&profile.id).await?;
    core.find_active_profile().await?;
    core.connections.forget(&profile.id);
    core.links.forget(&profile.id);
    core.feeds.forget(&profile.id);
    feed::show(core, &profile.id);
    Ok(view_of(core, profile))
}

fn profile_of(form: ProfileForm, before: Option<&Profile>) -> Result<Profile, Problem> {
    let api_url = text(form.api_url);
    let login_url = text(form.login_url);
    let hosts = match (api_url, login_url) {
        (None, None) => None,
        // One base can serve both.
        (Some(api_url), login_url) => Some(HostsView {
            login_url: login_url.unwrap_or_else(|| api_url.clone()),
            api_url,
        }),
        (None, Some(_)) => {
            return Err(Problem::new(ProblemCode::UrlInvalid).with("field", "api_url"));
        }
    };
    let region = match &hosts {
        Some(_) => None,
        None => text(form.region).as_deref().and_then(Region::find),
    };
    let name = text(Some(form.name))
        .or_else(|| region.map(|region| region.aws().to_owned()))
        .or_else(|| hosts.as_ref().map(|hosts| host_name(&hosts.api_url)))
        .unwrap_or_default();
    let profile = Profile {
        id: before.map_or_else(new_id, |before| before.id.clone()),
        region: region.map(|region| region.domain().to_owned()),
        hosts,
        client_id: text(Some(form.client_id)).unwrap_or_default(),
        this_run_only: form.this_run_only,
        sign_in: form.sign_in,
        user: before.and_then(|before| before.user.clone()),
        colour: form.colour,
        options: CallOptions {
            queue_id: text(form.options.queue_id),
            queue_name: text(form.options.queue_name),
            caller_id: text(form.options.caller_id),
            caller_name: text(form.options.caller_name),
        },
        default_country: before.and_then(|before| before.default_country.clone()),
        last_agent_id: before.and_then(|before| before.last_agent_id.clone()),
        extension_digits: before.map_or_else(ExtensionDigits::default, |before| {
            before.extension_digits.clone()
        }),
        ..blank(name, form.dialect)
    };
    // In the order in which the form asks, so that a person is led from top to bottom.
    hosts_of(&profile)?;
    if profile.client_id.is_empty() {
        return Err(Problem::new(ProblemCode::ClientIdMissing));
    }
    Ok(profile)
}

fn blank(name: String, dialect: DialectName) -> Profile {
    Profile {
        id: new_id(),
        name,
        sandbox: false,
        region: None,
        hosts: None,
        client_id: String::new(),
        dialect,
        this_run_only: false,
        sign_in: SignIn::default(),
        user: None,
        colour: Colour::default(),
        options: CallOptions::default(),
        default_country: None,
        last_agent_id: None,
        extension_digits: ExtensionDigits::default(),
    }
}

fn new_id() -> String {
    Uuid::new_v4().to_string()
}

fn host_name(url: &str) -> String {
    let host = url::Url::parse(url)
        .ok()
        .and_then(|url| url.host_str().map(str::to_owned));
    host.unwrap_or_else(|| url.to_owned())
}

/// What was typed, without spaces around it; none where nothing was.
fn text(typed: Option<String>) -> Option<String> {
    let typed = typed?;
    let typed = typed.trim();
    (!typed.is_empty()).then(|| typed.to_owned())
}
