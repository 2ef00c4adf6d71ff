//! `ringfor sandbox`: a simulated Genesys Cloud in the foreground.

use std::net::SocketAddr;

use dialer::problem::{Problem, ProblemCode};
use dialer::view::{CallOptions, Colour, DialectName, ProfileForm, SignIn};
use genesys_sandbox::{Config, Dialect, Running, Sandbox};

use crate::args::SandboxArgs;
use crate::exit::{Exit, Stop};
use crate::interrupt::Interrupts;
use crate::session::Session;
use crate::terminal::Terminal;

/// *Ring* on the keys of a phone, and above what systems hand out or reserve.
const PORT: u16 = 17_464;

/// Runs until it is interrupted.
///
/// # Errors
/// `sandbox_failed`; those of keyring and log.
pub(crate) async fn run(
    args: &SandboxArgs,
    interrupts: &mut Interrupts,
    terminal: &Terminal,
) -> Result<Exit, Stop> {
    let dialect: DialectName = args.dialect.into();
    let running = start(args, dialect).await?;
    let session = Session::open_without_profile().await?;
    let name = format!("Sandbox {}", running.base_url.trim_start_matches("http://"));
    let profiles = session.dialer.profiles().await?;
    let known = profiles.iter().find(|profile| profile.name == name);
    let form = ProfileForm {
        id: known.map(|profile| profile.id.clone()),
        name: name.clone(),
        region: None,
        api_url: Some(running.base_url.clone()),
        login_url: None,
        client_id: running.client_id.clone(),
        dialect,
        this_run_only: false,
        sign_in: SignIn::Client,
        colour: Colour::Plain,
        options: CallOptions::default(),
    };
    let secret = running.client_secret.clone().into();
    // A sandbox is tried beside what is in use, not in place of it.
    let dialer = &session.dialer;
    dialer.save_profile_beside(form, Some(secret)).await?;
    drop(session);
    if terminal.json() {
        terminal.object(&serde_json::json!({
            "base_url": running.base_url,
            "client_id": running.client_id,
            "profile": name,
        }))?;
    } else {
        terminal.line(&[&running.base_url])?;
        terminal.aside(&terminal.text("cli-sandbox-use", &[("profile", &name)]));
    }
    interrupts.next().await;
    running.stop().await;
    Ok(Exit::Done)
}

async fn start(args: &SandboxArgs, dialect: DialectName) -> Result<Running, Problem> {
    let accept = match dialect {
        DialectName::Platform => Dialect::Platform,
        DialectName::Participants => Dialect::Participants,
        DialectName::FromTo => Dialect::FromTo,
    };
    if !(args.speed.is_finite() && args.speed > 0.0) {
        return Err(Problem::new(ProblemCode::SandboxFailed));
    }
    let sandbox = Sandbox::new(Config {
        speed: args.speed,
        accept: vec![accept],
        ..Config::default()
    });
    let at = |port: u16| SocketAddr::from(([127, 0, 0, 1], port));
    let started = match args.port {
        Some(port) => sandbox.serve(at(port)).await,
        None => match sandbox.clone().serve(at(PORT)).await {
            Ok(running) => Ok(running),
            Err(_) => sandbox.serve(at(0)).await,
        },
    };
    started.map_err(|_| Problem::new(ProblemCode::SandboxFailed))
}
