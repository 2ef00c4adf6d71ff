//! The domain of Ringfor: numbers, dial flow, call tracking, call log, profiles, secrets.

mod agents;
pub mod attempt;
mod check;
mod connect;
mod connection;
mod contacts;
mod core;
pub mod data_dir;
mod dial;
mod dialer;
mod elsewhere;
mod feed;
mod hang_up;
pub mod host;
pub mod log;
mod machine;
mod marks;
mod note;
pub mod number;
mod options;
mod origin;
mod present;
pub mod problem;
pub mod process;
pub mod profile;
mod recovery;
mod role;
pub mod secret;
mod settle;
pub mod timeouts;
pub mod track;
pub mod trouble;
pub mod view;
mod wake;

pub use dialer::{Dialer, DialerConfig};
pub use role::Role;
