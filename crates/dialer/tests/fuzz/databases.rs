//! What lies in the data directory: the database and its side files, whole, broken, or changed by somebody else.
//!
//! It ends in a problem or in correct service; work that panicked would be a problem that knows no step. SQLite's own
//! memory is not counted, and its file is checked by itself.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use dialer::attempt::{AttemptId, Outcome, Via};
use dialer::data_dir::DataDir;
use dialer::host::Host;
use dialer::log::CallLog;
use dialer::problem::{Problem, ProblemCode};
use dialer::secret::SecretStore;
use dialer::timeouts::Timeouts;
use dialer::view::{DialectName, HistoryQuery, PlaceRequest};
use dialer::{Dialer, DialerConfig};
use futures_util::FutureExt;
use futures_util::future::{BoxFuture, ready};
use fuzzing::{Limits, Reached, Target};
use genesys_cloud::clock::SimulatedClock;
use genesys_cloud::transport::{
    Limits as TransportLimits, Sent, Socket, Transport, TransportError, TransportErrorKind,
};
use http::{Request, Response};
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::TestCaseError;
use tempfile::TempDir;
use url::Url;

use crate::support::{Ready, Recorder, World, call_anyway};

const LIMITS: Limits = Limits {
    memory: 32 * 1024 * 1024,
    time: Duration::from_secs(10),
    accepted: 0.2,
};

const SIDE_FILES: [&str; 3] = ["ringfor.db-wal", "ringfor.db-shm", "ringfor.db-journal"];

/// A data directory as Ringfor leaves it, and what the keyring holds for it.
#[derive(Clone)]
struct Whole {
    /// Closed in order.
    database: Vec<u8>,
    /// As after a kill: the database and the part of it that is still in the side file.
    killed: (Vec<u8>, Vec<u8>),
    secrets: Arc<dyn SecretStore>,
    profile_id: String,
    agent_id: String,
}

/// What somebody did to it.
#[derive(Debug, Clone)]
enum Damage {
    Nothing,
    Killed(Vec<(Index, u8)>),
    Bytes(Vec<(Index, u8)>),
    Header(Vec<(usize, u8)>),
    Page(Index, u8),
    CutOff(Index),
    Extended(Vec<u8>),
    Other(Vec<u8>),
    Beside(usize, Vec<u8>),
    Sql(Vec<(&'static str, &'static str)>),
}

/// Statements, each with a place for a value.
const STATEMENTS: &[&str] = &[
    "UPDATE attempts SET typed = {}",
    "UPDATE attempts SET agent_name = {}",
    "UPDATE attempts SET e164 = {}",
    "UPDATE attempts SET id = {} WHERE seq = 1",
    "UPDATE attempts SET outcome = {}",
    "UPDATE attempts SET outcome = 'pending', owner = {}",
    "UPDATE attempts SET outcome = 'unknown', settling = NULL, agent_id = {}",
    "UPDATE attempts SET outcome = 'placed', ended_at = NULL, conversation_id = {}",
    "UPDATE attempts SET end_reason = {}",
    "UPDATE attempts SET problem_code = {}, params = {}, details = {}",
    "UPDATE attempts SET params = {}",
    "UPDATE attempts SET created_at = {}, outcome_at = {}",
    "UPDATE attempts SET searched = {}, settled_at = {}",
    "UPDATE attempts SET profile_id = {}",
    "UPDATE attempts SET seq = {} WHERE seq = 1",
    "UPDATE call_states SET state = {}",
    "UPDATE call_states SET at = {}",
    "UPDATE profiles SET region = {}, dialect = {}",
    "UPDATE profiles SET region = NULL, api_url = {}, login_url = {}",
    "UPDATE profiles SET default_country = {}, last_agent_id = {}",
    "UPDATE profiles SET id = {}",
    "UPDATE agents_seen SET agent_id = {}, name = {}",
    "DELETE FROM attempts WHERE typed <> {}",
    "DELETE FROM attempt_search WHERE words <> {}",
    "PRAGMA user_version = {}",
    "PRAGMA application_id = {}",
    "PRAGMA journal_mode = DELETE; SELECT {}",
    "DROP TABLE call_states; SELECT {}",
    "DROP TABLE attempt_search; SELECT {}",
    "ALTER TABLE attempts RENAME TO others; CREATE VIEW attempts AS SELECT {}",
    "ALTER TABLE attempts ADD COLUMN more TEXT DEFAULT {}",
    "CREATE TRIGGER theirs AFTER INSERT ON attempts BEGIN DELETE FROM attempts WHERE typed <> {}; END",
    "CREATE TABLE more (x); INSERT INTO more VALUES ({})",
];

const VALUES: &[&str] = &[
    "''",
    "NULL",
    "0",
    "-1",
    "3",
    "9223372036854775807",
    "-9223372036854775808",
    "1e308",
    "x'00ff80'",
    "zeroblob(100000)",
    "'+14155552671'",
    "'not a number'",
    "'../../x?y#z'",
    "char(0, 27, 8238, 10)",
    "replace(hex(zeroblob(20000)), '0', 'é')",
    "'{\"a\":{\"b\":[1e999]}}'",
    "'[[[['",
    "'\" OR words MATCH \"*'",
    "'DE'",
    "'platform'",
    "'http://127.0.0.1:9'",
];

