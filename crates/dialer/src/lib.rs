//! The domain of Ringfor: numbers, dial flow, call tracking, call log, profiles, secrets.

pub mod attempt;
pub mod data_dir;
pub mod log;
pub mod number;
pub mod problem;
pub mod profile;
pub mod view;
