//! Calls: what is asked for, and what the API tells about one.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use serde_json::Value;

use crate::ErrorKind;
use crate::id::plain_id;
use crate::json::{items, owned, text, time};

/// A call to place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlaceCall {
    /// The agent's user id. With the token of a user it must be that user's: nothing is sent for another one.
    pub agent_id: String,
    /// The agent's name; only [`crate::Dialect::FromTo`] sends it.
    pub agent_name: Option<String>,
    /// The E.164 number to dial, with `+`; where [`Dialect::extensions`](crate::Dialect::extensions) says so,
    /// also an extension of the organisation, two to six digits. Anything else is refused before sending.
    pub number: String,
    /// Number shown to the far end; only [`crate::Dialect::Platform`] can send it.
    pub caller_id: Option<String>,
    /// Name shown to the far end; only [`crate::Dialect::Platform`] can send it.
    pub caller_name: Option<String>,
    /// Queue to call on behalf of; only [`crate::Dialect::Platform`] can send it.
    pub queue_id: Option<String>,
    /// Attributes for the customer participant; only [`crate::Dialect::Platform`] can send them.
    pub attributes: BTreeMap<String, String>,
}

/// A call that Genesys Cloud accepted. Nothing rings yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placed {
    /// Conversation id.
    pub conversation_id: String,
}

/// A call at one moment. Every field may be missing: the API promises little, and an answer this version does not
/// fully understand must not stop it from being followed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CallSnapshot {
    /// Conversation id.
    pub id: Option<String>,
    /// The legs. Several may belong to one party: old legs stay.
    pub participants: Vec<Participant>,
}

/// One leg of a call (the flat form of `GET /api/v2/conversations/calls/{id}`).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Participant {
    /// Participant id.
    pub id: Option<String>,
    /// Purpose: `user` or `agent` for the agent, `external` or `customer` for the far end, or another.
    pub purpose: Option<String>,
    /// State of the leg.
    pub state: Option<LegState>,
    /// `inbound` or `outbound`.
    pub direction: Option<String>,
    /// Address, for example `tel:+14155552671`.
    pub address: Option<String>,
    /// Calling number.
    pub ani: Option<String>,
    /// Called number.
    pub dnis: Option<String>,
    /// User id of the agent.
    pub user_id: Option<String>,
    /// Queue id.
    pub queue_id: Option<String>,
    /// When the leg came to be.
    pub start_time: Option<Timestamp>,
    /// When it began to ring.
    pub start_alerting_time: Option<Timestamp>,
    /// When it connected.
    pub connected_time: Option<Timestamp>,
    /// When it ended.
    pub end_time: Option<Timestamp>,
    /// Why it ended, as sent, for example `client`, `endpoint`, `transfer.noanswer`.
    pub disconnect_type: Option<String>,
    /// `errorInfo.code`, for example `error.ininedgecontrol.connection.dialplan.notReachable`.
    pub error_code: Option<String>,
    /// `errorInfo.message`.
    pub error_message: Option<String>,
    /// Attributes of the participant.
    pub attributes: BTreeMap<String, String>,
}

impl CallSnapshot {
    /// Reads the answer for the call `asked`.
    pub(crate) fn read(body: &Value, asked: &str) -> Result<Self, ErrorKind> {
        let call = Self::read_any(body).ok_or(ErrorKind::Unreadable)?;
        match text(body, "id") {
            Some(id) if !id.eq_ignore_ascii_case(asked) => Err(ErrorKind::Mismatch),
            _ => Ok(call),
        }
    }

    /// Reads any call; none where it is no object.
    pub(crate) fn read_any(body: &Value) -> Option<Self> {
        if !body.is_object() {
            return None;
        }
        let participants = items(body, "participants");
        Some(Self {
            id: plain_id(body, "id"),
            participants: participants
                .iter()
                .filter(|value| value.is_object())
                .map(Participant::read)
                .collect(),
        })
    }

    /// When the first leg came to be.
    pub fn started(&self) -> Option<Timestamp> {
        self.participants
            .iter()
            .filter_map(|leg| leg.start_time)
            .min()
    }

    /// Whether the agent with this user id has, or had, a leg.
    pub fn has_agent(&self, user_id: &str) -> bool {
        self.participants
            .iter()
            .filter_map(|leg| leg.user_id.as_deref())
            .any(|id| id.eq_ignore_ascii_case(user_id))
    }

