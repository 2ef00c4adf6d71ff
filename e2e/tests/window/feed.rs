//! The header says, in words, what feeds the screen, and why it is not the socket.

use ringfor_e2e::{App, Desktop, PATIENCE, Page, SandboxProcess, Tested, Trouble, until};
use serde_json::json;

use crate::AGENT;
use crate::pictures::{USUAL, look_in_both_sizes, resize};

async fn ready() -> Result<(Desktop, SandboxProcess, App), Trouble> {
    let mut desktop = Desktop::open().await?;
    let sandbox = SandboxProcess::start(&mut desktop, &[])?;
    let app = App::first_run(&desktop).await?;
    app.page().find("onboarding-sandbox").await?;
    resize(&desktop, &app, USUAL).await?;
    app.page().connect(&sandbox).await?;
    Ok((desktop, sandbox, app))
}

/// The words in the header, as the page lays them out: the driver takes what can be shortened for
/// hidden.
async fn says(page: &Page, words: &str) -> Tested {
    let header = "return document.querySelector('[data-testid=\"feed\"] .word').innerText";
    until(&format!("the header says {words}"), PATIENCE, async || {
        let said = page.script(header, &[]).await?.to_string();
        match said.contains(words) {
            true => Ok(Some(())),
            false => Err(Trouble::new(format!("it says {said}"))),
        }
    })
    .await
}

#[tokio::test]
async fn the_socket_and_that_it_was_taken_away_twice() -> Tested {
    let (desktop, sandbox, app) = ready().await?;
    let page = app.page();
    assert!(!page.has("feed").await?, "nothing is followed yet");
    page.choose_agent("Alex", AGENT).await?;
    page.wait_for_attribute("feed", "data-feed", "socket")
        .await?;
    says(page, "Live").await?;
    look_in_both_sizes(&desktop, &app, "feed-socket").await?;

    let taken = json!({"match": "SOCKET *", "times": 2, "fault": {"kind": "evict_channel"}});
    sandbox.fault(taken).await?;
    page.wait_for_attribute("feed", "data-code", "feed_evicted")
        .await?;
    page.wait_for_attribute("feed", "data-feed", "poll").await?;
    says(page, "Reading").await?;
    says(page, "Others use up the channels").await?;
    look_in_both_sizes(&desktop, &app, "feed-evicted").await?;

    page.call("+1 415 555 2671").await?;
    page.wait_for_attribute("live-call", "data-state", "ringing_agent")
        .await?;
    assert_eq!(page.attribute("live-call", "data-source").await?, "poll");
    look_in_both_sizes(&desktop, &app, "feed-evicted-call").await
}

#[tokio::test]
async fn an_agent_whose_calls_are_not_told() -> Tested {
    let (desktop, sandbox, app) = ready().await?;
    let page = app.page();
    let rejected = json!({"match": "TOPIC *", "times": 1000, "fault": {"kind": "reject_topic"}});
    sandbox.fault(rejected).await?;
    page.choose_agent("Alex", AGENT).await?;
    page.wait_for_attribute("feed", "data-code", "feed_rejected")
        .await?;
    says(page, "Reading").await?;
    look_in_both_sizes(&desktop, &app, "feed-rejected").await
}
