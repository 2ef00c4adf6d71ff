//! `/sandbox/…`: what a test tells the sandbox and asks of it. Needs no token, meets no fault and is
//! not in the journal.

use std::sync::Arc;

use axum::{
    Json,
    body::Bytes,
    extract::{Path, State},
    response::{IntoResponse, Response},
};
use http::StatusCode;
use serde_json::json;

use crate::{
    fault::{Fault, FaultRule},
    organisation::{Organisation, lock},
    record::{CallRecord, ChannelRecord, JournalEntry},
};

/// `POST /sandbox/faults`: adds a rule.
pub(crate) async fn add_fault(
    State(organisation): State<Arc<Organisation>>,
    body: Bytes,
) -> Response {
    let refuse = |message: String| {
        (StatusCode::BAD_REQUEST, Json(json!({ "message": message }))).into_response()
    };
    match serde_json::from_slice::<FaultRule>(&body) {
        Err(error) => refuse(error.to_string()),
        Ok(rule) => {
            if let Fault::Status { status, .. } = rule.fault {
                // A 1xx is no final answer.
                if !(200..=599).contains(&status) {
                    return refuse(format!("{status} is not a status to answer with"));
                }
            }
            organisation.add_fault(rule.clone());
            (StatusCode::CREATED, Json(rule)).into_response()
        }
    }
}

/// `GET /sandbox/faults`: the rules that are not used up.
pub(crate) async fn faults(State(organisation): State<Arc<Organisation>>) -> Json<Vec<FaultRule>> {
    Json(lock(&organisation.faults).left())
}

/// `GET /sandbox/journal`.
pub(crate) async fn journal(
    State(organisation): State<Arc<Organisation>>,
) -> Json<Vec<JournalEntry>> {
    Json(lock(&organisation.journal).entries())
}

/// `GET /sandbox/calls`.
pub(crate) async fn calls(State(organisation): State<Arc<Organisation>>) -> Json<Vec<CallRecord>> {
    Json(records(&organisation))
}

pub(crate) fn records(organisation: &Organisation) -> Vec<CallRecord> {
    lock(&organisation.calls)
        .iter()
        .map(|call| call.record(organisation))
        .collect()
}

/// `GET /sandbox/channels`.
pub(crate) async fn channels(
    State(organisation): State<Arc<Organisation>>,
) -> Json<Vec<ChannelRecord>> {
    Json(lock(&organisation.channels).records(&organisation))
}

/// `POST /sandbox/refresh-tokens/revoke`: no refresh token works any more.
pub(crate) async fn revoke_refresh_tokens(
    State(organisation): State<Arc<Organisation>>,
) -> StatusCode {
    organisation.revoke_refresh_tokens();
    StatusCode::NO_CONTENT
}

/// `POST /sandbox/users/{userId or e-mail}/revoke`: nothing that this user signed in for works.
pub(crate) async fn revoke_user(
    State(organisation): State<Arc<Organisation>>,
    Path(user): Path<String>,
) -> StatusCode {
    if organisation.revoke_user(&user) {
        StatusCode::NO_CONTENT
    } else {
        StatusCode::NOT_FOUND
    }
}

/// `POST /sandbox/reset`.
pub(crate) async fn reset(State(organisation): State<Arc<Organisation>>) -> StatusCode {
    organisation.reset();
    StatusCode::NO_CONTENT
}
