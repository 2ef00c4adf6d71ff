//! Ends the process where a case does not end, or eats the machine's memory.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use crate::memory;

/// What the process ends with where a case hung.
pub(crate) const HUNG: i32 = 81;
/// What the process ends with where a case took memory without an end.
pub(crate) const GREEDY: i32 = 82;

/// How often is looked.
const INTERVAL: Duration = Duration::from_millis(20);
/// How far beyond the limit memory may go before the case is not left to end by itself.
const GRACE: usize = 512 * 1024 * 1024;

/// Looks after one case at a time.
#[derive(Clone)]
pub(crate) struct Watch {
    began: Arc<Mutex<Option<Instant>>>,
}

impl Watch {
    /// Watches in the background. A case that ends late is reported by itself; one that takes twice as long hangs.
    pub(crate) fn start(time: Duration, most_memory: usize) -> Self {
        let watch = Self {
            began: Arc::default(),
        };
        let own = watch.clone();
        std::thread::spawn(move || {
            loop {
                std::thread::sleep(INTERVAL);
                if own.began().is_some_and(|began| began.elapsed() > time * 2) {
                    std::process::exit(HUNG);
                }
                if memory::now() > most_memory.saturating_add(GRACE) {
                    std::process::exit(GREEDY);
                }
            }
        });
        watch
    }

    /// A case begins, or none is on any more.
    pub(crate) fn set(&self, began: Option<Instant>) {
        *self.began.lock().unwrap_or_else(PoisonError::into_inner) = began;
    }

    fn began(&self) -> Option<Instant> {
        *self.began.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
