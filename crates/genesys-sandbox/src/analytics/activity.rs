//! `POST /api/v2/analytics/conversations/activity/query`.

use std::sync::Arc;

use axum::{Extension, Json, body::Bytes, extract::State};
use http::HeaderMap;
use serde_json::{Map, Value, json};

use super::filter::{FILTER, Row, check, fits, maps};
use crate::{
    calls::{Facts, Side},
    clock::api_time,
    error::ApiError,
    organisation::{Organisation, lock},
    shape::{Kind, Shape, text},
    tokens::Holder,
};

static QUERY: Shape = Shape {
    name: "ConversationActivityQuery",
    fields: &[
        ("metrics", Kind::Objects(&METRIC)),
        ("groupBy", Kind::Texts),
        ("filter", Kind::Object(&FILTER)),
        ("order", Kind::OneOf(&["asc", "desc"])),
    ],
};

static METRIC: Shape = Shape {
    name: "ConversationActivityQueryMetric",
    fields: &[
        (
            "metric",
            Kind::OneOf(&["oAlerting", "oInteracting", "oWaiting"]),
        ),
        ("details", Kind::Flag),
    ],
};

const DIMENSIONS: [&str; 6] = [
    "conversationId",
    "direction",
    "dnis",
    "mediaType",
    "queueId",
    "userId",
];

/// The live calls of agents, each under the one metric it counts for: it alerts while the agent's
/// phone rings, and interacts from then on (inferred, as is an empty list for nothing).
pub(crate) async fn activity(
    State(organisation): State<Arc<Organisation>>,
    Extension(holder): Extension<Holder>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Json<Value>, ApiError> {
    let query = QUERY.read(&headers, &body)?;
    organisation.permit(&holder, &["analytics:queueObservation:view"])?;
    let group_by: Vec<&str> = query
        .get("groupBy")
        .and_then(Value::as_array)
        .map(|names| names.iter().filter_map(Value::as_str).collect())
        .unwrap_or_default();
    if let Some(unknown) = group_by.iter().find(|name| !DIMENSIONS.contains(name)) {
        let what = format!("groups by {unknown} of activity");
        return Err(ApiError::not_simulated(&what));
    }
    let metrics: Vec<(&str, bool)> = maps(&query, "metrics")
        .map(|metric| {
            let details = metric.get("details") == Some(&Value::Bool(true));
            let name = text(metric, "metric")
                .ok_or_else(|| ApiError::constraint("metric is required in metrics"))?;
            Ok((name, details))
        })
        .collect::<Result<_, ApiError>>()?;
    if metrics.is_empty() {
        return Err(ApiError::constraint("metrics is required"));
    }
    let filter = query.get("filter").and_then(Value::as_object);
    if let Some(filter) = filter {
        check(filter, &DIMENSIONS)?;
    }
    let mut groups: Vec<Group> = Vec::new();
    for facts in lock(&organisation.calls).facts(&organisation) {
        let Some((agent, metric, since)) = activity_of(&organisation, &facts) else {
            continue;
        };
        let row = [row(&facts, agent)];
        if !filter.map_or(Ok(true), |filter| fits(filter, &row, &DIMENSIONS))? {
            continue;
        }
        let key = key(&row[0], &group_by);
        let active = (metric, entity(&facts, agent, metric, &since));
        match groups.iter_mut().find(|group| group.key == key) {
            Some(group) => group.active.push(active),
            None => groups.push(Group {
                key,
                active: vec![active],
            }),
        }
    }
    let results: Vec<Value> = groups
        .iter()
        .filter_map(|group| group.shown(&metrics))
        .collect();
    Ok(Json(json!({ "results": results })))
}

/// What is active under the same values of the dimensions that were grouped by.
struct Group {
    key: Map<String, Value>,
    /// Metric and entity.
    active: Vec<(&'static str, Value)>,
}

impl Group {
    /// A `ConversationActivityData`; nothing where none of the metrics counts anything.
    fn shown(&self, metrics: &[(&str, bool)]) -> Option<Value> {
        let mut data = Vec::new();
        let mut entities: Vec<Value> = Vec::new();
        for (name, details) in metrics {
            let of_metric = self.active.iter().filter(|(metric, _)| metric == name);
            let count = of_metric.clone().count();
            if count > 0 {
                data.push(json!({ "metric": name, "count": count }));
            }
            if *details {
                entities.extend(of_metric.map(|(_, entity)| entity.clone()));
            }
        }
        (!data.is_empty()).then(
            || json!({ "group": self.key, "data": data, "truncated": false, "entities": entities }),
        )
    }
}

fn key(row: &Row, group_by: &[&str]) -> Map<String, Value> {
    row.iter()
        .filter(|(name, value)| group_by.contains(name) && !value.is_empty())
        .map(|(name, value)| ((*name).to_owned(), json!(value)))
        .collect()
}

/// The agent's side of a live call, what it counts for and since when.
fn activity_of<'a>(
    organisation: &Organisation,
    facts: &'a Facts,
) -> Option<(&'a Side, &'static str, String)> {
    if facts.queue_id.is_none() && !organisation.config.activity_has_personal_calls {
        return None;
    }
    let agent = facts.sides.iter().find(|side| side.user_id.is_some())?;
    if agent.ended.is_some() {
        return None;
    }
    Some(match agent.connected {
        None => (agent, "oAlerting", api_time(agent.began)),
        Some(connected) => (agent, "oInteracting", api_time(connected)),
    })
}

fn row(facts: &Facts, agent: &Side) -> Row {
    vec![
        ("conversationId", facts.id.clone()),
        ("direction", "outbound".to_owned()),
        ("dnis", facts.dnis.clone()),
        ("mediaType", "voice".to_owned()),
        ("queueId", facts.queue_id.clone().unwrap_or_default()),
        ("userId", agent.user_id.clone().unwrap_or_default()),
    ]
}

/// A `ConversationActivityEntityData`.
fn entity(facts: &Facts, agent: &Side, metric: &str, since: &str) -> Value {
    let mut entity = json!({
        "activityDate": since,
        "metric": metric,
        "addressFrom": facts.ani,
        "addressTo": facts.dnis,
        "ani": facts.ani,
        "conversationId": facts.id,
        "direction": "outbound",
        "dnis": facts.dnis,
        "mediaType": "voice",
        "participantName": agent.name,
        "sessionId": agent.communication_id,
        "userId": agent.user_id,
    });
    if let Some(queue) = &facts.queue_id {
        entity["queueId"] = queue.as_str().into();
    }
    entity
}
