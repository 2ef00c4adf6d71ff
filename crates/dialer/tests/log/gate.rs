use std::time::Duration;

use dialer::attempt::Outcome;
use dialer::log::{CallLog, OutcomeRecord};
use dialer::problem::{Problem, ProblemCode};

use crate::support::*;

#[tokio::test]
async fn a_new_press_is_on_disk_with_everything_that_was_pressed() {
    let (_place, log) = fresh();
    let intent = intent("a");
    let attempt = new(begin(&log, intent.clone()).await.unwrap());
    assert_eq!(attempt, log.get(intent.id).await.unwrap());
    assert_eq!(attempt.outcome, Outcome::Pending);
    assert_eq!(attempt.owner, log.owner());
    assert_eq!(
        (attempt.typed.as_str(), attempt.number.as_str()),
        ("(415) 555-2671", "+14155552671")
    );
    assert_eq!(
        (attempt.placed_by.as_str(), attempt.version.as_str()),
        ("alex@desk", "0.1.0")
    );
    assert_eq!(attempt.created_at, at(0));
    assert_eq!(attempt.outcome_at, None);
}

#[tokio::test]
async fn the_same_press_again_is_the_same_attempt_also_after_its_outcome() {
    let (_place, log) = fresh();
    let intent = intent("a");
    let first = new(begin(&log, intent.clone()).await.unwrap());
    assert_eq!(
        same(begin(&log, intent.clone()).await.unwrap()).seq,
        first.seq
    );
    let refused = OutcomeRecord::Refused(Problem::new(ProblemCode::Cancelled));
    log.finish(intent.id, refused, at(1)).await.unwrap();
    let again = same(begin(&log, intent).await.unwrap());
    assert_eq!((again.seq, again.outcome), (first.seq, Outcome::Refused));
}

#[tokio::test]
async fn a_second_press_for_an_agent_is_the_first_one_until_its_outcome() {
    let (_place, log) = fresh();
    let first = intent("a");
    new(begin(&log, first.clone()).await.unwrap());
    let mut other_profile = intent("a");
    other_profile.profile_id = "fabrikam".into();
    assert_eq!(same(begin(&log, intent("a")).await.unwrap()).id, first.id);
    assert_eq!(same(begin(&log, other_profile).await.unwrap()).id, first.id);
    new(begin(&log, intent("b")).await.unwrap());

    let refused = OutcomeRecord::Refused(Problem::new(ProblemCode::AgentNoStation));
    log.finish(first.id, refused, at(1)).await.unwrap();
    new(begin(&log, intent("a")).await.unwrap());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_many_presses_at_once_one_is_new() {
    let (_place, log) = fresh();
    let one = intent("a");
    let presses: Vec<_> = (0..16)
        .map(|n| {
            // Half of them repeat one id, as a reloaded page does.
            let press = if n % 2 == 0 { one.clone() } else { intent("a") };
            let log = log.clone();
            tokio::spawn(async move { begin(&log, press).await.unwrap() })
        })
        .collect();
    let mut news = 0;
    for press in presses {
        news += usize::from(matches!(
            press.await.unwrap(),
            dialer::log::Begun::New { .. }
        ));
    }
    assert_eq!(news, 1);
    assert_eq!(log.pending().await.unwrap().len(), 1);
}

#[tokio::test(start_paused = true)]
async fn simulated_time_stands_still_while_the_log_is_written() {
    let (_place, log) = fresh();
    let begun = tokio::time::timeout(Duration::from_millis(1), begin(&log, intent("a"))).await;
    new(begun.expect("the clock ran on").unwrap());
}

#[tokio::test]
async fn an_attempt_is_there_after_the_log_was_opened_again() {
    let (place, log) = fresh();
    let press = intent("a");
    new(begin(&log, press.clone()).await.unwrap());
    drop(log);
    let log: CallLog = open(place.path()).unwrap();
    assert_eq!(log.get(press.id).await.unwrap().outcome, Outcome::Pending);
    let recovered = log.recover(at(5)).await.unwrap();
    assert_eq!(recovered.len(), 1);
    assert_eq!(recovered[0].outcome, Outcome::Unknown);
    assert_eq!(recovered[0].outcome_at, Some(at(5)));
    let problem = recovered[0].problem.as_ref().unwrap();
    assert_eq!(problem.code, ProblemCode::ProcessEnded);
}
