//! What the page may do.

use ringfor_e2e::{App, Desktop, Tested};

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
