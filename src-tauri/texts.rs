//! Texts where there is no page, in the language of the window.

pub(crate) use ::texts::Texts;

/// Prints the text `key` on standard error: the place for what happens before there is a window.
#[expect(
    clippy::print_stderr,
    reason = "without a window the terminal is all there is"
)]
pub(crate) fn tell_terminal(key: &str) {
    eprintln!("{}", Texts::in_language(None).get(key, &[]));
}
