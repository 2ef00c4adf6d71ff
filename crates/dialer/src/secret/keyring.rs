//! The keyring of the operating system: Secret Service, Keychain, Credential Manager.

use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use futures_util::FutureExt;
use futures_util::future::BoxFuture;
use keyring_core::api::CredentialStore;
use keyring_core::{Entry, Error};
use secrecy::{ExposeSecret, SecretSlice, SecretString};

use super::worker::{Bench, NoResult, Worker};
use super::{MAX_SECRET_BYTES, SecretStore};
use crate::problem::{Problem, ProblemCode};

/// The object through which a keyring is reached.
pub type StoreObject = Arc<CredentialStore>;

type Open = dyn Fn() -> Result<StoreObject, Error> + Send + Sync;

/// Keeps secrets in a keyring.
///
/// The store object is made when it is first needed, held, and made anew after a failure, so that
/// a keyring that was not there or was locked works as soon as it is.
pub struct KeyringStore {
    service: Arc<str>,
    patience: Duration,
    open: Arc<Open>,
    worker: Worker<StoreObject>,
    wishes: Wishes,
}

/// What was asked for last of each entry, so that a change that comes too late does not undo a newer one.
#[derive(Clone, Default)]
struct Wishes(Arc<Mutex<HashMap<String, (u64, Wish)>>>);

/// What an entry held: nothing, or this.
type Before = Option<SecretSlice<u8>>;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Wish {
    Kept,
    Gone,
}

impl Wishes {
    /// Notes a wish, and gives its number.
    fn note(&self, entry: &str, wish: Wish) -> u64 {
        let mut wishes = self.lock();
        let number = wishes.get(entry).map_or(0, |(number, _)| number + 1);
        wishes.insert(entry.to_owned(), (number, wish));
        number
    }

    fn newest(&self, entry: &str) -> Option<(u64, Wish)> {
        self.lock().get(entry).copied()
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<String, (u64, Wish)>> {
        // The map is whole at every moment, also after a panic elsewhere.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl KeyringStore {
    /// The keyring of this operating system. `service` is the name all entries are filed under,
    /// `patience` how long one call may take ([`crate::timeouts::Timeouts::keyring`]).
    pub fn new(service: &str, patience: Duration) -> Self {
        Self::over(service, patience, open_system_store)
    }

    /// A keyring that is reached through another store object, for example one of a test.
    pub fn over(
        service: &str,
        patience: Duration,
        open: impl Fn() -> Result<StoreObject, Error> + Send + Sync + 'static,
    ) -> Self {
        Self {
            service: service.into(),
            patience,
            open: Arc::new(open),
            worker: Worker::new("ringfor-keyring", patience),
            wishes: Wishes::default(),
        }
    }

    async fn with_entry<T: Send + 'static>(
        &self,
        user: &str,
        work: impl Fn(&Entry) -> Result<T, Error> + Send + 'static,
    ) -> Result<Option<T>, Problem> {
        let open = Arc::clone(&self.open);
        let service = Arc::clone(&self.service);
        let user = user.to_owned();
        let done = self
            .worker
            .run(move |bench| attempt_twice(bench, &*open, &service, &user, &work))
            .await;
        self.told(done)
    }

    /// Puts a secret. Where the caller is told that it is not there, or is told nothing any more, what was there before
    /// comes back, unless another process has put something else.
    async fn replace(&self, user: &str, secret: SecretString) -> Result<Option<()>, Problem> {
        let (open, service) = (Arc::clone(&self.open), Arc::clone(&self.service));
        let (user, wishes) = (user.to_owned(), self.wishes.clone());
        let mine = wishes.note(&user, Wish::Kept);
        let undo = {
            let (open, service, user) = (Arc::clone(&open), Arc::clone(&service), user.clone());
            let mine_put = secret.clone();
            move |bench: &mut Bench<StoreObject>, before: Option<Before>| {
                let Some(before) = before else { return };
                let before = match wishes.newest(&user) {
                    Some((number, _)) if number == mine => before,
                    Some((_, Wish::Gone)) => None,
                    _ => return,
                };
                let undone = attempt_twice(bench, &*open, &service, &user, &|entry| {
                    let found = SecretSlice::from(entry.get_secret()?);
                    // Another process may have put its own since: what was there before that is dead.
                    if found.expose_secret() != mine_put.expose_secret().as_bytes() {
                        return Ok(());
                    }
                    match &before {
                        Some(before) => entry.set_secret(before.expose_secret()),
                        None => entry.delete_credential(),
                    }
                });
                if undone.is_err() {
                    tracing::warn!("a secret that was not to be kept may be left in the keyring");
                }
            }
        };
        let undo_failure = undo.clone();
        let put = move |bench: &mut Bench<StoreObject>| {
            // From the first try: a second one may find what the first has left.
            let before: RefCell<Option<Before>> = RefCell::new(None);
            let put = attempt_twice(bench, &*open, &service, &user, &|entry| {
                if before.borrow().is_none() {
                    let found = match entry.get_secret() {
                        Ok(bytes) => Some(SecretSlice::from(bytes)),
                        Err(Error::NoEntry) => None,
                        Err(error) => return Err(error),
                    };
                    before.replace(Some(found));
                }
                entry.set_secret(secret.expose_secret().as_bytes())
            });
            let before = before.into_inner();
            match put {
                Ok(_) => (put, before),
                // It was turned down for certain, and a prompt must not come twice.
                Err(ProblemCode::KeyringLocked | ProblemCode::SecretTooLong) => (put, None),
                Err(_) => {
                    // A keyring can keep it and then say that it failed.
                    undo_failure(bench, before);
                    (put, None)
                }
            }
        };
        let done = self.worker.run_or_undo(put, undo).await;
        self.told(done)
    }

    fn told<T>(
        &self,
        done: Result<Result<Option<T>, ProblemCode>, NoResult>,
    ) -> Result<Option<T>, Problem> {
        match done {
            Ok(result) => result.map_err(Problem::new).map_err(at_keyring),
            Err(NoResult::TimedOut) => Err(at_keyring(
                Problem::new(ProblemCode::KeyringTimeout)
                    .with("seconds", self.patience.as_secs().max(1)),
            )),
            Err(NoResult::Failed) => Err(at_keyring(Problem::new(ProblemCode::KeyringFailed))),
        }
    }
}

impl SecretStore for KeyringStore {
    fn put<'a>(
        &'a self,
        entry: &'a str,
        secret: SecretString,
    ) -> BoxFuture<'a, Result<(), Problem>> {
        async move {
            if secret.expose_secret().len() > MAX_SECRET_BYTES {
                return Err(too_long());
            }
            self.replace(entry, secret).await.and_then(|done| {
                done.ok_or_else(|| at_keyring(Problem::new(ProblemCode::KeyringFailed)))
            })
        }
        .boxed()
    }

    fn get<'a>(&'a self, entry: &'a str) -> BoxFuture<'a, Result<Option<SecretString>, Problem>> {
        self.with_entry(entry, |entry| {
            let bytes = entry.get_secret()?;
            keyring_core::error::decode_password(bytes).map(SecretString::from)
        })
        .boxed()
    }

    fn remove<'a>(&'a self, entry: &'a str) -> BoxFuture<'a, Result<(), Problem>> {
        async move {
            self.wishes.note(entry, Wish::Gone);
            self.with_entry(entry, Entry::delete_credential)
                .await
                .map(|_gone_or_never_there| ())
        }
        .boxed()
    }
}

