//! What a sign-in gave: kept in the keyring, refreshed once by whoever comes first, told to nobody.

use std::io;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};

use dialer::attempt::Outcome;
use dialer::problem::{Problem, ProblemCode};
use dialer::secret::{MemoryStore, SecretStore};
use dialer::view::{ProfileForm, SignIn};
use futures_util::FutureExt;
use futures_util::future::{BoxFuture, ready};
use genesys_sandbox::Config;
use secrecy::{ExposeSecret, SecretString};
use tracing_subscriber::filter::LevelFilter;
use tracing_subscriber::fmt::MakeWriter;

use crate::browser::{Desk, form_of, state_of, visit};
use crate::support::{AGENT, NUMBER, World, request, until};

/// A keyring that can be made to fail.
#[derive(Default)]
struct Moody {
    store: MemoryStore,
    fails: AtomicBool,
    /// It lets things be read all the same.
    reads: AtomicBool,
}

impl Moody {
    fn check(&self) -> Result<(), Problem> {
        match self.fails.load(Ordering::SeqCst) {
            true => Err(Problem::new(ProblemCode::KeyringMissing)),
            false => Ok(()),
        }
    }
}

impl SecretStore for Moody {
    fn put<'a>(&'a self, e: &'a str, secret: SecretString) -> BoxFuture<'a, Result<(), Problem>> {
        match self.check() {
            Ok(()) => self.store.put(e, secret),
            Err(problem) => ready(Err(problem)).boxed(),
        }
    }
    fn get<'a>(&'a self, e: &'a str) -> BoxFuture<'a, Result<Option<SecretString>, Problem>> {
        match self.check() {
            Err(problem) if !self.reads.load(Ordering::SeqCst) => ready(Err(problem)).boxed(),
            _ => self.store.get(e),
        }
    }
    fn remove<'a>(&'a self, e: &'a str) -> BoxFuture<'a, Result<(), Problem>> {
        match self.check() {
            Ok(()) => self.store.remove(e),
            Err(problem) => ready(Err(problem)).boxed(),
        }
    }
}

async fn kept(desk: &Desk) -> Option<serde_json::Value> {
    let entry = format!("{}.grant", desk.profile.id);
    let kept = desk.world.secrets.get(&entry).await.unwrap()?;
    Some(serde_json::from_str(kept.expose_secret()).unwrap())
}

/// Makes what is kept look as if its access token had ended.
async fn expire(desk: &Desk) {
    let mut grant = kept(desk).await.unwrap();
    grant["expires_at"] = "2020-01-01T00:00:00Z".into();
    let entry = format!("{}.grant", desk.profile.id);
    let text = SecretString::from(grant.to_string());
    desk.world.secrets.put(&entry, text).await.unwrap();
}

/// The next run, which has no token in memory.
async fn next_run(desk: Desk) -> Desk {
    let Desk {
        world,
        dialer,
        profile,
    } = desk;
    drop(dialer);
    Desk {
        dialer: world.open().await,
        world,
        profile,
    }
}

fn refreshes(desk: &Desk) -> usize {
    let journal = desk.world.sandbox.journal();
    let asked = journal.iter().filter(|entry| {
        entry.path == "/oauth/token"
            && serde_json::to_string(&entry.body).is_ok_and(|body| body.contains("refresh_token"))
    });
    asked.count()
}

#[tokio::test]
async fn the_next_run_needs_no_browser() {
    let desk = Desk::signed_in(SignIn::Code).await;
    let user = desk.profile.user.clone().unwrap();
    let desk = next_run(desk).await;
    let agent = desk.dialer.choose_agent(&user.id).await.unwrap();
    assert_eq!(agent.email, AGENT);
    assert_eq!(desk.world.requests("POST", "/oauth/token"), 1);
    assert_eq!(desk.world.host.opened_so_far(), 1);
}

