//! A database of an earlier schema is brought up to date with all it holds.

use std::path::Path;
use std::time::{Duration, Instant};

use dialer::attempt::{AttemptId, CallState, EndReason, Outcome, Via};
use dialer::data_dir::DataDir;
use dialer::log::{CallLog, HistorySearch, outcome_word, searchable_words};
use dialer::number::{Dialled, ExtensionDigits};
use rusqlite::Connection;
use tempfile::TempDir;

use crate::support::*;

const FIRST: &str = include_str!("../../src/log/migrations/0001_first.sql");
const SECOND: &str = include_str!("../../src/log/migrations/0002_following.sql");

/// A database as the second schema made it.
fn of_the_second_schema(place: &Path) -> Connection {
    let database = DataDir::open(place).unwrap().database();
    let db = Connection::open(database).unwrap();
    db.execute_batch(FIRST).unwrap();
    db.execute_batch(SECOND).unwrap();
    db.pragma_update(None, "user_version", 2).unwrap();
    db
}

fn put(db: &Connection, seq: i64, id: AttemptId, agent: &str) {
    db.execute(
        "INSERT INTO attempts (seq, id, profile_id, owner, placed_by, version, via, typed, e164, digits, \
         agent_id, agent_name, caller_id, queue_id, outcome, note, created_at) VALUES (?1, ?2, 'p', 'o', \
         'x@y', '0.1.0', 'link', '(415) 555-2671', '+14155552671', '14155552671', ?3, 'Alex Kim', \
         '+12025550150', 'q', 'pending', 'as it was', ?1)",
        rusqlite::params![seq, id.to_string(), agent],
    )
    .unwrap();
    let words = searchable_words("Alex Kim", "(415) 555-2671", "+14155552671", "");
    db.execute(
        "INSERT INTO attempt_search (rowid, words, outcome) VALUES (?1, ?2, ?3)",
        rusqlite::params![seq, words, outcome_word(Outcome::Placed)],
    )
    .unwrap();
}

fn end(db: &Connection, seq: i64) {
    db.execute_batch(&format!(
        "UPDATE attempts SET outcome = 'placed', outcome_at = 6, conversation_id = 'c-{seq}', \
         hung_up_at = 9 WHERE seq = {seq};
         INSERT INTO call_states (attempt_seq, state, at) VALUES ({seq}, 'requested', 6);
         INSERT INTO call_states (attempt_seq, state, at, disconnect_type) \
         VALUES ({seq}, 'ended', 8, 'endpoint');
         UPDATE attempts SET ended_at = 8, connected_at = 7, end_reason = 'customer_hung_up' \
         WHERE seq = {seq};"
    ))
    .unwrap();
}

