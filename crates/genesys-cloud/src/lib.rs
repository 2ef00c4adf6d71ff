//! A client for the parts of the Genesys Cloud Platform API that placing calls on behalf of an agent needs.
//!
//! It knows how to get tokens ([`Credentials`]), to sign in a person ([`Authorization`]), to find an agent, to place a
//! call, to hear ([`notifications`]) and to read how the call goes, to hang it up, and to look for calls whose id was
//! lost ([`Search`]). It stores nothing, knows nothing of a user interface, and decides neither whom to follow nor when.
//!
//! * All traffic goes through a [`transport::Transport`], and all waiting through a [`clock::Clock`], so a server's
//!   router in memory with simulated time can stand in for the network.
//! * The API has no idempotency key. [`Client::place_call`] sends its request again only where it is certain that the
//!   first one was not acted on, and every [`Error`] says in [`ErrorFacts::acted`] whether it can have been.
//! * What may be sent again is: reads, subscriptions and hanging up. Making a channel is not, because each try could leave
//!   one behind.
//! * Where the server denies something to these credentials, [`ErrorFacts::denied`] says why.
//! * A look-up that comes back with somebody else is an error, never an agent. With the token of a person, calls are placed
//!   for that person and for nobody else.
//! * A refresh token serves once: a [`GrantKeeper`] holds it for one process at a time, and the next one is kept before it
//!   is used.
//! * No error holds a token or the secret.
//!
//! How servers differ is one value: [`Dialect`]. `examples/place_call.rs` shows the whole way of a call.

pub mod clock;
pub mod notifications;
pub mod transport;

mod agent;
mod answer;
mod call;
mod client;
mod credentials;
mod dialect;
mod error;
mod grant;
mod hosts;
mod id;
mod json;
mod queue;
mod redact;
mod region;
mod search;
mod sign_in;
mod token_facts;

pub use agent::{Agent, Station, StationState, UserState};
pub use call::{CallSnapshot, LegState, Participant, PlaceCall, Placed, plain_address};
pub use client::{Allowed, Client, ClientConfig, HungUp, PlaceObserver, Timeouts};
pub use credentials::{ClientCredentials, Credentials, UserCredentials};
pub use dialect::{ATTEMPT_ID_ATTRIBUTE, Dialect};
pub use error::{Acted, Denied, Error, ErrorDetail, ErrorFacts, ErrorKind, Operation};
pub use grant::{Grant, GrantKeeper, HeldGrant, KeeperError};
pub use hosts::{HostField, Hosts, HostsError, HostsErrorKind};
pub use queue::Queue;
pub use region::Region;
pub use search::{FoundCall, Interval, Search};
pub use sign_in::Authorization;
pub use token_facts::TokenFacts;

#[cfg(test)]
mod reader_tests;
