//! Reads answers: whatever the body is, an error says what is known.

use std::time::Duration;

use bytes::Bytes;
use http::header::RETRY_AFTER;
use http::{HeaderMap, StatusCode};
use jiff::Timestamp;
use jiff::fmt::rfc2822;
use serde_json::Value;

use crate::error::{Acted, Error, ErrorDetail, ErrorFacts, ErrorKind, Operation};
use crate::id::is_plain_id;
use crate::json::{items, one_line, text, texts};
use crate::transport::{Sent, TransportErrorKind};

/// Longest text of a server that is kept, in characters.
const MAX_TEXT: usize = 500;

/// An answer of which at least the head arrived.
#[derive(Debug, Clone)]
pub(crate) struct Answer {
    pub(crate) host: String,
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    /// The body, or why it could not be read.
    pub(crate) body: Result<Bytes, TransportErrorKind>,
}

/// An exchange without even the head of an answer.
#[derive(Debug, Clone)]
pub(crate) struct Failed {
    pub(crate) host: String,
    pub(crate) kind: TransportErrorKind,
    pub(crate) sent: Sent,
    /// How long was waited, where that was the reason.
    pub(crate) waited: Option<Duration>,
}

impl Failed {
    pub(crate) fn into_error(self, operation: Operation) -> Error {
        let mut error = Error::new(operation, kind_of_failure(self.kind));
        let facts = error.facts_mut();
        facts.host = Some(self.host);
        facts.waited = self.waited;
        error
    }
}

impl Answer {
    /// Whether it is a 2xx, whatever the body; everything else is an error.
    pub(crate) fn success(&self, operation: Operation, now: Timestamp) -> Result<(), Error> {
        if self.status.is_success() {
            Ok(())
        } else {
            Err(self.error(operation, now))
        }
    }

    /// The body of a 2xx as JSON; everything else is an error.
    pub(crate) fn json(&self, operation: Operation, now: Timestamp) -> Result<Value, Error> {
        self.success(operation, now)?;
        let parsed = match &self.body {
            Ok(bytes) => serde_json::from_slice(bytes).map_err(|_| ErrorKind::Unreadable),
            Err(kind) => Err(kind_of_failure(*kind)),
        };
        parsed.map_err(|kind| self.unusable(operation, kind))
    }

    /// The error for a 2xx that does not hold what it must.
    pub(crate) fn unusable(&self, operation: Operation, kind: ErrorKind) -> Error {
        let mut error = Error::new(operation, kind);
        let facts = error.facts_mut();
        facts.status = Some(self.status.as_u16());
        facts.host = Some(self.host.clone());
        facts.correlation_id = correlation_id(&self.headers);
        error
    }

    /// The error that a status outside of 2xx stands for.
    fn error(&self, operation: Operation, now: Timestamp) -> Error {
        let body = self
            .body
            .as_ref()
            .ok()
            .and_then(|bytes| serde_json::from_slice::<Value>(bytes).ok())
            .unwrap_or(Value::Null);
        let nested = items(&body, "errors").first().unwrap_or(&Value::Null);
        let kind = kind_of_status(self.status);
        Error::from(ErrorFacts {
            operation,
            kind,
            acted: Acted::No,
            status: Some(self.status.as_u16()),
            code: first_text(&[(&body, "code"), (&body, "error"), (nested, "code")]),
            message: first_text(&[
                (&body, "message"),
                (&body, "error_description"),
                (&body, "description"),
                (nested, "message"),
            ]),
            details: items(&body, "details")
                .iter()
                .take(20)
                .map(detail)
                .collect(),
            missing_permissions: if self.status == StatusCode::FORBIDDEN {
                permissions(&body)
            } else {
                Vec::new()
            },
            correlation_id: correlation_id(&self.headers)
                .or_else(|| first_text(&[(&body, "contextId")]).filter(|id| is_plain_id(id))),
            retry_after: self.wait_asked_for(now).or_else(|| {
                (kind == ErrorKind::RateLimited)
                    .then(|| number(&self.headers, "inin-ratelimit-reset"))
                    .flatten()
                    .map(Duration::from_secs)
            }),
            host: Some(self.host.clone()),
            waited: None,
            keeper: None,
        })
    }

