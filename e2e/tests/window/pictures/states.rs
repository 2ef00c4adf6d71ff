//! When something is missing: the secret, the network, the keyring, the data.

use ringfor_e2e::{App, Desktop, PATIENCE, SandboxProcess, Start, Tested, until};
use serde_json::json;

use super::{A_CALL, USUAL, look, look_in_both_sizes, make, resize, says};
use crate::AGENT;

#[tokio::test]
async fn signed_out_and_without_news() -> Tested {
    let mut desktop = Desktop::open().await?;
    let sandbox = SandboxProcess::start(&mut desktop, &["--speed", "6"])?;
    sandbox
        .fault(json!({"match": "TOPIC *", "times": 1000, "fault": {"kind": "reject_topic"}}))
        .await?;
    std::fs::create_dir_all(desktop.data_dir())?;
    std::fs::write(desktop.data_dir().join("preferences.json"), "{ not json")?;
    let app = App::first_run(&desktop).await?;
    let page = app.page();
    page.find("onboarding-sandbox").await?;
    resize(&desktop, &app, USUAL).await?;
    page.wait_for_attribute("problem", "data-code", "preferences_set_aside")
        .await?;
    look_in_both_sizes(&desktop, &app, "notice-first-run").await?;
    page.connect(&sandbox).await?;
    page.choose_agent("Alex", AGENT).await?;
    page.find("notice-dismiss").await?;
    look_in_both_sizes(&desktop, &app, "notice").await?;
    page.click("notice-dismiss").await?;
    make(page, "+1 202 555 0100", "placed").await?;
    page.wait_for_attribute("feed", "data-feed", "poll").await?;
    look_in_both_sizes(&desktop, &app, "feed-reading").await?;
    page.wait_until_over(A_CALL).await?;

    page.click("settings-open").await?;
    page.click("settings-secret-remove").await?;
    page.find("settings-client-secret").await?;
    page.click("settings-close").await?;
    page.find("state-signed-out").await?;
    look_in_both_sizes(&desktop, &app, "signed-out").await
}

#[tokio::test]
async fn offline() -> Tested {
    let desktop = Desktop::open().await?;
    let start = Start::with_data_in(desktop.data_dir()).and_hosts_at("https://nowhere.invalid");
    let app = App::open(&desktop, start).await?;
    let page = app.page();
    page.click("onboarding-connect").await?;
    resize(&desktop, &app, USUAL).await?;
    page.fill("settings-client-id", "some-client").await?;
    page.fill("settings-client-secret", "some-secret").await?;
    page.click("settings-save").await?;
    page.find("notice-dismiss").await?;
    look_in_both_sizes(&desktop, &app, "no-network").await?;
    page.click("notice-dismiss").await?;
    // The system's word for it, which nothing here can take back.
    let unplug = "
        Object.defineProperty(navigator, 'onLine', { get: () => false });
        window.dispatchEvent(new Event('offline'));
    ";
    page.script(unplug, &[]).await?;
    says(page, "state-offline", "offline").await?;
    look_in_both_sizes(&desktop, &app, "offline").await?;
    page.fill("agent-input", "al").await?;
    let found = "return document.querySelector('.popup [data-testid=\"problem\"]') !== null";
    until("that nobody can be found", PATIENCE, async || {
        Ok((page.script(found, &[]).await? == true).then_some(()))
    })
    .await?;
    look(page, "offline-agents").await
}

#[tokio::test]
async fn nothing_that_can_be_opened() -> Tested {
    let desktop = Desktop::open().await?;
    let start = Start::with_data_in(desktop.data_dir()).and_read_only_disk();
    let app = App::open(&desktop, start).await?;
    let page = app.page();
    page.find("try-again").await?;
    resize(&desktop, &app, USUAL).await?;
    look_in_both_sizes(&desktop, &app, "failed").await
}

#[tokio::test]
async fn no_keyring() -> Tested {
    let mut desktop = Desktop::open_without_keyring()?;
    let sandbox = SandboxProcess::start(&mut desktop, &["--speed", "6"])?;
    let app = App::first_run(&desktop).await?;
    let page = app.page();
    page.find("onboarding-connect").await?;
    resize(&desktop, &app, USUAL).await?;
    look(page, "no-keyring-first-run").await?;
    page.click("onboarding-connect").await?;
    page.fill_connection(&sandbox).await?;
    page.click("settings-save").await?;
    page.find("problem").await?;
    look_in_both_sizes(&desktop, &app, "no-keyring-problem").await?;
    page.click("settings-this-run-only").await?;
    page.fill("settings-client-secret", sandbox.client_secret())
        .await?;
    page.click("settings-save").await?;
    page.find("agent-input").await?;
    look(page, "no-keyring-main").await
}
