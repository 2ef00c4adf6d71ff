//! Signing out, and what becomes of a sign-in when its profile changes or goes.

use std::sync::Arc;
use std::time::Duration;

use genesys_cloud::{Client, Grant};
use secrecy::SecretString;

use super::in_hand::InHand;
use super::{about, begin_again};
use crate::connect;
use crate::core::Core;
use crate::problem::{Problem, ProblemCode};
use crate::profile::Profile;
use crate::trouble::problem_of;
use crate::view::{ProfileView, SignIn};

/// How long the server may take to end a token: what is kept here goes in any case.
const PATIENCE: Duration = Duration::from_secs(5);

/// Ends the token at the server and removes what was kept of the sign-in. The profile stays. Where the
/// server did not end it, a notice tells.
///
/// # Errors
/// `profile_missing`, `sign_in_busy`, those of the keyring and the log. Where the keyring fails, nobody
/// is signed in all the same.
pub(crate) async fn sign_out(core: &Arc<Core>, profile_id: &str) -> Result<ProfileView, Problem> {
    core.sign_ins.cancel(profile_id);
    let profile = core.log.profiles().get(profile_id).await?;
    if profile.sign_in == SignIn::Client {
        return Ok(connect::view_of(core, &profile));
    }
    let removed = match core.grants.hold(&profile.id, profile.this_run_only).await {
        Ok(mut held) => {
            if let Some(grant) = held.grant().cloned() {
                // Whatever becomes of it, the token is not used from here on.
                core.connections.forget(&profile.id);
                let secret = core.connections.secret(&profile).await.ok().flatten();
                if let Err(problem) = end(core, &profile, secret, grant).await {
                    core.notice(problem);
                }
            }
            held.remove().await
        }
        Err(problem) if problem.code == ProblemCode::SignInBusy => return Err(problem),
        Err(problem) => {
            let forgotten = core.grants.forget(&profile.id, profile.this_run_only);
            forgotten.await.and(Err(problem))
        }
    };
    core.log.profiles().set_user(&profile.id, None).await?;
    tracing::info!("signed out");
    let profile = core.log.profiles().get(&profile.id).await?;
    let view = begin_again(core, &profile);
    removed.map(|()| view)
}

/// What follows a change of a profile: a sign-in that was made in another way, or is kept elsewhere, is
/// given up. Says whether it was.
///
/// # Errors
/// Those of the log.
pub(crate) async fn settle_change(
    core: &Arc<Core>,
    before: &Profile,
    after: &Profile,
) -> Result<bool, Problem> {
    let stays = before.sign_in == after.sign_in && before.this_run_only == after.this_run_only;
    if before.sign_in == SignIn::Client || stays {
        return Ok(false);
    }
    if let Err(problem) = forget(core, before, true).await {
        let code = ProblemCode::SecretLeft;
        core.notice(Problem { code, ..problem }.with("name", &before.name));
    }
    core.log.profiles().set_user(&after.id, None).await?;
    Ok(true)
}

/// Forgets the sign-in of a profile that goes or changes; `end_it` where no call needs its token any
/// more, so that the server forgets it too.
///
/// # Errors
/// Those of the keyring: then it may be left there.
pub(crate) async fn forget(
    core: &Arc<Core>,
    profile: &Profile,
    end_it: bool,
) -> Result<(), Problem> {
    if profile.sign_in == SignIn::Client {
        return Ok(());
    }
    core.sign_ins.cancel(&profile.id);
    match core.grants.hold(&profile.id, profile.this_run_only).await {
        Ok(mut held) => {
            if let (true, Some(grant)) = (end_it, held.grant().cloned()) {
                let secret = core.connections.secret(profile).await.ok().flatten();
                end_grant(core, profile, secret, grant);
            }
            held.remove().await
        }
        // What is in the way, or kept from being read, is forgotten all the same.
        Err(_) => core.grants.forget(&profile.id, profile.this_run_only).await,
    }
}

/// Ends a grant that was replaced, in the background.
pub(super) fn end_grant(
    core: &Arc<Core>,
    profile: &Profile,
    secret: Option<SecretString>,
    grant: Grant,
) {
    let keeper = InHand::new(grant);
    if let Ok(client) = core.connections.client_of_user(profile, secret, keeper) {
        end_soon(core, client);
    }
}

/// Ends the token of a client in the background: nothing depends on it.
pub(super) fn end_soon(core: &Arc<Core>, client: Client) {
    let clock = Arc::clone(&core.clock);
    tokio::spawn(async move {
        let ended = tokio::select! {
            ended = client.end_token() => ended.is_ok(),
            () = clock.sleep(PATIENCE) => false,
        };
        if !ended {
            tracing::info!("a token that nobody uses any more ends by itself");
        }
    });
}

async fn end(
    core: &Core,
    profile: &Profile,
    secret: Option<SecretString>,
    grant: Grant,
) -> Result<(), Problem> {
    let unfinished = |because: Option<Problem>| {
        let mut problem = Problem::new(ProblemCode::SignOutUnfinished);
        problem.details = because.unwrap_or_else(|| problem.clone()).details;
        problem
    };
    let client = core
        .connections
        .client_of_user(profile, secret, InHand::new(grant))?;
    tokio::select! {
        ended = client.end_token() => {
            ended.map_err(|error| unfinished(Some(problem_of(&error, &about(profile)))))
        }
        () = core.clock.sleep(PATIENCE) => Err(unfinished(None)),
    }
}
