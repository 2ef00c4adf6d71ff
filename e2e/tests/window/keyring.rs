//! Systems whose keyring is not there, or does not answer.

use std::time::Duration;

use ringfor_e2e::{App, Desktop, SandboxProcess, Tested};

use crate::{AGENT, FAST};

const A_CALL: Duration = Duration::from_secs(30);

#[tokio::test]
async fn without_a_keyring_the_secret_is_kept_for_this_run_only() -> Tested {
    let mut desktop = Desktop::open_without_keyring()?;
    let sandbox = SandboxProcess::start(&mut desktop, &FAST)?;
    let app = App::first_run(&desktop).await?;
    let page = app.page();
    page.click("onboarding-connect").await?;
    page.fill_connection(&sandbox).await?;
    page.click("settings-save").await?;
    page.wait_for_attribute("problem", "data-code", "keyring_missing")
        .await?;
    desktop.picture("keyring-missing")?;

    page.click("settings-this-run-only").await?;
    page.fill("settings-client-secret", sandbox.client_secret())
        .await?;
    page.click("settings-save").await?;
    page.choose_agent("Alex", AGENT).await?;
    page.call("+1 415 555 2671").await?;
    let row = page.wait_until_over(A_CALL).await?;
    assert_eq!(row.outcome, "placed", "{row:?}");

    let app = app.reopen(&desktop).await?;
    let page = app.page();
    page.call("+1 415 555 2672").await?;
    let row = page
        .wait_for_top_row("the second attempt", A_CALL, |row| {
            row.number == "+14155552672" && row.outcome != "pending"
        })
        .await?;
    assert_eq!(row.outcome, "refused", "the secret survived: {row:?}");
    assert_eq!(sandbox.calls().await?.len(), 1);
    Ok(())
}

#[tokio::test]
async fn a_keyring_that_never_answers_does_not_freeze_the_window() -> Tested {
    let mut desktop = Desktop::open().await?;
    let sandbox = SandboxProcess::start(&mut desktop, &FAST)?;
    let app = App::first_run(&desktop).await?;
    let page = app.page();
    page.click("onboarding-connect").await?;
    page.fill_connection(&sandbox).await?;
    desktop.keyring()?.freeze()?;
    page.click("settings-save").await?;
    // Meanwhile the window works.
    page.fill("settings-name", "While it waits").await?;
    assert!(!page.has("problem").await?, "it gave up at once");
    page.wait_for_attribute("problem", "data-code", "keyring_timeout")
        .await?;

    desktop.keyring()?.thaw()?;
    page.fill("settings-client-secret", sandbox.client_secret())
        .await?;
    page.click("settings-save").await?;
    page.find("agent-input").await?;
    // What was given up on may still have been carried out when the keyring came back.
    let mut secrets = desktop.keyring()?.secrets(&desktop)?;
    secrets.dedup();
    assert_eq!(secrets, [sandbox.client_secret()]);
    Ok(())
}

#[tokio::test]
async fn a_keyring_that_stops_answering_refuses_the_call_and_loses_nothing() -> Tested {
    let mut desktop = Desktop::open().await?;
    let sandbox = SandboxProcess::start(&mut desktop, &FAST)?;
    let app = App::first_run(&desktop).await?;
    app.page().connect(&sandbox).await?;
    app.page().choose_agent("Alex", AGENT).await?;
    // A fresh process has to read the secret again.
    let app = app.reopen(&desktop).await?;
    app.page().type_number("+1 415 555 2671").await?;
    desktop.keyring()?.freeze()?;
    app.page().click("dial-button").await?;
    let row = app.page().wait_until_over(A_CALL).await?;
    desktop.keyring()?.thaw()?;
    if row.outcome == "refused" {
        app.page()
            .wait_for_attribute("problem", "data-code", "keyring_timeout")
            .await?;
        assert_eq!(sandbox.call_requests().await?, 0);
    } else {
        // The secret had been read before the keyring froze, when the agent was shown.
        assert_eq!(row.outcome, "placed", "{row:?}");
        assert_eq!(sandbox.calls().await?.len(), 1);
    }
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
