//! The one error of this crate.

use std::fmt;
use std::ops::Deref;
use std::time::Duration;

use crate::KeeperError;

/// Which step failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Operation {
    /// Getting a token: `POST /oauth/token`.
    Token,
    /// Finding or reading an agent: `/api/v2/users…`.
    LookUp,
    /// Placing a call: `POST /api/v2/conversations/calls…`.
    PlaceCall,
    /// Reading a call: `GET /api/v2/conversations/calls/{id}`.
    ReadCall,
    /// Hanging up for an agent: `PATCH /api/v2/conversations/calls/{id}/participants/{id}/user/{id}`.
    HangUp,
    /// Ending a whole conversation: `POST /api/v2/conversations/{id}/disconnect`.
    Disconnect,
    /// Making a channel: `POST /api/v2/notifications/channels`.
    CreateChannel,
    /// Asking whether a channel still exists: `HEAD /api/v2/notifications/channels/{id}`.
    VerifyChannel,
    /// Subscribing: `PUT` or `POST /api/v2/notifications/channels/{id}/subscriptions`.
    Subscribe,
    /// Opening a channel's socket, or hearing from it.
    Socket,
    /// Reading the calls of the token's own user: `GET /api/v2/conversations/calls`.
    ActiveCalls,
    /// Searching calls: `POST /api/v2/analytics/conversations/details/query`.
    CallDetails,
    /// Searching live calls: `POST /api/v2/analytics/conversations/activity/query`.
    CallActivity,
    /// Asking what the code of a sign-in is worth: `POST /oauth/token`.
    SignIn,
    /// Reading what is known of the token: `GET /api/v2/tokens/me`.
    TokenFacts,
    /// Ending the token: `DELETE /api/v2/tokens/me`.
    EndToken,
    /// Reading queues: `GET /api/v2/users/{id}/queues` or `GET /api/v2/routing/queues/me`.
    Queues,
    /// Reading the channels: `GET /api/v2/notifications/channels`.
    Channels,
}

impl Operation {
    /// The step as it is written in details, for example `place_call`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Token => "token",
            Self::LookUp => "look_up",
            Self::PlaceCall => "place_call",
            Self::ReadCall => "read_call",
            Self::HangUp => "hang_up",
            Self::Disconnect => "disconnect",
            Self::CreateChannel => "create_channel",
            Self::VerifyChannel => "verify_channel",
            Self::Subscribe => "subscribe",
            Self::Socket => "socket",
            Self::ActiveCalls => "active_calls",
            Self::CallDetails => "call_details",
            Self::CallActivity => "call_activity",
            Self::SignIn => "sign_in",
            Self::TokenFacts => "token_facts",
            Self::EndToken => "end_token",
            Self::Queues => "queues",
            Self::Channels => "channels",
        }
    }

    /// The permissions of which the API documents that the operation needs one, for a refusal that names none. Empty
    /// where it needs none, or where that depends on what is asked.
    pub fn permissions(self) -> &'static [&'static str] {
        match self {
            Self::PlaceCall => &["conversation:agentlessCall:add", "conversation:call:add"],
            Self::HangUp => &[
                "conversation:agentlessCall:add",
                "conversation:communication:disconnect",
                "conversation:participant:wrapup",
                "conversation:call:record",
            ],
            Self::Disconnect => &["conversation:communication:disconnect"],
            Self::CallDetails => &[
                "analytics:conversationDetail:view",
                "analytics:agentConversationDetail:view",
            ],
            Self::CallActivity => &["analytics:queueObservation:view"],
            Self::Queues => &["routing:queue:view"],
            Self::Token
            | Self::LookUp
            | Self::ReadCall
            | Self::CreateChannel
            | Self::VerifyChannel
            | Self::Subscribe
            | Self::Socket
            | Self::ActiveCalls
            | Self::SignIn
            | Self::TokenFacts
            | Self::EndToken
            | Self::Channels => &[],
        }
    }
}

/// Whether the server can have acted on a request that places or ends a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Acted {
    /// Certainly not.
    No,
    /// It may have.
    Maybe,
}

/// What went wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The host name could not be resolved.
    NameNotResolved,
    /// No connection could be made in time.
    Unreachable,
    /// The server's certificate is not trusted.
    CertificateUntrusted,
    /// The server's certificate has expired.
    CertificateExpired,
    /// No answer in time; [`ErrorFacts::waited`] says how long it was waited for.
    Timeout,
    /// The connection broke before the answer was complete.
    ConnectionLost,
    /// The server closed the socket.
    Closed,
    /// The answer, or one text of a socket, is longer than 1 MiB.
    AnswerTooLarge,
    /// The exchange failed in a way that has no name here.
    Network,
    /// The server answered 3xx; redirects are never followed.
    Redirected,
    /// The server answered 429; [`ErrorFacts::retry_after`] says when to try again, where it told.
    RateLimited,
    /// The server answered with another 4xx; [`ErrorFacts::code`] says why.
    Refused,
    /// The server answered 5xx or 408.
    ServerError,
    /// The answer is not what the API promises (HTML, broken JSON, no id).
    Unreadable,
    /// The agent or call that was asked for does not exist.
    NotFound,
    /// Another agent or call came back than the one that was asked for.
    Mismatch,
    /// Cancelled before anything that places a call was sent.
    Cancelled,
    /// The dialect does not have this operation.
    NotAvailable,
    /// What was asked for cannot be sent (for example an empty id); nothing was sent.
    InvalidInput,
    /// No connection could be made through the proxy; [`ErrorFacts::host`] is the proxy where it is known.
    ProxyUnreachable,
    /// The proxy wants a sign-in, or another one.
    ProxySignIn,
    /// Nobody is signed in (any more): the person must sign in again.
    SignedOut,
    /// The grant of the signed-in user could not be read or kept: [`ErrorFacts::keeper`].
    Keeper,
}

