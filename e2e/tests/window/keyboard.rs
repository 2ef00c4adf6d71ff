//! The main job by keyboard alone: real keys from the display, no mouse.

use ringfor_e2e::{App, Desktop, PATIENCE, Page, SandboxProcess, Start, Tested, Trouble, until};

use crate::AGENT;

/// What the focus is on: its `data-testid`, else its id, else its place.
const FOCUS: &str = "
    const { dataset, id } = document.activeElement;
    const place = [...document.querySelectorAll('*')].indexOf(document.activeElement);
    return dataset.testid || id || `number ${place}`;
";

/// Which row of the history the focus is on, and on none of the buttons in it.
const ROW: &str = "
    const rows = [...document.querySelectorAll('[data-testid=\"history-row\"]')];
    return rows.findIndex((row) => row.querySelector('.row') === document.activeElement);
";

/// More stops than any screen has.
const STOPS: usize = 20;

/// A person with a keyboard.
pub(crate) struct Keys<'a> {
    desktop: &'a Desktop,
    pub(crate) page: &'a Page,
}

impl<'a> Keys<'a> {
    pub(crate) fn new(desktop: &'a Desktop, page: &'a Page) -> Self {
        Self { desktop, page }
    }

    pub(crate) fn press(&self, key: &str) -> Tested {
        self.desktop.xdotool(&["key", key])?;
        Ok(())
    }

    pub(crate) fn write(&self, text: &str) -> Tested {
        self.desktop.xdotool(&["type", "--delay", "20", text])?;
        Ok(())
    }

    async fn focus(&self) -> Result<String, Trouble> {
        let focus = self.page.script(FOCUS, &[]).await?;
        Ok(focus.as_str().unwrap_or_default().to_owned())
    }

    pub(crate) async fn focus_comes_to(&self, wanted: &str) -> Tested {
        until(&format!("the focus is on {wanted}"), PATIENCE, async || {
            let now = self.focus().await?;
            if now == wanted {
                Ok(Some(()))
            } else {
                Err(Trouble::new(format!("it is on {now:?}")))
            }
        })
        .await
    }

    /// Presses Tab (or Shift+Tab) until the focus is where it is wanted, and checks that it can be seen.
    async fn go(&self, key: &str, wanted: &str) -> Tested {
        let mut met = Vec::new();
        for _ in 0..STOPS {
            let before = self.focus().await?;
            if before == wanted {
                return self.ring_is_seen(wanted).await;
            }
            self.press(key)?;
            // The key goes through the display; the page has it a moment later.
            let moved = until("the focus moves", PATIENCE, async || {
                Ok((self.focus().await? != before).then_some(()))
            });
            moved.await?;
            met.push(before);
        }
        Err(Trouble::new(format!(
            "{key} came to {met:?}, not to {wanted}"
        )))
    }

    /// Presses a key until the focus is on that row of the history, counted from the top.
    async fn go_to_row(&self, key: &str, row: i64) -> Tested {
        for _ in 0..STOPS {
            if self.row().await? == row {
                return self.ring_is_seen("the row").await;
            }
            let before = self.focus().await?;
            self.press(key)?;
            until("the focus moves", PATIENCE, async || {
                let moved = self.focus().await? != before || self.row().await? == row;
                Ok(moved.then_some(()))
            })
            .await?;
        }
        Err(Trouble::new(format!("{key} does not come to row {row}")))
    }

    async fn focus_comes_to_row(&self, row: i64) -> Tested {
        until(
            &format!("the focus is on row {row}"),
            PATIENCE,
            async || Ok((self.row().await? == row).then_some(())),
        )
        .await
    }

    /// The row of the history that has the focus; -1 for none.
    async fn row(&self) -> Result<i64, Trouble> {
        let row = self.page.script(ROW, &[]).await?;
        Ok(row.as_i64().unwrap_or(-1))
    }

    async fn ring_is_seen(&self, what: &str) -> Tested {
        let ring = "
            const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement);
            return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2";
        let seen = self.page.script(ring, &[]).await?;
        assert_eq!(seen, true, "nothing shows that the focus is on {what}");
        Ok(())
    }
}

#[tokio::test]
async fn from_the_first_run_to_a_call_in_the_sandbox() -> Tested {
    let desktop = Desktop::open().await?;
    let app = App::first_run(&desktop).await?;
    let page = app.page();
    page.find("onboarding-sandbox").await?;
    app.focus(&desktop)?;
    let keys = Keys::new(&desktop, page);
    keys.go("Tab", "onboarding-sandbox").await?;
    keys.press("Return")?;
    page.find("agent-input").await?;
    call(&keys).await
}

