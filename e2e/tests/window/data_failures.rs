//! Data that cannot be used now: it is left exactly as it is, and *Try again* goes on with it once
//! the cause is gone.

use std::path::Path;
use std::process::Command;
use std::time::Duration;

use ringfor_e2e::{App, Desktop, PATIENCE, SandboxProcess, Start, Tested, Trouble, until};
use rusqlite::Connection;
use serde_json::json;

use crate::told::told;
use crate::{AGENT, CALLS_MATCH, FAST};

const NUMBER: &str = "+1 415 555 2671";
const A_CALL: Duration = Duration::from_secs(30);
const DATABASE: &str = "ringfor.db";
const PREFERENCES: &str = "preferences.json";

/// A desktop whose data directory holds a profile and one finished call, and nothing running.
async fn after_one_call() -> Result<(Desktop, SandboxProcess), Trouble> {
    let mut desktop = Desktop::open().await?;
    let sandbox = SandboxProcess::start(&mut desktop, &FAST)?;
    let app = App::first_run(&desktop).await?;
    app.page().connect(&sandbox).await?;
    app.page().choose_agent("Alex", AGENT).await?;
    app.page().call(NUMBER).await?;
    app.page().wait_until_over(A_CALL).await?;
    app.close(&desktop).await?;
    // Everything into the one file, so that a test damages what is read.
    let database = Connection::open(desktop.data_dir().join(DATABASE)).map_err(broken)?;
    database
        .query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))
        .map_err(broken)?;
    Ok((desktop, sandbox))
}

/// The window with everything that was there, and a call that can be placed.
async fn everything_is_there(app: &App, sandbox: &SandboxProcess) -> Tested {
    let page = app.page();
    let row = page.wait_until_over(PATIENCE).await?;
    assert_eq!(row.number, "+14155552671");
    assert_eq!(row.end_reason, "customer_hung_up", "{row:?}");
    let agent = page.attribute("agent-input", "data-agent-id").await?;
    assert_ne!(agent, "", "the agent is still chosen");
    page.call("+1 415 555 2672").await?;
    page.wait_for_top_row("the next call", A_CALL, |row| {
        row.outcome == "placed" && row.number == "+14155552672"
    })
    .await?;
    assert_eq!(page.rows().await?.len(), 2);
    assert_eq!(sandbox.call_requests().await?, 2);
    Ok(())
}

/// Spoils the database, finds `code`, puts the database back behind the open window, and goes on.
async fn left_alone(name: &str, code: &str, spoil: fn(&Path) -> Tested) -> Tested {
    let (desktop, sandbox) = after_one_call().await?;
    let file = desktop.data_dir().join(DATABASE);
    let good = std::fs::read(&file)?;
    spoil(&file)?;
    let spoilt = std::fs::read(&file)?;
    assert!(good != spoilt, "the fault is not there");

    let app = App::first_run(&desktop).await?;
    let read = told(app.page(), code).await?;
    assert!(read.contains(DATABASE), "which file? {read}");
    app.page().picture(&format!("failure-{name}")).await?;
    assert!(!app.page().has("dial-button").await?, "Call without a log");
    app.page().click("try-again").await?;
    until("it has tried", PATIENCE, async || {
        let again = app.page().find("try-again").await?;
        Ok(again.is_enabled().await?.then_some(()))
    })
    .await?;
    told(app.page(), code).await?;
    assert!(std::fs::read(&file)? == spoilt, "the file was changed");
    let wal = file.with_extension("db-wal");
    assert!(
        wal.metadata().map_or(0, |wal| wal.len()) == 0,
        "something was written beside it"
    );
    assert_eq!(sandbox.call_requests().await?, 1);

    std::fs::write(&file, &good)?;
    app.page().click("try-again").await?;
    everything_is_there(&app, &sandbox).await
}

#[tokio::test]
async fn a_damaged_database() -> Tested {
    left_alone("database-damaged", "database_damaged", |file| {
        let mut bytes = std::fs::read(file)?;
        bytes[..100].fill(0x5a);
        Ok(std::fs::write(file, bytes)?)
    })
    .await
}

#[tokio::test]
async fn a_database_with_a_page_lost_in_the_middle() -> Tested {
    left_alone("database-page", "database_damaged", |file| {
        let mut bytes = std::fs::read(file)?;
        let middle = bytes.len() / 8192 * 4096;
        bytes[middle..middle + 4096].fill(0x5a);
        Ok(std::fs::write(file, bytes)?)
    })
    .await
}

#[tokio::test]
async fn a_newer_schema() -> Tested {
    left_alone("database-newer", "database_newer", |file| {
        let database = Connection::open(file).map_err(broken)?;
        database
            .pragma_update(None, "user_version", 9999)
            .map_err(broken)
    })
    .await
}

#[tokio::test]
async fn a_read_only_data_directory() -> Tested {
    let (desktop, sandbox) = after_one_call().await?;
    let file = desktop.data_dir().join(DATABASE);
    let before = std::fs::read(&file)?;
    let start = Start::with_data_in(desktop.data_dir()).and_read_only_disk();
    let app = App::open(&desktop, start).await?;
    assert!(
        std::fs::write(app.data_dir().join("probe"), "x").is_err(),
        "the fault is not there"
    );
    let read = told(app.page(), "data_dir_unwritable").await?;
    let path = desktop.data_dir().display().to_string();
    assert!(read.contains(&path), "which directory? {read}");
    app.page().picture("failure-read-only").await?;
    assert!(!app.page().has("dial-button").await?, "Call without a log");
    assert!(std::fs::read(&file)? == before, "the file was changed");
    assert_eq!(sandbox.call_requests().await?, 1);

    make_writable(&app, &desktop.data_dir())?;
    app.page().click("try-again").await?;
    everything_is_there(&app, &sandbox).await
}

