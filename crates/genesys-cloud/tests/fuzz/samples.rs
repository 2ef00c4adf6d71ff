//! Answers as the API gives them.

use serde_json::{Value, json};

use crate::arbitrary::{AGENT, CONVERSATION};

pub(crate) const EMAIL: &str = "a@b.c";
pub(crate) const CHANNEL: &str = "streaming-0-k3yofthechannel";

pub(crate) fn token() -> Value {
    json!({"access_token": "token-1", "token_type": "bearer", "expires_in": 86400})
}

pub(crate) fn user() -> Value {
    json!({
        "id": AGENT, "name": "Alex Kim", "email": EMAIL, "username": EMAIL, "state": "active", "title": "Agent",
        "department": "Sales", "version": 7, "division": {"id": "d-1", "name": "Home"},
        "station": {
            "effectiveStation": {"id": "st-1", "name": "Desk", "type": "inin_webrtc_softphone"},
            "associatedStation": {}, "defaultStation": null,
        },
        "presence": {"presenceDefinition": {"id": "p-1", "systemPresence": "Available"}, "message": ""},
        "routingStatus": {"status": "IDLE", "startTime": "2026-11-21T08:00:00Z"},
        "conversationSummary": {"call": {"contactCenter": {"active": 0, "acw": 0}, "enterprise": {"active": 1}}},
    })
}

pub(crate) fn users(list: &str) -> Value {
    let mut deleted = user();
    deleted["state"] = json!("deleted");
    deleted["id"] = json!("0f4f2a31-9999-4c6e-9d2b-aaaaaaaaaaaa");
    json!({list: [user(), deleted], "total": 2, "pageCount": 1, "pageSize": 25, "pageNumber": 1, "types": ["users"]})
}

pub(crate) fn placed() -> Value {
    json!({"id": CONVERSATION, "name": "call", "selfUri": format!("/api/v2/conversations/calls/{CONVERSATION}")})
}

pub(crate) fn call() -> Value {
    json!({
        "id": CONVERSATION,
        "participants": [
            {"id": "p-1", "purpose": "user", "state": "connected", "direction": "outbound", "user": {"id": AGENT},
             "startTime": "2026-11-21T08:00:00.000Z", "startAlertingTime": "2026-11-21T08:00:01Z",
             "connectedTime": "2026-11-21T08:00:02.5Z", "dnis": "tel:+14155552671", "held": false},
            {"id": "p-2", "purpose": "external", "state": "terminated", "direction": "outbound",
             "address": "tel:+14155552671;ext=1", "ani": "tel:+14155550000", "queue": {"id": "q-1"},
             "startTime": "2026-11-21T08:00:03Z", "endTime": "2026-11-21T08:01:00Z", "disconnectType": "endpoint",
             "errorInfo": {"code": "error.ininedgecontrol.connection.timeout", "message": "m"},
             "attributes": {"ringforAttemptId": "a-1"}},
        ],
    })
}

pub(crate) fn active_calls() -> Value {
    json!({"entities": [call(), {"id": "c-2", "participants": []}], "total": 2})
}

pub(crate) fn details() -> Value {
    json!({"totalHits": 1, "conversations": [{
        "conversationId": CONVERSATION, "conversationStart": "2026-11-21T08:00:00Z",
        "conversationEnd": "2026-11-21T08:03:00Z", "originatingDirection": "outbound",
        "participants": [
            {"purpose": "user", "userId": AGENT, "sessions": [
                {"mediaType": "voice", "direction": "outbound", "dnis": "tel:+14155552671", "addressTo": "sip:+14155552671@x.test"}]},
            {"purpose": "external", "sessions": [{"mediaType": "voice", "direction": "outbound", "sessionDnis": "+14155552671"}]},
        ],
    }]})
}

pub(crate) fn activity() -> Value {
    json!({"results": [{"group": {"userId": AGENT}, "truncated": false, "entities": [
        {"conversationId": CONVERSATION, "userId": AGENT, "metric": "oAlerting", "direction": "outbound",
         "activityDate": "2026-11-21T08:00:00Z", "dnis": "tel:+14155552671", "addressTo": "+14155552671"},
    ]}]})
}

pub(crate) fn channel() -> Value {
    json!({
        "id": CHANNEL, "connectUri": format!("wss://streaming.example.test/channels/{CHANNEL}"),
        "expires": "2026-01-02T00:00:00.000Z",
    })
}

pub(crate) fn subscriptions() -> Value {
    let topic = |agent: &str| format!("v2.users.{agent}.conversations.calls");
    json!({"entities": [
        {"id": topic(AGENT), "state": "Permitted", "selfUri": "/x"},
        {"id": topic("other"), "state": "Rejected", "rejectionReason": "no",
         "missingPermissions": ["conversation:communication:view"]},
    ]})
}

pub(crate) fn error() -> Value {
    json!({
        "message": "Unable to perform the requested action. You must have at least one of the following permissions assigned: [conversation:call:add]",
        "code": "missing.any.permissions", "status": 403, "messageParams": {"permissions": "[conversation:call:add, x:y:z]"},
        "contextId": "6f1b6e4e-3333-4c6e-9d2b-bbbbbbbbbbbb", "entityId": "e", "entityName": "n",
        "details": [{"errorCode": "x", "fieldName": "y", "entityId": "z", "entityName": "w"}],
        "errors": [{"code": "nested", "message": "nested message"}], "limit": {"key": "k", "namespace": "n", "value": 300},
    })
}

pub(crate) fn token_error() -> Value {
    json!({"error": "invalid_client", "description": "authentication failed", "error_description": "authentication failed"})
}
