//! Each dialect against a server of its own kind, and against one of another.

use std::time::Duration;

use ringfor_e2e::{App, Desktop, SandboxProcess, Tested};

use crate::AGENT;

const A_CALL: Duration = Duration::from_secs(30);

/// A window that speaks `ours` to a server that accepts only `theirs`.
async fn window(
    ours: &str,
    theirs: &[&str],
) -> Result<(Desktop, SandboxProcess, App), ringfor_e2e::Trouble> {
    let mut desktop = Desktop::open().await?;
    let mut arguments = vec!["--speed", "20", "--accept"];
    arguments.extend(theirs);
    let sandbox = SandboxProcess::start(&mut desktop, &arguments)?;
    let app = App::first_run(&desktop).await?;
    app.page().click("onboarding-connect").await?;
    app.page().fill_connection(&sandbox).await?;
    app.page().choose("settings-dialect", ours).await?;
    app.page().click("settings-save").await?;
    Ok((desktop, sandbox, app))
}

async fn places_a_call(dialect: &str) -> Tested {
    let (_desktop, sandbox, app) = window(dialect, &[dialect]).await?;
    app.page().choose_agent(AGENT, AGENT).await?;
    app.page().call("+1 415 555 2671").await?;
    let row = app.page().wait_until_over(A_CALL).await?;
    assert_eq!(row.outcome, "placed", "{row:?}");
    assert_eq!(row.end_reason, "customer_hung_up", "{row:?}");
    let calls = sandbox.calls().await?;
    assert_eq!(calls.len(), 1, "{calls:?}");
    assert_eq!(calls[0]["dialect"], dialect);
    assert_eq!(calls[0]["agent_name"], "Alex Kim");
    Ok(())
}

async fn is_refused(ours: &str, theirs: &str, problem: &str) -> Tested {
    let (_desktop, sandbox, app) = window(ours, &[theirs]).await?;
    app.page().choose_agent(AGENT, AGENT).await?;
    app.page().call("+1 415 555 2671").await?;
    let row = app.page().wait_until_over(A_CALL).await?;
    assert_eq!(row.outcome, "refused", "{row:?}");
    app.page()
        .wait_for_attribute("problem", "data-code", problem)
        .await?;
    assert!(sandbox.calls().await?.is_empty());
    Ok(())
}

#[tokio::test]
async fn platform_on_its_own_server() -> Tested {
    places_a_call("platform").await
}

#[tokio::test]
async fn participants_on_its_own_server() -> Tested {
    places_a_call("participants").await
}

#[tokio::test]
async fn from_to_on_its_own_server() -> Tested {
    places_a_call("from_to").await
}

#[tokio::test]
async fn platform_on_another_server() -> Tested {
    is_refused("platform", "participants", "user_needed").await
}

#[tokio::test]
async fn participants_on_another_server() -> Tested {
    is_refused("participants", "from_to", "dialect_mismatch").await
}

#[tokio::test]
async fn from_to_on_another_server() -> Tested {
    is_refused("from_to", "platform", "dialect_mismatch").await
}

#[tokio::test]
async fn the_wrong_person_is_never_used() -> Tested {
    let ignoring = ["participants", "--email-filter", "ignore"];
    let (_desktop, sandbox, app) = window("participants", &ignoring).await?;
    app.page().fill("agent-input", AGENT).await?;
    app.page()
        .wait_for_attribute("problem", "data-code", "agent_mismatch")
        .await?;
    assert!(
        !app.page().has("agent-option").await?,
        "somebody is offered"
    );
    app.page().type_number("+1 415 555 2671").await?;
    let button = app.page().find("dial-button").await?;
    assert!(!button.is_enabled().await?, "Call without an agent");
    assert_eq!(sandbox.call_requests().await?, 0);
    Ok(())
}
