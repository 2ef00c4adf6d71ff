//! `/api/v2/notifications/…`: channels and what they are subscribed to.

use std::sync::Arc;

use axum::{
    Extension, Json,
    body::Bytes,
    extract::{Path, RawQuery, State},
};
use http::{HeaderMap, StatusCode, header::HOST, request::Parts};
use serde_json::{Map, Value, json};

use super::{channels::Channel, topic};
use crate::{
    clock::api_time,
    error::ApiError,
    fault::Target,
    organisation::{Organisation, lock},
    query::Query,
    server::ServedAt,
    shape::{Kind, Shape, no_body, text},
    tokens::{Holder, bearer},
};

/// How many topics a channel can have.
const MOST_TOPICS: usize = 1000;

static CHANNEL_TOPIC: Shape = Shape {
    name: "ChannelTopic",
    fields: &[
        ("id", Kind::Text),
        ("state", Kind::OneOf(&["Permitted", "Rejected"])),
        ("rejectionReason", Kind::Text),
        ("missingPermissions", Kind::Texts),
        ("selfUri", Kind::Text),
    ],
};

/// `POST /api/v2/notifications/channels`.
pub(crate) async fn create(
    State(organisation): State<Arc<Organisation>>,
    Extension(holder): Extension<Holder>,
    parts: Parts,
    body: Bytes,
) -> Result<Json<Value>, ApiError> {
    no_body(&body)?;
    let token = token(&parts.headers)?;
    let mut channels = lock(&organisation.channels);
    let channel = channels.create(&organisation, token, holder);
    Ok(Json(shown(&organisation, channel, &parts)))
}

/// `GET /api/v2/notifications/channels`: those of this token, or with `includechannels=oauthclient`
/// all, of which those of other tokens show nothing but that they exist.
pub(crate) async fn list(
    State(organisation): State<Arc<Organisation>>,
    Extension(holder): Extension<Holder>,
    parts: Parts,
) -> Result<Json<Value>, ApiError> {
    let query = Query::read(parts.uri.query());
    let all = query.word("includechannels", "token", &["token", "oauthclient"])? == "oauthclient";
    let token = token(&parts.headers)?;
    let mut channels = lock(&organisation.channels);
    channels.expire(&organisation, organisation.clock.elapsed());
    let entities: Vec<Value> = channels
        .channels
        .iter()
        .filter(|channel| {
            let same_client = channel.owner.client_id == holder.client_id;
            channel.token == token || (all && same_client)
        })
        .map(|channel| {
            if channel.token == token {
                shown(&organisation, channel, &parts)
            } else {
                json!({ "expires": api_time(organisation.clock.at(channel.expires)) })
            }
        })
        .collect();
    Ok(Json(json!({ "entities": entities })))
}

/// `HEAD /api/v2/notifications/channels/{channelId}`: whether it still exists.
pub(crate) async fn verify(
    State(organisation): State<Arc<Organisation>>,
    Path(id): Path<String>,
) -> Result<StatusCode, ApiError> {
    with(&organisation, &id, |_| StatusCode::OK)
}

/// `GET /api/v2/notifications/channels/{channelId}/subscriptions`.
pub(crate) async fn subscriptions(
    State(organisation): State<Arc<Organisation>>,
    Path(id): Path<String>,
) -> Result<Json<Value>, ApiError> {
    with(&organisation, &id, |channel| {
        let topics = channel.topics.iter();
        let entities: Vec<Value> = topics.map(|topic| permitted(&id, topic)).collect();
        Json(json!({ "entities": entities }))
    })
}

/// `DELETE /api/v2/notifications/channels/{channelId}/subscriptions`: hears nothing any more. 200
/// rather than 204 is inferred.
pub(crate) async fn drop_all(
    State(organisation): State<Arc<Organisation>>,
    Path(id): Path<String>,
) -> Result<StatusCode, ApiError> {
    with(&organisation, &id, |channel| {
        channel.topics.clear();
        StatusCode::OK
    })
}

