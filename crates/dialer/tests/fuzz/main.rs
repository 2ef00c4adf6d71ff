//! What people type, click and keep on disk, made up by the thousands. See `fuzzing` for how it is run.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a case fails by panicking, its helpers too"
)]

mod databases;
mod links;
mod numbers;
#[path = "../support/mod.rs"]
mod support;
mod texts;

use std::process::ExitCode;

fn main() -> ExitCode {
    fuzzing::main(|| vec![numbers::target(), links::target(), databases::target()])
}
