//! One click, at most one call, whatever is done to the window.

use std::time::Duration;

use fantoccini::actions::{InputSource, MOUSE_BUTTON_LEFT, MouseActions, PointerAction};
use ringfor_e2e::{App, Desktop, PATIENCE, SandboxProcess, SecondStart, Tested, Trouble, until};
use serde_json::json;

use crate::{AGENT, CALLS_MATCH, FAST};

const NUMBER: &str = "+1 415 555 2671";
const A_CALL: Duration = Duration::from_secs(30);

/// A connected window with agent and number filled in, one press away from a call.
async fn ready() -> Result<(Desktop, SandboxProcess, App), Trouble> {
    let mut desktop = Desktop::open().await?;
    let sandbox = SandboxProcess::start(&mut desktop, &FAST)?;
    let app = App::first_run(&desktop).await?;
    app.page().connect(&sandbox).await?;
    app.page().choose_agent("Alex", AGENT).await?;
    app.page().type_number(NUMBER).await?;
    Ok((desktop, sandbox, app))
}

/// Counts events of one kind from now on.
async fn count(app: &App, event: &str) -> Tested {
    let count = "const [kind] = arguments; window.counted = 0;
        addEventListener(kind, () => { window.counted += 1 }, true);";
    app.page().script(count, &[event]).await?;
    Ok(())
}

/// How many there were: a test whose press was not what it says must not pass.
async fn counted(app: &App) -> Result<u64, Trouble> {
    let counted = app.page().script("return window.counted", &[]).await?;
    Ok(counted.as_u64().unwrap_or_default())
}

/// Waits for the end of the call and checks that there was no other.
async fn was_one_call(sandbox: &SandboxProcess, app: &App) -> Tested {
    let row = app.page().wait_until_over(A_CALL).await?;
    assert_eq!(row.outcome, "placed", "{row:?}");
    let calls = sandbox.calls().await?;
    assert_eq!(calls.len(), 1, "{calls:?}");
    assert_eq!(sandbox.call_requests().await?, 1);
    let rows = app.page().rows().await?;
    assert_eq!(rows.len(), 1, "{rows:?}");
    Ok(())
}

#[tokio::test]
async fn a_double_click() -> Tested {
    let (_desktop, sandbox, app) = ready().await?;
    let button = app.page().find("dial-button").await?;
    let press = || {
        [
            PointerAction::Down {
                button: MOUSE_BUTTON_LEFT,
            },
            PointerAction::Up {
                button: MOUSE_BUTTON_LEFT,
            },
        ]
    };
    let move_there = PointerAction::MoveToElement {
        element: button,
        duration: Some(Duration::ZERO),
        x: 0.0,
        y: 0.0,
    };
    let double = [move_there]
        .into_iter()
        .chain(press())
        .chain(press())
        .fold(MouseActions::new("mouse".into()), MouseActions::then);
    count(&app, "pointerdown").await?;
    app.page().client().perform_actions(double).await?;
    assert_eq!(counted(&app).await?, 2, "presses");
    was_one_call(&sandbox, &app).await
}

#[tokio::test]
async fn many_clicks_before_the_page_can_draw() -> Tested {
    let (_desktop, sandbox, app) = ready().await?;
    let clicks = r#"
        const button = document.querySelector('[data-testid="dial-button"]');
        for (let i = 0; i < 20; i++) button.click();
    "#;
    app.page().script(clicks, &[]).await?;
    was_one_call(&sandbox, &app).await
}

#[tokio::test]
async fn enter_held_down_in_the_number() -> Tested {
    let (desktop, sandbox, app) = ready().await?;
    // Keys repeat as they do for a person: the X server repeats what stays down.
    app.focus(&desktop)?;
    app.page().find("number-input").await?.click().await?;
    count(&app, "keydown").await?;
    desktop.xdotool(&["keydown", "Return"])?;
    // Held far beyond the repeat delay, over the whole life of the call.
    let over = app.page().wait_until_over(A_CALL).await;
    tokio::time::sleep(Duration::from_secs(1)).await;
    desktop.xdotool(&["keyup", "Return"])?;
    over?;
    let repeats = counted(&app).await?;
    assert!(repeats > 10, "Enter repeated only {repeats} times");
    was_one_call(&sandbox, &app).await
}

