//! A host without a window: places one call over real sockets and says what becomes of it.
//!
//! It shows how little a host has to bring, and the tests kill it in the middle of a call.
//!
//! `headless DATA_DIR BASE_URL CLIENT_ID place EMAIL NUMBER` places a call and follows it;
//! `again` instead of `place` calls also where another call may be on;
//! `headless DATA_DIR BASE_URL CLIENT_ID history` settles what was left and lists the history.
//! The client secret is the first line of standard input. Every line of output is JSON.

use std::io::Write;
use std::sync::Arc;
use std::time::Duration;

use dialer::attempt::{AttemptId, Via};
use dialer::data_dir::DataDir;
use dialer::host::{Host, SandboxConnection};
use dialer::problem::{Problem, ProblemCode};
use dialer::secret::MemoryStore;
use dialer::timeouts::Timeouts;
use dialer::view::{DialectName, Event, HistoryQuery, PlaceRequest, ProfileForm, Verdict};
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
}

#[tokio::main]
async fn main() -> Result<(), Failure> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    let (&[data_dir, base_url, client_id], wanted) = args
        .split_first_chunk::<3>()
        .ok_or("headless DATA_DIR BASE_URL CLIENT_ID …")?;
    let timeouts = Timeouts::default();
    let dialer = Dialer::open(DialerConfig {
        data_dir: DataDir::open(data_dir).map_err(told)?,
        host: Arc::new(Printer),
        transport: Arc::new(HttpTransport::new(timeouts.connect)?),
        clock: Arc::new(SystemClock::new()),
        secrets: Arc::new(MemoryStore::default()),
        timeouts,
        version: env!("CARGO_PKG_VERSION").to_owned(),
        suggested_hosts: None,
    })
    .await
    .map_err(told)?;
    connect(&dialer, base_url, client_id).await?;
    match wanted {
        ["place", email, number] => place(&dialer, email, number, false).await,
        ["again", email, number] => place(&dialer, email, number, true).await,
        ["history"] => history(&dialer).await,
        _ => Err("place EMAIL NUMBER, again EMAIL NUMBER, or history".into()),
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
        caller_id: None,
        queue_id: None,
    };
    dialer
        .save_profile(form, Some(secret))
        .await
        .map_err(told)?;
    Ok(())
}

async fn place(dialer: &Dialer, email: &str, number: &str, again: bool) -> Result<(), Failure> {
    let profile = dialer
        .start()
        .await
        .map_err(told)?
        .profile
        .ok_or("no profile")?;
    let found = dialer.find_agents(email).await.map_err(told)?;
    let agent = found
        .iter()
        .find(|agent| agent.email == email)
        .ok_or("no such agent")?;
    dialer.choose_agent(&agent.id).await.map_err(told)?;
    let preview = dialer.preview_number(number, "US");
    let request = PlaceRequest {
        id: AttemptId::mint(),
        profile_id: profile.id,
        agent_id: agent.id.clone(),
        typed: number.to_owned(),
        country: "US".to_owned(),
        e164: preview.e164.ok_or("this cannot be dialled")?,
        confirmed: preview.verdict == Verdict::Possible,
        again,
        via: Via::CommandLine,
    };
    let mut attempt = dialer.place_call(request).await.map_err(told)?;
    while attempt.live {
        tokio::time::sleep(Duration::from_millis(100)).await;
        attempt = dialer.attempt(attempt.id).await.map_err(told)?.attempt;
    }
    Ok(())
}

async fn history(dialer: &Dialer) -> Result<(), Failure> {
    let query = HistoryQuery {
        limit: 100,
        ..HistoryQuery::default()
    };
    for row in dialer.history(query).await.map_err(told)?.rows {
        print(&row);
    }
    Ok(())
}

/// A problem as its code: its texts belong to the catalogue.
fn told(problem: Problem) -> Failure {
    problem.code.as_str().into()
}

fn print(value: &impl Serialize) {
    if let Ok(line) = serde_json::to_string(value) {
        // Where nobody reads any more, there is nobody to tell.
        drop(writeln!(std::io::stdout().lock(), "{line}"));
    }
}
