//! A secret is entered while the keyring does not answer.

use ringfor_e2e::{App, Desktop, SandboxProcess, Tested};

use crate::FAST;

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
