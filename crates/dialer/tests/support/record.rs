//! What is on disk at a moment, read with SQLite alone.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
#![allow(dead_code, reason = "each test uses its own part of it")]

use std::path::Path;

use rusqlite::{Connection, Row};

/// One attempt.
#[derive(Debug, Clone)]
pub(crate) struct Attempt {
    pub(crate) id: String,
    pub(crate) agent_id: String,
    pub(crate) e164: String,
    pub(crate) outcome: String,
    pub(crate) conversation_id: Option<String>,
    pub(crate) created_ms: i64,
    pub(crate) ended: bool,
    pub(crate) end_reason: Option<String>,
    pub(crate) settling: Option<String>,
    /// The last call state.
    pub(crate) state: Option<String>,
}

impl Attempt {
    pub(crate) fn is(&self, outcome: &str) -> bool {
        self.outcome == outcome
    }

    /// Unknown, and not looked up to the end.
    pub(crate) fn is_unsettled(&self) -> bool {
        self.is("unknown") && self.settling.is_none()
    }

    pub(crate) fn is_on(&self) -> bool {
        self.is("placed") && !self.ended
    }

    /// Whether more has to become of it.
    pub(crate) fn is_open(&self) -> bool {
        self.is("pending") || self.is_on() || self.is_unsettled()
    }
}

/// The log.
#[derive(Debug, Default)]
pub(crate) struct Record {
    /// Of the schema; none where there is no database yet.
    pub(crate) version: i64,
    pub(crate) attempts: Vec<Attempt>,
    /// What SQLite finds wrong with the file.
    pub(crate) damage: Option<String>,
}

impl Record {
    /// Reads a copy, so that the files stay for the next process as the last one has left them.
    pub(crate) fn of(dir: &Path) -> Self {
        let copy = tempfile::tempdir().unwrap();
        let mut found = false;
        for name in ["ringfor.db", "ringfor.db-wal"] {
            if dir.join(name).is_file() {
                std::fs::copy(dir.join(name), copy.path().join(name)).unwrap();
                found = true;
            }
        }
        if !found {
            return Self::default();
        }
        let db = Connection::open(copy.path().join("ringfor.db")).unwrap();
        let check: rusqlite::Result<String> =
            db.query_row("PRAGMA quick_check(1)", [], |row| row.get(0));
        let damage = match check {
            Ok(verdict) if verdict == "ok" => None,
            Ok(verdict) => Some(verdict),
            Err(error) => Some(error.to_string()),
        };
        let version = db
            .query_row("PRAGMA user_version", [], |row| row.get(0))
            .unwrap_or_default();
        Self {
            version,
            attempts: attempts(&db, version),
            damage,
        }
    }

    pub(crate) fn get(&self, id: &str) -> Option<&Attempt> {
        self.attempts.iter().find(|attempt| attempt.id == id)
    }

    pub(crate) fn any(&self, wanted: impl Fn(&Attempt) -> bool) -> bool {
        self.attempts.iter().any(wanted)
    }
}

fn attempts(db: &Connection, version: i64) -> Vec<Attempt> {
    if version == 0 {
        return Vec::new();
    }
    let settling = if version == 1 { "NULL" } else { "settling" };
    let mut statement = db
        .prepare(&format!(
            "SELECT id, agent_id, e164, outcome, conversation_id, created_at, \
             ended_at IS NOT NULL, end_reason, \
             (SELECT state FROM call_states s WHERE s.attempt_seq = a.seq ORDER BY s.seq DESC LIMIT 1), \
             {settling} FROM attempts a ORDER BY seq"
        ))
        .unwrap();
    let rows = statement.query_map([], attempt).unwrap();
    rows.collect::<rusqlite::Result<_>>().unwrap()
}

fn attempt(row: &Row<'_>) -> rusqlite::Result<Attempt> {
    Ok(Attempt {
        id: row.get(0)?,
        agent_id: row.get(1)?,
        e164: row.get(2)?,
        outcome: row.get(3)?,
        conversation_id: row.get(4)?,
        created_ms: row.get(5)?,
        ended: row.get(6)?,
        end_reason: row.get(7)?,
        state: row.get(8)?,
        settling: row.get(9)?,
    })
}
