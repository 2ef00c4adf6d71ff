//! Files and disks that fail. A test that cannot set its fault up fails.

use std::io::{Read, Write};
use std::path::Path;
use std::time::{Duration, Instant};

use dialer::attempt::Outcome;
use dialer::data_dir::DataDir;
use dialer::log::{HistorySearch, OutcomeRecord};
use dialer::problem::ProblemCode;
use rusqlite::{Connection, TransactionBehavior};
use tempfile::TempDir;

use crate::support::*;

fn database(place: &TempDir) -> std::path::PathBuf {
    DataDir::open(place.path()).unwrap().database()
}

/// Opening fails with `code`, and not one byte of the database changes.
fn refused_untouched(place: &TempDir, code: ProblemCode) {
    let database = database(place);
    let before = std::fs::read(&database).unwrap();
    let problem = open(place.path()).unwrap_err();
    assert_eq!(problem.code, code);
    assert_eq!(problem.params["path"], database.display().to_string());
    assert_eq!(std::fs::read(&database).unwrap(), before);
}

/// A closed database with some history.
async fn with_history() -> TempDir {
    let (place, log) = fresh();
    for number in 0..300 {
        // None of them ends, so one agent would be asked about all of them.
        let agent = format!("a-{number}");
        let attempt = new(begin(&log, intent(&agent)).await.unwrap());
        let outcome = OutcomeRecord::Placed {
            conversation_id: "c".into(),
        };
        log.finish(attempt.id, outcome, at(1)).await.unwrap();
    }
    drop(log);
    assert!(!place.path().join("ringfor.db-wal").exists());
    place
}

#[tokio::test]
async fn a_newer_database_is_not_touched() {
    let (place, log) = fresh();
    new(begin(&log, intent("a")).await.unwrap());
    drop(log);
    let db = Connection::open(database(&place)).unwrap();
    db.pragma_update(None, "user_version", 99).unwrap();
    db.execute_batch("PRAGMA journal_mode = DELETE; CREATE TABLE of_the_future (x)")
        .unwrap();
    drop(db);
    refused_untouched(&place, ProblemCode::DatabaseNewer);
}

#[test]
fn somebody_else_s_database_is_not_touched() {
    let place = TempDir::new().unwrap();
    let db = Connection::open(database(&place)).unwrap();
    db.execute_batch("CREATE TABLE theirs (x); INSERT INTO theirs VALUES (1)")
        .unwrap();
    drop(db);
    refused_untouched(&place, ProblemCode::DatabaseDamaged);
}

#[test]
fn a_file_that_is_no_database_is_not_touched() {
    for content in [&b"xy"[..], b"not a database", &[0; 5000], &[0xff; 100_000]] {
        let place = TempDir::new().unwrap();
        std::fs::write(database(&place), content).unwrap();
        refused_untouched(&place, ProblemCode::DatabaseDamaged);
    }
}

#[test]
fn a_database_that_is_gone_but_left_its_log_behind_is_not_begun_anew() {
    let place = TempDir::new().unwrap();
    let wal = place.path().join("ringfor.db-wal");
    std::fs::write(&wal, "recent attempts").unwrap();
    std::fs::write(database(&place), "").unwrap();
    refused_untouched(&place, ProblemCode::DatabaseDamaged);
    assert_eq!(std::fs::read(&wal).unwrap(), b"recent attempts");
}

#[tokio::test]
async fn a_damaged_page_is_noticed_and_left_as_it_is_or_holds_no_attempt() {
    let place = with_history().await;
    let whole = std::fs::read(database(&place)).unwrap();
    let pages = whole.len() / 4096;
    let mut noticed = 0;
    for page in 0..pages {
        let mut damaged = whole.clone();
        damaged[page * 4096..(page + 1) * 4096].fill(0xa5);
        std::fs::write(database(&place), &damaged).unwrap();
        match open(place.path()) {
            Err(problem) => {
                assert_eq!(problem.code, ProblemCode::DatabaseDamaged);
                assert_eq!(std::fs::read(database(&place)).unwrap(), damaged);
                noticed += 1;
            }
            // A free page, or one of the index, which only a search reads.
            Ok(log) => assert_eq!(count(&log).await, 300, "page {page}"),
        }
    }
    assert!(noticed * 4 > pages * 3, "{noticed} of {pages} noticed");
    // Cut off in the middle of a write by a full disk or a failing one.
    std::fs::write(database(&place), &whole[..whole.len() / 2]).unwrap();
    refused_untouched(&place, ProblemCode::DatabaseDamaged);
    std::fs::write(database(&place), &whole).unwrap();
    open(place.path()).unwrap();
}

async fn count(log: &dialer::log::CallLog) -> usize {
    let mut count = 0;
    let mut before = None;
    loop {
        let search = HistorySearch {
            limit: 200,
            before,
            ..HistorySearch::default()
        };
        let page = log.history(search).await.unwrap();
        count += page.attempts.len();
        before = page.next;
        if before.is_none() {
            return count;
        }
    }
}

