//! A call as the API shows it: flat for calls, nested for conversations.

use std::{sync::Arc, time::Duration};

use axum::{
    Extension, Json,
    extract::{Path, State},
};
use serde_json::{Map, Value, json};

use super::{Call, LegIds, plan::Leg};
use crate::{
    clock::api_time,
    error::ApiError,
    organisation::{Organisation, lock},
    tokens::Holder,
};

/// `GET /api/v2/conversations/calls/{conversationId}`: a `CallConversation`.
pub(crate) async fn flat(
    State(organisation): State<Arc<Organisation>>,
    Path(id): Path<String>,
) -> Result<Json<Value>, ApiError> {
    let calls = lock(&organisation.calls);
    let call = calls.find(&id).ok_or_else(ApiError::not_found)?;
    let age = call.age(&organisation);
    Ok(Json(flat_view(call, &organisation, age)))
}

/// `GET /api/v2/conversations/calls`: the calls that the user of the token is on. Ended ones are not
/// listed; the paging beside them is inferred.
pub(crate) async fn active(
    State(organisation): State<Arc<Organisation>>,
    Extension(holder): Extension<Holder>,
) -> Result<Json<Value>, ApiError> {
    let user = holder.user()?;
    let calls = lock(&organisation.calls);
    let entities: Vec<Value> = calls
        .iter()
        .filter(|call| call.agent_id == user && !call.has_ended(&organisation))
        .map(|call| flat_view(call, &organisation, call.age(&organisation)))
        .collect();
    Ok(Json(json!({
        "total": entities.len(),
        "pageNumber": 1,
        "pageCount": 1,
        "pageSize": entities.len(),
        "entities": entities,
        "selfUri": "/api/v2/conversations/calls",
    })))
}

/// The `CallConversation` at that age, as it is read and as it is pushed.
pub(super) fn flat_view(call: &Call, organisation: &Organisation, age: Duration) -> Value {
    let view = View::at(call, organisation, age);
    json!({
        "id": call.id,
        "participants": view.sides().map(|side| view.flat(&side)).collect::<Vec<_>>(),
        "otherMediaUris": [],
        "recordingState": "none",
        "securePause": false,
        "divisions": [],
        "selfUri": format!("/api/v2/conversations/calls/{}", call.id),
    })
}

/// `GET /api/v2/conversations/{conversationId}`: a `Conversation`.
pub(crate) async fn nested(
    State(organisation): State<Arc<Organisation>>,
    Extension(holder): Extension<Holder>,
    Path(id): Path<String>,
) -> Result<Json<Value>, ApiError> {
    organisation.permit(&holder, &["conversation:communication:view"])?;
    let calls = lock(&organisation.calls);
    let call = calls.find(&id).ok_or_else(ApiError::not_found)?;
    let age = call.age(&organisation);
    Ok(Json(nested_view(call, &organisation, age)))
}

/// The `Conversation` at that age.
pub(super) fn nested_view(call: &Call, organisation: &Organisation, age: Duration) -> Value {
    let view = View::at(call, organisation, age);
    let mut conversation = json!({
        "id": call.id,
        "startTime": view.time(Duration::ZERO),
        "address": call.address,
        "participants": view.sides().map(|side| view.nested(&side)).collect::<Vec<_>>(),
        "recordingState": "NONE",
        "divisions": [],
        "securePause": false,
        "selfUri": format!("/api/v2/conversations/{}", call.id),
    });
    if let Some(ended) = view.reached(call.plan.ends()) {
        conversation["endTime"] = ended.into();
    }
    conversation
}

/// One side that has come into being, and how it looks now.
struct Side<'a> {
    leg: &'a Leg,
    ids: &'a LegIds,
    is_agent: bool,
    state: &'static str,
}

/// A call at one moment.
struct View<'a> {
    call: &'a Call,
    organisation: &'a Organisation,
    age: Duration,
}

impl<'a> View<'a> {
    fn at(call: &'a Call, organisation: &'a Organisation, age: Duration) -> Self {
        Self {
            call,
            organisation,
            age,
        }
    }

