//! `POST /api/v2/analytics/conversations/details/query`.

use std::sync::Arc;

use axum::{Extension, Json, body::Bytes, extract::State};
use http::HeaderMap;
use jiff::{Timestamp, civil::Date, tz::TimeZone};
use serde_json::{Map, Value, json};

use super::filter::{FILTER, Row, check, fits, maps};
use crate::{
    calls::{Facts, Side},
    clock::api_time,
    error::ApiError,
    organisation::{Organisation, lock},
    shape::{Kind, Shape, text},
    team::fixed_id,
    tokens::Holder,
};

static QUERY: Shape = Shape {
    name: "ConversationQuery",
    fields: &[
        ("conversationFilters", Kind::Objects(&FILTER)),
        ("segmentFilters", Kind::Objects(&FILTER)),
        ("evaluationFilters", Kind::Objects(&FILTER)),
        ("surveyFilters", Kind::Objects(&FILTER)),
        ("resolutionFilters", Kind::Objects(&FILTER)),
        ("order", Kind::OneOf(&["asc", "desc"])),
        (
            "orderBy",
            Kind::OneOf(&[
                "conversationStart",
                "conversationEnd",
                "segmentStart",
                "segmentEnd",
            ]),
        ),
        ("interval", Kind::Text),
        ("paging", Kind::Object(&PAGING)),
    ],
};

static PAGING: Shape = Shape {
    name: "PagingSpec",
    fields: &[("pageSize", Kind::Integer), ("pageNumber", Kind::Integer)],
};

const OF_CONVERSATIONS: [&str; 4] = [
    "conversationEnd",
    "conversationId",
    "conversationStart",
    "originatingDirection",
];

const OF_SEGMENTS: [&str; 8] = [
    "ani",
    "direction",
    "disconnectType",
    "dnis",
    "mediaType",
    "purpose",
    "queueId",
    "userId",
];

/// Most conversations on a page.
const MOST_PER_PAGE: usize = 100;

