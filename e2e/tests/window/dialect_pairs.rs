//! Every dialect against every server that does not understand it: a clear problem, no call, and
//! the right dialect chosen in Settings puts it right.

use std::time::Duration;

use ringfor_e2e::{App, Desktop, PATIENCE, SandboxProcess, Tested, Trouble, until};

use crate::AGENT;
use crate::told::{told, told_of};

const A_CALL: Duration = Duration::from_secs(30);
const MINE: &str = "+14155552671";

/// What stands in the way of `ours` at a server that accepts only `theirs`, and how it is mended.
async fn stands_in_the_way(ours: &str, theirs: &str, problem: &str) -> Tested {
    let mut desktop = Desktop::open().await?;
    let accept = ["--speed", "20", "--accept", theirs];
    let sandbox = SandboxProcess::start(&mut desktop, &accept)?;
    let app = App::first_run(&desktop).await?;
    let page = app.page();
    page.click("onboarding-connect").await?;
    page.fill_connection(&sandbox).await?;
    page.choose("settings-dialect", ours).await?;
    page.click("settings-save").await?;
    page.choose_agent(AGENT, AGENT).await?;
    page.call(MINE).await?;
    let row = page
        .wait_for_top_row("the attempt is refused", A_CALL, |row| {
            row.outcome == "refused"
        })
        .await?;
    assert_eq!(row.conversation_id, "");
    let read = told(page, problem).await?;
    page.picture(&format!("failure-{ours}-at-{theirs}")).await?;
    assert!(read.contains("ialect"), "what to change? {read}");
    assert!(sandbox.calls().await?.is_empty());
    assert_eq!(sandbox.call_requests().await?, 1, "asked once");

    page.click("settings-open").await?;
    page.choose("settings-dialect", theirs).await?;
    page.click("settings-save").await?;
    until("the dialect is saved", PATIENCE, async || {
        Ok((!page.text("settings-saved").await?.is_empty()).then_some(()))
    })
    .await?;
    page.click("settings-close").await?;
    page.call(MINE).await?;
    page.wait_for_top_row("the call is placed", A_CALL, |row| row.outcome == "placed")
        .await?;
    let calls = sandbox.calls().await?;
    assert_eq!(calls.len(), 1, "{calls:?}");
    assert_eq!(calls[0]["dialect"], theirs);
    Ok(())
}

macro_rules! pairs {
    ($($test:ident: $ours:literal at $theirs:literal => $problem:literal,)+) => {
        $(#[tokio::test]
        async fn $test() -> Tested {
            stands_in_the_way($ours, $theirs, $problem).await
        })+
    };
}

pairs! {
    platform_at_participants: "platform" at "participants" => "user_needed",
    platform_at_from_to: "platform" at "from_to" => "user_needed",
    participants_at_platform: "participants" at "platform" => "dialect_mismatch",
    participants_at_from_to: "participants" at "from_to" => "dialect_mismatch",
    from_to_at_platform: "from_to" at "platform" => "dialect_mismatch",
    from_to_at_participants: "from_to" at "participants" => "dialect_mismatch",
}

/// A server that ignores the e-mail answers with whoever is first.
async fn never_somebody_else(dialect: &str) -> Result<(), Trouble> {
    let mut desktop = Desktop::open().await?;
    let ignoring = ["--accept", dialect, "--email-filter", "ignore"];
    let sandbox = SandboxProcess::start(&mut desktop, &ignoring)?;
    let app = App::first_run(&desktop).await?;
    let page = app.page();
    page.click("onboarding-connect").await?;
    page.fill_connection(&sandbox).await?;
    page.choose("settings-dialect", dialect).await?;
    page.click("settings-save").await?;
    let asked = "sam.lee@example.com";
    page.fill("agent-input", asked).await?;
    told_of(page, "agent_mismatch", asked).await?;
    page.picture(&format!("failure-mismatch-{dialect}")).await?;
    assert!(!page.has("agent-option").await?, "somebody is offered");
    let chosen = page.attribute("agent-input", "data-agent-id").await?;
    assert_eq!(chosen, "", "somebody was chosen");
    page.type_number(MINE).await?;
    let button = page.find("dial-button").await?;
    assert!(!button.is_enabled().await?, "Call without an agent");
    assert_eq!(sandbox.call_requests().await?, 0);
    assert!(page.rows().await?.is_empty());
    Ok(())
}

#[tokio::test]
async fn participants_never_uses_somebody_else() -> Tested {
    never_somebody_else("participants").await
}

#[tokio::test]
async fn from_to_never_uses_somebody_else() -> Tested {
    never_somebody_else("from_to").await
}
