//! What a call asks for beside the number, and the wrap-up that it may leave.

use ringfor_e2e::{App, Desktop, PATIENCE, SandboxProcess, Tested, until};

use super::{A_CALL, USUAL, live_state, look_in_both_sizes, resize};
use crate::AGENT;

#[tokio::test]
async fn a_call_for_a_queue() -> Tested {
    let mut desktop = Desktop::open().await?;
    let sandbox = SandboxProcess::start(&mut desktop, &["--speed", "6"])?;
    let app = App::first_run(&desktop).await?;
    let page = app.page();
    page.find("onboarding-connect").await?;
    resize(&desktop, &app, USUAL).await?;
    page.connect(&sandbox).await?;
    page.choose_agent("Alex", AGENT).await?;
    page.wait_for_attribute("options-line", "data-state", "known")
        .await?;
    look_in_both_sizes(&desktop, &app, "options-closed").await?;
    page.click("options-line").await?;
    page.wait_for_attribute("options-queue-state", "data-state", "known")
        .await?;
    let first =
        "return document.querySelectorAll('[data-testid=\"options-queue\"] option')[1].value";
    let queue = page.script(first, &[]).await?;
    let queue = queue.as_str().unwrap_or_default();
    page.choose("options-queue", queue).await?;
    page.fill("options-caller-name", "Contoso Service").await?;
    page.type_number("+1 415 555 2671").await?;
    look_in_both_sizes(&desktop, &app, "options-open").await?;
    page.click("options-line").await?;
    page.click("dial-button").await?;
    live_state(page, "connected").await?;
    look_in_both_sizes(&desktop, &app, "options-live").await?;
    page.wait_until_over(A_CALL).await?;
    page.find("wrap-up").await?;
    look_in_both_sizes(&desktop, &app, "wrap-up-live").await?;
    let open = "document.querySelector('[data-testid=\"history-row\"] button').click()";
    page.script(open, &[]).await?;
    page.find("details-queue").await?;
    until("both say it", PATIENCE, async || {
        let said = "return document.querySelectorAll('[data-testid=\"wrap-up\"]').length";
        Ok((page.script(said, &[]).await? == 2).then_some(()))
    })
    .await?;
    look_in_both_sizes(&desktop, &app, "wrap-up-details").await?;
    let calls = sandbox.calls().await?;
    assert_eq!(calls.len(), 1, "{calls:?}");
    assert_eq!(calls[0]["queue_id"], queue, "{calls:?}");
    Ok(())
}
