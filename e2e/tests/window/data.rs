//! What happens to the data when the process or the disk fails.

use std::path::Path;
use std::time::Duration;

use ringfor_e2e::{App, Desktop, PATIENCE, SandboxProcess, Start, Tested, Trouble, until};
use rusqlite::Connection;
use serde_json::json;

use crate::{AGENT, CALLS_MATCH, FAST};

const NUMBER: &str = "+1 415 555 2671";
const A_CALL: Duration = Duration::from_secs(30);
const DATABASE: &str = "ringfor.db";
const PREFERENCES: &str = "preferences.json";

/// A desktop whose data directory holds one finished call, and nothing running.
async fn after_one_call() -> Result<(Desktop, SandboxProcess), Trouble> {
    let mut desktop = Desktop::open().await?;
    let sandbox = SandboxProcess::start(&mut desktop, &FAST)?;
    let app = App::first_run(&desktop).await?;
    app.page().connect(&sandbox).await?;
    app.page().choose_agent("Alex", AGENT).await?;
    app.page().call(NUMBER).await?;
    app.page().wait_until_over(A_CALL).await?;
    app.close(&desktop).await?;
    Ok((desktop, sandbox))
}

/// Opens Ringfor on what `after_one_call` left, and finds that call.
async fn call_is_there(desktop: &Desktop) -> Result<App, Trouble> {
    let app = App::first_run(desktop).await?;
    let row = app.page().wait_until_over(PATIENCE).await?;
    assert_eq!(row.end_reason, "customer_hung_up", "{row:?}");
    Ok(app)
}

#[tokio::test]
async fn killed_between_intent_and_answer() -> Tested {
    let mut desktop = Desktop::open().await?;
    let sandbox = SandboxProcess::start(&mut desktop, &FAST)?;
    let app = App::first_run(&desktop).await?;
    app.page().connect(&sandbox).await?;
    app.page().choose_agent("Alex", AGENT).await?;
    let delay = json!({"match": CALLS_MATCH, "fault": {"kind": "delay", "ms": 15_000}});
    sandbox.fault(delay).await?;
    app.page().call(NUMBER).await?;
    until("the request has left", PATIENCE, async || {
        Ok((sandbox.call_requests().await? > 0).then_some(()))
    })
    .await?;
    let row = app
        .page()
        .wait_for_top_row("the attempt", PATIENCE, |_| true)
        .await?;
    assert_eq!(row.outcome, "pending", "the answer came too early");
    app.kill().await?;

    let app = App::first_run(&desktop).await?;
    // Looked up: the call was made, and its record says how it ended.
    let row = app
        .page()
        .wait_for_top_row("the call is found", PATIENCE, |row| {
            row.outcome == "placed" && !row.end_reason.is_empty()
        })
        .await?;
    assert_eq!(row.number, "+14155552671");
    app.page()
        .script(
            "document.querySelector('[data-testid=\"history-row\"] button').click()",
            &[],
        )
        .await?;
    app.page()
        .wait_for_attribute("settling", "data-settling", "found")
        .await?;
    desktop.picture("killed")?;
    assert_eq!(sandbox.call_requests().await?, 1, "it was sent again");
    // And the window works: the attempt that hung does not hold up the next one.
    app.page().call("+1 415 555 2672").await?;
    let row = app
        .page()
        .wait_for_top_row("the next call", A_CALL, |row| {
            row.number == "+14155552672" && row.outcome != "pending"
        })
        .await?;
    assert_eq!(row.outcome, "placed", "{row:?}");
    Ok(())
}

#[tokio::test]
async fn killed_while_the_call_goes_on() -> Tested {
    let mut desktop = Desktop::open().await?;
    let sandbox = SandboxProcess::start(&mut desktop, &["--speed", "4"])?;
    let app = App::first_run(&desktop).await?;
    app.page().connect(&sandbox).await?;
    app.page().choose_agent("Alex", AGENT).await?;
    app.page().call(NUMBER).await?;
    app.page()
        .wait_for_attribute("live-call", "data-state", "connected")
        .await?;
    app.kill().await?;

    let app = App::first_run(&desktop).await?;
    let row = app.page().wait_until_over(A_CALL).await?;
    assert_eq!(row.outcome, "placed", "{row:?}");
    assert_eq!(
        row.end_reason, "customer_hung_up",
        "it was followed to its end"
    );
    assert_eq!(sandbox.calls().await?.len(), 1);
    Ok(())
}

#[tokio::test]
async fn preferences_that_cannot_be_read_are_set_aside() -> Tested {
    let (desktop, _sandbox) = after_one_call().await?;
    let file = desktop.data_dir().join(PREFERENCES);
    std::fs::write(&file, "{ not json")?;
    let app = call_is_there(&desktop).await?;
    app.page()
        .wait_for_attribute("problem", "data-code", "preferences_set_aside")
        .await?;
    desktop.picture("preferences-set-aside")?;
    let aside: Vec<_> = files_starting_with(&desktop.data_dir(), "preferences.json.bad-")?;
    assert_eq!(aside.len(), 1, "{aside:?}");
    assert_eq!(std::fs::read_to_string(&aside[0])?, "{ not json");
    Ok(())
}

#[tokio::test]
async fn a_read_only_data_directory() -> Tested {
    let (desktop, sandbox) = after_one_call().await?;
    let start = Start::with_data_in(desktop.data_dir()).and_read_only_disk();
    let app = App::open(&desktop, start).await?;
    app.page()
        .wait_for_attribute("problem", "data-code", "data_dir_unwritable")
        .await?;
    assert!(!app.page().has("dial-button").await?, "Call without a log");
    desktop.picture("read-only")?;
    // Not only dropped: the next one must not meet it on the bus while it ends.
    app.close(&desktop).await?;
    call_is_there(&desktop).await?;
    assert_eq!(sandbox.call_requests().await?, 1);
    Ok(())
}

