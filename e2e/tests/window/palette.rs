//! The palette: everything the window can do, by its name. It fills in, and calls nobody.

use ringfor_e2e::{PATIENCE, Page, Tested, Trouble, until};

use crate::keyboard::Keys;
use crate::links::{nothing_was_called, ready};

/// What is highlighted, by the end of its `data-testid`.
const ACTIVE: &str = "
    const active = document.querySelector('[data-testid=\"palette\"] [aria-selected=\"true\"]');
    return active?.dataset.testid.replace('palette-item-', '') ?? '';
";

const FIRST_OF: &str = "
    const first = document.querySelector(`[data-testid^=\"palette-item-${arguments[0]}\"]`);
    return first?.dataset.testid.replace('palette-item-', '') ?? null;
";

/// More entries than the palette ever shows.
const ENTRIES: usize = 40;

impl Keys<'_> {
    /// Opens the palette and types; gives the first entry whose id begins like this.
    async fn look_up(&self, typed: &str, entry: &str) -> Result<String, Trouble> {
        self.press("ctrl+k")?;
        self.focus_comes_to("palette-input").await?;
        if !typed.is_empty() {
            self.write(typed)?;
        }
        until(&format!("{entry} for {typed:?}"), PATIENCE, async || {
            let first = self.page.script(FIRST_OF, &[entry]).await?;
            Ok(first.as_str().map(str::to_owned))
        })
        .await
    }

    /// Walks to that entry with the arrow, and takes it with Enter.
    async fn take(&self, typed: &str, entry: &str) -> Tested {
        let entry = self.look_up(typed, entry).await?;
        for _ in 0..ENTRIES {
            let active = self.page.script(ACTIVE, &[]).await?;
            if active == *entry {
                self.press("Return")?;
                return self.gone("palette").await;
            }
            self.press("Down")?;
            until("the next entry", PATIENCE, async || {
                Ok((self.page.script(ACTIVE, &[]).await? != active).then_some(()))
            })
            .await?;
        }
        Err(Trouble::new(format!("the arrow does not come to {entry}")))
    }

    async fn gone(&self, testid: &str) -> Tested {
        until(&format!("{testid} is closed"), PATIENCE, async || {
            Ok((!self.page.has(testid).await?).then_some(()))
        })
        .await
    }
}

async fn root_is(page: &Page, what: &str, wanted: &str) -> Tested {
    let read = format!("return document.documentElement.{what}");
    until(&format!("{what} is {wanted:?}"), PATIENCE, async || {
        Ok((page.script(&read, &[]).await? == wanted).then_some(()))
    })
    .await
}

#[tokio::test]
async fn a_number_is_filled_in_and_not_called() -> Tested {
    let (desktop, sandbox, app) = ready().await?;
    let page = app.page();
    app.focus(&desktop)?;
    let keys = Keys::new(&desktop, page);
    keys.take("(415) 555-2671", "dial-").await?;
    keys.focus_comes_to("number-input").await?;
    page.wait_for_value("number-input", "(415) 555-2671")
        .await?;
    page.wait_for_attribute("number-preview", "data-e164", "+14155552671")
        .await?;
    nothing_was_called(&sandbox, &app).await?;

    // Enter, held down over the palette, comes to a field where it would call.
    keys.look_up("+44 20 7946 0958", "dial-").await?;
    desktop.xdotool(&["keydown", "Return"])?;
    page.wait_for_attribute("number-preview", "data-e164", "+442079460958")
        .await?;
    tokio::time::sleep(std::time::Duration::from_secs(1)).await;
    desktop.xdotool(&["keyup", "Return"])?;
    keys.focus_comes_to("number-input").await?;
    nothing_was_called(&sandbox, &app).await?;

    // What cannot be dialled is not offered.
    keys.look_up("911", "search-for").await?;
    page.find("palette-why").await?;
    assert_eq!(
        page.script(FIRST_OF, &["dial-"]).await?,
        serde_json::Value::Null
    );
    keys.press("Escape")?;
    keys.gone("palette").await?;
    page.wait_for_value("number-input", "+44 20 7946 0958")
        .await?;

    // Of the last number, once it was called.
    keys.press("Return")?;
    page.wait_until_over(PATIENCE).await?;
    keys.take("redial", "redial").await?;
    page.wait_for_value("number-input", "+442079460958").await?;
    assert_eq!(sandbox.calls().await?.len(), 1, "redial only fills in");
    Ok(())
}

#[tokio::test]
async fn each_entry_does_what_it_says() -> Tested {
    let (desktop, sandbox, app) = ready().await?;
    let page = app.page();
    app.focus(&desktop)?;
    let keys = Keys::new(&desktop, page);

    keys.take("", "call").await?;
    keys.focus_comes_to("number-input").await?;
    keys.take("", "agent").await?;
    keys.focus_comes_to("agent-input").await?;
    page.wait_for_attribute("agent-input", "aria-expanded", "true")
        .await?;
    let alex = page.attribute("agent-input", "data-agent-id").await?;
    page.choose_agent("novak", "alexandra.novak@example.com")
        .await?;
    keys.take("kim", "agent-").await?;
    page.wait_for_attribute("agent-input", "data-agent-id", &alex)
        .await?;
    keys.focus_comes_to("number-input").await?;

    keys.take("new contact", "contact-new").await?;
    keys.focus_comes_to("contact-name").await?;
    keys.write("Ada Lovelace")?;
    page.fill("contact-number-0", "+44 20 7946 0123").await?;
    page.fill("contact-label-0", "Desk").await?;
    keys.press("Return")?;
    keys.gone("contact-form").await?;
    keys.take("ada", "contact-").await?;
    page.wait_for_value("number-input", "+442079460123").await?;
    keys.take("history", "search").await?;
    keys.focus_comes_to("history-search").await?;
    page.wait_for_attribute("side-tab-history", "aria-selected", "true")
        .await?;
    keys.take("show the contacts", "contacts").await?;
    page.wait_for_attribute("side-tab-contacts", "aria-selected", "true")
        .await?;
    keys.take("somebody", "search-for").await?;
    page.wait_for_value("history-search", "somebody").await?;

    keys.take("", "settings").await?;
    page.wait_for_attribute("settings-tab-connection", "aria-selected", "true")
        .await?;
    keys.press("Escape")?;
    keys.gone("settings").await?;
    for tab in ["calling", "desktop", "appearance", "about"] {
        keys.take("settings", &format!("settings-{tab}")).await?;
        page.wait_for_attribute(&format!("settings-tab-{tab}"), "aria-selected", "true")
            .await?;
        keys.press("Escape")?;
        keys.gone("settings").await?;
    }
    keys.take("", "keys").await?;
    page.find("keys-help").await?;
    keys.press("Escape")?;
    keys.gone("keys-help").await?;

    for choice in ["dark", "light"] {
        keys.take(choice, &format!("appearance-{choice}")).await?;
        root_is(page, "dataset.appearance", choice).await?;
    }
    keys.take("larger", "zoom-in").await?;
    root_is(page, "style.fontSize", "110%").await?;
    keys.take("smaller", "zoom-out").await?;
    root_is(page, "style.fontSize", "").await?;
    keys.take("deutsch", "language-de").await?;
    root_is(page, "lang", "de").await?;
    keys.take("english", "language-en").await?;
    root_is(page, "lang", "en").await?;
    nothing_was_called(&sandbox, &app).await
}
