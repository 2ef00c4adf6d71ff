//! A note on an attempt.

use crate::attempt::AttemptId;
use crate::core::Core;
use crate::problem::{Problem, ProblemCode};
use crate::view::AttemptView;

/// Longest note, in characters.
const MAX_CHARS: usize = 2_000;

/// Writes a note on an attempt, at any time of its life; an empty one removes it.
///
/// # Errors
/// `note_too_long` (then the old one stays), `attempt_missing`, and those of the log.
pub(crate) async fn set(core: &Core, id: AttemptId, note: &str) -> Result<AttemptView, Problem> {
    let note = note.trim();
    if note.chars().count() > MAX_CHARS {
        return Err(Problem::new(ProblemCode::NoteTooLong).with("limit", MAX_CHARS));
    }
    let note = (!note.is_empty()).then(|| note.to_owned());
    let attempt = core.log.set_note(id, note).await?;
    // What is being looked after is shown from memory.
    let kept = attempt.note.clone();
    core.live.change(id, |call| call.attempt.note = kept);
    core.emit(attempt.clone()).await;
    Ok(core.view(attempt).await)
}
