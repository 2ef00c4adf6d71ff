//! Starts on systems whose keyring is gone or hangs: the window comes, says so and can be used.

use std::time::{Duration, Instant};

use ringfor_e2e::{App, Desktop, PATIENCE, SandboxProcess, Tested, until};

use crate::told::told;
use crate::{AGENT, FAST};

const A_CALL: Duration = Duration::from_secs(30);
/// A window that waits for the keyring would come after its 10 s.
const AT_ONCE: Duration = Duration::from_secs(8);

#[tokio::test]
async fn a_keyring_that_hangs_holds_up_neither_the_start_nor_the_end() -> Tested {
    let mut desktop = Desktop::open().await?;
    let sandbox = SandboxProcess::start(&mut desktop, &FAST)?;
    let app = App::first_run(&desktop).await?;
    app.page().connect(&sandbox).await?;
    app.page().choose_agent("Alex", AGENT).await?;
    app.page().call("+1 415 555 2671").await?;
    app.page().wait_until_over(A_CALL).await?;
    app.close(&desktop).await?;

    desktop.keyring()?.freeze()?;
    let app = App::first_run(&desktop).await?;
    let page = app.page();
    let opened = Instant::now();
    page.wait_until_over(PATIENCE).await?;
    page.type_number("+1 415 555 2672").await?;
    page.click("settings-open").await?;
    page.click("settings-close").await?;
    assert!(
        !page.has("problem").await?,
        "it waited for the keyring first"
    );
    assert!(opened.elapsed() < AT_ONCE, "{:?}", opened.elapsed());
    let read = told(page, "keyring_timeout").await?;
    assert!(read.contains("10 seconds"), "{read}");
    page.picture("failure-keyring-hangs").await?;

    page.click("dial-button").await?;
    let row = page
        .wait_for_top_row("the attempt is refused", A_CALL, |row| {
            row.number == "+14155552672" && row.outcome == "refused"
        })
        .await?;
    assert_eq!(row.conversation_id, "");
    page.picture("failure-keyring-hangs-call").await?;
    assert_eq!(sandbox.call_requests().await?, 1, "a call without a secret");

    // Closed while it hangs, in the middle of another press.
    page.call("+1 415 555 2673").await?;
    page.wait_for_top_row("another attempt", PATIENCE, |row| {
        row.number == "+14155552673"
    })
    .await?;
    let closing = Instant::now();
    app.close(&desktop).await?;
    assert!(closing.elapsed() < AT_ONCE, "{:?}", closing.elapsed());

    desktop.keyring()?.thaw()?;
    let app = App::first_run(&desktop).await?;
    let rows = {
        app.page().find("history").await?;
        app.page()
            .wait_for_top_row("its outcome", PATIENCE, |row| row.outcome != "pending")
            .await?;
        app.page().rows().await?
    };
    assert_eq!(rows.len(), 3, "{rows:?}");
    let page = app.page();
    page.call("+1 415 555 2674").await?;
    // What became of the press before is not known, so it asks.
    until("the secret is there again", A_CALL, async || {
        if page.has("dial-confirm-yes").await? {
            page.click("dial-confirm-yes").await?;
        }
        let rows = page.rows().await?;
        let placed = rows
            .first()
            .is_some_and(|row| row.number == "+14155552674" && row.outcome == "placed");
        Ok(placed.then_some(()))
    })
    .await?;
    assert_eq!(sandbox.calls().await?.len(), 2);
    Ok(())
}

#[tokio::test]
async fn without_a_keyring_a_restart_says_that_the_secret_is_missing() -> Tested {
    let mut desktop = Desktop::open_without_keyring()?;
    let sandbox = SandboxProcess::start(&mut desktop, &FAST)?;
    let app = App::first_run(&desktop).await?;
    let page = app.page();
    page.click("onboarding-connect").await?;
    page.fill_connection(&sandbox).await?;
    page.click("settings-save").await?;
    told(page, "keyring_missing").await?;
    page.picture("failure-keyring-missing").await?;
    page.click("settings-this-run-only").await?;
    page.fill("settings-client-secret", sandbox.client_secret())
        .await?;
    page.click("settings-save").await?;
    page.choose_agent("Alex", AGENT).await?;
    page.call("+1 415 555 2671").await?;
    page.wait_until_over(A_CALL).await?;

    let app = app.reopen(&desktop).await?;
    let page = app.page();
    told(page, "secret_missing").await?;
    page.picture("failure-secret-missing").await?;
    assert_eq!(page.rows().await?.len(), 1, "the history");
    page.click("settings-open").await?;
    page.fill("settings-client-secret", sandbox.client_secret())
        .await?;
    page.click("settings-check").await?;
    told(page, "keyring_missing").await?;
    page.click("settings-this-run-only").await?;
    page.fill("settings-client-secret", sandbox.client_secret())
        .await?;
    page.picture("failure-secret-again").await?;
    page.check_works("settings-check").await?;
    page.click("settings-close").await?;
    page.call("+1 415 555 2672").await?;
    page.wait_for_top_row("the next call", A_CALL, |row| {
        row.number == "+14155552672" && row.outcome == "placed"
    })
    .await?;
    assert_eq!(sandbox.calls().await?.len(), 2);
    Ok(())
}