#[tokio::test]
async fn everything_of_the_second_schema_is_there_and_guarded_as_before() {
    let place = TempDir::new().unwrap();
    let (one, two) = (AttemptId::mint(), AttemptId::mint());
    {
        let db = of_the_second_schema(place.path());
        put(&db, 3, one, "a");
        end(&db, 3);
        put(&db, 7, two, "b");
        db.execute_batch(
            "UPDATE attempts SET outcome = 'unknown', outcome_at = 6, problem_code = 'answer_timeout', \
             params = '{\"host\":\"h\"}', settling = 'not_found', settled_at = 9, \
             searched = '[\"analytics\"]' WHERE seq = 7;
             INSERT INTO profiles (id, name, sandbox, client_id, dialect, this_run_only, last_agent_id, active) \
             VALUES ('p', 'Sandbox', 1, '', 'platform', 0, 'a', 1);
             INSERT INTO agents_seen VALUES ('p', 'a', 'Alex Kim', 'agent@example.com', NULL, 5);",
        )
        .unwrap();
    }
    let log = open(place.path()).unwrap();

    let first = log.get(one).await.unwrap();
    assert_eq!((first.seq, first.via), (3, Via::Link));
    assert_eq!(first.number, Dialled::parse("+14155552671").unwrap());
    assert_eq!(first.note.as_deref(), Some("as it was"));
    assert_eq!(
        (
            first.options.caller_id.as_deref(),
            first.options.queue_id.as_deref()
        ),
        (Some("+12025550150"), Some("q"))
    );
    assert_eq!(first.end_reason, Some(EndReason::CustomerHungUp));
    assert_eq!(first.conversation_id.as_deref(), Some("c-3"));
    assert!(first.connected_at.is_some() && first.hung_up_at.is_some());
    let states = log.states(one).await.unwrap();
    assert_eq!(states.len(), 2);
    assert_eq!(states[1].state, CallState::Ended);
    let second = log.get(two).await.unwrap();
    assert_eq!((second.seq, second.outcome), (7, Outcome::Unknown));
    assert_eq!(second.problem.unwrap().params["host"], "h");
    assert_eq!(second.settled.unwrap().searched.len(), 1);

    let search = HistorySearch {
        text: "kim 2671".into(),
        limit: 10,
        ..HistorySearch::default()
    };
    assert_eq!(log.history(search).await.unwrap().attempts.len(), 2);
    let profile = log.profiles().active().await.unwrap().unwrap();
    assert_eq!(profile.extension_digits, ExtensionDigits::default());
    assert!(log.agents_seen().get("p", "a").await.unwrap().is_some());

    // Its laws are there again, and new attempts go behind the old ones.
    let third = new(log.begin(intent("a")).await.unwrap());
    assert_eq!(third.seq, 8);
    same(log.begin(intent("a")).await.unwrap());
    drop(log);
    let db = Connection::open(DataDir::open(place.path()).unwrap().database()).unwrap();
    for forbidden in [
        "DELETE FROM attempts WHERE seq = 7",
        "DELETE FROM attempts WHERE seq = 3",
        "DELETE FROM call_states",
        "UPDATE attempts SET e164 = '4711'",
        "UPDATE attempts SET outcome = 'refused' WHERE seq = 3",
        "UPDATE attempts SET ended_at = 1 WHERE seq = 3",
        "UPDATE attempts SET caller_name = 'x' WHERE seq = 3",
        "UPDATE attempts SET queue_name = 'x' WHERE seq = 3",
        "INSERT INTO call_states (attempt_seq, state, at) VALUES (7, 'requested', 1)",
        "INSERT INTO call_states (attempt_seq, state, at) VALUES (99, 'requested', 1)",
    ] {
        assert!(db.execute(forbidden, []).is_err(), "{forbidden}");
    }
    let schema: i64 = db
        .query_row("PRAGMA user_version", [], |row| row.get(0))
        .unwrap();
    assert_eq!(schema, 4);
}

/// What is defined for the table of attempts is the same, whichever way it was made.
#[test]
fn a_new_database_and_one_brought_up_to_date_are_alike() {
    let schema = |place: &Path| -> Vec<(String, String, Option<String>)> {
        drop(open(place).unwrap());
        let db = Connection::open(DataDir::open(place).unwrap().database()).unwrap();
        let mut rows = db
            .prepare("SELECT type, name, sql FROM sqlite_schema ORDER BY type, name")
            .unwrap();
        rows.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
            .unwrap()
            .collect::<rusqlite::Result<_>>()
            .unwrap()
    };
    let (new, old) = (TempDir::new().unwrap(), TempDir::new().unwrap());
    drop(of_the_second_schema(old.path()));
    assert_eq!(schema(new.path()), schema(old.path()));
}

#[tokio::test]
async fn many_attempts_do_not_hold_the_start_up_for_long() {
    let place = TempDir::new().unwrap();
    {
        let mut db = of_the_second_schema(place.path());
        let transaction = db.transaction().unwrap();
        for seq in 1..=20_000 {
            put(&transaction, seq, AttemptId::mint(), &format!("a-{seq}"));
        }
        transaction.commit().unwrap();
    }
    let start = Instant::now();
    let log: CallLog = open(place.path()).unwrap();
    let took = start.elapsed();
    assert_eq!(log.pending().await.unwrap().len(), 20_000);
    assert!(took < Duration::from_secs(5), "{took:?}");
    eprintln!("20,000 attempts brought up to date in {took:?}");
}
