//! One request and its answer, within a time limit.

use std::sync::Arc;
use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use http::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE};
use http::{HeaderValue, Method, Request};
use url::Url;

use super::server_time::ServerTime;
use crate::answer::{Answer, Failed};
use crate::clock::Clock;
use crate::dialect::ApiRequest;
use crate::transport::{Limits, Sent, Transport, TransportErrorKind, host_of};

/// Transport and clock together.
#[derive(Clone)]
pub(crate) struct Exchange {
    pub(crate) transport: Arc<dyn Transport>,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) server_time: Arc<ServerTime>,
}

impl Exchange {
    pub(crate) fn new(transport: Arc<dyn Transport>, clock: Arc<dyn Clock>) -> Self {
        Self {
            transport,
            clock,
            server_time: Arc::default(),
        }
    }

    /// Sends `request` once and waits for its answer at most `limit`.
    pub(crate) async fn send(
        &self,
        request: Request<Bytes>,
        limit: Duration,
        fresh_connection: bool,
    ) -> Result<Answer, Failed> {
        let host = host_of(request.uri());
        let method = request.method().clone();
        let limits = Limits {
            fresh_connection,
            ..Limits::default()
        };
        let result = tokio::select! {
            biased;
            result = self.transport.send(request, limits) => result,
            () = self.clock.sleep(limit) => return Err(Failed {
                host,
                kind: TransportErrorKind::Timeout,
                sent: Sent::Maybe,
                waited: Some(limit),
            }),
        };
        // Path, query, headers and bodies can hold names, numbers or secrets, so the log has none of them.
        match &result {
            Ok(answer) => tracing::debug!(%host, %method, status = answer.status().as_u16()),
            Err(error) => tracing::debug!(%host, %method, failed = ?error.kind),
        }
        match result {
            Ok(answer) => {
                let (head, body) = answer.into_parts();
                self.server_time.learn(&head.headers, &*self.clock);
                Ok(Answer {
                    host,
                    status: head.status,
                    headers: head.headers,
                    body: Ok(body),
                })
            }
            Err(error) => match error.head {
                Some(head) => Ok(Answer {
                    host,
                    status: head.status,
                    headers: head.headers,
                    body: Err(error.kind),
                }),
                None => Err(Failed {
                    host,
                    kind: error.kind,
                    sent: error.sent,
                    waited: None,
                }),
            },
        }
    }
}

/// `base` with `path` appended, each segment escaped.
pub(crate) fn join<'a>(base: &Url, path: impl IntoIterator<Item = &'a str>) -> Url {
    let mut url = base.clone();
    // `Hosts` holds `http` and `https` URLs only, and those always have a path.
    if let Ok(mut segments) = url.path_segments_mut() {
        segments.pop_if_empty().extend(path);
    }
    url
}

/// The HTTP request for `request`; none if it cannot be written.
pub(crate) fn authorized(
    api: &Url,
    request: &ApiRequest,
    authorization: HeaderValue,
) -> Option<Request<Bytes>> {
    let mut url = join(api, request.path.iter().map(String::as_str));
    if !request.query.is_empty() {
        url.query_pairs_mut().extend_pairs(&request.query);
    }
    let mut builder = Request::builder()
        .method(request.method.clone())
        .uri(url.as_str())
        .header(AUTHORIZATION, authorization)
        .header(ACCEPT, "application/json");
    let body = match &request.body {
        Some(body) => {
            builder = builder.header(CONTENT_TYPE, "application/json");
            Bytes::from(body.to_string())
        }
        None => Bytes::new(),
    };
    builder.body(body).ok()
}

/// A form `POST`; none if it cannot be written.
pub(crate) fn form(
    url: &Url,
    fields: &[(&str, &str)],
    authorization: Option<HeaderValue>,
) -> Option<Request<Bytes>> {
    let body = url::form_urlencoded::Serializer::new(String::new())
        .extend_pairs(fields)
        .finish();
    let mut builder = Request::builder()
        .method(Method::POST)
        .uri(url.as_str())
        .header(ACCEPT, "application/json")
        .header(CONTENT_TYPE, "application/x-www-form-urlencoded");
    if let Some(authorization) = authorization {
        builder = builder.header(AUTHORIZATION, authorization);
    }
    builder.body(Bytes::from(body)).ok()
}

/// What follows `Basic` for an id and a secret.
pub(crate) fn basic(id: &str, secret: &str) -> String {
    STANDARD.encode(format!("{id}:{secret}"))
}

/// A header value that no log of HTTP traffic shows.
pub(crate) fn sensitive(text: &str) -> Option<HeaderValue> {
    let mut value = HeaderValue::from_str(text).ok()?;
    value.set_sensitive(true);
    Some(value)
}
