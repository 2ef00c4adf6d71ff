//! View models: what crosses to the page (and later to `--json`). The page derives no domain state.
//!
//! Times are RFC 3339 in UTC; lengths of time are milliseconds.

mod attempt;
mod connection;
mod contact;
mod desktop;
mod dialing;
mod following;
mod start;

pub use attempt::*;
pub use connection::*;
pub use contact::*;
pub use desktop::*;
pub use dialing::*;
pub use following::*;
pub use start::*;
