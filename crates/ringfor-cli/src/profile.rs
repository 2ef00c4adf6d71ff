//! `ringfor profile`: the connections, those of the window.

use std::io;
use std::path::Path;

use dialer::problem::Problem;
use dialer::view::{CallOptions, CheckState, CheckStep, Colour, Event, ProfileForm, ProfileView};

use secrecy::SecretString;
use serde::Serialize;

use crate::args::{ProfileAddArgs, ProfileCommand, Shared, SignInWord};
use crate::exit::{Exit, Stop};
use crate::json::{ImportObject, ProfileObject, ProfilesObject};
use crate::secret;
use crate::session::Session;
use crate::terminal::Terminal;

/// Carries one of the commands out.
///
/// # Errors
/// `profile_missing`; those of a form, the keyring and the log.
pub(crate) async fn run(
    command: ProfileCommand,
    shared: &Shared,
    terminal: &Terminal,
) -> Result<Exit, Stop> {
    let mut session = Session::open_without_profile().await?;
    match command {
        ProfileCommand::Add(args) => add(&session, args, terminal).await,
        ProfileCommand::Import { file } => import(&session, &file, terminal).await,
        ProfileCommand::List => list(&session, terminal).await,
        ProfileCommand::Use { name } => {
            let profile = session.profile_named(&name).await?;
            let profile = session.dialer.use_profile(&profile.id).await?;
            told(&profile, terminal)
        }
        ProfileCommand::Remove { name } => {
            let profile = session.profile_named(&name).await?;
            session.dialer.remove_profile(&profile.id).await?;
            told(&profile, terminal)
        }
        ProfileCommand::Check { name } => {
            check(&mut session, name.as_ref(), shared, terminal).await
        }
    }
}

async fn add(session: &Session, args: ProfileAddArgs, terminal: &Terminal) -> Result<Exit, Stop> {
    // A public client has none.
    let secret = match args.sign_in {
        SignInWord::Pkce => None,
        SignInWord::Client | SignInWord::Code => Some(ask_secret(terminal).await?),
    };
    let form = ProfileForm {
        id: None,
        name: args.name,
        region: args.region,
        api_url: args.api_url,
        login_url: args.login_url,
        client_id: args.client_id,
        dialect: args.dialect.into(),
        this_run_only: args.no_keyring,
        sign_in: args.sign_in.into(),
        colour: Colour::Plain,
        options: CallOptions {
            caller_id: args.caller_id,
            queue_id: args.queue,
            ..CallOptions::default()
        },
    };
    let profile = session.dialer.save_profile(form, secret).await?;
    told(&profile, terminal)
}

async fn ask_secret(terminal: &Terminal) -> Result<SecretString, Problem> {
    // The catalogue keeps no space at the end of a text.
    let prompt = format!("{} ", terminal.text("cli-secret-prompt", &[]));
    secret::elsewhere(move || secret::ask(&prompt)).await
}

async fn import(session: &Session, file: &Path, terminal: &Terminal) -> Result<Exit, Stop> {
    let import = session.dialer.import_env(file).await?;
    if terminal.json() {
        terminal.object(&ImportObject::from(&import))?;
    } else {
        let fields = [
            Some(import.profile.name.as_str()),
            import.agent_email.as_deref(),
            import.number.as_deref(),
        ];
        let line: Vec<&str> = fields.into_iter().flatten().collect();
        terminal.line(&line)?;
    }
    if let Some(problem) = &import.agent_problem {
        terminal.problem(problem);
    }
    terminal.aside(&terminal.text("cli-import-done", &[("path", &import.path)]));
    Ok(Exit::Done)
}

/// Tells of one profile.
///
/// # Errors
/// Those of the output.
pub(crate) fn told(profile: &ProfileView, terminal: &Terminal) -> Result<Exit, Stop> {
    if terminal.json() {
        terminal.object(&ProfileObject::from(profile))?;
    } else {
        terminal.line(&[&profile.name])?;
    }
    Ok(Exit::Done)
}

async fn list(session: &Session, terminal: &Terminal) -> Result<Exit, Stop> {
    let profiles = session.dialer.profiles().await?;
    if terminal.json() {
        terminal.object(&ProfilesObject {
            profiles: profiles.iter().map(Into::into).collect(),
        })?;
        return Ok(Exit::Done);
    }
    for profile in &profiles {
        row(profile, terminal)?;
    }
    Ok(Exit::Done)
}

fn row(profile: &ProfileView, terminal: &Terminal) -> io::Result<()> {
    let place = profile.region.clone().or_else(|| {
        let hosts = profile.hosts.as_ref();
        hosts.map(|hosts| hosts.api_url.clone())
    });
    let mark = if profile.active { "*" } else { "" };
    terminal.line(&[mark, &profile.name, &place.unwrap_or_default()])
}

async fn check(
    session: &mut Session,
    name: Option<&String>,
    shared: &Shared,
    terminal: &Terminal,
) -> Result<Exit, Stop> {
    let id = session.id_of(name.or(shared.profile.as_ref())).await?;
    if shared.secret_stdin {
        session.lend_secret(&id).await?;
    }
    let dialer = session.dialer.clone();
    let checking = dialer.check_connection(&id, None);
    tokio::pin!(checking);
    let steps = loop {
        tokio::select! {
            steps = &mut checking => break steps?,
            Some(event) = session.events.recv() => {
                if let Event::Check { step, .. } = event
                    && step.state == CheckState::Running
                {
                    terminal.progress(&step_fields(&step, terminal).join("\t"));
                }
            }
        }
    };
    if terminal.json() {
        terminal.object(&serde_json::json!({ "steps": steps }))?;
    }
    for step in &steps {
        if !terminal.json() {
            let fields = step_fields(step, terminal);
            terminal.line(&fields.iter().map(String::as_str).collect::<Vec<_>>())?;
        }
        if let Some(problem) = &step.problem {
            terminal.problem(problem);
        }
    }
    let mut failed = steps.iter().filter(|step| step.state == CheckState::Failed);
    let problem = failed.find_map(|step| step.problem.as_ref());
    Ok(problem.map_or(Exit::Done, |problem| {
        Exit::of_problem(problem.code).without_a_call()
    }))
}

fn step_fields(step: &CheckStep, terminal: &Terminal) -> Vec<String> {
    let name = terminal.text(&format!("check-step-{}", word(&step.name)), &[]);
    let state = terminal.text(&format!("check-state-{}", word(&step.state)), &[]);
    let facts = step.facts.values().cloned();
    [name, state].into_iter().chain(facts).collect()
}

/// A word of the domain as the keys of texts have it.
fn word(value: &impl Serialize) -> String {
    let word = serde_json::to_value(value).unwrap_or_default();
    word.as_str().unwrap_or_default().replace('_', "-")
}
