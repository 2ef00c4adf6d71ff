//! The domain of Ringfor: numbers, dial flow, call tracking, call log, profiles, secrets.

mod agents;
mod check;
mod connect;
mod connection;
mod core;
mod dial;
mod dialer;
mod links;
mod origin;
mod present;
mod recovery;

pub use dialer::{Dialer, DialerConfig};
pub mod attempt;
pub mod data_dir;
pub mod host;
pub mod log;
pub mod number;
pub mod problem;
pub mod profile;
pub mod secret;
pub mod timeouts;
pub mod track;
pub mod trouble;
pub mod view;
