//! Each grant from the first run to the end of a call, and out again.

use ringfor_e2e::{App, Desktop, PATIENCE, Page, SandboxProcess, Tested, Trouble, until};

use super::{Grant, Setup};
use crate::pictures::{A_CALL, look_in_both_sizes};
use crate::told::told;
use crate::{AGENT, FAST};

const CALLS: &str = "/api/v2/conversations/calls";

/// Whose calls they are, as the header says: the grant's name, and the words.
async fn whose_calls(page: &Page) -> Result<(String, String), Trouble> {
    // The driver takes what can be shortened for hidden, so the page is asked itself.
    let whose = "const whose = document.querySelector('[data-testid=\"whose-calls\"]');
        return [whose.dataset.signIn, whose.innerText];";
    Ok(serde_json::from_value(page.script(whose, &[]).await?)?)
}

/// Signs in, calls, hangs up, starts again, signs out.
async fn from_first_run_to_sign_out(grant: Grant) -> Tested {
    let mut setup = Setup::signed_out(grant, &FAST).await?;
    let name = grant.name();
    look_in_both_sizes(&setup.desktop, &setup.app, &format!("sign-in-{name}-out")).await?;
    setup.page().click("sign-in-button").await?;
    setup
        .page()
        .wait_for_attribute("sign-in", "data-state", "waiting")
        .await?;
    look_in_both_sizes(
        &setup.desktop,
        &setup.app,
        &format!("sign-in-{name}-waiting"),
    )
    .await?;
    let landed = setup.browser.signs_in(AGENT).await?;
    assert_eq!(landed.status, 200, "{landed:?}");
    setup.is_in().await?;
    look_in_both_sizes(&setup.desktop, &setup.app, &format!("sign-in-{name}-in")).await?;
    let page = setup.app.page();
    let whose = whose_calls(page).await?;
    assert_eq!(whose, (name.into(), "as Alex Kim".into()));

    page.call("+1 415 555 2671").await?;
    let row = page.wait_until_over(A_CALL).await?;
    assert_eq!(
        (row.outcome.as_str(), row.number.as_str()),
        ("placed", "+14155552671")
    );
    let calls = setup.sandbox.calls().await?;
    assert_eq!(calls.len(), 1, "{calls:?}");
    assert_eq!(calls[0]["agent_name"], "Alex Kim");
    let journal = setup.sandbox.journal().await?;
    let placed: Vec<_> = journal
        .iter()
        .filter(|entry| entry["method"] == "POST" && entry["path"] == CALLS)
        .collect();
    assert_eq!(placed.len(), 1, "{journal:?}");
    assert_eq!(placed[0]["body"]["phoneNumber"], "+14155552671");
    assert_eq!(setup.sandbox.call_requests().await?, 1);
    assert_eq!(setup.sandbox.token_requests("authorization_code").await?, 1);
    assert_eq!(setup.sandbox.token_requests("client_credentials").await?, 0);

    // After a start the person is still who they were: by what is kept in the keyring.
    setup.app = setup.app.reopen(&setup.desktop).await?;
    setup.is_in().await?;
    let page = setup.app.page();
    page.call("+1 415 555 2672").await?;
    page.wait_for_top_row("the call is placed", PATIENCE, |row| {
        row.outcome == "placed"
    })
    .await?;
    page.wait_until_over(A_CALL).await?;

    page.click("settings-open").await?;
    page.click("sign-out").await?;
    page.wait_for_attribute("sign-in", "data-state", "out")
        .await?;
    until("the token has ended at the server", PATIENCE, async || {
        let journal = setup.sandbox.journal().await?;
        let ended = journal.iter().any(|entry| {
            entry["method"] == "DELETE"
                && entry["path"] == "/api/v2/tokens/me"
                && entry["status"] == 200
        });
        Ok(ended.then_some(()))
    })
    .await?;
    let kept = setup.desktop.keyring()?.secrets(&setup.desktop)?;
    let expected: Vec<&str> = match grant {
        Grant::Pkce => vec![],
        Grant::Code => vec![setup.sandbox.client_secret()],
    };
    assert_eq!(kept, expected, "something of the sign-in was left");
    Ok(())
}

#[tokio::test]
async fn a_code_with_its_verifier() -> Tested {
    from_first_run_to_sign_out(Grant::Pkce).await
}

#[tokio::test]
async fn a_code_with_the_secret() -> Tested {
    from_first_run_to_sign_out(Grant::Code).await
}

/// Where a client's own token will not do, signing in as a person is offered beside the reason.
#[tokio::test]
async fn an_organisation_that_wants_a_user_says_so() -> Tested {
    let mut desktop = Desktop::open().await?;
    let sandbox = SandboxProcess::start(&mut desktop, &["--on-behalf", "not.a.user"])?;
    let app = App::first_run(&desktop).await?;
    let page = app.page();
    page.connect(&sandbox).await?;
    let whose = whose_calls(page).await?;
    assert_eq!(whose, ("client".into(), "for any agent".into()));
    page.choose_agent("Alex", AGENT).await?;
    page.call("+1 415 555 2671").await?;
    page.wait_for_top_row("the attempt is refused", PATIENCE, |row| {
        row.outcome == "refused"
    })
    .await?;
    told(page, "user_needed").await?;
    look_in_both_sizes(&desktop, &app, "problem-user-needed").await?;
    page.click("live-sign-in").await?;
    page.find("settings-sign-in-pkce").await?;
    assert!(sandbox.calls().await?.is_empty());
    Ok(())
}
