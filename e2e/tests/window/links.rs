//! Links that other programs open: they fill in a number, and never call.

use std::ffi::OsStr;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

use ringfor_e2e::{
    App, Desktop, PATIENCE, SandboxProcess, SecondStart, Start, Tested, Trouble, until,
};
use serde_json::json;

use crate::AGENT;

pub(crate) const LINK: &str = "tel:+1-415-555-2671";
pub(crate) const OTHER_LINK: &str = "callto:+442079460958";

/// What opened links before: a program that is installed, and a comment of the person.
const BEFORE: &str = "# mine\n[Default Applications]\nx-scheme-handler/tel=other-phone.desktop\n";

/// A window that is one press away from a call.
pub(crate) async fn ready() -> Result<(Desktop, SandboxProcess, App), Trouble> {
    let mut desktop = Desktop::open().await?;
    let sandbox = SandboxProcess::start(&mut desktop, &["--speed", "4"])?;
    let app = App::first_run(&desktop).await?;
    app.page().connect(&sandbox).await?;
    app.page().choose_agent("Alex", AGENT).await?;
    Ok((desktop, sandbox, app))
}

/// Nothing was called: no call was made, none was asked for, and none is in the history.
pub(crate) async fn nothing_was_called(sandbox: &SandboxProcess, app: &App) -> Tested {
    assert!(sandbox.calls().await?.is_empty());
    assert_eq!(sandbox.call_requests().await?, 0);
    let rows = app.page().rows().await?;
    assert!(rows.is_empty(), "{rows:?}");
    Ok(())
}

/// Hands a link over, as a second start of the program does.
pub(crate) async fn hand_over(
    desktop: &Desktop,
    app: &App,
    arguments: &[impl AsRef<OsStr>],
) -> Tested {
    let mut second = SecondStart::with(desktop, &app.data_dir(), arguments)?;
    assert!(second.ended(PATIENCE).await?, "the second start failed");
    Ok(())
}

/// Whether a Ringfor owns the data directory. Trying the lock would get in its way.
fn window_lock_is_held(desktop: &Desktop) -> Result<bool, Trouble> {
    let lock = std::fs::metadata(desktop.data_dir().join("window.lock"))?;
    let held = std::fs::read_to_string("/proc/locks")?;
    let file = format!(":{}", lock.ino());
    Ok(held
        .lines()
        .flat_map(str::split_whitespace)
        .any(|word| word.ends_with(&file)))
}

fn in_home(desktop: &Desktop, name: &str) -> PathBuf {
    desktop.folder().join("home").join(name)
}

fn put(file: &Path, text: &str) -> Tested {
    std::fs::create_dir_all(file.parent().unwrap_or(file))?;
    Ok(std::fs::write(file, text)?)
}

#[tokio::test]
async fn the_switch_makes_links_open_ringfor_and_puts_back_what_was_there() -> Tested {
    let (desktop, sandbox, app) = ready().await?;
    let list = in_home(&desktop, ".config/mimeapps.list");
    let other = in_home(&desktop, ".local/share/applications/other-phone.desktop");
    put(&list, BEFORE)?;
    put(
        &other,
        "[Desktop Entry]\nType=Application\nName=Other Phone\nExec=/bin/true %u\n",
    )?;

    let page = app.page();
    let view = page.invoke("desktop", json!({})).await?;
    assert_eq!(view["links"]["on"], false, "off at first: {view}");
    page.click("settings-open").await?;
    page.click("settings-tab-desktop").await?;
    page.wait_for_attribute("settings-links-tel", "data-handler", "Other Phone")
        .await?;
    page.click("settings-links").await?;
    for scheme in ["tel", "callto", "sip"] {
        let row = format!("settings-links-{scheme}");
        page.wait_for_attribute(&row, "data-ours", "true").await?;
    }
    page.picture("settings-links-on").await?;
    page.click("settings-close").await?;
    let entries: Vec<PathBuf> = std::fs::read_dir(other.parent().unwrap_or(&other))?
        .map(|entry| Ok(entry?.path()))
        .collect::<std::io::Result<_>>()?;
    let ours = entries
        .iter()
        .find(|file| file.to_string_lossy().ends_with(".links.desktop"));
    let ours = ours.ok_or_else(|| Trouble::new(format!("no entry of ours in {entries:?}")))?;
    desktop.run(desktop.command("desktop-file-validate").arg(ours))?;

    // On a running app, whose window comes up because a person has pressed a link.
    let mut opened = SecondStart::by_link(&desktop, LINK)?;
    assert!(opened.ended(PATIENCE).await?, "xdg-open failed");
    app.page().wait_for_value("number-input", LINK).await?;
    app.page()
        .wait_for_attribute("number-preview", "data-verdict", "valid")
        .await?;
    nothing_was_called(&sandbox, &app).await?;
    app.close(&desktop).await?;

    // On a cold start: the link is what starts it.
    let start = Start::with_data_in(desktop.data_dir()).by_link(OTHER_LINK);
    let app = App::open(&desktop, start).await?;
    app.page()
        .wait_for_value("number-input", OTHER_LINK)
        .await?;
    nothing_was_called(&sandbox, &app).await?;

    let page = app.page();
    page.click("settings-open").await?;
    page.click("settings-tab-desktop").await?;
    page.click("settings-links").await?;
    page.wait_for_attribute("settings-links-tel", "data-handler", "Other Phone")
        .await?;
    assert_eq!(std::fs::read_to_string(&list)?, BEFORE);
    assert!(!ours.exists());
    Ok(())
}

