//! Turns the database into one of the first Ringfor, so that the next process brings it up to date.

use std::path::Path;

use rusqlite::Connection;

const FIRST: &str = include_str!("../../src/log/migrations/0001_first.sql");

/// What allows only new rows as they begin; these rows are moved.
const GUARDS: [&str; 2] = ["attempts_begin_pending", "call_states_of_placed"];

/// Moves every row into a file of the first schema, which takes the place of the database.
pub(crate) fn make(dir: &Path) {
    let database = dir.join("ringfor.db");
    if !database.is_file() {
        return;
    }
    let older = dir.join("older.db");
    let db = Connection::open(&older).unwrap();
    db.execute_batch(FIRST).unwrap();
    let guards: Vec<String> = GUARDS.iter().map(|name| sql_of(&db, name)).collect();
    db.execute("ATTACH ?1 AS newer", [database.to_str().unwrap()])
        .unwrap();
    let version: i64 = db
        .query_row("PRAGMA newer.user_version", [], |row| row.get(0))
        .unwrap();
    if version > 0 {
        for name in GUARDS {
            db.execute_batch(&format!("DROP TRIGGER main.{name}"))
                .unwrap();
        }
        for table in ["profiles", "agents_seen", "attempts", "call_states"] {
            let columns = columns(&db, table);
            db.execute_batch(&format!(
                "INSERT INTO main.{table} ({columns}) SELECT {columns} FROM newer.{table}"
            ))
            .unwrap();
        }
        for guard in guards {
            db.execute_batch(&guard).unwrap();
        }
    }
    db.execute_batch("DETACH newer").unwrap();
    db.pragma_update(None, "user_version", 1).unwrap();
    db.close().unwrap();
    // All that the side files held went through the connection above.
    for side in ["ringfor.db-wal", "ringfor.db-shm"] {
        if dir.join(side).exists() {
            std::fs::remove_file(dir.join(side)).unwrap();
        }
    }
    std::fs::rename(older, database).unwrap();
}

fn sql_of(db: &Connection, name: &str) -> String {
    db.query_row(
        "SELECT sql FROM main.sqlite_schema WHERE name = ?1",
        [name],
        |row| row.get(0),
    )
    .unwrap()
}

fn columns(db: &Connection, table: &str) -> String {
    let mut statement = db
        .prepare(&format!(
            "SELECT name FROM pragma_table_info('{table}', 'main')"
        ))
        .unwrap();
    let names = statement.query_map([], |row| row.get::<_, String>(0));
    let names: Vec<_> = names.unwrap().map(Result::unwrap).collect();
    names.join(", ")
}
