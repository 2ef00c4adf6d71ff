//! Second processes are the same test again, started by itself.

use std::path::Path;
use std::time::Duration;

use dialer::attempt::{AttemptId, Outcome};
use dialer::data_dir::DataDir;
use dialer::log::{Begun, CallLog, HistorySearch, OutcomeRecord};
use dialer::problem::ProblemCode;
use tempfile::TempDir;

use crate::support::*;

/// A second process that has an attempt on disk and waits for an answer.
async fn hold_an_attempt(directory: &str) -> ! {
    let log = open(Path::new(directory)).unwrap();
    let attempt = new(begin(&log, intent("a")).await.unwrap());
    log.sending(attempt.id, at(1)).await.unwrap();
    tell(attempt.id);
    wait_for_the_end()
}

fn id(text: &str) -> AttemptId {
    AttemptId(text.parse().unwrap())
}

#[tokio::test]
async fn a_killed_process_leaves_an_unknown_attempt_a_running_one_is_left_alone() {
    if let Some(directory) = child_directory() {
        hold_an_attempt(&directory).await;
    }
    let (place, log) = fresh();
    let test = "processes::a_killed_process_leaves_an_unknown_attempt_a_running_one_is_left_alone";
    let mut other = second_process(test, place.path(), &[]);
    let held = id(&other.must_tell());

    assert!(log.recover(at(2)).await.unwrap().is_empty());
    assert_eq!(log.get(held).await.unwrap().outcome, Outcome::Pending);
    assert_eq!(same(begin(&log, intent("a")).await.unwrap()).id, held);

    other.kill();
    let recovered = log.recover(at(3)).await.unwrap();
    assert_eq!(recovered.len(), 1);
    assert_eq!(
        (recovered[0].id, recovered[0].outcome),
        (held, Outcome::Unknown)
    );
    let problem = recovered[0].problem.as_ref().unwrap();
    assert_eq!(problem.code, ProblemCode::ProcessEnded);
    assert!(log.recover(at(4)).await.unwrap().is_empty());
    let owners = place.path().join("owners").read_dir().unwrap().count();
    assert_eq!(owners, 1, "the lock file of the killed process is removed");
    new(begin(&log, intent("a")).await.unwrap());
}

#[tokio::test]
async fn a_press_recovers_what_a_killed_process_left_for_its_agent() {
    if let Some(directory) = child_directory() {
        hold_an_attempt(&directory).await;
    }
    let (place, log) = fresh();
    let test = "processes::a_press_recovers_what_a_killed_process_left_for_its_agent";
    let mut other = second_process(test, place.path(), &[]);
    let held = id(&other.must_tell());
    other.kill();

    let press = intent("a");
    let Begun::New {
        logged, recovered, ..
    } = begin(&log, press.clone()).await.unwrap()
    else {
        panic!("a dead process's attempt stands in the way");
    };
    assert_eq!(logged.attempt().id, press.id);
    assert_eq!(recovered.len(), 1);
    assert_eq!(
        (recovered[0].id, recovered[0].outcome),
        (held, Outcome::Unknown)
    );
    assert_eq!(log.get(held).await.unwrap(), recovered[0]);
}

#[tokio::test]
async fn of_four_processes_that_press_at_once_one_is_new() {
    if let Some(directory) = child_directory() {
        let log = open(Path::new(&directory)).unwrap();
        tell("ready");
        let go = Path::new(&directory).join("go");
        while !go.exists() {
            std::thread::sleep(Duration::from_millis(1));
        }
        for round in 0..10 {
            let begun = begin(&log, intent(&format!("agent {round}")))
                .await
                .unwrap();
            tell(matches!(begun, Begun::New { .. }));
        }
        // It stays: an attempt of a process that ended would rightly be recovered.
        wait_for_the_end()
    }
    let place = TempDir::new().unwrap();
    let test = "processes::of_four_processes_that_press_at_once_one_is_new";
    let mut others: Vec<_> = (0..4)
        .map(|_| second_process(test, place.path(), &[]))
        .collect();
    for other in &mut others {
        assert_eq!(other.must_tell(), "ready");
    }
    std::fs::write(place.path().join("go"), "").unwrap();
    for round in 0..10 {
        let new = others.iter_mut().map(SecondProcess::must_tell);
        assert_eq!(
            new.filter(|told| told == "true").count(),
            1,
            "round {round}"
        );
    }
    for other in &mut others {
        other.must_end_well();
    }
}

