//! What earlier runs have left: attempts without an outcome, and calls that had not ended.

use std::sync::Arc;

use tokio_util::sync::CancellationToken;

use crate::core::Core;
use crate::dial::{Ledger, Stage};
use crate::log::Attempt;
use crate::problem::Problem;
use crate::track;

/// Settles what ended processes have left. What living ones own is left alone.
///
/// # Errors
/// Those of the log.
pub(crate) async fn recover(core: &Arc<Core>) -> Result<(), Problem> {
    for attempt in core.log.recover(core.clock.now()).await? {
        tracing::warn!(attempt = %attempt.id, "its process ended before the outcome was known");
        core.emit(attempt).await;
    }
    for attempt in core.log.unended().await? {
        if is_ours_to_follow(core, &attempt) {
            resume(core, attempt).await;
        }
    }
    Ok(())
}

fn is_ours_to_follow(core: &Core, attempt: &Attempt) -> bool {
    attempt.owner == core.log.owner() || !core.data_dir.owner_alive(&attempt.owner)
}

/// Reads a placed call at once, and follows or closes it.
async fn resume(core: &Arc<Core>, attempt: Attempt) {
    let id = attempt.id;
    core.links.learn(&core.log, &attempt.profile_id).await;
    if !core
        .live
        .enter(attempt, Stage::Sent, CancellationToken::new())
    {
        return;
    }
    let core = Arc::clone(core);
    tokio::spawn(async move {
        let mut ledger = Ledger::new(Arc::clone(&core), id);
        track::follow(&core, id, &mut ledger).await;
        ledger.write_all().await;
        core.live.leave(id);
    });
}
