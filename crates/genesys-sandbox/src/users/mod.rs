//! The user directory: list, one user, a user's station.

mod queues;
mod search;
mod view;

use std::sync::Arc;

use axum::{
    Extension, Json,
    extract::{Path, RawQuery, State},
};
use serde_json::{Value, json};

pub(crate) use queues::{of_user, own};
pub(crate) use search::search;

use crate::{
    config::EmailFilter, error::ApiError, organisation::Organisation, query::Query, team::Agent,
    tokens::Holder,
};

/// What users of the sandbox may do, as far as anything here asks for it.
const OF_A_USER: [&str; 5] = [
    "analytics:agentConversationDetail:view",
    "conversation:communication:disconnect",
    "conversation:conference:add",
    "directory:user:view",
    "routing:queue:view",
];

/// Inferred: the published API does not say where a page ends.
const MOST_PER_PAGE: usize = 500;

/// `GET /api/v2/users`: sorted by name, active users unless `state` asks for others.
pub(crate) async fn list(
    State(organisation): State<Arc<Organisation>>,
    RawQuery(query): RawQuery,
) -> Result<Json<Value>, ApiError> {
    let query = Query::read(query.as_deref());
    let size = query.count("pageSize", 25, MOST_PER_PAGE)?;
    let page = query.count("pageNumber", 1, usize::MAX)?;
    let state = query.word("state", "active", &["active", "inactive", "deleted", "any"])?;
    let order = query.word("sortOrder", "ascending", &["ascending", "descending"])?;
    let ids = query.list("id");
    if ids.len() > 100 {
        return Err(ApiError::other_bad(
            "max.user.ids",
            "Only 100 users can be requested at a time.",
        ));
    }
    let email = match organisation.config.email_filter {
        EmailFilter::Honour => query.first("email"),
        EmailFilter::Ignore => None,
    };
    let mut users: Vec<&Agent> = organisation
        .team
        .iter()
        .filter(|agent| match state {
            "active" => agent.active,
            "inactive" => !agent.active,
            "any" => true,
            _ => false,
        })
        .filter(|agent| ids.is_empty() || ids.contains(&agent.id.as_str()))
        .filter(|agent| email.is_none_or(|email| agent.email.eq_ignore_ascii_case(email)))
        .collect();
    users.sort_by_key(|agent| agent.name.to_lowercase());
    if order == "descending" {
        users.reverse();
    }
    let expand = query.list("expand");
    let total = users.len();
    let entities: Vec<Value> = users
        .into_iter()
        .skip((page - 1).saturating_mul(size))
        .take(size)
        .map(|agent| view::user(&organisation, agent, &expand))
        .collect();
    let pages = total.div_ceil(size);
    let uri = |page: usize| format!("/api/v2/users?pageSize={size}&pageNumber={page}");
    let mut listing = json!({
        "entities": entities,
        "pageSize": size,
        "pageNumber": page,
        "total": total,
        "pageCount": pages,
        "firstUri": uri(1),
        "selfUri": uri(page),
        "lastUri": uri(pages.max(1)),
    });
    if page < pages {
        listing["nextUri"] = uri(page + 1).into();
    }
    if page > 1 {
        listing["previousUri"] = uri(page - 1).into();
    }
    Ok(Json(listing))
}

/// `GET /api/v2/users/{userId}`. Inactive users are found too (inferred).
pub(crate) async fn one(
    State(organisation): State<Arc<Organisation>>,
    Path(id): Path<String>,
    RawQuery(query): RawQuery,
) -> Result<Json<Value>, ApiError> {
    let query = Query::read(query.as_deref());
    let state = query.word("state", "active", &["active", "deleted"])?;
    let agent = find(&organisation, &id)?;
    if state == "deleted" {
        return Err(unknown_user());
    }
    Ok(Json(view::user(
        &organisation,
        agent,
        &query.list("expand"),
    )))
}

/// `GET /api/v2/users/me`.
pub(crate) async fn me(
    State(organisation): State<Arc<Organisation>>,
    Extension(holder): Extension<Holder>,
    RawQuery(query): RawQuery,
) -> Result<Json<Value>, ApiError> {
    let agent = find(&organisation, holder.user()?)?;
    let query = Query::read(query.as_deref());
    let expand = query.list("expand");
    let mut user = view::user(&organisation, agent, &expand);
    if expand.contains(&"authorization") {
        let has = |permission: &&&str| !organisation.lacks(&holder, &[permission]);
        let permissions: Vec<_> = OF_A_USER.iter().filter(has).collect();
        user["authorization"] = json!({
            "roles": [], "unusedRoles": [], "permissions": permissions, "permissionPolicies": [],
        });
    }
    Ok(Json(user))
}

/// `GET /api/v2/users/{userId}/station`.
pub(crate) async fn station(
    State(organisation): State<Arc<Organisation>>,
    Extension(holder): Extension<Holder>,
    Path(id): Path<String>,
) -> Result<Json<Value>, ApiError> {
    organisation.permit(&holder, &["telephony:otherStationAssociation:view"])?;
    Ok(Json(view::stations(find(&organisation, &id)?)))
}

fn find<'a>(organisation: &'a Organisation, id: &str) -> Result<&'a Agent, ApiError> {
    organisation.agent(id).ok_or_else(unknown_user)
}

fn unknown_user() -> ApiError {
    ApiError::missing(
        "general.resource.not.found",
        "Unable to find a user with that userId",
    )
}
