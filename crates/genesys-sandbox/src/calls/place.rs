//! The two endpoints that create a call.

use std::sync::Arc;

use axum::{
    Extension, Json,
    body::Bytes,
    extract::{Path, State},
    response::{IntoResponse, Response},
};
use http::{HeaderMap, StatusCode};
use serde_json::json;

use super::{
    Call, LegIds,
    far_end::{Answer, Refusal, bare, treatment},
    plan::Plan,
    request::{Wanted, platform, tutorial},
};
use crate::{
    config::{Dialect, OnBehalf},
    error::ApiError,
    organisation::{Organisation, lock},
    team::{Agent, new_id},
    tokens::Holder,
    unanswered::Unanswered,
};

/// One of these is asked for on behalf.
const ON_BEHALF: [&str; 2] = ["conversation:agentlessCall:add", "conversation:call:add"];

/// `POST /api/v2/conversations/calls/user/{userId}`.
///
/// Where the sandbox does not accept `platform`, or is told to, it asks for a user context, as an
/// organisation would whose endpoint turned out to need one. That a user may call for themselves
/// here, and for others with that very permission, is inferred.
pub(crate) async fn on_behalf(
    State(organisation): State<Arc<Organisation>>,
    Extension(holder): Extension<Holder>,
    Path(agent_id): Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response, ApiError> {
    let config = &organisation.config;
    let needs_a_user = config.on_behalf == OnBehalf::NotAUser && holder.user_id.is_none();
    if needs_a_user || !organisation.accepts(Dialect::Platform) {
        return Err(ApiError::not_a_user());
    }
    // Who may not call at all is told so whatever is asked (inferred).
    organisation.permit(&holder, &ON_BEHALF)?;
    let wanted = platform(&headers, &body, &agent_id)?;
    if holder.is_somebody_else(&agent_id) && !config.users_call_for_others {
        return Err(ApiError::missing_any_permissions(&ON_BEHALF.join(", ")));
    }
    place(&organisation, wanted, StatusCode::ACCEPTED).await
}

/// `POST /api/v2/conversations/calls`: for the user of the token, or the tutorials' endpoint.
pub(crate) async fn with_user_context(
    State(organisation): State<Arc<Organisation>>,
    Extension(holder): Extension<Holder>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response, ApiError> {
    if let Some(user) = &holder.user_id
        && organisation.accepts(Dialect::Platform)
    {
        organisation.permit(&holder, &["conversation:conference:add"])?;
        let wanted = platform(&headers, &body, user)?;
        return place(&organisation, wanted, StatusCode::ACCEPTED).await;
    }
    if !organisation.accepts(Dialect::Participants) && !organisation.accepts(Dialect::FromTo) {
        return Err(ApiError::not_a_user());
    }
    let wanted = tutorial(&organisation, &headers, &body)?;
    organisation.permit(&holder, &ON_BEHALF)?;
    place(&organisation, wanted, StatusCode::CREATED).await
}

async fn place(
    organisation: &Organisation,
    wanted: Wanted,
    accepted: StatusCode,
) -> Result<Response, ApiError> {
    let agent = organisation.agent(&wanted.agent_id).ok_or_else(|| {
        ApiError::missing("resource.not.found", "The resource could not be found.")
    })?;
    check_phone(agent)?;
    let queue_number = check_queue(agent, wanted.queue_id.as_deref())?;
    let (plan, answer) = decide(organisation, agent, &wanted.number)?;
    let id = create(organisation, agent, wanted, plan, queue_number);
    match answer {
        Answer::AtOnce => {}
        Answer::Late(after) => tokio::time::sleep(after).await,
        Answer::Never => return Ok(Unanswered.into_response()),
    }
    let body = json!({ "id": id, "selfUri": format!("/api/v2/conversations/calls/{id}") });
    Ok((accepted, Json(body)).into_response())
}

/// A call starts at the agent's effective station. An inactive user has none (inferred, as is which
/// of the two published refusals belongs to whom).
fn check_phone(agent: &Agent) -> Result<(), ApiError> {
    if !agent.active {
        return Err(ApiError::conflict(
            "providerapi.error.user.does.not.have.a.station",
            "User does not have a station.",
        ));
    }
    if agent.station.is_none() {
        return Err(ApiError::other_bad(
            "conversation.error.no.user.station",
            "A station is required to place a call.",
        ));
    }
    Ok(())
}

/// The number that the queue shows, if it is one of the agent's (which refusal comes otherwise is
/// inferred, and that a queue that is not joined will do).
fn check_queue(agent: &Agent, queue_id: Option<&str>) -> Result<Option<String>, ApiError> {
    let Some(id) = queue_id else {
        return Ok(None);
    };
    let queue = agent
        .queue(id)
        .ok_or_else(|| ApiError::invalid_value(&json!(id), "callFromQueueId", ""))?;
    Ok(queue.calling_party.map(|(_, number)| number.to_owned()))
}

fn decide(
    organisation: &Organisation,
    agent: &Agent,
    number: &str,
) -> Result<(Plan, Answer), ApiError> {
    match treatment(number) {
        Ok(decided) => Ok(decided),
        Err(Refusal::CannotBePlaced) => Err(ApiError::conflict(
            "conversation.error.outbound.call.cannot.be.placed",
            "Outbound call cannot be placed.",
        )),
        Err(Refusal::MissingPermission) => {
            Err(ApiError::missing_any_permissions(&ON_BEHALF.join(", ")))
        }
        Err(Refusal::ComeAgain) => {
            let pair = (agent.id.clone(), bare(number).to_owned());
            if lock(&organisation.calls).turned_away.insert(pair) {
                Err(ApiError::too_many_requests(2))
            } else {
                Ok((Plan::answered(), Answer::AtOnce))
            }
        }
        Err(Refusal::ServerError) => Err(ApiError::internal()),
    }
}

fn create(
    organisation: &Organisation,
    agent: &Agent,
    wanted: Wanted,
    plan: Plan,
    queue_number: Option<String>,
) -> String {
    let id = new_id();
    let number = bare(&wanted.number);
    let address = if number.starts_with("sip:") {
        number.to_owned()
    } else {
        format!("tel:{number}")
    };
    let ids = || LegIds {
        participant: new_id(),
        communication: new_id(),
    };
    let call = Call {
        id: id.clone(),
        agent_id: agent.id.clone(),
        agent_name: agent.name.clone(),
        address,
        number: wanted.number,
        dialect: wanted.dialect,
        created: organisation.clock.elapsed(),
        plan,
        agent_leg: ids(),
        far_leg: ids(),
        caller_id: wanted.caller_id,
        caller_id_name: wanted.caller_id_name,
        queue_id: wanted.queue_id,
        queue_number,
        external_contact_id: wanted.external_contact_id,
        uui_data: wanted.uui_data,
        attributes: wanted.attributes,
        told: None,
    };
    lock(&organisation.calls).created.push(call);
    organisation.changed.notify_one();
    id
}
