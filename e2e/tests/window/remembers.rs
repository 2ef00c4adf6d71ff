//! What a restart keeps.

use std::time::Duration;

use ringfor_e2e::{App, Desktop, PATIENCE, Page, Row, SandboxProcess, Tested, Trouble, until};

use crate::{AGENT, FAST};

#[tokio::test]
async fn agent_country_and_window_size_survive_a_restart() -> Tested {
    let desktop = Desktop::open().await?;
    let app = App::first_run(&desktop).await?;
    app.page().use_sandbox().await?;
    app.page().choose_agent("Alex", AGENT).await?;
    let agent = app.page().attribute("agent-input", "data-agent-id").await?;
    app.page().choose("number-country", "DE").await?;
    app.resize(&desktop, 900, 600)?;
    app.page().fill("number-input", "030 901820").await?;
    app.page()
        .wait_for_attribute("number-preview", "data-e164", "+4930901820")
        .await?;

    let app = app.reopen(&desktop).await?;
    app.page()
        .wait_for_attribute("agent-input", "data-agent-id", &agent)
        .await?;
    app.page().fill("number-input", "030 901820").await?;
    app.page()
        .wait_for_attribute("number-preview", "data-e164", "+4930901820")
        .await?;
    assert_eq!(app.size(&desktop)?, (900, 600));
    desktop.picture("restarted")?;
    Ok(())
}

#[tokio::test]
async fn the_history_is_searched_and_filtered() -> Tested {
    let mut desktop = Desktop::open().await?;
    let sandbox = SandboxProcess::start(&mut desktop, &FAST)?;
    let app = App::first_run(&desktop).await?;
    let page = app.page();
    page.connect(&sandbox).await?;
    page.choose_agent("Alex", AGENT).await?;
    for (number, outcome) in [
        ("+1 202 555 0104", "refused"),
        ("+1 202 555 0100", "placed"),
    ] {
        page.call(number).await?;
        page.wait_for_top_row(number, Duration::from_secs(30), |row| {
            row.outcome == outcome
        })
        .await?;
    }
    page.choose("history-filter-outcome", "refused").await?;
    let row = shows(page, 1).await?.remove(0);
    assert_eq!(row.number, "+12025550104");
    page.choose("history-filter-outcome", "all").await?;
    shows(page, 2).await?;
    page.fill("history-search", "555 0100").await?;
    let row = shows(page, 1).await?.remove(0);
    assert_eq!(row.number, "+12025550100");
    page.fill("history-search", "alex").await?;
    shows(page, 2).await?;
    Ok(())
}

/// Waits until the history shows this many rows, and gives them.
async fn shows(page: &Page, count: usize) -> Result<Vec<Row>, Trouble> {
    until("the rows wanted", PATIENCE, async || {
        let rows = page.rows().await?;
        Ok((rows.len() == count).then_some(rows))
    })
    .await
}
