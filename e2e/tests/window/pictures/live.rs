//! The live card in each of its states.

use ringfor_e2e::{App, Desktop, PATIENCE, SandboxProcess, Tested, until};
use serde_json::json;

use super::{live_state, look, look_in_both_sizes, make, says};
use crate::CALLS_MATCH;

/// A call in each of its states, a wait that can be cancelled, and the two outcomes without a call.
pub(super) async fn live(desktop: &Desktop, app: &App, sandbox: &SandboxProcess) -> Tested {
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
    look_in_both_sizes(desktop, app, "live-ringing").await?;
    live_state(page, "dialing").await?;
    look_in_both_sizes(desktop, app, "live-dialing").await?;
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

    page.choose_agent("Priya", "priya.raman@example.com")
        .await?;
    page.call("+44 20 7946 0958").await?;
    live_state(page, "ringing_agent").await?;
    page.choose_agent("novak", "alexandra.novak@example.com")
        .await?;
    page.call("+49 30 901820").await?;
    page.find("live-other").await?;
    look_in_both_sizes(desktop, app, "live-two").await
}
