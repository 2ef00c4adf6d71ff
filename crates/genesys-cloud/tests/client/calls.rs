//! Reading a call.

use genesys_cloud::{Dialect, ErrorKind, LegState, Operation};
use serde_json::json;

use crate::server::*;

#[tokio::test(start_paused = true)]
async fn a_call_is_read_leg_by_leg() {
    let server = Server::new(|_, _| {
        json_reply(
            200,
            json!({
                "id": CONVERSATION,
                "participants": [
                    {"id": "p-1", "purpose": "user", "state": "connected", "direction": "outbound",
                     "user": {"id": AGENT}, "startTime": "2026-11-21T08:00:00.000Z", "connectedTime": "2026-11-21T08:00:02.5Z"},
                    {"id": "p-2", "purpose": "external", "state": "terminated", "address": "tel:+14155552671",
                     "dnis": "tel:+14155552671", "disconnectType": "endpoint", "endTime": "2026-11-21T08:01:00Z",
                     "errorInfo": {"code": "error.ininedgecontrol.x", "message": "m"},
                     "attributes": {"ringforAttemptId": "a-1", "odd": 3}, "queue": {"id": "q-1"}},
                ],
            }),
        )
    });
    let call = server
        .client(Dialect::Platform)
        .call(CONVERSATION)
        .await
        .unwrap();
    assert_eq!(
        server.asked()[0].path,
        format!("/api/v2/conversations/calls/{CONVERSATION}")
    );
    let [agent, far_end] = &call.participants[..] else {
        panic!("two legs")
    };
    assert!(agent.is_agent() && !agent.is_far_end());
    assert_eq!(agent.state, Some(LegState::Connected));
    assert_eq!(agent.user_id.as_deref(), Some(AGENT));
    assert_eq!(
        agent.connected_time.unwrap().to_string(),
        "2026-11-21T08:00:02.5Z"
    );
    assert!(far_end.is_far_end());
    assert_eq!(far_end.state.as_ref().map(LegState::is_over), Some(true));
    assert_eq!(far_end.disconnect_type.as_deref(), Some("endpoint"));
    assert_eq!(
        far_end.error_code.as_deref(),
        Some("error.ininedgecontrol.x")
    );
    assert_eq!(
        far_end
            .attributes
            .get("ringforAttemptId")
            .map(String::as_str),
        Some("a-1")
    );
    assert_eq!(far_end.queue_id.as_deref(), Some("q-1"));
}

#[tokio::test(start_paused = true)]
async fn what_is_unknown_or_of_another_type_stops_nothing() {
    let server = Server::new(|_, _| {
        json_reply(
            200,
            json!({
                "participants": [
                    {"state": "levitating", "purpose": "robot", "startTime": "soon", "errorInfo": null, "user": "x", "attributes": []},
                    {"state": 3, "purpose": null, "id": {}},
                    null, 7, "x",
                ],
            }),
        )
    });
    let call = server
        .client(Dialect::Platform)
        .call(CONVERSATION)
        .await
        .unwrap();
    assert_eq!(call.id, None);
    assert_eq!(call.participants.len(), 2);
    assert_eq!(
        call.participants[0].state,
        Some(LegState::Other("levitating".to_owned()))
    );
    assert_eq!(call.participants[0].purpose.as_deref(), Some("robot"));
    assert_eq!(call.participants[1].state, None);
}

#[tokio::test(start_paused = true)]
async fn every_documented_state_is_known() {
    let documented = [
        "alerting",
        "dialing",
        "contacting",
        "offering",
        "connected",
        "disconnected",
        "terminated",
        "converting",
        "uploading",
        "transmitting",
        "none",
        "parked",
    ];
    let known: Vec<&str> = LegState::DOCUMENTED.iter().map(LegState::as_str).collect();
    assert_eq!(known, documented);
    for text in documented {
        assert!(!matches!(LegState::read(text), LegState::Other(_)));
    }
}

#[tokio::test(start_paused = true)]
async fn another_call_than_the_one_asked_for_is_an_error() {
    let server = Server::new(|_, _| json_reply(200, json!({"id": "another", "participants": []})));
    let error = server
        .client(Dialect::Platform)
        .call(CONVERSATION)
        .await
        .unwrap_err();
    assert_eq!(
        (error.operation, error.kind),
        (Operation::ReadCall, ErrorKind::Mismatch)
    );
}

#[tokio::test(start_paused = true)]
async fn a_call_that_does_not_exist_is_not_found() {
    let server = Server::new(|_, _| status(404, "<html>"));
    let error = server
        .client(Dialect::Platform)
        .call(CONVERSATION)
        .await
        .unwrap_err();
    assert_eq!(
        (error.operation, error.kind),
        (Operation::ReadCall, ErrorKind::NotFound)
    );
}
