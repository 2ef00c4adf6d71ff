//! A world for tests: a data directory, a sandbox in memory, simulated time, and a host that
//! remembers what it was told.
#![allow(dead_code, reason = "each test file uses its own part of the world")]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on has failed"
)]

pub(crate) mod script;
pub(crate) mod unknown;

use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::body::Body;
use dialer::attempt::{AttemptId, Outcome, Via};
use dialer::data_dir::DataDir;
use dialer::host::{Host, PageText, SandboxConnection, SignInPage};
use dialer::problem::{Problem, ProblemCode};
use dialer::secret::{MemoryStore, SecretStore};
use dialer::timeouts::Timeouts;
use dialer::view::{
    AgentView, AttemptView, CallOptions, Colour, Confirmed, DialectName, Event, Feed, HistoryQuery,
    PlaceRequest, ProfileForm, ProfileView, SignIn, Verdict,
};
use dialer::{Dialer, DialerConfig};
use futures_util::FutureExt;
use futures_util::future::{BoxFuture, ready};
use genesys_cloud::clock::{Clock, SimulatedClock};
use genesys_cloud::transport::{HttpTransport, InMemoryTransport, Transport};
use genesys_sandbox::{
    Config, DEFAULT_CLIENT_ID, DEFAULT_CLIENT_SECRET, Fault, FaultRule, Sandbox,
};
use jiff::Timestamp;
use tempfile::TempDir;
use tokio::sync::watch;

pub(crate) const NUMBER: &str = "+1 415 555 2671";
pub(crate) const AGENT: &str = "agent@example.com";
pub(crate) const ON_BEHALF: &str = "POST /api/v2/conversations/calls/user/*";
/// In-memory transport: the host is only looked at by the rule that plain http is for loopback.
pub(crate) const BASE: &str = "http://127.0.0.1:9";

/// Remembers what it was told.
#[derive(Default)]
pub(crate) struct Recorder {
    events: Mutex<Vec<Event>>,
    sandbox_fails: Mutex<bool>,
    browser_missing: Mutex<bool>,
    /// The addresses that the browser was to open.
    opened: watch::Sender<Vec<String>>,
}

impl Recorder {
    pub(crate) fn events_of(&self, id: AttemptId) -> Vec<AttemptView> {
        let events = self.events.lock().unwrap();
        let attempts = events.iter().filter_map(|event| match event {
            Event::Attempt { attempt } if attempt.id == id => Some((**attempt).clone()),
            _ => None,
        });
        attempts.collect()
    }

    pub(crate) fn notices(&self) -> Vec<Problem> {
        let events = self.events.lock().unwrap();
        let notices = events.iter().filter_map(|event| match event {
            Event::Notice { problem } => Some(problem.clone()),
            _ => None,
        });
        notices.collect()
    }

    /// How often it was said that the profiles have changed.
    pub(crate) fn profile_changes(&self) -> usize {
        self.count(|event| matches!(event, Event::Profiles))
    }

    /// How often something was told.
    pub(crate) fn count(&self, wanted: impl Fn(&Event) -> bool) -> usize {
        let events = self.events.lock().unwrap();
        events.iter().filter(|event| wanted(event)).count()
    }

    /// What was said to feed the screen, in order, each with the problem that is the reason.
    pub(crate) fn feeds(&self) -> Vec<(Feed, Option<ProblemCode>)> {
        let events = self.events.lock().unwrap();
        let feeds = events.iter().filter_map(|event| match event {
            Event::Feed { feed, reason } => {
                Some((*feed, reason.as_ref().map(|problem| problem.code)))
            }
            _ => None,
        });
        feeds.collect()
    }

    pub(crate) fn no_browser(&self) {
        *self.browser_missing.lock().unwrap() = true;
    }

    /// The address of the sign-in with this number, counted from 0, once the browser was to open it.
    pub(crate) async fn opened(&self, number: usize) -> String {
        let mut opened = self.opened.subscribe();
        let opened = opened.wait_for(|opened| opened.len() > number).await;
        opened.unwrap()[number].clone()
    }

    /// How many addresses the browser was to open so far.
    pub(crate) fn opened_so_far(&self) -> usize {
        self.opened.borrow().len()
    }

    pub(crate) fn events(&self) -> Vec<Event> {
        self.events.lock().unwrap().clone()
    }

    pub(crate) fn no_sandbox(&self) {
        *self.sandbox_fails.lock().unwrap() = true;
    }
}

impl Host for Recorder {
    fn emit(&self, event: Event) {
        self.events.lock().unwrap().push(event);
    }

