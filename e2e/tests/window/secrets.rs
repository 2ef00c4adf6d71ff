//! Secret and tokens are in the keyring and in memory, and nowhere that anybody could read: not in
//! arguments, environments or `ps`, not in the history, not in a log at its most talkative.

use std::collections::BTreeSet;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use ringfor_e2e::{
    App, Browser, CommandLine, Desktop, PATIENCE, SandboxProcess, Start, Tap, Tested,
};

use crate::{AGENT, FAST};

/// Nothing of this is anywhere, and something else that is there is found where it is.
fn nowhere(desktop: &Desktop, secrets: &BTreeSet<String>) -> Tested {
    let all: Vec<&str> = secrets.iter().map(String::as_str).collect();
    assert_eq!(desktop.traces_of(&all)?, Vec::<String>::new());
    // Else it would have been looked for in the wrong places.
    let known = desktop.traces_of(&["RINGFOR_E2E_DESKTOP", "4155552671", "openbox"])?;
    for place in ["/environ", "ringfor.db", "/cmdline", "ps"] {
        assert!(
            known.iter().any(|trace| trace.contains(place)),
            "{place}: {known:?}"
        );
    }
    Ok(())
}

#[tokio::test]
async fn secret_and_tokens_leave_no_trace() -> Tested {
    let mut desktop = Desktop::open().await?;
    let sandbox = SandboxProcess::start(&mut desktop, &FAST)?;
    let tap = Tap::on(sandbox.base_url())?;
    let mut browser = Browser::install(&desktop)?;
    let start = Start::with_data_in(desktop.data_dir())
        .and("PATH", browser.path())
        .and("RINGFOR_LOG", "trace");
    let app = App::open(&desktop, start).await?;
    let page = app.page();

    // The client itself, in the window.
    page.click("onboarding-connect").await?;
    page.fill_connection(&sandbox).await?;
    page.fill("settings-api-url", &tap.base_url()).await?;
    page.fill("settings-login-url", &tap.base_url()).await?;
    page.click("settings-save").await?;
    page.choose_agent("Alex", AGENT).await?;
    page.call("+1 415 555 2671").await?;
    page.wait_until_over(PATIENCE).await?;

    // The client itself, on the command line: the secret by standard input.
    let data = desktop.data_dir();
    let url = tap.base_url();
    let add = [
        "profile",
        "add",
        "scripted",
        "--api-url",
        &url,
        "--login-url",
        &url,
        "--client-id",
        sandbox.client_id(),
    ];
    let secret = format!("{}\n", sandbox.client_secret());
    let said = CommandLine::run(&desktop, &data, &add, &secret).await?;
    assert_eq!(said.code, Some(0), "{said:?}");
    let call = [
        "--profile",
        "scripted",
        "call",
        "--again",
        "--agent",
        AGENT,
        "--to",
        "+442079460958",
        "--wait",
    ];
    let running = CommandLine::start(&desktop, &data, &call, "")?;
    nowhere_so_far(&desktop, &tap, &sandbox)?;
    let said = running.finish().await?;
    assert_eq!(said.code, Some(0), "{said:?}");

    // A person, in the window.
    page.click("settings-open").await?;
    page.click("connection-add").await?;
    page.choose("settings-region", "own").await?;
    page.fill("settings-api-url", &url).await?;
    page.fill("settings-login-url", &url).await?;
    page.click("settings-sign-in-code").await?;
    page.fill("settings-client-id", sandbox.client_id()).await?;
    page.fill("settings-client-secret", sandbox.client_secret())
        .await?;
    page.fill("settings-name", "Personal").await?;
    page.click("settings-save").await?;
    page.click("sign-in-button").await?;
    assert_eq!(browser.signs_in(AGENT).await?.status, 200);
    page.wait_for_attribute("sign-in", "data-state", "in")
        .await?;
    nowhere_so_far(&desktop, &tap, &sandbox)?;

    // The same person, on the command line.
    let mut call = call;
    call[1] = "Personal";
    let said = CommandLine::run(&desktop, &data, &call, "").await?;
    assert_eq!(said.code, Some(0), "{said:?}");
    assert_eq!(sandbox.calls().await?.len(), 3);

    let secrets = nowhere_so_far(&desktop, &tap, &sandbox)?;
    // Basic, the code, the refresh token and at least three access tokens have passed.
    assert!(secrets.len() >= 7, "{} secrets", secrets.len());
    app.close(&desktop).await?;
    nowhere(&desktop, &secrets)
}

fn nowhere_so_far(
    desktop: &Desktop,
    tap: &Tap,
    sandbox: &SandboxProcess,
) -> Result<BTreeSet<String>, ringfor_e2e::Trouble> {
    let mut secrets = tap.secrets();
    secrets.insert(sandbox.client_secret().to_owned());
    secrets.insert(STANDARD.encode(sandbox.client_secret()));
    nowhere(desktop, &secrets)?;
    Ok(secrets)
}