#[tokio::test]
async fn an_ended_token_is_refreshed_and_the_next_one_is_kept() {
    let desk = next_run(Desk::signed_in(SignIn::Code).await).await;
    let before = kept(&desk).await.unwrap();
    expire(&desk).await;
    let user = desk.profile.user.clone().unwrap();
    desk.dialer.choose_agent(&user.id).await.unwrap();
    let after = kept(&desk).await.unwrap();
    assert_ne!(before["refresh_token"], after["refresh_token"]);
    assert_ne!(before["access_token"], after["access_token"]);
    assert_eq!(refreshes(&desk), 1);
}

#[tokio::test]
async fn two_processes_that_refresh_at_once_ask_once() {
    let desk = next_run(Desk::signed_in(SignIn::Code).await).await;
    expire(&desk).await;
    let user = desk.profile.user.clone().unwrap();
    // Each has a client and a lock of its own, as another process does.
    let others = [desk.world.open().await, desk.world.open().await];
    let all = [&desk.dialer, &others[0], &others[1]];
    let chosen = all.map(|dialer| dialer.choose_agent(&user.id));
    for agent in futures_util::future::join_all(chosen).await {
        assert_eq!(agent.unwrap().email, AGENT);
    }
    assert_eq!(refreshes(&desk), 1, "a refresh token serves once");
}

#[tokio::test]
async fn a_refresh_token_whose_answer_was_lost_ends_the_sign_in() {
    let desk = next_run(Desk::signed_in(SignIn::Code).await).await;
    let old = kept(&desk).await.unwrap();
    expire(&desk).await;
    // As a process does that is killed between the server's answer and the keyring.
    let token = old["refresh_token"].as_str().unwrap();
    let fields = [
        ("grant_type", "refresh_token"),
        ("refresh_token", token),
        ("client_id", genesys_sandbox::DEFAULT_CLIENT_ID),
        ("client_secret", genesys_sandbox::DEFAULT_CLIENT_SECRET),
    ];
    assert_eq!(desk.post("/oauth/token", &fields).await.status(), 200);
    let user = desk.profile.user.clone().unwrap();
    let problem = desk.dialer.choose_agent(&user.id).await.unwrap_err();
    assert_eq!(problem.code, ProblemCode::SignedOut);
    assert!(kept(&desk).await.is_none());
    assert!(desk.dialer.profiles().await.unwrap()[0].user.is_none());
}

#[tokio::test]
async fn a_token_that_could_not_be_kept_is_kept_before_it_is_used() {
    let keyring = Arc::new(Moody::default());
    let mut world = World::new(Config::default());
    world.secrets = Arc::clone(&keyring) as Arc<dyn SecretStore>;
    let mut desk = Desk::over(world, SignIn::Code).await;
    desk.profile = desk.sign_in_as(AGENT).await.unwrap();
    let desk = next_run(desk).await;
    expire(&desk).await;
    let user = desk.profile.user.clone().unwrap();
    keyring.reads.store(true, Ordering::SeqCst);
    keyring.fails.store(true, Ordering::SeqCst);
    let problem = desk.dialer.choose_agent(&user.id).await.unwrap_err();
    assert_eq!(problem.code, ProblemCode::KeyringMissing);
    let problem = desk.dialer.choose_agent(&user.id).await.unwrap_err();
    assert_eq!(problem.code, ProblemCode::KeyringMissing, "not used yet");
    keyring.fails.store(false, Ordering::SeqCst);
    assert_eq!(refreshes(&desk), 1);
    desk.dialer.choose_agent(&user.id).await.unwrap();
    assert_eq!(refreshes(&desk), 1, "the answer of the first serves");
}

