//! `POST /api/v2/users/search`.

use std::sync::Arc;

use axum::{Extension, Json, body::Bytes, extract::State};
use http::HeaderMap;
use serde_json::{Map, Value, json};

use super::{MOST_PER_PAGE, view};
use crate::{
    error::ApiError,
    organisation::Organisation,
    shape::{Kind, Shape, text},
    team::Agent,
    tokens::Holder,
};

static REQUEST: Shape = Shape {
    name: "UserSearchRequest",
    fields: &[
        ("sortOrder", Kind::OneOf(&["ASC", "DESC", "SCORE"])),
        ("sortBy", Kind::Text),
        ("pageSize", Kind::Integer),
        ("pageNumber", Kind::Integer),
        ("sort", Kind::Objects(&SORT)),
        ("expand", Kind::Texts),
        ("query", Kind::Objects(&CRITERIA)),
        (
            "integrationPresenceSource",
            Kind::OneOf(&["MicrosoftTeams", "ZoomPhone", "EightByEight", "RingCentral"]),
        ),
        ("enforcePermissions", Kind::Flag),
    ],
};

static SORT: Shape = Shape {
    name: "SearchSort",
    fields: &[
        ("sortOrder", Kind::OneOf(&["ASC", "DESC", "SCORE"])),
        ("sortBy", Kind::Text),
    ],
};

static CRITERIA: Shape = Shape {
    name: "UserSearchCriteria",
    fields: &[
        ("endValue", Kind::Text),
        ("values", Kind::Texts),
        ("startValue", Kind::Text),
        ("value", Kind::Text),
        ("operator", Kind::OneOf(&["AND", "OR", "NOT"])),
        ("group", Kind::Objects(&CRITERIA)),
        ("dateFormat", Kind::Text),
        ("fields", Kind::Texts),
        (
            "type",
            Kind::OneOf(&[
                "EXACT",
                "STARTS_WITH",
                "CONTAINS",
                "REGEX",
                "TERM",
                "TERMS",
                "REQUIRED_FIELDS",
                "MATCH_ALL",
                "QUERY_STRING",
                "RANGE",
                "LESS_THAN",
                "LESS_THAN_EQUAL_TO",
                "GREATER_THAN",
                "GREATER_THAN_EQUAL_TO",
            ]),
        ),
    ],
};

/// Searches names, e-mails, titles and the like. Text is compared without case, `STARTS_WITH` means
/// the start of the whole field, and inactive users are found too (all three inferred).
pub(crate) async fn search(
    State(organisation): State<Arc<Organisation>>,
    Extension(holder): Extension<Holder>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Json<Value>, ApiError> {
    let request = REQUEST.read(&headers, &body)?;
    organisation.permit(&holder, &["directory:user:view"])?;
    let size = whole(&request, "pageSize", 25)?;
    let page = whole(&request, "pageNumber", 1)?;
    if size > MOST_PER_PAGE {
        return Err(ApiError::other_bad(
            "too.many.requested.results",
            "too many requested results",
        ));
    }
    let criteria = objects(&request, "query");
    let mut found = Vec::new();
    for agent in &organisation.team {
        if all(&criteria, agent)? {
            found.push(agent);
        }
    }
    sort(&request, &mut found);
    let expand: Vec<&str> = request
        .get("expand")
        .and_then(Value::as_array)
        .map(|items| items.iter().filter_map(Value::as_str).collect())
        .unwrap_or_default();
    let total = found.len();
    let results: Vec<Value> = found
        .into_iter()
        .skip((page - 1).saturating_mul(size))
        .take(size)
        .map(|agent| view::user(&organisation, agent, &expand))
        .collect();
    Ok(Json(json!({
        "total": total,
        "pageCount": total.div_ceil(size),
        "pageSize": size,
        "pageNumber": page,
        "types": ["users"],
        "results": results,
    })))
}

fn whole(request: &Map<String, Value>, name: &str, default: usize) -> Result<usize, ApiError> {
    match request.get(name).filter(|value| !value.is_null()) {
        None => Ok(default),
        Some(value) => value
            .as_u64()
            .and_then(|number| usize::try_from(number).ok())
            .filter(|number| *number > 0)
            .ok_or_else(|| ApiError::constraint(format!("{name} must be greater than 0"))),
    }
}

fn objects<'a>(map: &'a Map<String, Value>, name: &str) -> Vec<&'a Map<String, Value>> {
    map.get(name)
        .and_then(Value::as_array)
        .map(|items| items.iter().filter_map(Value::as_object).collect())
        .unwrap_or_default()
}

