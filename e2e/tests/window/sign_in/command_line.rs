//! Window and command line share one sign-in, whichever of them began it.

use ringfor_e2e::{CommandLine, PATIENCE, Tested, Trouble, until};
use serde_json::{Value, json};

use super::{Grant, Setup};
use crate::{AGENT, CALLS_MATCH, FAST};

const REFRESH: &str = "POST /oauth/token refresh_token";

fn object(text: &str) -> Result<Value, Trouble> {
    serde_json::from_str(text).map_err(|error| Trouble::while_doing(text, error))
}

/// Signs in by the command line; the window beside it is told, and both call as that person.
async fn begun_by_the_command_line(grant: Grant) -> Tested {
    let mut setup = Setup::signed_out(grant, &FAST).await?;
    let data = setup.desktop.data_dir();
    let signing_in = CommandLine::start_with_browser(
        &setup.desktop,
        &data,
        &["--json", "sign-in"],
        "",
        &setup.browser,
    )?;
    let landed = setup.browser.signs_in(AGENT).await?;
    assert_eq!(landed.status, 200, "{landed:?}");
    let said = signing_in.finish().await?;
    assert_eq!(said.code, Some(0), "{said:?}");
    let profile = object(&said.out)?;
    assert_eq!(profile["sign_in"], grant.name(), "{profile}");
    assert_eq!(profile["user"], AGENT, "{profile}");
    setup.is_in().await?;

    let page = setup.app.page();
    page.call("+1 415 555 2671").await?;
    page.wait_for_top_row("the window's call is over", PATIENCE, |row| {
        row.number == "+14155552671" && !row.end_reason.is_empty()
    })
    .await?;
    let calling = ["--json", "call", "--agent", AGENT, "--to", "+442079460958"];
    let said = CommandLine::run(&setup.desktop, &data, &calling, "").await?;
    assert_eq!(said.code, Some(0), "{said:?}");
    let calls = setup.sandbox.calls().await?;
    assert_eq!(calls.len(), 2, "{calls:?}");
    assert!(calls.iter().all(|call| call["agent_name"] == "Alex Kim"));
    assert_eq!(setup.sandbox.token_requests("authorization_code").await?, 1);
    Ok(())
}

#[tokio::test]
async fn a_code_with_its_verifier_from_the_command_line() -> Tested {
    begun_by_the_command_line(Grant::Pkce).await
}

#[tokio::test]
async fn a_code_with_the_secret_from_the_command_line() -> Tested {
    begun_by_the_command_line(Grant::Code).await
}

/// A refresh token is good for one exchange: a second one with it would end the sign-in.
#[tokio::test]
async fn two_processes_that_need_a_token_exchange_once() -> Tested {
    let setup = Setup::signed_in(Grant::Code, &[]).await?;
    let sandbox = &setup.sandbox;
    let slow = json!({"match": REFRESH, "fault": {"kind": "delay", "ms": 4000}});
    sandbox.fault(slow).await?;
    let expired = json!({"match": CALLS_MATCH, "fault": {"kind": "expire_tokens"}});
    sandbox.fault(expired).await?;
    let page = setup.page();
    page.call("+1 415 555 2671").await?;
    until("the window exchanges it", PATIENCE, async || {
        Ok((sandbox.token_requests("refresh_token").await? == 1).then_some(()))
    })
    .await?;
    // The answer is on its way; what the keyring has is used up.
    let data = setup.desktop.data_dir();
    let asking = ["--json", "agents", "find", "Alex"];
    let said = CommandLine::run(&setup.desktop, &data, &asking, "").await?;
    assert_eq!(said.code, Some(0), "{said:?}");
    assert!(said.out.contains(AGENT), "{said:?}");
    page.wait_for_top_row("the call is placed", PATIENCE, |row| {
        row.outcome == "placed"
    })
    .await?;
    assert_eq!(sandbox.token_requests("refresh_token").await?, 1);
    assert_eq!(sandbox.token_requests("authorization_code").await?, 1);
    assert_eq!(sandbox.calls().await?.len(), 1);
    setup.is_in().await
}