    /// The agent's side, then the far end once it is called.
    fn sides(&self) -> impl Iterator<Item = Side<'a>> {
        let age = self.age;
        let agent = Some((&self.call.plan.agent, &self.call.agent_leg, true));
        let far = self
            .call
            .plan
            .far
            .as_ref()
            .map(|leg| (leg, &self.call.far_leg, false));
        agent
            .into_iter()
            .chain(far)
            .filter_map(move |(leg, ids, is_agent)| {
                Some(Side {
                    leg,
                    ids,
                    is_agent,
                    state: leg.state(age)?,
                })
            })
    }

    fn time(&self, moment: Duration) -> String {
        api_time(self.call.when(self.organisation, moment))
    }

    fn reached(&self, moment: Duration) -> Option<String> {
        (moment <= self.age).then(|| self.time(moment))
    }

    /// What both forms of a participant have.
    fn common(&self, side: &Side<'_>) -> Map<String, Value> {
        let mut fields = Map::new();
        let mut put = |name: &str, value: Value| fields.insert(name.to_owned(), value);
        put("id", json!(side.ids.participant));
        put("purpose", json!(purpose(self.call, side.is_agent)));
        put("startTime", json!(self.time(side.leg.begins)));
        if let Some(at) = side.leg.connects.and_then(|at| self.reached(at)) {
            put("connectedTime", json!(at));
        }
        if let Some(at) = self.reached(side.leg.ends) {
            put("endTime", json!(at));
        }
        put("ani", json!(caller(self.call)));
        put("dnis", json!(self.call.address));
        // Inferred: from the beginning, and whether or not the queue asks for a code.
        let owes_wrap_up = side.is_agent && self.call.queue_id.is_some();
        put("wrapupRequired", json!(owes_wrap_up));
        put("mediaRoles", json!(["full"]));
        if side.is_agent {
            put("name", json!(self.call.agent_name));
            put("address", json!(agent_address(self.call)));
            put("attributes", json!({}));
        } else {
            put("name", json!(self.call.address));
            put("address", json!(self.call.address));
            put("attributes", json!(self.call.attributes));
        }
        fields
    }

    /// What a flat participant and a nested call have in common.
    fn media(&self, side: &Side<'_>) -> Map<String, Value> {
        let mut fields = Map::new();
        let mut put = |name: &str, value: Value| fields.insert(name.to_owned(), value);
        put("state", json!(side.state));
        put("direction", json!("outbound"));
        put("held", json!(false));
        put("muted", json!(false));
        put("confined", json!(false));
        put("recording", json!(false));
        put("recordingState", json!("none"));
        put("securePause", json!(false));
        put("provider", json!("Edge"));
        if let Some(at) = self.reached(side.leg.then.0.min(side.leg.ends)) {
            put("startAlertingTime", json!(at));
        }
        if side.leg.ends <= self.age {
            put("disconnectType", json!(side.leg.ending.disconnect_type));
            if let Some((code, message)) = side.leg.ending.error {
                put("errorInfo", json!({ "code": code, "message": message }));
            }
        }
        if let Some(uui) = self.call.uui_data.as_ref().filter(|_| !side.is_agent) {
            put("uuiData", json!(uui));
        }
        fields
    }

    fn flat(&self, side: &Side<'_>) -> Value {
        let mut fields = self.common(side);
        fields.append(&mut self.media(side));
        if side.is_agent {
            let id = &self.call.agent_id;
            fields.insert(
                "user".to_owned(),
                json!({ "id": id, "selfUri": format!("/api/v2/users/{id}") }),
            );
        } else if let Some(id) = &self.call.external_contact_id {
            let uri = format!("/api/v2/externalcontacts/contacts/{id}");
            fields.insert(
                "externalContact".to_owned(),
                json!({ "id": id, "selfUri": uri }),
            );
        }
        if let Some(id) = &self.call.queue_id {
            let uri = format!("/api/v2/routing/queues/{id}");
            fields.insert("queue".to_owned(), json!({ "id": id, "selfUri": uri }));
        }
        Value::Object(fields)
    }

    fn nested(&self, side: &Side<'_>) -> Value {
        let mut participant = self.common(side);
        let mut call = self.media(side);
        let mut put = |name: &str, value: Value| call.insert(name.to_owned(), value);
        put("id", json!(side.ids.communication));
        put("initialState", json!(side.leg.first));
        let (own, other) = if side.is_agent {
            (agent_address(self.call), self.call.address.clone())
        } else {
            (self.call.address.clone(), caller(self.call))
        };
        put("self", address(&own));
        put("other", address(&other));
        if let Some(at) = participant.get("connectedTime") {
            put("connectedTime", at.clone());
        }
        if let Some(at) = self.reached(side.leg.ends) {
            put("disconnectedTime", json!(at));
            let reasons: Vec<Value> = side
                .leg
                .ending
                .reasons
                .iter()
                .map(|(kind, code, phrase)| json!({ "type": kind, "code": code, "phrase": phrase }))
                .collect();
            put("disconnectReasons", json!(reasons));
        }
        put("segments", json!(self.segments(side.leg)));
        participant.insert("calls".to_owned(), json!([call]));
        if side.is_agent {
            participant.insert("userId".to_owned(), json!(self.call.agent_id));
        } else if let Some(id) = &self.call.external_contact_id {
            participant.insert("externalContactId".to_owned(), json!(id));
        }
        if let Some(id) = &self.call.queue_id {
            participant.insert("queueId".to_owned(), json!(id));
        }
        Value::Object(participant)
    }

    /// The parts of a leg that are over (their names are inferred).
    fn segments(&self, leg: &Leg) -> Vec<Value> {
        let before = (leg.begins, leg.connects.unwrap_or(leg.ends), "Contacting");
        let talk = leg
            .connects
            .map(|connects| (connects, leg.ends, "Interact"));
        std::iter::once(before)
            .chain(talk)
            .filter(|(_, end, _)| *end <= self.age)
            .map(|(start, end, kind)| {
                let mut segment = json!({
                    "startTime": self.time(start),
                    "endTime": self.time(end),
                    "type": kind,
                });
                if end == leg.ends {
                    segment["disconnectType"] = leg.ending.disconnect_type.into();
                }
                segment
            })
            .collect()
    }
}

/// With a queue the sides are called agent and customer.
pub(super) fn purpose(call: &Call, is_agent: bool) -> &'static str {
    match (is_agent, call.queue_id.is_some()) {
        (true, false) => "user",
        (true, true) => "agent",
        (false, false) => "external",
        (false, true) => "customer",
    }
}

fn agent_address(call: &Call) -> String {
    format!("sip:{}+sandbox.orgspan.com@localhost", call.agent_id)
}

/// Who the far end sees calling: what was asked for, else the queue's number.
pub(super) fn caller(call: &Call) -> String {
    call.caller_id
        .as_ref()
        .or(call.queue_number.as_ref())
        .map_or_else(|| agent_address(call), |id| format!("tel:{id}"))
}

fn address(address: &str) -> Value {
    json!({
        "name": address,
        "nameRaw": "",
        "addressNormalized": address,
        "addressRaw": address,
        "addressDisplayable": address,
    })
}