    /// The attribute of this name, whichever leg carries it. Attributes given to [`PlaceCall`] are on the far end, so
    /// they appear only once that is dialled.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.participants
            .iter()
            .find_map(|leg| leg.attributes.get(name))
            .map(String::as_str)
    }

    /// What was called on behalf of the agent, as [`plain_address`] writes it, each once: address and called number of
    /// the far end, and the called number of the agent's outbound legs.
    pub fn called(&self) -> BTreeSet<&str> {
        self.participants
            .iter()
            .flat_map(Participant::called)
            .map(plain_address)
            .filter(|address| !address.is_empty())
            .collect()
    }
}

/// An address without its scheme and parameters: `+14155552671` for `tel:+14155552671;ext=1`, `a@b.c` for
/// `sip:a@b.c;user=phone`. Addresses are compared in this form.
pub fn plain_address(address: &str) -> &str {
    let address = address.trim();
    let rest = ["tel:", "sip:", "sips:"]
        .iter()
        .find_map(|scheme| {
            let (start, rest) = address.split_at_checked(scheme.len())?;
            start.eq_ignore_ascii_case(scheme).then_some(rest)
        })
        .unwrap_or(address);
    rest.split(';').next().unwrap_or(rest).trim()
}

impl Participant {
    fn read(value: &Value) -> Self {
        let id_of = |key| value.get(key).and_then(|party| plain_id(party, "id"));
        let error = value.get("errorInfo").unwrap_or(&Value::Null);
        Self {
            id: plain_id(value, "id"),
            purpose: owned(value, "purpose"),
            state: owned(value, "state").map(|state| LegState::read(&state)),
            direction: owned(value, "direction"),
            address: owned(value, "address"),
            ani: owned(value, "ani"),
            dnis: owned(value, "dnis"),
            user_id: id_of("user"),
            queue_id: id_of("queue"),
            start_time: time(value, "startTime"),
            start_alerting_time: time(value, "startAlertingTime"),
            connected_time: time(value, "connectedTime"),
            end_time: time(value, "endTime"),
            disconnect_type: owned(value, "disconnectType"),
            error_code: owned(error, "code"),
            error_message: owned(error, "message"),
            attributes: attributes(value),
        }
    }

    fn called(&self) -> impl Iterator<Item = &str> {
        let outbound = self.direction.as_deref() == Some("outbound");
        let address = self.address.as_ref().filter(|_| self.is_far_end());
        let dnis = self.dnis.as_ref().filter(|_| self.is_far_end() || outbound);
        address.into_iter().chain(dnis).map(String::as_str)
    }

    /// Whether this is a leg of the agent.
    pub fn is_agent(&self) -> bool {
        matches!(self.purpose.as_deref(), Some("user" | "agent"))
    }

    /// Whether this is a leg of the far end.
    pub fn is_far_end(&self) -> bool {
        matches!(self.purpose.as_deref(), Some("external" | "customer"))
    }
}

fn attributes(value: &Value) -> BTreeMap<String, String> {
    let all = value.get("attributes").and_then(Value::as_object);
    all.into_iter()
        .flatten()
        .filter_map(|(name, value)| Some((name.clone(), value.as_str()?.to_owned())))
        .collect()
}

macro_rules! leg_states {
    ($($(#[$doc:meta])* $name:ident = $text:literal,)+) => {
        /// State of a leg.
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub enum LegState {
            $($(#[$doc])* $name,)+
            /// A value this version does not know.
            Other(String),
        }

        impl LegState {
            /// The states that the API documents.
            pub const DOCUMENTED: &'static [Self] = &[$(Self::$name,)+];

            /// The value as the API writes it.
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$name => $text,)+
                    Self::Other(text) => text,
                }
            }

            /// Reads the API's value; never fails.
            pub fn read(text: &str) -> Self {
                match text {
                    $($text => Self::$name,)+
                    other => Self::Other(other.to_owned()),
                }
            }
        }
    };
}

leg_states! {
    /// Rings.
    Alerting = "alerting",
    /// Is dialled.
    Dialing = "dialing",
    /// Is being contacted.
    Contacting = "contacting",
    /// Is offered.
    Offering = "offering",
    /// Connected.
    Connected = "connected",
    /// Over, by hanging up.
    Disconnected = "disconnected",
    /// Over.
    Terminated = "terminated",
    /// Being converted.
    Converting = "converting",
    /// Uploading.
    Uploading = "uploading",
    /// Transmitting.
    Transmitting = "transmitting",
    /// No state.
    None = "none",
    /// Parked.
    Parked = "parked",
}

impl LegState {
    /// Whether the leg is over.
    pub fn is_over(&self) -> bool {
        matches!(self, Self::Disconnected | Self::Terminated)
    }
}