#[tokio::test]
async fn a_full_disk_at_the_first_start() -> Tested {
    let desktop = Desktop::open().await?;
    let start = Start::with_data_in(desktop.data_dir()).and_small_disk(4);
    let app = App::open(&desktop, start).await?;
    told(app.page(), "disk_full").await?;
    app.page().picture("failure-disk-full-at-start").await?;
    assert!(!app.page().has("onboarding-connect").await?);
    Ok(())
}

#[tokio::test]
async fn a_full_disk_while_the_outcome_is_written() -> Tested {
    let mut desktop = Desktop::open().await?;
    let sandbox = SandboxProcess::start(&mut desktop, &["--speed", "3"])?;
    let start = Start::with_data_in(desktop.data_dir()).and_small_disk(4096);
    let app = App::open(&desktop, start).await?;
    let page = app.page();
    page.connect(&sandbox).await?;
    page.choose_agent("Alex", AGENT).await?;
    let delay = json!({"match": CALLS_MATCH, "fault": {"kind": "delay", "ms": 3000}});
    sandbox.fault(delay).await?;
    page.call(NUMBER).await?;
    until("the request has left", PATIENCE, async || {
        Ok((sandbox.call_requests().await? > 0).then_some(()))
    })
    .await?;
    let filler = app.data_dir().join("filler");
    fill(&filler)?;

    // The call goes on, and the person is told that its record is behind.
    page.wait_for_attribute("live-call", "data-state", "connected")
        .await?;
    told(page, "outcome_unwritten").await?;
    page.picture("failure-outcome-unwritten").await?;
    std::fs::remove_file(&filler)?;
    let row = page.wait_until_over(A_CALL).await?;
    assert_eq!(row.outcome, "placed", "{row:?}");
    assert_eq!(sandbox.calls().await?.len(), 1);

    until("the outcome is on disk", A_CALL, async || {
        let (outcome, end) = stored(&app, desktop.folder())?;
        Ok((outcome == "placed" && end.as_deref() == Some("customer_hung_up")).then_some(()))
    })
    .await
}

/// Outcome and end reason of the one attempt on a disk that only the app sees. A copy is read:
/// SQLite would look for the path where the test is.
fn stored(app: &App, folder: &Path) -> Result<(String, Option<String>), Trouble> {
    let copy = folder.join(DATABASE);
    for ending in ["db", "db-wal"] {
        let original = app.data_dir().join(DATABASE).with_extension(ending);
        std::fs::copy(original, copy.with_extension(ending))?;
    }
    let database = Connection::open(copy).map_err(broken)?;
    database
        .query_row("SELECT outcome, end_reason FROM attempts", [], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })
        .map_err(broken)
}

#[tokio::test]
async fn preferences_that_cannot_be_read() -> Tested {
    let (desktop, sandbox) = after_one_call().await?;
    let file = desktop.data_dir().join(PREFERENCES);
    // As a power cut can leave it.
    let bad = [0_u8; 64];
    std::fs::write(&file, bad)?;
    let app = App::first_run(&desktop).await?;
    let read = told(app.page(), "preferences_set_aside").await?;
    app.page().picture("failure-preferences").await?;
    let start = format!("{}.bad-", file.display());
    let aside = read
        .split_whitespace()
        .find(|word| word.starts_with(&start));
    let aside = aside.ok_or_else(|| Trouble::new(format!("where is the old one? {read}")))?;
    assert_eq!(std::fs::read(aside.trim_end_matches(['.', ',']))?, bad);
    everything_is_there(&app, &sandbox).await?;
    app.close(&desktop).await?;
    let app = App::first_run(&desktop).await?;
    app.page().find("dial-button").await?;
    assert!(!app.page().has("problem").await?, "told a second time");
    Ok(())
}

/// Makes the disk that only the app sees writable, as its administrator would.
fn make_writable(app: &App, folder: &Path) -> Tested {
    let output = Command::new("nsenter")
        .args(["--target", &app.process().to_string(), "--mount"])
        .args(["mount", "-o", "remount,bind,rw"])
        .arg(folder)
        .output()?;
    if output.status.success() {
        return Ok(());
    }
    let said = String::from_utf8_lossy(&output.stderr);
    Err(Trouble::new(format!("nsenter: {}", said.trim())))
}

/// Writes until nothing more fits.
fn fill(file: &Path) -> Tested {
    use std::io::{ErrorKind, Write};
    let mut filler = std::fs::File::create(file)?;
    loop {
        match filler.write(&[0; 512]) {
            Ok(_) => {}
            Err(error) if error.kind() == ErrorKind::StorageFull => return Ok(()),
            Err(error) => return Err(error.into()),
        }
    }
}

fn broken(error: rusqlite::Error) -> Trouble {
    Trouble::while_doing("the database", error)
}
