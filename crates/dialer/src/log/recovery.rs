//! Attempts whose process has ended before their outcome was known.

use jiff::Timestamp;
use rusqlite::Connection;

use super::Shared;
use super::attempt_row::Attempt;
use super::failure::Failure;

pub(super) fn recover_all(
    _db: &mut Connection,
    _shared: &Shared,
    _now: Timestamp,
) -> Result<Vec<Attempt>, Failure> {
    Ok(Vec::new())
}
