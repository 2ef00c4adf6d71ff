//! Following a placed call until it has ended.

mod budget;
mod follow;
mod look;
mod news;
mod patience;
mod reading;
mod schedule;
mod seen;
mod turn;

pub(crate) use budget::Budget;
pub(crate) use follow::{client_for, follow};
pub(crate) use look::look;
pub(crate) use patience::MAY_BE_UNKNOWN_FOR;
pub use reading::{Reading, read};
pub use seen::{Moment, Seen};
