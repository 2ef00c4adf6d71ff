//! One sign-in at a time for each profile: a second one ends the first.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio_util::sync::CancellationToken;

/// The sign-ins of this process that wait for a person.
#[derive(Clone, Default)]
pub(crate) struct SignIns {
    waiting: Arc<Mutex<HashMap<String, CancellationToken>>>,
}

impl SignIns {
    /// A turn for a profile, until it is dropped. The one before is given up: a person who begins anew
    /// has left the page of the first.
    pub(super) fn begin(&self, profile_id: &str, closing: &CancellationToken) -> Turn {
        let cancel = closing.child_token();
        let mut waiting = self.lock();
        if let Some(before) = waiting.insert(profile_id.to_owned(), cancel.clone()) {
            before.cancel();
        }
        drop(waiting);
        Turn {
            waiting: self.clone(),
            profile_id: profile_id.to_owned(),
            cancel,
        }
    }

    /// Gives the one that waits up, if there is one.
    pub(crate) fn cancel(&self, profile_id: &str) {
        if let Some(waiting) = self.lock().remove(profile_id) {
            waiting.cancel();
        }
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<String, CancellationToken>> {
        // The map is whole at every moment, also after a panic elsewhere.
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The sign-in that waits for a profile.
pub(super) struct Turn {
    waiting: SignIns,
    profile_id: String,
    pub(super) cancel: CancellationToken,
}

impl Drop for Turn {
    fn drop(&mut self) {
        let mut waiting = self.waiting.lock();
        // Where it was given up, another one may wait in its place.
        if !self.cancel.is_cancelled() {
            waiting.remove(&self.profile_id);
        }
        // Dropped while it waited: what goes on in the background for it ends too.
        self.cancel.cancel();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_one_ends_the_first_and_only_that() {
        let (turns, closing) = (SignIns::default(), CancellationToken::new());
        let first = turns.begin("p", &closing);
        let other = turns.begin("q", &closing);
        let second = turns.begin("p", &closing);
        assert!(first.cancel.is_cancelled());
        assert!(!second.cancel.is_cancelled() && !other.cancel.is_cancelled());
        drop(first);
        turns.cancel("p");
        assert!(
            second.cancel.is_cancelled(),
            "the end of the first does not hide it"
        );
        closing.cancel();
        assert!(other.cancel.is_cancelled());
    }

    #[test]
    fn what_is_over_is_not_waited_for() {
        let (turns, closing) = (SignIns::default(), CancellationToken::new());
        drop(turns.begin("p", &closing));
        assert!(turns.lock().is_empty());
        turns.cancel("p");
    }
}
