//! Walks through every screen and state of the window. Each is seen light and dark: a picture of
//! it is left in `target/shots`, nothing is cut off, and axe-core finds nothing.

use std::time::Duration;

use ringfor_e2e::{App, Desktop, PATIENCE, Page, Tested, Trouble, until};
use serde_json::json;

use crate::accessibility::accessible;

mod above;
mod dial;
mod first_run;
mod history;
mod live;
mod options;
mod people;
mod settings;
mod several;
mod states;

pub(crate) const USUAL: (u32, u32) = (1000, 680);
pub(crate) const SMALLEST: (u32, u32) = (720, 520);
pub(crate) const A_CALL: Duration = Duration::from_secs(60);

/// Text that does not fit where it stands, and anything wider than the window.
const CUT_OFF: &str = r#"
const wide = [document.documentElement, ...document.querySelectorAll('main, section, dialog, .rows, .column, .part')]
    .filter((part) => part.scrollWidth > part.clientWidth + 1 && getComputedStyle(part).overflowX !== 'visible');
const cut = [...document.querySelectorAll('button, label, h1, h2, h3, p, dt')]
    .filter((part) => part.offsetWidth > 1 && part.closest('.visually-hidden') === null)
    .filter((part) => part.scrollWidth > part.clientWidth + 1 && getComputedStyle(part).display !== 'inline');
const overlaps = [...document.querySelectorAll('.field, .card, [data-testid="problem"], [data-testid="history-row"], form')]
    .filter((part) => part.querySelector('.popup.open') === null && !part.matches('.popup'))
    .filter((part) => part.scrollHeight > part.clientHeight + 1);
return [...wide, ...cut, ...overlaps].map((part) => part.outerHTML.slice(0, 200));
"#;

/// Nothing is cut off in what the window shows now.
pub(crate) async fn fits(page: &Page, what: &str) -> Tested {
    let cut_off = page.script(CUT_OFF, &[]).await?;
    assert_eq!(cut_off, json!([]), "{what}: cut off");
    Ok(())
}

/// One state of the window, light and dark.
pub(crate) async fn look(page: &Page, name: &str) -> Tested {
    for appearance in ["light", "dark"] {
        let dress = "document.documentElement.dataset.appearance = arguments[0];
            await new Promise((done) => setTimeout(done, 200));
            // On a busy machine it is drawn later than that.
            const drawn = () => new Promise((done) => requestAnimationFrame(done));
            await drawn();
            await drawn();";
        page.script(dress, &[appearance]).await?;
        page.picture(&format!("{name}-{appearance}")).await?;
        fits(page, name).await?;
        accessible(page, &format!("{name}, {appearance}")).await?;
    }
    Ok(())
}

/// The same in the usual size and in the smallest.
pub(crate) async fn look_in_both_sizes(desktop: &Desktop, app: &App, name: &str) -> Tested {
    look(app.page(), name).await?;
    resize(desktop, app, SMALLEST).await?;
    look(app.page(), &format!("{name}-small")).await?;
    resize(desktop, app, USUAL).await
}

pub(crate) async fn resize(desktop: &Desktop, app: &App, (width, height): (u32, u32)) -> Tested {
    app.resize(desktop, width, height)?;
    until("the page has the new size", PATIENCE, async || {
        let size = app
            .page()
            .script("return [innerWidth, innerHeight]", &[])
            .await?;
        Ok((size == json!([width, height])).then_some(()))
    })
    .await
}

pub(crate) async fn says(page: &Page, testid: &str, words: &str) -> Tested {
    let what = format!("{testid} says {words:?}");
    until(&what, PATIENCE, async || {
        let text = page.text(testid).await?;
        if text.contains(words) {
            Ok(Some(()))
        } else {
            Err(Trouble::new(format!("it says {text:?}")))
        }
    })
    .await
}

pub(crate) async fn live_state(page: &Page, state: &str) -> Tested {
    let what = format!("the live call is {state}");
    until(&what, A_CALL, async || {
        let now = page.attribute("live-call", "data-state").await?;
        if now == state {
            Ok(Some(()))
        } else {
            Err(Trouble::new(format!("it is {now:?}")))
        }
    })
    .await
}

/// Types a number and presses Call, and waits until the history has it with this outcome.
pub(crate) async fn make(page: &Page, number: &str, outcome: &str) -> Tested {
    let digits: String = number.split(' ').collect();
    page.call(number).await?;
    page.wait_for_top_row(number, A_CALL, |row| {
        row.number == digits && row.outcome == outcome
    })
    .await?;
    Ok(())
}
