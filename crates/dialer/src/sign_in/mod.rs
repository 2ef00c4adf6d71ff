//! Signing a person in: browser → port on this machine → code → grant → keyring, and out again.
//!
//! One answer is taken, of the sign-in that was begun here, and the port is closed. Nothing that comes
//! to the port otherwise ends the wait: a hostile page cannot cancel a sign-in. What the browser is told to
//! open is an address of that port which leads on once: others on this computer can read what is opened.

mod beginning;
mod in_hand;
mod listener;
mod loopback;
mod out;
mod over;
mod page;
mod request;
mod turns;

use std::sync::Arc;

use genesys_cloud::{Agent, Authorization, Client};
use secrecy::SecretString;
use tokio_util::sync::CancellationToken;

use self::beginning::Beginning;
use self::in_hand::InHand;
use self::listener::Taken;
use self::loopback::Loopback;
use self::request::Answer;
use crate::agents;
use crate::connect;
use crate::connection::{dialect_of, hosts_of};
use crate::core::Core;
use crate::feed;
use crate::problem::{Problem, ProblemCode};
use crate::profile::Profile;
use crate::trouble::{About, problem_of};
use crate::view::{DialectName, Event, ProfileView, SignIn, SignedInUser};

pub(crate) use out::{forget, settle_change, sign_out};
pub(crate) use over::Over;
pub(crate) use turns::SignIns;

/// Signs a person in, and waits for that.
///
/// # Errors
/// `profile_missing`, `sign_in_platform_only`, the other `sign_in_…` problems, `browser_missing`, those
/// of the connection, the keyring and the log; then whoever was signed in still is.
pub(crate) async fn sign_in(core: &Arc<Core>, profile_id: &str) -> Result<ProfileView, Problem> {
    let profile = core.log.profiles().get(profile_id).await?;
    if profile.sandbox || profile.sign_in == SignIn::Client {
        return Err(Problem::new(ProblemCode::Internal).with("sign_in", "client"));
    }
    if profile.dialect != DialectName::Platform {
        return Err(Problem::new(ProblemCode::SignInPlatformOnly));
    }
    let hosts = hosts_of(&profile)?;
    core.network.ready().await?;
    // A secret that is missing is told before anybody has to type a password.
    let secret = core.connections.secret(&profile).await?;
    let turn = core.sign_ins.begin(&profile.id, &core.closing);
    let loopback = Loopback::bind().await?;
    let authorization = Authorization::new(
        &hosts,
        &profile.client_id,
        &loopback.redirect_uri(),
        // Also with a secret: otherwise a code of somebody else's sign-in would do as well.
        true,
    )
    .map_err(|error| problem_of(&error, &about(&profile)))?;
    let taken = wait(core, &profile, loopback, authorization, &turn.cancel).await?;
    let code = match taken.answer {
        Answer::Code(code) => code,
        Answer::Denied => return Err(Problem::new(ProblemCode::SignInDenied)),
        Answer::OpenedTwice => return Err(Problem::new(ProblemCode::SignInOpenedTwice)),
        Answer::Failed(word) => {
            let mut problem = Problem::new(ProblemCode::SignInFailed).with("message", &word);
            problem.details.server_code = Some(word);
            problem.details.step = Some("sign_in".to_owned());
            return Err(problem);
        }
    };
    let worth = Worth {
        core: Arc::clone(core),
        profile,
        secret,
        cancel: turn.cancel.clone(),
    };
    // On its own task: a code serves once, so what it is worth is seen through.
    tokio::spawn(worth.redeem(taken.authorization, code))
        .await
        .unwrap_or_else(|_| Err(Problem::new(ProblemCode::Internal)))
}

/// Opens the browser and waits for its answer. The port is closed when this ends, however it does.
async fn wait(
    core: &Core,
    profile: &Profile,
    loopback: Loopback,
    authorization: Authorization,
    cancel: &CancellationToken,
) -> Result<Taken, Problem> {
    let beginning = Beginning::new();
    let url = beginning.url(&loopback.redirect_uri());
    let patience = core.timeouts.sign_in;
    let timed_out = core.clock.sleep(patience);
    let answered = listener::answer(loopback, beginning, authorization, Arc::clone(&core.host));
    let answered = async {
        // Only now somebody listens.
        core.host.emit(Event::SigningIn {
            profile_id: profile.id.clone(),
            url: url.clone(),
        });
        core.host.open_browser(&url).await?;
        let answered = answered.await;
        answered.ok_or_else(|| Problem::new(ProblemCode::Internal))
    };
    tokio::select! {
        biased;
        () = cancel.cancelled() => Err(Problem::new(ProblemCode::SignInCancelled)),
        taken = answered => taken,
        () = timed_out => {
            let minutes = patience.as_secs().div_ceil(60).max(1);
            Err(Problem::new(ProblemCode::SignInTimedOut).with("minutes", minutes))
        }
    }
}