#[tokio::test]
async fn of_two_links_at_once_the_later_is_shown_and_the_earlier_one_click_away() -> Tested {
    let (desktop, sandbox, app) = ready().await?;
    hand_over(&desktop, &app, &[LINK]).await?;
    hand_over(&desktop, &app, &[OTHER_LINK]).await?;
    let page = app.page();
    page.wait_for_value("number-input", OTHER_LINK).await?;
    page.picture("offer-earlier").await?;
    page.click("offer-earlier").await?;
    page.wait_for_value("number-input", LINK).await?;
    nothing_was_called(&sandbox, &app).await
}

#[tokio::test]
async fn links_that_come_before_the_window_is_ready_are_kept() -> Tested {
    let (desktop, sandbox, app) = ready().await?;
    app.page().invoke("set_links", json!({"on": true})).await?;
    app.close(&desktop).await?;
    let start = Start::with_data_in(desktop.data_dir()).by_link(LINK);
    let second = async {
        // As soon as the first start owns the directory, and long before its page is there.
        let mut others = until("a window lock is held", PATIENCE, async || {
            window_lock_is_held(&desktop).map(|held| held.then_some(()))
        })
        .await
        .and_then(|()| SecondStart::by_link(&desktop, OTHER_LINK))?;
        others.ended(PATIENCE).await
    };
    let (app, handed_over) = tokio::join!(App::open(&desktop, start), second);
    let app = app?;
    assert!(handed_over?, "the second link failed");
    app.page()
        .wait_for_value("number-input", OTHER_LINK)
        .await?;
    // What is said about the agent and the number comes a moment later, and moves the button that is
    // to be clicked from under the pointer.
    app.page().find("agent-advice").await?;
    app.page()
        .wait_for_attribute("number-preview", "data-typed", OTHER_LINK)
        .await?;
    app.page().click("offer-earlier").await?;
    app.page().wait_for_value("number-input", LINK).await?;
    nothing_was_called(&sandbox, &app).await
}

#[tokio::test]
async fn a_link_during_a_live_call_does_not_disturb_it() -> Tested {
    let (desktop, sandbox, app) = ready().await?;
    let page = app.page();
    page.call("+1 415 555 2671").await?;
    page.wait_for_attribute("live-call", "data-state", "ringing_agent")
        .await?;
    hand_over(&desktop, &app, &[OTHER_LINK]).await?;
    page.wait_for_value("number-input", OTHER_LINK).await?;
    page.picture("link-during-a-call").await?;
    page.wait_for_attribute("live-call", "data-state", "connected")
        .await?;
    let row = page.wait_until_over(PATIENCE).await?;
    assert_eq!(row.number, "+14155552671");
    assert_eq!(row.end_reason, "customer_hung_up");
    assert_eq!(sandbox.calls().await?.len(), 1, "the link called nobody");
    // The number still waits for a person.
    assert_eq!(page.value("number-input").await?, OTHER_LINK);
    Ok(())
}

#[tokio::test]
async fn a_link_that_can_be_dialled_brings_the_window_up() -> Tested {
    let (mut desktop, sandbox, app) = ready().await?;
    desktop.another_window("somewhere else").await?;
    hand_over(&desktop, &app, &[LINK]).await?;
    until("the window has the keyboard", PATIENCE, async || {
        Ok(app.has_focus(&desktop)?.then_some(()))
    })
    .await?;
    nothing_was_called(&sandbox, &app).await
}