    /// `Retry-After`, in seconds or as a date.
    pub(crate) fn wait_asked_for(&self, now: Timestamp) -> Option<Duration> {
        let value = self.headers.get(RETRY_AFTER)?.to_str().ok()?.trim();
        if let Ok(seconds) = value.parse::<u64>() {
            return Some(Duration::from_secs(seconds));
        }
        let date = rfc2822::parse(value).ok()?.timestamp();
        Some(Duration::try_from(date.duration_since(now)).unwrap_or(Duration::ZERO))
    }

    /// How long no request is allowed any more, where the limit is used up.
    pub(crate) fn limit_used_up(&self) -> Option<Duration> {
        let count = number(&self.headers, "inin-ratelimit-count")?;
        let allowed = number(&self.headers, "inin-ratelimit-allowed")?;
        let reset = number(&self.headers, "inin-ratelimit-reset")?;
        (allowed > 0 && count >= allowed && reset > 0).then(|| Duration::from_secs(reset))
    }
}

/// What a failure of the transport is called.
pub(crate) fn kind_of_failure(kind: TransportErrorKind) -> ErrorKind {
    match kind {
        TransportErrorKind::Name => ErrorKind::NameNotResolved,
        TransportErrorKind::Connect => ErrorKind::Unreachable,
        TransportErrorKind::Tls { expired: true } => ErrorKind::CertificateExpired,
        TransportErrorKind::Tls { expired: false } => ErrorKind::CertificateUntrusted,
        TransportErrorKind::Timeout => ErrorKind::Timeout,
        TransportErrorKind::Reset => ErrorKind::ConnectionLost,
        TransportErrorKind::BodyTooLarge => ErrorKind::AnswerTooLarge,
        TransportErrorKind::Proxy => ErrorKind::ProxyUnreachable,
        TransportErrorKind::ProxyAuth => ErrorKind::ProxySignIn,
        TransportErrorKind::Other => ErrorKind::Network,
    }
}

/// What a status is called. Only a definite 4xx says that nothing was done: 408 does not.
pub(crate) fn kind_of_status(status: StatusCode) -> ErrorKind {
    match status.as_u16() {
        300..=399 => ErrorKind::Redirected,
        408 => ErrorKind::ServerError,
        429 => ErrorKind::RateLimited,
        400..=499 => ErrorKind::Refused,
        _ => ErrorKind::ServerError,
    }
}

fn correlation_id(headers: &HeaderMap) -> Option<String> {
    let value = headers.get("inin-correlation-id")?.to_str().ok()?.trim();
    is_plain_id(value).then(|| value.to_owned())
}

fn number(headers: &HeaderMap, name: &str) -> Option<u64> {
    headers.get(name)?.to_str().ok()?.trim().parse().ok()
}

fn first_text(places: &[(&Value, &str)]) -> Option<String> {
    places
        .iter()
        .find_map(|(value, key)| shortened(text(value, key)?))
}

fn detail(value: &Value) -> ErrorDetail {
    let read = |key| first_text(&[(value, key)]);
    ErrorDetail {
        code: read("errorCode"),
        field: read("fieldName"),
        entity_id: read("entityId"),
        entity_name: read("entityName"),
    }
}

/// The text in one line, cut to a length people can read; none if nothing is left.
pub(crate) fn shortened(value: &str) -> Option<String> {
    let clean: String = one_line(value).chars().take(MAX_TEXT).collect();
    let clean = clean.trim();
    (!clean.is_empty()).then(|| clean.to_owned())
}

/// Permissions (`domain:entity:action`) that the error names, from its parameters or else from its message.
fn permissions(body: &Value) -> Vec<String> {
    let params = body
        .get("messageParams")
        .and_then(Value::as_object)
        .into_iter()
        .flat_map(|params| params.values())
        .flat_map(texts);
    let named = collect_permissions(params);
    if named.is_empty() {
        collect_permissions(text(body, "message").into_iter())
    } else {
        named
    }
}

/// The permissions in texts, each once, and no more than a person would read.
pub(crate) fn collect_permissions<'a>(sources: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for source in sources {
        let words =
            source.split(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, ':' | '_' | '*')));
        for word in words {
            let parts: Vec<&str> = word.split(':').collect();
            let is_permission = parts.len() == 3 && parts.iter().all(|part| !part.is_empty());
            if is_permission && word.len() <= 100 && !found.iter().any(|known| known == word) {
                found.push(word.to_owned());
            }
            if found.len() == 20 {
                return found;
            }
        }
    }
    found
}