#[tokio::test]
async fn a_full_disk_sends_nothing_and_loses_nothing() -> Tested {
    let mut desktop = Desktop::open().await?;
    let sandbox = SandboxProcess::start(&mut desktop, &FAST)?;
    let start = Start::with_data_in(desktop.data_dir()).and_small_disk(2048);
    let app = App::open(&desktop, start).await?;
    let page = app.page();
    page.connect(&sandbox).await?;
    page.choose_agent("Alex", AGENT).await?;
    page.call(NUMBER).await?;
    page.wait_until_over(A_CALL).await?;

    page.type_number("+1 415 555 2672").await?;
    let filler = app.data_dir().join("filler");
    fill(&filler)?;
    // What was freed inside the database could still hold one attempt or another.
    let mut pressed = 0;
    while !page.has("problem").await? {
        pressed += 1;
        assert!(pressed < 50, "the disk never got full");
        page.type_number(&format!("+1 415 555 {}", 3000 + pressed))
            .await?;
        page.click("dial-button").await?;
        tokio::time::sleep(Duration::from_millis(300)).await;
        fill(&filler)?;
    }
    let code = page.attribute("problem", "data-code").await?;
    assert!(["disk_full", "log_unwritable"].contains(&&*code), "{code}");
    desktop.picture("disk-full")?;
    let requests = sandbox.call_requests().await?;
    let rows = page.rows().await?;
    assert_eq!(
        requests,
        rows.len(),
        "each request is in the history: {rows:?}"
    );

    std::fs::remove_file(&filler)?;
    page.call("+1 415 555 2673").await?;
    let row = page
        .wait_for_top_row("the next call", A_CALL, |row| {
            row.number == "+14155552673" && row.outcome != "pending"
        })
        .await?;
    assert_eq!(row.outcome, "placed", "{row:?}");
    assert_eq!(sandbox.call_requests().await?, requests + 1);
    Ok(())
}

#[tokio::test]
async fn a_damaged_database_is_left_as_it_is() -> Tested {
    let (desktop, sandbox) = after_one_call().await?;
    let file = desktop.data_dir().join(DATABASE);
    // What the journal beside the file holds would hide the damage.
    into_one_file(&file)?;
    let mut bytes = std::fs::read(&file)?;
    let middle = bytes.len() / 2;
    bytes[..100].fill(0x5a);
    bytes[middle..].fill(0x5a);
    std::fs::write(&file, &bytes)?;
    let app = App::first_run(&desktop).await?;
    app.page()
        .wait_for_attribute("problem", "data-code", "database_damaged")
        .await?;
    assert!(!app.page().has("dial-button").await?, "Call without a log");
    desktop.picture("database-damaged")?;
    app.close(&desktop).await?;
    assert!(std::fs::read(&file)? == bytes, "the file was changed");
    assert_eq!(sandbox.call_requests().await?, 1);
    Ok(())
}

#[tokio::test]
async fn a_newer_schema_is_not_touched() -> Tested {
    let (desktop, _sandbox) = after_one_call().await?;
    let file = desktop.data_dir().join(DATABASE);
    let ours = user_version(&file, None)?;
    user_version(&file, Some(9999))?;
    let app = App::first_run(&desktop).await?;
    app.page()
        .wait_for_attribute("problem", "data-code", "database_newer")
        .await?;
    app.close(&desktop).await?;
    assert_eq!(user_version(&file, None)?, 9999);
    user_version(&file, Some(ours))?;
    call_is_there(&desktop).await?;
    Ok(())
}

/// Brings what the journal holds into the file, and removes the journal.
fn into_one_file(file: &Path) -> Result<(), Trouble> {
    let checkpoint = || {
        let database = Connection::open(file)?;
        database.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))
    };
    let busy: i64 = checkpoint()
        .map_err(|error: rusqlite::Error| Trouble::while_doing("the journal", error))?;
    assert_eq!(busy, 0, "somebody still has the database open");
    for suffix in ["db-wal", "db-shm"] {
        let beside = file.with_extension(suffix);
        if beside.exists() {
            std::fs::remove_file(beside)?;
        }
    }
    Ok(())
}

/// The number by which a database says which schema it has; changed first where `to` says so.
fn user_version(file: &Path, to: Option<i64>) -> Result<i64, Trouble> {
    let read = || {
        let database = Connection::open(file)?;
        if let Some(to) = to {
            database.pragma_update(None, "user_version", to)?;
        }
        database.pragma_query_value(None, "user_version", |row| row.get(0))
    };
    read().map_err(|error: rusqlite::Error| Trouble::while_doing("the database", error))
}

/// Writes until nothing more fits.
fn fill(file: &Path) -> Result<(), Trouble> {
    use std::io::{ErrorKind, Write};
    let mut filler = std::fs::File::options()
        .create(true)
        .append(true)
        .open(file)?;
    loop {
        match filler.write(&[0; 512]) {
            Ok(_) => {}
            Err(error) if error.kind() == ErrorKind::StorageFull => return Ok(()),
            Err(error) => return Err(error.into()),
        }
    }
}

fn files_starting_with(folder: &Path, start: &str) -> Result<Vec<std::path::PathBuf>, Trouble> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_name().to_string_lossy().starts_with(start) {
            found.push(entry.path());
        }
    }
    Ok(found)
}
