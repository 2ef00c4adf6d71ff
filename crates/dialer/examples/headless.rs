//! A host without a window: places one call over real sockets and says what becomes of it.
//!
//! It shows how little a host has to bring, and the tests kill it in the middle of a call.
//!
//! `headless DATA_DIR BASE_URL CLIENT_ID place EMAIL NUMBER` places a call and follows it;
//! `again` instead of `place` calls also where another call may be on;
//! `choose EMAIL` only chooses an agent; `history` settles what was left and lists the history;
//! `finish` does so once everything has ended.
//!
//! Options come last: `--id ID` is the press, `--at-once` takes an agent that was chosen before
//! without asking the server, `--hang-up-after MS` hangs up that long after the call was placed,
//! `--settling MS` is how long an unknown outcome is looked up.
//!
//! The client secret is the first line of standard input. Every line of output is JSON.

use std::io::Write;
use std::sync::Arc;
use std::time::{Duration, Instant};

use dialer::attempt::{AttemptId, Via};
use dialer::data_dir::DataDir;
use dialer::host::{Host, PageText, SandboxConnection, SignInPage};
use dialer::problem::{Problem, ProblemCode};
use dialer::secret::MemoryStore;
use dialer::timeouts::Timeouts;
use dialer::view::{
    AttemptView, Confirmed, DialectName, Event, HistoryQuery, PlaceRequest, ProfileForm,
    SettlingState, Verdict,
};
use dialer::{Dialer, DialerConfig};
use futures_util::FutureExt;
use futures_util::future::{BoxFuture, ready};
use genesys_cloud::clock::SystemClock;
use genesys_cloud::transport::HttpTransport;
use secrecy::SecretString;
use serde::Serialize;

type Failure = Box<dyn std::error::Error>;

/// Prints what happens, one JSON object a line.
struct Printer;

