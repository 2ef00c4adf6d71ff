//! The queues of a user: those that a call can be placed for.

use std::sync::Arc;

use axum::{
    Extension, Json,
    extract::{Path, RawQuery, State},
};
use serde_json::{Value, json};

use super::{MOST_PER_PAGE, find};
use crate::{
    error::ApiError,
    organisation::Organisation,
    query::Query,
    team::{Agent, Membership, fixed_id},
    tokens::Holder,
};

/// `GET /api/v2/users/{userId}/queues`: without `joined` those that the user has joined.
pub(crate) async fn of_user(
    State(organisation): State<Arc<Organisation>>,
    Extension(holder): Extension<Holder>,
    Path(id): Path<String>,
    RawQuery(query): RawQuery,
) -> Result<Json<Value>, ApiError> {
    organisation.permit(&holder, &["routing:queue:view"])?;
    let agent = find(&organisation, &id)?;
    let query = Query::read(query.as_deref());
    let joined = query.word("joined", "true", &["true", "false"])? == "true";
    let path = format!("/api/v2/users/{}/queues", agent.id);
    listing(agent, Some(joined), &query, &path)
}

/// `GET /api/v2/routing/queues/me`: without `joined` all of them (inferred).
pub(crate) async fn own(
    State(organisation): State<Arc<Organisation>>,
    Extension(holder): Extension<Holder>,
    RawQuery(query): RawQuery,
) -> Result<Json<Value>, ApiError> {
    let agent = find(&organisation, holder.user()?)?;
    let query = Query::read(query.as_deref());
    let joined = match query.word("joined", "", &["", "true", "false"])? {
        "" => None,
        word => Some(word == "true"),
    };
    listing(agent, joined, &query, "/api/v2/routing/queues/me")
}

fn listing(
    agent: &Agent,
    joined: Option<bool>,
    query: &Query,
    path: &str,
) -> Result<Json<Value>, ApiError> {
    let size = query.count("pageSize", 25, MOST_PER_PAGE)?;
    let page = query.count("pageNumber", 1, usize::MAX)?;
    let wanted: Vec<&Membership> = agent
        .queues
        .iter()
        .filter(|membership| joined.is_none_or(|joined| membership.joined == joined))
        .collect();
    let total = wanted.len();
    let entities: Vec<Value> = wanted
        .into_iter()
        .skip((page - 1).saturating_mul(size))
        .take(size)
        .map(shown)
        .collect();
    let uri = |page: usize| format!("{path}?pageSize={size}&pageNumber={page}");
    let pages = total.div_ceil(size);
    Ok(Json(json!({
        "entities": entities,
        "pageSize": size,
        "pageNumber": page,
        "total": total,
        "pageCount": pages,
        "firstUri": uri(1),
        "selfUri": uri(page),
        "lastUri": uri(pages.max(1)),
    })))
}

/// A `UserQueue`.
fn shown(membership: &Membership) -> Value {
    let queue = &membership.queue;
    let mut shown = json!({
        "id": queue.id,
        "name": queue.name,
        "division": { "id": fixed_id("division", 0), "name": "Home" },
        "joined": membership.joined,
        "selfUri": format!("/api/v2/routing/queues/{}", queue.id),
    });
    if let Some((name, number)) = queue.calling_party {
        shown["callingPartyName"] = name.into();
        shown["callingPartyNumber"] = number.into();
    }
    shown
}