/// Why the server does not let these credentials do something, whatever it is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Denied {
    /// The operation is for the token of a user, and this one is a client's (`not.a.user`).
    UserNeeded,
    /// A permission is missing: [`ErrorFacts::missing_permissions`], else [`Operation::permissions`].
    Permission,
    /// The OAuth client does not have the scope (`app.not.authorized.for.scope`).
    Scope,
    /// Another 403, for example a security policy of the organisation.
    Other,
}

/// One entry of `details` in the API's error body.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ErrorDetail {
    /// `errorCode`.
    pub code: Option<String>,
    /// `fieldName`.
    pub field: Option<String>,
    /// `entityId`.
    pub entity_id: Option<String>,
    /// `entityName`.
    pub entity_name: Option<String>,
}

/// What is known about an error. No field holds a token or the secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ErrorFacts {
    /// Which step failed.
    pub operation: Operation,
    /// What went wrong.
    pub kind: ErrorKind,
    /// Whether the server can have acted on a request that places or ends a call.
    pub acted: Acted,
    /// HTTP status of the answer, where there was one.
    pub status: Option<u16>,
    /// The server's `code` (or `error`, from the token host).
    pub code: Option<String>,
    /// The server's message, shortened.
    pub message: Option<String>,
    /// The server's `details`.
    pub details: Vec<ErrorDetail>,
    /// Permissions the server says are missing, for example `conversation:call:add`.
    pub missing_permissions: Vec<String>,
    /// `ININ-Correlation-Id` of the answer, else the body's `contextId`.
    pub correlation_id: Option<String>,
    /// When the server wants to be asked again (`Retry-After`, else `inin-ratelimit-reset` of a 429).
    pub retry_after: Option<Duration>,
    /// The host that was talked to, with its port where that is not the usual one.
    pub host: Option<String>,
    /// How long an answer was waited for, where none came in time.
    pub waited: Option<Duration>,
    /// What the keeper of the grant said, for [`ErrorKind::Keeper`].
    pub keeper: Option<KeeperError>,
}

/// Anything that went wrong. Reads as its [`ErrorFacts`].
#[derive(Clone, PartialEq, Eq)]
pub struct Error(Box<ErrorFacts>);

impl Error {
    /// An error of which only the step and the kind are known, and that placed no call.
    pub fn new(operation: Operation, kind: ErrorKind) -> Self {
        Self(Box::new(ErrorFacts {
            operation,
            kind,
            acted: Acted::No,
            status: None,
            code: None,
            message: None,
            details: Vec::new(),
            missing_permissions: Vec::new(),
            correlation_id: None,
            retry_after: None,
            host: None,
            waited: None,
            keeper: None,
        }))
    }

    pub(crate) fn facts_mut(&mut self) -> &mut ErrorFacts {
        &mut self.0
    }
}

impl ErrorFacts {
    /// Whether, and why, the server denies these credentials what was asked. Trying again will not help.
    pub fn denied(&self) -> Option<Denied> {
        let code = self.code.as_deref().unwrap_or_default();
        match (self.status, code) {
            (Some(400 | 403), "not.a.user") => Some(Denied::UserNeeded),
            (Some(403), "app.not.authorized.for.scope") => Some(Denied::Scope),
            (
                Some(403),
                "missing.permissions"
                | "missing.any.permissions"
                | "missing.division.permission"
                | "missing.any.division.permissions",
            ) => Some(Denied::Permission),
            (Some(403), _) if !self.missing_permissions.is_empty() => Some(Denied::Permission),
            (Some(403), _) => Some(Denied::Other),
            _ => None,
        }
    }
}

impl Deref for Error {
    type Target = ErrorFacts;

    fn deref(&self) -> &ErrorFacts {
        &self.0
    }
}

impl From<ErrorFacts> for Error {
    fn from(facts: ErrorFacts) -> Self {
        Self(Box::new(facts))
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} failed: {:?}", self.operation.as_str(), self.kind)?;
        if let Some(status) = self.status {
            write!(f, ", status {status}")?;
        }
        if let Some(code) = &self.code {
            write!(f, ", {code}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Error {}
