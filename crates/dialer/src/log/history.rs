//! The history, page by page, newest first.

use rusqlite::{Connection, params};

use super::attempt_row::{self, Attempt, COLUMNS};
use super::failure::Failure;
use super::search::{self, Wanted};
use crate::attempt::Outcome;

const MOST_ROWS: u32 = 200;

/// What the history is asked for.
#[derive(Debug, Clone, Default)]
pub struct HistorySearch {
    /// Words or digits to find in name, number or typed text; all of them must be found. Empty finds all.
    pub text: String,
    /// Only attempts with this outcome.
    pub outcome: Option<Outcome>,
    /// Only attempts before this place in the log.
    pub before: Option<i64>,
    /// How many at most; brought into 1 to 200.
    pub limit: u32,
}

/// A page of the history.
#[derive(Debug, Clone)]
pub struct Page {
    /// Newest first.
    pub attempts: Vec<Attempt>,
    /// `before` of the next page; none at the end.
    pub next: Option<i64>,
}

pub(super) fn page(db: &Connection, search: &HistorySearch) -> Result<Page, Failure> {
    let limit = search.limit.clamp(1, MOST_ROWS);
    let mut attempts = match search::wanted(&search.text) {
        Wanted::Nothing => Vec::new(),
        Wanted::Everything => rows(db, None, search, limit)?,
        Wanted::Matching(expression) => rows(db, Some(&expression), search, limit)?,
    };
    let more = attempts.len() > limit as usize;
    attempts.truncate(limit as usize);
    let next = attempts.last().map(|last| last.seq).filter(|_| more);
    Ok(Page { attempts, next })
}

/// One row more than asked for, which tells whether there is a next page.
fn rows(
    db: &Connection,
    expression: Option<&str>,
    search: &HistorySearch,
    limit: u32,
) -> Result<Vec<Attempt>, Failure> {
    // CROSS JOIN keeps the order of the tables: the index hands out newest first, row by row.
    let (tables, place, matching) = match expression {
        Some(_) => (
            "attempt_search CROSS JOIN attempts a ON a.seq = attempt_search.rowid",
            "attempt_search.rowid",
            "attempt_search MATCH ?4",
        ),
        None => ("attempts a", "a.seq", "?4 IS NULL"),
    };
    let outcome = match search.outcome {
        Some(_) => "a.outcome = ?3",
        None => "?3 IS NULL",
    };
    let sql = format!(
        "SELECT {COLUMNS} FROM {tables} WHERE {matching} AND {place} < ?1 AND {outcome} \
         ORDER BY {place} DESC LIMIT ?2"
    );
    let mut statement = db.prepare_cached(&sql)?;
    let rows = statement.query_map(
        params![
            search.before.unwrap_or(i64::MAX),
            limit + 1,
            search.outcome.map(Outcome::as_str),
            expression,
        ],
        attempt_row::read,
    )?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
