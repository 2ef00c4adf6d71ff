//! Law 3 where connections are changed, left and taken back: a secret goes to the server it was typed for, and none is
//! left behind.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on has failed"
)]

mod support;

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};

use dialer::Dialer;
use dialer::attempt::Outcome;
use dialer::problem::{Problem, ProblemCode};
use dialer::secret::{MemoryStore, SecretStore};
use dialer::view::{DialectName, ProfileForm, ProfileView, SecretPlace};
use futures_util::FutureExt;
use futures_util::future::{BoxFuture, ready};
use genesys_sandbox::{Config, DEFAULT_CLIENT_SECRET};
use secrecy::{ExposeSecret, SecretString};
use support::script::{Journal, all_is_well};
use support::{AGENT, NUMBER, Ready, World, choose, form, pass, request};

const SECRET: &str = "s3cret-of-a";
/// The sandbox's client id and that secret.
const BASIC: &str = "Basic NWE0ZGIwYzUtMDAwMC00MDAwLTgwMDAtNzI2OTZlNjc2NjZmOnMzY3JldC1vZi1h";

fn at(host: &str, dialect: DialectName) -> ProfileForm {
    ProfileForm {
        api_url: Some(format!("https://{host}")),
        login_url: Some(format!("https://{host}")),
        ..form(dialect)
    }
}

fn in_region(region: &str, dialect: DialectName) -> ProfileForm {
    ProfileForm {
        api_url: None,
        login_url: None,
        region: Some(region.to_owned()),
        ..form(dialect)
    }
}

/// A scripted world with a keyring that can be looked into.
async fn open() -> (World, Arc<MemoryStore>, Journal, Dialer) {
    let mut world = World::new(Config::default());
    let keyring = Arc::new(MemoryStore::default());
    world.secrets = Arc::clone(&keyring) as Arc<dyn SecretStore>;
    let journal = world.script(all_is_well);
    let dialer = world.open().await;
    (world, keyring, journal, dialer)
}

/// All that the page is told of a profile itself; what the keyring was like is no part of it.
fn told_of(profile: &ProfileView) -> String {
    let profile = ProfileView {
        offers_this_run: false,
        ..profile.clone()
    };
    format!("{profile:?}")
}

async fn kept(keyring: &MemoryStore, profile: &ProfileView) -> Option<String> {
    let secret = keyring.get(&profile.id).await.unwrap()?;
    Some(secret.expose_secret().to_owned())
}

#[tokio::test(start_paused = true)]
async fn another_server_is_not_sent_the_secret_before_it_is_typed_again() {
    use DialectName::{FromTo, Participants, Platform};
    let a = || at("a.example", FromTo);
    let changes: [(ProfileForm, ProfileForm); 5] = [
        (a(), at("evil.example", FromTo)),
        (
            a(),
            ProfileForm {
                login_url: Some("https://evil.example".to_owned()),
                ..a()
            },
        ),
        (
            a(),
            ProfileForm {
                client_id: "another".to_owned(),
                ..a()
            },
        ),
        (
            in_region("mypurecloud.com", Platform),
            in_region("mypurecloud.de", Platform),
        ),
        // The token host is another one.
        (
            in_region("mypurecloud.com", Platform),
            in_region("mypurecloud.com", Participants),
        ),
    ];
    for (one, other) in changes {
        let told = format!("{other:?}");
        let (_world, keyring, journal, dialer) = open().await;
        let before = dialer.save_profile(one, Some(SECRET.into())).await.unwrap();
        choose(&dialer, AGENT).await;
        assert!(
            journal
                .all()
                .iter()
                .any(|asked| asked.body.contains(SECRET) || asked.authorization == BASIC)
        );
        let asked = journal.all().len();
        let change = ProfileForm {
            id: Some(before.id.clone()),
            ..other
        };
        let problem = dialer.save_profile(change.clone(), None).await.unwrap_err();
        assert_eq!(problem.code, ProblemCode::SecretEmpty, "{told}");
        let start = dialer.start().await.unwrap();
        assert_eq!(
            told_of(&start.profile.unwrap()),
            told_of(&before),
            "nothing changed: {told}"
        );
        assert!(start.agent.is_some(), "{told}");
        assert_eq!(
            kept(&keyring, &before).await.as_deref(),
            Some(SECRET),
            "{told}"
        );

        let after = dialer
            .save_profile(change, Some("s3cret-of-b".into()))
            .await
            .unwrap();
        assert_ne!(after.id, before.id, "{told}");
        assert!(!keyring.holds(&before.id), "{told}");
        assert_eq!(kept(&keyring, &after).await.as_deref(), Some("s3cret-of-b"));
        let steps = dialer.check_connection(&after.id, None).await.unwrap();
        assert_eq!(steps[0].problem, None, "{told}");
        let gone = dialer.check_connection(&before.id, None).await.unwrap_err();
        assert_eq!(gone.code, ProblemCode::ProfileMissing, "{told}");
        for asked in &journal.all()[asked..] {
            assert!(!asked.body.contains(SECRET), "{asked:?}");
            assert_ne!(asked.authorization, BASIC, "{asked:?}");
        }
    }
}

