//! A secret comes in by a prompt without echo, or by standard input: never as an argument, which every
//! user of the machine could read.

use std::io::{self, IsTerminal, Read};

use dialer::problem::{Problem, ProblemCode};
use secrecy::SecretString;

/// More than any keyring holds; the rest of a file that was given by mistake is not read.
const MOST_BYTES: u64 = 16 * 1024;

/// Reads a secret where that may take as long as it wants: whoever waits for it can be interrupted.
///
/// # Errors
/// Those of the reading.
pub(crate) async fn elsewhere(
    read: impl FnOnce() -> Result<SecretString, Problem> + Send + 'static,
) -> Result<SecretString, Problem> {
    let read = tokio::task::spawn_blocking(read).await;
    read.unwrap_or_else(|_| Err(Problem::new(ProblemCode::Internal)))
}

/// Asks for a secret where somebody is there, and reads it otherwise.
///
/// # Errors
/// `secret_empty`.
pub(crate) fn ask(prompt: &str) -> Result<SecretString, Problem> {
    if !io::stdin().is_terminal() {
        return from_standard_input();
    }
    let typed = rpassword::prompt_password(prompt);
    typed
        .map(SecretString::from)
        .map_err(|_| Problem::new(ProblemCode::SecretEmpty))
}

/// Reads a secret from standard input; the end of its line is not part of it.
///
/// # Errors
/// `secret_empty`, also where it is no text.
pub(crate) fn from_standard_input() -> Result<SecretString, Problem> {
    let mut text = String::new();
    let read = io::stdin()
        .lock()
        .take(MOST_BYTES)
        .read_to_string(&mut text);
    if read.is_err() {
        return Err(Problem::new(ProblemCode::SecretEmpty));
    }
    text.truncate(text.trim_end_matches(['\r', '\n']).len());
    Ok(SecretString::from(text))
}
