//! `/oauth/authorize`: a person says who they are, and the browser takes a code back.

use std::sync::Arc;

use axum::{
    body::Bytes,
    extract::{RawQuery, State},
    response::{IntoResponse, Response},
};
use http::{StatusCode, header::LOCATION};

use super::{challenge::is_challenge, client::Client, page, redirect::Redirect};
use crate::{
    organisation::{Organisation, lock},
    query::Query,
    tokens::{Grant, Holder},
};

/// What a sign-in is asked with, and what its form sends along.
const ASKED_WITH: [&str; 6] = [
    "client_id",
    "redirect_uri",
    "response_type",
    "state",
    "code_challenge",
    "code_challenge_method",
];

/// `GET /oauth/authorize`: the sign-in page. `login_hint` fills it in; other parameters of the real
/// one (`org`, `provider`, `target`, `prompt`) change nothing.
pub(crate) async fn show(
    State(organisation): State<Arc<Organisation>>,
    RawQuery(query): RawQuery,
) -> Response {
    let query = Query::read(query.as_deref());
    match Asked::read(&organisation, &query) {
        Err(refused) => refused,
        Ok(_) => {
            let hint = query.first("login_hint").unwrap_or_default();
            page::sign_in(StatusCode::OK, &along(&query), hint, None)
        }
    }
}

/// `POST /oauth/authorize`: the form of that page. The real one's form is not published.
pub(crate) async fn decide(State(organisation): State<Arc<Organisation>>, body: Bytes) -> Response {
    let form = String::from_utf8_lossy(&body);
    let form = Query::read(Some(&form));
    let asked = match Asked::read(&organisation, &form) {
        Ok(asked) => asked,
        Err(refused) => return refused,
    };
    if form.first("action") == Some("cancel") {
        return asked.error("access_denied", "the resource owner denied the request");
    }
    let email = form.first("email").unwrap_or_default().trim();
    let user = organisation
        .team
        .iter()
        .find(|agent| agent.active && agent.email.eq_ignore_ascii_case(email));
    let Some(user) = user else {
        let problem = "Nobody with that e-mail can sign in here.";
        let along = along(&form);
        return page::sign_in(StatusCode::BAD_REQUEST, &along, email, Some(problem));
    };
    let mut sign_ins = lock(&organisation.sign_ins);
    let holder = Holder {
        client_id: asked.client.id(&organisation.config).to_owned(),
        grant: match asked.client {
            Client::Confidential => Grant::Code,
            Client::Public => Grant::CodeWithProof,
        },
        user_id: Some(user.id.clone()),
        sign_in: Some(sign_ins.begin()),
    };
    let now = organisation.clock.elapsed();
    let code = sign_ins.code(holder, asked.redirect.clone(), asked.challenge.clone(), now);
    asked.back(&[("code", &code)])
}

fn along(query: &Query) -> Vec<(&'static str, &str)> {
    ASKED_WITH
        .iter()
        .filter_map(|name| Some((*name, query.first(name)?)))
        .collect()
}

/// A sign-in that may go on.
struct Asked {
    client: Client,
    redirect: Redirect,
    state: String,
    challenge: Option<String>,
}

impl Asked {
    /// What was asked for, or the answer that refuses it: a page as long as the client or the
    /// address is in doubt, the address otherwise.
    fn read(organisation: &Organisation, query: &Query) -> Result<Self, Response> {
        let text = |name: &str| query.first(name).unwrap_or_default();
        let client = Client::known(&organisation.config, text("client_id"))
            .ok_or_else(|| page::refused("The client id is not known here."))?;
        let redirect = Redirect::registered(text("redirect_uri")).ok_or_else(|| {
            page::refused("The address to return to is not registered for this client.")
        })?;
        let mut asked = Self {
            client,
            redirect,
            state: text("state").to_owned(),
            challenge: None,
        };
        if text("response_type") != "code" {
            return Err(asked.error(
                "unsupported_response_type",
                "the response type has to be code",
            ));
        }
        match (client, query.first("code_challenge")) {
            (Client::Public, None) => {
                return Err(asked.error("invalid_request", "a code challenge is required"));
            }
            (Client::Confidential, None) => {}
            (_, Some(challenge)) => {
                if text("code_challenge_method") != "S256" {
                    return Err(asked.error("invalid_request", "the code challenge has to be S256"));
                }
                if !is_challenge(challenge) {
                    return Err(asked.error("invalid_request", "the code challenge is malformed"));
                }
                asked.challenge = Some(challenge.to_owned());
            }
        }
        Ok(asked)
    }

    fn error(&self, error: &str, description: &str) -> Response {
        self.back(&[("error", error), ("error_description", description)])
    }

    /// Sends the browser back, with the state it came with.
    fn back(&self, parameters: &[(&str, &str)]) -> Response {
        let mut parameters = parameters.to_vec();
        parameters.push(("state", &self.state));
        match self.redirect.with(&parameters) {
            Some(address) => (StatusCode::FOUND, [(LOCATION, address)]).into_response(),
            None => page::refused("The address to return to cannot be used."),
        }
    }
}
