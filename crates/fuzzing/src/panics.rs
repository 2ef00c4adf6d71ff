//! Panics of every thread. A runtime catches those of its tasks, so the caught ones count as well.

use std::panic::PanicHookInfo;
use std::sync::{Mutex, MutexGuard, PoisonError};

static SEEN: Mutex<Vec<String>> = Mutex::new(Vec::new());

/// Notes panics from now on instead of printing them: shrinking repeats them many times.
pub(crate) fn note() {
    std::panic::set_hook(Box::new(|panic: &PanicHookInfo<'_>| {
        seen().push(panic.to_string());
    }));
}

/// What panicked since the last time.
pub(crate) fn take() -> Vec<String> {
    std::mem::take(&mut *seen())
}

fn seen() -> MutexGuard<'static, Vec<String>> {
    SEEN.lock().unwrap_or_else(PoisonError::into_inner)
}
