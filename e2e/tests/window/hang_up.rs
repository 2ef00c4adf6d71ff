//! Hanging up from the window, and a second call for an agent who is on one.

use ringfor_e2e::{App, Desktop, PATIENCE, Page, Row, SandboxProcess, Tested, Trouble};
use serde_json::json;

use crate::AGENT;

/// The agent's phone rings and rings.
const RINGS: &str = "+1 202 555 0102";
const ANOTHER: &str = "+1 415 555 2672";

/// A window in which the agent's phone rings.
async fn ringing() -> Result<(Desktop, SandboxProcess, App), Trouble> {
    let mut desktop = Desktop::open().await?;
    let sandbox = SandboxProcess::start(&mut desktop, &[])?;
    let app = App::first_run(&desktop).await?;
    let page = app.page();
    page.connect(&sandbox).await?;
    page.choose_agent("Alex", AGENT).await?;
    page.call(RINGS).await?;
    page.wait_for_attribute("live-call", "data-state", "ringing_agent")
        .await?;
    Ok((desktop, sandbox, app))
}

async fn ended_here(page: &Page) -> Result<Row, Trouble> {
    page.wait_for_top_row("the call was hung up here", PATIENCE, |row| {
        row.end_reason == "hung_up_here"
    })
    .await
}

#[tokio::test]
async fn while_the_phone_of_the_agent_rings() -> Tested {
    let (_desktop, sandbox, app) = ringing().await?;
    let page = app.page();
    let source = page.attribute("live-call", "data-source").await?;
    assert!(["socket", "poll"].contains(&&*source), "source {source:?}");
    page.picture("hang-up-ringing").await?;
    page.click("hangup-button").await?;
    let row = ended_here(page).await?;
    assert_eq!(row.outcome, "placed", "{row:?}");
    page.wait_for_attribute("live-call", "data-state", "ended")
        .await?;
    assert!(!page.has("hangup-button").await?, "nothing to hang up");
    page.picture("hang-up-ended").await?;
    assert_eq!(sandbox.calls().await?.len(), 1);
    Ok(())
}

#[tokio::test]
async fn for_everybody_only_when_that_was_asked() -> Tested {
    let (_desktop, sandbox, app) = ringing().await?;
    sandbox
        .fault(
            json!({"match": "PATCH /api/v2/conversations/calls/*", "times": 5,
            "fault": {"kind": "status", "status": 403, "code": "missing.any.permissions"}}),
        )
        .await?;
    let page = app.page();
    page.click("hangup-button").await?;
    page.wait_for_attribute("hangup-confirm", "data-code", "hang_up_denied")
        .await?;
    page.picture("hang-up-for-everybody").await?;
    assert_eq!(
        page.attribute("live-call", "data-state").await?,
        "ringing_agent",
        "asking ends nothing"
    );
    page.click("hangup-confirm-yes").await?;
    ended_here(page).await?;
    let journal = sandbox.journal().await?;
    let ended = journal.iter().filter(|entry| {
        let path = entry["path"].as_str().unwrap_or_default();
        entry["method"] == "POST" && path.ends_with("/disconnect")
    });
    assert_eq!(ended.count(), 1, "{journal:?}");
    Ok(())
}

#[tokio::test]
async fn a_second_call_for_the_agent_is_asked_about() -> Tested {
    let (_desktop, sandbox, app) = ringing().await?;
    let page = app.page();
    page.call(ANOTHER).await?;
    page.wait_for_attribute("dial-confirm", "data-code", "again_live")
        .await?;
    page.picture("again-live").await?;
    page.click("dial-confirm-no").await?;
    assert_eq!(sandbox.call_requests().await?, 1, "the answer was no");

    page.click("dial-button").await?;
    page.click("dial-confirm-yes").await?;
    page.wait_for_top_row("the second call is placed", PATIENCE, |row| {
        row.outcome == "placed" && row.number == "+14155552672"
    })
    .await?;
    page.find("live-other").await?;
    assert_eq!(sandbox.call_requests().await?, 2);
    assert_eq!(sandbox.calls().await?.len(), 2);
    Ok(())
}
