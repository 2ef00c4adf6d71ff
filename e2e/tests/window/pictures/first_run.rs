//! From the first run to a live call, in one window.

use ringfor_e2e::{App, Desktop, PATIENCE, SandboxProcess, Tested, until};

use super::dial::numbers;
use super::live::live;
use super::{USUAL, look, look_in_both_sizes, resize, says};
use crate::AGENT;

#[tokio::test]
async fn from_the_first_run_to_a_live_call() -> Tested {
    let mut desktop = Desktop::open().await?;
    // Slow enough to look at each state of a call.
    let sandbox = SandboxProcess::start(&mut desktop, &["--speed", "0.2"])?;
    let app = App::first_run(&desktop).await?;
    let page = app.page();
    page.find("onboarding-sandbox").await?;
    resize(&desktop, &app, USUAL).await?;
    look_in_both_sizes(&desktop, &app, "first-run").await?;

    page.click("onboarding-connect").await?;
    page.find("settings-save").await?;
    look_in_both_sizes(&desktop, &app, "connect").await?;
    page.fill("settings-client-id", sandbox.client_id()).await?;
    page.click("settings-save").await?;
    page.wait_for_attribute("problem", "data-code", "region_missing")
        .await?;
    look(page, "connect-problem").await?;
    page.fill_connection(&sandbox).await?;
    page.fill("settings-client-secret", "not the secret")
        .await?;
    page.check_fails("settings-check").await?;
    page.wait_for_attribute("problem", "data-code", "secret_wrong")
        .await?;
    look_in_both_sizes(&desktop, &app, "check-fails").await?;
    page.click("settings-secret-replace").await?;
    page.fill("settings-client-secret", sandbox.client_secret())
        .await?;
    page.check_works("settings-check").await?;
    look(page, "check-works").await?;

    page.click("settings-save").await?;
    page.find("agent-input").await?;
    let header = "return document.querySelector('[data-testid=\"connection\"]').innerText";
    let said = page.script(header, &[]).await?.to_string();
    assert_eq!(said.matches("127.0.0.1").count(), 1, "{said}");
    look_in_both_sizes(&desktop, &app, "main-empty").await?;

    page.fill("agent-input", "al").await?;
    page.find("agent-option").await?;
    look(page, "agents").await?;
    page.fill("agent-input", "nobody here").await?;
    until("no agent is offered", PATIENCE, async || {
        Ok((!page.has("agent-option").await?).then_some(()))
    })
    .await?;
    look(page, "agents-none").await?;
    page.choose_agent("Alex", AGENT).await?;
    says(page, "agent-readiness", "Phone").await?;

    numbers(&desktop, &app).await?;
    live(&desktop, &app, &sandbox).await
}

#[tokio::test]
async fn the_sandbox_says_that_it_is_one() -> Tested {
    let desktop = Desktop::open().await?;
    let app = App::first_run(&desktop).await?;
    let page = app.page();
    page.find("onboarding-sandbox").await?;
    resize(&desktop, &app, USUAL).await?;
    page.use_sandbox().await?;
    says(page, "sandbox-badge", "no real calls").await?;
    look_in_both_sizes(&desktop, &app, "sandbox").await?;
    page.click("settings-open").await?;
    page.find("settings-leave-sandbox").await?;
    look(page, "sandbox-settings").await
}
