//! `/api/v2/tokens/me`.

use std::sync::Arc;

use axum::{Extension, Json, extract::State};
use http::{HeaderMap, StatusCode};
use serde_json::{Value, json};

use crate::{
    organisation::{Organisation, lock},
    team,
    tokens::{Grant, Holder, bearer},
};

/// `GET /api/v2/tokens/me`. Nothing here has an idle time-out, so `preserveIdleTTL` changes nothing.
pub(crate) async fn me(Extension(holder): Extension<Holder>) -> Json<Value> {
    let named = json!({ "id": team::organisation_id(), "name": team::ORGANISATION });
    let (name, grant) = match holder.grant {
        Grant::ClientCredentials => ("Ringfor sandbox client", "CLIENT-CREDENTIALS"),
        Grant::Code => ("Ringfor sandbox client", "CODE"),
        // Inferred: the published list of grants has no word for it.
        Grant::CodeWithProof => ("Ringfor sandbox public client", "CODE"),
    };
    Json(json!({
        "organization": named,
        "homeOrganization": named,
        "authorizedScope": [],
        "OAuthClient": {
            "id": holder.client_id,
            "name": name,
            "authorizedGrantType": grant,
            "scope": [],
            "state": "active",
            "organization": named,
        },
    }))
}

/// `DELETE /api/v2/tokens/me`: the token stops working, and with it the refresh token of its sign-in
/// (inferred).
pub(crate) async fn end(
    State(organisation): State<Arc<Organisation>>,
    Extension(holder): Extension<Holder>,
    headers: HeaderMap,
) -> StatusCode {
    if holder.sign_in.is_some() {
        organisation.end_tokens(|other| other.sign_in == holder.sign_in);
    } else if let Some(token) = bearer(&headers) {
        lock(&organisation.tokens).revoke(token);
        organisation.changed.notify_one();
    }
    StatusCode::OK
}
