//! Walks through every screen and state of the window. Each is seen light and dark: a picture of
//! it is left in `target/shots`, nothing is cut off, and axe-core finds nothing.

use std::time::Duration;

use ringfor_e2e::{App, Desktop, PATIENCE, Page, SandboxProcess, Tested, Trouble, until};
use serde_json::json;

use crate::accessibility::accessible;
use crate::{AGENT, CALLS_MATCH};

pub(crate) const USUAL: (u32, u32) = (1000, 680);
const SMALLEST: (u32, u32) = (720, 520);
const A_CALL: Duration = Duration::from_secs(60);

/// Text that does not fit where it stands, and anything wider than the window.
const CUT_OFF: &str = r#"
const wide = [document.documentElement, ...document.querySelectorAll('main, section, dialog, .rows, .column, .part')]
    .filter((part) => part.scrollWidth > part.clientWidth + 1 && getComputedStyle(part).overflowX !== 'visible');
const cut = [...document.querySelectorAll('button, label, h1, h2, h3, p, dt')]
    .filter((part) => part.offsetWidth > 1 && part.closest('.visually-hidden') === null)
    .filter((part) => part.scrollWidth > part.clientWidth + 1 && getComputedStyle(part).display !== 'inline');
const overlaps = [...document.querySelectorAll('.field, .card, [data-testid="problem"], [data-testid="history-row"], form')]
    .filter((part) => part.querySelector('.popup.open') === null)
    .filter((part) => part.scrollHeight > part.clientHeight + 1);
return [...wide, ...cut, ...overlaps].map((part) => part.outerHTML.slice(0, 200));
"#;

