//! A sign-in that the server ends while it is in use.

use std::time::Duration;

use ringfor_e2e::{PATIENCE, Tested, until};
use serde_json::json;

use super::{Grant, Setup};
use crate::told::told;
use crate::{AGENT, CALLS_MATCH};

/// Long enough to sign in and be refused within it, short enough to be waited for.
const SHORT_TOKENS: [&str; 2] = ["--token-lifetime", "5"];

#[tokio::test]
async fn a_refresh_token_is_exchanged_unseen() -> Tested {
    let setup = Setup::signed_in(Grant::Code, &SHORT_TOKENS).await?;
    tokio::time::sleep(Duration::from_secs(6)).await;
    setup.page().call("+1 415 555 2671").await?;
    setup
        .page()
        .wait_for_top_row("the call is placed", PATIENCE, |row| {
            row.outcome == "placed"
        })
        .await?;
    assert!(setup.sandbox.token_requests("refresh_token").await? > 0);
    assert_eq!(setup.sandbox.token_requests("authorization_code").await?, 1);
    assert_eq!(setup.browser.addresses()?.len(), 1);
    Ok(())
}

#[tokio::test]
async fn a_refresh_token_that_is_revoked_in_use_asks_for_the_person() -> Tested {
    let mut setup = Setup::signed_in(Grant::Code, &[]).await?;
    setup.page().call("+1 415 555 2671").await?;
    setup
        .page()
        .wait_for_top_row("the call is placed", PATIENCE, |row| {
            row.outcome == "placed"
        })
        .await?;
    // In the middle of a call.
    setup.sandbox.revoke_user(AGENT).await?;
    let page = setup.app.page();
    // Reading the call finds it out: nothing can be pressed, and the reason stands there.
    let fixed = "return document.querySelector('[data-testid=\"agent-fixed\"]').innerText";
    until("nobody is signed in", PATIENCE, async || {
        let said = page.script(fixed, &[]).await?.to_string();
        Ok((!said.contains("Alex Kim")).then_some(()))
    })
    .await?;
    page.picture("sign-in-over").await?;
    assert_eq!(setup.sandbox.calls().await?.len(), 1);
    page.click("settings-open").await?;
    setup.sign_in().await
}

/// The answer with the next refresh token is lost: the old one is used up, and nobody is called.
#[tokio::test]
async fn an_exchange_whose_answer_is_lost_asks_for_the_person() -> Tested {
    let mut setup = Setup::signed_in(Grant::Code, &[]).await?;
    let lost = json!({"match": "POST /oauth/token refresh_token", "fault": {"kind": "drop_after"}});
    setup.sandbox.fault(lost).await?;
    let expired = json!({"match": CALLS_MATCH, "fault": {"kind": "expire_tokens"}});
    setup.sandbox.fault(expired).await?;
    let page = setup.app.page();
    page.call("+1 415 555 2671").await?;
    told(page, "signed_out").await?;
    page.picture("sign-in-exchange-lost").await?;
    assert_eq!(setup.sandbox.calls().await?.len(), 0);
    // It begins at once.
    page.click("notice-sign-in").await?;
    let landed = setup.browser.signs_in(AGENT).await?;
    assert_eq!(landed.status, 200, "{landed:?}");
    setup.is_in().await
}
