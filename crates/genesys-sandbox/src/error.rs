//! Errors in the shape and the words of the Platform API.

use std::borrow::Cow;

use axum::{
    Json,
    body::Body,
    response::{IntoResponse, Response},
};
use http::{HeaderName, HeaderValue, StatusCode, header::RETRY_AFTER};
use serde_json::json;
use uuid::Uuid;

/// The header that names one request to the provider's support.
pub(crate) const CORRELATION: HeaderName = HeaderName::from_static("inin-correlation-id");

/// An error answer: the API's `ErrorBody`.
#[derive(Debug)]
pub(crate) struct ApiError {
    status: StatusCode,
    code: Cow<'static, str>,
    message: Cow<'static, str>,
    retry_after: Option<u64>,
    repeated_inside: bool,
}

impl ApiError {
    pub(crate) fn new(
        status: StatusCode,
        code: impl Into<Cow<'static, str>>,
        message: impl Into<Cow<'static, str>>,
    ) -> Self {
        Self {
            status,
            code: code.into(),
            message: message.into(),
            retry_after: None,
            repeated_inside: false,
        }
    }

    fn bad(code: &'static str, message: impl Into<Cow<'static, str>>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, code, message)
    }

    /// Adds `Retry-After`, in seconds.
    pub(crate) fn retry_after(mut self, seconds: Option<u64>) -> Self {
        self.retry_after = seconds;
        self
    }

    /// Repeats the error as the first of `errors`, where the `from_to` tutorial reads it.
    pub(crate) fn repeated_inside(mut self) -> Self {
        self.repeated_inside = true;
        self
    }

    pub(crate) fn bad_request() -> Self {
        Self::bad(
            "bad.request",
            "The request could not be understood by the server due to malformed syntax.",
        )
    }

    pub(crate) fn not_simulated(what: &str) -> Self {
        Self::bad(
            "bad.request",
            format!("The sandbox does not simulate {what}."),
        )
    }

    pub(crate) fn invalid_property(property: &str, object: &str) -> Self {
        Self::bad(
            "invalid.property",
            format!("Value [{property}] is not a valid property for object [{object}]"),
        )
    }

    pub(crate) fn invalid_value(value: &serde_json::Value, kind: &str, allowed: &str) -> Self {
        let value = match value {
            serde_json::Value::String(text) => text.clone(),
            other => other.to_string(),
        };
        Self::bad(
            "invalid.value",
            format!(
                "Value [{value}] is not valid for field type [{kind}]. Allowable values are: {allowed}"
            ),
        )
    }

    pub(crate) fn invalid_query(value: &str, parameter: &str, allowed: &str) -> Self {
        Self::bad(
            "invalid.query.param.value",
            format!(
                "Value [{value}] is not valid for parameter [{parameter}]. Allowable values are: {allowed}"
            ),
        )
    }

    pub(crate) fn constraint(message: impl Into<Cow<'static, str>>) -> Self {
        Self::bad("constraint.validation", message)
    }

    pub(crate) fn other_bad(code: &'static str, message: &'static str) -> Self {
        Self::bad(code, message)
    }

    pub(crate) fn not_a_user() -> Self {
        Self::bad(
            "not.a.user",
            "This request requires a user context. Client credentials cannot be used for requests to this resource.",
        )
    }

    pub(crate) fn authentication_required() -> Self {
        Self::new(
            StatusCode::UNAUTHORIZED,
            "authentication.required",
            "No authentication bearer token specified in authorization header.",
        )
    }

    pub(crate) fn bad_credentials() -> Self {
        Self::new(
            StatusCode::UNAUTHORIZED,
            "bad.credentials",
            "Invalid login credentials.",
        )
    }

    pub(crate) fn missing_any_permissions(permissions: &str) -> Self {
        Self::new(
            StatusCode::FORBIDDEN,
            "missing.any.permissions",
            format!(
                "Unable to perform the requested action. You must have at least one of the following permissions assigned: [{permissions}]"
            ),
        )
    }

    pub(crate) fn invalid_date() -> Self {
        Self::bad(
            "invalid.date",
            "Dates must be specified as ISO-8601 strings. For example: yyyy-MM-ddTHH:mm:ss.SSSZ",
        )
    }

    pub(crate) fn invalid_topic() -> Self {
        Self::bad(
            "notification.invalid.topic",
            "The subscription topic is not valid.",
        )
    }

    pub(crate) fn unauthorized_topic() -> Self {
        Self::new(
            StatusCode::FORBIDDEN,
            "notification.unauthorized.topic",
            "Not authorized for this topic.",
        )
    }

    pub(crate) fn not_found() -> Self {
        Self::missing("not.found", "The requested resource was not found.")
    }

    pub(crate) fn missing(code: &'static str, message: &'static str) -> Self {
        Self::new(StatusCode::NOT_FOUND, code, message)
    }

    /// The contract names no code for a wrong method; this one is inferred.
    pub(crate) fn method_not_allowed() -> Self {
        Self::new(
            StatusCode::METHOD_NOT_ALLOWED,
            "method.not.allowed",
            "HTTP 405 Method Not Allowed",
        )
    }

    pub(crate) fn conflict(code: &'static str, message: &'static str) -> Self {
        Self::new(StatusCode::CONFLICT, code, message)
    }

    pub(crate) fn too_large(bytes: usize) -> Self {
        Self::new(
            StatusCode::PAYLOAD_TOO_LARGE,
            "request.entity.too.large",
            format!("The request is over the size limit. Maximum bytes: {bytes}"),
        )
    }

    pub(crate) fn unsupported_media_type() -> Self {
        Self::new(
            StatusCode::UNSUPPORTED_MEDIA_TYPE,
            "unsupported.media.type",
            "Unsupported Media Type - Unsupported or incorrect media type, such as an incorrect Content-Type value in the header.",
        )
    }

    pub(crate) fn too_many_requests(seconds: u64) -> Self {
        Self::new(
            StatusCode::TOO_MANY_REQUESTS,
            "too.many.requests.retry.after",
            format!("Rate limit exceeded the maximum. Retry the request in [{seconds}] seconds"),
        )
        .retry_after(Some(seconds))
    }

    pub(crate) fn internal() -> Self {
        Self::new(
            StatusCode::INTERNAL_SERVER_ERROR,
            "internal.server.error",
            "The server encountered an unexpected condition which prevented it from fulfilling the request.",
        )
    }
}

impl IntoResponse for ApiError {
    fn into_response(self) -> Response<Body> {
        let context = Uuid::new_v4().to_string();
        let mut body = json!({
            "message": self.message,
            "code": self.code,
            "status": self.status.as_u16(),
            "messageParams": {},
            "contextId": context,
            "details": [],
            "errors": [],
        });
        if self.repeated_inside {
            let inner = body.clone();
            body["errors"] = json!([inner]);
        }
        let mut response = (self.status, Json(body)).into_response();
        let headers = response.headers_mut();
        if let Ok(value) = HeaderValue::from_str(&context) {
            headers.insert(CORRELATION, value);
        }
        if let Some(seconds) = self.retry_after {
            headers.insert(RETRY_AFTER, seconds.into());
        }
        response
    }
}
