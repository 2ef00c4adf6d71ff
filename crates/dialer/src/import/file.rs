//! Reading the file: a small text file, and nothing that only looks like one.

use std::io::Read;
use std::path::Path;

use secrecy::zeroize::Zeroizing;

use crate::plain_file;
use crate::problem::{Problem, ProblemCode};

/// The most bytes that such a file may have.
const LONGEST: u64 = 64 * 1024;

/// What is in the file. Overwritten in memory when it is dropped. Blocks.
///
/// # Errors
/// `import_unreadable`, `import_too_large` (param `limit`), `import_no_env`.
pub(super) fn contents(path: &Path) -> Result<Zeroizing<String>, Problem> {
    let unreadable = |error: std::io::Error| {
        tracing::warn!(kind = ?error.kind(), "a file to import cannot be read");
        Problem::new(ProblemCode::ImportUnreadable)
    };
    let file = plain_file::open(path).map_err(unreadable)?;
    let length = file.metadata().map_err(unreadable)?.len();
    // Room for all of it at once: what grows leaves copies behind.
    let room = usize::try_from(length.min(LONGEST)).unwrap_or_default() + 1;
    let mut bytes = Zeroizing::new(Vec::with_capacity(room));
    file.take(room as u64)
        .read_to_end(&mut bytes)
        .map_err(unreadable)?;
    if length > LONGEST || bytes.len() as u64 > LONGEST {
        return Err(Problem::new(ProblemCode::ImportTooLarge).with("limit", LONGEST / 1024));
    }
    let text = str::from_utf8(&bytes)
        .ok()
        .filter(|text| !text.contains('\0'));
    text.map(|text| Zeroizing::new(text.to_owned()))
        .ok_or_else(|| Problem::new(ProblemCode::ImportNoEnv))
}
