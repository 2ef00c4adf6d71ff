//! Keyrings that are missing, locked, broken, slow or never answer.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on has failed"
)]

use std::any::Any;
use std::collections::HashMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use dialer::problem::{Problem, ProblemCode};
use dialer::secret::{KeyringStore, SecretStore, StoreObject};
use keyring_core::api::{Credential, CredentialApi, CredentialStoreApi};
use keyring_core::{Entry, Error};
use secrecy::{ExposeSecret, SecretString};

/// Far less than what is slow here takes, and enough for a busy machine.
const PATIENCE: Duration = Duration::from_millis(300);

const SECRET: &str = "s3cret-that-must-not-leak";

#[derive(Clone, Copy, PartialEq)]
enum Mood {
    Works,
    /// Answers after a while.
    Slow,
    Hangs,
    Locked,
    BrokenWithSecretInText,
    NotText,
    /// Keeps what it is given, and then says that it failed.
    KeepsAndFails,
    /// The same, after a while.
    KeepsAndFailsSlowly,
}

#[derive(Default)]
struct Shared {
    entries: Mutex<HashMap<(String, String), Vec<u8>>>,
    mood: Mutex<Option<Mood>>,
    opened: AtomicUsize,
    asked: AtomicUsize,
}

impl Shared {
    fn mood(&self) -> Mood {
        self.mood.lock().unwrap().unwrap_or(Mood::Works)
    }

    fn set(&self, mood: Mood) {
        *self.mood.lock().unwrap() = Some(mood);
    }

    fn react(&self) -> keyring_core::Result<()> {
        self.asked.fetch_add(1, Ordering::SeqCst);
        match self.mood() {
            Mood::Works | Mood::KeepsAndFails | Mood::KeepsAndFailsSlowly => Ok(()),
            Mood::Slow => {
                std::thread::sleep(Duration::from_millis(900));
                Ok(())
            }
            Mood::Hangs => loop {
                std::thread::sleep(Duration::from_secs(3600));
            },
            Mood::Locked => Err(Error::NoStorageAccess("locked".into())),
            Mood::BrokenWithSecretInText => {
                Err(Error::PlatformFailure(format!("failed on {SECRET}").into()))
            }
            Mood::NotText => Err(Error::BadEncoding(SECRET.as_bytes().to_vec())),
        }
    }
}

struct Fake(Arc<Shared>);

struct FakeCredential {
    shared: Arc<Shared>,
    key: (String, String),
}

impl CredentialStoreApi for Fake {
    fn vendor(&self) -> String {
        "test".to_owned()
    }
    fn id(&self) -> String {
        "test".to_owned()
    }
    fn build(
        &self,
        service: &str,
        user: &str,
        _modifiers: Option<&HashMap<&str, &str>>,
    ) -> keyring_core::Result<Entry> {
        Ok(Entry::new_with_credential(Arc::new(FakeCredential {
            shared: Arc::clone(&self.0),
            key: (service.to_owned(), user.to_owned()),
        })))
    }
    fn as_any(&self) -> &dyn Any {
        self
    }
}

impl CredentialApi for FakeCredential {
    fn set_secret(&self, secret: &[u8]) -> keyring_core::Result<()> {
        self.shared.react()?;
        let mut entries = self.shared.entries.lock().unwrap();
        entries.insert(self.key.clone(), secret.to_vec());
        drop(entries);
        let failed = || Err(Error::PlatformFailure("no answer".into()));
        match self.shared.mood() {
            Mood::KeepsAndFails => failed(),
            Mood::KeepsAndFailsSlowly => {
                std::thread::sleep(Duration::from_millis(900));
                failed()
            }
            _ => Ok(()),
        }
    }
    fn get_secret(&self) -> keyring_core::Result<Vec<u8>> {
        self.shared.react()?;
        let entries = self.shared.entries.lock().unwrap();
        entries.get(&self.key).cloned().ok_or(Error::NoEntry)
    }
    fn delete_credential(&self) -> keyring_core::Result<()> {
        self.shared.react()?;
        let mut entries = self.shared.entries.lock().unwrap();
        entries.remove(&self.key).map(drop).ok_or(Error::NoEntry)
    }
    fn get_credential(&self) -> keyring_core::Result<Option<Arc<Credential>>> {
        Ok(None)
    }
    fn get_specifiers(&self) -> Option<(String, String)> {
        Some(self.key.clone())
    }
    fn as_any(&self) -> &dyn Any {
        self
    }
    fn debug_fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("FakeCredential")
    }
}

fn keyring(shared: &Arc<Shared>, patience: Duration) -> KeyringStore {
    let shared = Arc::clone(shared);
    KeyringStore::over("ringfor-test", patience, move || {
        shared.opened.fetch_add(1, Ordering::SeqCst);
        let store: StoreObject = Arc::new(Fake(Arc::clone(&shared)));
        Ok(store)
    })
}

