//! Which handler answers what.

use std::sync::Arc;

use axum::{
    Router,
    routing::{get, head, patch, post},
};

use crate::{
    analytics, calls, control, error::ApiError, notifications, oauth, organisation::Organisation,
    users,
};

pub(crate) fn router(organisation: Arc<Organisation>) -> Router {
    Router::new()
        .route("/oauth/authorize", get(oauth::show).post(oauth::decide))
        .route("/oauth/token", post(oauth::token))
        .route("/api/v2/tokens/me", get(oauth::me).delete(oauth::end))
        .route("/api/v2/users", get(users::list))
        .route("/api/v2/users/search", post(users::search))
        .route("/api/v2/users/me", get(users::me))
        .route("/api/v2/users/{user}", get(users::one))
        .route("/api/v2/users/{user}/station", get(users::station))
        .route("/api/v2/users/{user}/queues", get(users::of_user))
        .route("/api/v2/routing/queues/me", get(users::own))
        .route(
            "/api/v2/conversations/calls",
            get(calls::active).post(calls::with_user_context),
        )
        .route(
            "/api/v2/conversations/calls/user/{user}",
            post(calls::on_behalf),
        )
        .route(
            "/api/v2/conversations/calls/{conversation}",
            get(calls::flat),
        )
        .route(
            "/api/v2/conversations/calls/{conversation}/participants/{participant}",
            patch(calls::own_hang_up),
        )
        .route(
            "/api/v2/conversations/calls/{conversation}/participants/{participant}/user/{user}",
            patch(calls::on_behalf_hang_up),
        )
        .route("/api/v2/conversations/{conversation}", get(calls::nested))
        .route(
            "/api/v2/conversations/{conversation}/disconnect",
            post(calls::disconnect),
        )
        .route(
            "/api/v2/notifications/channels",
            get(notifications::list).post(notifications::create),
        )
        .route(
            "/api/v2/notifications/channels/{channel}",
            head(notifications::verify),
        )
        .route(
            "/api/v2/notifications/channels/{channel}/subscriptions",
            get(notifications::subscriptions)
                .post(notifications::add)
                .put(notifications::replace)
                .delete(notifications::drop_all),
        )
        .route("/channels/{channel}", get(notifications::connect))
        .route(
            "/api/v2/analytics/conversations/details/query",
            post(analytics::details),
        )
        .route(
            "/api/v2/analytics/conversations/activity/query",
            post(analytics::activity),
        )
        .route(
            "/sandbox/faults",
            get(control::faults).post(control::add_fault),
        )
        .route("/sandbox/journal", get(control::journal))
        .route("/sandbox/calls", get(control::calls))
        .route("/sandbox/channels", get(control::channels))
        .route(
            "/sandbox/refresh-tokens/revoke",
            post(control::revoke_refresh_tokens),
        )
        .route("/sandbox/users/{user}/revoke", post(control::revoke_user))
        .route("/sandbox/reset", post(control::reset))
        .fallback(async || ApiError::not_found())
        .method_not_allowed_fallback(async || ApiError::method_not_allowed())
        .with_state(organisation)
}
