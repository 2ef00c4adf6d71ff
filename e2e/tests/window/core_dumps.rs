//! A crash leaves no memory behind: secret and tokens are in it.

use std::path::PathBuf;

use ringfor_e2e::{App, Desktop, SandboxProcess, Start, Tested, Trouble};

use crate::FAST;

/// What a system names the memory of a crashed program, where a test can find it.
const CORE: &str = "core";

/// A program that does nothing about it, crashes here, and is found: else the test would prove nothing.
fn others_leave_theirs(desktop: &Desktop) -> Result<Vec<PathBuf>, Trouble> {
    let mut other = desktop.command_with_cores("sh");
    other.args(["-c", "kill -ABRT $$"]);
    let failed = desktop.run(&mut other);
    assert!(failed.is_err(), "it did not crash");
    let found = desktop.files_named(CORE)?;
    if found.is_empty() {
        let pattern = std::fs::read_to_string("/proc/sys/kernel/core_pattern")?;
        return Err(Trouble::new(format!(
            "a crash leaves nothing where this test could find it ({}): set kernel.core_pattern to core",
            pattern.trim()
        )));
    }
    Ok(found)
}

#[tokio::test]
async fn a_crash_of_the_window_leaves_nothing_behind() -> Tested {
    let mut desktop = Desktop::open().await?;
    for core in others_leave_theirs(&desktop)? {
        std::fs::remove_file(core)?;
    }
    let sandbox = SandboxProcess::start(&mut desktop, &FAST)?;
    let start = Start::with_data_in(desktop.data_dir()).and_core_dumps();
    let app = App::open(&desktop, start).await?;
    app.page().connect(&sandbox).await?;
    app.abort().await?;
    assert_eq!(desktop.files_named(CORE)?, Vec::<PathBuf>::new());
    // Where it was looked, something would have been found.
    others_leave_theirs(&desktop)?;
    Ok(())
}
