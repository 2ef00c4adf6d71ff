use dialer::data_dir::DataDir;
use dialer::problem::ProblemCode;
use tempfile::TempDir;

use crate::support::*;

#[test]
fn a_file_where_the_directory_should_be_is_a_problem() {
    let place = TempDir::new().unwrap();
    let file = place.path().join("file");
    std::fs::write(&file, "kept").unwrap();
    for path in [file.clone(), file.join("below")] {
        let problem = DataDir::open(&path).unwrap_err();
        assert_eq!(problem.code, ProblemCode::DataDirUnwritable);
        assert_eq!(problem.params["path"], path.display().to_string());
    }
    assert_eq!(std::fs::read(&file).unwrap(), b"kept");
}

#[test]
fn the_default_place_is_named_after_the_product() {
    let path = DataDir::default_path().expect("the tests run with a home directory");
    assert!(path.is_absolute());
    assert_eq!(path.file_name().unwrap(), "ringfor");
}

/// A kill between making a file and naming or removing it.
#[test]
fn what_a_killed_start_has_left_is_swept_away_by_the_next() {
    let place = TempDir::new().unwrap();
    let owners = place.path().join("owners");
    std::fs::create_dir(&owners).unwrap();
    let left = [
        place.path().join(".probe-0197"),
        owners.join("0197.new"),
        owners.join("0198.lock"),
    ];
    let kept = place.path().join("probe");
    for file in left.iter().chain([&kept]) {
        std::fs::write(file, "").unwrap();
    }
    let log = open(place.path()).unwrap();
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let now = jiff::Timestamp::now();
    assert!(runtime.block_on(log.recover(now)).unwrap().is_empty());
    for file in left {
        assert!(!file.exists(), "{}", file.display());
    }
    assert!(kept.exists());
    assert_eq!(owners.read_dir().unwrap().count(), 1, "the lock of the log");
}

#[cfg(unix)]
mod modes {
    use std::os::unix::fs::PermissionsExt;
    use std::path::Path;

    use super::*;

    fn mode(path: &Path) -> u32 {
        path.metadata().unwrap().permissions().mode() & 0o777
    }

    fn set_mode(path: &Path, mode: u32) {
        std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).unwrap();
    }

    /// Under the widest umask, so that nothing depends on the user's.
    #[tokio::test]
    async fn nobody_else_can_read_what_is_kept() {
        if let Some(directory) = child_directory() {
            let log = open(Path::new(&directory)).unwrap();
            new(begin(&log, intent("a")).await.unwrap());
            tell("done");
            wait_for_the_end()
        }
        let place = TempDir::new().unwrap();
        let directory = place.path().join("new");
        let test = "directory::modes::nobody_else_can_read_what_is_kept";
        let launcher = ["sh", "-c", "umask 000; exec \"$0\" \"$@\""];
        let mut other = second_process(test, &directory, &launcher);
        assert_eq!(other.must_tell(), "done");
        assert_eq!(mode(&directory), 0o700);
        assert_eq!(mode(&directory.join("owners")), 0o700);
        for file in ["ringfor.db", "ringfor.db-wal", "ringfor.db-shm"] {
            assert_eq!(mode(&directory.join(file)), 0o600, "{file}");
        }
    }

    #[test]
    fn an_empty_directory_is_narrowed_once_and_its_files_always() {
        let place = TempDir::new().unwrap();
        set_mode(place.path(), 0o755);
        drop(open(place.path()).unwrap());
        assert_eq!(mode(place.path()), 0o700);
        // Its user may open it on purpose.
        set_mode(place.path(), 0o750);
        set_mode(&place.path().join("ringfor.db"), 0o644);
        drop(open(place.path()).unwrap());
        assert_eq!(mode(place.path()), 0o750);
        assert_eq!(mode(&place.path().join("ringfor.db")), 0o600);
    }

    #[test]
    fn a_directory_with_other_things_in_it_keeps_its_mode() {
        let place = TempDir::new().unwrap();
        std::fs::write(place.path().join("something"), "").unwrap();
        set_mode(place.path(), 0o777);
        for _ in 0..2 {
            drop(open(place.path()).unwrap());
            assert_eq!(mode(place.path()), 0o777);
        }
    }
}
