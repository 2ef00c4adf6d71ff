//! Every request and what happens on sockets, in order, without secrets.

use std::collections::VecDeque;

use http::{HeaderMap, StatusCode, header::CONTENT_TYPE, request::Parts};
use jiff::Timestamp;
use serde_json::{Map, Value};
use url::form_urlencoded;

use crate::record::JournalEntry;

const REMOVED: &str = "[removed]";

/// Fields that hold something a journal must not keep.
const SECRET_FIELDS: [&str; 7] = [
    "client_secret",
    "secret",
    "password",
    "access_token",
    "refresh_token",
    "assertion",
    "code_verifier",
];

/// How many requests are kept: more than any test makes, and little for an app that runs for days.
const KEPT: usize = 20_000;

#[derive(Debug, Default)]
pub(crate) struct Journal {
    entries: VecDeque<JournalEntry>,
    arrived: u64,
}

impl Journal {
    /// Writes a request down when it arrives; returns its place for [`answered`](Self::answered).
    pub(crate) fn arrived(
        &mut self,
        time: Timestamp,
        parts: &Parts,
        body: &[u8],
        secret: &str,
    ) -> u64 {
        self.arrived += 1;
        self.keep(JournalEntry {
            seq: self.arrived,
            time,
            method: parts.method.to_string(),
            path: without(parts.uri.path(), secret),
            query: parts.uri.query().map(|query| without(query, secret)),
            status: None,
            body: readable(&parts.headers, body)
                .map(|body| cleaned(body, secret))
                .map(|body| without_code(body, parts.uri.path())),
        });
        self.arrived
    }

    /// Writes down what happened on a socket.
    pub(crate) fn socket(&mut self, time: Timestamp, path: String, body: Value, secret: &str) {
        self.arrived += 1;
        self.keep(JournalEntry {
            seq: self.arrived,
            time,
            method: "SOCKET".to_owned(),
            path,
            query: None,
            status: None,
            body: Some(cleaned(body, secret)),
        });
    }

    fn keep(&mut self, entry: JournalEntry) {
        if self.entries.len() == KEPT {
            self.entries.pop_front();
        }
        self.entries.push_back(entry);
    }

    pub(crate) fn answered(&mut self, seq: u64, status: StatusCode) {
        if let Some(entry) = self.entries.iter_mut().rev().find(|entry| entry.seq == seq) {
            entry.status = Some(status.as_u16());
        }
    }

    pub(crate) fn entries(&self) -> Vec<JournalEntry> {
        self.entries.iter().cloned().collect()
    }

    /// Forgets the entries. The count goes on, so that a late answer finds no newer entry.
    pub(crate) fn clear(&mut self) {
        self.entries.clear();
    }
}

fn readable(headers: &HeaderMap, body: &[u8]) -> Option<Value> {
    if body.is_empty() {
        return None;
    }
    let is_form = headers
        .get(CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .is_some_and(|kind| kind.starts_with("application/x-www-form-urlencoded"));
    if is_form {
        let fields = form_urlencoded::parse(body)
            .map(|(name, value)| (name.into_owned(), Value::String(value.into_owned())))
            .collect::<Map<_, _>>();
        return Some(Value::Object(fields));
    }
    serde_json::from_slice(body).ok().or_else(|| {
        std::str::from_utf8(body)
            .ok()
            .map(|text| Value::String(text.to_owned()))
    })
}

/// The code of a sign-in is as good as a token. Elsewhere a `code` is no secret.
fn without_code(mut body: Value, path: &str) -> Value {
    if path == "/oauth/token"
        && let Some(code) = body.get_mut("code")
    {
        *code = Value::String(REMOVED.to_owned());
    }
    body
}

fn cleaned(value: Value, secret: &str) -> Value {
    match value {
        Value::String(text) => Value::String(without(&text, secret)),
        Value::Array(items) => Value::Array(
            items
                .into_iter()
                .map(|item| cleaned(item, secret))
                .collect(),
        ),
        Value::Object(map) => Value::Object(
            map.into_iter()
                .map(|(name, value)| {
                    if SECRET_FIELDS.contains(&name.to_ascii_lowercase().as_str()) {
                        (name, Value::String(REMOVED.to_owned()))
                    } else {
                        (name, cleaned(value, secret))
                    }
                })
                .collect(),
        ),
        other => other,
    }
}

/// The text without the client secret, wherever it was put.
fn without(text: &str, secret: &str) -> String {
    if secret.is_empty() {
        text.to_owned()
    } else {
        text.replace(secret, REMOVED)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn body_of(content_type: &str, body: &str) -> Value {
        let (parts, ()) = http::Request::post("/oauth/token?s=hunter2")
            .header(CONTENT_TYPE, content_type)
            .body(())
            .unwrap()
            .into_parts();
        let mut journal = Journal::default();
        let seq = journal.arrived(Timestamp::UNIX_EPOCH, &parts, body.as_bytes(), "hunter2");
        journal.answered(seq, StatusCode::OK);
        let entry = journal.entries().remove(0);
        assert_eq!(entry.status, Some(200));
        assert_eq!(entry.query.as_deref(), Some("s=[removed]"));
        entry.body.unwrap_or_default()
    }

    #[test]
    fn the_oldest_entries_go_first() {
        let (parts, ()) = http::Request::get("/").body(()).unwrap().into_parts();
        let mut journal = Journal::default();
        for _ in 0..=KEPT {
            journal.arrived(Timestamp::UNIX_EPOCH, &parts, b"", "");
        }
        let entries = journal.entries();
        assert_eq!((entries.len(), entries[0].seq), (KEPT, 2));
    }

    #[test]
    fn secrets_are_removed_wherever_they_are() {
        let form = body_of(
            "application/x-www-form-urlencoded",
            "grant_type=client_credentials&client_id=a&client_secret=wrong",
        );
        assert_eq!(form["client_secret"], REMOVED);
        assert_eq!(form["grant_type"], "client_credentials");
        let form = body_of(
            "application/x-www-form-urlencoded",
            "grant_type=authorization_code&code=c0de&code_verifier=v&refresh_token=r",
        );
        for name in ["code", "code_verifier", "refresh_token"] {
            assert_eq!(form[name], REMOVED, "{name}");
        }
        let json = body_of(
            "application/json",
            r#"{"a":[{"note":"my hunter2"}],"password":1}"#,
        );
        assert_eq!(json["a"][0]["note"], "my [removed]");
        assert_eq!(json["password"], REMOVED);
        assert_eq!(body_of("text/plain", "is hunter2"), "is [removed]");
    }
}
