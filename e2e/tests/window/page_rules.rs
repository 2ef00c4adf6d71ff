//! What the page may do, and whether everybody can use it.

use ringfor_e2e::{App, Desktop, Page, Tested};

use crate::AGENT;

const AXE: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../ui/node_modules/axe-core/axe.min.js"
);

#[tokio::test]
async fn the_page_may_do_only_what_it_needs() -> Tested {
    let desktop = Desktop::open().await?;
    let app = App::first_run(&desktop).await?;
    app.page().find("onboarding-sandbox").await?;
    let policy = app
        .page()
        .script(
            "const answer = await fetch(location.href);
             return answer.headers.get('content-security-policy')",
            &[],
        )
        .await?;
    let policy = policy.as_str().unwrap_or_default();
    assert!(policy.contains("default-src 'none'"), "{policy:?}");
    assert!(policy.contains("ipc: http://ipc.localhost"), "{policy:?}");
    assert!(!policy.contains("unsafe"), "{policy:?}");

    let global = app
        .page()
        .script("return '__TAURI__' in window", &[])
        .await?;
    assert_eq!(global, false, "withGlobalTauri");
    // A command of a plugin that the page has no use for.
    let refused = app
        .page()
        .script(
            "try { await window.__TAURI_INTERNALS__.invoke('plugin:store|load', { path: 'x' }); return 'allowed' }
             catch (error) { return String(error) }",
            &[],
        )
        .await?;
    assert_ne!(refused, "allowed", "the page reads preferences files");
    let inline = app
        .page()
        .script(
            "const script = document.createElement('script');
             script.textContent = 'window.injected = true';
             document.head.append(script);
             return window.injected === true",
            &[],
        )
        .await?;
    assert_eq!(inline, false, "an inline script ran");
    Ok(())
}

#[tokio::test]
async fn everybody_can_use_it() -> Tested {
    let desktop = Desktop::open().await?;
    let app = App::first_run(&desktop).await?;
    let page = app.page();
    page.find("onboarding-sandbox").await?;
    accessible(page, "the first run").await?;
    page.click("onboarding-connect").await?;
    page.find("settings-save").await?;
    accessible(page, "the connection form").await?;
    page.click("onboarding-back").await?;
    page.use_sandbox().await?;
    page.choose_agent("Alex", AGENT).await?;
    page.call("+1 202 555 0104").await?;
    page.find("problem").await?;
    accessible(page, "the main window, light").await?;
    page.click("settings-open").await?;
    page.click("settings-tab-appearance").await?;
    page.click("settings-appearance-dark").await?;
    accessible(page, "settings, dark").await?;
    page.click("settings-close").await?;
    accessible(page, "the main window, dark").await?;
    desktop.picture("dark")?;
    Ok(())
}

/// Fails on what axe-core finds on the page as it is now.
async fn accessible(page: &Page, what: &str) -> Tested {
    page.script(&std::fs::read_to_string(AXE)?, &[]).await?;
    let found = page
        .script(
            "const result = await axe.run(document);
             return result.violations.map((v) => v.id + ': ' + v.nodes.map((n) => n.html).join(' | '))",
            &[],
        )
        .await?;
    assert_eq!(found, serde_json::json!([]), "{what}");
    Ok(())
}