/// Their schema knows neither types nor checks.
const LOOSE: &str = "PRAGMA writable_schema = ON; PRAGMA ignore_check_constraints = ON; \
    UPDATE sqlite_schema SET sql = replace(replace(sql, ' STRICT', ''), 'NOT NULL', '') \
    WHERE type = 'table' AND sql LIKE '%STRICT%';";

pub(crate) fn target() -> Target {
    let changes = prop::collection::vec((any::<Index>(), any::<u8>()), 1..40);
    let bytes = prop::collection::vec(any::<u8>(), 0..5000);
    let sql = (
        prop::sample::select(STATEMENTS),
        prop::sample::select(VALUES),
    );
    let inputs = prop_oneof![
        3 => Just(Damage::Nothing),
        3 => prop_oneof![Just(Vec::new()), changes.clone().boxed()].prop_map(Damage::Killed),
        4 => changes.prop_map(Damage::Bytes),
        3 => prop::collection::vec((0..100_usize, any::<u8>()), 1..4).prop_map(Damage::Header),
        2 => (any::<Index>(), any::<u8>()).prop_map(|(place, byte)| Damage::Page(place, byte)),
        1 => any::<Index>().prop_map(Damage::CutOff),
        1 => bytes.clone().prop_map(Damage::Extended),
        1 => bytes.clone().prop_map(Damage::Other),
        1 => (0..SIDE_FILES.len(), bytes).prop_map(|(file, bytes)| Damage::Beside(file, bytes)),
        6 => prop::collection::vec(sql, 1..4).prop_map(Damage::Sql),
    ];
    let whole = std::cell::OnceCell::new();
    Target::new("databases", LIMITS, inputs, move |damage| {
        let whole = whole.get_or_init(|| in_simulated_time(whole_directory()));
        let place = directory();
        lay_out(place.path(), whole, &damage);
        in_simulated_time(used(place.path(), whole))
    })
}

fn in_simulated_time<T>(work: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread()
        .enable_time()
        .start_paused(true)
        .build()
        .unwrap()
        .block_on(work)
}

/// No server can be reached.
struct Nobody;

impl Transport for Nobody {
    fn send(
        &self,
        _: Request<Bytes>,
        _: TransportLimits,
    ) -> BoxFuture<'_, Result<Response<Bytes>, TransportError>> {
        ready(Err(unreachable())).boxed()
    }

    fn open_socket(
        &self,
        _: Url,
        _: TransportLimits,
    ) -> BoxFuture<'_, Result<Box<dyn Socket>, TransportError>> {
        ready(Err(unreachable())).boxed()
    }
}

fn unreachable() -> TransportError {
    TransportError::new(TransportErrorKind::Connect, "nobody", Sent::No)
}

/// In memory where the system has such a place: what is tried is not the disk.
fn directory() -> TempDir {
    TempDir::new_in("/dev/shm").unwrap_or_else(|_| TempDir::new().unwrap())
}

/// A profile, an agent, and calls of every outcome.
async fn whole_directory() -> Whole {
    let world = World::new(genesys_sandbox::Config::default());
    let ready = Ready::over(world, DialectName::Platform).await;
    ready.end("+1 415 555 2671").await;
    ready.end("+1 212 555 0109").await;
    ready.press_again("+1 415 555 2672").await;
    let path = ready.world.dir.path().to_owned();
    let read = |name: &str| std::fs::read(path.join(name)).unwrap();
    let killed = (read("ringfor.db"), read("ringfor.db-wal"));
    assert!(!killed.1.is_empty(), "nothing is in the side file");
    let whole = Whole {
        database: Vec::new(),
        killed,
        secrets: Arc::clone(&ready.world.secrets),
        profile_id: ready.profile.id.clone(),
        agent_id: ready.agent.id.clone(),
    };
    let db = rusqlite::Connection::open(path.join("ringfor.db")).unwrap();
    let copy = ready.world.dir.path().join("copy.db");
    db.execute("VACUUM INTO ?1", [copy.to_str().unwrap()])
        .unwrap();
    let copied = rusqlite::Connection::open(&copy).unwrap();
    copied.pragma_update(None, "journal_mode", "WAL").unwrap();
    copied.close().unwrap();
    Whole {
        database: read("copy.db"),
        ..whole
    }
}

