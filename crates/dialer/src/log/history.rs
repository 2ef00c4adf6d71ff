//! The history, page by page, newest first.

use rusqlite::{Connection, Params, params};

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
        Wanted::Everything => by_place(db, search, limit)?,
        Wanted::Words(words) => {
            let expression = search::expression(&words, search.outcome);
            by_words(db, &expression, search, limit)?
        }
    };
    let more = attempts.len() > limit as usize;
    attempts.truncate(limit as usize);
    let next = attempts.last().map(|last| last.seq).filter(|_| more);
    Ok(Page { attempts, next })
}

fn by_place(db: &Connection, search: &HistorySearch, limit: u32) -> Result<Vec<Attempt>, Failure> {
    let outcome = match search.outcome {
        Some(_) => "a.outcome = ?3",
        None => "?3 IS NULL",
    };
    let sql = format!(
        "SELECT {COLUMNS} FROM attempts a WHERE a.seq < ?1 AND {outcome} ORDER BY a.seq DESC LIMIT ?2"
    );
    let outcome = search.outcome.map(Outcome::as_str);
    rows(db, &sql, params![before(search), one_more(limit), outcome])
}

fn by_words(
    db: &Connection,
    expression: &str,
    search: &HistorySearch,
    limit: u32,
) -> Result<Vec<Attempt>, Failure> {
    // CROSS JOIN keeps the order of the tables: the index hands out newest first, row by row.
    let sql = format!(
        "SELECT {COLUMNS} FROM attempt_search f CROSS JOIN attempts a ON a.seq = f.rowid \
         WHERE f.attempt_search MATCH ?3 AND f.rowid < ?1 ORDER BY f.rowid DESC LIMIT ?2"
    );
    rows(
        db,
        &sql,
        params![before(search), one_more(limit), expression],
    )
}

fn rows(db: &Connection, sql: &str, params: impl Params) -> Result<Vec<Attempt>, Failure> {
    let mut statement = db.prepare_cached(sql)?;
    let rows = statement.query_map(params, attempt_row::read)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn before(search: &HistorySearch) -> i64 {
    search.before.unwrap_or(i64::MAX)
}

/// One row more than asked for tells whether there is a next page.
fn one_more(limit: u32) -> u32 {
    limit + 1
}
