//! From the first run to a call in the history that is still there after a restart.

use std::path::{Path, PathBuf};
use std::time::Duration;

use ringfor_e2e::{App, Desktop, SandboxProcess, Tested, Trouble};

use crate::{AGENT, FAST};

#[tokio::test]
async fn connect_call_and_find_it_again_after_a_restart() -> Tested {
    let mut desktop = Desktop::open().await?;
    let sandbox = SandboxProcess::start(&mut desktop, &FAST)?;
    let app = App::first_run(&desktop).await?;
    app.page().connect(&sandbox).await?;
    app.page().choose_agent("Alex", AGENT).await?;
    app.page().call("(415) 555-2671").await?;
    let placed = app
        .page()
        .wait_for_top_row("the call is placed", Duration::from_secs(20), |row| {
            row.outcome == "placed"
        })
        .await?;
    assert_eq!(placed.number, "+14155552671");
    let ended = app.page().wait_until_over(Duration::from_secs(30)).await?;
    assert_eq!(ended.end_reason, "customer_hung_up");
    desktop.picture("main-job")?;

    let calls = sandbox.calls().await?;
    assert_eq!(calls.len(), 1, "{calls:?}");
    assert_eq!(calls[0]["conversation_id"], *ended.conversation_id);

    let secret = sandbox.client_secret();
    assert!(!app.page().source().await?.contains(secret), "in the page");
    assert_eq!(page_fields(&app).await?, "", "in a field of the page");
    let app = app.reopen(&desktop).await?;
    let again = app.page().wait_until_over(Duration::from_secs(20)).await?;
    assert_eq!(again.conversation_id, ended.conversation_id);
    assert_eq!(again.end_reason, ended.end_reason);
    assert!(!app.page().source().await?.contains(secret), "in the page");

    // The secret came back from the keyring: another call works without typing it again.
    assert_ne!(
        app.page().attribute("agent-input", "data-agent-id").await?,
        "",
        "the agent is still chosen"
    );
    app.page().call("+1 415 555 2672").await?;
    app.page()
        .wait_for_top_row(
            "the second call is placed",
            Duration::from_secs(20),
            |row| row.outcome == "placed" && row.number == "+14155552672",
        )
        .await?;
    assert_eq!(sandbox.calls().await?.len(), 2);

    assert_eq!(desktop.keyring()?.secrets(&desktop)?, [secret]);
    let holders = files_with(desktop.folder(), secret)?;
    assert!(
        holders.iter().all(|file| is_keyring(file)),
        "the secret is in {holders:?}"
    );
    Ok(())
}

#[tokio::test]
async fn the_secret_can_be_replaced_and_removed() -> Tested {
    let mut desktop = Desktop::open().await?;
    let sandbox = SandboxProcess::start(&mut desktop, &FAST)?;
    let app = App::first_run(&desktop).await?;
    let page = app.page();
    page.connect(&sandbox).await?;
    page.click("settings-open").await?;
    page.wait_for_attribute("settings-secret-state", "data-place", "keyring")
        .await?;

    page.click("settings-secret-replace").await?;
    page.fill("settings-client-secret", "another-secret")
        .await?;
    page.click("settings-save").await?;
    page.wait_for_attribute("settings-secret-state", "data-place", "keyring")
        .await?;
    assert_eq!(desktop.keyring()?.secrets(&desktop)?, ["another-secret"]);
    page.click("settings-check").await?;
    page.wait_for_attribute("problem", "data-code", "secret_wrong")
        .await?;

    page.click("settings-secret-remove").await?;
    page.find("settings-client-secret").await?;
    let left = desktop.keyring()?.secrets(&desktop)?;
    assert!(left.is_empty(), "still in the keyring: {left:?}");
    assert_eq!(sandbox.call_requests().await?, 0, "checking places no call");
    Ok(())
}

/// Everything that stands in the page's fields.
async fn page_fields(app: &App) -> Result<String, Trouble> {
    let script =
        "return [...document.querySelectorAll('input[type=password]')].map(i => i.value).join('')";
    let fields = app.page().script(script, &[]).await?;
    Ok(fields.as_str().unwrap_or_default().to_owned())
}

/// Files below `folder` whose bytes hold `text`.
fn files_with(folder: &Path, text: &str) -> Result<Vec<PathBuf>, Trouble> {
    let mut holders = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        let kind = path.symlink_metadata()?.file_type();
        if kind.is_dir() {
            holders.extend(files_with(&path, text)?);
        } else if kind.is_file() {
            let bytes = std::fs::read(&path)?;
            if bytes
                .windows(text.len())
                .any(|part| part == text.as_bytes())
            {
                holders.push(path);
            }
        }
    }
    Ok(holders)
}

/// The keyring's own files (which are encrypted anyway).
fn is_keyring(file: &Path) -> bool {
    file.components().any(|part| part.as_os_str() == "keyrings")
}