    fn sandbox(&self) -> BoxFuture<'_, Result<SandboxConnection, Problem>> {
        let result = if *self.sandbox_fails.lock().unwrap() {
            Err(Problem::new(ProblemCode::SandboxFailed))
        } else {
            Ok(SandboxConnection {
                base_url: BASE.to_owned(),
                client_id: DEFAULT_CLIENT_ID.to_owned(),
                client_secret: DEFAULT_CLIENT_SECRET.into(),
            })
        };
        ready(result).boxed()
    }

    fn open_browser(&self, url: &str) -> BoxFuture<'_, Result<(), Problem>> {
        let result = if *self.browser_missing.lock().unwrap() {
            Err(Problem::new(ProblemCode::BrowserMissing))
        } else {
            self.opened
                .send_modify(|opened| opened.push(url.to_owned()));
            Ok(())
        };
        ready(result).boxed()
    }

    fn sign_in_page(&self, page: SignInPage) -> PageText {
        PageText {
            language: "en".to_owned(),
            title: page.key().to_owned(),
            text: "Back to <Ringfor> & go on".to_owned(),
        }
    }
}

/// Everything around a dialer.
pub(crate) struct World {
    pub(crate) dir: TempDir,
    pub(crate) sandbox: Sandbox,
    pub(crate) host: Arc<Recorder>,
    pub(crate) secrets: Arc<dyn SecretStore>,
    pub(crate) transport: Arc<dyn Transport>,
    pub(crate) network: Option<HttpTransport>,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) timeouts: Timeouts,
}

impl World {
    pub(crate) fn new(config: Config) -> Self {
        let sandbox = Sandbox::new(config);
        let sockets = sandbox.clone();
        let transport =
            InMemoryTransport::<_, Body>::new(sandbox.service()).with_sockets(move |uri| {
                let sandbox = sockets.clone();
                let path = uri.path_and_query().map(ToString::to_string);
                async move {
                    let path = path.unwrap_or_default();
                    sandbox.open_socket(&path).await.map_err(Into::into)
                }
                .boxed()
            });
        Self {
            dir: tempfile::tempdir().unwrap(),
            sandbox,
            host: Arc::new(Recorder::default()),
            secrets: Arc::new(MemoryStore::default()),
            transport: Arc::new(transport),
            network: None,
            // What a call says of its times has to fit the time on our clock; the log keeps whole
            // milliseconds.
            clock: Arc::new(SimulatedClock::starting_at(today())),
            timeouts: Timeouts::default(),
        }
    }

    pub(crate) async fn open(&self) -> Dialer {
        self.open_for(&self.host).await
    }

    /// Another process on the same data directory, as far as one can be had within a test.
    pub(crate) async fn open_for(&self, host: &Arc<Recorder>) -> Dialer {
        let config = DialerConfig {
            data_dir: DataDir::open(self.dir.path()).unwrap(),
            host: Arc::clone(host) as Arc<dyn Host>,
            transport: Arc::clone(&self.transport),
            clock: Arc::clone(&self.clock),
            secrets: Arc::clone(&self.secrets),
            timeouts: self.timeouts,
            version: "0.0.0-test".to_owned(),
            suggested_hosts: None,
            network: self.network.clone(),
            role: dialer::Role::Window,
        };
        Dialer::open(config).await.unwrap()
    }

    /// How often a call was asked for, whatever came of it.
    pub(crate) fn call_requests(&self) -> usize {
        let journal = self.sandbox.journal();
        let calls = journal.iter().filter(|entry| {
            entry.method == "POST" && entry.path.starts_with("/api/v2/conversations/calls")
        });
        calls.count()
    }

    pub(crate) fn fault(&self, matching: &str, fault: Fault) {
        self.sandbox.add_fault(FaultRule::once(matching, fault));
    }

    pub(crate) fn faults(&self, matching: &str, times: u32, fault: Fault) {
        self.sandbox.add_fault(FaultRule {
            matching: matching.to_owned(),
            times,
            fault,
        });
    }

    /// How often a request with this method and beginning of its path has come.
    pub(crate) fn requests(&self, method: &str, path: &str) -> usize {
        let journal = self.sandbox.journal();
        let requests = journal
            .iter()
            .filter(|entry| entry.method == method && entry.path.starts_with(path));
        requests.count()
    }

    /// Runs SQL on the database beside the dialer, as another program could.
    pub(crate) fn sql(&self, statements: &str) {
        let path = DataDir::open(self.dir.path()).unwrap().database();
        rusqlite::Connection::open(path)
            .unwrap()
            .execute_batch(statements)
            .unwrap();
    }
}

/// A world in which the connection stands and `agent@example.com` is chosen.
pub(crate) struct Ready {
    pub(crate) world: World,
    pub(crate) dialer: Dialer,
    pub(crate) profile: ProfileView,
    pub(crate) agent: AgentView,
}

impl Ready {
    pub(crate) async fn new() -> Self {
        Self::with(Config::default(), DialectName::Platform).await
    }

    pub(crate) async fn with(config: Config, dialect: DialectName) -> Self {
        Self::over(World::new(config), dialect).await
    }

