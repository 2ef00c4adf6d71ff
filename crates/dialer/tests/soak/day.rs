//! The dialer, its server, and the hours they go through together.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use dialer::data_dir::DataDir;
use dialer::host::{Host, PageText, SandboxConnection, SignInPage};
use dialer::problem::{Problem, ProblemCode};
use dialer::view::{AgentView, DialectName, Event, HistoryQuery, ProfileView};
use dialer::{Dialer, DialerConfig};
use futures_util::FutureExt;
use futures_util::future::{BoxFuture, ready};
use genesys_sandbox::{Config, DEFAULT_CLIENT_SECRET, Fault, FaultRule, Sandbox};
use rand::SeedableRng;
use rand::rngs::SmallRng;
use tokio::time::{Instant, sleep, sleep_until};

use crate::args::Args;
use crate::compare::differences;
use crate::hour::{Happening, draw};
use crate::record::Record;
use crate::support::{World, call_anyway, choose, form, request};

const HOUR: Duration = Duration::from_secs(3600);

/// Half an hour: much shorter than in life, so that a day has many.
const TOKENS_LIVE: Duration = Duration::from_secs(1800);

/// A host that keeps nothing of what it is told.
#[derive(Default)]
struct Counter {
    events: AtomicUsize,
}

impl Host for Counter {
    fn emit(&self, _: Event) {
        self.events.fetch_add(1, Ordering::Relaxed);
    }

    fn sandbox(&self) -> BoxFuture<'_, Result<SandboxConnection, Problem>> {
        ready(Err(Problem::new(ProblemCode::SandboxFailed))).boxed()
    }

    fn open_browser(&self, _: &str) -> BoxFuture<'_, Result<(), Problem>> {
        ready(Err(Problem::new(ProblemCode::BrowserMissing))).boxed()
    }

    fn sign_in_page(&self, page: SignInPage) -> PageText {
        PageText {
            language: "en".to_owned(),
            title: page.key().to_owned(),
            text: String::new(),
        }
    }
}

/// What is known of the presses while they go on.
#[derive(Default)]
struct Pressed {
    /// Ids of the attempts that were shown.
    attempts: Vec<String>,
    asked: usize,
    hung_up: usize,
    wrong: Vec<String>,
}

/// Everything around the dialer.
pub(crate) struct Day {
    world: World,
    host: Arc<Counter>,
    dialer: Dialer,
    profile: ProfileView,
    agents: Vec<AgentView>,
    began: Instant,
    rng: SmallRng,
    presses_an_hour: Vec<usize>,
    pressed: Arc<Mutex<Pressed>>,
    /// Attempts of the hours before.
    compared: usize,
    calls: usize,
    ends: BTreeMap<String, usize>,
    faults: BTreeMap<&'static str, usize>,
    requests: usize,
    wrong: Vec<String>,
}

impl Day {
    pub(crate) async fn begin(args: &Args) -> Self {
        let mut world = World::new(Config {
            token_lifetime: TOKENS_LIVE,
            ..Config::default()
        });
        // A disk that is waited for tells nothing here and takes most of the time.
        if let Ok(in_memory) = tempfile::tempdir_in("/dev/shm") {
            world.dir = in_memory;
        }
        let host = Arc::new(Counter::default());
        let dialer = open(&world, &host).await;
        let secret = Some(DEFAULT_CLIENT_SECRET.into());
        let profile = dialer.save_profile(form(DialectName::Platform), secret);
        let profile = profile.await.unwrap();
        let mut agents = Vec::new();
        for email in emails(&world.sandbox) {
            agents.push(choose(&dialer, &email).await);
        }
        let (each, more) = (args.presses / args.hours, args.presses % args.hours);
        Self {
            world,
            host,
            dialer,
            profile,
            agents,
            began: Instant::now(),
            rng: SmallRng::seed_from_u64(args.seed),
            presses_an_hour: (0..args.hours)
                .map(|hour| each + usize::from(hour < more))
                .collect(),
            pressed: Arc::default(),
            compared: 0,
            calls: 0,
            ends: BTreeMap::new(),
            faults: BTreeMap::new(),
            requests: 0,
            wrong: Vec::new(),
        }
    }

    /// How many calls the server has placed so far.
    pub(crate) fn calls(&self) -> usize {
        self.calls
    }

    pub(crate) fn wrong(&self) -> &[String] {
        &self.wrong
    }

    /// Goes through one hour, compares it, and lets the server forget it.
    pub(crate) async fn hour(&mut self, hour: usize) {
        let begins = self.began + HOUR * u32::try_from(hour - 1).unwrap();
        let presses = self.presses_an_hour[hour - 1];
        let happenings = draw(&mut self.rng, hour, presses, self.agents.len());
        for (at, happening) in happenings {
            sleep_until(begins + at).await;
            self.let_happen(happening).await;
        }
        sleep_until(begins + HOUR - Duration::from_secs(60)).await;
        self.compare(hour);
        self.requests += self.world.sandbox.journal().len();
        self.world.sandbox.reset();
        sleep_until(begins + HOUR).await;
    }

    async fn let_happen(&mut self, happening: Happening) {
        match happening {
            Happening::Press {
                agent,
                number,
                hang_up_after,
                asks,
            } => self.press(agent, number, hang_up_after, !asks),
            Happening::DoublePress { agent, number } => {
                self.press(agent, number, None, true);
                self.press(agent, number, None, false);
            }
            Happening::Look { agent } => self.look(agent).await,
            Happening::TokensExpire => {
                *self.faults.entry("tokens expired").or_default() += 1;
                self.world.sandbox.expire_tokens();
            }
            Happening::Fault(matching, times, fault) => {
                *self.faults.entry(name(&fault)).or_default() += 1;
                self.world.sandbox.add_fault(FaultRule {
                    matching: matching.to_owned(),
                    times,
                    fault,
                });
            }
        }
    }

