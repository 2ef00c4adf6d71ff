//! View models: what crosses to the page (and later to `--json`). The page derives no domain state.
//!
//! Times are RFC 3339 in UTC; lengths of time are milliseconds.

mod attempt;
mod checking;
mod connection;
mod contact;
mod desktop;
mod dialing;
mod following;
mod import;
mod network;
mod options;
mod start;

pub use attempt::*;
pub use checking::*;
pub use connection::*;
pub use contact::*;
pub use desktop::*;
pub use dialing::*;
pub use following::*;
pub use import::*;
pub use network::*;
pub use options::*;
pub use start::*;
