//! `ringfor hangup`, for calls of the window and of earlier commands too.

use std::time::Duration;

use dialer::attempt::Outcome;

use crate::args::{HangupArgs, Shared};
use crate::exit::{Exit, Stop};
use crate::follow::{self, Seen};
use crate::named;
use crate::press::{is_on, pending};
use crate::session::Session;
use crate::terminal::Terminal;

/// How often the end of a call that was hung up is looked for, and how long between.
const LOOKS: u32 = 5;
const BETWEEN: Duration = Duration::from_secs(1);

/// Hangs up, and notes the end where nobody else does.
///
/// # Errors
/// `attempt_missing`, `attempt_ambiguous`, `call_pending`, `hang_up_denied`, and those of connection
/// and log.
pub(crate) async fn run(
    args: &HangupArgs,
    shared: &Shared,
    terminal: &Terminal,
) -> Result<Exit, Stop> {
    let session = Session::open(shared).await?;
    let dialer = &session.dialer;
    let id = named::attempt(dialer, &args.attempt).await?;
    let mut attempt = dialer.attempt(id).await?.attempt;
    if attempt.outcome == Outcome::Pending {
        return Err(pending(&attempt).into());
    }
    if is_on(&attempt) {
        if args.for_everybody {
            dialer.hang_up_all(id).await?;
        } else {
            dialer.hang_up(id).await?;
        }
        for look in 0..LOOKS {
            if look > 0 {
                tokio::time::sleep(BETWEEN).await;
            }
            // The process that follows the call writes its end down; where there is none, this does.
            attempt = dialer.look(id).await?;
            if !is_on(&attempt) {
                break;
            }
        }
    }
    let unknown = attempt.outcome == Outcome::Unknown;
    let seen = Seen {
        attempt,
        interrupted: false,
        unreadable: false,
    };
    follow::tell(&seen, terminal);
    Ok(if unknown { Exit::Unknown } else { Exit::Done })
}
