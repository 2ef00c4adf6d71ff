//! The bodies that ask for a call, one shape for each dialect.

use std::collections::BTreeMap;

use http::HeaderMap;
use serde_json::{Map, Value};

use super::far_end::is_e164;
use crate::{
    config::Dialect,
    error::ApiError,
    organisation::Organisation,
    shape::{Kind, Shape, text},
};

/// A call that somebody asks for.
#[derive(Debug)]
pub(super) struct Wanted {
    pub(super) dialect: Dialect,
    pub(super) agent_id: String,
    pub(super) number: String,
    pub(super) caller_id: Option<String>,
    pub(super) caller_id_name: Option<String>,
    pub(super) queue_id: Option<String>,
    pub(super) external_contact_id: Option<String>,
    pub(super) uui_data: Option<String>,
    pub(super) attributes: BTreeMap<String, String>,
}

impl Wanted {
    fn plain(dialect: Dialect, agent_id: &str, number: &str) -> Self {
        Self {
            dialect,
            agent_id: agent_id.to_owned(),
            number: number.to_owned(),
            caller_id: None,
            caller_id_name: None,
            queue_id: None,
            external_contact_id: None,
            uui_data: None,
            attributes: BTreeMap::new(),
        }
    }
}

static CREATE_CALL: Shape = Shape {
    name: "CreateCallRequest",
    fields: &[
        ("phoneNumber", Kind::Text),
        ("callerId", Kind::Text),
        ("callerIdName", Kind::Text),
        ("callFromQueueId", Kind::Text),
        ("callQueueId", Kind::Text),
        ("callUserId", Kind::Text),
        ("priority", Kind::Integer),
        ("attributes", Kind::TextMap),
        ("languageId", Kind::Text),
        ("routingSkillsIds", Kind::Texts),
        ("routingSkillExpression", Kind::Text),
        ("conversationIds", Kind::Texts),
        ("participants", Kind::Objects(&DESTINATION)),
        ("uuiData", Kind::Text),
        ("externalContactId", Kind::Text),
        ("label", Kind::Text),
    ],
};

static DESTINATION: Shape = Shape {
    name: "Destination",
    fields: &[
        ("address", Kind::Text),
        ("name", Kind::Text),
        ("userId", Kind::Text),
        ("queueId", Kind::Text),
    ],
};

/// The published `CreateCallRequest`.
pub(super) fn platform(
    headers: &HeaderMap,
    body: &[u8],
    agent_id: &str,
) -> Result<Wanted, ApiError> {
    let request = CREATE_CALL.read(headers, body)?;
    let has_items = |name: &str| {
        request
            .get(name)
            .and_then(Value::as_array)
            .is_some_and(|items| !items.is_empty())
    };
    let conference = has_items("participants") || has_items("conversationIds");
    let destinations: Vec<&str> = ["phoneNumber", "callQueueId", "callUserId"]
        .iter()
        .filter_map(|name| text(&request, name))
        .collect();
    let number = match (destinations.as_slice(), conference) {
        ([], false) => {
            return Err(ApiError::other_bad(
                "missing.create.conversation.destination.parameter",
                "At least one destination should be supplied in a create conversation request.",
            ));
        }
        ([], true) => {
            return Err(ApiError::other_bad(
                "conversation.error.cannot.create.conference",
                "Unable to create a conference.",
            ));
        }
        ([number], false) => *number,
        _ => {
            return Err(ApiError::other_bad(
                "too.many.create.conversation.parameters",
                "Only a single destination can be supplied in a create conversation request.",
            ));
        }
    };
    if text(&request, "phoneNumber").is_none() {
        return Err(ApiError::not_simulated("calls to a queue or to a user"));
    }
    let owned = |name: &str| text(&request, name).map(str::to_owned);
    Ok(Wanted {
        caller_id: owned("callerId"),
        caller_id_name: owned("callerIdName"),
        queue_id: owned("callFromQueueId"),
        external_contact_id: owned("externalContactId"),
        uui_data: owned("uuiData"),
        attributes: request
            .get("attributes")
            .and_then(Value::as_object)
            .into_iter()
            .flatten()
            .filter_map(|(name, value)| Some((name.clone(), value.as_str()?.to_owned())))
            .collect(),
        ..Wanted::plain(Dialect::Platform, agent_id, number)
    })
}

