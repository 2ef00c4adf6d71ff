//! Several organisations side by side: adding, naming, switching, duplicating and removing profiles.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on has failed"
)]

mod support;

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use dialer::Dialer;
use dialer::attempt::{CallState, EndReason, Outcome};
use dialer::problem::{Problem, ProblemCode};
use dialer::secret::{MemoryStore, SecretStore};
use dialer::view::{CallOptions, Colour, DialectName, ProfileForm, ProfileView, SecretPlace};
use futures_util::FutureExt;
use futures_util::future::{BoxFuture, ready};
use genesys_sandbox::{Config, DEFAULT_CLIENT_SECRET};
use secrecy::SecretString;
use support::script::all_is_well;
use support::{AGENT, NUMBER, Ready, World, choose, form, pass, request, until};

fn named(name: &str) -> ProfileForm {
    ProfileForm {
        name: name.to_owned(),
        ..form(DialectName::Platform)
    }
}

fn at(host: &str) -> ProfileForm {
    ProfileForm {
        api_url: Some(format!("https://{host}")),
        login_url: None,
        ..form(DialectName::FromTo)
    }
}

async fn add(dialer: &Dialer, form: ProfileForm) -> ProfileView {
    let secret = Some(DEFAULT_CLIENT_SECRET.into());
    dialer.save_profile(form, secret).await.unwrap()
}

/// Names of all profiles, the one in use with a star.
async fn names(dialer: &Dialer) -> Vec<String> {
    let listed = dialer.profiles().await.unwrap();
    let start = dialer.start().await.unwrap();
    let told = |profiles: &[ProfileView]| {
        let ids = profiles.iter().map(|profile| profile.id.clone());
        ids.collect::<Vec<_>>()
    };
    assert_eq!(told(&start.profiles), told(&listed));
    let in_use = start.profile.map(|profile| profile.id);
    let names = listed.iter().map(|profile| {
        assert_eq!(profile.active, in_use.as_ref() == Some(&profile.id));
        match profile.active {
            true => format!("*{}", profile.name),
            false => profile.name.clone(),
        }
    });
    names.collect()
}

#[tokio::test(start_paused = true)]
async fn profiles_live_side_by_side_and_switching_needs_no_secret() {
    let mut world = World::new(Config::default());
    let keyring = Arc::new(MemoryStore::default());
    world.secrets = Arc::clone(&keyring) as Arc<dyn SecretStore>;
    let dialer = world.open().await;
    assert!(names(&dialer).await.is_empty());
    let one = add(&dialer, named("Contoso")).await;
    let two = add(&dialer, named("Fabrikam")).await;
    assert!(two.active);
    let sandbox = dialer.use_sandbox().await.unwrap();
    assert!(sandbox.active);
    assert_eq!(names(&dialer).await, ["Contoso", "Fabrikam", "*Sandbox"]);
    assert!(keyring.holds(&one.id) && keyring.holds(&two.id));

    let told = world.host.profile_changes();
    let one = dialer.use_profile(&one.id).await.unwrap();
    assert!(one.active);
    assert_eq!(world.host.profile_changes(), told + 1);
    assert_eq!(names(&dialer).await, ["*Contoso", "Fabrikam", "Sandbox"]);
    assert_eq!(choose(&dialer, AGENT).await.email, AGENT);
    // Each has its own agent.
    dialer.use_profile(&two.id).await.unwrap();
    assert_eq!(dialer.start().await.unwrap().agent, None);
    dialer.use_profile(&one.id).await.unwrap();
    assert_eq!(dialer.start().await.unwrap().agent.unwrap().email, AGENT);

    let missing = dialer.use_profile("nobody").await.unwrap_err();
    assert_eq!(missing.code, ProblemCode::ProfileMissing);
    assert_eq!(names(&dialer).await, ["*Contoso", "Fabrikam", "Sandbox"]);
}

