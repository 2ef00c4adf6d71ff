//! Faults that a test scripts: which request, topic, socket or snapshot fails, how, and how often.

use http::request::Parts;
use serde::{Deserialize, Serialize};
use url::form_urlencoded;

/// One scripted fault.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FaultRule {
    /// What it hits: `METHOD /path` of a request (without the query), for tokens also
    /// `POST /oauth/token GRANT_TYPE`, `TOPIC v2.users.…` that is
    /// subscribed to, `SOCKET /channels/…` that is open, `SNAPSHOT v2.users.…` that is pushed; which
    /// of them is the [`fault`](Self::fault)'s to say. `*` stands for any run of characters.
    #[serde(rename = "match")]
    pub matching: String,
    /// How many of them it hits before it is used up.
    #[serde(default = "once")]
    pub times: u32,
    /// What happens to them.
    pub fault: Fault,
}

impl FaultRule {
    /// A rule that hits once.
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

/// What happens to what a [`FaultRule`] matches: a request, unless the fault names something else.
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
    /// A topic: the permission check fails, so it is `Rejected` or the request is a 403.
    RejectTopic,
    /// A socket: it looks healthy, heartbeats and pongs included, and delivers no snapshot.
    DeafSocket,
    /// A socket: the connection is gone without a closing frame.
    DropSocket {
        /// How long after the rule and the socket met, in milliseconds of tokio time.
        #[serde(default)]
        after_ms: u64,
    },
    /// A socket: `v2.system.socket_closing` comes, and a minute later the end.
    ClosingNotice {
        /// How long after the rule and the socket met, in milliseconds of tokio time.
        #[serde(default)]
        after_ms: u64,
    },
    /// A socket: its channel is removed as if a 21st one had been made.
    EvictChannel {
        /// How long after the rule and the socket met, in milliseconds of tokio time.
        #[serde(default)]
        after_ms: u64,
    },
    /// A snapshot: it comes twice.
    DuplicateSnapshot,
    /// A snapshot: it comes late; newer ones overtake it.
    LateSnapshot {
        /// How late, in milliseconds of tokio time.
        ms: u64,
    },
    /// A snapshot: it comes after the next one on its socket, or after 5 s without one.
    ReorderSnapshot,
    /// A snapshot: it never comes.
    LoseSnapshot,
    /// A snapshot: half of its text comes.
    GarbleSnapshot,
}

/// What a fault can hit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// A request, the handshake of a socket included.
    Request,
    /// A topic that is subscribed to.
    Topic,
    /// A socket that is open.
    Socket,
    /// A snapshot that is pushed.
    Snapshot,
}

impl Fault {
    /// What it can hit.
    #[must_use]
    pub fn target(&self) -> Target {
        match self {
            Self::Status { .. }
            | Self::Delay { .. }
            | Self::DropBefore
            | Self::DropAfter
            | Self::Truncate
            | Self::Garbage
            | Self::Redirect { .. }
            | Self::ExpireTokens => Target::Request,
            Self::RejectTopic => Target::Topic,
            Self::DeafSocket
            | Self::DropSocket { .. }
            | Self::ClosingNotice { .. }
            | Self::EvictChannel { .. } => Target::Socket,
            Self::DuplicateSnapshot
            | Self::LateSnapshot { .. }
            | Self::ReorderSnapshot
            | Self::LoseSnapshot
            | Self::GarbleSnapshot => Target::Snapshot,
        }
    }
}

/// The rules that are not used up, oldest first, each with its number.
#[derive(Debug, Default)]
pub(crate) struct Faults {
    rules: Vec<(u64, FaultRule)>,
    added: u64,
}

impl Faults {
    pub(crate) fn add(&mut self, rule: FaultRule) {
        if rule.times > 0 {
            self.added += 1;
            self.rules.push((self.added, rule));
        }
    }

    /// The fault for something, counted as used. The oldest rule that matches wins.
    pub(crate) fn take(&mut self, target: Target, what: &str) -> Option<Fault> {
        self.take_any(target, &[what])
    }

    /// The same for what goes by more than one name.
    pub(crate) fn take_any(&mut self, target: Target, names: &[impl AsRef<str>]) -> Option<Fault> {
        self.take_newer(target, names, 0).map(|(_, fault)| fault)
    }

    /// The same among the rules after that number, so that a rule hits one socket only once.
    pub(crate) fn take_newer(
        &mut self,
        target: Target,
        names: &[impl AsRef<str>],
        than: u64,
    ) -> Option<(u64, Fault)> {
        let index = self.rules.iter().position(|(number, rule)| {
            *number > than
                && rule.fault.target() == target
                && names.iter().any(|name| glob(&rule.matching, name.as_ref()))
        })?;
        let (number, rule) = self.rules.get_mut(index)?;
        rule.times -= 1;
        let taken = (*number, rule.fault.clone());
        if rule.times == 0 {
            self.rules.remove(index);
        }
        Some(taken)
    }

    pub(crate) fn left(&self) -> Vec<FaultRule> {
        self.rules.iter().map(|(_, rule)| rule.clone()).collect()
    }

    /// Forgets the rules. The count goes on, so that new rules are newer than forgotten ones.
    pub(crate) fn clear(&mut self) {
        self.rules.clear();
    }
}

/// What a request is called by rules: a token request is also called by its grant type.
pub(crate) fn names(parts: &Parts, body: &[u8]) -> Vec<String> {
    let name = format!("{} {}", parts.method, parts.uri.path());
    let grant = (parts.uri.path() == "/oauth/token")
        .then(|| form_urlencoded::parse(body).find(|(key, _)| key == "grant_type"))
        .flatten()
        .map(|(_, grant)| format!("{name} {grant}"));
    std::iter::once(name).chain(grant).collect()
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
        let mut take = |request| faults.take(Target::Request, request);
        assert_eq!(take("POST /a"), None);
        assert_eq!(take("GET /a"), Some(Fault::DropBefore));
        assert_eq!(take("GET /a"), Some(Fault::DropBefore));
        assert_eq!(take("GET /a"), Some(Fault::Garbage));
        assert_eq!(take("GET /a"), None);
        assert!(faults.left().is_empty());
    }

    #[test]
    fn a_rule_waits_for_what_its_fault_can_hit() {
        let mut faults = Faults::default();
        faults.add(FaultRule::once("*", Fault::LoseSnapshot));
        faults.add(FaultRule::once("*", Fault::DeafSocket));
        faults.add(FaultRule::once("*", Fault::RejectTopic));
        assert_eq!(faults.take(Target::Request, "GET /a"), None);
        let socket = faults.take_newer(Target::Socket, &["SOCKET /channels/a"], 0);
        assert_eq!(socket, Some((2, Fault::DeafSocket)));
        assert_eq!(
            faults.take(Target::Topic, "TOPIC a"),
            Some(Fault::RejectTopic)
        );
        assert_eq!(
            faults.take(Target::Snapshot, "SNAPSHOT a"),
            Some(Fault::LoseSnapshot)
        );
    }

    #[test]
    fn a_socket_meets_each_rule_once() {
        let mut faults = Faults::default();
        faults.add(FaultRule {
            times: 9,
            ..FaultRule::once("SOCKET *", Fault::DropSocket { after_ms: 0 })
        });
        let socket = "SOCKET /channels/a";
        let (met, _) = faults.take_newer(Target::Socket, &[socket], 0).unwrap();
        assert_eq!(faults.take_newer(Target::Socket, &[socket], met), None);
        assert!(faults.take_newer(Target::Socket, &[socket], 0).is_some());
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
