//! `ringfor call`: number → agent → press → outcome, and with `--wait` the end.

use dialer::Dialer;
use dialer::attempt::{AttemptId, Via};
use dialer::number::Country;
use dialer::problem::{Problem, ProblemCode};
use dialer::profile::Profile;
use dialer::view::{CallOptions, NumberPreview, PlaceRequest, Verdict};

use crate::args::{CallArgs, Shared};
use crate::exit::{Exit, Stop};
use crate::follow::{self, Until};
use crate::interrupt::Interrupts;
use crate::press::press;
use crate::session::Session;
use crate::terminal::Terminal;

/// Places one call.
///
/// # Errors
/// Everything that keeps a call from becoming an attempt; nothing was sent then.
pub(crate) async fn run(
    args: &CallArgs,
    shared: &Shared,
    interrupts: &mut Interrupts,
    terminal: &Terminal,
) -> Result<Exit, Stop> {
    let cancelled = || Problem::new(ProblemCode::Cancelled);
    let mut session = tokio::select! {
        session = Session::open(shared) => session?,
        () = interrupts.next() => return Err(cancelled().into()),
    };
    let dialer = session.dialer.clone();
    let profile = dialer.profile().await?;
    // Another one may be taken into use meanwhile: look-up, options and call are of this one.
    dialer.work_with(&profile.id);
    let country = country(&dialer, &profile, args.country.as_deref())?;
    let number = number(&dialer, &args.to, country, args.possible)?;
    terminal.progress(&format!(
        "{} → {}",
        number.typed,
        number.display.as_deref().unwrap_or_default()
    ));
    let agent = tokio::select! {
        agent = dialer.look_up_agent(args.agent.as_deref().unwrap_or_default()) => agent?,
        () = interrupts.next() => return Err(cancelled().into()),
    };
    let options = options(args, dialer.chosen_options(&agent.id).await?);
    let request = PlaceRequest {
        id: AttemptId::mint(),
        profile_id: profile.id,
        agent_id: agent.id,
        typed: args.to.clone(),
        country: country.to_string(),
        e164: number.e164.unwrap_or_default(),
        confirmed: args.possible,
        again: Vec::new(),
        options,
        via: Via::CommandLine,
    };
    let pressed = press(&dialer, request, args.again).await?;
    let until = if args.wait {
        Until::End
    } else {
        Until::Outcome
    };
    let seen = follow::until(&mut session, pressed, until, interrupts, terminal).await?;
    Ok(follow::tell(&seen, terminal))
}

/// What the call asks for beside the number.
fn options(args: &CallArgs, mut options: CallOptions) -> CallOptions {
    if let Some(queue) = &args.queue {
        options.queue_id = Some(queue.clone());
        options.queue_name = None;
    }
    if args.caller_id.is_some() {
        options.caller_id.clone_from(&args.caller_id);
    }
    if args.caller_name.is_some() {
        options.caller_name.clone_from(&args.caller_name);
    }
    options
}

/// The country for a number without `+`.
fn country(
    dialer: &Dialer,
    profile: &Profile,
    asked_for: Option<&str>,
) -> Result<Country, Problem> {
    let code = match asked_for {
        Some(code) => code.to_owned(),
        None => dialer.country_of(Some(profile)),
    };
    Country::parse(&code)
        .ok_or_else(|| Problem::new(ProblemCode::CountryUnknown).with("country", code))
}

/// What the text dials, where it may be dialled.
fn number(
    dialer: &Dialer,
    typed: &str,
    country: Country,
    possible: bool,
) -> Result<NumberPreview, Problem> {
    let mut preview = dialer.preview_number(typed, country.as_str());
    let may_be_dialled = match preview.verdict {
        Verdict::Valid => true,
        Verdict::Possible => possible,
        Verdict::Empty | Verdict::Impossible => false,
    };
    if may_be_dialled {
        return Ok(preview);
    }
    let empty = || Problem::new(ProblemCode::NumberEmpty);
    Err(preview.problem.take().unwrap_or_else(empty))
}
