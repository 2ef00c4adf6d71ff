//! What a page that has gone wrong could not do: run code that is not ours, talk to others, use
//! commands it has no need of, or become another page.

use std::time::Duration;

use ringfor_e2e::{App, Desktop, Page, SandboxProcess, Tested, Trouble};
use serde_json::{Value, json};

use crate::FAST;

async fn first_run() -> Result<(Desktop, SandboxProcess, App), Trouble> {
    let mut desktop = Desktop::open().await?;
    let sandbox = SandboxProcess::start(&mut desktop, &FAST)?;
    let app = App::first_run(&desktop).await?;
    app.page().find("onboarding-sandbox").await?;
    Ok((desktop, sandbox, app))
}

/// Runs `attack`, and gives the directives of the policy that were in its way.
async fn blocked(page: &Page, attack: &str, arguments: &[&str]) -> Result<Vec<String>, Trouble> {
    let script = format!(
        "const violated = [];
         const note = (event) => violated.push(event.effectiveDirective);
         document.addEventListener('securitypolicyviolation', note);
         const given = arguments;
         await (async () => {{ {attack} }})();
         await new Promise((done) => setTimeout(done, 300));
         document.removeEventListener('securitypolicyviolation', note);
         return violated;"
    );
    Ok(serde_json::from_value(
        page.script(&script, arguments).await?,
    )?)
}

#[tokio::test]
async fn code_and_styles_from_elsewhere_do_not_run() -> Tested {
    let (_desktop, _sandbox, app) = first_run().await?;
    let page = app.page();
    let attacks = [
        (
            "script-src",
            "const script = document.createElement('script');
             script.textContent = 'window.reached = true';
             document.head.append(script);",
        ),
        (
            "script-src",
            "const button = document.createElement('button');
             button.setAttribute('onclick', 'window.reached = true');
             document.body.append(button);
             button.click();
             button.remove();",
        ),
        (
            "script-src",
            "try { eval('window.reached = true') } catch { }
             try { new Function('window.reached = true')() } catch { }",
        ),
        (
            "style-src",
            "const style = document.createElement('style');
             style.textContent = 'body { outline: 7px solid red }';
             document.head.append(style);
             window.reached = getComputedStyle(document.body).outlineWidth === '7px';",
        ),
        (
            "style-src",
            "const box = document.createElement('div');
             box.innerHTML = '<p style=\"outline: 7px solid red\">x</p>';
             document.body.append(box);
             window.reached = getComputedStyle(box.firstChild).outlineWidth === '7px';
             box.remove();",
        ),
    ];
    for (directive, attack) in attacks {
        page.script("window.reached = false", &[]).await?;
        let violated = blocked(page, attack, &[]).await?;
        let reached = page.script("return window.reached", &[]).await?;
        assert_eq!(reached, false, "{attack}");
        assert!(
            violated.iter().any(|by| by.starts_with(directive)),
            "blocked by {violated:?}: {attack}"
        );
    }
    Ok(())
}

#[tokio::test]
async fn the_page_talks_to_nobody_but_ringfor() -> Tested {
    let (_desktop, sandbox, app) = first_run().await?;
    let page = app.page();
    let before = sandbox.journal().await?.len();
    let attacks = [
        (
            "connect-src",
            "await fetch(given[0] + '/api/v2/users').catch(() => {})",
        ),
        (
            "connect-src",
            "await fetch(given[0] + '/api/v2/users', { mode: 'no-cors' }).catch(() => {})",
        ),
        (
            "connect-src",
            "try { new WebSocket(given[0].replace('http', 'ws')) } catch { }",
        ),
        (
            "connect-src",
            "navigator.sendBeacon(given[0] + '/api/v2/users', 'x')",
        ),
        ("img-src", "new Image().src = given[0] + '/a.png'"),
        (
            "script-src",
            "const script = document.createElement('script');
             script.src = given[0] + '/a.js';
             document.head.append(script);",
        ),
        (
            "frame-src",
            "const frame = document.createElement('iframe');
             frame.src = given[0];
             document.body.append(frame);
             setTimeout(() => frame.remove(), 200);",
        ),
        (
            "form-action",
            "const form = document.createElement('form');
             form.method = 'post';
             form.action = given[0] + '/api/v2/users';
             document.body.append(form);
             form.submit();
             form.remove();",
        ),
    ];
    for (directive, attack) in attacks {
        let violated = blocked(page, attack, &[sandbox.base_url()]).await?;
        assert!(
            violated.iter().any(|by| by.starts_with(directive)),
            "blocked by {violated:?}: {attack}"
        );
    }
    let journal = sandbox.journal().await?;
    assert_eq!(journal.len(), before, "something arrived: {journal:?}");
    Ok(())
}

