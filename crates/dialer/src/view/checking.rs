//! *Check connection*, as a list that fills in.

use std::collections::BTreeMap;

use serde::Serialize;
use ts_rs::TS;

use crate::problem::Problem;

/// What is looked at, in this order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum CheckName {
    /// Whether a proxy is used, and answers. Facts: `proxy` (host and port), `kind`.
    Proxy,
    /// The names of the hosts. Facts: `hosts`.
    Name,
    /// The secured connection. Facts: `issuer`, `until`.
    Tls,
    /// How far this computer's clock is from the server's. Facts: `seconds`.
    Clock,
    /// The keyring and the token.
    Token,
    /// The organisation. Facts: `organisation`, `client`, `user`.
    Organisation,
    /// Finding users.
    SearchUsers,
    /// Reading the phone (station) of a user.
    ReadStation,
    /// Placing calls: on behalf of an agent, or as the person who is signed in.
    PlaceCalls,
    /// Being told of calls as they happen.
    Notifications,
    /// The chosen agent: active, has a phone, not on a call. Facts: `agent`.
    Agent,
}

/// How a step went.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum CheckState {
    /// Its turn has not come.
    Waiting,
    /// It is looked at.
    Running,
    /// It works.
    Passed,
    /// It works, but not well, or it cannot be told without a call.
    Warned,
    /// It does not work.
    Failed,
    /// It does not apply, or cannot be looked at because an earlier step failed.
    Skipped,
}

/// One line of the check.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct CheckStep {
    /// What is looked at.
    pub name: CheckName,
    /// How it went.
    pub state: CheckState,
    /// What is wrong: cause, fix and who can fix it.
    pub problem: Option<Problem>,
    /// What was seen; never a secret.
    pub facts: BTreeMap<String, String>,
}
