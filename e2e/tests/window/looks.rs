//! How the window looks to whom: contrast, motion, appearance and size, chosen in Settings.

use ringfor_e2e::{App, Desktop, PATIENCE, Page, SandboxProcess, Tested, Trouble, until};
use serde_json::json;

use crate::AGENT;
use crate::pictures::{SMALLEST, USUAL, live_state, look, resize};

/// What the choices come to on the page.
const LOOKS: &str = "
    const body = getComputedStyle(document.body);
    const root = getComputedStyle(document.documentElement);
    const opener = getComputedStyle(document.querySelector('[data-testid=\"settings-open\"]'));
    return [body.color, body.backgroundColor, root.getPropertyValue('--quick').trim(), root.fontSize, opener.animationName];
";

/// Whether somebody who scrolls there can press it: all of its width in the window, nothing on top.
const IN_REACH: &str = "
    const part = document.querySelector(`[data-testid=\"${arguments[0]}\"]`);
    if (part === null) return 'not there';
    part.scrollIntoView({ block: 'nearest' });
    const { left, right, top, width, height } = part.getBoundingClientRect();
    if (left < 0 || right > innerWidth + 1) return `from ${left} to ${right} of ${innerWidth}`;
    const above = document.elementFromPoint(left + width / 2, top + height / 2);
    return part.contains(above) ? '' : `under ${above?.outerHTML.slice(0, 200)}`;
";

/// What reaches out of the window to the side.
const BESIDE: &str = "
    const parts = document.querySelectorAll('button, input, select, textarea, h1, h2, h3, p, li, dd');
    return [...parts]
        .filter((part) => part.closest('.visually-hidden') === null && part.offsetWidth > 1)
        .filter((part) => part.getBoundingClientRect().right > innerWidth + 1)
        .map((part) => part.outerHTML.slice(0, 200));
";

async fn in_reach(page: &Page, what: &str, testids: &[&str]) -> Tested {
    for testid in testids {
        let hidden = page.script(IN_REACH, &[testid]).await?;
        assert_eq!(hidden, "", "{what}: {testid}");
    }
    let beside = page.script(BESIDE, &[]).await?;
    assert_eq!(beside, json!([]), "{what}");
    Ok(())
}

async fn looks(page: &Page, wanted: [&str; 4]) -> Tested {
    until(&format!("it looks like {wanted:?}"), PATIENCE, async || {
        let now = page.script(LOOKS, &[]).await?;
        if (0..4).all(|index| now[index] == wanted[index]) {
            Ok(Some(()))
        } else {
            Err(Trouble::new(format!("it looks like {now}")))
        }
    })
    .await
}

#[tokio::test]
async fn what_is_chosen_is_seen_at_once_and_after_a_restart() -> Tested {
    let desktop = Desktop::open().await?;
    let app = App::first_run(&desktop).await?;
    let page = app.page();
    page.use_sandbox().await?;
    let usual = ["rgb(26, 30, 36)", "rgb(243, 244, 246)", ".12s", "16px"];
    looks(page, usual).await?;

    page.click("settings-open").await?;
    page.click("settings-tab-appearance").await?;
    page.click("settings-contrast-high").await?;
    looks(page, ["rgb(0, 0, 0)", "rgb(255, 255, 255)", ".12s", "16px"]).await?;
    page.click("settings-appearance-dark").await?;
    looks(page, ["rgb(255, 255, 255)", "rgb(0, 0, 0)", ".12s", "16px"]).await?;
    page.click("settings-motion-reduced").await?;
    page.choose("settings-zoom", "150").await?;
    let chosen = ["rgb(255, 255, 255)", "rgb(0, 0, 0)", "0s", "24px"];
    looks(page, chosen).await?;
    page.click("settings-close").await?;

    let app = app.reopen(&desktop).await?;
    let page = app.page();
    page.find("settings-open").await?;
    looks(page, chosen).await?;
    // The keys that every program has for it.
    app.focus(&desktop)?;
    desktop.xdotool(&["key", "ctrl+0"])?;
    looks(page, ["rgb(255, 255, 255)", "rgb(0, 0, 0)", "0s", "16px"]).await?;
    desktop.xdotool(&["key", "ctrl+minus"])?;
    looks(page, ["rgb(255, 255, 255)", "rgb(0, 0, 0)", "0s", "14.4px"]).await?;
    desktop.xdotool(&["key", "ctrl+0"])?;
    page.click("settings-open").await?;
    page.click("settings-tab-appearance").await?;
    for choice in ["appearance", "contrast", "motion"] {
        page.click(&format!("settings-{choice}-system")).await?;
    }
    looks(page, usual).await
}

#[tokio::test]
async fn at_twice_the_size_everything_is_in_reach() -> Tested {
    let mut desktop = Desktop::open().await?;
    let sandbox = SandboxProcess::start(&mut desktop, &["--speed", "0.5"])?;
    let app = App::first_run(&desktop).await?;
    let page = app.page();
    page.find("onboarding-sandbox").await?;
    resize(&desktop, &app, USUAL).await?;
    page.connect(&sandbox).await?;
    page.choose_agent("Alex", AGENT).await?;
    page.click("settings-open").await?;
    page.click("settings-tab-appearance").await?;
    page.choose("settings-zoom", "200").await?;
    let size = "return getComputedStyle(document.documentElement).fontSize";
    until("twice the size", PATIENCE, async || {
        Ok((page.script(size, &[]).await? == "32px").then_some(()))
    })
    .await?;
    for (name, window) in [("", USUAL), ("-small", SMALLEST)] {
        resize(&desktop, &app, window).await?;
        for (tab, last) in [
            ("connection", "settings-save"),
            ("calling", "settings-country"),
            ("desktop", "settings-start-at-login"),
            ("appearance", "settings-zoom"),
            ("about", "about-data-dir"),
        ] {
            let button = format!("settings-tab-{tab}");
            page.click(&button).await?;
            page.find(last).await?;
            let what = format!("settings, {tab}{name}");
            in_reach(page, &what, &[last, &button, "settings-close"]).await?;
        }
        look(page, &format!("zoom-200-settings{name}")).await?;
    }
    page.click("settings-close").await?;

    // The main job with the mouse, in the smallest window.
    page.call("(415) 555-2671").await?;
    live_state(page, "ringing_agent").await?;
    let main = [
        "hangup-button",
        "settings-open",
        "palette-open",
        "agent-input",
        "number-input",
        "history-search",
        "history-row",
    ];
    for (name, window) in [("-small", SMALLEST), ("", USUAL)] {
        resize(&desktop, &app, window).await?;
        in_reach(page, &format!("main{name}"), &main).await?;
        look(page, &format!("zoom-200{name}")).await?;
    }
    resize(&desktop, &app, SMALLEST).await?;
    // The panel grows when both talk, and would move the button from under the pointer.
    live_state(page, "connected").await?;
    page.click("hangup-button").await?;
    live_state(page, "ended").await?;
    page.type_number("+49 30 901820").await?;
    in_reach(page, "a number", &["dial-button", "number-input"]).await?;
    page.click("palette-open").await?;
    in_reach(
        page,
        "palette",
        &["palette-input", "palette-item-call", "palette-item-keys"],
    )
    .await?;
    look(page, "zoom-200-palette-small").await?;
    page.click("palette-item-keys").await?;
    in_reach(page, "keys", &["keys-close"]).await?;
    look(page, "zoom-200-keys-small").await?;
    page.click("keys-close").await?;
    page.click("settings-open").await?;
    page.find("settings-close").await?;
    Ok(())
}
