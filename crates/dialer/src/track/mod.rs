//! Following a placed call until it has ended.

mod follow;
mod patience;
mod reading;
mod schedule;

pub(crate) use follow::follow;
pub use reading::{Reading, read};
