//! What following and looking up keep: questions, claims, and databases of the first schema.

use std::time::Duration;

use dialer::attempt::{AttemptId, Outcome};
use dialer::data_dir::DataDir;
use dialer::log::{Begun, CallLog, OutcomeRecord, Settled};
use dialer::problem::{Problem, ProblemCode};
use dialer::view::{Searched, SettlingState};
use tempfile::TempDir;

use crate::support::*;

fn question(begun: Begun) -> ProblemCode {
    match begun {
        Begun::Asks { question, .. } => question.code,
        other => panic!("not asked: {other:?}"),
    }
}

async fn unknown(log: &CallLog, agent_id: &str) -> AttemptId {
    let attempt = new(begin(log, intent(agent_id)).await.unwrap());
    let lost = OutcomeRecord::Unknown(Problem::new(ProblemCode::ConnectionLost));
    log.finish(attempt.id, lost, at(1)).await.unwrap();
    attempt.id
}

fn found() -> Settled {
    Settled {
        state: SettlingState::Found,
        at: at(9),
        searched: vec![Searched::Socket, Searched::Analytics],
        probably: true,
        permission: None,
    }
}

#[tokio::test]
async fn the_question_holds_across_processes_and_writes_nothing() {
    let (place, log) = fresh();
    let live = new(begin(&log, intent("a")).await.unwrap());
    let placed = OutcomeRecord::Placed {
        conversation_id: "c-1".into(),
    };
    log.finish(live.id, placed, at(1)).await.unwrap();
    let other = open(place.path()).unwrap();
    let press = intent("a");
    let asked = question(other.begin(press.clone()).await.unwrap());
    assert_eq!(asked, ProblemCode::AgainLive);
    let missing = log.get(press.id).await.unwrap_err();
    assert_eq!(missing.code, ProblemCode::AttemptMissing);
    let asked = question(other.begin(intent("b")).await.unwrap());
    assert_eq!(asked, ProblemCode::AgainSameNumber);
    new(begin(&other, press).await.unwrap());
}

#[tokio::test]
async fn a_conversation_belongs_to_one_attempt() {
    let (_place, log) = fresh();
    let (one, two) = (unknown(&log, "a").await, unknown(&log, "a").await);
    let rival = log.get(one).await.unwrap();
    assert!(
        log.has_rivals(rival, Duration::from_secs(60))
            .await
            .unwrap()
    );
    let settle = |id| log.settle(id, Some("c-1".to_owned()), found());
    let settled = settle(one).await.unwrap().unwrap();
    assert_eq!(settled.outcome, Outcome::Placed);
    assert_eq!(settled.problem, None);
    assert_eq!(settled.settled, Some(found()));
    assert!(settle(two).await.unwrap().is_none(), "it is claimed");
    assert_eq!(log.get(two).await.unwrap().outcome, Outcome::Unknown);
    assert!(log.is_claimed("c-1".into(), two).await.unwrap());
    assert!(!log.is_claimed("c-1".into(), one).await.unwrap());
}

#[tokio::test]
async fn the_first_end_of_a_look_up_is_kept() {
    let (_place, log) = fresh();
    let id = unknown(&log, "a").await;
    assert_eq!(log.unsettled(at(0)).await.unwrap().len(), 1);
    assert!(log.unsettled(at(1)).await.unwrap().is_empty());
    let ended = Settled {
        state: SettlingState::CouldNotSearch,
        probably: false,
        permission: Some("analytics:conversationDetail:view".into()),
        ..found()
    };
    log.settle(id, None, ended.clone()).await.unwrap();
    let kept = log.settle(id, Some("c-1".into()), found()).await.unwrap();
    let kept = kept.unwrap();
    assert_eq!(
        (kept.outcome, kept.settled),
        (Outcome::Unknown, Some(ended))
    );
    assert!(log.unsettled(at(0)).await.unwrap().is_empty());
}

#[tokio::test]
async fn a_database_of_the_first_schema_is_brought_up_to_date_with_all_it_holds() {
    let place = TempDir::new().unwrap();
    let database = DataDir::open(place.path()).unwrap().database();
    let db = rusqlite::Connection::open(&database).unwrap();
    db.execute_batch(include_str!("../../src/log/migrations/0001_first.sql"))
        .unwrap();
    db.pragma_update(None, "user_version", 1).unwrap();
    let id = AttemptId::mint();
    db.execute_batch(&format!(
        "INSERT INTO attempts (id, profile_id, owner, placed_by, version, via, typed, e164, digits, \
         agent_id, agent_name, outcome, created_at) VALUES ('{id}', 'p', 'o', 'x@y', '0.1.0', 'typed', \
         '+1 415 555 2671', '+14155552671', '14155552671', 'a', 'Alex Kim', 'pending', 5); \
         UPDATE attempts SET outcome = 'unknown', problem_code = 'connection_lost', outcome_at = 6;"
    ))
    .unwrap();
    drop(db);
    let log = open(place.path()).unwrap();
    let attempt = log.get(id).await.unwrap();
    assert_eq!(attempt.outcome, Outcome::Unknown);
    assert_eq!((attempt.settled, attempt.hung_up_at), (None, None));
    let settled = log.settle(id, Some("c-1".into()), found()).await.unwrap();
    assert_eq!(settled.unwrap().outcome, Outcome::Placed);
    log.hung_up(id, at(1)).await.unwrap();
    log.hung_up(id, at(2)).await.unwrap();
    assert_eq!(log.get(id).await.unwrap().hung_up_at, Some(at(1)));
}
