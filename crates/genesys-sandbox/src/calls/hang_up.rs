//! The two endpoints that end a call.

use std::sync::Arc;

use axum::{
    Extension, Json,
    body::Bytes,
    extract::{Path, State},
};
use http::{HeaderMap, StatusCode};
use serde_json::{Map, Value};

use super::{Call, plan::HangUp};
use crate::{
    error::ApiError,
    organisation::{Organisation, lock},
    shape::{Kind, Shape, no_body, text},
    tokens::Holder,
};

static MEDIA_PARTICIPANT: Shape = Shape {
    name: "MediaParticipantRequest",
    fields: &[
        ("wrapup", Kind::Object(&WRAPUP)),
        (
            "state",
            Kind::OneOf(&[
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
                "parked",
                "none",
            ]),
        ),
        ("recording", Kind::Flag),
        ("muted", Kind::Flag),
        ("confined", Kind::Flag),
        ("held", Kind::Flag),
        ("wrapupSkipped", Kind::Flag),
        ("resumeTime", Kind::Text),
    ],
};

static WRAPUP: Shape = Shape {
    name: "WrapupInput",
    fields: &[
        ("code", Kind::Text),
        ("name", Kind::Text),
        ("notes", Kind::Text),
        ("tags", Kind::Texts),
        ("durationSeconds", Kind::Integer),
        ("endTime", Kind::Text),
        ("provisional", Kind::Flag),
        ("disableEndTimeUpdates", Kind::Flag),
    ],
};

/// One of these lets a user hang up.
const OWN_HANG_UP: [&str; 3] = [
    "conversation:participant:wrapup",
    "conversation:call:record",
    "conversation:communication:disconnect",
];

/// `PATCH /api/v2/conversations/calls/{conversationId}/participants/{participantId}/user/{userId}`
/// with `{"state":"disconnected"}`.
pub(crate) async fn on_behalf_hang_up(
    State(organisation): State<Arc<Organisation>>,
    Extension(holder): Extension<Holder>,
    Path((conversation_id, participant_id, user_id)): Path<(String, String, String)>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<StatusCode, ApiError> {
    let request = MEDIA_PARTICIPANT.read(&headers, &body)?;
    let [one, other, third] = OWN_HANG_UP;
    let any_of = [one, other, third, "conversation:agentlessCall:add"];
    organisation.permit(&holder, &any_of)?;
    if holder.is_somebody_else(&user_id) && !organisation.config.users_call_for_others {
        return Err(ApiError::missing_any_permissions(&any_of.join(", ")));
    }
    let mut calls = lock(&organisation.calls);
    let call = calls
        .find_mut(&conversation_id)
        .ok_or_else(no_conversation)?;
    if !call.agent_id.eq_ignore_ascii_case(&user_id) {
        return Err(ApiError::missing(
            "conversation.error.not.conversation.participant",
            "User is not a participant in the conversation.",
        ));
    }
    end_leg(&organisation, call, &participant_id, &request)
}

/// `PATCH /api/v2/conversations/calls/{conversationId}/participants/{participantId}`: the same for the
/// user of the token.
pub(crate) async fn own_hang_up(
    State(organisation): State<Arc<Organisation>>,
    Extension(holder): Extension<Holder>,
    Path((conversation_id, participant_id)): Path<(String, String)>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<StatusCode, ApiError> {
    let user = holder.user()?;
    let request = MEDIA_PARTICIPANT.read(&headers, &body)?;
    organisation.permit(&holder, &OWN_HANG_UP)?;
    let mut calls = lock(&organisation.calls);
    let call = calls
        .find_mut(&conversation_id)
        .ok_or_else(no_conversation)?;
    if call.agent_id != user {
        return Err(ApiError::other_bad(
            "conversation.error.user.not.party",
            "The user is not a party to the conversation.",
        ));
    }
    end_leg(&organisation, call, &participant_id, &request)
}

/// Ends one side of a call.
fn end_leg(
    organisation: &Organisation,
    call: &mut Call,
    participant_id: &str,
    request: &Map<String, Value>,
) -> Result<StatusCode, ApiError> {
    let age = call.age(organisation);
    let far_is_there = call.plan.far.as_ref().is_some_and(|far| far.begins <= age);
    let by = if participant_id.eq_ignore_ascii_case(&call.agent_leg.participant) {
        HangUp::Agent
    } else if far_is_there && participant_id.eq_ignore_ascii_case(&call.far_leg.participant) {
        HangUp::FarEnd
    } else {
        return Err(ApiError::not_found());
    };
    if text(request, "state") != Some("disconnected") {
        return Err(ApiError::not_simulated(
            "anything but \"state\":\"disconnected\" here",
        ));
    }
    if call.has_ended(organisation) {
        return Err(ApiError::other_bad(
            "conversation.error.call.disconnected",
            "The call is already disconnected.",
        ));
    }
    call.cut(age, by);
    organisation.changed.notify_one();
    Ok(StatusCode::ACCEPTED)
}

/// `POST /api/v2/conversations/{conversationId}/disconnect`: everybody. No body, or the `null` that
/// an SDK sends. The text of the answer is inferred; only its type is published. A call that has
/// ended stays as it is, and no published code refuses that.
pub(crate) async fn disconnect(
    State(organisation): State<Arc<Organisation>>,
    Extension(holder): Extension<Holder>,
    Path(conversation_id): Path<String>,
    body: Bytes,
) -> Result<(StatusCode, Json<String>), ApiError> {
    no_body(&body)?;
    organisation.permit(&holder, &["conversation:communication:disconnect"])?;
    let mut calls = lock(&organisation.calls);
    let call = calls
        .find_mut(&conversation_id)
        .ok_or_else(no_conversation)?;
    let age = call.age(&organisation);
    call.cut(age, HangUp::Everybody);
    organisation.changed.notify_one();
    Ok((StatusCode::ACCEPTED, Json(call.id.clone())))
}

fn no_conversation() -> ApiError {
    ApiError::missing(
        "conversation.error.conversation.not.found",
        "Conversation not found.",
    )
}
