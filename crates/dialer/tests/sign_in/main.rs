//! Signing in as a person: browser, port on this machine, grant, keyring, and what may go wrong.
//!
//! The port is a real one, so these tests run in real time.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on has failed"
)]

mod answers;
mod browser;
mod ending;
mod grants;
mod keeping;
#[path = "../support/mod.rs"]
mod support;