#[tokio::test]
async fn kills_at_any_instant_lose_no_attempt() {
    if let Some(directory) = child_directory() {
        let log = open(Path::new(&directory)).unwrap();
        loop {
            let attempt = new(begin(&log, intent("a")).await.unwrap());
            tell(format_args!("logged {}", attempt.id));
            let outcome = OutcomeRecord::Placed {
                conversation_id: "c".into(),
            };
            log.finish(attempt.id, outcome, at(1)).await.unwrap();
            tell(format_args!("placed {}", attempt.id));
        }
    }
    let place = TempDir::new().unwrap();
    let mut told = Vec::new();
    for round in 0..12 {
        let test = "processes::kills_at_any_instant_lose_no_attempt";
        let mut other = second_process(test, place.path(), &[]);
        told.push(other.must_tell());
        std::thread::sleep(Duration::from_millis(3 + round * 7));
        other.kill();
        while let Some(text) = other.told() {
            told.push(text);
        }
    }
    let log: CallLog = open(place.path()).unwrap();
    log.recover(at(9)).await.unwrap();
    assert!(told.len() > 24, "the second processes came to work");
    for text in told {
        let (word, attempt) = text.split_once(' ').unwrap();
        let attempt = log.get(id(attempt)).await.unwrap();
        match word {
            "placed" => assert_eq!(attempt.outcome, Outcome::Placed),
            _ => assert_ne!(attempt.outcome, Outcome::Pending),
        }
    }
    assert!(log.pending().await.unwrap().is_empty());
    let all = log
        .history(HistorySearch {
            limit: 200,
            ..HistorySearch::default()
        })
        .await
        .unwrap();
    let unknown = all
        .attempts
        .iter()
        .filter(|a| a.outcome == Outcome::Unknown)
        .count();
    assert!(unknown <= 12, "one at most for each killed process");
}

#[tokio::test]
async fn processes_that_open_a_new_directory_at_once_all_work() {
    if let Some(directory) = child_directory() {
        let log = open(Path::new(&directory)).unwrap();
        new(begin(&log, intent(log.owner())).await.unwrap());
        tell("done");
        wait_for_the_end()
    }
    let place = TempDir::new().unwrap();
    let directory = place.path().join("not/there/yet");
    let test = "processes::processes_that_open_a_new_directory_at_once_all_work";
    let mut others: Vec<_> = (0..5)
        .map(|_| second_process(test, &directory, &[]))
        .collect();
    for other in &mut others {
        assert_eq!(other.must_tell(), "done");
    }
    assert_eq!(open(&directory).unwrap().pending().await.unwrap().len(), 5);
}

#[test]
fn one_process_has_the_window_until_it_ends() {
    if let Some(directory) = child_directory() {
        let directory = DataDir::open(directory).unwrap();
        let lock = directory.lock_window().unwrap();
        tell(lock.is_some());
        wait_for_the_end()
    }
    let place = TempDir::new().unwrap();
    let test = "processes::one_process_has_the_window_until_it_ends";
    let mut other = second_process(test, place.path(), &[]);
    assert_eq!(other.must_tell(), "true");
    let directory = DataDir::open(place.path()).unwrap();
    assert!(directory.lock_window().unwrap().is_none());
    other.kill();
    let lock = directory.lock_window().unwrap();
    assert!(lock.is_some());
    assert!(directory.lock_window().unwrap().is_none());
    drop(lock);
    assert!(directory.lock_window().unwrap().is_some());
}
