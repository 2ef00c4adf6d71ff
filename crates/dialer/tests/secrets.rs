//! Law 3 and its failures: no keyring, a keyring that never answers, a secret that is not there.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on has failed"
)]

mod support;

use std::sync::Arc;
use std::time::Duration;

use dialer::attempt::Outcome;
use dialer::problem::{Problem, ProblemCode};
use dialer::secret::{KeyringStore, SecretStore};
use dialer::view::{AttemptView, DialectName, SecretPlace};
use futures_util::FutureExt;
use futures_util::future::{BoxFuture, ready};
use genesys_sandbox::{Config, DEFAULT_CLIENT_SECRET};
use secrecy::SecretString;
use support::{AGENT, NUMBER, Ready, World, call_anyway, choose, form, pass, request, until};

/// A machine without a keyring service.
struct NoKeyring;

fn missing<T>() -> Result<T, Problem> {
    Err(Problem::new(ProblemCode::KeyringMissing))
}

impl SecretStore for NoKeyring {
    fn put<'a>(&'a self, _: &'a str, _: SecretString) -> BoxFuture<'a, Result<(), Problem>> {
        ready(missing()).boxed()
    }
    fn get<'a>(&'a self, _: &'a str) -> BoxFuture<'a, Result<Option<SecretString>, Problem>> {
        ready(missing()).boxed()
    }
    fn remove<'a>(&'a self, _: &'a str) -> BoxFuture<'a, Result<(), Problem>> {
        ready(missing()).boxed()
    }
}

fn done(attempt: &AttemptView) -> bool {
    attempt.outcome != Outcome::Pending
}

#[tokio::test(start_paused = true)]
async fn without_a_keyring_nothing_is_saved_and_this_run_is_offered() {
    let mut world = World::new(Config::default());
    world.secrets = Arc::new(NoKeyring);
    let dialer = world.open().await;
    let secret = || Some(SecretString::from(DEFAULT_CLIENT_SECRET));
    let problem = dialer
        .save_profile(form(DialectName::Platform), secret())
        .await
        .unwrap_err();
    assert_eq!(problem.code, ProblemCode::KeyringMissing);
    assert!(
        dialer.start().await.unwrap().profile.is_none(),
        "nothing was changed"
    );

    let mut this_run = form(DialectName::Platform);
    this_run.this_run_only = true;
    let profile = dialer.save_profile(this_run, secret()).await.unwrap();
    assert_eq!(profile.secret, SecretPlace::ThisRun);
    assert!(profile.offers_this_run);
    let agent = choose(&dialer, AGENT).await;
    let pressed = dialer
        .place_call(request(&dialer, &profile.id, &agent.id, NUMBER))
        .await;
    let placed = until(&dialer, pressed.unwrap().id, done).await;
    assert_eq!(placed.outcome, Outcome::Placed);

    drop(dialer);
    pass(120).await;
    let dialer = world.open().await;
    let start = dialer.start().await.unwrap();
    let kept = start.profile.unwrap();
    assert_eq!(kept.secret, SecretPlace::Missing);
    assert!(kept.offers_this_run, "at once, without failing first");
    // How the call of the earlier run ended cannot be read.
    let again = request(&dialer, &profile.id, &agent.id, NUMBER);
    let pressed = call_anyway(&dialer, again).await;
    let refused = until(&dialer, pressed.unwrap().id, done).await;
    assert_eq!(refused.outcome, Outcome::Refused);
    assert_eq!(refused.problem.unwrap().code, ProblemCode::SecretMissing);
    assert_eq!(world.sandbox.calls().len(), 1);
}

#[tokio::test(start_paused = true)]
async fn where_the_keyring_works_this_run_is_not_offered() {
    let ready = Ready::new().await;
    assert!(!ready.profile.offers_this_run);
    let removed = ready.dialer.remove_secret(&ready.profile.id).await.unwrap();
    assert_eq!(removed.secret, SecretPlace::Missing);
    assert!(!removed.offers_this_run, "it has just forgotten the secret");

    let Ready {
        mut world, dialer, ..
    } = Ready::new().await;
    drop(dialer);
    world.secrets = Arc::new(NoKeyring);
    let dialer = world.open().await;
    let before = dialer.start().await.unwrap().profile.unwrap();
    assert_eq!(
        (before.secret, before.offers_this_run),
        (SecretPlace::Keyring, false)
    );
    // It is asked for at the start, and the page does not wait for it.
    pass(1).await;
    let kept = dialer.start().await.unwrap().profile.unwrap();
    assert!(kept.offers_this_run, "the keyring has gone since");
}