#[tokio::test]
async fn without_a_keyring_nobody_is_signed_in_and_this_run_is_enough() {
    let keyring = Arc::new(Moody::default());
    let mut world = World::new(Config::default());
    world.secrets = Arc::clone(&keyring) as Arc<dyn SecretStore>;
    let mut desk = Desk::over(world, SignIn::Pkce).await;
    keyring.fails.store(true, Ordering::SeqCst);
    let problem = desk.sign_in_as(AGENT).await.unwrap_err();
    assert_eq!(problem.code, ProblemCode::KeyringMissing);
    assert!(desk.dialer.profiles().await.unwrap()[0].user.is_none());
    desk.until_requests("DELETE", "/api/v2/tokens/me", 1).await;

    let form = ProfileForm {
        id: Some(desk.profile.id.clone()),
        this_run_only: true,
        ..form_of(SignIn::Pkce)
    };
    desk.dialer.save_profile(form, None).await.unwrap();
    desk.profile = desk.sign_in_as(AGENT).await.unwrap();
    let user = desk.profile.user.clone().unwrap();
    desk.dialer.choose_agent(&user.id).await.unwrap();
    drop(desk.dialer);
    // The next run has nothing of it, and says so.
    desk.dialer = desk.world.open().await;
    let problem = desk.dialer.choose_agent(&user.id).await.unwrap_err();
    assert_eq!(problem.code, ProblemCode::SignedOut);
}

/// Lines of the log.
#[derive(Clone, Default)]
struct Lines(Arc<Mutex<Vec<u8>>>);

impl io::Write for Lines {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl<'a> MakeWriter<'a> for Lines {
    type Writer = Self;
    fn make_writer(&'a self) -> Self {
        self.clone()
    }
}

#[tokio::test]
async fn nothing_of_a_sign_in_is_logged_told_or_written() {
    let lines = Lines::default();
    let subscriber = tracing_subscriber::fmt()
        .with_max_level(LevelFilter::TRACE)
        .with_ansi(false)
        .with_writer(lines.clone())
        .finish();
    tracing::subscriber::set_global_default(subscriber).unwrap();

    let desk = Desk::new(SignIn::Code).await;
    let waiting = desk.begin();
    let url = desk.page(0).await;
    let back = desk.decide(&url, AGENT, "sign_in").await;
    let mut wrong = back.clone();
    wrong.set_query(Some("code=n0t-th1s-c0de&state=n0t-th1s-state"));
    visit(&wrong).await.unwrap();
    visit(&back).await.unwrap();
    let profile = waiting.await.unwrap().unwrap();
    let desk = next_run(Desk { profile, ..desk }).await;
    let (_, code) = back.query_pairs().find(|(name, _)| name == "code").unwrap();
    let mut hidden = vec![
        code.into_owned(),
        "n0t-th1s-c0de".to_owned(),
        "n0t-th1s-state".to_owned(),
    ];
    let state = state_of(&url);
    for round in 0..2 {
        let grant = kept(&desk).await.unwrap();
        for token in ["access_token", "refresh_token"] {
            hidden.push(grant[token].as_str().unwrap().to_owned());
        }
        if round == 0 {
            expire(&desk).await;
        }
        let user = desk.profile.user.clone().unwrap();
        desk.dialer.choose_agent(&user.id).await.unwrap();
    }
    let user = desk.profile.user.clone().unwrap();
    let pressed = request(&desk.dialer, &desk.profile.id, &user.id, NUMBER);
    let pressed = desk.dialer.place_call(pressed).await.unwrap();
    until(&desk.dialer, pressed.id, |attempt| {
        attempt.outcome != Outcome::Pending
    })
    .await;
    desk.dialer.sign_out(&desk.profile.id).await.unwrap();
    let events = format!("{:?}", desk.world.host.events());
    drop(desk.dialer);

    let logged = String::from_utf8(lines.0.lock().unwrap().clone()).unwrap();
    assert!(
        logged.contains("a person has signed in"),
        "the log is heard"
    );
    for hidden in &hidden {
        assert!(!logged.contains(hidden), "in the log");
        assert!(!events.contains(hidden), "in an event");
    }
    assert!(!logged.contains(&state), "the state is in the log");
    for file in std::fs::read_dir(desk.world.dir.path()).unwrap() {
        let bytes = std::fs::read(file.unwrap().path()).unwrap_or_default();
        let text = String::from_utf8_lossy(&bytes);
        assert!(!hidden.iter().any(|hidden| text.contains(hidden)));
    }
}