#[tokio::test]
async fn enter_held_down_on_the_button() -> Tested {
    let (desktop, sandbox, app) = ready().await?;
    app.focus(&desktop)?;
    let focus = r#"document.querySelector('[data-testid="dial-button"]').focus()"#;
    app.page().script(focus, &[]).await?;
    count(&app, "keydown").await?;
    desktop.xdotool(&["keydown", "Return"])?;
    let over = app.page().wait_until_over(A_CALL).await;
    tokio::time::sleep(Duration::from_secs(1)).await;
    desktop.xdotool(&["keyup", "Return"])?;
    over?;
    let repeats = counted(&app).await?;
    assert!(repeats > 10, "Enter repeated only {repeats} times");
    was_one_call(&sandbox, &app).await
}

#[tokio::test]
async fn the_page_reloaded_while_the_request_hangs() -> Tested {
    let (_desktop, sandbox, app) = ready().await?;
    let delay = json!({"match": CALLS_MATCH, "times": 5, "fault": {"kind": "delay", "ms": 4000}});
    sandbox.fault(delay).await?;
    app.page().click("dial-button").await?;
    until("the request has left", PATIENCE, async || {
        Ok((sandbox.call_requests().await? > 0).then_some(()))
    })
    .await?;
    app.page().reload().await?;
    app.page().find("dial-button").await?;
    let row = app
        .page()
        .wait_for_top_row("the attempt", PATIENCE, |_| true)
        .await?;
    assert_eq!(row.outcome, "pending", "the reload came after the answer");
    was_one_call(&sandbox, &app).await
}

#[tokio::test]
async fn two_presses_past_the_page() -> Tested {
    let (_desktop, sandbox, app) = ready().await?;
    // What a page that has gone wrong could do: the same press sent again, and others beside it.
    let presses = r#"
        const invoke = window.__TAURI_INTERNALS__.invoke;
        const start = await invoke('start');
        const agent = document.querySelector('[data-testid="agent-input"]').dataset.agentId;
        const id = (n) => `01890a5d-ac96-774b-bcce-b302099a805${n}`;
        const request = (n) => ({ id: id(n), profile_id: start.profile.id, agent_id: agent,
            typed: '+14155552671', country: 'US', e164: '+14155552671', confirmed: false, again: [], via: 'typed',
            options: { queue_id: null, queue_name: null, caller_id: null, caller_name: null } });
        const sent = [1, 1, 2, 1, 3].map((n) => invoke('place_call', { request: request(n) }));
        const answers = await Promise.all(sent);
        return [...new Set(answers.map((attempt) => attempt.id))];
    "#;
    let ids = app.page().script(presses, &[]).await?;
    assert_eq!(ids.as_array().map(Vec::len), Some(1), "attempts: {ids}");
    was_one_call(&sandbox, &app).await
}

#[tokio::test]
async fn a_second_start_brings_the_first_window_to_the_front() -> Tested {
    let (desktop, sandbox, app) = ready().await?;
    app.page().click("dial-button").await?;
    app.minimise(&desktop)?;
    let mut second = SecondStart::of(&desktop, &app.data_dir())?;
    assert!(second.ended(PATIENCE).await?, "the second start failed");
    until("the window is back", PATIENCE, async || {
        app.size(&desktop).map(Some)
    })
    .await?;
    was_one_call(&sandbox, &app).await
}

#[tokio::test]
async fn two_starts_at_once_leave_one_window() -> Tested {
    let desktop = Desktop::open().await?;
    let mut starts = [
        SecondStart::of(&desktop, &desktop.data_dir())?,
        SecondStart::of(&desktop, &desktop.data_dir())?,
    ];
    until("one of them ends", PATIENCE, async || {
        Ok(starts.iter().any(|start| !start.is_running()).then_some(()))
    })
    .await?;
    // The other one is given time to do the same by mistake.
    tokio::time::sleep(Duration::from_secs(2)).await;
    let running = starts.iter().filter(|start| start.is_running()).count();
    desktop.picture("two-starts")?;
    assert_eq!(running, 1, "windows");
    for start in &mut starts {
        if !start.is_running() {
            assert!(start.ended(PATIENCE).await?, "it ended badly");
        }
    }
    Ok(())
}

#[tokio::test]
async fn a_redirect_is_not_followed() -> Tested {
    let (_desktop, sandbox, app) = ready().await?;
    let elsewhere = json!({"match": CALLS_MATCH, "fault":
        {"kind": "redirect", "location": "/api/v2/conversations/calls/user/elsewhere"}});
    sandbox.fault(elsewhere).await?;
    app.page().click("dial-button").await?;
    let row = app.page().wait_until_over(A_CALL).await?;
    assert_eq!(row.outcome, "unknown", "{row:?}");
    app.page()
        .wait_for_attribute("problem", "data-code", "redirected")
        .await?;
    assert_eq!(sandbox.call_requests().await?, 1, "it was not sent again");
    assert!(sandbox.calls().await?.is_empty());
    Ok(())
}
