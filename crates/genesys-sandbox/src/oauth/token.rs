//! `/oauth/token` of the login host.

use std::sync::Arc;

use axum::{
    Json,
    body::Bytes,
    extract::State,
    response::{IntoResponse, Response},
};
use http::{HeaderMap, StatusCode};
use serde_json::json;

use super::{
    challenge::{belongs, is_verifier},
    client::{Client, Stranger},
    sign_ins::{Code, Presented},
};
use crate::{
    organisation::{Organisation, lock},
    query::Query,
    tokens::{Grant, Holder},
};

/// `POST /oauth/token`. The confidential client says who it is as Basic or in the form, the public
/// one in the form.
pub(crate) async fn token(
    State(organisation): State<Arc<Organisation>>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let form = String::from_utf8_lossy(&body);
    let form = Query::read(Some(&form));
    let field = |name: &str| form.first(name).map(str::to_owned);
    let client = match Client::authenticated(&organisation.config, &headers, field) {
        Ok(client) => client,
        Err(Stranger::Unknown) => {
            let why = "client not found";
            return Refusal::of(StatusCode::BAD_REQUEST, "invalid_client", why).into_response();
        }
        Err(Stranger::WrongSecret) => {
            let why = "authentication failed";
            return Refusal::of(StatusCode::UNAUTHORIZED, "invalid_client", why).into_response();
        }
    };
    let issued = match (form.first("grant_type"), client) {
        (Some("client_credentials"), Client::Confidential) => {
            Ok(issue(&organisation, client_itself(&organisation), None))
        }
        (Some("authorization_code"), client) => redeem(&organisation, client, &form),
        (Some("refresh_token"), Client::Confidential) => refresh(&organisation, &form),
        // Inferred, as all refusals but those of the client: error and shape are OAuth's.
        (Some("client_credentials" | "refresh_token"), Client::Public) => Err(Refusal::bad(
            "unauthorized_client",
            "this client may not use that grant",
        )),
        _ => Err(Refusal::bad(
            "unsupported_grant_type",
            "the sandbox issues tokens for client_credentials, authorization_code and refresh_token only",
        )),
    };
    issued.map_or_else(IntoResponse::into_response, IntoResponse::into_response)
}

fn client_itself(organisation: &Organisation) -> Holder {
    Holder {
        client_id: organisation.config.client_id.clone(),
        grant: Grant::ClientCredentials,
        user_id: None,
        sign_in: None,
    }
}

/// A code for tokens, once. A code that comes again ends what it gave the first time (OAuth asks
/// for that; that Genesys Cloud does it is inferred).
fn redeem(
    organisation: &Organisation,
    client: Client,
    form: &Query,
) -> Result<Json<serde_json::Value>, Refusal> {
    let (Some(code), Some(redirect)) = (form.first("code"), form.first("redirect_uri")) else {
        return Err(Refusal::bad(
            "invalid_request",
            "code and redirect_uri are required",
        ));
    };
    let now = organisation.clock.elapsed();
    let presented = lock(&organisation.sign_ins).present(code, now);
    let code = match presented {
        Presented::Fresh(code) => code,
        Presented::Replayed(sign_in) => {
            organisation.end_tokens(|holder| holder.sign_in == Some(sign_in));
            return Err(Refusal::grant("the code was used before"));
        }
        Presented::Unknown => return Err(Refusal::grant("the code is not known")),
    };
    if code.holder.client_id != client.id(&organisation.config) {
        return Err(Refusal::grant("the code belongs to another client"));
    }
    if code.redirect.as_str() != redirect {
        return Err(Refusal::grant("the redirect_uri is another one"));
    }
    check_proof(&code, form.first("code_verifier"))?;
    let holder = code.holder;
    let refresh_token = (client == Client::Confidential)
        .then(|| lock(&organisation.sign_ins).refresh_token(holder.clone()));
    Ok(issue(organisation, holder, refresh_token))
}

/// A verifier without a challenge is refused too: somebody may have taken the challenge away.
fn check_proof(code: &Code, verifier: Option<&str>) -> Result<(), Refusal> {
    match (&code.challenge, verifier) {
        (None, None) => Ok(()),
        (Some(_), None) => Err(Refusal::bad("invalid_request", "code_verifier is required")),
        (_, Some(verifier)) if !is_verifier(verifier) => Err(Refusal::bad(
            "invalid_request",
            "code_verifier is malformed",
        )),
        (Some(challenge), Some(verifier)) if belongs(challenge, verifier) => Ok(()),
        _ => Err(Refusal::grant("the code_verifier does not fit")),
    }
}

/// A refresh token for new tokens: the old one stops working at once.
fn refresh(organisation: &Organisation, form: &Query) -> Result<Json<serde_json::Value>, Refusal> {
    let Some(token) = form.first("refresh_token") else {
        return Err(Refusal::bad("invalid_request", "refresh_token is required"));
    };
    let mut sign_ins = lock(&organisation.sign_ins);
    let holder = sign_ins
        .take_refresh_token(token, &organisation.config.client_id)
        .ok_or_else(|| Refusal::grant("the refresh token is not valid"))?;
    let next = sign_ins.refresh_token(holder.clone());
    drop(sign_ins);
    Ok(issue(organisation, holder, Some(next)))
}

fn issue(
    organisation: &Organisation,
    holder: Holder,
    refresh_token: Option<String>,
) -> Json<serde_json::Value> {
    let lifetime = organisation.config.token_lifetime;
    let now = organisation.clock.elapsed();
    let mut body = json!({
        "access_token": lock(&organisation.tokens).issue(holder, now, lifetime),
        "token_type": "bearer",
        "expires_in": lifetime.as_secs(),
    });
    if let Some(refresh_token) = refresh_token {
        body["refresh_token"] = refresh_token.into();
    }
    Json(body)
}

/// The token host has an error shape of its own.
struct Refusal {
    status: StatusCode,
    error: &'static str,
    description: &'static str,
}

impl Refusal {
    fn of(status: StatusCode, error: &'static str, description: &'static str) -> Self {
        Self {
            status,
            error,
            description,
        }
    }

    fn bad(error: &'static str, description: &'static str) -> Self {
        Self::of(StatusCode::BAD_REQUEST, error, description)
    }

    fn grant(description: &'static str) -> Self {
        Self::bad("invalid_grant", description)
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let body = json!({
            "error": self.error,
            "description": self.description,
            "error_description": self.description,
        });
        (self.status, Json(body)).into_response()
    }
}
