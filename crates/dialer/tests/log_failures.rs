//! Law 2: where the intent cannot be written nothing is sent, and where the outcome cannot be
//! written it is not lost.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on has failed"
)]

mod support;

use dialer::attempt::{AttemptId, EndReason, Outcome};
use dialer::data_dir::DataDir;
use dialer::problem::ProblemCode;
use support::{NUMBER, Ready, World, history, pass, until};

/// To the log this looks like storage that fails: the statement cannot be carried out.
const NO_INTENT: &str = "CREATE TRIGGER no_intent BEFORE INSERT ON attempts \
     BEGIN SELECT abs(-9223372036854775807 - 1); END;";
const NO_OUTCOME: &str = "CREATE TRIGGER no_outcome BEFORE UPDATE ON attempts \
     BEGIN SELECT abs(-9223372036854775807 - 1); END;";
/// A failure the log has no name for.
const ODD_OUTCOME: &str = "CREATE TRIGGER no_outcome BEFORE UPDATE ON attempts \
     BEGIN SELECT RAISE(FAIL, 'odd'); END;";

fn stored_outcome(world: &World, id: AttemptId) -> String {
    let path = DataDir::open(world.dir.path()).unwrap().database();
    let db = rusqlite::Connection::open(path).unwrap();
    let query = "SELECT outcome FROM attempts WHERE id = ?1";
    let by_text = db.query_row(query, [id.to_string()], |row| row.get(0));
    by_text
        .or_else(|_| db.query_row(query, [id.0.as_bytes().to_vec()], |row| row.get(0)))
        .unwrap()
}

#[tokio::test(start_paused = true)]
async fn without_the_intent_on_disk_nothing_is_sent() {
    let ready = Ready::new().await;
    ready.world.sql(NO_INTENT);
    let problem = ready
        .dialer
        .place_call(ready.request(NUMBER))
        .await
        .unwrap_err();
    assert_eq!(problem.code, ProblemCode::LogUnwritable);
    pass(120).await;
    assert_eq!(ready.world.call_requests(), 0);
    assert!(ready.world.sandbox.calls().is_empty());
    assert!(ready.history().await.is_empty());
    ready.world.sql("DROP TRIGGER no_intent");
    assert_eq!(ready.end(NUMBER).await.outcome, Outcome::Placed);
}

#[tokio::test(start_paused = true)]
async fn an_outcome_that_cannot_be_written_is_shown_told_and_written_later() {
    for trigger in [NO_OUTCOME, ODD_OUTCOME] {
        outlives_a_log_that_fails(trigger).await;
    }
}

async fn outlives_a_log_that_fails(trigger: &str) {
    let ready = Ready::new().await;
    ready.world.sql(trigger);
    let attempt = ready.outcome(NUMBER).await;
    assert_eq!(attempt.outcome, Outcome::Placed);
    assert!(attempt.conversation_id.is_some());
    assert_eq!(stored_outcome(&ready.world, attempt.id), "pending");
    assert_eq!(
        ready.history().await[0].outcome,
        Outcome::Placed,
        "the history shows it too"
    );
    let notices = ready.world.host.notices();
    assert_eq!(notices.len(), 1, "told once: {notices:?}");
    assert_eq!(notices[0].code, ProblemCode::OutcomeUnwritten);

    let ended = until(&ready.dialer, attempt.id, |attempt| !attempt.live).await;
    assert_eq!(ended.end_reason, Some(EndReason::CustomerHungUp));
    assert_eq!(stored_outcome(&ready.world, attempt.id), "pending");
    ready.world.sql("DROP TRIGGER no_outcome");
    pass(60).await;
    assert_eq!(stored_outcome(&ready.world, attempt.id), "placed");
    let details = ready.dialer.attempt(attempt.id).await.unwrap();
    assert_eq!(details.attempt, ended);
    assert_eq!(
        details.states.len(),
        5,
        "no state was lost: {:?}",
        details.states
    );
    assert_eq!(ready.world.sandbox.calls().len(), 1);
}

#[tokio::test(start_paused = true)]
async fn an_outcome_that_was_never_written_is_unknown_after_a_restart() {
    let Ready {
        world,
        dialer,
        profile,
        agent,
    } = Ready::new().await;
    world.sql(NO_OUTCOME);
    let request = support::request(&dialer, &profile.id, &agent.id, NUMBER);
    let pressed = dialer.place_call(request).await.unwrap();
    until(&dialer, pressed.id, |attempt| {
        attempt.outcome == Outcome::Placed
    })
    .await;
    drop(dialer);
    pass(60).await;
    world.sql("DROP TRIGGER no_outcome");
    let dialer = world.open().await;
    let rows = history(&dialer).await;
    assert_eq!(rows.len(), 1);
    assert_eq!(rows[0].outcome, Outcome::Unknown);
    assert_eq!(
        rows[0].problem.as_ref().unwrap().code,
        ProblemCode::ProcessEnded
    );
}

#[cfg(unix)]
#[tokio::test(start_paused = true)]
async fn a_database_that_was_removed_or_replaced_while_open_places_no_call() {
    let whole: &[&str] = &["ringfor.db", "ringfor.db-wal", "ringfor.db-shm"];
    for (files, replaced) in [(whole, false), (whole, true), (&whole[1..2], false)] {
        let ready = Ready::new().await;
        for name in files {
            let file = ready.world.dir.path().join(name);
            let copy = file.with_extension("copy");
            std::fs::copy(&file, &copy).unwrap();
            std::fs::remove_file(&file).unwrap();
            if replaced {
                std::fs::rename(&copy, &file).unwrap();
            }
        }
        let pressed = ready.dialer.place_call(ready.request(NUMBER)).await;
        assert_eq!(pressed.unwrap_err().code, ProblemCode::LogUnwritable);
        pass(60).await;
        assert_eq!(ready.world.call_requests(), 0);
    }
}

#[tokio::test(start_paused = true)]
async fn a_press_after_an_outcome_that_could_not_be_written_is_a_new_one_or_none() {
    let ready = Ready::new().await;
    for trigger in [NO_OUTCOME, ODD_OUTCOME] {
        ready.world.sql(trigger);
        // The server refuses calls to this number.
        let first = ready.outcome("+1 202 555 0104").await;
        assert_eq!(first.outcome, Outcome::Refused);
        assert_eq!(stored_outcome(&ready.world, first.id), "pending");
        let second = ready.dialer.place_call(ready.request(NUMBER)).await;
        let code = second.unwrap_err().code;
        assert!(
            matches!(code, ProblemCode::LogUnwritable | ProblemCode::DiskFull),
            "{code:?}"
        );
        ready.world.sql("DROP TRIGGER no_outcome");
        let third = ready.press(NUMBER).await;
        assert_ne!(third.id, first.id);
        assert_eq!(stored_outcome(&ready.world, first.id), "refused");
        let third = until(&ready.dialer, third.id, |attempt| !attempt.live).await;
        assert_eq!(third.outcome, Outcome::Placed);
        pass(60).await;
    }
    assert_eq!(ready.world.sandbox.calls().len(), 2);
}
