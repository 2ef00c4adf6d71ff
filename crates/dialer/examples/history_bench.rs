//! Measures the call log with a long history: `cargo run --release -p dialer --example history_bench [ROWS]`.
//!
//! Makes a log of a million attempts in a temporary directory and prints how long the window's
//! questions take, as `median / slowest` in milliseconds.

use std::error::Error;
use std::io::Write;
use std::path::Path;
use std::time::Instant;

use dialer::attempt::{AttemptId, CallState, Outcome, Via};
use dialer::data_dir::DataDir;
use dialer::log::{CallLog, HistorySearch, Intent, OutcomeRecord, outcome_word, searchable_words};
use dialer::number::Dialled;
use dialer::problem::Problem;
use jiff::Timestamp;
use rusqlite::{Connection, Transaction, params};

type Outcomes<T> = Result<T, Box<dyn Error>>;

const FIRST: &[&str] = &[
    "Alex", "Sam", "Robin", "Zoë", "Noor", "Jürgen", "Maria", "Li", "Olu", "Priya",
];
const LAST: &[&str] = &["Kim", "Lee", "Okafor", "Müller", "Silva", "Novak", "Rossi"];
const TIMES: usize = 15;

#[tokio::main]
async fn main() -> Outcomes<()> {
    let rows: u64 = match std::env::args().nth(1) {
        Some(rows) => rows.parse()?,
        None => 1_000_000,
    };
    let place = tempfile::tempdir()?;
    let dir = DataDir::open(place.path()).map_err(plain)?;
    drop(CallLog::open(&dir).map_err(plain)?);

    let start = Instant::now();
    fill(&dir.database(), rows)?;
    let size = dir.database().metadata()?.len() / (1 << 20);
    let seconds = start.elapsed().as_secs_f64();
    say(&format!(
        "{rows} attempts made in {seconds:.0} s, {size} MiB"
    ))?;

    let start = Instant::now();
    let log = CallLog::open(&dir).map_err(plain)?;
    say(&format!(
        "open                                 {:9.2}",
        millis(start)
    ))?;
    ask_history(&log, rows).await?;
    write_calls(&log).await?;
    let start = Instant::now();
    let check = Connection::open(dir.database())?;
    let verdict: String = check.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
    say(&format!(
        "quick_check ({verdict})                     {:9.2}",
        millis(start)
    ))
}

async fn ask_history(log: &CallLog, rows: u64) -> Outcomes<()> {
    let middle = i64::try_from(rows / 2)?;
    let asked = [
        ("", None, None),
        ("", None, Some(middle)),
        ("", Some(Outcome::Unknown), None),
        ("a", None, None),
        ("al", None, None),
        ("zq", None, None),
        ("alex", None, None),
        ("alex", None, Some(middle)),
        ("alex kim", None, None),
        ("muller", None, Some(1000)),
        ("4", None, None),
        ("41", None, None),
        ("415", None, None),
        ("4155", None, None),
        ("41555", None, None),
        ("2671", None, None),
        ("(415) 555-2671", None, None),
        ("4155552671 kim", None, None),
        ("999999999", None, None),
        ("alex", Some(Outcome::Unknown), None),
        ("415", Some(Outcome::Unknown), None),
        ("1", Some(Outcome::Pending), None),
        ("alex 2671", Some(Outcome::Refused), None),
    ];
    for (text, outcome, before) in asked {
        let search = HistorySearch {
            text: text.to_owned(),
            outcome,
            before,
            limit: 50,
        };
        let mut found = 0;
        let took = measured(async || {
            found = log
                .history(search.clone())
                .await
                .map_err(plain)?
                .attempts
                .len();
            Ok(())
        })
        .await?;
        let outcome = outcome.map_or("", Outcome::as_str);
        let from = if before.is_some() { "older" } else { "" };
        say(&format!(
            "history {text:16} {outcome:8} {from:5} {found:3} {took}"
        ))?;
    }
    Ok(())
}

async fn write_calls(log: &CallLog) -> Outcomes<()> {
    let mut began = Vec::new();
    let took = measured(async || {
        let intent = intent(&format!("bench {}", AttemptId::mint()))?;
        began.push(intent.id);
        log.begin(intent).await.map_err(plain)?;
        Ok(())
    })
    .await?;
    say(&format!("begin                                {took}"))?;
    let took = measured(async || {
        if let Some(id) = began.pop() {
            let record = OutcomeRecord::Placed {
                conversation_id: "c".to_owned(),
            };
            log.finish(id, record, Timestamp::now())
                .await
                .map_err(plain)?;
        }
        Ok(())
    })
    .await?;
    say(&format!("finish                               {took}"))?;
    let took = measured(async || {
        log.recover(Timestamp::now()).await.map_err(plain)?;
        log.unended().await.map_err(plain)?;
        Ok(())
    })
    .await?;
    say(&format!("recover and unended                  {took}"))
}

/// Median and slowest of some runs.
async fn measured(mut work: impl AsyncFnMut() -> Outcomes<()>) -> Outcomes<String> {
    let mut times = Vec::new();
    for _ in 0..TIMES {
        let start = Instant::now();
        work().await?;
        times.push(millis(start));
    }
    times.sort_by(f64::total_cmp);
    let median = times.get(TIMES / 2).copied().unwrap_or_default();
    let slowest = times.last().copied().unwrap_or_default();
    Ok(format!("{median:9.2} / {slowest:.2}"))
}

