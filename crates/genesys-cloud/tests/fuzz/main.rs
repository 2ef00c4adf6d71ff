//! What a server may answer and say on a socket, made up by the thousands. See `fuzzing` for how it is run.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a case fails by panicking, its helpers too"
)]

mod answers;
#[path = "../client/arbitrary.rs"]
mod arbitrary;
mod calls;
mod channels;
mod frames;
mod grants;
mod json;
#[allow(dead_code, reason = "the tests of the client use all of it")]
#[path = "../client/keeper.rs"]
mod keeper;
mod mine;
mod samples;
mod searches;
#[allow(dead_code, reason = "the tests of the client use all of it")]
#[path = "../client/server.rs"]
mod server;
mod socket_bytes;
mod tokens;
mod users;

use std::process::ExitCode;

fn main() -> ExitCode {
    fuzzing::main(|| {
        [
            tokens::targets(),
            grants::targets(),
            mine::targets(),
            users::targets(),
            calls::targets(),
            searches::targets(),
            channels::targets(),
            frames::targets(),
            socket_bytes::targets(),
        ]
        .into_iter()
        .flatten()
        .collect()
    })
}
