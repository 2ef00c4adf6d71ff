//! A sign-in that the server ends while it is in use.

use std::time::Duration;

use ringfor_e2e::{PATIENCE, Tested};

use super::{Grant, Setup};

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