#[tokio::test(start_paused = true)]
async fn the_same_server_keeps_its_secret_and_its_agents() {
    let (_world, keyring, _journal, dialer) = open().await;
    let a = at("a.example", DialectName::FromTo);
    let before = dialer
        .save_profile(a.clone(), Some(SECRET.into()))
        .await
        .unwrap();
    let agent = choose(&dialer, AGENT).await;
    let same = ProfileForm {
        id: Some(before.id.clone()),
        name: "Another name".to_owned(),
        api_url: Some("https://a.example/".to_owned()),
        // With hosts of their own, the token host does not depend on the dialect.
        dialect: DialectName::Participants,
        ..a
    };
    let after = dialer.save_profile(same, None).await.unwrap();
    assert_eq!(
        (&after.id, after.name.as_str()),
        (&before.id, "Another name")
    );
    assert_eq!(dialer.start().await.unwrap().agent.unwrap().id, agent.id);
    assert_eq!(kept(&keyring, &after).await.as_deref(), Some(SECRET));
}

#[tokio::test(start_paused = true)]
async fn calls_of_the_connection_that_was_left_are_followed_and_no_new_one_is_placed() {
    let (_world, keyring, journal, dialer) = open().await;
    let a = at("a.example", DialectName::FromTo);
    let before = dialer.save_profile(a, Some(SECRET.into())).await.unwrap();
    let kim = choose(&dialer, AGENT).await;
    let press = request(&dialer, &before.id, &kim.id, NUMBER);
    let call = dialer.place_call(press).await.unwrap();
    pass(5).await;
    let b = ProfileForm {
        id: Some(before.id.clone()),
        ..at("b.example", DialectName::FromTo)
    };
    let after = dialer.save_profile(b, Some("of-b".into())).await.unwrap();
    assert!(!keyring.holds(&before.id));
    let reads = || journal.count(|asked| asked.reads_call() && asked.host == "a.example");
    let read_before = reads();
    pass(30).await;
    assert!(reads() > read_before);
    assert_eq!(
        journal.count(|asked| asked.reads_call() && asked.host == "b.example"),
        0
    );
    let call = dialer.attempt(call.id).await.unwrap().attempt;
    assert!(call.live);

    for (profile, expected) in [
        (&before, ProblemCode::ProfileMissing),
        (&after, ProblemCode::AgentMissing),
    ] {
        let press = request(&dialer, &profile.id, &kim.id, NUMBER);
        assert_eq!(dialer.place_call(press).await.unwrap_err().code, expected);
    }
    assert_eq!(journal.count(|asked| asked.places()), 1);
}

#[tokio::test(start_paused = true)]
async fn no_secret_is_left_where_nobody_can_remove_it() {
    let (_world, keyring, _journal, dialer) = open().await;
    let first = form(DialectName::Platform);
    let first = dialer
        .save_profile(first, Some("first".into()))
        .await
        .unwrap();
    let this_run = ProfileForm {
        id: Some(first.id.clone()),
        this_run_only: true,
        ..form(DialectName::Platform)
    };
    let first = dialer
        .save_profile(this_run, Some("second".into()))
        .await
        .unwrap();
    assert_eq!(first.secret, SecretPlace::ThisRun);
    assert!(
        !keyring.holds(&first.id),
        "the old one has gone from the keyring"
    );

    // From the sandbox, connecting makes a profile of its own each time; the others stay.
    let mut made = Vec::new();
    for secret in ["third", "fourth"] {
        let sandbox = dialer.use_sandbox().await.unwrap();
        let form = ProfileForm {
            id: Some(sandbox.id),
            ..form(DialectName::Platform)
        };
        made.push(
            dialer
                .save_profile(form, Some(secret.into()))
                .await
                .unwrap(),
        );
    }
    assert!(keyring.holds(&made[0].id) && keyring.holds(&made[1].id));
    for profile in made {
        dialer.remove_profile(&profile.id).await.unwrap();
        assert!(!keyring.holds(&profile.id));
    }
}

