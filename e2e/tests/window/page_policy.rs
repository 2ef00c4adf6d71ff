//! The content security policy under which the page runs.

use ringfor_e2e::{App, Desktop, Tested};

#[tokio::test]
async fn the_policy_allows_nothing_by_default_and_nothing_unsafe() -> Tested {
    let desktop = Desktop::open().await?;
    let app = App::first_run(&desktop).await?;
    app.page().find("onboarding-sandbox").await?;
    let header = "const answer = await fetch(location.href);
         return answer.headers.get('content-security-policy')";
    let policy = app.page().script(header, &[]).await?;
    let policy = policy.as_str().unwrap_or_default();
    assert!(policy.contains("default-src 'none'"), "{policy:?}");
    // Without it every command silently takes a slower way.
    assert!(policy.contains("ipc: http://ipc.localhost"), "{policy:?}");
    assert!(!policy.contains("unsafe"), "{policy:?}");
    Ok(())
}
