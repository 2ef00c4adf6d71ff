//! A tutorial's `.env` file, dropped on the window: it becomes a connection, fills in agent and
//! number, and calls nobody.

use std::time::Duration;

use ringfor_e2e::{App, Desktop, PATIENCE, SandboxProcess, Start, Tested, until};

use crate::pictures::{USUAL, look, look_in_both_sizes, resize};
use crate::{AGENT, FAST};

#[tokio::test]
async fn it_becomes_a_connection_and_calls_nobody() -> Tested {
    let mut desktop = Desktop::open().await?;
    let sandbox = SandboxProcess::start(&mut desktop, &FAST)?;
    // The file names a region, and no test may reach one: nobody listens there.
    let start = Start::with_data_in(desktop.data_dir()).and("HTTPS_PROXY", "http://127.0.0.1:9");
    let app = App::open(&desktop, start).await?;
    let page = app.page();
    page.find("onboarding-connect").await?;
    let file = desktop.folder().join(".env");
    let text = format!(
        "CLIENT_ID={}\nCLIENT_SECRET=\"{}\"\nGENESYS_CLOUD_REGION=mypurecloud.ie\n\
         AGENT_EMAIL={AGENT}\nTARGET_NUMBER=\"+1 415 555 2671\"\n",
        sandbox.client_id(),
        sandbox.client_secret(),
    );
    std::fs::write(&file, text)?;
    resize(&desktop, &app, USUAL).await?;
    let held = app.hold_file(&desktop, &file).await?;
    page.wait_for_attribute("drop-hint", "data-state", "over")
        .await?;
    look(page, "drop-hint").await?;
    held.let_go().await?;
    until("the secret is in the keyring", PATIENCE, async || {
        let kept = desktop.keyring()?.secrets(&desktop)?;
        Ok((kept == [sandbox.client_secret()]).then_some(()))
    })
    .await?;
    page.wait_for_value("number-input", "+1 415 555 2671")
        .await?;
    look_in_both_sizes(&desktop, &app, "dropped-env").await?;
    // What is told of the file names it, and nothing of what is inside.
    let said = page.source().await?;
    assert!(
        said.contains(".env"),
        "nobody says that the file can be deleted"
    );
    assert!(!said.contains(sandbox.client_secret()));
    // A call that began by itself would have been written down at once.
    tokio::time::sleep(Duration::from_secs(2)).await;
    assert!(page.rows().await?.is_empty());
    Ok(())
}