static PARTICIPANTS: Shape = Shape {
    name: "ParticipantsCallRequest",
    fields: &[("participants", Kind::Objects(&PARTICIPANT))],
};

static PARTICIPANT: Shape = Shape {
    name: "ParticipantRequest",
    fields: &[
        ("from", Kind::Object(&PARTY)),
        ("to", Kind::Object(&PARTY)),
        ("role", Kind::OneOf(&["agent"])),
    ],
};

static PARTY: Shape = Shape {
    name: "Party",
    fields: &[
        ("id", Kind::Text),
        ("type", Kind::OneOf(&["user", "phone"])),
    ],
};

static FROM_TO: Shape = Shape {
    name: "FromToCallRequest",
    fields: &[
        ("type", Kind::OneOf(&["call"])),
        ("from", Kind::Object(&FROM)),
        ("to", Kind::Object(&TO)),
        ("log", Kind::Flag),
        ("record", Kind::Flag),
    ],
};

static FROM: Shape = Shape {
    name: "From",
    fields: &[
        ("id", Kind::Text),
        ("type", Kind::OneOf(&["user"])),
        ("name", Kind::Text),
    ],
};

static TO: Shape = Shape {
    name: "To",
    fields: &[
        ("phoneNumber", Kind::Text),
        ("type", Kind::OneOf(&["external"])),
    ],
};

/// One of the tutorials' bodies, if the sandbox accepts that dialect. They name no error codes but
/// the malformed address, so the others are the API's own.
pub(super) fn tutorial(
    organisation: &Organisation,
    headers: &HeaderMap,
    body: &[u8],
) -> Result<Wanted, ApiError> {
    let has = |name: &str| {
        serde_json::from_slice::<Value>(body).is_ok_and(|value| value.get(name).is_some())
    };
    let participants = organisation.accepts(Dialect::Participants);
    let from_to = organisation.accepts(Dialect::FromTo);
    if participants && (has("participants") || !from_to) {
        from_participants(&PARTICIPANTS.read(headers, body)?)
    } else {
        from_from_to(&FROM_TO.read(headers, body)?)
    }
}

fn from_participants(request: &Map<String, Value>) -> Result<Wanted, ApiError> {
    let participants = request
        .get("participants")
        .and_then(Value::as_array)
        .map(Vec::as_slice)
        .unwrap_or_default();
    let [participant] = participants else {
        return Err(ApiError::constraint("exactly one participant is required"));
    };
    required(participant, "role")?;
    let from = required_party(participant, "from", "user")?;
    let to = required_party(participant, "to", "phone")?;
    check_address(&to)?;
    Ok(Wanted::plain(Dialect::Participants, &from, &to))
}

fn required_party(participant: &Value, side: &str, kind: &str) -> Result<String, ApiError> {
    let party = participant.get(side).unwrap_or(&Value::Null);
    let found = required(party, "type")?;
    if found != kind {
        return Err(ApiError::invalid_value(
            &Value::String(found),
            "String",
            kind,
        ));
    }
    required(party, "id")
}

fn from_from_to(request: &Map<String, Value>) -> Result<Wanted, ApiError> {
    let side = |name: &str| request.get(name).unwrap_or(&Value::Null);
    let agent = required(side("from"), "id")?;
    let number = required(side("to"), "phoneNumber")?;
    check_address(&number)?;
    Ok(Wanted::plain(Dialect::FromTo, &agent, &number))
}

fn required(object: &Value, name: &str) -> Result<String, ApiError> {
    object
        .as_object()
        .and_then(|map| text(map, name))
        .map(str::to_owned)
        .ok_or_else(|| ApiError::constraint(format!("{name} is required")))
}

/// Both tutorials answer a number that is not E.164 in these words; one reads them inside `errors`.
fn check_address(number: &str) -> Result<(), ApiError> {
    if is_e164(number) {
        Ok(())
    } else {
        Err(ApiError::other_bad("bad.request", "malformed participant address").repeated_inside())
    }
}
