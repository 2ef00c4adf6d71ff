//! The command line as a program: the built binary, a sandbox on a port, and a real keyring on a
//! message bus of its own. Needs `dbus-daemon` and `gnome-keyring`, which `cargo xtask test` installs.
#![cfg(target_os = "linux")]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on has failed"
)]

mod browser;
mod core_dumps;
mod endings;
mod ends;
mod history;
mod interrupted;
mod lists;
mod once;
mod profiles;
mod sandbox;
mod secrets;
mod tutorials;
mod world;
