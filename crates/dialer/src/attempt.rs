//! The words of an attempt: id, outcome, call state, end reason.

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// Id of one press of Call; a UUID minted where Call is pressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[ts(export, type = "string")]
pub struct AttemptId(pub Uuid);

impl AttemptId {
    /// A new id (UUID v7).
    pub fn mint() -> Self {
        Self(Uuid::now_v7())
    }
}

impl std::fmt::Display for AttemptId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

macro_rules! words {
    ($(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident = $text:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
        #[serde(rename_all = "snake_case")]
        #[ts(export)]
        pub enum $name { $($(#[$doc])* $variant,)+ }

        impl $name {
            /// All values.
            pub const ALL: &[Self] = &[$(Self::$variant,)+];

            /// The word as it is stored and sent.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text,)+ }
            }

            /// The value that is stored as `text`.
            pub fn parse(text: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|value| value.as_str() == text)
            }
        }
    };
}

words! {
    /// What became of an attempt.
    Outcome {
        /// Not known yet.
        Pending = "pending",
        /// Genesys Cloud accepted it and gave a conversation id.
        Placed = "placed",
        /// It is certain that no call was made.
        Refused = "refused",
        /// It may or may not have been made; it is looked up, not guessed.
        Unknown = "unknown",
    }
}

words! {
    /// Where a placed call is.
    CallState {
        /// Accepted; nothing rings yet.
        Requested = "requested",
        /// The agent's phone rings.
        RingingAgent = "ringing_agent",
        /// The agent has answered; the far end is dialled.
        Dialing = "dialing",
        /// Both talk.
        Connected = "connected",
        /// Over.
        Ended = "ended",
    }
}

impl CallState {
    /// How far a call has come: states only move forward.
    pub fn step(self) -> usize {
        match self {
            Self::Requested => 0,
            Self::RingingAgent => 1,
            Self::Dialing => 2,
            Self::Connected => 3,
            Self::Ended => 4,
        }
    }
}

words! {
    /// How a placed call ended.
    EndReason {
        /// The customer hung up.
        CustomerHungUp = "customer_hung_up",
        /// The agent hung up.
        AgentHungUp = "agent_hung_up",
        /// Hung up from this window.
        HungUpHere = "hung_up_here",
        /// The customer's line was busy.
        Busy = "busy",
        /// The customer did not answer.
        NoAnswer = "no_answer",
        /// The agent's phone was not picked up; the customer was never dialled.
        AgentNoAnswer = "agent_no_answer",
        /// There is no route to the number.
        NoRoute = "no_route",
        /// The telephone network failed.
        Network = "network",
        /// Transferred to somebody else.
        Transferred = "transferred",
        /// Genesys Cloud does not tell, or no longer knows the call.
        Unclear = "unclear",
    }
}

words! {
    /// How the number came in.
    Via {
        /// Typed or pasted.
        Typed = "typed",
        /// A `tel:` or `callto:` link.
        Link = "link",
        /// The global shortcut.
        Shortcut = "shortcut",
        /// Redialled from the history.
        History = "history",
        /// The command line.
        CommandLine = "command_line",
    }
}
