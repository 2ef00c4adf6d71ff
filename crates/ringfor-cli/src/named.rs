//! Which attempt a person means.

use dialer::Dialer;
use dialer::attempt::AttemptId;
use dialer::problem::{Problem, ProblemCode};
use dialer::view::{AttemptView, HistoryQuery};
use uuid::Uuid;

/// The newest attempt.
const LAST: &str = "last";
/// Fewer letters are no beginning of anything.
const FEWEST: usize = 4;
/// A part of an id is looked for in the newest attempts; an older one is named in full.
const LOOKED_THROUGH: usize = 2000;
const PAGE: u32 = 200;

/// The attempt of an id, of a beginning or an end of one that no other has, or the newest one.
///
/// # Errors
/// `attempt_missing`, `attempt_ambiguous`, and those of the log.
pub(crate) async fn attempt(dialer: &Dialer, name: &str) -> Result<AttemptId, Problem> {
    if let Ok(id) = Uuid::parse_str(name) {
        return dialer.attempt(AttemptId(id)).await.map(|_| AttemptId(id));
    }
    if name == LAST {
        let newest = page(dialer, None, 1).await?.into_iter().next();
        let newest = newest.ok_or_else(|| Problem::new(ProblemCode::AttemptMissing))?;
        return Ok(newest.id);
    }
    let part = name.to_ascii_lowercase();
    if part.len() < FEWEST {
        return Err(Problem::new(ProblemCode::AttemptMissing));
    }
    let mut found = None;
    let mut before = None;
    let mut seen = 0;
    while seen < LOOKED_THROUGH {
        let rows = page(dialer, before, PAGE).await?;
        for row in &rows {
            let id = row.id.to_string();
            if !id.starts_with(&part) && !id.ends_with(&part) {
                continue;
            }
            if found.is_some() {
                return Err(Problem::new(ProblemCode::AttemptAmbiguous));
            }
            found = Some(row.id);
        }
        seen += rows.len();
        match rows.last() {
            Some(last) if rows.len() == PAGE as usize => before = Some(last.seq),
            _ => break,
        }
    }
    found.ok_or_else(|| Problem::new(ProblemCode::AttemptMissing))
}

async fn page(
    dialer: &Dialer,
    before: Option<i64>,
    limit: u32,
) -> Result<Vec<AttemptView>, Problem> {
    let query = HistoryQuery {
        before,
        limit,
        ..HistoryQuery::default()
    };
    Ok(dialer.history(query).await?.rows)
}
