//! One look at a call that nobody follows any more: the process that placed it has ended.

use std::sync::Arc;

use super::follow::{Read, hung_up_here, read_once};
use super::news::{OurClock, news};
use super::seen::Seen;
use crate::attempt::{AttemptId, Outcome};
use crate::core::Core;
use crate::log::Attempt;
use crate::problem::Problem;

/// Reads a placed call that is not followed, and writes down what is new. A read that fails changes
/// nothing, and one answer that does not know the call ends nothing.
///
/// # Errors
/// `attempt_missing`, and those of the log.
pub(crate) async fn look(core: &Arc<Core>, id: AttemptId) -> Result<Attempt, Problem> {
    let attempt = core.log.get(id).await?;
    let on = attempt.outcome == Outcome::Placed && attempt.ended_at.is_none();
    let Some(conversation_id) = attempt.conversation_id.clone().filter(|_| on) else {
        return Ok(attempt);
    };
    if core.data_dir.owner_alive(&attempt.owner) {
        return Ok(attempt);
    }
    let mut seen = Seen::default();
    let moment = seen.moment();
    let Read::Seen(snapshot) = read_once(core, &attempt, &conversation_id).await else {
        return Ok(attempt);
    };
    seen.read(snapshot, moment);
    let Some(mut reading) = seen.reading(&attempt.agent_id) else {
        return Ok(attempt);
    };
    if attempt.hung_up_at.is_some() {
        reading.end_reason = reading.end_reason.map(hung_up_here);
    }
    let clock = OurClock {
        sent_at: attempt
            .sending_at
            .or(attempt.outcome_at)
            .unwrap_or(attempt.created_at),
        began_at: reading.began_at,
        from: attempt.created_at,
        to: core.clock.now(),
    };
    let Some(record) = news(&attempt, &reading, &clock) else {
        return Ok(attempt);
    };
    match core.log.add_state(id, record).await? {
        Some(changed) => Ok(changed),
        // Somebody else has written as much in the meantime.
        None => core.log.get(id).await,
    }
}
