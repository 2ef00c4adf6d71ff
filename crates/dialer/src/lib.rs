//! The domain of Ringfor: numbers, dial flow, call tracking, call log, profiles, secrets.

pub mod attempt;
pub mod problem;
pub mod view;