/// Conversations of the days that the interval touches, live ones included. As published, they come
/// without their attributes.
pub(crate) async fn details(
    State(organisation): State<Arc<Organisation>>,
    Extension(holder): Extension<Holder>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Json<Value>, ApiError> {
    let query = QUERY.read(&headers, &body)?;
    organisation.permit(
        &holder,
        &[
            "analytics:conversationDetail:view",
            "analytics:agentConversationDetail:view",
        ],
    )?;
    for unknown in ["evaluationFilters", "surveyFilters", "resolutionFilters"] {
        if maps(&query, unknown).next().is_some() {
            return Err(ApiError::not_simulated(unknown));
        }
    }
    if text(&query, "orderBy").is_some_and(|by| by != "conversationStart") {
        return Err(ApiError::not_simulated("any other order than by start"));
    }
    let (first, last) = days(&query)?;
    let (size, page) = paging(&query)?;
    for filter in maps(&query, "conversationFilters") {
        check(filter, &OF_CONVERSATIONS)?;
    }
    for filter in maps(&query, "segmentFilters") {
        check(filter, &OF_SEGMENTS)?;
    }
    let mut found: Vec<Facts> = Vec::new();
    let now = organisation.clock.now();
    for facts in lock(&organisation.calls).facts(&organisation) {
        let known = now.duration_since(facts.started) >= delay(&organisation);
        let day = day(facts.started);
        if known && first <= day && day <= last && wanted(&query, &facts)? {
            found.push(facts);
        }
    }
    if text(&query, "order") == Some("desc") {
        found.reverse();
    }
    let mut answer = json!({ "totalHits": found.len() });
    let shown: Vec<Value> = found
        .iter()
        .skip((page - 1).saturating_mul(size))
        .take(size)
        .map(shown)
        .collect();
    // A page with nothing on it leaves the list out (inferred from other queries of the API).
    if !shown.is_empty() {
        answer["conversations"] = shown.into();
    }
    Ok(Json(answer))
}

fn delay(organisation: &Organisation) -> jiff::SignedDuration {
    organisation
        .config
        .analytics_delay
        .try_into()
        .unwrap_or(jiff::SignedDuration::MAX)
}

fn wanted(query: &Map<String, Value>, facts: &Facts) -> Result<bool, ApiError> {
    let conversation = [conversation_row(facts)];
    for filter in maps(query, "conversationFilters") {
        if !fits(filter, &conversation, &OF_CONVERSATIONS)? {
            return Ok(false);
        }
    }
    let segments: Vec<Row> = facts
        .sides
        .iter()
        .map(|side| segment_row(facts, side))
        .collect();
    for filter in maps(query, "segmentFilters") {
        if !fits(filter, &segments, &OF_SEGMENTS)? {
            return Ok(false);
        }
    }
    Ok(true)
}

fn conversation_row(facts: &Facts) -> Row {
    vec![
        ("conversationId", facts.id.clone()),
        ("conversationStart", api_time(facts.started)),
        (
            "conversationEnd",
            facts.ended.map(api_time).unwrap_or_default(),
        ),
        ("originatingDirection", "outbound".to_owned()),
    ]
}

fn segment_row(facts: &Facts, side: &Side) -> Row {
    vec![
        ("ani", facts.ani.clone()),
        ("direction", "outbound".to_owned()),
        (
            "disconnectType",
            side.disconnect_type.unwrap_or_default().to_owned(),
        ),
        ("dnis", facts.dnis.clone()),
        ("mediaType", "voice".to_owned()),
        ("purpose", side.purpose.to_owned()),
        ("queueId", facts.queue_id.clone().unwrap_or_default()),
        ("userId", side.user_id.clone().unwrap_or_default()),
    ]
}

/// An `AnalyticsConversationWithoutAttributes`.
fn shown(facts: &Facts) -> Value {
    let participants: Vec<Value> = facts.sides.iter().map(|side| part(facts, side)).collect();
    let mut conversation = json!({
        "conversationId": facts.id,
        "conversationStart": api_time(facts.started),
        "divisionIds": [fixed_id("division", 0)],
        "originatingDirection": "outbound",
        "participants": participants,
    });
    if let Some(ended) = facts.ended {
        conversation["conversationEnd"] = api_time(ended).into();
    }
    conversation
}

/// One participant with its one session. The names of segment types are inferred.
fn part(facts: &Facts, side: &Side) -> Value {
    let before = if side.user_id.is_some() {
        "alert"
    } else {
        "dialing"
    };
    let waited = (side.began, side.connected.or(side.ended), before);
    let talked = side
        .connected
        .map(|connected| (connected, side.ended, "interact"));
    let segments: Vec<Value> = std::iter::once(waited)
        .chain(talked)
        .map(|(start, end, kind)| {
            let mut segment = json!({
                "conference": false,
                "segmentStart": api_time(start),
                "segmentType": kind,
            });
            if let Some(end) = end {
                segment["segmentEnd"] = api_time(end).into();
            }
            if end.is_some() && end == side.ended {
                segment["disconnectType"] = side.disconnect_type.into();
                if let Some(code) = side.error_code {
                    segment["errorCode"] = code.into();
                }
            }
            if let Some(queue) = &facts.queue_id {
                segment["queueId"] = queue.as_str().into();
            }
            segment
        })
        .collect();
    let mut participant = json!({
        "participantId": side.participant_id,
        "participantName": side.name,
        "purpose": side.purpose,
        "sessions": [{
            "sessionId": side.communication_id,
            "mediaType": "voice",
            "direction": "outbound",
            "provider": "Edge",
            "ani": facts.ani,
            "dnis": facts.dnis,
            "segments": segments,
        }],
    });
    if let Some(user) = &side.user_id {
        participant["userId"] = user.as_str().into();
    }
    participant
}

/// The first and the last day that the interval touches, in UTC.
fn days(query: &Map<String, Value>) -> Result<(Date, Date), ApiError> {
    let interval =
        text(query, "interval").ok_or_else(|| ApiError::constraint("interval is required"))?;
    let read = |side: &str| side.parse::<Timestamp>().ok();
    let sides = interval
        .split_once('/')
        .and_then(|(start, end)| Some((read(start)?, read(end)?)));
    match sides {
        None => Err(ApiError::invalid_date()),
        Some((start, end)) if start >= end => {
            Err(ApiError::constraint("interval must end after it starts"))
        }
        Some((start, end)) => Ok((day(start), day(end))),
    }
}

fn day(at: Timestamp) -> Date {
    at.to_zoned(TimeZone::UTC).date()
}

fn paging(query: &Map<String, Value>) -> Result<(usize, usize), ApiError> {
    let none = Map::new();
    let paging = query
        .get("paging")
        .and_then(Value::as_object)
        .unwrap_or(&none);
    let read = |name: &str, default, most| match paging.get(name).and_then(Value::as_i64) {
        None => Ok(default),
        Some(asked) => usize::try_from(asked)
            .ok()
            .filter(|asked| (1..=most).contains(asked))
            .ok_or_else(|| ApiError::constraint(format!("{name} must be between 1 and {most}"))),
    };
    Ok((
        read("pageSize", 25, MOST_PER_PAGE)?,
        read("pageNumber", 1, usize::MAX)?,
    ))
}
