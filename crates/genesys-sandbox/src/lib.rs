//! A simulated Genesys Cloud: strict about what it is asked, scriptable where it fails.
//!
//! One base address serves the token host and the Platform API. The same router answers in memory
//! ([`Sandbox::handle`], [`Sandbox::service`]) and on a loopback port ([`Sandbox::serve`]).
//! All time comes from `tokio::time`, so a paused clock simulates hours in milliseconds.
//!
//! Calls are no tasks: a call is a plan made when it is placed, and its state is read off that plan
//! from the time that has passed (times [`Config::speed`]).
//!
//! # Reserved far ends
//!
//! | number | the sandbox |
//! |---|---|
//! | any other valid number | agent answers after 2 s, far end 4 s later, far end hangs up after 30 s of talk |
//! | +1 202 555 0100 | far end busy |
//! | +1 202 555 0101 | far end never answers; the call ends 45 s after it was placed |
//! | +1 202 555 0102 | the agent's phone is never picked up; ends after 60 s, far end never dialled |
//! | +1 202 555 0103 | accepted, then no route to the number |
//! | +1 202 555 0104 | 409 `conversation.error.outbound.call.cannot.be.placed` |
//! | +1 202 555 0105 | 403 `missing.any.permissions` |
//! | +1 202 555 0106 | 429 with `Retry-After: 2` the first time for an agent and number; then accepted |
//! | +1 202 555 0107 | the call is created, then the connection is closed before the answer |
//! | +1 202 555 0108 | the call is created, and the answer comes after 60 s, whatever the speed |
//! | +1 202 555 0109 | 500, and no call is created |

mod calls;
mod clock;
mod config;
mod control;
mod damage;
mod error;
mod fault;
mod journal;
mod oauth;
mod organisation;
mod query;
mod record;
mod router;
mod sandbox;
mod server;
mod shape;
mod team;
mod tokens;
mod unanswered;
mod users;

pub use config::{Config, DEFAULT_CLIENT_ID, DEFAULT_CLIENT_SECRET, Dialect, EmailFilter};
pub use fault::{Fault, FaultRule};
pub use record::{AgentRecord, CallRecord, CallState, JournalEntry};
pub use sandbox::{ConnectionClosed, Sandbox, SandboxService};
pub use server::Running;
