//! Servers that cannot be reached or do not let us in: a problem a person understands, and no call.

use ringfor_e2e::{App, Desktop, SandboxProcess, Start, Tested, Trouble};

use crate::FAST;
use crate::expired::ExpiredServer;

/// A first run whose connection form is filled in for the sandbox.
async fn form() -> Result<(Desktop, SandboxProcess, App), Trouble> {
    let mut desktop = Desktop::open().await?;
    let sandbox = SandboxProcess::start(&mut desktop, &FAST)?;
    let app = App::first_run(&desktop).await?;
    app.page().click("onboarding-connect").await?;
    app.page().fill_connection(&sandbox).await?;
    Ok((desktop, sandbox, app))
}

async fn finds(app: &App, problem: &str) -> Tested {
    app.page().click("settings-check").await?;
    app.page()
        .wait_for_attribute("problem", "data-code", problem)
        .await
}

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
    page.click("settings-check").await?;
    page.wait_for_attribute("check-result", "data-ok", "true")
        .await?;
    assert_eq!(sandbox.call_requests().await?, 0, "checking places no call");
    Ok(())
}

#[tokio::test]
async fn nobody_listens() -> Tested {
    let (_desktop, _sandbox, app) = form().await?;
    // Port 1 of this machine: nothing listens there.
    app.page()
        .fill("settings-login-url", "http://127.0.0.1:1")
        .await?;
    finds(&app, "unreachable").await
}

#[tokio::test]
async fn the_certificate_has_expired() -> Tested {
    let mut desktop = Desktop::open().await?;
    let sandbox = SandboxProcess::start(&mut desktop, &FAST)?;
    let server = ExpiredServer::start(desktop.folder())?;
    let start = Start::with_data_in(desktop.data_dir())
        .and("SSL_CERT_FILE", &server.authority().to_string_lossy());
    let app = App::open(&desktop, start).await?;
    app.page().click("onboarding-connect").await?;
    app.page().fill_connection(&sandbox).await?;
    app.page().fill("settings-login-url", &server.url()).await?;
    finds(&app, "certificate_expired").await
}

#[tokio::test]
async fn the_secret_is_wrong() -> Tested {
    let (desktop, _sandbox, app) = form().await?;
    app.page()
        .fill("settings-client-secret", "not the secret")
        .await?;
    finds(&app, "secret_wrong").await?;
    desktop.picture("secret-wrong")?;
    Ok(())
}

/// What another region answers: it has never heard of this client.
#[tokio::test]
async fn the_region_does_not_know_the_client() -> Tested {
    let (_desktop, _sandbox, app) = form().await?;
    let stranger = "3e9dab11-0000-4000-8000-000000000000";
    app.page().fill("settings-client-id", stranger).await?;
    finds(&app, "client_unknown").await
}

#[tokio::test]
async fn plain_http_leaves_this_machine_never() -> Tested {
    let (desktop, _sandbox, app) = form().await?;
    app.page()
        .fill("settings-api-url", "http://api.mypurecloud.com")
        .await?;
    finds(&app, "url_insecure").await?;
    assert!(
        desktop.keyring()?.secrets(&desktop)?.is_empty(),
        "a secret was kept for a profile that was not made"
    );
    Ok(())
}
