//! What calls ask for beside the number: chosen for each call, kept for each agent, else what the
//! profile says.

mod queues;
mod rows;

use crate::connection::dialect_of;
use crate::core::Core;
use crate::field::filled;
use crate::problem::{Problem, ProblemCode};
use crate::view::{CallOptions, CallOptionsView};

pub(crate) use queues::QueuesKnown;

/// The longest caller id or caller name, in characters.
const LONGEST: usize = 64;
/// The longest name of a queue that is kept, in characters.
const LONGEST_QUEUE: usize = 200;

/// What can be chosen for the calls of an agent, and what is.
///
/// # Errors
/// `not_connected`, `agent_missing`, and those of the log.
pub(crate) async fn of(core: &Core, agent_id: &str) -> Result<CallOptionsView, Problem> {
    if agent_id.is_empty() {
        return Err(Problem::new(ProblemCode::AgentMissing));
    }
    let profile = core.active_profile().await?;
    let mut view = CallOptionsView {
        agent_id: agent_id.to_owned(),
        chosen: CallOptions::default(),
        kept: false,
        queues: Vec::new(),
        problem: None,
    };
    if !dialect_of(profile.dialect).call_options() {
        return Ok(view);
    }
    let kept = rows::kept(&core.log, &profile.id, agent_id).await?;
    view.kept = kept.is_some();
    view.chosen = kept.unwrap_or_else(|| profile.options.clone());
    match queues::of(core, &profile, agent_id).await {
        Ok(queues) => view.queues = queues,
        Err(problem) => view.problem = Some(problem),
    }
    Ok(view)
}

/// What a call for an agent asks for where nothing is chosen for it: what was kept for the agent, else
/// what the profile says. The server is not asked.
///
/// # Errors
/// `not_connected`, and those of the log.
pub(crate) async fn chosen(core: &Core, agent_id: &str) -> Result<CallOptions, Problem> {
    let profile = core.active_profile().await?;
    let kept = rows::kept(&core.log, &profile.id, agent_id).await?;
    Ok(kept.unwrap_or_else(|| profile.options.clone()))
}

/// Keeps what calls for an agent ask for; none goes back to what the profile says.
///
/// # Errors
/// `not_connected`, `agent_missing`, `caller_id_invalid`, `caller_name_invalid`, and those of the log.
pub(crate) async fn set(
    core: &Core,
    agent_id: &str,
    options: Option<CallOptions>,
) -> Result<(), Problem> {
    let profile = core.active_profile().await?;
    let agents = core.log.agents_seen();
    if agents.get(&profile.id, agent_id).await?.is_none() {
        return Err(Problem::new(ProblemCode::AgentMissing));
    }
    let options = options.map(valid).transpose()?;
    rows::keep(&core.log, &profile.id, agent_id, options).await
}

/// Options as they can be sent: without spaces around them, and none where nothing was typed.
///
/// A caller id is whatever the trunk takes, so only what no server could read is turned down.
///
/// # Errors
/// `caller_id_invalid` and `caller_name_invalid` (param `limit`); `internal` where the queue has no id of
/// a queue, which no list of queues offers.
pub(crate) fn valid(options: CallOptions) -> Result<CallOptions, Problem> {
    let queue_id = filled(options.queue_id);
    if queue_id.as_deref().is_some_and(|id| !is_id(id)) {
        return Err(Problem::new(ProblemCode::Internal).with("field", "queue_id"));
    }
    let queue_name = filled(options.queue_name).filter(|_| queue_id.is_some());
    Ok(CallOptions {
        queue_id,
        queue_name: queue_name.map(|name| name.chars().take(LONGEST_QUEUE).collect()),
        caller_id: sendable(options.caller_id, ProblemCode::CallerIdInvalid)?,
        caller_name: sendable(options.caller_name, ProblemCode::CallerNameInvalid)?,
    })
}

fn sendable(typed: Option<String>, code: ProblemCode) -> Result<Option<String>, Problem> {
    let Some(typed) = filled(typed) else {
        return Ok(None);
    };
    if typed.chars().count() > LONGEST || typed.chars().any(char::is_control) {
        return Err(Problem::new(code).with("limit", LONGEST));
    }
    Ok(Some(typed))
}

fn is_id(text: &str) -> bool {
    text.len() <= LONGEST
        && text
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'-'))
}
