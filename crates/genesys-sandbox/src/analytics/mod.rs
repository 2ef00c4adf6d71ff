//! The two analytics queries that find a conversation.

mod activity;
mod details;
mod filter;

pub(crate) use activity::activity;
pub(crate) use details::details;
