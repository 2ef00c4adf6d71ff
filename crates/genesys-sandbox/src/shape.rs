//! Strict reading of JSON bodies: what is not in the published schema is refused in its words.

use http::{HeaderMap, header::CONTENT_TYPE};
use serde_json::{Map, Value};

use crate::error::ApiError;

/// A JSON object of the published schema.
#[derive(Debug)]
pub(crate) struct Shape {
    /// The schema's name, which error messages carry.
    pub(crate) name: &'static str,
    pub(crate) fields: &'static [(&'static str, Kind)],
}

/// What a field may hold. `null` counts as left out, as SDKs send it.
#[derive(Debug)]
pub(crate) enum Kind {
    Text,
    Integer,
    Number,
    Flag,
    Texts,
    /// An object whose values are all text.
    TextMap,
    OneOf(&'static [&'static str]),
    Object(&'static Shape),
    Objects(&'static Shape),
}

impl Kind {
    fn name(&self) -> &'static str {
        match self {
            Self::Text | Self::OneOf(_) => "String",
            Self::Integer => "Integer",
            Self::Number => "BigDecimal",
            Self::Flag => "Boolean",
            Self::Texts => "List<String>",
            Self::TextMap => "Map<String,String>",
            Self::Object(shape) | Self::Objects(shape) => shape.name,
        }
    }

    fn check(&self, value: &Value) -> Result<(), ApiError> {
        let wrong = |value: &Value| Err(ApiError::invalid_value(value, self.name(), ""));
        match (self, value) {
            (_, Value::Null)
            | (Self::Text, Value::String(_))
            | (Self::Flag, Value::Bool(_))
            | (Self::Number, Value::Number(_)) => Ok(()),
            (Self::Integer, Value::Number(number)) => match number.as_i64() {
                Some(whole) if i32::try_from(whole).is_ok() => Ok(()),
                _ => wrong(value),
            },
            (Self::Texts, Value::Array(items)) => items
                .iter()
                .find(|item| !item.is_string())
                .map_or(Ok(()), wrong),
            (Self::TextMap, Value::Object(map)) => map
                .values()
                .find(|item| !item.is_string())
                .map_or(Ok(()), wrong),
            (Self::OneOf(allowed), Value::String(text)) => {
                if allowed.contains(&text.as_str()) {
                    Ok(())
                } else {
                    Err(ApiError::invalid_value(
                        value,
                        self.name(),
                        &allowed.join(", "),
                    ))
                }
            }
            (Self::Object(shape), Value::Object(map)) => shape.check(map),
            (Self::Objects(shape), Value::Array(items)) => items.iter().try_for_each(|item| {
                item.as_object()
                    .map_or_else(|| wrong(item), |map| shape.check(map))
            }),
            _ => wrong(value),
        }
    }
}

impl Shape {
    /// The body as an object that fits this shape.
    ///
    /// # Errors
    /// 415 for another content type, `bad.request` for what is not a JSON object,
    /// `invalid.property` for an unknown field, `invalid.value` for a wrong type.
    pub(crate) fn read(
        &self,
        headers: &HeaderMap,
        body: &[u8],
    ) -> Result<Map<String, Value>, ApiError> {
        if !is_json(headers) {
            return Err(ApiError::unsupported_media_type());
        }
        match serde_json::from_slice(body) {
            Ok(Value::Object(map)) => self.check(&map).map(|()| map),
            _ => Err(ApiError::bad_request()),
        }
    }

    /// The body as a list of such objects; refused as [`read`](Self::read) refuses.
    pub(crate) fn read_list(
        &self,
        headers: &HeaderMap,
        body: &[u8],
    ) -> Result<Vec<Map<String, Value>>, ApiError> {
        if !is_json(headers) {
            return Err(ApiError::unsupported_media_type());
        }
        let list: Vec<Map<String, Value>> =
            serde_json::from_slice(body).map_err(|_| ApiError::bad_request())?;
        list.iter().try_for_each(|map| self.check(map))?;
        Ok(list)
    }

    fn check(&self, map: &Map<String, Value>) -> Result<(), ApiError> {
        map.iter().try_for_each(|(name, value)| {
            match self.fields.iter().find(|(known, _)| known == name) {
                Some((_, kind)) => kind.check(value),
                None => Err(ApiError::invalid_property(name, self.name)),
            }
        })
    }
}

fn is_json(headers: &HeaderMap) -> bool {
    headers
        .get(CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .and_then(|value| value.split(';').next())
        .is_some_and(|kind| kind.trim().eq_ignore_ascii_case("application/json"))
}

/// Whether nothing came, or the `null` that an SDK sends instead.
///
/// # Errors
/// `bad.request` for anything else.
pub(crate) fn no_body(body: &[u8]) -> Result<(), ApiError> {
    match body.trim_ascii() {
        b"" | b"null" => Ok(()),
        _ => Err(ApiError::bad_request()),
    }
}

/// A text field that is there and says something.
pub(crate) fn text<'a>(map: &'a Map<String, Value>, name: &str) -> Option<&'a str> {
    map.get(name)
        .and_then(Value::as_str)
        .filter(|text| !text.trim().is_empty())
}

#[cfg(test)]
mod tests {
    use axum::response::IntoResponse;
    use http::HeaderValue;

    use super::*;

    static INNER: Shape = Shape {
        name: "Inner",
        fields: &[("id", Kind::Text)],
    };
    static OUTER: Shape = Shape {
        name: "Outer",
        fields: &[
            ("count", Kind::Integer),
            ("tags", Kind::TextMap),
            ("order", Kind::OneOf(&["ASC", "DESC"])),
            ("inner", Kind::Objects(&INNER)),
        ],
    };

    async fn code(body: &str) -> String {
        let mut headers = HeaderMap::new();
        headers.insert(
            CONTENT_TYPE,
            HeaderValue::from_static("application/json; charset=utf-8"),
        );
        match OUTER.read(&headers, body.as_bytes()) {
            Ok(_) => "fits".to_owned(),
            Err(error) => {
                let body = error.into_response().into_body();
                let body = axum::body::to_bytes(body, 10_000).await.unwrap();
                let body: Value = serde_json::from_slice(&body).unwrap();
                format!(
                    "{}: {}",
                    body["code"].as_str().unwrap(),
                    body["message"].as_str().unwrap()
                )
            }
        }
    }

    #[tokio::test]
    async fn what_the_schema_does_not_have_is_refused() {
        assert_eq!(
            code(r#"{"count":1,"tags":{"a":"b"},"order":"ASC","inner":null}"#).await,
            "fits"
        );
        assert_eq!(
            code(r#"{"from":1}"#).await,
            "invalid.property: Value [from] is not a valid property for object [Outer]"
        );
        assert_eq!(
            code(r#"{"inner":[{"id":"x","to":1}]}"#).await,
            "invalid.property: Value [to] is not a valid property for object [Inner]"
        );
    }

    #[tokio::test]
    async fn wrong_types_are_refused() {
        for body in [
            r#"{"count":"1"}"#,
            r#"{"count":1.5}"#,
            r#"{"count":3000000000}"#,
            r#"{"tags":{"a":1}}"#,
            r#"{"order":"asc"}"#,
            r#"{"inner":{}}"#,
            r#"{"inner":["x"]}"#,
        ] {
            assert!(code(body).await.starts_with("invalid.value"), "{body}");
        }
        for body in ["", "null", "[]", "{", "\"x\""] {
            assert!(code(body).await.starts_with("bad.request"), "{body}");
        }
    }
}
