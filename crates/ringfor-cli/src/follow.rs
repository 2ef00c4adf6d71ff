//! Following an attempt from a command, and `ringfor follow`.

use std::io;
use std::time::Duration;

use dialer::attempt::{CallState, Outcome};
use dialer::problem::{Problem, ProblemCode};
use dialer::view::{AttemptView, Event, SettlingState};

use crate::args::Shared;
use crate::exit::{Exit, Stop};
use crate::interrupt::Interrupts;
use crate::json::AttemptObject;
use crate::named;
use crate::session::Session;
use crate::terminal::Terminal;

/// Between two looks into the log, for an attempt that another process looks after.
const READ_EVERY: Duration = Duration::from_secs(1);

/// How far an attempt is waited for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Until {
    /// Until it is placed, refused or unknown.
    Outcome,
    /// Until the call is over, or its look-up.
    End,
}

/// What was seen of an attempt.
pub(crate) struct Seen {
    pub(crate) attempt: AttemptView,
    /// Somebody wanted the command to end before.
    pub(crate) interrupted: bool,
    /// The server does not let its call be read, so its end is not seen.
    pub(crate) unreadable: bool,
}

/// Follows an attempt to its end, whoever placed it.
///
/// # Errors
/// `attempt_missing`, `attempt_ambiguous`, and those of the log.
pub(crate) async fn run(
    attempt: &str,
    shared: &Shared,
    interrupts: &mut Interrupts,
    terminal: &Terminal,
) -> Result<Exit, Stop> {
    let mut session = tokio::select! {
        session = Session::open(shared) => session?,
        () = interrupts.next() => return Ok(Exit::Interrupted),
    };
    let id = named::attempt(&session.dialer, attempt).await?;
    let ours = session.dialer.look_after(id).await?;
    let attempt = session.dialer.attempt(id).await?.attempt;
    let seen = if ours {
        until(&mut session, attempt, Until::End, interrupts, terminal).await?
    } else {
        from_the_log(&mut session, attempt, interrupts, terminal).await?
    };
    Ok(tell(&seen, terminal))
}

/// Follows an attempt that this process looks after.
///
/// # Errors
/// Those of the log.
pub(crate) async fn until(
    session: &mut Session,
    mut attempt: AttemptView,
    until: Until,
    interrupts: &mut Interrupts,
    terminal: &Terminal,
) -> Result<Seen, Problem> {
    let id = attempt.id;
    let mut cancelled = false;
    let mut shown = None;
    while !is_seen(&attempt, until) {
        tokio::select! {
            event = session.events.recv() => match event {
                Some(Event::Attempt { attempt: changed }) if changed.id == id => {
                    attempt = *changed;
                    show(&attempt, &mut shown, terminal);
                }
                Some(Event::Notice { problem }) => {
                    terminal.problem(&problem);
                    let placed = attempt.outcome == Outcome::Placed;
                    if placed && problem.code == ProblemCode::CallUnreadable {
                        return Ok(Seen { attempt, interrupted: false, unreadable: true });
                    }
                }
                Some(_) => {}
                None => break,
            },
            () = interrupts.next() => {
                let pending = attempt.outcome == Outcome::Pending;
                if !pending || cancelled {
                    return Ok(Seen { attempt, interrupted: true, unreadable: false });
                }
                // What has left already tells by its answer, which is waited for.
                cancelled = true;
                session.dialer.cancel_call(id).await?;
            }
        }
    }
    Ok(Seen {
        attempt,
        interrupted: false,
        unreadable: false,
    })
}

