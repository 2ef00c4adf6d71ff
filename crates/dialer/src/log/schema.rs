//! The schema and its migrations. A migration that was released is never changed.

use rusqlite::Connection;
use rusqlite_migration::{M, Migrations};

use super::failure::Failure;
use crate::problem::ProblemCode;

/// `application_id` of our database; the first migration sets it.
const APPLICATION_ID: i64 = 0x5267_4672;

const STEPS: &[M<'_>] = &[
    M::up(include_str!("migrations/0001_first.sql")),
    M::up(include_str!("migrations/0002_following.sql")),
    M::up(include_str!("migrations/0003_click_to_dial.sql")).foreign_key_check(),
    M::up(include_str!("migrations/0004_every_way_in.sql")),
];
const MIGRATIONS: Migrations<'_> = Migrations::from_slice(STEPS);

/// Looks, without writing, whether the database is one that this version may use.
pub(super) fn recognise(db: &Connection) -> Result<(), Failure> {
    let version: i64 = db.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    if version > i64::try_from(STEPS.len()).unwrap_or(i64::MAX) {
        return Err(ProblemCode::DatabaseNewer.into());
    }
    let application: i64 = db.query_row("PRAGMA application_id", [], |row| row.get(0))?;
    let tables: i64 = db.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    let new = version == 0 && tables == 0;
    if new || (version > 0 && application == APPLICATION_ID) {
        Ok(())
    } else {
        Err(ProblemCode::DatabaseDamaged.into())
    }
}

/// Brings the database up to date, in one transaction.
pub(super) fn migrate(db: &mut Connection) -> Result<(), Failure> {
    MIGRATIONS.to_latest(db).map_err(|error| match error {
        rusqlite_migration::Error::RusqliteError { err, .. } => Failure::Sqlite(err),
        other => {
            tracing::error!(%other, "the migrations themselves are wrong");
            ProblemCode::Internal.into()
        }
    })
}
