//! Faults that a test scripts: which request fails, how, and how often.

use serde::{Deserialize, Serialize};

/// One scripted fault.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FaultRule {
    /// `METHOD /path`, without the query. `*` stands for any run of characters, slashes included.
    #[serde(rename = "match")]
    pub matching: String,
    /// How many requests it hits before it is used up.
    #[serde(default = "once")]
    pub times: u32,
    /// What happens to them.
    pub fault: Fault,
}

impl FaultRule {
    /// A rule that hits one request.
    #[must_use]
    pub fn once(matching: impl Into<String>, fault: Fault) -> Self {
        Self {
            matching: matching.into(),
            times: once(),
            fault,
        }
    }
}

fn once() -> u32 {
    1
}

/// What happens to a request that a [`FaultRule`] matches.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum Fault {
    /// Nothing is done; the answer is this error.
    Status {
        /// The HTTP status.
        status: u16,
        /// The `code` of the error body; `internal.server.error` when left out.
        #[serde(default)]
        code: Option<String>,
        /// `Retry-After`, in seconds.
        #[serde(default)]
        retry_after: Option<u64>,
        /// The text of the error body.
        #[serde(default)]
        message: Option<String>,
    },
    /// The request is done at once; its answer is held back.
    Delay {
        /// How long, in milliseconds of tokio time (`Config::speed` does not scale it).
        ms: u64,
    },
    /// Nothing is done; the connection is closed without an answer.
    DropBefore,
    /// The request is done; the connection is closed without an answer.
    DropAfter,
    /// The request is done; half of its answer comes, then the connection is closed.
    Truncate,
    /// The request is done; its status comes with a body that is not JSON.
    Garbage,
    /// Nothing is done; the answer is a 307.
    Redirect {
        /// Where to; a path that does not exist when left out.
        #[serde(default)]
        location: Option<String>,
    },
    /// Every token issued so far stops working, then the request goes on.
    ExpireTokens,
}