fn lay_out(place: &Path, whole: &Whole, damage: &Damage) {
    let mut database = whole.database.clone();
    match damage {
        Damage::Nothing | Damage::Sql(_) => {}
        Damage::Killed(changes) => {
            let mut wal = whole.killed.1.clone();
            change(&mut wal, changes);
            std::fs::write(place.join(SIDE_FILES[0]), wal).unwrap();
            database.clone_from(&whole.killed.0);
        }
        Damage::Bytes(changes) => change(&mut database, changes),
        Damage::Header(changes) => {
            for (at, byte) in changes {
                database[*at] = *byte;
            }
        }
        Damage::Page(at, byte) => {
            let page = at.index(database.len() / 4096);
            database[page * 4096..(page + 1) * 4096].fill(*byte);
        }
        Damage::CutOff(at) => database.truncate(at.index(database.len())),
        Damage::Extended(more) => database.extend(more),
        Damage::Other(bytes) => database.clone_from(bytes),
        Damage::Beside(file, bytes) => {
            std::fs::write(place.join(SIDE_FILES[*file]), bytes).unwrap();
        }
    }
    std::fs::write(place.join("ringfor.db"), &database).unwrap();
    if let Damage::Sql(statements) = damage {
        let open = || rusqlite::Connection::open(place.join("ringfor.db")).unwrap();
        open().execute_batch(LOOSE).unwrap();
        let db = open();
        db.pragma_update(None, "ignore_check_constraints", true)
            .unwrap();
        for (statement, value) in statements {
            // Some of them cannot be carried out any more after another one.
            drop(db.execute_batch(&statement.replace("{}", value)));
        }
    }
}

fn change(bytes: &mut [u8], changes: &[(Index, u8)]) {
    for (at, byte) in changes {
        let at = at.index(bytes.len());
        bytes[at] = *byte;
    }
}

/// Opens what is there and does what a person would.
async fn used(place: &Path, whole: &Whole) -> Result<Reached, TestCaseError> {
    let before = std::fs::read(place.join("ringfor.db")).unwrap();
    let dialer = match open(place, whole).await {
        Ok(dialer) => dialer,
        Err(problem) => {
            known_step(&problem)?;
            let after = std::fs::read(place.join("ringfor.db"));
            prop_assert!(after.is_ok(), "the file is gone");
            // Damage that shows only in use, after the first write, is a problem as well. What the log itself refuses,
            // it leaves alone.
            if after.is_ok_and(|after| after != before) {
                let refused = CallLog::open(&DataDir::open(place).unwrap()).err();
                let left_alone = [ProblemCode::DatabaseDamaged, ProblemCode::DatabaseNewer];
                let changed = refused.filter(|problem| left_alone.contains(&problem.code));
                prop_assert!(changed.is_none(), "not left alone: {changed:?}");
            }
            return Ok(Reached::Refused);
        }
    };
    let started = dialer.start().await;
    let mut shown = 0;
    let mut problems: Vec<Problem> = started.err().into_iter().collect();
    for search in ["", "alex 415", "\"* OR", "é"] {
        let query = HistoryQuery {
            search: search.to_owned(),
            limit: 50,
            ..HistoryQuery::default()
        };
        match dialer.history(query).await {
            Ok(page) => {
                for row in &page.rows {
                    shown += 1;
                    problems.extend(dialer.attempt(row.id).await.err());
                }
            }
            Err(problem) => problems.push(problem),
        }
    }
    match press(&dialer, whole).await {
        Ok(()) => {}
        Err(problem) => problems.push(problem),
    }
    prop_assert!(place.join("ringfor.db").exists());
    let well = problems.is_empty() && shown > 0;
    for problem in &problems {
        known_step(problem)?;
    }
    Ok(Reached::when(well))
}

/// Work on the log that panicked is a problem too, but one that knows no step.
fn known_step(problem: &Problem) -> Result<(), TestCaseError> {
    let known = problem.code != ProblemCode::Internal || problem.details.step.is_some();
    prop_assert!(known, "{problem:?}");
    Ok(())
}

async fn open(place: &Path, whole: &Whole) -> Result<Dialer, Problem> {
    Dialer::open(DialerConfig {
        data_dir: DataDir::open(place)?,
        host: Arc::new(Recorder::default()) as Arc<dyn Host>,
        transport: Arc::new(Nobody),
        clock: Arc::new(SimulatedClock::starting_at(crate::support::today())),
        secrets: Arc::clone(&whole.secrets),
        timeouts: Timeouts::default(),
        version: "0.0.0-test".to_owned(),
        suggested_hosts: None,
        network: None,
        role: dialer::Role::Window,
    })
    .await
}

/// Presses Call and waits for the outcome: nobody answers, so nobody is called.
async fn press(dialer: &Dialer, whole: &Whole) -> Result<(), Problem> {
    let id = AttemptId::mint();
    call_anyway(
        dialer,
        PlaceRequest {
            id,
            profile_id: whole.profile_id.clone(),
            agent_id: whole.agent_id.clone(),
            typed: "+1 415 555 2677".to_owned(),
            country: "US".to_owned(),
            e164: "+14155552677".to_owned(),
            confirmed: true,
            again: Vec::new(),
            via: Via::Typed,
            options: dialer::view::CallOptions::default(),
        },
    )
    .await?;
    for _ in 0..600 {
        let attempt = dialer.attempt(id).await?.attempt;
        if attempt.outcome != Outcome::Pending {
            assert_ne!(attempt.outcome, Outcome::Placed, "nobody answered");
            return Ok(());
        }
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
    panic!("an attempt without an end")
}
