//! What calls ask for beside the number: chosen for each call, kept for each agent, else what the
//! profile says.

use crate::problem::{Problem, ProblemCode};
use crate::view::CallOptions;

/// The longest caller id or caller name, in characters.
const LONGEST: usize = 64;
/// The longest name of a queue that is kept, in characters.
const LONGEST_QUEUE: usize = 200;

/// Options as they can be sent: without spaces around them, and none where nothing was typed.
///
/// A caller id is whatever the trunk takes, so only what no server could read is turned down.
///
/// # Errors
/// `caller_id_invalid` and `caller_name_invalid` (param `limit`); `internal` where the queue has no id of
/// a queue, which no list of queues offers.
pub(crate) fn valid(options: CallOptions) -> Result<CallOptions, Problem> {
    let queue_id = text(options.queue_id);
    if queue_id.as_deref().is_some_and(|id| !is_id(id)) {
        return Err(Problem::new(ProblemCode::Internal).with("field", "queue_id"));
    }
    let queue_name = text(options.queue_name).filter(|_| queue_id.is_some());
    Ok(CallOptions {
        queue_id,
        queue_name: queue_name.map(|name| name.chars().take(LONGEST_QUEUE).collect()),
        caller_id: sendable(options.caller_id, ProblemCode::CallerIdInvalid)?,
        caller_name: sendable(options.caller_name, ProblemCode::CallerNameInvalid)?,
    })
}

fn sendable(typed: Option<String>, code: ProblemCode) -> Result<Option<String>, Problem> {
    let Some(typed) = text(typed) else {
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

fn text(typed: Option<String>) -> Option<String> {
    let typed = typed?;
    let typed = typed.trim();
    (!typed.is_empty()).then(|| typed.to_owned())
}