fn fill(database: &Path, rows: u64) -> Outcomes<()> {
    let mut db = Connection::open(database)?;
    db.pragma_update(None, "synchronous", "OFF")?;
    let mut chance = Chance(0x5eed);
    for first in (0..rows).step_by(50_000) {
        let transaction = db.transaction()?;
        for row in first..rows.min(first + 50_000) {
            add(&transaction, row, &mut chance)?;
        }
        transaction.commit()?;
    }
    Ok(())
}

fn add(db: &Transaction<'_>, row: u64, chance: &mut Chance) -> Outcomes<()> {
    let agent = chance.below(70);
    let name = format!("{} {}", pick(FIRST, agent / 7), pick(LAST, agent % 7));
    // Three hundred thousand customers in three hundred areas, some called often.
    let customer = chance.below(300_000);
    let (area, line) = (200 + customer % 300, customer.wrapping_mul(7_919) % 10_000);
    let exchange = 200 + customer / 300 % 800;
    let typed = format!("({area}) {exchange}-{line:04}");
    let e164 = format!("+1{area}{exchange}{line:04}");
    let at = 1_700_000_000_000_i64 + i64::try_from(row)? * 30_000;
    db.prepare_cached(
        "INSERT INTO attempts (id, profile_id, owner, placed_by, version, via, typed, e164, digits, \
         agent_id, agent_name, outcome, created_at) VALUES (?1, '01a1fd17-d1ef-71f8-8886-d7ed30675cd8', \
         '01a1fd17-d1ee-7417-8500-1de4b6b4a272', 'alex@desk', '0.1.0', 'typed', ?2, ?3, ?4, ?5, ?6, \
         'pending', ?7)",
    )?
    .execute(params![
        AttemptId::mint().to_string(),
        typed,
        e164,
        e164.trim_start_matches('+'),
        format!("00000000-0000-4000-8000-{agent:012}"),
        name,
        at,
    ])?;
    let seq = db.last_insert_rowid();
    let outcome = settle(db, seq, at, chance)?;
    db.prepare_cached("INSERT INTO attempt_search (rowid, words, outcome) VALUES (?1, ?2, ?3)")?
        .execute(params![
            seq,
            searchable_words(&name, &typed, &e164, ""),
            outcome_word(outcome)
        ])?;
    Ok(())
}

/// One of two hundred is unknown, one of ten refused; the others are placed and have ended.
fn settle(db: &Transaction<'_>, seq: i64, at: i64, chance: &mut Chance) -> Outcomes<Outcome> {
    let (outcome, code) = match chance.below(200) {
        0 => (Outcome::Unknown, Some("connection_lost")),
        1..=20 => (Outcome::Refused, Some("agent_no_station")),
        _ => (Outcome::Placed, None),
    };
    db.prepare_cached(
        "UPDATE attempts SET outcome_at = ?2, outcome = ?3, problem_code = ?4, \
         conversation_id = CASE WHEN ?4 IS NULL THEN id END, \
         params = CASE WHEN ?4 IS NOT NULL THEN '{}' END WHERE seq = ?1",
    )?
    .execute(params![seq, at, outcome.as_str(), code])?;
    if outcome == Outcome::Placed {
        for state in CallState::ALL {
            db.prepare_cached(
                "INSERT INTO call_states (attempt_seq, state, at) VALUES (?1, ?2, ?3)",
            )?
            .execute(params![seq, state.as_str(), at])?;
        }
        db.prepare_cached(
            "UPDATE attempts SET ended_at = ?2, end_reason = 'customer_hung_up' WHERE seq = ?1",
        )?
        .execute(params![seq, at + 60_000])?;
    }
    Ok(outcome)
}

fn intent(agent_id: &str) -> Outcomes<Intent> {
    let id = AttemptId::mint();
    // The same number again would ask first.
    let number = format!("+1415{:07}", id.0.as_u128() % 10_000_000);
    Ok(Intent {
        id,
        profile_id: "p".to_owned(),
        placed_by: "alex@desk".to_owned(),
        version: "0.1.0".to_owned(),
        via: Via::Typed,
        typed: "(415) 555-2671".to_owned(),
        number: Dialled::parse(&number).ok_or("no number")?,
        agent_id: agent_id.to_owned(),
        agent_name: "Alex Kim".to_owned(),
        options: dialer::view::CallOptions::default(),
        at: Timestamp::now(),
        again: Vec::new(),
    })
}

/// The same row of numbers in each run (SplitMix64).
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (z ^ (z >> 31)) % limit
    }
}

fn pick(words: &'static [&'static str], index: u64) -> &'static str {
    words
        .iter()
        .cycle()
        .nth(usize::try_from(index).unwrap_or(0))
        .copied()
        .unwrap_or("")
}

fn millis(start: Instant) -> f64 {
    start.elapsed().as_secs_f64() * 1000.0
}

fn plain(problem: Problem) -> String {
    format!("{problem:?}")
}

fn say(line: &str) -> Outcomes<()> {
    Ok(writeln!(std::io::stdout(), "{line}")?)
}
