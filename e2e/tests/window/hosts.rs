//! Which hosts the connection form suggests, and which it does not take.

use ringfor_e2e::{App, Desktop, SandboxProcess, Start, Tested};

use crate::FAST;

#[tokio::test]
async fn the_suggested_hosts_are_filled_in_and_work() -> Tested {
    let mut desktop = Desktop::open().await?;
    let sandbox = SandboxProcess::start(&mut desktop, &FAST)?;
    let start = Start::with_data_in(desktop.data_dir()).and_hosts_at(sandbox.base_url());
    let app = App::open(&desktop, start).await?;
    let page = app.page();
    page.click("onboarding-connect").await?;
    page.fill("settings-client-id", sandbox.client_id()).await?;
    page.fill("settings-client-secret", sandbox.client_secret())
        .await?;
    page.check_works("settings-check").await?;
    assert!(sandbox.calls().await?.is_empty(), "checking places no call");
    Ok(())
}

#[tokio::test]
async fn plain_http_leaves_this_machine_never() -> Tested {
    let mut desktop = Desktop::open().await?;
    let sandbox = SandboxProcess::start(&mut desktop, &FAST)?;
    let app = App::first_run(&desktop).await?;
    let page = app.page();
    page.click("onboarding-connect").await?;
    page.fill_connection(&sandbox).await?;
    page.fill("settings-api-url", "http://api.mypurecloud.com")
        .await?;
    page.click("settings-check").await?;
    page.wait_for_attribute("problem", "data-code", "url_insecure")
        .await?;
    assert!(
        desktop.keyring()?.secrets(&desktop)?.is_empty(),
        "a secret was kept for a profile that was not made"
    );
    Ok(())
}