/// `PUT /api/v2/notifications/channels/{channelId}/subscriptions`: these and no others.
pub(crate) async fn replace(
    state: State<Arc<Organisation>>,
    Extension(holder): Extension<Holder>,
    Path(id): Path<String>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Json<Value>, ApiError> {
    let ask = Ask {
        holder: &holder,
        query: query.as_deref(),
        headers: &headers,
        body: &body,
        keep: false,
    };
    subscribe(&state, &id, &ask)
}

/// `POST /api/v2/notifications/channels/{channelId}/subscriptions`: these as well.
pub(crate) async fn add(
    state: State<Arc<Organisation>>,
    Extension(holder): Extension<Holder>,
    Path(id): Path<String>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Json<Value>, ApiError> {
    let ask = Ask {
        holder: &holder,
        query: query.as_deref(),
        headers: &headers,
        body: &body,
        keep: true,
    };
    subscribe(&state, &id, &ask)
}

/// A request to hear of topics.
struct Ask<'a> {
    holder: &'a Holder,
    query: Option<&'a str>,
    headers: &'a HeaderMap,
    body: &'a [u8],
    /// Whether what was subscribed to before stays.
    keep: bool,
}

/// The answer lists what this request named. A topic that is none is a 400; one that fails the
/// permission check is a 403, or with `ignoreErrors=true` is listed as `Rejected`.
fn subscribe(
    organisation: &Organisation,
    id: &str,
    ask: &Ask<'_>,
) -> Result<Json<Value>, ApiError> {
    let requested = CHANNEL_TOPIC.read_list(ask.headers, ask.body)?;
    let query = Query::read(ask.query);
    let ignore_errors = query.word("ignoreErrors", "false", &["true", "false"])? == "true";
    let token = token(ask.headers)?;
    // Before anything is done for it: an unknown channel is told first.
    with(organisation, id, |_| ())?;
    let mut wanted: Vec<String> = Vec::new();
    let mut entities = Vec::new();
    for topic in topics(&requested)? {
        match rejection(organisation, ask.holder, topic) {
            None => {
                wanted.push(topic.to_owned());
                entities.push(permitted(id, topic));
            }
            Some(_) if !ignore_errors => return Err(ApiError::unauthorized_topic()),
            Some(missing) => entities.push(rejected(id, topic, &missing)),
        }
    }
    let mut channels = lock(&organisation.channels);
    let now = organisation.clock.elapsed();
    // What changed until now is for those who were subscribed until now.
    channels.push_what_is_due(organisation);
    let channel = channels.find_mut(id).ok_or_else(ApiError::not_found)?;
    let mut topics = if ask.keep {
        channel.topics.clone()
    } else {
        Vec::new()
    };
    for topic in wanted {
        if !topics.contains(&topic) {
            topics.push(topic);
        }
    }
    if topics.len() > MOST_TOPICS {
        return Err(ApiError::other_bad(
            "notification.subscription.too.many.subscriptions",
            "Too many subscriptions.",
        ));
    }
    channel.subscribed(topics, token, now);
    for socket in &mut channels.sockets {
        if socket.channel_id == id {
            token.clone_into(&mut socket.token);
        }
    }
    organisation.changed.notify_one();
    Ok(Json(json!({ "entities": entities })))
}

/// The ids that a request names, all of them topics.
fn topics(requested: &[Map<String, Value>]) -> Result<Vec<&str>, ApiError> {
    requested
        .iter()
        .map(|topic| {
            let id = text(topic, "id").ok_or_else(|| ApiError::constraint("id is required"))?;
            topic::covered(id)
                .map(|_| id)
                .ok_or_else(ApiError::invalid_topic)
        })
        .collect()
}

/// The missing permissions of a topic that may not be subscribed to.
fn rejection(organisation: &Organisation, holder: &Holder, id: &str) -> Option<Vec<&'static str>> {
    let mut faults = lock(&organisation.faults);
    let parts = topic::covered(id).unwrap_or_default();
    let missing = parts
        .iter()
        .find_map(|topic| topic::missing(organisation, holder, topic));
    let scripted = || {
        let taken = faults.take(Target::Topic, &format!("TOPIC {id}"));
        taken.map(|_| Vec::new())
    };
    missing.or_else(scripted)
}

fn permitted(channel: &str, topic: &str) -> Value {
    json!({ "id": topic, "state": "Permitted", "selfUri": self_uri(channel) })
}

fn rejected(channel: &str, topic: &str, missing: &[&str]) -> Value {
    json!({
        "id": topic,
        "state": "Rejected",
        "rejectionReason": "Not authorized for this topic.",
        "missingPermissions": missing,
        "selfUri": self_uri(channel),
    })
}

/// What a topic's own address is, is not published; this is the list it is in.
fn self_uri(channel: &str) -> String {
    format!("/api/v2/notifications/channels/{channel}/subscriptions")
}

/// Does something with a channel that has not expired.
fn with<T>(
    organisation: &Organisation,
    id: &str,
    done: impl FnOnce(&mut Channel) -> T,
) -> Result<T, ApiError> {
    let mut channels = lock(&organisation.channels);
    channels.expire(organisation, organisation.clock.elapsed());
    channels
        .find_mut(id)
        .map(done)
        .ok_or_else(ApiError::not_found)
}

fn token(headers: &HeaderMap) -> Result<&str, ApiError> {
    bearer(headers).ok_or_else(ApiError::authentication_required)
}

fn shown(organisation: &Organisation, channel: &Channel, parts: &Parts) -> Value {
    let base = organisation.config.streaming_base.clone();
    let base = base.unwrap_or_else(|| streaming_host(parts));
    json!({
        "connectUri": format!("{}/channels/{}", base, channel.id),
        "id": channel.id,
        "expires": api_time(organisation.clock.at(channel.expires)),
    })
}

/// Where the sockets are: at the sandbox's own port, or in memory at the host that goes with the one
/// that was asked.
fn streaming_host(parts: &Parts) -> String {
    if let Some(ServedAt(address)) = parts.extensions.get() {
        return format!("ws://{address}");
    }
    let host = parts
        .uri
        .authority()
        .map(http::uri::Authority::as_str)
        .or_else(|| parts.headers.get(HOST)?.to_str().ok())
        .unwrap_or("127.0.0.1");
    let is_loopback = ["127.", "localhost", "[::1]"]
        .iter()
        .any(|loopback| host.starts_with(loopback));
    if is_loopback {
        format!("ws://{host}")
    } else {
        let domain = host.strip_prefix("api.").unwrap_or(host);
        format!("wss://streaming.{domain}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sockets_are_where_the_api_is() {
        for (uri, host) in [
            ("/x", "ws://127.0.0.1"),
            ("http://127.0.0.1:81/x", "ws://127.0.0.1:81"),
            ("http://localhost:81/x", "ws://localhost:81"),
            (
                "https://api.mypurecloud.de/x",
                "wss://streaming.mypurecloud.de",
            ),
        ] {
            let (parts, ()) = http::Request::post(uri).body(()).unwrap().into_parts();
            assert_eq!(streaming_host(&parts), host);
        }
    }
}
