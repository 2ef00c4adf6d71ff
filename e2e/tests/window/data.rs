//! What is left of an attempt when the process is killed or the disk is full.

use std::path::Path;
use std::time::Duration;

use ringfor_e2e::{App, Desktop, PATIENCE, SandboxProcess, Start, Tested, Trouble, until};
use serde_json::json;

use crate::{AGENT, CALLS_MATCH, FAST};

const NUMBER: &str = "+1 415 555 2671";
const A_CALL: Duration = Duration::from_secs(30);

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
