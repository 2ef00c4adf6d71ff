//! `/oauth/token` of the login host, and `/api/v2/tokens/me`.

use std::sync::Arc;

use axum::{
    Json,
    body::Bytes,
    extract::State,
    response::{IntoResponse, Response},
};
use base64::{Engine, prelude::BASE64_STANDARD};
use http::{HeaderMap, StatusCode, header::AUTHORIZATION};
use serde_json::{Value, json};
use url::form_urlencoded;

use crate::{
    organisation::{Organisation, lock},
    team,
    tokens::bearer,
};

/// `POST /oauth/token`: client credentials, as Basic or in the form.
pub(crate) async fn token(
    State(organisation): State<Arc<Organisation>>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let form: Vec<(String, String)> = form_urlencoded::parse(&body).into_owned().collect();
    let field = |name: &str| {
        form.iter()
            .find(|(key, _)| key == name)
            .map(|(_, value)| value.clone())
    };
    let (id, secret) = basic(&headers).unwrap_or_else(|| {
        (
            field("client_id").unwrap_or_default(),
            field("client_secret").unwrap_or_default(),
        )
    });
    let config = &organisation.config;
    if id != config.client_id {
        return refusal(
            StatusCode::BAD_REQUEST,
            "invalid_client",
            "client not found",
        );
    }
    if secret != config.client_secret {
        return refusal(
            StatusCode::UNAUTHORIZED,
            "invalid_client",
            "authentication failed",
        );
    }
    // Inferred: the contract has no sample of this refusal; error and shape are OAuth's.
    if field("grant_type").as_deref() != Some("client_credentials") {
        return refusal(
            StatusCode::BAD_REQUEST,
            "unsupported_grant_type",
            "the sandbox issues tokens for client_credentials only",
        );
    }
    let now = organisation.clock.elapsed();
    let token = lock(&organisation.tokens).issue(now, config.token_lifetime);
    Json(json!({
        "access_token": token,
        "token_type": "bearer",
        "expires_in": config.token_lifetime.as_secs(),
    }))
    .into_response()
}

/// `GET /api/v2/tokens/me`.
pub(crate) async fn me(State(organisation): State<Arc<Organisation>>) -> Json<Value> {
    let named = json!({ "id": team::organisation_id(), "name": team::ORGANISATION });
    Json(json!({
        "organization": named,
        "homeOrganization": named,
        "authorizedScope": [],
        "OAuthClient": {
            "id": organisation.config.client_id,
            "name": "Ringfor sandbox client",
            "authorizedGrantType": "CLIENT-CREDENTIALS",
            "scope": [],
            "state": "active",
            "organization": named,
        },
    }))
}

/// `DELETE /api/v2/tokens/me`.
pub(crate) async fn end(
    State(organisation): State<Arc<Organisation>>,
    headers: HeaderMap,
) -> StatusCode {
    if let Some(token) = bearer(&headers) {
        lock(&organisation.tokens).revoke(token);
        organisation.changed.notify_one();
    }
    StatusCode::OK
}

fn basic(headers: &HeaderMap) -> Option<(String, String)> {
    let (scheme, encoded) = headers.get(AUTHORIZATION)?.to_str().ok()?.split_once(' ')?;
    if !scheme.eq_ignore_ascii_case("basic") {
        return None;
    }
    let decoded = String::from_utf8(BASE64_STANDARD.decode(encoded.trim()).ok()?).ok()?;
    let (id, secret) = decoded.split_once(':')?;
    Some((id.to_owned(), secret.to_owned()))
}

/// The token host has an error shape of its own.
fn refusal(status: StatusCode, error: &str, description: &str) -> Response {
    let body = json!({
        "error": error,
        "description": description,
        "error_description": description,
    });
    (status, Json(body)).into_response()
}