#[tokio::test(start_paused = true)]
async fn names_are_unique_and_one_that_was_not_typed_gets_a_number() {
    let world = World::new(Config::default());
    let dialer = world.open().await;
    let region = || ProfileForm {
        api_url: None,
        login_url: None,
        region: Some("mypurecloud.ie".to_owned()),
        ..named("")
    };
    assert_eq!(add(&dialer, region()).await.name, "eu-west-1");
    assert_eq!(add(&dialer, region()).await.name, "eu-west-1 2");
    assert_eq!(add(&dialer, region()).await.name, "eu-west-1 3");
    let one = add(&dialer, named("  Contoso \n Ltd ")).await;
    assert_eq!(one.name, "Contoso Ltd");

    let secret = || Some(SecretString::from(DEFAULT_CLIENT_SECRET));
    let taken = dialer.save_profile(named("CONTOSO ltd"), secret()).await;
    let taken = taken.unwrap_err();
    assert_eq!(taken.code, ProblemCode::ProfileNameTaken);
    assert_eq!(taken.params["name"], "CONTOSO ltd");
    let long = dialer
        .save_profile(named(&"x".repeat(61)), secret())
        .await
        .unwrap_err();
    assert_eq!(long.code, ProblemCode::ProfileNameTooLong);
    assert_eq!(dialer.profiles().await.unwrap().len(), 4);

    // Its own name is free for it, in other capitals, too, and also where it moves.
    let own = ProfileForm {
        id: Some(one.id.clone()),
        ..named("CONTOSO LTD")
    };
    let own = dialer.save_profile(own, None).await.unwrap();
    assert_eq!(
        (own.id.as_str(), own.name.as_str()),
        (one.id.as_str(), "CONTOSO LTD")
    );
    let moved = ProfileForm {
        id: Some(one.id.clone()),
        name: "Contoso Ltd".to_owned(),
        ..at("b.example")
    };
    let moved = dialer.save_profile(moved, secret()).await.unwrap();
    assert_ne!(moved.id, one.id);
    assert_eq!(moved.name, "Contoso Ltd");
    // A removed one has no name any more.
    dialer.remove_profile(&moved.id).await.unwrap();
    assert_eq!(add(&dialer, named("contoso ltd")).await.name, "contoso ltd");
}

#[tokio::test(start_paused = true)]
async fn changing_a_profile_that_is_not_in_use_switches_nothing() {
    let mut world = World::new(Config::default());
    let keyring = Arc::new(MemoryStore::default());
    world.secrets = Arc::clone(&keyring) as Arc<dyn SecretStore>;
    let dialer = world.open().await;
    let one = add(&dialer, named("One")).await;
    add(&dialer, named("Two")).await;
    let changed = ProfileForm {
        id: Some(one.id.clone()),
        colour: Colour::Amber,
        options: CallOptions {
            caller_id: Some(" +1 415 555 0100 ".to_owned()),
            ..CallOptions::default()
        },
        ..named("One")
    };
    let changed = dialer.save_profile(changed, None).await.unwrap();
    assert_eq!((&changed.id, changed.colour), (&one.id, Colour::Amber));
    assert_eq!(
        changed.options.caller_id.as_deref(),
        Some("+1 415 555 0100")
    );
    assert!(!changed.active);
    let moved = ProfileForm {
        id: Some(one.id.clone()),
        name: "One".to_owned(),
        ..at("b.example")
    };
    let moved = add(&dialer, moved).await;
    assert!(!moved.active);
    assert_eq!(names(&dialer).await, ["*Two", "One"]);
    assert!(!keyring.holds(&one.id) && keyring.holds(&moved.id));
}

#[tokio::test(start_paused = true)]
async fn a_copy_has_everything_but_the_secret_and_is_not_in_use() {
    let world = World::new(Config::default());
    let dialer = world.open().await;
    let like = ProfileForm {
        colour: Colour::Teal,
        ..named("Contoso")
    };
    let like = add(&dialer, like).await;
    let copy = dialer.duplicate_profile(&like.id).await.unwrap();
    assert_eq!(copy.name, "Contoso 2");
    assert_eq!((copy.colour, &copy.hosts), (Colour::Teal, &like.hosts));
    assert_eq!(copy.secret, SecretPlace::Missing);
    assert_eq!(names(&dialer).await, ["*Contoso", "Contoso 2"]);
    let with_secret = ProfileForm {
        id: Some(copy.id.clone()),
        ..named("Contoso 2")
    };
    let with_secret = add(&dialer, with_secret).await;
    assert_eq!(
        (&with_secret.id, with_secret.secret),
        (&copy.id, SecretPlace::Keyring)
    );
    dialer.use_profile(&copy.id).await.unwrap();
    choose(&dialer, AGENT).await;
}

#[tokio::test(start_paused = true)]
async fn the_history_says_which_profile_an_attempt_belongs_to() {
    let ready = Ready::new().await;
    let placed = ready.end(NUMBER).await;
    assert_eq!(placed.profile.unwrap().name, "127.0.0.1");
    let renamed = ProfileForm {
        id: Some(ready.profile.id.clone()),
        colour: Colour::Green,
        ..named("Contoso")
    };
    ready.dialer.save_profile(renamed, None).await.unwrap();
    ready
        .dialer
        .remove_profile(&ready.profile.id)
        .await
        .unwrap();
    let mark = ready.history().await[0].profile.clone().unwrap();
    assert_eq!(
        (mark.name.as_str(), mark.colour, mark.sandbox),
        ("Contoso", Colour::Green, false)
    );
}

