//! Answers that break on their way.

use std::{io, time::Duration};

use axum::{
    body::{Body, Bytes},
    response::Response,
};
use futures_util::stream;
use http::{
    HeaderValue, StatusCode,
    header::{CONNECTION, CONTENT_LENGTH, CONTENT_TYPE, UPGRADE},
};

/// Long enough for the first half to leave before the connection is closed.
const BEFORE_THE_BREAK: Duration = Duration::from_millis(20);

/// The answer announces its whole length, sends half of it, and breaks off.
pub(crate) async fn truncated(response: Response) -> Response {
    let (mut parts, body) = response.into_parts();
    // The body was made in memory a moment ago, so there is nothing that can fail.
    let whole = axum::body::to_bytes(body, usize::MAX)
        .await
        .unwrap_or_default();
    // An answer without a body cannot be cut, so it announces one that never comes.
    let announced = whole.len().max(2);
    parts
        .headers
        .insert(CONTENT_LENGTH, HeaderValue::from(announced));
    let half = whole.slice(..whole.len() / 2);
    let chunks = stream::unfold(Some(half), |half| async move {
        match half {
            Some(half) if !half.is_empty() => {
                Some((Ok::<Bytes, io::Error>(half), Some(Bytes::new())))
            }
            Some(_) => {
                tokio::time::sleep(BEFORE_THE_BREAK).await;
                let broken =
                    io::Error::new(io::ErrorKind::ConnectionReset, "the answer breaks off here");
                Some((Err(broken), None))
            }
            None => None,
        }
    });
    Response::from_parts(parts, Body::from_stream(chunks))
}

/// The answer keeps its status and says something that is not JSON. A handshake, which says nothing,
/// becomes an ordinary answer.
pub(crate) fn garbled(response: Response) -> Response {
    let (mut parts, _) = response.into_parts();
    if parts.status == StatusCode::SWITCHING_PROTOCOLS {
        parts.status = StatusCode::OK;
        parts.headers.remove(CONNECTION);
        parts.headers.remove(UPGRADE);
        parts.extensions.clear();
    }
    parts.headers.remove(CONTENT_LENGTH);
    parts
        .headers
        .insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
    Response::from_parts(parts, Body::from(&b"<html>\xff\xfe not JSON {\"id\":"[..]))
}