/// Follows an attempt of another process by what that one writes down, for as long as it lives.
async fn from_the_log(
    session: &mut Session,
    mut attempt: AttemptView,
    interrupts: &mut Interrupts,
    terminal: &Terminal,
) -> Result<Seen, Problem> {
    let mut shown = None;
    show(&attempt, &mut shown, terminal);
    while !is_seen(&attempt, Until::End) {
        tokio::select! {
            () = tokio::time::sleep(READ_EVERY) => {}
            () = interrupts.next() => return Ok(Seen { attempt, interrupted: true, unreadable: false }),
        }
        let is_ours_now = session.dialer.look_after(attempt.id).await?;
        attempt = session.dialer.attempt(attempt.id).await?.attempt;
        if is_ours_now {
            return until(session, attempt, Until::End, interrupts, terminal).await;
        }
        show(&attempt, &mut shown, terminal);
    }
    Ok(Seen {
        attempt,
        interrupted: false,
        unreadable: false,
    })
}

fn is_seen(attempt: &AttemptView, until: Until) -> bool {
    match (attempt.outcome, until) {
        (Outcome::Pending, _) => false,
        (Outcome::Refused, _) | (_, Until::Outcome) => true,
        (Outcome::Placed, Until::End) => attempt.ended_at.is_some(),
        (Outcome::Unknown, Until::End) => attempt.settling.as_ref().is_some_and(|settling| {
            settling.state != SettlingState::Searching && settling.until.is_some()
        }),
    }
}

/// Says each step once.
fn show(
    attempt: &AttemptView,
    shown: &mut Option<(Outcome, Option<CallState>)>,
    terminal: &Terminal,
) {
    let now = (attempt.outcome, attempt.call_state);
    if *shown == Some(now) {
        return;
    }
    *shown = Some(now);
    let seconds = attempt.elapsed_ms.max(0) / 1000;
    let word = state_word(attempt, terminal);
    terminal.progress(&format!("{}:{:02}  {word}", seconds / 60, seconds % 60));
}

/// The word for where an attempt is.
pub(crate) fn state_word(attempt: &AttemptView, terminal: &Terminal) -> String {
    let key = match (attempt.end_reason, attempt.call_state) {
        (Some(reason), _) => format!("end-reason-{}", dashed(reason.as_str())),
        (None, Some(state)) => format!("call-state-{}", dashed(state.as_str())),
        (None, None) => format!("outcome-{}", attempt.outcome.as_str()),
    };
    terminal.text(&key, &[])
}

fn dashed(word: &str) -> String {
    word.replace('_', "-")
}

/// Tells what became of an attempt, on standard error where nothing can be written where results go.
pub(crate) fn tell(seen: &Seen, terminal: &Terminal) -> Exit {
    let attempt = &seen.attempt;
    let told = match terminal.json() {
        true => terminal.object(&AttemptObject::of(attempt)),
        false => row(attempt, terminal),
    };
    if let Err(error) = told {
        // Who called goes by the exit code, and that is of the call.
        terminal.aside(&format!("ringfor: {error}"));
        let fields = [attempt.outcome.as_str(), &attempt.id.to_string()];
        terminal.aside(&fields.join(" "));
    }
    if let Some(problem) = &attempt.problem {
        terminal.problem(problem);
    }
    if seen.unreadable {
        return Exit::NotDone;
    }
    if !seen.interrupted {
        return Exit::of_attempt(attempt);
    }
    if attempt.outcome == Outcome::Placed {
        let id = attempt.id.to_string();
        terminal.aside(&terminal.text("cli-call-goes-on", &[("attempt", &id)]));
    }
    Exit::Interrupted
}

/// Writes an attempt as a row: outcome and state, number, agent, id.
fn row(attempt: &AttemptView, terminal: &Terminal) -> io::Result<()> {
    let outcome = terminal.text(&format!("outcome-{}", attempt.outcome.as_str()), &[]);
    let state = attempt.call_state.map(|_| state_word(attempt, terminal));
    let id = attempt.id.to_string();
    let mut fields = vec![outcome.as_str()];
    fields.extend(state.as_deref());
    fields.extend([&attempt.display, &attempt.agent_name, id.as_str()]);
    terminal.line(&fields)
}