#[tokio::test]
async fn a_keyring_that_never_answers_refuses_the_call_and_holds_nothing_up() {
    let patience = Duration::from_millis(150);
    let Ready {
        mut world,
        dialer,
        profile,
        agent,
    } = Ready::new().await;
    drop(dialer);
    world.secrets = Arc::new(KeyringStore::over("ringfor-test", patience, || {
        loop {
            std::thread::sleep(Duration::from_secs(3600));
        }
    }));
    let dialer = world.open().await;
    let start = dialer.start().await.unwrap();
    assert_eq!(
        start.profile.unwrap().id,
        profile.id,
        "the page does not wait for the keyring"
    );
    let pressed = dialer
        .place_call(request(&dialer, &profile.id, &agent.id, NUMBER))
        .await;
    let pressed = pressed.unwrap();
    assert_eq!(
        pressed.outcome,
        Outcome::Pending,
        "the press is answered at once"
    );
    let refused = until(&dialer, pressed.id, done).await;
    assert_eq!(refused.outcome, Outcome::Refused);
    assert_eq!(refused.problem.unwrap().code, ProblemCode::KeyringTimeout);
    assert_eq!(world.call_requests(), 0);
    let notices = world.host.notices();
    assert!(
        notices
            .iter()
            .any(|notice| notice.code == ProblemCode::KeyringTimeout)
    );
}

#[tokio::test(start_paused = true)]
async fn a_secret_is_replaced_and_removed() {
    let ready = Ready::new().await;
    let mut again = form(DialectName::Platform);
    again.id = Some(ready.profile.id.clone());
    let profile = ready
        .dialer
        .save_profile(again.clone(), Some("wrong".into()))
        .await
        .unwrap();
    assert_eq!(profile.id, ready.profile.id);
    let refused = ready.outcome(NUMBER).await;
    assert_eq!(refused.problem.unwrap().code, ProblemCode::SecretWrong);

    let secret = Some(DEFAULT_CLIENT_SECRET.into());
    ready
        .dialer
        .save_profile(again.clone(), secret)
        .await
        .unwrap();
    assert_eq!(ready.end(NUMBER).await.outcome, Outcome::Placed);
    // Without a new secret the one that is there stays.
    let profile = ready.dialer.save_profile(again, None).await.unwrap();
    assert_eq!(profile.secret, SecretPlace::Keyring);
    assert_eq!(ready.end(NUMBER).await.outcome, Outcome::Placed);

    let profile = ready.dialer.remove_secret(&ready.profile.id).await.unwrap();
    assert_eq!(profile.secret, SecretPlace::Missing);
    assert!(
        ready
            .world
            .secrets
            .get(&profile.id)
            .await
            .unwrap()
            .is_none()
    );
    let refused = ready.outcome(NUMBER).await;
    assert_eq!(refused.outcome, Outcome::Refused);
    assert_eq!(refused.problem.unwrap().code, ProblemCode::SecretMissing);
}

#[tokio::test(start_paused = true)]
async fn a_secret_that_was_changed_elsewhere_is_read_again_after_a_refusal() {
    let ready = Ready::new().await;
    let secrets: &dyn SecretStore = &*ready.world.secrets;
    secrets
        .put(&ready.profile.id, "wrong".into())
        .await
        .unwrap();
    let steps = ready
        .dialer
        .check_connection(&ready.profile.id, None)
        .await
        .unwrap();
    let problem = steps.iter().find_map(|step| step.problem.as_ref());
    assert_eq!(problem.unwrap().code, ProblemCode::SecretWrong);
    assert_eq!(ready.outcome(NUMBER).await.outcome, Outcome::Refused);
    secrets
        .put(&ready.profile.id, DEFAULT_CLIENT_SECRET.into())
        .await
        .unwrap();
    assert_eq!(ready.end(NUMBER).await.outcome, Outcome::Placed);
}

#[tokio::test(start_paused = true)]
async fn the_secret_is_in_no_file_of_the_data_directory() {
    let ready = Ready::new().await;
    ready.end(NUMBER).await;
    let mut files = 0;
    let mut open = vec![ready.world.dir.path().to_owned()];
    while let Some(path) = open.pop() {
        for entry in std::fs::read_dir(path).unwrap() {
            let entry = entry.unwrap();
            if entry.file_type().unwrap().is_dir() {
                open.push(entry.path());
                continue;
            }
            files += 1;
            let bytes = std::fs::read(entry.path()).unwrap();
            let secret = DEFAULT_CLIENT_SECRET.as_bytes();
            let found = bytes.windows(secret.len()).any(|part| part == secret);
            assert!(!found, "the secret is in {}", entry.path().display());
        }
    }
    assert!(files > 0);
}
