//! How servers differ. Everything that differs is here, so that another dialect touches this file only.

use http::Method;
use serde_json::{Value, json};

use crate::{PlaceCall, Region};

/// Name of the call attribute that carries our own attempt id ([`Dialect::Platform`] only).
pub const ATTEMPT_ID_ATTRIBUTE: &str = "ringforAttemptId";

/// What is read with an agent to tell whether a call can work.
pub(crate) const READINESS: [&str; 4] = [
    "station",
    "presence",
    "routingStatus",
    "conversationSummary",
];

/// How a server wants to be spoken to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Dialect {
    /// The published API.
    #[default]
    Platform,
    /// The first tutorial's shapes.
    Participants,
    /// The second tutorial's shapes.
    FromTo,
}

/// How the client id and secret travel to the token host.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TokenAuth {
    /// In an HTTP Basic header.
    Basic,
    /// In the form.
    Form,
}

/// A request, before it has a host and a token.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct ApiRequest {
    pub(crate) method: Method,
    /// Segments of the path, not yet escaped.
    pub(crate) path: Vec<String>,
    pub(crate) query: Vec<(&'static str, String)>,
    pub(crate) body: Option<Value>,
    /// Name of the array that holds the users, where users are asked for.
    pub(crate) list: &'static str,
}

impl ApiRequest {
    pub(crate) fn get(path: &[&str]) -> Self {
        Self::new(Method::GET, path, None)
    }

    pub(crate) fn post(path: &[&str], body: Value) -> Self {
        Self::new(Method::POST, path, Some(body))
    }

    pub(crate) fn new(method: Method, path: &[&str], body: Option<Value>) -> Self {
        Self {
            method,
            path: owned(path),
            query: Vec::new(),
            body,
            list: "",
        }
    }
}

fn owned(path: &[&str]) -> Vec<String> {
    path.iter().map(|&segment| segment.to_owned()).collect()
}

impl Dialect {
    /// All dialects.
    pub const ALL: &'static [Self] = &[Self::Platform, Self::Participants, Self::FromTo];

    /// The name: `platform`, `participants` or `from_to`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Platform => "platform",
            Self::Participants => "participants",
            Self::FromTo => "from_to",
        }
    }

    /// The dialect with this name.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL
            .iter()
            .copied()
            .find(|dialect| dialect.as_str() == text)
    }

    /// Whether agents can be found by the first letters; else the whole e-mail is needed.
    pub fn type_ahead(self) -> bool {
        matches!(self, Self::Platform)
    }

    /// Whether a caller id, a queue and attributes can be sent with a call; else they are left out.
    pub fn call_options(self) -> bool {
        matches!(self, Self::Platform)
    }

    /// Whether a call can be placed to an extension of the organisation. The tutorials know E.164 only.
    pub fn extensions(self) -> bool {
        matches!(self, Self::Platform)
    }

    /// Base of the API in a region.
    pub(crate) fn api_base(self, region: Region) -> String {
        match self {
            Self::Platform | Self::Participants => format!("https://api.{}", region.domain()),
            Self::FromTo => format!("https://{}", region.domain()),
        }
    }

    /// Base of the token host in a region.
    pub(crate) fn token_base(self, region: Region) -> String {
        match self {
            Self::Platform => format!("https://login.{}", region.domain()),
            Self::Participants => format!("https://api.{}", region.domain()),
            Self::FromTo => format!("https://{}", region.domain()),
        }
    }

    pub(crate) fn token_auth(self) -> TokenAuth {
        match self {
            Self::Platform => TokenAuth::Basic,
            Self::Participants | Self::FromTo => TokenAuth::Form,
        }
    }

    /// The request that finds an agent by the whole e-mail.
    ///
    /// The tutorials' query parameter does not exist in the published API, whose servers ignore it and answer with an
    /// arbitrary user: what comes back is compared with `email` by the caller.
    pub(crate) fn find_by_email(self, email: &str) -> ApiRequest {
        match self {
            Self::Platform => ApiRequest {
                list: "results",
                ..ApiRequest::post(
                    &["api", "v2", "users", "search"],
                    json!({
                        "query": [{"type": "EXACT", "fields": ["email"], "value": email}],
                        "sortBy": "email",
                        "sortOrder": "ASC",
                        "expand": READINESS,
                    }),
                )
            },
            Self::Participants | Self::FromTo => ApiRequest {
                query: vec![
                    ("email", email.to_owned()),
                    ("pageSize", "1".to_owned()),
                    ("pageNumber", "1".to_owned()),
                ],
                list: "entities",
                ..ApiRequest::get(&["api", "v2", "users"])
            },
        }
    }

    /// The request that finds agents whose name or e-mail starts with `prefix`, where the dialect has one.
    pub(crate) fn find_by_prefix(self, prefix: &str, limit: usize) -> Option<ApiRequest> {
        match self {
            Self::Platform => Some(ApiRequest {
                list: "results",
                ..ApiRequest::post(
                    &["api", "v2", "users", "search"],
                    json!({
                        "query": [{"type": "STARTS_WITH", "fields": ["name", "email"], "value": prefix}],
                        "pageSize": limit,
                        "pageNumber": 1,
                        "sortBy": "name",
                        "sortOrder": "ASC",
                        "expand": READINESS,
                    }),
                )
            }),
            Self::Participants | Self::FromTo => None,
        }
    }

    /// The request that places a call, with the token of a user or of a client. Only `platform` has both.
    pub(crate) fn place(self, call: &PlaceCall, by_a_user: bool) -> ApiRequest {
        match self {
            Self::Platform => {
                let mut body = json!({ "phoneNumber": call.number });
                if let Some(caller_id) = &call.caller_id {
                    body["callerId"] = json!(caller_id);
                }
                if let Some(caller_name) = &call.caller_name {
                    body["callerIdName"] = json!(caller_name);
                }
                if let Some(queue_id) = &call.queue_id {
                    body["callFromQueueId"] = json!(queue_id);
                }
                if !call.attributes.is_empty() {
                    body["attributes"] = json!(call.attributes);
                }
                let mut path = vec!["api", "v2", "conversations", "calls"];
                if !by_a_user {
                    path.extend(["user", &call.agent_id]);
                }
                ApiRequest::post(&path, body)
            }
            Self::Participants => ApiRequest::post(
                &["api", "v2", "conversations", "calls"],
                json!({
                    "participants": [{
                        "from": {"id": call.agent_id, "type": "user"},
                        "to": {"id": call.number, "type": "phone"},
                        "role": "agent",
                    }],
                }),
            ),
            Self::FromTo => {
                let mut from = json!({"id": call.agent_id, "type": "user"});
                if let Some(name) = &call.agent_name {
                    from["name"] = json!(name);
                }
                ApiRequest::post(
                    &["api", "v2", "conversations", "calls"],
                    json!({
                        "type": "call",
                        "from": from,
                        "to": {"phoneNumber": call.number, "type": "external"},
                        "log": true,
                        "record": false,
                    }),
                )
            }
        }
    }
}