#[tokio::test]
async fn from_the_first_run_to_a_call_through_a_connection() -> Tested {
    let mut desktop = Desktop::open().await?;
    let sandbox = SandboxProcess::start(&mut desktop, &[])?;
    let start = Start::with_data_in(desktop.data_dir()).and_hosts_at(sandbox.base_url());
    let app = App::open(&desktop, start).await?;
    let page = app.page();
    page.find("onboarding-connect").await?;
    app.focus(&desktop)?;
    let keys = Keys::new(&desktop, page);
    keys.go("Tab", "onboarding-connect").await?;
    keys.press("Return")?;
    page.find("settings-client-id").await?;
    keys.go("Tab", "settings-client-id").await?;
    keys.write(sandbox.client_id())?;
    keys.go("Tab", "settings-client-secret").await?;
    keys.write(sandbox.client_secret())?;
    keys.press("Return")?;
    page.find("agent-input").await?;
    call(&keys).await?;
    assert_eq!(sandbox.calls().await?.len(), 2);
    Ok(())
}

/// From the dial card to a live call and its end, then from the history to the next call, to Settings
/// and back.
async fn call(keys: &Keys<'_>) -> Tested {
    let page = keys.page;
    keys.focus_comes_to("agent-input").await?;
    keys.write(AGENT)?;
    let offered = "return document.querySelector('[data-testid=\"agent-option\"][aria-selected=\"true\"]')?.dataset.email";
    until("the agent is offered", PATIENCE, async || {
        Ok((page.script(offered, &[]).await? == AGENT).then_some(()))
    })
    .await?;
    keys.press("Return")?;
    keys.focus_comes_to("number-input").await?;
    keys.write("4155552671")?;
    page.wait_for_attribute("number-preview", "data-e164", "+14155552671")
        .await?;
    // Nor can the agent that was just chosen be called for before that.
    can_be_pressed(page, "dial-button").await?;
    keys.press("Return")?;
    page.wait_for_attribute("live-call", "data-state", "ringing_agent")
        .await?;
    let rows = page.rows().await?;
    assert_eq!(rows.len(), 1, "{rows:?}");
    keys.go("Tab", "hangup-button").await?;
    keys.press("Return")?;
    page.wait_for_attribute("live-call", "data-state", "ended")
        .await?;

    // Enter opens the row, and the buttons in it come next. Redial fills in, and Enter calls.
    keys.go_to_row("Tab", 0).await?;
    keys.press("Return")?;
    page.find("timeline").await?;
    keys.go("Tab", "redial").await?;
    keys.press("Return")?;
    keys.focus_comes_to("number-input").await?;
    page.wait_for_attribute("number-preview", "data-verdict", "valid")
        .await?;
    // What was just filled in cannot be called before the eye could see it.
    can_be_pressed(page, "dial-button").await?;
    assert_eq!(page.rows().await?.len(), 1, "it only fills in");
    keys.press("Return")?;
    // So soon after the first, it asks.
    keys.focus_comes_to("dial-confirm-no").await?;
    can_be_pressed(page, "dial-confirm-yes").await?;
    keys.go("Tab", "dial-confirm-yes").await?;
    keys.press("Return")?;
    page.wait_for_attribute("live-call", "data-state", "ringing_agent")
        .await?;
    let rows = page.rows().await?;
    assert_eq!(rows.len(), 2, "{rows:?}");
    assert_eq!(rows[0].number, rows[1].number);

    // Tab comes back to the row where it was; arrows walk from there.
    keys.go_to_row("Tab", 1).await?;
    for (key, row) in [("Up", 0), ("Down", 1), ("Home", 0)] {
        keys.press(key)?;
        keys.focus_comes_to_row(row).await?;
    }

    keys.go("shift+Tab", "settings-open").await?;
    keys.press("Return")?;
    keys.focus_comes_to("settings-tab-connection").await?;
    for tab in ["settings-tab-network", "settings-tab-calling"] {
        keys.press("Down")?;
        keys.focus_comes_to(tab).await?;
    }
    page.find("settings-country").await?;
    keys.press("Escape")?;
    keys.focus_comes_to("settings-open").await
}

/// Whoever reads what a button does takes longer than it is held back.
async fn can_be_pressed(page: &Page, testid: &str) -> Tested {
    until(&format!("{testid} can be pressed"), PATIENCE, async || {
        let button = page.find(testid).await?;
        Ok(button.is_enabled().await?.then_some(()))
    })
    .await
}
