//! How the window says what came of looking an unknown outcome up: in each of its three ways.

use ringfor_e2e::{App, Desktop, SandboxProcess, Start, Tested, Trouble, until};
use serde_json::json;

use crate::pictures::{USUAL, look_in_both_sizes, resize, says};
use crate::reserved_numbers::SETTLED;
use crate::{AGENT, FAST};

/// The call is made, and the answer lost.
const LOST: &str = "+1 202 555 0107";
/// The server fails, and no call is made.
const FAILS: &str = "+1 202 555 0109";

const NO_ANALYTICS: &str = "analytics:conversationDetail:view,\
    analytics:agentConversationDetail:view,analytics:queueObservation:view";

/// A window whose agent is chosen, with a look-up of a few seconds in place of five minutes.
async fn ready(sandbox: &[&str], dialect: &str) -> Result<(Desktop, SandboxProcess, App), Trouble> {
    let mut desktop = Desktop::open().await?;
    let arguments: Vec<&str> = FAST.iter().chain(sandbox).copied().collect();
    let sandbox = SandboxProcess::start(&mut desktop, &arguments)?;
    let start = Start::with_data_in(desktop.data_dir()).and("RINGFOR_SETTLING_SECONDS", "6");
    let app = App::open(&desktop, start).await?;
    let page = app.page();
    page.find("onboarding-sandbox").await?;
    resize(&desktop, &app, USUAL).await?;
    // Nothing is told as it happens, so that looking is all there is.
    sandbox
        .fault(json!({"match": "TOPIC *", "times": 1000, "fault": {"kind": "reject_topic"}}))
        .await?;
    page.click("onboarding-connect").await?;
    page.fill_connection(&sandbox).await?;
    page.choose("settings-dialect", dialect).await?;
    page.click("settings-save").await?;
    page.choose_agent(AGENT, AGENT).await?;
    Ok((desktop, sandbox, app))
}

/// Waits for this end of the look-up, in the live card and in the history, and looks at both.
async fn ends(desktop: &Desktop, app: &App, settling: &str, name: &str, outcome: &str) -> Tested {
    let page = app.page();
    page.wait_for_top_row("the look-up has its end", SETTLED, |row| {
        row.settling == settling && row.outcome == outcome
    })
    .await?;
    page.wait_for_attribute("settling", "data-settling", settling)
        .await?;
    look_in_both_sizes(desktop, app, &format!("settled-{name}")).await?;
    let open = "document.querySelector('[data-testid=\"history-row\"] button').click()";
    page.script(open, &[]).await?;
    page.find("timeline").await?;
    look_in_both_sizes(desktop, app, &format!("settled-{name}-history")).await?;
    page.script(open, &[]).await?;
    Ok(())
}

#[tokio::test]
async fn searched_and_not_found_offers_to_call_again() -> Tested {
    let (desktop, sandbox, app) = ready(&[], "platform").await?;
    let page = app.page();
    page.call(FAILS).await?;
    ends(&desktop, &app, "not_found", "not-found", "unknown").await?;
    says(page, "settling", "Searched in Genesys Cloud until").await?;
    says(page, "settling", "the record of past calls").await?;

    page.fill("number-input", "+1 415 555 2671").await?;
    page.click("call-again").await?;
    page.wait_for_attribute("number-preview", "data-typed", "+12025550109")
        .await?;
    assert_eq!(sandbox.call_requests().await?, 1, "offering is not calling");
    page.click("dial-button").await?;
    page.wait_for_attribute("dial-confirm", "data-code", "again_unknown")
        .await?;
    look_in_both_sizes(&desktop, &app, "settled-call-again").await?;
    assert_eq!(sandbox.call_requests().await?, 1, "asking is not calling");
    page.click("dial-confirm-yes").await?;
    until("it is sent", SETTLED, async || {
        Ok((sandbox.call_requests().await? == 2).then_some(()))
    })
    .await?;
    Ok(())
}

#[tokio::test]
async fn could_not_search_names_the_permission() -> Tested {
    let (desktop, sandbox, app) = ready(&["--deny", NO_ANALYTICS], "platform").await?;
    let page = app.page();
    page.call(LOST).await?;
    ends(
        &desktop,
        &app,
        "could_not_search",
        "could-not-search",
        "unknown",
    )
    .await?;
    says(page, "settling", "the permission analytics:").await?;
    assert!(!page.has("call-again").await?, "nobody has looked");
    assert_eq!(sandbox.call_requests().await?, 1);
    Ok(())
}

#[tokio::test]
async fn found_without_our_id_is_said_to_be_probable() -> Tested {
    let (desktop, sandbox, app) = ready(&["--accept", "participants"], "participants").await?;
    let page = app.page();
    page.call(LOST).await?;
    ends(&desktop, &app, "found", "found-probably", "placed").await?;
    says(page, "settling", "Probably found").await?;
    let calls = sandbox.calls().await?;
    assert_eq!(calls.len(), 1);
    let rows = page.rows().await?;
    assert_eq!(calls[0]["conversation_id"], *rows[0].conversation_id);
    Ok(())
}
