//! Whatever the database file holds, nothing panics, and what is called damaged stays as it is.

use dialer::data_dir::DataDir;
use dialer::log::{HistorySearch, OutcomeRecord};
use dialer::problem::ProblemCode;
use proptest::prelude::*;
use tempfile::TempDir;

use crate::support::*;

/// Opens what is there and does everything once; all of it may fail, none of it may panic.
fn use_database(bytes: &[u8]) {
    let place = TempDir::new().unwrap();
    let directory = DataDir::open(place.path()).unwrap();
    std::fs::write(directory.database(), bytes).unwrap();
    let log = match dialer::log::CallLog::open(&directory) {
        Ok(log) => log,
        Err(problem) => {
            if [ProblemCode::DatabaseDamaged, ProblemCode::DatabaseNewer].contains(&problem.code) {
                assert_eq!(std::fs::read(directory.database()).unwrap(), bytes);
            }
            return;
        }
    };
    let runtime = tokio::runtime::Builder::new_current_thread()
        .build()
        .unwrap();
    runtime.block_on(async {
        let mut problems = Vec::new();
        problems.extend(log.recover(at(1)).await.err());
        problems.extend(log.history(HistorySearch::default()).await.err());
        let search = HistorySearch {
            text: "alex 415".into(),
            ..HistorySearch::default()
        };
        problems.extend(log.history(search).await.err());
        problems.extend(log.profiles().list().await.err());
        problems.extend(log.agents_seen().recent("p", 9).await.err());
        problems.extend(log.unended().await.err());
        let press = intent("fresh");
        match begin(&log, press.clone()).await {
            Ok(_) => {
                let outcome = OutcomeRecord::Placed {
                    conversation_id: "c".into(),
                };
                problems.extend(log.finish(press.id, outcome, at(1)).await.err());
            }
            Err(problem) => problems.push(problem),
        }
        for problem in problems {
            // Work that panicked is a problem too, but one that knows no step.
            assert_eq!(problem.details.step.as_deref(), Some("log"), "{problem:?}");
        }
    });
}

fn whole_database() -> Vec<u8> {
    let (place, log) = fresh();
    let runtime = tokio::runtime::Builder::new_current_thread()
        .build()
        .unwrap();
    runtime.block_on(async {
        for n in 0..20 {
            new(begin(&log, intent(&n.to_string())).await.unwrap());
        }
        log.recover(at(1)).await.unwrap();
    });
    drop(log);
    std::fs::read(place.path().join("ringfor.db")).unwrap()
}

fn config(cases: u32) -> ProptestConfig {
    ProptestConfig {
        cases,
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

proptest! {
    #![proptest_config(config(150))]

    #[test]
    fn random_bytes(bytes in prop::collection::vec(any::<u8>(), 0..9000), header in any::<bool>()) {
        let mut file = if header { b"SQLite format 3\0".to_vec() } else { Vec::new() };
        file.extend(bytes);
        use_database(&file);
    }
}

#[test]
fn a_real_database_with_changed_bytes() {
    let whole = whole_database();
    let changes = prop::collection::vec((0..whole.len(), any::<u8>()), 1..40);
    let mut runner = proptest::test_runner::TestRunner::new(config(150));
    runner
        .run(&changes, |changes| {
            let mut bytes = whole.clone();
            for (place, value) in changes {
                bytes[place] = value;
            }
            use_database(&bytes);
            Ok(())
        })
        .unwrap();
}
