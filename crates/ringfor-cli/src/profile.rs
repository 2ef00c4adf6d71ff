//! `ringfor profile`: the connections, those of the window.

use dialer::problem::Problem;
use dialer::view::{CallOptions, Colour, ProfileForm, ProfileView, SignIn};

use crate::args::{ProfileAddArgs, ProfileCommand, Shared};
use crate::exit::{Exit, Stop};
use crate::json::{ProfileObject, ProfilesObject};
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
    let session = Session::open_without_profile().await?;
    match command {
        ProfileCommand::Add(args) => add(&session, args, terminal).await,
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
        ProfileCommand::Check { name } => check(&session, name, shared, terminal).await,
    }
}

async fn add(session: &Session, args: ProfileAddArgs, terminal: &Terminal) -> Result<Exit, Stop> {
    let secret = secret::ask(&terminal.text("cli-secret-prompt", &[]))?;
    let form = ProfileForm {
        id: None,
        name: args.name,
        region: args.region,
        api_url: args.api_url,
        login_url: args.login_url,
        client_id: args.client_id,
        dialect: args.dialect.into(),
        this_run_only: false,
        sign_in: SignIn::Client,
        colour: Colour::Plain,
        options: CallOptions {
            caller_id: args.caller_id,
            queue_id: args.queue,
            ..CallOptions::default()
        },
    };
    let profile = session.dialer.save_profile(form, Some(secret)).await?;
    told(&profile, terminal)
}

fn told(profile: &ProfileView, terminal: &Terminal) -> Result<Exit, Stop> {
    if terminal.json() {
        terminal.object(&ProfileObject::from(profile))?;
    } else {
        terminal.line(&profile.name)?;
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
        terminal.line(&line(profile))?;
    }
    Ok(Exit::Done)
}

fn line(profile: &ProfileView) -> String {
    let place = profile.region.clone().or_else(|| {
        let hosts = profile.hosts.as_ref();
        hosts.map(|hosts| hosts.api_url.clone())
    });
    let mark = if profile.active { "*" } else { "" };
    format!("{mark}\t{}\t{}", profile.name, place.unwrap_or_default())
}

async fn check(
    session: &Session,
    name: Option<String>,
    shared: &Shared,
    terminal: &Terminal,
) -> Result<Exit, Stop> {
    let name = name.or_else(|| shared.profile.clone());
    let id = match name {
        Some(name) => session.profile_named(&name).await?.id,
        None => session.dialer.profile().await?.id,
    };
    let steps = session.dialer.check_connection(&id, None).await?;
    let failed: Vec<&Problem> = steps
        .iter()
        .filter_map(|step| step.problem.as_ref())
        .collect();
    if terminal.json() {
        terminal.object(&serde_json::json!({ "steps": steps }))?;
    }
    for problem in &failed {
        terminal.problem(problem);
    }
    Ok(failed
        .first()
        .map_or(Exit::Done, |problem| Exit::of_problem(problem.code)))
}
