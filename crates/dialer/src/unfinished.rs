//! What must not be cut off: a process that is about to end looks here first.

use std::collections::HashSet;
use std::sync::Arc;

use tokio::sync::watch;

use crate::attempt::AttemptId;

/// How many there are of something that has to come to its end.
#[derive(Clone, Default)]
pub(crate) struct Count(Arc<watch::Sender<usize>>);

/// One of them, until it is dropped.
pub(crate) struct Counted(Count);

impl Count {
    /// One more.
    pub(crate) fn begin(&self) -> Counted {
        self.0.send_modify(|count| *count += 1);
        Counted(self.clone())
    }

    /// Whether there is none.
    pub(crate) fn is_none(&self) -> bool {
        *self.0.borrow() == 0
    }

    /// Waits until there is none.
    pub(crate) async fn none(&self) {
        // The sender is here, so it cannot be gone.
        drop(self.0.subscribe().wait_for(|count| *count == 0).await);
    }
}

impl Drop for Counted {
    fn drop(&mut self) {
        self.0
            .0
            .send_modify(|count| *count = count.saturating_sub(1));
    }
}

/// The attempts of which the log does not have all that is known yet.
#[derive(Default)]
pub(crate) struct Unwritten(watch::Sender<HashSet<AttemptId>>);

impl Unwritten {
    /// Notes whether something of an attempt waits to be written.
    pub(crate) fn note(&self, id: AttemptId, waits: bool) {
        self.0.send_if_modified(|ids| match waits {
            true => ids.insert(id),
            false => ids.remove(&id),
        });
    }

    /// Those of now.
    pub(crate) fn all(&self) -> Vec<AttemptId> {
        self.0.borrow().iter().copied().collect()
    }

    /// Waits until there is none.
    pub(crate) async fn none(&self) {
        // The sender is here, so it cannot be gone.
        drop(self.0.subscribe().wait_for(HashSet::is_empty).await);
    }
}

#[cfg(test)]
mod tests {
    use futures_util::FutureExt;

    use super::*;

    #[test]
    fn none_is_told_when_the_last_is_over() {
        let count = Count::default();
        let (one, other) = (count.begin(), count.begin());
        drop(one);
        assert!(count.none().now_or_never().is_none());
        drop(other);
        assert!(count.none().now_or_never().is_some() && count.is_none());
    }

    #[test]
    fn what_is_written_waits_no_more() {
        let unwritten = Unwritten::default();
        let id = AttemptId::mint();
        unwritten.note(id, true);
        assert_eq!(unwritten.all(), [id]);
        assert!(unwritten.none().now_or_never().is_none());
        unwritten.note(id, false);
        assert!(unwritten.none().now_or_never().is_some());
    }
}
