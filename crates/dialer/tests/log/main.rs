//! The call log, its directory and its locks, with real files and real second processes.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "helpers of tests are tests"
)]

mod directory;
mod following;
#[cfg(target_os = "linux")]
mod full_disk;
mod garbage;
mod gate;
mod history;
mod migrating;
mod outcomes;
mod processes;
mod profiles;
mod support;
#[cfg(unix)]
mod trouble;
