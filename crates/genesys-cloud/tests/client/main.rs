//! Behaviour of the client, against scripted servers in simulated time, a sandbox, and real sockets.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking, its helpers too"
)]

mod agents;
mod arbitrary;
mod calls;
mod cancel;
mod channels;
mod frames;
mod hang_up;
mod keeper;
mod listening;
mod on_the_way;
mod place;
mod plain_ids;
mod probes;
mod reads;
mod refreshes;
mod sandbox;
mod sandbox_faults;
mod sandbox_following;
mod sandbox_settling;
mod sandbox_users;
mod searches;
mod secrets;
mod server;
mod shapes;
mod sign_in;
mod survival;
mod tokens;
mod user_calls;
mod user_tokens;

#[path = "../../examples/place_call.rs"]
mod place_call_example;