#[tokio::test]
async fn only_our_own_commands_can_be_invoked() -> Tested {
    let (_desktop, _sandbox, app) = first_run().await?;
    let page = app.page();
    let globals = page
        .script(
            "return ['__TAURI__' in window, typeof window.ipc?.anything]",
            &[],
        )
        .await?;
    assert_eq!(globals[0], false, "withGlobalTauri");
    // So that what follows is refused for being what it is.
    let ours = invoke(page, "get_preferences", &json!({})).await?;
    assert_eq!(ours["done"], true, "{ours}");
    for (command, arguments) in [
        (
            "plugin:store|load",
            json!({"path": "preferences.json", "options": {}}),
        ),
        ("plugin:store|get", json!({"rid": 0, "key": "appearance"})),
        (
            "plugin:opener|open_url",
            json!({"url": "https://example.com"}),
        ),
        ("plugin:opener|open_path", json!({"path": "/etc/hosts"})),
        (
            "plugin:event|emit",
            json!({"event": "ringfor", "payload": {}}),
        ),
        (
            "plugin:window|set_title",
            json!({"label": "main", "value": "x"}),
        ),
        (
            "plugin:window|create",
            json!({"options": {"label": "second"}}),
        ),
        (
            "plugin:webview|create_webview_window",
            json!({"options": {"label": "second"}}),
        ),
        ("plugin:path|resolve_directory", json!({"directory": 21})),
        ("plugin:app|name", json!({})),
    ] {
        let answer = invoke(page, command, &arguments).await?;
        assert_eq!(answer["done"], false, "{command} was done: {answer}");
        let said = answer["said"].as_str().unwrap_or_default();
        assert!(said.contains("not allowed"), "{command}: {said}");
    }
    assert_eq!(page.title().await?, "Ringfor");
    Ok(())
}

async fn invoke(page: &Page, command: &str, arguments: &Value) -> Result<Value, Trouble> {
    page.script(
        "const invoke = window.__TAURI_INTERNALS__.invoke(arguments[0], JSON.parse(arguments[1]));
         return await invoke.then(
             (answer) => ({ done: true, said: JSON.stringify(answer ?? null) }),
             (error) => ({ done: false, said: String(error) }));",
        &[command, &arguments.to_string()],
    )
    .await
}

#[tokio::test]
async fn the_window_stays_with_our_page() -> Tested {
    let (_desktop, sandbox, app) = first_run().await?;
    let page = app.page();
    let home = page.script("return location.href", &[]).await?;
    let before = sandbox.journal().await?.len();
    let elsewhere = sandbox.base_url().to_owned();
    // The same server under the name that our own page has.
    let like_ours = elsewhere.replace("127.0.0.1", "localhost");
    assert_ne!(elsewhere, like_ours);
    for url in [
        &*elsewhere,
        &*like_ours,
        "data:text/html,<h1>x</h1>",
        "about:blank",
    ] {
        for leave in [
            "location.href = arguments[0]",
            "location.replace(arguments[0])",
            "window.open(arguments[0])",
            "const link = document.createElement('a');
             link.href = arguments[0];
             document.body.append(link);
             link.click();
             link.remove();",
            "const link = document.createElement('a');
             link.href = arguments[0];
             link.target = '_blank';
             document.body.append(link);
             link.click();
             link.remove();",
        ] {
            page.script(leave, &[url]).await?;
            tokio::time::sleep(Duration::from_millis(150)).await;
            let here = page.script("return location.href", &[]).await?;
            assert_eq!(here, home, "{leave} with {url}");
        }
    }
    let windows = page.client().windows().await?;
    assert_eq!(windows.len(), 1, "another window");
    let journal = sandbox.journal().await?;
    assert_eq!(journal.len(), before, "something arrived: {journal:?}");
    page.click("onboarding-connect").await?;
    page.find("settings-save").await?;
    Ok(())
}