/// One state of the window, light and dark.
pub(crate) async fn look(page: &Page, name: &str) -> Tested {
    for appearance in ["light", "dark"] {
        let dress = "document.documentElement.dataset.appearance = arguments[0];
            await new Promise((done) => setTimeout(done, 200));";
        page.script(dress, &[appearance]).await?;
        page.picture(&format!("{name}-{appearance}")).await?;
        let cut_off = page.script(CUT_OFF, &[]).await?;
        assert_eq!(cut_off, json!([]), "{name}: cut off");
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

async fn live_state(page: &Page, state: &str) -> Tested {
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
async fn make(page: &Page, number: &str, outcome: &str) -> Tested {
    let digits: String = number.split(' ').collect();
    page.call(number).await?;
    page.wait_for_top_row(number, A_CALL, |row| {
        row.number == digits && row.outcome == outcome
    })
    .await?;
    Ok(())
}

#[tokio::test]
async fn from_the_first_run_to_a_live_call() -> Tested {
    let mut desktop = Desktop::open().await?;
    // Slow enough to look at each state of a call.
    let sandbox = SandboxProcess::start(&mut desktop, &["--speed", "0.2"])?;
    let app = App::first_run(&desktop).await?;
    let page = app.page();
    page.find("onboarding-sandbox").await?;
    resize(&desktop, &app, USUAL).await?;
    look_in_both_sizes(&desktop, &app, "first-run").await?;

    page.click("onboarding-connect").await?;
    page.find("settings-save").await?;
    look_in_both_sizes(&desktop, &app, "connect").await?;
    page.fill("settings-client-id", sandbox.client_id()).await?;
    page.click("settings-save").await?;
    page.wait_for_attribute("problem", "data-code", "region_missing")
        .await?;
    look(page, "connect-problem").await?;
    page.fill_connection(&sandbox).await?;
    page.fill("settings-client-secret", "not the secret")
        .await?;
    page.click("settings-check").await?;
    page.wait_for_attribute("check-result", "data-ok", "false")
        .await?;
    page.wait_for_attribute("problem", "data-code", "secret_wrong")
        .await?;
    look_in_both_sizes(&desktop, &app, "check-fails").await?;
    page.click("settings-secret-replace").await?;
    page.fill("settings-client-secret", sandbox.client_secret())
        .await?;
    page.click("settings-check").await?;
    page.wait_for_attribute("check-result", "data-ok", "true")
        .await?;
    look(page, "check-works").await?;

    page.click("settings-save").await?;
    page.find("agent-input").await?;
    let header = "return document.querySelector('[data-testid=\"connection\"]').innerText";
    let said = page.script(header, &[]).await?.to_string();
    assert_eq!(said.matches("127.0.0.1").count(), 1, "{said}");
    look_in_both_sizes(&desktop, &app, "main-empty").await?;

    page.fill("agent-input", "al").await?;
    page.find("agent-option").await?;
    look(page, "agents").await?;
    page.fill("agent-input", "nobody here").await?;
    until("no agent is offered", PATIENCE, async || {
        Ok((!page.has("agent-option").await?).then_some(()))
    })
    .await?;
    look(page, "agents-none").await?;
    page.choose_agent("Alex", AGENT).await?;
    says(page, "agent-readiness", "Phone").await?;

    numbers(&desktop, &app).await?;
    live(&desktop, &app, &sandbox).await
}

/// The three verdicts, and the question that one of them asks.
async fn numbers(desktop: &Desktop, app: &App) -> Tested {
    let page = app.page();
    page.type_number("(415) 555-2671").await?;
    says(page, "number-preview", "+1 415-555-2671").await?;
    look_in_both_sizes(desktop, app, "number-valid").await?;

    page.fill("number-input", "+1 555 123 4567").await?;
    page.wait_for_attribute("number-preview", "data-verdict", "possible")
        .await?;
    look(page, "number-possible").await?;
    page.click("dial-button").await?;
    page.find("dial-confirm-yes").await?;
    look_in_both_sizes(desktop, app, "number-question").await?;
    page.click("dial-confirm-no").await?;

    page.fill("number-input", "112").await?;
    page.wait_for_attribute("number-preview", "data-verdict", "impossible")
        .await?;
    says(page, "number-preview", "emergency").await?;
    let call = page.find("dial-button").await?;
    assert!(!call.is_enabled().await?, "Call with an emergency number");
    look(page, "number-impossible").await
}

/// A call in each of its states, a wait that can be cancelled, and the two outcomes without a call.
async fn live(desktop: &Desktop, app: &App, sandbox: &SandboxProcess) -> Tested {
    let page = app.page();
    sandbox
        .fault(json!({"match": CALLS_MATCH, "fault": {"kind": "delay", "ms": 5000}}))
        .await?;
    page.call("(415) 555-2671").await?;
    live_state(page, "pending").await?;
    until("the request has left", PATIENCE, async || {
        Ok((sandbox.call_requests().await? == 1).then_some(()))
    })
    .await?;
    let what = "what has been sent cannot be cancelled";
    assert!(!page.has("cancel-button").await?, "{what}");
    look(page, "live-pending").await?;
    live_state(page, "ringing_agent").await?;
    look(page, "live-ringing").await?;
    live_state(page, "dialing").await?;
    look(page, "live-dialing").await?;
    live_state(page, "connected").await?;
    look_in_both_sizes(desktop, app, "live-connected").await?;

    // While it goes on, the next call for the same agent would be asked about.
    page.click("hangup-button").await?;
    live_state(page, "ended").await?;
    let limit =
        json!({"kind": "status", "status": 429, "code": "too.many.requests", "retry_after": 5});
    sandbox
        .fault(json!({"match": CALLS_MATCH, "fault": limit}))
        .await?;
    page.call("+49 30 901820").await?;
    says(page, "live-call", "asks to wait").await?;
    page.picture("live-waiting").await?;
    page.click("cancel-button").await?;
    live_state(page, "refused").await?;
    page.wait_for_attribute("problem", "data-code", "cancelled")
        .await?;
    look(page, "live-cancelled").await?;

    make(page, "+1 202 555 0105", "refused").await?;
    live_state(page, "refused").await?;
    page.wait_for_attribute("problem", "data-code", "permission_missing")
        .await?;
    look_in_both_sizes(desktop, app, "live-refused").await?;
    make(page, "+1 202 555 0109", "unknown").await?;
    live_state(page, "unknown").await?;
    look_in_both_sizes(desktop, app, "live-unknown").await?;
    assert_eq!(sandbox.calls().await?.len(), 1, "one of four was a call");
    Ok(())
}

#[tokio::test]
async fn a_history_and_the_settings() -> Tested {
    let mut desktop = Desktop::open().await?;
    // A call of half a minute takes five seconds.
    let sandbox = SandboxProcess::start(&mut desktop, &["--speed", "6"])?;
    let app = App::first_run(&desktop).await?;
    let page = app.page();
    page.find("onboarding-sandbox").await?;
    resize(&desktop, &app, USUAL).await?;
    page.click("onboarding-connect").await?;
    page.fill_connection(&sandbox).await?;
    page.fill("settings-name", "Contoso").await?;
    page.click("settings-save").await?;
    page.find("agent-input").await?;
    page.choose_agent("Alex", AGENT).await?;
    make(page, "+1 202 555 0105", "refused").await?;
    make(page, "+44 20 7946 0958", "placed").await?;
    page.wait_until_over(A_CALL).await?;
    // An agent of her own: the next call for her would ask first.
    page.choose_agent("Alexandra", "alexandra.novak@example.com")
        .await?;
    make(page, "+1 202 555 0109", "unknown").await?;
    page.choose_agent("Priya", "priya.raman@example.com")
        .await?;
    make(page, "+1 202 555 0100", "placed").await?;
    page.wait_until_over(A_CALL).await?;
    make(page, "+49 30 901820", "placed").await?;
    page.wait_until_over(A_CALL).await?;
    page.choose_agent("Alex", AGENT).await?;
    make(page, "+1 415 555 2671", "placed").await?;
    live_state(page, "connected").await?;
    says(page, "live-call", "Talking for 0:02").await?;
    // The picture of the README.
    page.picture("window").await?;
    page.wait_until_over(A_CALL).await?;
    look_in_both_sizes(&desktop, &app, "history").await?;
    history(&desktop, &app).await?;
    settings(&desktop, &app).await
}

/// An open row of each kind, and a search without an answer.
async fn history(desktop: &Desktop, app: &App) -> Tested {
    let page = app.page();
    for (name, outcome, shows) in [
        ("refused", "refused", "problem"),
        ("unknown", "unknown", "problem"),
        ("placed", "placed", "timeline"),
    ] {
        page.choose("history-filter-outcome", outcome).await?;
        until("only these are shown", PATIENCE, async || {
            let rows = page.rows().await?;
            let only = !rows.is_empty() && rows.iter().all(|row| row.outcome == outcome);
            Ok(only.then_some(()))
        })
        .await?;
        let open = "document.querySelector('[data-testid=\"history-row\"] button').click()";
        page.script(open, &[]).await?;
        page.find("timeline").await?;
        page.find(shows).await?;
        look_in_both_sizes(desktop, app, &format!("history-open-{name}")).await?;
    }
    page.choose("history-filter-outcome", "pending").await?;
    says(page, "history", "Nothing found").await?;
    look(page, "history-nothing-filtered").await?;
    page.choose("history-filter-outcome", "all").await?;
    page.fill("history-search", "nobody of this name").await?;
    says(page, "history", "Nothing found").await?;
    look(page, "history-nothing-found").await?;
    page.find("history-search").await?.clear().await?;
    Ok(())
}

/// Each part of Settings; the last one changes the appearance as a person does.
async fn settings(desktop: &Desktop, app: &App) -> Tested {
    let page = app.page();
    page.click("settings-open").await?;
    page.wait_for_attribute("settings-secret-state", "data-place", "keyring")
        .await?;
    look_in_both_sizes(desktop, app, "settings-connection").await?;
    for (part, shows) in [
        ("calling", "settings-country"),
        ("about", "about-data-dir"),
        ("appearance", "settings-appearance-dark"),
    ] {
        page.click(&format!("settings-tab-{part}")).await?;
        page.find(shows).await?;
        look(page, &format!("settings-{part}")).await?;
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

#[tokio::test]
async fn the_sandbox_says_that_it_is_one() -> Tested {
    let desktop = Desktop::open().await?;
    let app = App::first_run(&desktop).await?;
    let page = app.page();
    page.find("onboarding-sandbox").await?;
    resize(&desktop, &app, USUAL).await?;
    page.use_sandbox().await?;
    says(page, "sandbox-badge", "no real calls").await?;
    look_in_both_sizes(&desktop, &app, "sandbox").await?;
    page.click("settings-open").await?;
    page.find("settings-leave-sandbox").await?;
    look(page, "sandbox-settings").await
}
