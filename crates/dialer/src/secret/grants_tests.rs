//! Grants as two processes see them: two values over one directory and one keyring.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use futures_util::FutureExt;
use futures_util::future::{BoxFuture, ready};
use genesys_cloud::Grant;
use genesys_cloud::clock::{Clock, SimulatedClock};
use jiff::{SignedDuration, Timestamp};
use secrecy::ExposeSecret;
use tempfile::TempDir;

use super::grants::{Grants, SignInOver};
use super::{MemoryStore, SecretStore, Vault};
use crate::data_dir::DataDir;
use crate::problem::ProblemCode;

const PROFILE: &str = "p-1";

#[derive(Default)]
struct Heard(AtomicUsize);

impl SignInOver for Heard {
    fn over<'a>(&'a self, _: &'a str) -> BoxFuture<'a, ()> {
        self.0.fetch_add(1, Ordering::SeqCst);
        ready(()).boxed()
    }
}

struct Machine {
    dir: TempDir,
    keyring: Arc<MemoryStore>,
    heard: Arc<Heard>,
}

impl Machine {
    fn new() -> Self {
        Self {
            dir: tempfile::tempdir().unwrap(),
            keyring: Arc::default(),
            heard: Arc::default(),
        }
    }

    fn process(&self) -> Arc<Grants> {
        let keyring = Arc::clone(&self.keyring) as Arc<dyn SecretStore>;
        Arc::new(Grants::new(
            Arc::new(Vault::new(keyring)),
            DataDir::open(self.dir.path()).unwrap(),
            Arc::new(SimulatedClock::starting_at(now())) as Arc<dyn Clock>,
            Arc::clone(&self.heard) as Arc<dyn SignInOver>,
        ))
    }
}

fn now() -> Timestamp {
    Timestamp::from_second(1_800_000_000).unwrap()
}

fn grant(access: &str, refresh: Option<&str>, left: i64) -> Grant {
    Grant {
        access_token: access.into(),
        refresh_token: refresh.map(Into::into),
        expires_at: now() + SignedDuration::from_secs(left),
    }
}

async fn access_of(process: &Arc<Grants>) -> Option<String> {
    let held = process.hold(PROFILE, false).await.unwrap();
    let grant = held.grant()?;
    Some(grant.access_token.expose_secret().to_owned())
}

#[tokio::test(start_paused = true)]
async fn what_one_process_keeps_the_other_has() {
    let machine = Machine::new();
    let (window, command) = (machine.process(), machine.process());
    let mut held = window.hold(PROFILE, false).await.unwrap();
    held.put(grant("a-1", Some("r-1"), 600)).await.unwrap();
    drop(held);
    assert_eq!(access_of(&command).await.as_deref(), Some("a-1"));
    let mut held = command.hold(PROFILE, false).await.unwrap();
    held.remove().await.unwrap();
    drop(held);
    assert_eq!(access_of(&window).await, None);
}

#[tokio::test(start_paused = true)]
async fn while_one_holds_it_the_other_waits_but_not_for_ever() {
    let machine = Machine::new();
    let (window, command) = (machine.process(), machine.process());
    let held = window.hold(PROFILE, false).await.unwrap();
    let problem = command.hold(PROFILE, false).await.err().unwrap();
    assert_eq!(problem.code, ProblemCode::SignInBusy);
    assert!(command.hold("p-2", false).await.is_ok(), "another profile");
    let waiting = tokio::spawn({
        let command = Arc::clone(&command);
        async move { command.hold(PROFILE, false).await.is_ok() }
    });
    tokio::time::sleep(Duration::from_secs(1)).await;
    assert!(!waiting.is_finished());
    drop(held);
    assert!(waiting.await.unwrap());
}

#[tokio::test(start_paused = true)]
async fn a_long_access_token_is_had_by_its_process_alone() {
    let machine = Machine::new();
    let (window, command) = (machine.process(), machine.process());
    let long = "a".repeat(3000);
    let mut held = window.hold(PROFILE, false).await.unwrap();
    held.put(grant(&long, Some("r-1"), 600)).await.unwrap();
    drop(held);
    assert_eq!(access_of(&window).await, Some(long));
    let held = command.hold(PROFILE, false).await.unwrap();
    let seen = held.grant().unwrap().clone();
    drop(held);
    assert_eq!(seen.expires_at, Timestamp::UNIX_EPOCH, "to be refreshed");
    assert_eq!(seen.refresh_token.unwrap().expose_secret(), "r-1");
    // Once the other has refreshed it, the one in memory is not used any more.
    let mut held = command.hold(PROFILE, false).await.unwrap();
    held.put(grant("a-2", Some("r-2"), 600)).await.unwrap();
    drop(held);
    assert_eq!(access_of(&window).await.as_deref(), Some("a-2"));

    let mut held = window.hold(PROFILE, false).await.unwrap();
    let too_long = grant(&"a".repeat(3000), None, 600);
    let problem = held.put(too_long).await.unwrap_err();
    assert_eq!(problem.code, ProblemCode::SignInTooLong);
    drop(held);
    assert_eq!(
        access_of(&window).await.as_deref(),
        Some("a-2"),
        "as before"
    );
}

#[tokio::test(start_paused = true)]
async fn a_token_that_nothing_follows_ends_the_sign_in_with_it() {
    let machine = Machine::new();
    let window = machine.process();
    let mut held = window.hold(PROFILE, false).await.unwrap();
    held.put(grant("a-1", None, 60)).await.unwrap();
    drop(held);
    assert_eq!(access_of(&window).await.as_deref(), Some("a-1"));
    tokio::time::sleep(Duration::from_secs(61)).await;
    assert_eq!(access_of(&window).await, None);
    assert_eq!(machine.heard.0.load(Ordering::SeqCst), 1, "told once");
    assert_eq!(access_of(&window).await, None);
    assert_eq!(machine.heard.0.load(Ordering::SeqCst), 1);
    assert!(!machine.keyring.holds("p-1.grant"));
}
