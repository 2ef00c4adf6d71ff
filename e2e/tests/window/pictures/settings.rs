//! Settings, part by part.

use ringfor_e2e::{App, Desktop, PATIENCE, Tested, until};

use super::look_in_both_sizes;

/// Each part of Settings; the last one changes the appearance as a person does.
pub(super) async fn settings(desktop: &Desktop, app: &App) -> Tested {
    let page = app.page();
    page.click("settings-open").await?;
    page.wait_for_attribute("settings-secret-state", "data-place", "keyring")
        .await?;
    look_in_both_sizes(desktop, app, "settings-connection").await?;
    for (part, shows) in [
        ("calling", "settings-country"),
        ("desktop", "settings-links"),
        ("about", "about-data-dir"),
        ("appearance", "settings-appearance-dark"),
    ] {
        page.click(&format!("settings-tab-{part}")).await?;
        page.find(shows).await?;
        look_in_both_sizes(desktop, app, &format!("settings-{part}")).await?;
    }
    let appearance = "return document.documentElement.dataset.appearance";
    for choice in ["light", "dark"] {
        page.click(&format!("settings-appearance-{choice}")).await?;
        until("it looks as chosen", PATIENCE, async || {
            Ok((page.script(appearance, &[]).await? == *choice).then_some(()))
        })
        .await?;
    }
    page.click("settings-close").await?;
    page.find("dial-button").await?;
    Ok(())
}
