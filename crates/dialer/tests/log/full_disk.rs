//! A real file system with no room left, in a mount namespace of its own.

use std::io::Write;
use std::path::Path;

use dialer::attempt::Outcome;
use dialer::log::OutcomeRecord;
use dialer::problem::ProblemCode;
use tempfile::TempDir;

use crate::support::*;
use crate::trouble::unprivileged;

/// Writes until not one byte more fits.
fn fill(disk: &Path) -> std::path::PathBuf {
    let filler = disk.join("filler");
    let mut file = std::fs::File::create(&filler).unwrap();
    for size in [4096, 1] {
        while file.write_all(&vec![1; size]).is_ok() {}
    }
    filler
}

/// A mount of its own needs a namespace: as root, or as a user that becomes root in it.
fn on_a_small_disk(test: &str) -> (TempDir, SecondProcess) {
    let place = TempDir::new().unwrap();
    let script = "mount -t tmpfs -o size=2m none \"$RINGFOR_TEST_CHILD\" && exec \"$0\" \"$@\"";
    let as_user = [
        "unshare",
        "--user",
        "--map-root-user",
        "--mount",
        "sh",
        "-c",
        script,
    ];
    let as_root = ["unshare", "--mount", "sh", "-c", script];
    let launcher = if unprivileged(&["root"]).is_empty() {
        &as_user[..]
    } else {
        &as_root
    };
    let process = second_process(test, place.path(), launcher);
    (place, process)
}

#[tokio::test]
async fn on_a_full_disk_nothing_is_begun_and_nothing_is_lost() {
    if let Some(directory) = child_directory() {
        let disk = Path::new(&directory);
        let log = open(&disk.join("data")).unwrap();
        let first = new(begin(&log, intent("a")).await.unwrap());
        let filler = fill(disk);
        let refused = intent("b");
        let mut problem = None;
        // The side file may have room for a few more.
        for _ in 0..500 {
            match begin(&log, intent("b")).await {
                Ok(begun) => {
                    let id = match begun {
                        dialer::log::Begun::New { logged, .. } => logged.attempt().id,
                        dialer::log::Begun::Same(attempt) => attempt.id,
                        asks @ dialer::log::Begun::Asks { .. } => panic!("{asks:?}"),
                    };
                    let outcome = OutcomeRecord::Placed {
                        conversation_id: "c".into(),
                    };
                    if let Err(full) = log.finish(id, outcome, at(1)).await {
                        problem = Some(full);
                    }
                }
                Err(full) => problem = Some(full),
            }
            if problem.is_some() {
                break;
            }
        }
        assert_eq!(
            problem.expect("the disk never got full").code,
            ProblemCode::DiskFull
        );
        let full = begin(&log, refused.clone()).await;
        assert!(full.is_err() || matches!(full, Ok(dialer::log::Begun::Same(_))));
        assert_eq!(
            log.get(refused.id).await.unwrap_err().code,
            ProblemCode::AttemptMissing
        );
        assert_eq!(log.get(first.id).await.unwrap(), first);

        std::fs::remove_file(filler).unwrap();
        let outcome = OutcomeRecord::Placed {
            conversation_id: "c".into(),
        };
        let placed = log.finish(first.id, outcome, at(1)).await.unwrap();
        assert_eq!(placed.outcome, Outcome::Placed);
        new(begin(&log, intent("c")).await.unwrap());
        drop(log);
        open(&disk.join("data")).expect("the database is whole");
        tell("done");
        return;
    }
    let (_place, mut other) =
        on_a_small_disk("full_disk::on_a_full_disk_nothing_is_begun_and_nothing_is_lost");
    assert_eq!(other.must_tell(), "done");
    other.must_end_well();
}

#[tokio::test]
async fn opening_on_a_full_disk_says_that_it_is_full() {
    if let Some(directory) = child_directory() {
        let disk = Path::new(&directory);
        let log = open(&disk.join("data")).unwrap();
        let attempt = new(begin(&log, intent("a")).await.unwrap());
        drop(log);
        let filler = fill(disk);
        tell(
            open(&disk.join("data"))
                .map(|_| "opened")
                .unwrap_or_else(|p| p.code.as_str()),
        );
        tell(
            open(&disk.join("new"))
                .map(|_| "opened")
                .unwrap_or_else(|p| p.code.as_str()),
        );
        std::fs::remove_file(filler).unwrap();
        let log = open(&disk.join("data")).unwrap();
        assert_eq!(log.get(attempt.id).await.unwrap().outcome, Outcome::Pending);
        tell("done");
        return;
    }
    let (_place, mut other) =
        on_a_small_disk("full_disk::opening_on_a_full_disk_says_that_it_is_full");
    assert_eq!(other.must_tell(), "disk_full");
    assert_eq!(other.must_tell(), "disk_full");
    assert_eq!(other.must_tell(), "done");
    other.must_end_well();
}
