//! What comes back to the port: wrong answers, late ones, second ones, and none.

use ringfor_e2e::{PATIENCE, Tested, with_parameter};

use super::{Grant, Setup};
use crate::AGENT;
use crate::pictures::look_in_both_sizes;
use crate::told::told;

/// Somebody else's page can send a browser to the port; it must neither sign in nor stop the sign-in.
#[tokio::test]
async fn a_wrong_state_is_turned_away_and_the_sign_in_waits_on() -> Tested {
    let mut setup = Setup::signed_out(Grant::Pkce, &[]).await?;
    setup.page().click("sign-in-button").await?;
    let address = setup.browser.opened().await?;
    let back = setup
        .browser
        .sign_in_page(&address)
        .await?
        .sign_in(AGENT)
        .await?;
    for wrong in ["", "guessed"] {
        let landed = setup
            .browser
            .go(&with_parameter(&back, "state", wrong)?)
            .await?;
        assert_eq!(landed.status, 400, "{landed:?}");
    }
    let elsewhere = setup.browser.go(&back.replace("/?", "/elsewhere?")).await?;
    assert!(elsewhere.status >= 400, "{elsewhere:?}");
    setup
        .page()
        .wait_for_attribute("sign-in", "data-state", "waiting")
        .await?;
    assert_eq!(setup.sandbox.token_requests("authorization_code").await?, 0);
    let landed = setup.browser.go(&back).await?;
    assert_eq!(landed.status, 200, "{landed:?}");
    setup.is_in().await
}

#[tokio::test]
async fn a_code_is_taken_once_and_the_port_is_closed_after_it() -> Tested {
    let mut setup = Setup::signed_out(Grant::Code, &[]).await?;
    setup.page().click("sign-in-button").await?;
    let address = setup.browser.opened().await?;
    // Two tabs show the page, and a person signs in in both.
    let address = setup.browser.led_on(&address).await?;
    let first = setup.browser.sign_in_page(&address).await?;
    let second = setup.browser.sign_in_page(&address).await?;
    let back = first.sign_in(AGENT).await?;
    let other = second.sign_in("alexandra.novak@example.com").await?;
    assert_eq!(setup.browser.go(&back).await?.status, 200);
    setup.is_in().await?;
    assert!(setup.browser.go(&back).await.is_err(), "the port is open");
    assert!(setup.browser.go(&other).await.is_err(), "the port is open");
    setup.is_in().await?;
    assert_eq!(setup.sandbox.token_requests("authorization_code").await?, 1);
    assert_eq!(
        setup.browser.addresses()?.len(),
        1,
        "the browser was opened again"
    );
    Ok(())
}

#[tokio::test]
async fn a_sign_in_that_is_cancelled_in_the_browser_says_so() -> Tested {
    let mut setup = Setup::signed_out(Grant::Pkce, &[]).await?;
    setup.page().click("sign-in-button").await?;
    let address = setup.browser.opened().await?;
    let page = setup.browser.sign_in_page(&address).await?;
    let landed = setup.browser.go(&page.cancel().await?).await?;
    assert_eq!(landed.status, 200, "{landed:?}");
    setup
        .page()
        .wait_for_attribute("sign-in", "data-state", "failed")
        .await?;
    told(setup.page(), "sign_in_denied").await?;
    look_in_both_sizes(&setup.desktop, &setup.app, "sign-in-denied").await?;
    assert_eq!(setup.sandbox.token_requests("authorization_code").await?, 0);
    // And nothing stands in the way of the next one.
    setup.sign_in().await
}

#[tokio::test]
async fn a_sign_in_that_is_cancelled_in_the_window_closes_the_port() -> Tested {
    let mut setup = Setup::signed_out(Grant::Pkce, &[]).await?;
    setup.page().click("sign-in-button").await?;
    let address = setup.browser.opened().await?;
    let page = setup.browser.sign_in_page(&address).await?;
    let back = page.sign_in(AGENT).await?;
    setup.page().click("sign-in-cancel").await?;
    setup
        .page()
        .wait_for_attribute("sign-in", "data-state", "out")
        .await?;
    ringfor_e2e::until("the port is closed", PATIENCE, async || {
        Ok(setup.browser.go(&back).await.is_err().then_some(()))
    })
    .await?;
    assert_eq!(setup.sandbox.token_requests("authorization_code").await?, 0);
    setup.sign_in().await
}

/// Two minutes, made short.
#[tokio::test]
async fn nobody_comes_back_in_time() -> Tested {
    let short = |start: ringfor_e2e::Start| start.and("RINGFOR_SIGN_IN_SECONDS", "3");
    let mut setup = Setup::started(Grant::Pkce, &[], short).await?;
    setup.page().click("sign-in-button").await?;
    let address = setup.browser.opened().await?;
    let back = setup
        .browser
        .sign_in_page(&address)
        .await?
        .sign_in(AGENT)
        .await?;
    setup
        .page()
        .wait_for_attribute("sign-in", "data-state", "failed")
        .await?;
    told(setup.page(), "sign_in_timed_out").await?;
    setup.page().picture("sign-in-timed-out").await?;
    assert!(setup.browser.go(&back).await.is_err(), "the port is open");
    assert_eq!(setup.sandbox.token_requests("authorization_code").await?, 0);
    Ok(())
}
