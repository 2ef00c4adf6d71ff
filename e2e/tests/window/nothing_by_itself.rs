//! Nothing dials by itself: whatever comes in fills in, and only a press of Call calls.

use ringfor_e2e::{PATIENCE, SecondStart, Tested};
use serde_json::json;

use crate::links::{nothing_was_called, ready};

const LINK: &str = "tel:+14155552671";
const SELECTED: &str = "+44 20 7946 0958";
const LAST: &str = "callto:+4930901820";

#[tokio::test]
async fn what_comes_in_waits_for_a_press_of_call() -> Tested {
    let (mut desktop, sandbox, app) = ready().await?;
    let page = app.page();
    let data_dir = app.data_dir();
    let start = async |arguments: &[&str]| -> Tested {
        let mut second = SecondStart::with(&desktop, &data_dir, arguments)?;
        assert!(second.ended(PATIENCE).await?, "{arguments:?} failed");
        Ok(())
    };
    start(&[LINK]).await?;
    page.wait_for_value("number-input", LINK).await?;
    page.wait_for_attribute("number-preview", "data-verdict", "valid")
        .await?;
    nothing_was_called(&sandbox, &app).await?;
    // The same again is no press either, and neither is a start of its own.
    start(&[LINK]).await?;
    start(&[]).await?;
    nothing_was_called(&sandbox, &app).await?;

    desktop.select(SELECTED)?;
    page.invoke("set_shortcut", json!({"keys": "Ctrl+Alt+KeyD"}))
        .await?;
    for _ in 0..3 {
        desktop.xdotool(&["key", "--clearmodifiers", "ctrl+alt+d"])?;
    }
    page.wait_for_value("number-input", SELECTED).await?;
    nothing_was_called(&sandbox, &app).await?;
    let mut second = SecondStart::with(&desktop, &data_dir, &["--dial-selection"])?;
    assert!(second.ended(PATIENCE).await?, "the command failed");

    let mut second = SecondStart::with(&desktop, &data_dir, &[LAST])?;
    assert!(second.ended(PATIENCE).await?, "the last link failed");
    page.wait_for_value("number-input", LAST).await?;
    page.wait_for_attribute("number-preview", "data-verdict", "valid")
        .await?;
    nothing_was_called(&sandbox, &app).await?;

    // All along, one press was all that was missing.
    page.click("dial-button").await?;
    let row = page.wait_until_over(PATIENCE).await?;
    assert_eq!(row.number, "+4930901820");
    assert_eq!(sandbox.calls().await?.len(), 1);
    assert_eq!(sandbox.call_requests().await?, 1);
    Ok(())
}
