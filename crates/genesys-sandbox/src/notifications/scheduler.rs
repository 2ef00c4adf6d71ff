//! The one task that pushes to all sockets.

use std::{sync::Arc, time::Duration};

use super::channels::Channels;
use crate::organisation::{Organisation, lock};

/// Rounding may wake the task a moment too early; this keeps it from spinning until then.
const SHORTEST: Duration = Duration::from_millis(1);

impl Channels {
    /// Starts the task where none runs, on the current runtime.
    pub(super) fn keep_pushing(&mut self, organisation: &Arc<Organisation>) {
        let runs = self
            .scheduler
            .as_ref()
            .is_some_and(|task| !task.is_finished());
        if !runs {
            self.scheduler = Some(tokio::spawn(push(Arc::clone(organisation))));
        }
        organisation.changed.notify_one();
    }

    /// Pushes, and forgets the task when it has nothing left to do.
    fn turn(&mut self, organisation: &Organisation) -> Option<Duration> {
        let next = self.push_what_is_due(organisation);
        if next.is_none() {
            self.scheduler = None;
        }
        next
    }
}

async fn push(organisation: Arc<Organisation>) {
    loop {
        let Some(next) = lock(&organisation.channels).turn(&organisation) else {
            return;
        };
        let pause = next.saturating_sub(organisation.clock.elapsed());
        tokio::select! {
            () = tokio::time::sleep(pause.max(SHORTEST)) => {}
            () = organisation.changed.notified() => {}
        }
    }
}
