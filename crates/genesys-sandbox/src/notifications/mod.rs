//! Notification channels, what they are subscribed to, and their sockets.
//!
//! One task pushes to all sockets ([`scheduler`]): it sleeps until the next thing is due (a change of
//! a call, a heartbeat, a late snapshot, the end of a token) or until it is told that something
//! changed. It starts with the first socket and ends with the last.

mod channels;
mod connect;
mod endpoints;
mod message;
mod pushing;
mod scheduler;
mod socket;
mod topic;

pub(crate) use channels::Channels;
pub(crate) use connect::{Wire, connect, taken_wire};
pub(crate) use endpoints::{add, create, drop_all, list, replace, subscriptions, verify};
pub(crate) use socket::Ending;
