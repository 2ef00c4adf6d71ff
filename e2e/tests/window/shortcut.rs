//! The selection of another program, taken by a shortcut or by the command that does the same.

use ringfor_e2e::{App, Desktop, PATIENCE, SecondStart, Start, Tested, Trouble, until};
use serde_json::{Value, json};

use crate::links::{nothing_was_called, ready};

const KEYS: &str = "Ctrl+Alt+KeyD";
const KEYS_PRESSED: &str = "ctrl+alt+d";
const SELECTED: &str = "Tel. (415) 555-2671";

async fn set(app: &App, keys: Option<&str>) -> Result<Value, Trouble> {
    app.page()
        .invoke("set_shortcut", json!({"keys": keys}))
        .await
}

/// Why the keys were refused.
async fn refused(app: &App, keys: &str) -> Result<String, Trouble> {
    match set(app, Some(keys)).await {
        Ok(view) => Err(Trouble::new(format!("{keys} were not refused: {view}"))),
        Err(trouble) => Ok(trouble.to_string()),
    }
}

#[tokio::test]
async fn the_shortcut_fills_in_what_is_selected_in_another_program() -> Tested {
    let (mut desktop, sandbox, app) = ready().await?;
    let view = app.page().invoke("desktop", json!({})).await?;
    assert_eq!(view["shortcut"]["supported"], true, "{view}");
    assert_eq!(view["shortcut"]["keys"], Value::Null, "off at first");
    let page = app.page();
    page.click("settings-open").await?;
    page.click("settings-tab-desktop").await?;
    page.click("settings-shortcut-record").await?;
    app.focus(&desktop)?;
    desktop.xdotool(&["key", "--clearmodifiers", KEYS_PRESSED])?;
    page.wait_for_attribute("settings-shortcut", "data-keys", "Ctrl+Alt+D")
        .await?;
    page.picture("settings-shortcut-on").await?;
    page.click("settings-close").await?;

    desktop.another_window("somewhere else").await?;
    desktop.select(SELECTED)?;
    desktop.xdotool(&["key", "--clearmodifiers", KEYS_PRESSED])?;
    app.page().wait_for_value("number-input", SELECTED).await?;
    until("the window has the keyboard", PATIENCE, async || {
        Ok(app.has_focus(&desktop)?.then_some(()))
    })
    .await?;
    nothing_was_called(&sandbox, &app).await?;

    // They are listened to again after the next start, and not any more when they are switched off.
    let app = app.reopen(&desktop).await?;
    app.page().find("number-input").await?;
    desktop.another_window("elsewhere again").await?;
    desktop.select("+44 20 7946 0958")?;
    desktop.xdotool(&["key", "--clearmodifiers", KEYS_PRESSED])?;
    app.page()
        .wait_for_value("number-input", "+44 20 7946 0958")
        .await?;

    // The digits of two lines are never run into one number.
    desktop.another_window("and elsewhere once more").await?;
    desktop.select("Tel. (415)\n555-2671")?;
    desktop.xdotool(&["key", "--clearmodifiers", KEYS_PRESSED])?;
    app.page()
        .wait_for_value("number-input", "Tel. (415) | 555-2671")
        .await?;

    let view = set(&app, None).await?;
    assert_eq!(view["shortcut"]["keys"], Value::Null);
    nothing_was_called(&sandbox, &app).await
}

#[tokio::test]
async fn what_is_no_number_is_said_and_takes_no_focus() -> Tested {
    let (mut desktop, sandbox, app) = ready().await?;
    set(&app, Some(KEYS)).await?;
    let elsewhere = desktop.another_window("somewhere else").await?;
    let long = "5".repeat(257);
    for (selected, code) in [
        ("call me back", "selection_no_number"),
        (&*long, "selection_too_long"),
    ] {
        desktop.select(selected)?;
        desktop.xdotool(&["key", "--clearmodifiers", KEYS_PRESSED])?;
        app.page()
            .wait_for_attribute("problem", "data-code", code)
            .await?;
        assert_eq!(desktop.focused()?, elsewhere, "{code}");
    }
    assert_eq!(app.page().value("number-input").await?, "");
    nothing_was_called(&sandbox, &app).await
}

#[tokio::test]
async fn keys_that_somebody_else_has_are_refused_with_the_reason() -> Tested {
    let desktop = Desktop::open().await?;
    let first = App::first_run(&desktop).await?;
    let other_dir = desktop.folder().join("other-data");
    let second = App::open(&desktop, Start::with_data_in(other_dir)).await?;
    set(&first, Some(KEYS)).await?;
    for (keys, code) in [
        (KEYS, "shortcut_taken"),
        ("Ctrl+KeyC", "shortcut_reserved"),
        ("KeyD", "shortcut_modifier_missing"),
        ("Ctrl+Nonsense", "shortcut_unreadable"),
    ] {
        let reason = refused(&second, keys).await?;
        assert!(reason.contains(code), "{keys}: {reason}");
    }
    // Given back, they are free for the other one.
    set(&first, None).await?;
    let view = set(&second, Some(KEYS)).await?;
    assert_eq!(view["shortcut"]["keys"], "Ctrl+Alt+D");
    Ok(())
}

#[tokio::test]
async fn the_command_does_the_same_as_the_shortcut() -> Tested {
    let (mut desktop, sandbox, app) = ready().await?;
    desktop.select(SELECTED)?;
    let mut second = SecondStart::with(&desktop, &app.data_dir(), &["--dial-selection"])?;
    assert!(second.ended(PATIENCE).await?, "the command failed");
    app.page().wait_for_value("number-input", SELECTED).await?;
    nothing_was_called(&sandbox, &app).await?;
    app.close(&desktop).await?;

    // Where it is not running, it starts.
    let start = Start::with_data_in(desktop.data_dir()).and_argument("--dial-selection");
    let app = App::open(&desktop, start).await?;
    app.page().wait_for_value("number-input", SELECTED).await?;
    nothing_was_called(&sandbox, &app).await
}