/// root may write everywhere, so this part runs as somebody else.
pub(crate) fn unprivileged<'a>(launcher: &'a [&'a str]) -> &'a [&'a str] {
    let place = TempDir::new().unwrap();
    let shut = place.path().join("shut");
    std::fs::DirBuilder::new().create(&shut).unwrap();
    set_mode(&shut, 0o500);
    let may_write_everywhere = std::fs::write(shut.join("x"), "").is_ok();
    if may_write_everywhere { launcher } else { &[] }
}

const SETPRIV: [&str; 5] = [
    "setpriv",
    "--reuid=65534",
    "--regid=65534",
    "--clear-groups",
    "--inh-caps=-all",
];

fn set_mode(path: &Path, mode: u32) {
    use std::os::unix::fs::PermissionsExt;
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).unwrap();
}

#[test]
fn a_directory_that_cannot_be_written_is_a_problem() {
    if let Some(directory) = child_directory() {
        let directory = Path::new(&directory);
        std::fs::write(directory.join("x"), "").expect_err("the fault is not there");
        tell(DataDir::open(directory).unwrap_err().code.as_str());
        tell(
            DataDir::open(directory.join("below"))
                .unwrap_err()
                .code
                .as_str(),
        );
        return;
    }
    let place = TempDir::new().unwrap();
    set_mode(place.path(), 0o555);
    let test = "trouble::a_directory_that_cannot_be_written_is_a_problem";
    let mut other = second_process(test, place.path(), unprivileged(&SETPRIV));
    assert_eq!(other.must_tell(), "data_dir_unwritable");
    assert_eq!(other.must_tell(), "data_dir_unwritable");
    other.must_end_well();
    set_mode(place.path(), 0o755);
}

#[tokio::test]
async fn a_database_that_cannot_be_written_is_a_problem() {
    if let Some(directory) = child_directory() {
        let directory = Path::new(&directory);
        let log = open(directory).unwrap();
        new(begin(&log, intent("a")).await.unwrap());
        drop(log);
        let file = directory.join("ringfor.db");
        set_mode(&file, 0o400);
        std::fs::File::options()
            .write(true)
            .open(&file)
            .expect_err("the fault is not there");
        tell(open(directory).unwrap_err().code.as_str());
        set_mode(&file, 0o200);
        tell(open(directory).unwrap_err().code.as_str());
        return;
    }
    let place = TempDir::new().unwrap();
    set_mode(place.path(), 0o777);
    let directory = place.path().join("theirs");
    let test = "trouble::a_database_that_cannot_be_written_is_a_problem";
    let mut other = second_process(test, &directory, unprivileged(&SETPRIV));
    assert_eq!(other.must_tell(), "log_unwritable");
    assert_eq!(other.must_tell(), "log_unwritable");
    other.must_end_well();
}

#[tokio::test]
async fn another_process_s_short_write_is_waited_for_a_stuck_one_is_a_problem() {
    let (place, log) = fresh();
    let mut other = Connection::open(database(&place)).unwrap();
    let writing = other
        .transaction_with_behavior(TransactionBehavior::Immediate)
        .unwrap();
    let waiting = {
        let log = log.clone();
        tokio::spawn(async move { begin(&log, intent("a")).await })
    };
    std::thread::sleep(Duration::from_millis(300));
    drop(writing);
    new(waiting.await.unwrap().unwrap());

    let _stuck = other
        .transaction_with_behavior(TransactionBehavior::Immediate)
        .unwrap();
    let start = Instant::now();
    let press = intent("b");
    let problem = begin(&log, press.clone()).await.unwrap_err();
    assert_eq!(problem.code, ProblemCode::LogUnwritable);
    assert!(start.elapsed() < Duration::from_secs(10));
    // Reading goes on meanwhile, and the press is not in the log.
    assert_eq!(
        log.get(press.id).await.unwrap_err().code,
        ProblemCode::AttemptMissing
    );
}

#[tokio::test]
async fn a_page_that_is_damaged_while_the_log_is_open_is_a_problem_when_it_is_met() {
    let place = with_history().await;
    let log = open(place.path()).unwrap();
    let file = database(&place);
    let mut content = Vec::new();
    std::fs::File::open(&file)
        .unwrap()
        .read_to_end(&mut content)
        .unwrap();
    content[4096..].fill(0xa5);
    std::fs::OpenOptions::new()
        .write(true)
        .open(&file)
        .unwrap()
        .write_all(&content)
        .unwrap();
    let problem = log.history(HistorySearch::default()).await.unwrap_err();
    assert_eq!(problem.code, ProblemCode::DatabaseDamaged);
}

#[tokio::test]
async fn an_outcome_is_kept_also_where_the_search_index_is_damaged() {
    let (place, log) = fresh();
    let attempt = new(begin(&log, intent("a")).await.unwrap());
    let other = Connection::open(database(&place)).unwrap();
    other
        .execute("UPDATE attempt_search_data SET block = x'ffffffffffff'", [])
        .unwrap();
    let outcome = OutcomeRecord::Placed {
        conversation_id: "c".into(),
    };
    log.finish(attempt.id, outcome, at(1)).await.unwrap();
    assert_eq!(log.get(attempt.id).await.unwrap().outcome, Outcome::Placed);
    // A new attempt is not begun in a damaged file: nothing was sent yet.
    let refused = begin(&log, intent("b")).await.unwrap_err();
    assert_eq!(refused.code, ProblemCode::DatabaseDamaged);
}