fn patient(shared: &Arc<Shared>) -> KeyringStore {
    keyring(shared, Duration::from_secs(30))
}

fn assert_says_nothing(problem: &Problem) {
    let told = format!("{problem:?}{}", serde_json::to_string(problem).unwrap());
    assert!(!told.contains(SECRET), "the secret is in {told}");
}

#[tokio::test]
async fn a_secret_is_kept_found_replaced_and_removed() {
    let shared = Arc::new(Shared::default());
    let store = patient(&shared);
    assert!(store.get("profile").await.unwrap().is_none());
    store.put("profile", SECRET.into()).await.unwrap();
    store.put("profile", "second".into()).await.unwrap();
    let found = store.get("profile").await.unwrap().unwrap();
    assert_eq!(found.expose_secret(), "second");
    assert!(store.get("another").await.unwrap().is_none());
    store.remove("profile").await.unwrap();
    store.remove("profile").await.unwrap();
    assert!(store.get("profile").await.unwrap().is_none());
    assert_eq!(
        shared.opened.load(Ordering::SeqCst),
        1,
        "the store object is held"
    );
}

#[tokio::test]
async fn a_keyring_that_never_answers_is_given_up_after_its_time() {
    let shared = Arc::new(Shared::default());
    let store = keyring(&shared, PATIENCE);
    shared.set(Mood::Hangs);
    let started = Instant::now();
    for _ in 0..8 {
        let problem = store.get("profile").await.unwrap_err();
        assert_eq!(problem.code, ProblemCode::KeyringTimeout);
        assert!(problem.params.contains_key("seconds"));
    }
    assert!(started.elapsed() < Duration::from_secs(5));
    assert!(
        shared.asked.load(Ordering::SeqCst) <= 4,
        "each hung call holds a thread for ever; there are few of them"
    );
}