#[tokio::test(start_paused = true)]
async fn a_change_that_cannot_be_saved_leaves_the_secret_as_it_was() {
    let keyring = Arc::new(Fickle::default());
    let mut world = World::new(Config::default());
    world.secrets = Arc::clone(&keyring) as Arc<dyn SecretStore>;
    let dialer = world.open().await;
    let a = at("a.example", DialectName::Platform);
    let profile = dialer
        .save_profile(a.clone(), Some(SECRET.into()))
        .await
        .unwrap();
    for event in ["UPDATE", "INSERT"] {
        world.sql(&format!(
            "CREATE TRIGGER full BEFORE {event} ON profiles BEGIN SELECT RAISE(FAIL, 'x'); END;"
        ));
        let changed = ProfileForm {
            id: Some(profile.id.clone()),
            ..a.clone()
        };
        let problem = dialer.save_profile(changed, Some("another".into())).await;
        assert!(problem.is_err() || event == "INSERT");
        let elsewhere = at("b.example", DialectName::Platform);
        let problem = dialer.save_profile(elsewhere, Some("another".into())).await;
        assert!(problem.is_err());
        world.sql("DROP TRIGGER full");
        let active = dialer.start().await.unwrap().profile.unwrap();
        assert_eq!(active.id, profile.id);
        if event == "UPDATE" {
            assert_eq!(
                kept(&keyring.inner, &profile).await.as_deref(),
                Some(SECRET)
            );
        }
    }
    let held = keyring.held.lock().unwrap().clone();
    assert_eq!(
        held,
        [profile.id],
        "nothing of the profiles that were not made"
    );
}

/// A keyring that can go away.
#[derive(Default)]
struct Fickle {
    inner: MemoryStore,
    held: Mutex<Vec<String>>,
    gone: AtomicBool,
}

impl SecretStore for Fickle {
    fn put<'a>(
        &'a self,
        entry: &'a str,
        secret: SecretString,
    ) -> BoxFuture<'a, Result<(), Problem>> {
        match self.gone.load(Ordering::SeqCst) {
            true => ready(Err(Problem::new(ProblemCode::KeyringMissing))).boxed(),
            false => {
                let mut held = self.held.lock().unwrap();
                held.retain(|other| other != entry);
                held.push(entry.to_owned());
                self.inner.put(entry, secret)
            }
        }
    }
    fn get<'a>(&'a self, entry: &'a str) -> BoxFuture<'a, Result<Option<SecretString>, Problem>> {
        match self.gone.load(Ordering::SeqCst) {
            true => ready(Err(Problem::new(ProblemCode::KeyringMissing))).boxed(),
            false => self.inner.get(entry),
        }
    }
    fn remove<'a>(&'a self, entry: &'a str) -> BoxFuture<'a, Result<(), Problem>> {
        match self.gone.load(Ordering::SeqCst) {
            true => ready(Err(Problem::new(ProblemCode::KeyringMissing))).boxed(),
            false => {
                self.held.lock().unwrap().retain(|other| other != entry);
                self.inner.remove(entry)
            }
        }
    }
}

#[tokio::test(start_paused = true)]
async fn a_change_whose_secret_cannot_be_kept_changes_nothing() {
    let keyring = Arc::new(Fickle::default());
    let mut world = World::new(Config::default());
    world.secrets = Arc::clone(&keyring) as Arc<dyn SecretStore>;
    let ready = Ready::over(world, DialectName::Platform).await;
    keyring.gone.store(true, Ordering::SeqCst);
    let renamed = ProfileForm {
        id: Some(ready.profile.id.clone()),
        name: "Another name".to_owned(),
        ..form(DialectName::Platform)
    };
    let changed = ready
        .dialer
        .save_profile(renamed, Some("another".into()))
        .await;
    assert_eq!(changed.unwrap_err().code, ProblemCode::KeyringMissing);
    let start = ready.dialer.start().await.unwrap();
    assert_eq!(told_of(&start.profile.unwrap()), told_of(&ready.profile));
    keyring.gone.store(false, Ordering::SeqCst);
    assert_eq!(ready.end(NUMBER).await.outcome, Outcome::Placed);
}

#[tokio::test(start_paused = true)]
async fn a_removed_secret_places_no_call_also_where_the_keyring_is_gone() {
    for this_run_only in [true, false] {
        let keyring = Arc::new(Fickle::default());
        let mut world = World::new(Config::default());
        world.secrets = Arc::clone(&keyring) as Arc<dyn SecretStore>;
        let dialer = world.open().await;
        let form = ProfileForm {
            this_run_only,
            ..form(DialectName::Platform)
        };
        let secret = Some(DEFAULT_CLIENT_SECRET.into());
        let profile = dialer.save_profile(form, secret).await.unwrap();
        let agent = choose(&dialer, AGENT).await;
        keyring.gone.store(true, Ordering::SeqCst);
        let removed = dialer.remove_secret(&profile.id).await;
        match this_run_only {
            true => assert_eq!(removed.unwrap().secret, SecretPlace::Missing),
            false => assert_eq!(removed.unwrap_err().code, ProblemCode::KeyringMissing),
        }
        let press = request(&dialer, &profile.id, &agent.id, NUMBER);
        let pressed = dialer.place_call(press).await.unwrap();
        let ended = support::until(&dialer, pressed.id, |attempt| !attempt.live).await;
        assert_eq!(ended.outcome, Outcome::Refused);
        assert!(world.sandbox.calls().is_empty());
    }
}