/// What has to be known to make a sign-in of a code.
struct Worth {
    core: Arc<Core>,
    profile: Profile,
    secret: Option<SecretString>,
    cancel: CancellationToken,
}

impl Worth {
    /// Asks what the code is worth, and keeps it.
    async fn redeem(
        self,
        authorization: Authorization,
        code: SecretString,
    ) -> Result<ProfileView, Problem> {
        let core = &self.core;
        let secret = self.secret.as_ref();
        let asked = core.connections.exchange(authorization, &code, secret);
        let grant = asked.await.map_err(|error| self.problem(&error))?;
        let in_hand = InHand::new(grant);
        let keeper = Arc::clone(&in_hand) as _;
        let client = core
            .connections
            .client_of_user(&self.profile, self.secret.clone(), keeper)?;
        let kept = self.keep(&client, &in_hand).await;
        if kept.is_err() {
            // Nobody knows this token any more.
            out::end_soon(core, client);
        }
        kept
    }

    async fn keep(&self, client: &Client, in_hand: &InHand) -> Result<ProfileView, Problem> {
        let core = &self.core;
        let me = client.me().await.map_err(|error| self.problem(&error))?;
        let mut held = core
            .grants
            .hold(&self.profile.id, self.profile.this_run_only)
            .await?;
        // What was changed while the person was at the browser is not what they signed in to.
        let profile = core.log.profiles().get(&self.profile.id).await?;
        let is_same = connect::same_place(&profile, &self.profile)
            && profile.sign_in == self.profile.sign_in
            && profile.this_run_only == self.profile.this_run_only;
        if self.cancel.is_cancelled() || !is_same {
            return Err(Problem::new(ProblemCode::SignInCancelled));
        }
        let before = held.grant().cloned();
        let Some(grant) = in_hand.grant() else {
            return Err(Problem::new(ProblemCode::SignedOut).with("profile", &profile.id));
        };
        held.put(grant).await?;
        if let Err(problem) = take_in(core, &profile, &me).await {
            // The one before was replaced, so nobody is signed in.
            if held.remove().await.is_err() {
                tracing::warn!("a sign-in that failed may be left in the keyring");
            }
            return Err(problem);
        }
        drop(held);
        if let Some(before) = before {
            out::end_grant(core, &profile, self.secret.clone(), before);
        }
        tracing::info!("a person has signed in");
        let profile = core.log.profiles().get(&profile.id).await?;
        Ok(begin_again(core, &profile))
    }

    fn problem(&self, error: &genesys_cloud::Error) -> Problem {
        problem_of(error, &about(&self.profile))
    }
}

/// Writes down who is signed in, as the one agent there is.
async fn take_in(core: &Core, profile: &Profile, me: &Agent) -> Result<(), Problem> {
    agents::remember_signed_in(core, profile, me).await?;
    let user = SignedInUser {
        id: me.id.clone(),
        name: me.name.clone(),
        email: me.email.clone().unwrap_or_default(),
    };
    core.log.profiles().set_user(&profile.id, Some(user)).await
}

/// From now on another person, or nobody, is meant: clients and sockets are made anew, and calls that
/// are on are looked at at once.
fn begin_again(core: &Arc<Core>, profile: &Profile) -> ProfileView {
    core.connections.forget(&profile.id);
    core.feeds.forget(&profile.id);
    if let (true, Some(user)) = (profile.active, &profile.user) {
        feed::want(core, &profile.id, &user.id);
    }
    for call in core.live.all() {
        if call.attempt.profile_id == profile.id {
            core.live.look(call.attempt.id);
        }
    }
    core.host.emit(Event::Profiles);
    connect::view_of(core, profile)
}

fn about(profile: &Profile) -> About {
    About {
        dialect: dialect_of(profile.dialect),
        ..About::default()
    }
}
