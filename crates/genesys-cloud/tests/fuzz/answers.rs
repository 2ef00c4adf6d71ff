//! Whole answers, and what is true of whatever comes of them.

use std::time::Duration;

use fuzzing::Limits;
use genesys_cloud::{Error, Operation};
use proptest::prelude::*;
use proptest::test_runner::TestCaseError;
use serde_json::Value;

use crate::json::{Body, like};
use crate::samples;
use crate::server::{Reply, SECRET, with_headers};

/// A body is cut off at 1 MiB. As a tree it is larger: an object with one short member is 8 bytes of
/// text and some 650 of memory.
pub(crate) const LIMITS: Limits = Limits {
    memory: 96 * 1024 * 1024,
    time: Duration::from_secs(10),
    accepted: 0.2,
};

/// Headers that the client, or something below it, reads.
const HEADERS: &[&str] = &[
    "retry-after",
    "inin-ratelimit-count",
    "inin-ratelimit-allowed",
    "inin-ratelimit-reset",
    "inin-correlation-id",
    "content-length",
    "content-encoding",
    "content-type",
    "location",
    "transfer-encoding",
];

const VALUES: &[&str] = &[
    "0",
    "1",
    "5",
    "6",
    "-1",
    "1e9",
    "18446744073709551615",
    "99999999999999999999999",
    "0x10",
    "Thu, 01 Jan 2026 00:00:03 GMT",
    "Thu, 01 Jan 1970 00:00:03 GMT",
    "Fri, 31 Dec 9999 23:59:59 GMT",
    "Wed, 99 Foo 2026",
    "gzip",
    "chunked",
    "application/xml; charset=\"",
    "https://evil.example/",
    "../../etc",
    "4155552671 Alex Kim",
    "",
];

/// What a server answers.
#[derive(Debug, Clone)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    headers: Vec<(&'static str, &'static str)>,
    pub(crate) body: Body,
}

impl Answer {
    pub(crate) fn reply(&self) -> Reply {
        with_headers(self.status, &self.headers, self.body.0.clone())
    }

    pub(crate) fn is_2xx(&self) -> bool {
        (200..300).contains(&self.status)
    }

    /// Whether it says that nothing was done.
    pub(crate) fn is_definite(&self) -> bool {
        (400..500).contains(&self.status) && self.status != 408
    }
}

fn headers() -> impl Strategy<Value = Vec<(&'static str, &'static str)>> + Clone {
    let header = (prop::sample::select(HEADERS), prop::sample::select(VALUES));
    prop_oneof![
        3 => Just(Vec::new()),
        2 => prop::collection::vec(header, 0..5),
    ]
}

/// Answers with bodies like this one, and errors.
pub(crate) fn answers(samples: Vec<Value>) -> impl Strategy<Value = Answer> + Clone {
    let told = (
        prop::sample::select(vec![200_u16, 200, 200, 202, 204, 299]),
        headers(),
        like(samples),
    );
    let error = (
        prop_oneof![
            3 => prop::sample::select(vec![400_u16, 401, 403, 404, 408, 409, 413, 429, 500, 502, 503, 504]),
            1 => 200..600_u16,
        ],
        headers(),
        like(vec![samples::error(), samples::token_error()]),
    );
    prop_oneof![4 => told, 1 => error].prop_map(|(status, headers, body)| Answer {
        status,
        headers,
        body,
    })
}

/// Runs `work` in simulated time, so that no pause is waited for.
pub(crate) fn in_simulated_time<T>(work: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread()
        .enable_time()
        .start_paused(true)
        .build()
        .unwrap()
        .block_on(work)
}

/// What is true of every error, whatever the server said.
pub(crate) fn a_good_error(error: &Error, operation: Operation) -> Result<(), TestCaseError> {
    prop_assert!(
        error.operation == operation || error.operation == Operation::Token,
        "{error:?}"
    );
    for text in [&error.code, &error.message].into_iter().flatten() {
        prop_assert!(text.chars().count() <= 500 && !text.chars().any(char::is_control));
    }
    if let Some(id) = &error.correlation_id {
        is_plain(id)?;
    }
    prop_assert!(error.details.len() <= 20 && error.missing_permissions.len() <= 20);
    error.denied();
    let shown = format!("{error:?} {error}");
    // Before there is a token, no text of a server can repeat it.
    let before = matches!(error.operation, Operation::Token | Operation::SignIn);
    let token = !before && shown.contains("token-1");
    prop_assert!(!token && !shown.contains(SECRET), "{shown}");
    Ok(())
}

/// Whether it can be put into the path of a request and means nothing else there.
pub(crate) fn is_plain(id: &str) -> Result<(), TestCaseError> {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"._-".contains(&byte);
    prop_assert!(
        (1..=64).contains(&id.len()) && id != "." && id != ".." && id.bytes().all(plain),
        "{id:?}"
    );
    Ok(())
}