/// Until the keyring holds what is wanted; it works on a thread of its own.
async fn holds(shared: &Shared, wanted: Option<&str>) -> bool {
    for _ in 0..200 {
        let held = {
            let entries = shared.entries.lock().unwrap();
            let held = entries.values().next().cloned();
            held.map(|bytes| String::from_utf8(bytes).unwrap())
        };
        if held.as_deref() == wanted {
            return true;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    false
}

#[tokio::test]
async fn a_secret_that_is_put_too_late_is_taken_back() {
    let shared = Arc::new(Shared::default());
    let store = keyring(&shared, PATIENCE);
    for before in [None, Some("before")] {
        shared.set(Mood::Works);
        if let Some(before) = before {
            store.put("profile", before.into()).await.unwrap();
        }
        shared.set(Mood::Slow);
        let problem = store.put("profile", SECRET.into()).await.unwrap_err();
        assert_eq!(problem.code, ProblemCode::KeyringTimeout);
        assert!(holds(&shared, Some(SECRET)).await, "it arrives after all");
        assert!(holds(&shared, before).await, "and goes again");
    }
}

#[tokio::test]
async fn a_secret_that_is_kept_although_the_keyring_failed_goes_again() {
    for (mood, code) in [
        (Mood::KeepsAndFails, ProblemCode::KeyringFailed),
        (Mood::KeepsAndFailsSlowly, ProblemCode::KeyringTimeout),
    ] {
        let shared = Arc::new(Shared::default());
        let store = keyring(&shared, PATIENCE);
        // Held, so that a failure is tried a second time.
        assert!(store.get("profile").await.unwrap().is_none());
        shared.set(mood);
        let problem = store.put("profile", SECRET.into()).await.unwrap_err();
        assert_eq!(problem.code, code);
        assert!(holds(&shared, None).await, "nothing is left of it");
    }
}

#[tokio::test]
async fn a_secret_that_is_put_too_late_does_not_outlive_its_removal() {
    let shared = Arc::new(Shared::default());
    let store = keyring(&shared, PATIENCE);
    store.put("profile", "before".into()).await.unwrap();
    shared.set(Mood::Slow);
    assert!(store.put("profile", SECRET.into()).await.is_err());
    // On a thread of its own, before the late one is done.
    shared.set(Mood::Works);
    store.remove("profile").await.unwrap();
    let asked = || shared.asked.load(Ordering::SeqCst);
    // Twice for each secret, once for the removal, and twice to take back what came too late.
    for _ in 0..200 {
        if asked() == 7 {
            break;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    assert_eq!(asked(), 7);
    assert!(holds(&shared, None).await);
}

/// Two processes refresh a token: the late one must not bring a token back that serves no more.
#[tokio::test]
async fn what_another_process_has_put_since_is_not_taken_back() {
    let shared = Arc::new(Shared::default());
    patient(&shared)
        .put("profile", "before".into())
        .await
        .unwrap();
    let asked = || shared.asked.load(Ordering::SeqCst);
    let asked_before = asked();
    let late = keyring(&shared, PATIENCE);
    shared.set(Mood::KeepsAndFailsSlowly);
    let problem = late.put("profile", SECRET.into()).await.unwrap_err();
    assert_eq!(problem.code, ProblemCode::KeyringTimeout);
    assert!(holds(&shared, Some(SECRET)).await);
    let others = b"the token of another process".to_vec();
    for held in shared.entries.lock().unwrap().values_mut() {
        held.clone_from(&others);
    }
    // Twice to put it, and once to look before it is taken back.
    for _ in 0..200 {
        if asked() - asked_before >= 3 {
            break;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    assert_eq!(asked() - asked_before, 3);
    assert!(holds(&shared, Some("the token of another process")).await);
}

#[tokio::test]
async fn a_keyring_that_answers_again_is_used_again() {
    let shared = Arc::new(Shared::default());
    let store = keyring(&shared, PATIENCE);
    shared.set(Mood::Hangs);
    let problem = store.get("profile").await.unwrap_err();
    assert_eq!(problem.code, ProblemCode::KeyringTimeout);
    shared.set(Mood::Works);
    store.put("profile", SECRET.into()).await.unwrap();
    let found = store.get("profile").await.unwrap().unwrap();
    assert_eq!(found.expose_secret(), SECRET);
}

#[test]
fn a_hung_keyring_does_not_hold_up_the_end_of_the_runtime() {
    let shared = Arc::new(Shared::default());
    shared.set(Mood::Hangs);
    let store = keyring(&shared, PATIENCE);
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let problem = runtime.block_on(store.get("profile")).unwrap_err();
    assert_eq!(problem.code, ProblemCode::KeyringTimeout);
    let started = Instant::now();
    drop(runtime);
    assert!(started.elapsed() < Duration::from_secs(2));
}

#[tokio::test]
async fn a_locked_keyring_is_asked_once_and_said_to_be_locked() {
    let shared = Arc::new(Shared::default());
    let store = patient(&shared);
    store.put("profile", SECRET.into()).await.unwrap();
    shared.set(Mood::Locked);
    let before = shared.asked.load(Ordering::SeqCst);
    let problem = store.get("profile").await.unwrap_err();
    assert_eq!(problem.code, ProblemCode::KeyringLocked);
    assert_eq!(shared.asked.load(Ordering::SeqCst), before + 1);
    shared.set(Mood::Works);
    assert!(store.get("profile").await.unwrap().is_some());
    assert_eq!(
        shared.opened.load(Ordering::SeqCst),
        2,
        "rebuilt on the retry"
    );
}

#[tokio::test]
async fn errors_that_carry_the_secret_do_not_pass_it_on() {
    for mood in [Mood::BrokenWithSecretInText, Mood::NotText] {
        let shared = Arc::new(Shared::default());
        let store = patient(&shared);
        shared.set(mood);
        for problem in [
            store.put("profile", SECRET.into()).await.unwrap_err(),
            store.get("profile").await.unwrap_err(),
            store.remove("profile").await.unwrap_err(),
        ] {
            assert_eq!(problem.code, ProblemCode::KeyringFailed);
            assert_eq!(problem.details.step.as_deref(), Some("keyring"));
            assert_says_nothing(&problem);
        }
    }
}

#[tokio::test]
async fn no_keyring_is_a_problem_of_its_own_until_there_is_one() {
    let shared = Arc::new(Shared::default());
    let there = Arc::new(Mutex::new(false));
    let store = KeyringStore::over("ringfor-test", Duration::from_secs(30), {
        let shared = Arc::clone(&shared);
        let there = Arc::clone(&there);
        move || {
            if *there.lock().unwrap() {
                let store: StoreObject = Arc::new(Fake(Arc::clone(&shared)));
                Ok(store)
            } else {
                Err(Error::PlatformFailure("no service".into()))
            }
        }
    });
    let problem = store.put("profile", SECRET.into()).await.unwrap_err();
    assert_eq!(problem.code, ProblemCode::KeyringMissing);
    *there.lock().unwrap() = true;
    store.put("profile", SECRET.into()).await.unwrap();
    assert!(store.get("profile").await.unwrap().is_some());
}

#[tokio::test]
async fn a_secret_no_keyring_holds_is_turned_down_before_it_is_sent() {
    let shared = Arc::new(Shared::default());
    let store = patient(&shared);
    let long = SecretString::from("x".repeat(2561));
    let problem = store.put("profile", long).await.unwrap_err();
    assert_eq!(problem.code, ProblemCode::SecretTooLong);
    assert_eq!(
        problem.params.get("limit").map(String::as_str),
        Some("2560")
    );
    assert_eq!(shared.asked.load(Ordering::SeqCst), 0);
    let fits = SecretString::from("x".repeat(2560));
    store.put("profile", fits).await.unwrap();
}