impl Host for Printer {
    fn emit(&self, event: Event) {
        print(&event);
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

/// What it does, told as it happens.
#[derive(Serialize)]
#[serde(tag = "step", rename_all = "snake_case")]
enum Step {
    Opening,
    Open,
    Pressed { id: AttemptId },
    HangingUp,
    Stopped { code: &'static str },
}

/// What was asked for after the connection.
#[derive(Default)]
struct Asked {
    words: Vec<String>,
    id: Option<AttemptId>,
    at_once: bool,
    hang_up_after: Option<Duration>,
    settling: Option<Duration>,
}

impl Asked {
    fn read(mut args: impl Iterator<Item = String>) -> Result<Self, Failure> {
        let mut asked = Self::default();
        while let Some(arg) = args.next() {
            let mut value = || args.next().ok_or("an option needs a value");
            match arg.as_str() {
                "--at-once" => asked.at_once = true,
                "--id" => asked.id = Some(serde_json::from_value(value()?.into())?),
                "--hang-up-after" => asked.hang_up_after = Some(millis(&value()?)?),
                "--settling" => asked.settling = Some(millis(&value()?)?),
                _ => asked.words.push(arg),
            }
        }
        Ok(asked)
    }
}

fn millis(text: &str) -> Result<Duration, Failure> {
    Ok(Duration::from_millis(text.parse()?))
}

#[tokio::main]
async fn main() -> Result<(), Failure> {
    let asked = Asked::read(std::env::args().skip(1))?;
    let words: Vec<&str> = asked.words.iter().map(String::as_str).collect();
    let (&[data_dir, base_url, client_id], wanted) = words
        .split_first_chunk::<3>()
        .ok_or("headless DATA_DIR BASE_URL CLIENT_ID …")?;
    let mut timeouts = Timeouts::default();
    timeouts.settling = asked.settling.unwrap_or(timeouts.settling);
    print(&Step::Opening);
    let dialer = Dialer::open(DialerConfig {
        data_dir: DataDir::open(data_dir).map_err(told)?,
        host: Arc::new(Printer),
        transport: Arc::new(HttpTransport::new(timeouts.connect)?),
        clock: Arc::new(SystemClock::new()),
        secrets: Arc::new(MemoryStore::default()),
        timeouts,
        version: env!("CARGO_PKG_VERSION").to_owned(),
        suggested_hosts: None,
        network: None,
        role: dialer::Role::Window,
    })
    .await
    .map_err(told)?;
    print(&Step::Open);
    connect(&dialer, base_url, client_id).await?;
    match wanted {
        ["place", email, number] => place(&dialer, email, number, false, &asked).await,
        ["again", email, number] => place(&dialer, email, number, true, &asked).await,
        ["choose", email] => agent(&dialer, email, false).await.map(drop),
        ["history"] => history(&dialer).await,
        ["finish"] => finish(&dialer).await,
        _ => Err("place EMAIL NUMBER, again EMAIL NUMBER, choose EMAIL, history, or finish".into()),
    }
}

async fn connect(dialer: &Dialer, base_url: &str, client_id: &str) -> Result<(), Failure> {
    let mut secret = String::new();
    std::io::stdin().read_line(&mut secret)?;
    let secret = SecretString::from(secret.trim().to_owned());
    let known = dialer.start().await.map_err(told)?.profile;
    let form = ProfileForm {
        id: known.map(|profile| profile.id),
        name: String::new(),
        region: None,
        api_url: Some(base_url.to_owned()),
        login_url: None,
        client_id: client_id.to_owned(),
        dialect: DialectName::Platform,
        this_run_only: true,
        sign_in: dialer::view::SignIn::Client,
        colour: dialer::view::Colour::Plain,
        options: dialer::view::CallOptions::default(),
    };
    dialer
        .save_profile(form, Some(secret))
        .await
        .map_err(told)?;
    Ok(())
}

async fn place(
    dialer: &Dialer,
    email: &str,
    number: &str,
    again: bool,
    asked: &Asked,
) -> Result<(), Failure> {
    let profile = dialer
        .start()
        .await
        .map_err(told)?
        .profile
        .ok_or("no profile")?;
    let agent_id = agent(dialer, email, asked.at_once).await?;
    let preview = dialer.preview_number(number, "US");
    let mut request = PlaceRequest {
        id: asked.id.unwrap_or_else(AttemptId::mint),
        profile_id: profile.id,
        agent_id,
        typed: number.to_owned(),
        country: "US".to_owned(),
        e164: preview.e164.ok_or("this cannot be dialled")?,
        confirmed: preview.verdict == Verdict::Possible,
        again: Vec::new(),
        via: Via::CommandLine,
        options: dialer::view::CallOptions::default(),
    };
    let mut attempt = loop {
        match dialer.place_call(request.clone()).await {
            Ok(attempt) => break attempt,
            Err(question) => match Confirmed::of(&question).filter(|_| again) {
                Some(yes) if !request.again.contains(&yes) => request.again.push(yes),
                _ => return Err(told(question)),
            },
        }
    };
    print(&Step::Pressed { id: attempt.id });
    let mut placed: Option<Instant> = None;
    let mut hang_up_after = asked.hang_up_after;
    while goes_on(&attempt) {
        tokio::time::sleep(Duration::from_millis(20)).await;
        attempt = dialer.attempt(attempt.id).await.map_err(told)?.attempt;
        if attempt.hangable {
            let since = placed.get_or_insert_with(Instant::now).elapsed();
            if hang_up_after.take_if(|after| since >= *after).is_some() {
                print(&Step::HangingUp);
                dialer.hang_up(attempt.id).await.map_err(told)?;
            }
        }
    }
    Ok(())
}

/// The agent with this e-mail, chosen.
async fn agent(dialer: &Dialer, email: &str, at_once: bool) -> Result<String, Failure> {
    // Nothing typed lists those that were chosen before.
    let query = if at_once { "" } else { email };
    let found = dialer.find_agents(query).await.map_err(told)?;
    let agent = found
        .iter()
        .find(|agent| agent.email == email)
        .ok_or("no such agent")?;
    if !at_once {
        dialer.choose_agent(&agent.id).await.map_err(told)?;
    }
    Ok(agent.id.clone())
}

async fn history(dialer: &Dialer) -> Result<(), Failure> {
    for row in rows(dialer).await? {
        print(&row);
    }
    Ok(())
}

async fn finish(dialer: &Dialer) -> Result<(), Failure> {
    while rows(dialer).await?.iter().any(goes_on) {
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    history(dialer).await
}

async fn rows(dialer: &Dialer) -> Result<Vec<AttemptView>, Failure> {
    let mut rows = Vec::new();
    let mut before = None;
    loop {
        let query = HistoryQuery {
            before,
            limit: 200,
            ..HistoryQuery::default()
        };
        let page = dialer.history(query).await.map_err(told)?;
        rows.extend(page.rows);
        before = page.next;
        if before.is_none() {
            return Ok(rows);
        }
    }
}

/// Whether more will become of it.
fn goes_on(attempt: &AttemptView) -> bool {
    let settling = attempt.settling.as_ref();
    attempt.live || settling.is_some_and(|settling| settling.state == SettlingState::Searching)
}

/// A problem as its code: its texts belong to the catalogue.
fn told(problem: Problem) -> Failure {
    let code = problem.code.as_str();
    print(&Step::Stopped { code });
    code.into()
}

fn print(value: &impl Serialize) {
    if let Ok(line) = serde_json::to_string(value) {
        // Where nobody reads any more, there is nobody to tell.
        drop(writeln!(std::io::stdout().lock(), "{line}"));
    }
}
