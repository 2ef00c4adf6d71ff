//! The next read of a call: due at a time, and sent when it is its turn.

use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use futures_util::FutureExt;
use futures_util::future::BoxFuture;

use crate::core::Core;

/// Ends when the read may leave. Kept while other things happen, it keeps its place in the line.
pub(super) struct Turn<'a> {
    core: &'a Arc<Core>,
    /// On the clock's own scale.
    due: Duration,
    comes: BoxFuture<'a, ()>,
}

impl<'a> Turn<'a> {
    pub(super) fn after(core: &'a Arc<Core>, wait: Duration) -> Self {
        let comes = async move {
            core.clock.sleep(wait).await;
            core.budget.turn_to_follow(&*core.clock).await;
        };
        Self {
            core,
            due: core.clock.elapsed().saturating_add(wait),
            comes: comes.boxed(),
        }
    }

    /// The read is due now. Where it was before, it has its place in the line already.
    pub(super) fn hurry(&mut self) {
        if self.due > self.core.clock.elapsed() {
            *self = Self::after(self.core, Duration::ZERO);
        }
    }
}

impl Future for Turn<'_> {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<()> {
        self.comes.poll_unpin(context)
    }
}