    /// Presses Call, and hangs up in time.
    fn press(&self, agent: usize, number: &str, hang_up_after: Option<Duration>, again: bool) {
        let agent = &self.agents[agent];
        let request = request(&self.dialer, &self.profile.id, &agent.id, number);
        let dialer = self.dialer.clone();
        let pressed = Arc::clone(&self.pressed);
        tokio::spawn(async move {
            let placed = match again {
                true => call_anyway(&dialer, request).await,
                false => dialer.place_call(request).await,
            };
            let attempt = match placed {
                Ok(attempt) => attempt,
                Err(problem) => {
                    let mut pressed = pressed.lock().unwrap();
                    if problem.code.as_str().starts_with("again_") {
                        pressed.asked += 1;
                    } else {
                        pressed.wrong.push(format!("Call failed: {problem:?}"));
                    }
                    return;
                }
            };
            pressed
                .lock()
                .unwrap()
                .attempts
                .push(attempt.id.to_string());
            let Some(after) = hang_up_after else { return };
            sleep(after).await;
            let attempt = dialer.attempt(attempt.id).await.unwrap().attempt;
            if attempt.hangable && dialer.hang_up(attempt.id).await.is_ok() {
                pressed.lock().unwrap().hung_up += 1;
            }
        });
    }

    /// What a person does without calling.
    async fn look(&mut self, agent: usize) {
        let agent = &self.agents[agent];
        let half = &agent.email[..agent.email.len() / 4];
        // The server may be failing just now.
        drop(self.dialer.find_agents(half).await);
        drop(self.dialer.choose_agent(&agent.id).await);
        self.dialer.start().await.unwrap();
        let query = HistoryQuery {
            search: "555".to_owned(),
            limit: 100,
            ..HistoryQuery::default()
        };
        self.dialer.history(query).await.unwrap();
    }

    /// Holds the log against the server: everything of the hour is over by now.
    fn compare(&mut self, hour: usize) {
        let record = Record::of(self.world.dir.path());
        let attempts = &record.attempts[self.compared..];
        let calls = self.world.sandbox.calls();
        let mut wrong = differences(attempts, &calls);
        wrong.extend(record.damage.iter().cloned());
        for attempt in attempts {
            if attempt.is_open() {
                wrong.push(format!("no end: {attempt:?}"));
            }
            let end = match (&attempt.settling, &attempt.end_reason) {
                (_, Some(reason)) => format!("placed, {reason}"),
                (Some(settling), None) => format!("{}, {settling}", attempt.outcome),
                (None, None) => attempt.outcome.clone(),
            };
            *self.ends.entry(end).or_default() += 1;
        }
        let mut pressed = self.pressed.lock().unwrap();
        for id in pressed.attempts.drain(..) {
            if !attempts.iter().any(|attempt| attempt.id == id) {
                wrong.push(format!("attempt {id} was shown and is lost"));
            }
        }
        wrong.append(&mut pressed.wrong);
        drop(pressed);
        self.compared = record.attempts.len();
        self.calls += calls.len();
        for line in wrong {
            println!("      WRONG in hour {hour}: {line}");
            self.wrong.push(line);
        }
    }

    pub(crate) fn summary(&self) -> String {
        let pressed = self.pressed.lock().unwrap();
        let counts = |all: &mut dyn Iterator<Item = (String, usize)>| {
            let lines: Vec<_> = all
                .map(|(what, count)| format!("  {count:5}  {what}"))
                .collect();
            lines.join("\n")
        };
        let ends = counts(&mut self.ends.iter().map(|(end, count)| (end.clone(), *count)));
        let faults = counts(
            &mut self
                .faults
                .iter()
                .map(|(fault, count)| ((*fault).to_owned(), *count)),
        );
        format!(
            "{} attempts, {} calls at the server, {} presses asked first, {} hung up, \
             {} requests, {} events\nhow they ended:\n{ends}\nfaults:\n{faults}\n",
            self.compared,
            self.calls,
            pressed.asked,
            pressed.hung_up,
            self.requests,
            self.host.events.load(Ordering::Relaxed)
        )
    }
}

async fn open(world: &World, host: &Arc<Counter>) -> Dialer {
    let config = DialerConfig {
        data_dir: DataDir::open(world.dir.path()).unwrap(),
        host: Arc::clone(host) as Arc<dyn Host>,
        transport: Arc::clone(&world.transport),
        clock: Arc::clone(&world.clock),
        secrets: Arc::clone(&world.secrets),
        timeouts: world.timeouts,
        version: "0.0.0-test".to_owned(),
        suggested_hosts: None,
        network: None,
        role: dialer::Role::Window,
    };
    Dialer::open(config).await.unwrap()
}

/// Agents who can be called through.
fn emails(sandbox: &Sandbox) -> Vec<String> {
    let agents = sandbox.agents().into_iter();
    agents
        .filter(|agent| agent.active && agent.has_station && !agent.on_call)
        .map(|agent| agent.email)
        .take(8)
        .collect()
}

fn name(fault: &Fault) -> &'static str {
    match fault {
        Fault::Status { status: 429, .. } => "rate limits",
        Fault::Status { .. } => "server errors",
        Fault::DropBefore | Fault::DropAfter | Fault::Truncate => "lost connections",
        Fault::DropSocket { .. } => "sockets dropped",
        Fault::ClosingNotice { .. } => "sockets closed with notice",
        Fault::EvictChannel { .. } => "channels evicted",
        Fault::DeafSocket => "sockets gone deaf",
        Fault::LoseSnapshot | Fault::GarbleSnapshot => "snapshots lost",
        _ => "others",
    }
}
