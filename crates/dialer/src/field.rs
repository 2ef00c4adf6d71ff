//! What a person typed into a field of a form.

/// What was typed, without spaces around it; none where nothing was.
pub(crate) fn filled(typed: Option<String>) -> Option<String> {
    let typed = typed?;
    let typed = typed.trim();
    (!typed.is_empty()).then(|| typed.to_owned())
}
