//! Several connections, how servers are reached, and the look at a connection.

use ringfor_e2e::{App, Desktop, PATIENCE, SandboxProcess, Tested, until};
use serde_json::json;

use super::{USUAL, look, look_in_both_sizes, resize, says};
use crate::sign_in::{Grant, fill_personal};
use crate::told::told;

#[tokio::test]
async fn connections_the_network_and_the_check() -> Tested {
    let mut desktop = Desktop::open().await?;
    let sandbox = SandboxProcess::start(&mut desktop, &[])?;
    let app = App::first_run(&desktop).await?;
    let page = app.page();
    page.find("onboarding-connect").await?;
    resize(&desktop, &app, USUAL).await?;
    page.click("onboarding-connect").await?;
    page.fill_connection(&sandbox).await?;
    page.fill("settings-name", "Contoso").await?;
    page.click("settings-save").await?;
    sandbox.was_checked().await?;

    page.click("settings-open").await?;
    page.click("connections-back").await?;
    for (name, colour) in [
        ("Fabrikam Nederland, customer service", "teal"),
        ("Northwind", "amber"),
    ] {
        page.click("connection-add").await?;
        match name {
            "Northwind" => fill_personal(page, Grant::Code, &sandbox).await?,
            _ => page.fill_connection(&sandbox).await?,
        }
        page.fill("settings-name", name).await?;
        // The circle that is seen stands for the button of the form, which is not.
        let choose =
            "document.querySelector(`[data-testid=\"settings-colour-${arguments[0]}\"]`).click()";
        page.script(choose, &[colour]).await?;
        page.click("settings-save").await?;
        until("it is saved", PATIENCE, async || {
            Ok((!page.text("settings-saved").await?.is_empty()).then_some(()))
        })
        .await?;
        look_in_both_sizes(&desktop, &app, &format!("several-form-{colour}")).await?;
        page.click("connections-back").await?;
    }
    page.find("connection-add").await?;
    look_in_both_sizes(&desktop, &app, "several-list").await?;
    page.click("settings-close").await?;
    page.click("connection-switch").await?;
    page.find("connection-menu").await?;
    look_in_both_sizes(&desktop, &app, "several-menu").await?;
    page.click("connection-manage").await?;
    network(&desktop, &app).await?;
    check(&desktop, &app, &sandbox).await
}

/// A proxy of one's own, and a file of certificates that is not there.
async fn network(desktop: &Desktop, app: &App) -> Tested {
    let page = app.page();
    page.click("settings-tab-network").await?;
    page.find("network-save").await?;
    look_in_both_sizes(desktop, app, "network-system").await?;
    page.click("network-proxy-explicit").await?;
    page.fill("network-proxy-url", "http://proxy.example.test:8080")
        .await?;
    page.fill("network-proxy-user", "anna").await?;
    page.fill("network-ca-file", "/nowhere/company-root.pem")
        .await?;
    look_in_both_sizes(desktop, app, "network-explicit").await?;
    page.click("network-save").await?;
    told(page, "ca_file_unreadable").await?;
    look_in_both_sizes(desktop, app, "network-no-file").await?;
    page.click("settings-tab-connection").await?;
    Ok(())
}

/// While it runs, and with everything passed.
async fn check(desktop: &Desktop, app: &App, sandbox: &SandboxProcess) -> Tested {
    let page = app.page();
    let edit = "[...document.querySelectorAll('[data-testid=\"connection-row\"]')]
        .find((row) => row.innerText.includes('Fabrikam'))
        .querySelector('[data-testid=\"connection-edit\"]').click()";
    page.script(edit, &[]).await?;
    page.find("settings-check").await?;
    let slow = json!({"match": "POST /oauth/token*", "fault": {"kind": "delay", "ms": 9000}});
    sandbox.fault(slow).await?;
    page.click("settings-check").await?;
    let token = "return document.querySelector('[data-testid=\"check-step\"][data-name=\"token\"]')?.dataset.state";
    until("it asks for a token", PATIENCE, async || {
        Ok((page.script(token, &[]).await? == "running").then_some(()))
    })
    .await?;
    look(page, "check-running").await?;
    says(page, "check-verdict", "works").await?;
    look_in_both_sizes(desktop, app, "check-passed").await
}