    pub(crate) async fn over(world: World, dialect: DialectName) -> Self {
        let dialer = world.open().await;
        let secret = Some(DEFAULT_CLIENT_SECRET.into());
        let profile = dialer.save_profile(form(dialect), secret).await.unwrap();
        let agent = choose(&dialer, AGENT).await;
        Self {
            world,
            dialer,
            profile,
            agent,
        }
    }

    pub(crate) fn request(&self, typed: &str) -> PlaceRequest {
        self.request_for(&self.agent, typed)
    }

    pub(crate) fn request_for(&self, agent: &AgentView, typed: &str) -> PlaceRequest {
        request(&self.dialer, &self.profile.id, &agent.id, typed)
    }

    /// Presses Call.
    pub(crate) async fn press(&self, typed: &str) -> AttemptView {
        self.dialer.place_call(self.request(typed)).await.unwrap()
    }

    /// Presses Call, whatever else may be on.
    pub(crate) async fn press_again(&self, typed: &str) -> AttemptView {
        call_anyway(&self.dialer, self.request(typed))
            .await
            .unwrap()
    }

    /// Presses Call and waits for the outcome.
    pub(crate) async fn outcome(&self, typed: &str) -> AttemptView {
        let pressed = self.press(typed).await;
        until(&self.dialer, pressed.id, |attempt| {
            attempt.outcome != Outcome::Pending
        })
        .await
    }

    /// Presses Call and waits until nothing more happens.
    pub(crate) async fn end(&self, typed: &str) -> AttemptView {
        let pressed = self.press(typed).await;
        until(&self.dialer, pressed.id, |attempt| !attempt.live).await
    }

    pub(crate) async fn history(&self) -> Vec<AttemptView> {
        history(&self.dialer).await
    }
}

pub(crate) fn form(dialect: DialectName) -> ProfileForm {
    ProfileForm {
        id: None,
        name: String::new(),
        region: None,
        api_url: Some(BASE.to_owned()),
        login_url: Some(BASE.to_owned()),
        client_id: DEFAULT_CLIENT_ID.to_owned(),
        dialect,
        this_run_only: false,
        sign_in: SignIn::Client,
        colour: Colour::Plain,
        options: CallOptions::default(),
    }
}

pub(crate) fn request(
    dialer: &Dialer,
    profile_id: &str,
    agent_id: &str,
    typed: &str,
) -> PlaceRequest {
    let preview = dialer.preview_number(typed, "US");
    PlaceRequest {
        id: AttemptId::mint(),
        profile_id: profile_id.to_owned(),
        agent_id: agent_id.to_owned(),
        typed: typed.to_owned(),
        country: "US".to_owned(),
        e164: preview.e164.unwrap(),
        confirmed: preview.verdict == Verdict::Possible,
        again: Vec::new(),
        via: Via::Typed,
        options: CallOptions::default(),
    }
}

/// Presses Call, and says yes to whatever is asked about other calls.
pub(crate) async fn call_anyway(
    dialer: &Dialer,
    mut request: PlaceRequest,
) -> Result<AttemptView, Problem> {
    loop {
        match dialer.place_call(request.clone()).await {
            Err(question) => match Confirmed::of(&question) {
                Some(yes) if !request.again.contains(&yes) => request.again.push(yes),
                _ => return Err(question),
            },
            placed => return placed,
        }
    }
}

pub(crate) async fn choose(dialer: &Dialer, email: &str) -> AgentView {
    let found = dialer.find_agents(email).await.unwrap();
    let agent = found.iter().find(|agent| agent.email == email).unwrap();
    dialer.choose_agent(&agent.id).await.unwrap()
}

pub(crate) async fn history(dialer: &Dialer) -> Vec<AttemptView> {
    let query = HistoryQuery {
        limit: 200,
        ..HistoryQuery::default()
    };
    dialer.history(query).await.unwrap().rows
}

/// Waits, in simulated time, until an attempt is as wanted.
pub(crate) async fn until(
    dialer: &Dialer,
    id: AttemptId,
    wanted: impl Fn(&AttemptView) -> bool,
) -> AttemptView {
    let mut last = None;
    for _ in 0..20_000 {
        let attempt = dialer.attempt(id).await.unwrap().attempt;
        if wanted(&attempt) {
            return attempt;
        }
        last = Some(attempt);
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("it never came to be as wanted; the last was {last:#?}");
}

/// Waits, in simulated time, until the screen is fed by this.
pub(crate) async fn until_fed(dialer: &Dialer, wanted: Feed) {
    for _ in 0..10_000 {
        if dialer.start().await.unwrap().feed == wanted {
            return;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("it is never fed by {wanted:?}");
}

/// Now, in whole seconds.
pub(crate) fn today() -> Timestamp {
    Timestamp::from_second(Timestamp::now().as_second()).unwrap()
}

/// Lets simulated time pass.
pub(crate) async fn pass(seconds: u64) {
    tokio::time::sleep(Duration::from_secs(seconds)).await;
}

pub(crate) fn loopback() -> SocketAddr {
    SocketAddr::from(([127, 0, 0, 1], 0))
}