/// Opens the keyring of this operating system. Blocks.
///
/// # Errors
/// Where there is none, or it cannot be reached.
pub fn open_system_store() -> Result<StoreObject, Error> {
    #[cfg(target_os = "linux")]
    let store: StoreObject = zbus_secret_service_keyring_store::Store::new()?;
    #[cfg(target_os = "macos")]
    let store: StoreObject = apple_native_keyring_store::keychain::Store::new()?;
    #[cfg(windows)]
    let store: StoreObject = windows_native_keyring_store::Store::new()?;
    Ok(store)
}

/// `Ok(None)` where there is no such entry. A held store object that fails is replaced once: the
/// service behind it may have been started anew.
fn attempt_twice<T>(
    bench: &mut Bench<StoreObject>,
    open: &Open,
    service: &str,
    user: &str,
    work: &dyn Fn(&Entry) -> Result<T, Error>,
) -> Result<Option<T>, ProblemCode> {
    let was_held = bench.kept.is_some();
    match once(bench, open, service, user, work) {
        // A person who has just turned down a prompt is not asked again at once.
        Err(code) if was_held && code != ProblemCode::KeyringLocked => {
            once(bench, open, service, user, work)
        }
        result => result,
    }
}

fn once<T>(
    bench: &mut Bench<StoreObject>,
    open: &Open,
    service: &str,
    user: &str,
    work: &dyn Fn(&Entry) -> Result<T, Error>,
) -> Result<Option<T>, ProblemCode> {
    let store = match bench.kept.take() {
        Some(store) => store,
        None => open().map_err(|error| match error {
            Error::NoStorageAccess(_) => ProblemCode::KeyringLocked,
            _ => ProblemCode::KeyringMissing,
        })?,
    };
    let result = store
        .build(service, user, None)
        .and_then(|entry| work(&entry));
    match result {
        Ok(value) => {
            bench.kept = Some(store);
            Ok(Some(value))
        }
        Err(Error::NoEntry) => {
            bench.kept = Some(store);
            Ok(None)
        }
        Err(error) => Err(code_of(&error)),
    }
}

/// Only the kind of the error is looked at: its text can carry the secret.
fn code_of(error: &Error) -> ProblemCode {
    match error {
        Error::NoStorageAccess(_) => ProblemCode::KeyringLocked,
        Error::TooLong(..) => ProblemCode::SecretTooLong,
        Error::NoDefaultStore => ProblemCode::KeyringMissing,
        _ => ProblemCode::KeyringFailed,
    }
}

fn too_long() -> Problem {
    at_keyring(Problem::new(ProblemCode::SecretTooLong))
}

fn at_keyring(mut problem: Problem) -> Problem {
    if problem.code == ProblemCode::SecretTooLong {
        problem = problem.with("limit", MAX_SECRET_BYTES);
    }
    problem.details.step = Some("keyring".to_owned());
    problem
}