/// Criteria stand in a row; each one's `operator` says how it joins what is before it.
fn all(criteria: &[&Map<String, Value>], agent: &Agent) -> Result<bool, ApiError> {
    let mut result = None;
    for criterion in criteria {
        let fits = meets(criterion, agent)?;
        result = Some(match (result, text(criterion, "operator")) {
            (before, Some("NOT")) => before.unwrap_or(true) && !fits,
            (Some(before), Some("OR")) => before || fits,
            (Some(before), _) => before && fits,
            (None, _) => fits,
        });
    }
    Ok(result.unwrap_or(true))
}

fn meets(criterion: &Map<String, Value>, agent: &Agent) -> Result<bool, ApiError> {
    let group = objects(criterion, "group");
    if !group.is_empty() {
        return all(&group, agent);
    }
    let kind = text(criterion, "type")
        .ok_or_else(|| ApiError::constraint("type is required in UserSearchCriteria"))?;
    let named: Vec<&str> = criterion
        .get("fields")
        .and_then(Value::as_array)
        .map(|items| items.iter().filter_map(Value::as_str).collect())
        .unwrap_or_default();
    let wanted: Vec<String> = text(criterion, "value")
        .into_iter()
        .chain(
            criterion
                .get("values")
                .and_then(Value::as_array)
                .into_iter()
                .flatten()
                .filter_map(Value::as_str),
        )
        .map(str::to_lowercase)
        .collect();
    let test: fn(&str, &str) -> bool = match kind {
        "MATCH_ALL" => return Ok(true),
        "REQUIRED_FIELDS" => return Ok(named.iter().all(|name| field(agent, name).is_some())),
        "EXACT" => |has, wanted| has == wanted,
        "STARTS_WITH" => |has, wanted| has.starts_with(wanted),
        "CONTAINS" | "QUERY_STRING" => |has, wanted| has.contains(wanted),
        "TERM" | "TERMS" => {
            |has, wanted| has == wanted || has.split_whitespace().any(|word| word == wanted)
        }
        other => return Err(ApiError::not_simulated(&format!("the search type {other}"))),
    };
    if wanted.is_empty() {
        return Err(ApiError::constraint(
            "value or values is required for this search type",
        ));
    }
    let fields = if named.is_empty() {
        &["name", "email", "title", "department"]
    } else {
        named.as_slice()
    };
    Ok(fields
        .iter()
        .filter_map(|name| field(agent, name))
        .any(|has| {
            wanted
                .iter()
                .any(|wanted| test(&has.to_lowercase(), wanted))
        }))
}

/// The searchable fields an agent of the sandbox has; the API's others match nobody.
fn field<'a>(agent: &'a Agent, name: &str) -> Option<&'a str> {
    match name {
        "id" => Some(&agent.id),
        "name" => Some(&agent.name),
        "email" | "username" | "primaryContactInfo.email" | "addresses.email" => Some(&agent.email),
        "title" => Some(&agent.title),
        "department" => Some(&agent.department),
        "state" => Some(if agent.active { "active" } else { "inactive" }),
        _ => None,
    }
}

fn sort(request: &Map<String, Value>, found: &mut [&Agent]) {
    let by = text(request, "sortBy").unwrap_or("name");
    found.sort_by_key(|agent| field(agent, by).unwrap_or_default().to_lowercase());
    if text(request, "sortOrder") == Some("DESC") {
        found.reverse();
    }
}
