//! Each dialect places a call on a server that accepts only that one.

use std::time::Duration;

use ringfor_e2e::{App, Desktop, SandboxProcess, Tested};

use crate::AGENT;

const A_CALL: Duration = Duration::from_secs(30);

async fn places_a_call(dialect: &str) -> Tested {
    let mut desktop = Desktop::open().await?;
    let sandbox = SandboxProcess::start(&mut desktop, &["--speed", "20", "--accept", dialect])?;
    let app = App::first_run(&desktop).await?;
    app.page().click("onboarding-connect").await?;
    app.page().fill_connection(&sandbox).await?;
    app.page().choose("settings-dialect", dialect).await?;
    app.page().click("settings-save").await?;
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