#[tokio::test(start_paused = true)]
async fn a_call_goes_on_being_followed_when_another_profile_is_taken_into_use_or_its_own_removed() {
    let mut world = World::new(Config::default());
    let keyring = Arc::new(MemoryStore::default());
    world.secrets = Arc::clone(&keyring) as Arc<dyn SecretStore>;
    let journal = world.script(all_is_well);
    let dialer = world.open().await;
    let one = add(&dialer, at("a.example")).await;
    let kim = choose(&dialer, AGENT).await;
    let call = dialer
        .place_call(request(&dialer, &one.id, &kim.id, NUMBER))
        .await
        .unwrap();
    pass(5).await;
    add(&dialer, at("b.example")).await;
    let reads = |host: &str| journal.count(|asked| asked.reads_call() && asked.host == host);
    let before = reads("a.example");
    pass(30).await;
    assert!(reads("a.example") > before, "followed where it was placed");
    dialer.remove_profile(&one.id).await.unwrap();
    assert!(!keyring.holds(&one.id));
    let before = reads("a.example");
    pass(30).await;
    assert!(
        reads("a.example") > before,
        "followed with the client it has"
    );
    assert_eq!(reads("b.example"), 0);
    let live = dialer.start().await.unwrap().live;
    assert_eq!(
        (live[0].id, live[0].profile_id.as_str()),
        (call.id, one.id.as_str())
    );
    // No new call with it.
    let press = request(&dialer, &one.id, &kim.id, NUMBER);
    let refused = dialer.place_call(press).await.unwrap_err();
    assert_eq!(refused.code, ProblemCode::ProfileMissing);
}

#[tokio::test(start_paused = true)]
async fn hanging_up_works_after_the_profile_was_switched() {
    let ready = Ready::new().await;
    let pressed = ready.press(NUMBER).await;
    until(&ready.dialer, pressed.id, |attempt| {
        attempt.call_state == Some(CallState::RingingAgent)
    })
    .await;
    add(&ready.dialer, at("b.example")).await;
    ready.dialer.hang_up(pressed.id).await.unwrap();
    let ended = until(&ready.dialer, pressed.id, |attempt| !attempt.live).await;
    assert_eq!(ended.outcome, Outcome::Placed);
    assert_eq!(ended.end_reason, Some(EndReason::HungUpHere));
}

/// A keyring that can go away.
#[derive(Default)]
struct Fickle {
    inner: MemoryStore,
    gone: AtomicBool,
}

impl SecretStore for Fickle {
    fn put<'a>(
        &'a self,
        entry: &'a str,
        secret: SecretString,
    ) -> BoxFuture<'a, Result<(), Problem>> {
        self.inner.put(entry, secret)
    }
    fn get<'a>(&'a self, entry: &'a str) -> BoxFuture<'a, Result<Option<SecretString>, Problem>> {
        self.inner.get(entry)
    }
    fn remove<'a>(&'a self, entry: &'a str) -> BoxFuture<'a, Result<(), Problem>> {
        match self.gone.load(Ordering::SeqCst) {
            true => ready(Err(Problem::new(ProblemCode::KeyringLocked))).boxed(),
            false => self.inner.remove(entry),
        }
    }
}

#[tokio::test(start_paused = true)]
async fn a_profile_can_be_removed_without_a_keyring_and_its_secret_goes_when_it_can() {
    let mut world = World::new(Config::default());
    let keyring = Arc::new(Fickle::default());
    world.secrets = Arc::clone(&keyring) as Arc<dyn SecretStore>;
    let dialer = world.open().await;
    let one = add(&dialer, named("One")).await;
    add(&dialer, named("Two")).await;
    dialer.use_profile(&one.id).await.unwrap();
    keyring.gone.store(true, Ordering::SeqCst);
    let told = world.host.profile_changes();
    let left = dialer.remove_profile(&one.id).await.unwrap_err();
    assert_eq!(left.code, ProblemCode::SecretLeft);
    assert_eq!(left.params["name"], "One");
    assert_eq!(world.host.profile_changes(), told + 1);
    assert_eq!(names(&dialer).await, ["*Two"]);
    assert!(keyring.inner.holds(&one.id));
    drop(dialer);

    keyring.gone.store(false, Ordering::SeqCst);
    let dialer = world.open().await;
    dialer.start().await.unwrap();
    for _ in 0..100 {
        if !keyring.inner.holds(&one.id) {
            break;
        }
        pass(1).await;
    }
    assert!(!keyring.inner.holds(&one.id));
    dialer.remove_profile(&one.id).await.unwrap();
}

#[tokio::test(start_paused = true)]
async fn another_organisation_takes_the_place_of_the_one_that_is_removed() {
    let world = World::new(Config::default());
    let dialer = world.open().await;
    let sandbox = dialer.use_sandbox().await.unwrap();
    let one = add(&dialer, named("One")).await;
    let two = add(&dialer, named("Two")).await;
    dialer.remove_profile(&two.id).await.unwrap();
    assert_eq!(names(&dialer).await, ["Sandbox", "*One"]);
    dialer.remove_profile(&one.id).await.unwrap();
    assert_eq!(names(&dialer).await, ["*Sandbox"]);
    dialer.remove_profile(&sandbox.id).await.unwrap();
    assert!(names(&dialer).await.is_empty());
    // The sandbox can be had again.
    dialer.use_sandbox().await.unwrap();
    assert_eq!(names(&dialer).await, ["*Sandbox"]);
}
