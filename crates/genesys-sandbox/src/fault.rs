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

/// The rules that are not used up, oldest first.
#[derive(Debug, Default)]
pub(crate) struct Faults(Vec<FaultRule>);

impl Faults {
    pub(crate) fn add(&mut self, rule: FaultRule) {
        if rule.times > 0 {
            self.0.push(rule);
        }
    }

    /// The fault for a request, counted as used. The oldest rule that matches wins.
    pub(crate) fn take(&mut self, method: &str, path: &str) -> Option<Fault> {
        let request = format!("{method} {path}");
        let index = self
            .0
            .iter()
            .position(|rule| glob(&rule.matching, &request))?;
        let rule = self.0.get_mut(index)?;
        rule.times -= 1;
        let fault = rule.fault.clone();
        if rule.times == 0 {
            self.0.remove(index);
        }
        Some(fault)
    }

    pub(crate) fn left(&self) -> Vec<FaultRule> {
        self.0.clone()
    }

    pub(crate) fn clear(&mut self) {
        self.0.clear();
    }
}

/// Whether the whole text fits the pattern, in which `*` is any run of characters.
fn glob(pattern: &str, text: &str) -> bool {
    let mut parts = pattern.split('*');
    let Some(mut rest) = parts.next().and_then(|first| text.strip_prefix(first)) else {
        return false;
    };
    let mut parts = parts.peekable();
    while let Some(part) = parts.next() {
        if parts.peek().is_none() {
            return rest.ends_with(part);
        }
        match rest.find(part) {
            Some(at) => rest = &rest[at + part.len()..],
            None => return false,
        }
    }
    rest.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stars_stand_for_anything() {
        let request = "POST /api/v2/conversations/calls/user/abc";
        for pattern in [
            "*",
            request,
            "POST *",
            "* /api/v2/conversations/calls/user/*",
            "POST /api/*/calls/*",
            "*/abc",
            "POST /api/v2/conversations/calls/user/abc*",
        ] {
            assert!(glob(pattern, request), "{pattern}");
        }
        for pattern in [
            "",
            "POST",
            "GET *",
            "POST /api/*/users/*",
            "*/ab",
            "POST /api/v2/conversations/calls",
        ] {
            assert!(!glob(pattern, request), "{pattern}");
        }
        assert!(!glob("aba*ba", "aba"), "one character is not used twice");
    }

    #[test]
    fn a_rule_is_used_up_and_the_oldest_goes_first() {
        let mut faults = Faults::default();
        faults.add(FaultRule {
            times: 2,
            ..FaultRule::once("GET *", Fault::DropBefore)
        });
        faults.add(FaultRule::once("GET /a", Fault::Garbage));
        assert_eq!(faults.take("POST", "/a"), None);
        assert_eq!(faults.take("GET", "/a"), Some(Fault::DropBefore));
        assert_eq!(faults.take("GET", "/a"), Some(Fault::DropBefore));
        assert_eq!(faults.take("GET", "/a"), Some(Fault::Garbage));
        assert_eq!(faults.take("GET", "/a"), None);
        assert!(faults.left().is_empty());
    }

    #[test]
    fn rules_are_read_strictly() {
        let rule: FaultRule = serde_json::from_str(
            r#"{"match":"GET /x","fault":{"kind":"status","status":503,"retry_after":2}}"#,
        )
        .unwrap();
        assert_eq!(rule.times, 1);
        for wrong in [
            r#"{"match":"GET /x","fault":{"kind":"unheard_of"}}"#,
            r#"{"match":"GET /x","fault":{"kind":"delay"}}"#,
            r#"{"match":"GET /x","fault":{"kind":"delay","ms":1,"seconds":2}}"#,
            r#"{"match":"GET /x","time":3,"fault":{"kind":"garbage"}}"#,
        ] {
            assert!(serde_json::from_str::<FaultRule>(wrong).is_err(), "{wrong}");
        }
    }
}
