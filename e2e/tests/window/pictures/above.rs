//! What lies over the window: the palette, the keys; and everything in high contrast.

use ringfor_e2e::{App, Desktop, PATIENCE, SandboxProcess, Tested, until};

use super::{USUAL, look, look_in_both_sizes, make, resize};
use crate::AGENT;

#[tokio::test]
async fn the_palette_the_keys_and_high_contrast() -> Tested {
    let mut desktop = Desktop::open().await?;
    let sandbox = SandboxProcess::start(&mut desktop, &["--speed", "4"])?;
    let app = App::first_run(&desktop).await?;
    let page = app.page();
    page.find("onboarding-sandbox").await?;
    resize(&desktop, &app, USUAL).await?;
    page.connect(&sandbox).await?;
    page.choose_agent("Alexandra", "alexandra.novak@example.com")
        .await?;
    page.choose_agent("Alex", AGENT).await?;
    make(page, "+1 202 555 0105", "refused").await?;
    above(&desktop, &app, "").await?;

    page.click("settings-open").await?;
    page.click("settings-tab-appearance").await?;
    page.click("settings-contrast-high").await?;
    look_in_both_sizes(&desktop, &app, "contrast-settings").await?;
    page.click("settings-tab-connection").await?;
    look(page, "contrast-connection").await?;
    page.click("settings-close").await?;
    page.type_number("+44 20 7946 0958").await?;
    let open = "document.querySelector('[data-testid=\"history-row\"] button').click()";
    page.script(open, &[]).await?;
    page.find("timeline").await?;
    look_in_both_sizes(&desktop, &app, "contrast").await?;
    // WebDriver clicks nothing of which a part is scrolled away.
    page.script(
        "document.querySelector('[data-testid=\"agent-input\"]').focus()",
        &[],
    )
    .await?;
    page.find("agent-option").await?;
    look(page, "contrast-agents").await?;
    above(&desktop, &app, "contrast-").await
}

async fn above(desktop: &Desktop, app: &App, name: &str) -> Tested {
    let page = app.page();
    page.click("palette-open").await?;
    page.find("palette-item-redial").await?;
    look_in_both_sizes(desktop, app, &format!("{name}palette")).await?;
    page.fill("palette-input", "415 555 2671").await?;
    page.find("palette-item-dial-14155552671").await?;
    look(page, &format!("{name}palette-number")).await?;
    page.fill("palette-input", "911").await?;
    page.find("palette-why").await?;
    look(page, &format!("{name}palette-why")).await?;
    page.fill("palette-input", "set").await?;
    page.find("palette-item-settings-about").await?;
    look(page, &format!("{name}palette-actions")).await?;
    page.fill("palette-input", "keyboard").await?;
    page.click("palette-item-keys").await?;
    page.find("keys-help").await?;
    look_in_both_sizes(desktop, app, &format!("{name}keys")).await?;
    page.click("keys-close").await?;
    until("the keys are put away", PATIENCE, async || {
        Ok((!page.has("keys-help").await?).then_some(()))
    })
    .await
}
