//! The window opens, and a first run offers two choices and nothing else.

use ringfor_e2e::{App, Desktop, Tested};

#[tokio::test]
async fn a_first_run_offers_two_choices() -> Tested {
    let desktop = Desktop::open().await?;
    let app = App::first_run(&desktop).await?;
    let page = app.page();
    page.find("onboarding-connect").await?;
    page.find("onboarding-sandbox").await?;
    assert_eq!(page.title().await?, "Ringfor");
    assert!(!page.has("dial-button").await?, "nothing to dial with yet");
    desktop.picture("first-run")?;
    Ok(())
}

#[tokio::test]
async fn the_sandbox_is_one_click_away() -> Tested {
    let desktop = Desktop::open().await?;
    let app = App::first_run(&desktop).await?;
    let page = app.page();
    page.use_sandbox().await?;
    page.choose_agent("alex", "alexandra.novak@example.com")
        .await?;
    page.call("+44 20 7946 0958").await?;
    page.wait_for_attribute("live-call", "data-state", "ringing_agent")
        .await?;
    desktop.picture("sandbox-call")?;
    Ok(())
}
