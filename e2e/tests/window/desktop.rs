//! The desktop around the window: notifications, tray, start at login.

use ringfor_e2e::{
    App, Desktop, NotificationService, PATIENCE, SecondStart, Shown, Start, Tested, TrayHost,
    Trouble, until,
};
use serde_json::{Value, json};

use crate::links::{nothing_was_called, ready};

/// Changes one of the preferences.
async fn prefer(app: &App, name: &str, value: Value) -> Tested {
    let mut preferences = app.page().invoke("get_preferences", json!({})).await?;
    preferences[name] = value;
    let all = json!({"preferences": preferences});
    app.page().invoke("set_preferences", all).await?;
    Ok(())
}

/// Waits for this many notifications.
async fn shown(service: &NotificationService, count: usize) -> Result<Vec<Shown>, Trouble> {
    until(&format!("{count} notifications"), PATIENCE, async || {
        let shown = service.shown();
        if shown.len() < count {
            return Err(Trouble::new(format!("there are {shown:?}")));
        }
        Ok(Some(shown))
    })
    .await
}

#[tokio::test]
async fn who_looks_elsewhere_is_told_of_a_call_and_keeps_the_focus() -> Tested {
    let (mut desktop, _sandbox, app) = ready().await?;
    let service = NotificationService::start(&desktop).await?;
    let elsewhere = desktop.another_window("somewhere else").await?;
    app.page().call("+1 415 555 2671").await?;
    let told = shown(&service, 2).await?;
    assert_eq!(told[0].title, "Alex Kim has picked up");
    assert_eq!(told[1].title, "Alex Kim is connected");
    // Anybody may read a notification: two digits tell one call from another.
    assert!(told[1].body.contains("+•••••••••71"), "{told:?}");
    assert!(!told.iter().any(|shown| shown.body.contains("4155552671")));
    assert_ne!(told[1].replaces, 0, "one place for one call");
    assert_eq!(desktop.focused()?, elsewhere);

    // It ended well, so that is all.
    app.page().wait_until_over(PATIENCE).await?;
    prefer(&app, "language", json!("en")).await?;
    app.page().call("+1 202 555 0100").await?;
    let told = shown(&service, 4).await?;
    assert_eq!(told[2].title, "Alex Kim has picked up");
    assert_eq!(told[3].title, "The call did not work out");
    assert!(told[3].body.contains("busy"), "{told:?}");
    assert_eq!(desktop.focused()?, elsewhere);
    Ok(())
}

#[tokio::test]
async fn nobody_is_told_who_looks_at_the_window_or_does_not_want_it() -> Tested {
    let (mut desktop, _sandbox, app) = ready().await?;
    let service = NotificationService::start(&desktop).await?;
    app.focus(&desktop)?;
    app.page().call("+1 202 555 0100").await?;
    app.page().wait_until_over(PATIENCE).await?;
    assert_eq!(service.shown(), [], "the window had the keyboard");
    let off = json!({"answered": false, "connected": false, "ended_badly": true});
    prefer(&app, "notify", off).await?;
    desktop.another_window("somewhere else").await?;
    app.page().call("+1 202 555 0103").await?;
    app.page().wait_until_over(PATIENCE).await?;
    let told = shown(&service, 1).await?;
    assert_eq!(told.len(), 1, "{told:?}");
    assert_eq!(told[0].title, "The call did not work out");
    Ok(())
}

#[tokio::test]
async fn closing_leaves_it_in_the_tray_only_where_there_is_one() -> Tested {
    let (desktop, sandbox, app) = ready().await?;
    let view = app.page().invoke("desktop", json!({})).await?;
    assert_eq!(view["tray"], false, "nothing here shows tray icons");
    prefer(&app, "close_to_tray", json!(true)).await?;
    // A tray that came after the start counts as well.
    let host = TrayHost::start(&desktop).await?;
    // Closed before the icon is there, it ends.
    until("the tray shows the icon", PATIENCE, async || {
        let view = app.page().invoke("desktop", json!({})).await?;
        Ok((view["tray"] == true && !host.menu().await?.is_empty()).then_some(()))
    })
    .await?;

    app.ask_to_close(&desktop)?;
    until("the window is hidden", PATIENCE, async || {
        Ok((!app.is_visible(&desktop)).then_some(()))
    })
    .await?;
    assert!(app.is_running());
    // Another start is always a way in.
    let mut second = SecondStart::of(&desktop, &app.data_dir())?;
    assert!(second.ended(PATIENCE).await?, "the second start failed");
    until("the window is back", PATIENCE, async || {
        Ok(app.has_focus(&desktop)?.then_some(()))
    })
    .await?;
    let view = app.page().invoke("desktop", json!({})).await?;
    assert_eq!(view["tray"], true);
    nothing_was_called(&sandbox, &app).await?;

    // The desktop has lost its tray: hidden, it would be gone for good.
    drop(host);
    app.close(&desktop).await
}

