//! Several organisations: switched in two keys, also while a call is on.

use ringfor_e2e::{App, Desktop, PATIENCE, Page, SandboxProcess, Tested, Trouble, until};

use crate::AGENT;
use crate::pictures::{A_CALL, live_state, look_in_both_sizes};

/// A window with two connections, `Contoso` to the first sandbox and `Fabrikam` to the second, which
/// is in use.
async fn two() -> Result<(Desktop, [SandboxProcess; 2], App), Trouble> {
    let mut desktop = Desktop::open().await?;
    let sandboxes = [
        SandboxProcess::start(&mut desktop, &[])?,
        SandboxProcess::start(&mut desktop, &["--speed", "20"])?,
    ];
    let app = App::first_run(&desktop).await?;
    let page = app.page();
    page.click("onboarding-connect").await?;
    page.fill_connection(&sandboxes[0]).await?;
    page.fill("settings-name", "Contoso").await?;
    page.click("settings-save").await?;
    page.find("agent-input").await?;
    page.click("settings-open").await?;
    page.click("connections-back").await?;
    page.click("connection-add").await?;
    page.fill_connection(&sandboxes[1]).await?;
    page.fill("settings-name", "Fabrikam").await?;
    // The circle that is seen stands for the button of the form, which is not.
    let teal = "document.querySelector('[data-testid=\"settings-colour-teal\"]').click()";
    page.script(teal, &[]).await?;
    page.click("settings-save").await?;
    until("it is saved", PATIENCE, async || {
        Ok((!page.text("settings-saved").await?.is_empty()).then_some(()))
    })
    .await?;
    Ok((desktop, sandboxes, app))
}

/// The connection in use is this one, as the header says.
async fn in_use(page: &Page, name: &str) -> Tested {
    // The driver takes what can be shortened for hidden, so the page is asked itself.
    let header = "return document.querySelector('[data-testid=\"connection-switch\"]').innerText";
    until(&format!("{name} is in use"), PATIENCE, async || {
        let now = page.script(header, &[]).await?.to_string();
        match now.contains(name) {
            true => Ok(Some(())),
            false => Err(Trouble::new(format!("the header says {now:?}"))),
        }
    })
    .await
}

#[tokio::test]
async fn switched_in_two_keys_during_a_live_call() -> Tested {
    let (desktop, [contoso, fabrikam], app) = two().await?;
    let page = app.page();
    look_in_both_sizes(&desktop, &app, "connections-one").await?;
    page.click("connections-back").await?;
    page.find("connection-add").await?;
    look_in_both_sizes(&desktop, &app, "connections").await?;
    page.click("settings-close").await?;

    app.focus(&desktop)?;
    desktop.xdotool(&["key", "ctrl+1"])?;
    in_use(page, "Contoso").await?;
    page.choose_agent("Alex", AGENT).await?;
    page.call("+1 415 555 2671").await?;
    live_state(page, "connected").await?;

    desktop.xdotool(&["key", "ctrl+2"])?;
    in_use(page, "Fabrikam").await?;
    look_in_both_sizes(&desktop, &app, "connections-switched-live").await?;
    // The call of the other organisation goes on, and is hung up there.
    live_state(page, "connected").await?;
    let whose = "return document.querySelector('[data-testid=\"live-connection\"]').innerText";
    let whose = page.script(whose, &[]).await?.to_string();
    assert!(whose.contains("Contoso"), "whose call is it? {whose}");
    page.click("hangup-button").await?;
    let row = page
        .wait_for_top_row("the call is over", A_CALL, |row| {
            row.end_reason == "hung_up_here"
        })
        .await?;
    assert!(row.text.contains("Contoso"), "whose call was it? {row:?}");
    assert_eq!(contoso.calls().await?[0]["state"], "ended");

    page.choose_agent("Alex", AGENT).await?;
    page.call("+44 20 7946 0958").await?;
    let row = page
        .wait_for_top_row("the next call is over", A_CALL, |row| {
            row.number == "+442079460958" && !row.end_reason.is_empty()
        })
        .await?;
    assert!(row.text.contains("Fabrikam"), "whose call was it? {row:?}");
    assert_eq!(
        (contoso.calls().await?.len(), fabrikam.calls().await?.len()),
        (1, 1)
    );

    page.click("connection-switch").await?;
    page.find("connection-menu").await?;
    look_in_both_sizes(&desktop, &app, "connections-menu").await
}

#[tokio::test]
async fn a_removed_connection_takes_its_secret_and_leaves_its_history() -> Tested {
    let (desktop, [contoso, fabrikam], app) = two().await?;
    let page = app.page();
    page.click("settings-close").await?;
    page.choose_agent("Alex", AGENT).await?;
    page.call("+44 20 7946 0958").await?;
    page.wait_until_over(A_CALL).await?;
    assert_eq!(desktop.keyring()?.secrets(&desktop)?.len(), 2);
    page.click("connection-switch").await?;
    page.click("connection-manage").await?;
    let remove = "[...document.querySelectorAll('[data-testid=\"connection-row\"]')]
        .find((row) => row.innerText.includes(arguments[0]))
        .querySelector('[data-testid=\"connection-remove\"]').click()";
    page.script(remove, &["Fabrikam"]).await?;
    page.find("connection-remove-ask").await?;
    look_in_both_sizes(&desktop, &app, "connections-remove").await?;
    page.click("connection-remove-ask-yes").await?;
    until("its secret is gone", PATIENCE, async || {
        let kept = desktop.keyring()?.secrets(&desktop)?;
        Ok((kept == [contoso.client_secret()]).then_some(()))
    })
    .await?;
    page.click("settings-close").await?;
    let rows = page.rows().await?;
    assert!(rows[0].text.contains("Fabrikam"), "{rows:?}");
    assert_eq!(fabrikam.calls().await?.len(), 1);
    Ok(())
}
