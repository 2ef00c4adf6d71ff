//! The file with additional certificates.

use std::io::Read;
use std::path::{Path, PathBuf};

use crate::plain_file;
use crate::problem::{Problem, ProblemCode};

/// The most bytes that such a file may have: the system's own list is a quarter of that.
const LONGEST: u64 = 1024 * 1024;

/// What is in the file. Whether it can be used is for TLS to say.
///
/// # Errors
/// `ca_file_unreadable`, `ca_file_invalid` (params `path`).
pub(super) async fn read(path: String) -> Result<Vec<u8>, Problem> {
    let place = PathBuf::from(&path);
    let read = tokio::task::spawn_blocking(move || contents(&place)).await;
    let bytes = match read {
        Ok(Ok(bytes)) => bytes,
        Ok(Err(error)) => {
            tracing::warn!(kind = ?error.kind(), "the file with additional certificates cannot be read");
            return Err(Problem::new(ProblemCode::CaFileUnreadable).with("path", path));
        }
        Err(_) => return Err(Problem::new(ProblemCode::Internal)),
    };
    // Nothing in it is nothing that is trusted: somebody would wonder why.
    if bytes.is_empty() || bytes.len() as u64 > LONGEST {
        return Err(Problem::new(ProblemCode::CaFileInvalid).with("path", path));
    }
    Ok(bytes)
}

fn contents(path: &Path) -> std::io::Result<Vec<u8>> {
    // Where it would be found depends on where the program was started.
    if !path.is_absolute() {
        return Err(std::io::ErrorKind::InvalidInput.into());
    }
    let mut bytes = Vec::new();
    plain_file::open(path)?
        .take(LONGEST + 1)
        .read_to_end(&mut bytes)?;
    Ok(bytes)
}