#[tokio::test]
async fn the_tray_shows_the_window_chooses_an_agent_and_quits() -> Tested {
    let (mut desktop, sandbox, app) = ready().await?;
    let page = app.page();
    let host = TrayHost::start(&desktop).await?;
    page.invoke("desktop", json!({})).await?;
    until("the icon is there", PATIENCE, async || {
        Ok((host.menu().await? == ["Show Ringfor", "Quit Ringfor"]).then_some(()))
    })
    .await?;

    // Who is called for is offered, and stays when somebody else is chosen in the window.
    page.call("+1 415 555 2671").await?;
    page.wait_until_over(PATIENCE).await?;
    let alex = page.attribute("agent-input", "data-agent-id").await?;
    page.choose_agent("novak", "alexandra.novak@example.com")
        .await?;
    assert_ne!(page.attribute("agent-input", "data-agent-id").await?, alex);
    until("the agent is offered", PATIENCE, async || {
        let menu = host.menu().await?;
        let wanted = ["Show Ringfor", "Call as Alex Kim", "Quit Ringfor"];
        if menu == wanted {
            return Ok(Some(()));
        }
        Err(Trouble::new(format!("the menu is {menu:?}")))
    })
    .await?;
    desktop.another_window("somewhere else").await?;
    host.choose("Call as Alex Kim").await?;
    page.wait_for_attribute("agent-input", "data-agent-id", &alex)
        .await?;
    until("the window has the keyboard", PATIENCE, async || {
        Ok(app.has_focus(&desktop)?.then_some(()))
    })
    .await?;
    assert_eq!(sandbox.calls().await?.len(), 1, "choosing called nobody");

    prefer(&app, "language", json!("de")).await?;
    until("the menu speaks German", PATIENCE, async || {
        Ok((host.menu().await?[0] == "Ringfor anzeigen").then_some(()))
    })
    .await?;
    host.choose("Ringfor beenden").await?;
    until("it has ended", PATIENCE, async || {
        Ok((!app.is_running()).then_some(()))
    })
    .await
}

#[tokio::test]
async fn at_login_it_starts_put_away() -> Tested {
    let desktop = Desktop::open().await?;
    let app = App::first_run(&desktop).await?;
    let on = app.page().invoke("set_start_at_login", json!({"on": true}));
    assert_eq!(on.await?["start_at_login"], true);
    let folder = desktop.folder().join("home/.config/autostart");
    let file = std::fs::read_dir(&folder)?.next().transpose()?;
    let file = file.ok_or_else(|| Trouble::new("nothing starts at login"))?;
    desktop.run(desktop.command("desktop-file-validate").arg(file.path()))?;
    let text = std::fs::read_to_string(file.path())?;
    assert!(text.contains("ringfor-desktop --minimised\n"), "{text}");
    let off = app
        .page()
        .invoke("set_start_at_login", json!({"on": false}));
    assert_eq!(off.await?["start_at_login"], false);
    assert!(!file.path().exists());
    app.close(&desktop).await?;

    let start = Start::with_data_in(desktop.data_dir()).and_argument("--minimised");
    let app = App::open(&desktop, start).await?;
    app.page().has("onboarding-connect").await?;
    assert!(!app.is_visible(&desktop), "it is in the way");
    let mut second = SecondStart::of(&desktop, &app.data_dir())?;
    assert!(second.ended(PATIENCE).await?, "the second start failed");
    until("the window is there", PATIENCE, async || {
        Ok(app.has_focus(&desktop)?.then_some(()))
    })
    .await
}
