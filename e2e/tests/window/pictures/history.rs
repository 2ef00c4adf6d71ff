//! The history with every kind of row, then Settings, in one window.

use ringfor_e2e::{App, Desktop, PATIENCE, SandboxProcess, Tested, until};

use super::settings::settings;
use super::{A_CALL, USUAL, live_state, look, look_in_both_sizes, make, resize, says};
use crate::AGENT;

#[tokio::test]
async fn a_history_and_the_settings() -> Tested {
    let mut desktop = Desktop::open().await?;
    // A call of half a minute takes five seconds.
    let sandbox = SandboxProcess::start(&mut desktop, &["--speed", "6"])?;
    let app = App::first_run(&desktop).await?;
    let page = app.page();
    page.find("onboarding-sandbox").await?;
    resize(&desktop, &app, USUAL).await?;
    page.click("onboarding-connect").await?;
    page.fill_connection(&sandbox).await?;
    page.fill("settings-name", "Contoso").await?;
    page.click("settings-save").await?;
    page.find("agent-input").await?;
    page.choose_agent("Alex", AGENT).await?;
    make(page, "+1 202 555 0105", "refused").await?;
    make(page, "+44 20 7946 0958", "placed").await?;
    page.wait_until_over(A_CALL).await?;
    // An agent of her own: the next call for her would ask first.
    page.choose_agent("Alexandra", "alexandra.novak@example.com")
        .await?;
    make(page, "+1 202 555 0109", "unknown").await?;
    page.choose_agent("Priya", "priya.raman@example.com")
        .await?;
    make(page, "+1 202 555 0100", "placed").await?;
    page.wait_until_over(A_CALL).await?;
    make(page, "+49 30 901820", "placed").await?;
    page.wait_until_over(A_CALL).await?;
    page.choose_agent("Alex", AGENT).await?;
    make(page, "+1 415 555 2671", "placed").await?;
    live_state(page, "connected").await?;
    says(page, "live-call", "Talking for 0:02").await?;
    // The picture of the README.
    page.picture("window").await?;
    page.wait_until_over(A_CALL).await?;
    look_in_both_sizes(&desktop, &app, "history").await?;
    history(&desktop, &app).await?;
    settings(&desktop, &app).await
}

/// An open row of each kind, and a search without an answer.
async fn history(desktop: &Desktop, app: &App) -> Tested {
    let page = app.page();
    for (name, outcome, shows) in [
        ("refused", "refused", "problem"),
        ("unknown", "unknown", "problem"),
        ("placed", "placed", "timeline"),
    ] {
        page.choose("history-filter-outcome", outcome).await?;
        until("only these are shown", PATIENCE, async || {
            let rows = page.rows().await?;
            let only = !rows.is_empty() && rows.iter().all(|row| row.outcome == outcome);
            Ok(only.then_some(()))
        })
        .await?;
        let open = "document.querySelector('[data-testid=\"history-row\"] button').click()";
        page.script(open, &[]).await?;
        page.find("timeline").await?;
        page.find(shows).await?;
        look_in_both_sizes(desktop, app, &format!("history-open-{name}")).await?;
        if name == "placed" {
            note(desktop, app).await?;
        }
    }
    page.choose("history-filter-outcome", "pending").await?;
    says(page, "history", "Nothing found").await?;
    look(page, "history-nothing-filtered").await?;
    page.choose("history-filter-outcome", "all").await?;
    page.fill("history-search", "nobody of this name").await?;
    says(page, "history", "Nothing found").await?;
    look(page, "history-nothing-found").await?;
    page.find("history-search").await?.clear().await?;
    Ok(())
}

/// A note that is written, and one that is there, in the open row and in the closed one.
async fn note(desktop: &Desktop, app: &App) -> Tested {
    let page = app.page();
    page.click("note-edit").await?;
    let text = "Wants the offer in writing, and a call back on Thursday after four, not before.";
    page.fill("note-input", text).await?;
    look(page, "history-note-editor").await?;
    page.click("note-save").await?;
    page.find("note-text").await?;
    look_in_both_sizes(desktop, app, "history-note").await?;
    page.script(
        "document.querySelector('[data-testid=\"history-row\"] button').click()",
        &[],
    )
    .await?;
    page.find("row-note").await?;
    look(page, "history-note-closed").await
}
