//! What earlier runs have left: attempts without an outcome, outcomes that are not known, and calls
//! that had not ended.

use std::sync::Arc;
use std::time::Duration;

use tokio_util::sync::CancellationToken;

use crate::attempt::Outcome;
use crate::core::Core;
use crate::dial::{Ledger, Stage};
use crate::log::Attempt;
use crate::problem::Problem;
use crate::role::Role;
use crate::{settle, track};

/// Older unknown attempts are not looked up any more.
pub(crate) const SEARCHED_BACK: Duration = Duration::from_secs(7 * 24 * 3600);

/// Settles what ended processes have left. What living ones own is left alone; a command notes that
/// what it finds is unknown, and leaves looking it up to the window or to who asks for it.
///
/// # Errors
/// Those of the log.
pub(crate) async fn recover(core: &Arc<Core>) -> Result<(), Problem> {
    let now = core.clock.now();
    let left = core.log.recover(now).await?;
    settle_all(core, left).await;
    if core.role == Role::Command {
        return Ok(());
    }
    let since = now.saturating_sub(SEARCHED_BACK).unwrap_or(now);
    for attempt in core.log.unsettled(since).await? {
        if is_ours_to_follow(core, &attempt) {
            resume(core, attempt).await;
        }
    }
    for attempt in core.log.unended().await? {
        if is_ours_to_follow(core, &attempt) {
            resume(core, attempt).await;
        }
    }
    Ok(())
}

/// Looks up attempts whose process has ended before their outcome was known.
pub(crate) async fn settle_all(core: &Arc<Core>, left: Vec<Attempt>) {
    for attempt in left {
        tracing::warn!(attempt = %attempt.id, "its process ended before the outcome was known");
        core.emit(attempt.clone()).await;
        if core.role == Role::Window {
            resume(core, attempt).await;
        }
    }
}

/// Looks after what ended processes have left, unless that is done already.
pub(crate) async fn take_up(core: &Arc<Core>, orphans: Vec<Attempt>) {
    if core.role == Role::Command {
        return;
    }
    for attempt in orphans {
        let id = attempt.id;
        if core.live.get(id).is_none() {
            resume(core, attempt).await;
            core.emit_attempt(id);
        }
    }
}

fn is_ours_to_follow(core: &Core, attempt: &Attempt) -> bool {
    attempt.owner == core.log.owner() || !core.data_dir.owner_alive(&attempt.owner)
}

/// Looks an unknown attempt up; reads a placed call at once, and follows or closes it.
pub(crate) async fn resume(core: &Arc<Core>, attempt: Attempt) {
    let id = attempt.id;
    let unknown = attempt.outcome == Outcome::Unknown;
    core.marks.learn(&core.log, &attempt.profile_id).await;
    if !core.enter_live(attempt, Stage::Sent, CancellationToken::new()) {
        return;
    }
    let core = Arc::clone(core);
    tokio::spawn(async move {
        let mut ledger = Ledger::new(Arc::clone(&core), id);
        if !unknown || settle::settle(&core, id, &mut ledger).await {
            track::follow(&core, id, &mut ledger).await;
        }
        ledger.write_all().await;
        core.live.leave(id);
    });
}
