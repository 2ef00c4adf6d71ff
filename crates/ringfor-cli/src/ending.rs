//! What a command waits for before its process ends, however it came to its end.

use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use dialer::Dialer;

use crate::interrupt::Interrupts;
use crate::terminal::Terminal;

/// A sign-in that is being refreshed when the process ends is lost. A keyring that hangs must not keep
/// the command from ending, so there is a limit.
const SIGN_INS: Duration = Duration::from_secs(35);
/// What the log could not be told, as on a full disk, is tried again for this long.
const LOG: Duration = Duration::from_secs(60);

/// The open domain. It is here because a command that is interrupted is dropped where it stands, and the
/// domain has to outlast it: with its last handle gone it writes no more.
static OPEN: Mutex<Option<Dialer>> = Mutex::new(None);

/// Keeps the domain open until [`wait`] is done.
pub(crate) fn outlast(dialer: &Dialer) {
    *OPEN.lock().unwrap_or_else(PoisonError::into_inner) = Some(dialer.clone());
}

/// Waits for what must not be cut off, and tells what still is.
pub(crate) async fn wait(interrupts: &mut Interrupts, terminal: &Terminal) {
    let open = OPEN.lock().unwrap_or_else(PoisonError::into_inner).take();
    let Some(dialer) = open else {
        return;
    };
    if !dialer.sign_ins_settled() {
        terminal.progress(&terminal.text("cli-sign-in-waits", &[]));
        // Too late is no worse than not at all.
        drop(tokio::time::timeout(SIGN_INS, dialer.until_sign_ins_settled()).await);
    }
    if dialer.unwritten().is_empty() {
        return;
    }
    tokio::select! {
        () = dialer.until_written() => return,
        () = tokio::time::sleep(LOG) => {}
        () = interrupts.next() => {}
    }
    let attempts = dialer.unwritten();
    if attempts.is_empty() {
        return;
    }
    terminal.aside(&terminal.text("cli-not-written", &[]));
    for attempt in attempts {
        let id = attempt.id.to_string();
        let conversation = attempt.conversation_id.as_deref().unwrap_or_default();
        let fields = [attempt.outcome.as_str(), &id, conversation];
        terminal.aside(fields.join("\t").trim_end());
    }
}
