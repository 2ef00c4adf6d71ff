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
//!
//! Any other number is taken as it is and ends without a route, as real organisations do it.
//!
//! # Agents
//!
//! The same people with the same ids in every run. `agent@example.com` is Alex Kim and can be called
//! through; `alexandra.novak@…` shares the first letters; `aisha.bello@…` is the first of the list,
//! so the one that an ignored filter returns; `sam.lee@…` has no station; `mateo.garcia@…` is
//! inactive; `ingrid.sorensen@…` is on a call.
//!
//! # How a call ends
//!
//! | end | far end's `disconnectType` | `errorInfo.code` | `disconnectReasons` |
//! |---|---|---|---|
//! | the far end hangs up | `endpoint`, and the agent's `peer` | | |
//! | hung up for the agent | `peer`, and the agent's `client` | | |
//! | `/disconnect` | `system` on both | | |
//! | busy | `endpoint` | `error.ininedgecontrol.connection.busy` | Q.850 17, SIP 486 |
//! | no answer | `timeout` | `error.ininedgecontrol.connection.noAnswer` | Q.850 19, SIP 480 |
//! | no route | `error` | `error.ininedgecontrol.connection.dialplan.notReachable` | Q.850 3 |
//! | the agent never answers | none; the agent's is `error` | `error.ininedgecontrol.connection.timeout` | |
//!
//! # What is inferred
//!
//! Published sources do not show everything. Inferred are: the error codes of busy and no answer and
//! the reasons beside them; that a leg says `disconnected` for a second before `terminated`; 202
//! rather than 200 for an accepted call; which of the two published refusals an agent without a
//! station gets and which an inactive one; the code that goes with 405; the refusal of grants other
//! than client credentials; the text that `/disconnect` answers with; in searches the comparison
//! without case, `STARTS_WITH` on the whole field, and inactive users among the results; segment
//! types. Queues and contacts are not checked: any id is taken.
//!
//! # Control
//!
//! `POST /sandbox/faults` takes a [`FaultRule`], `GET /sandbox/faults` lists those that are left,
//! `GET /sandbox/journal` is [`Sandbox::journal`], `GET /sandbox/calls` is [`Sandbox::calls`], and
//! `POST /sandbox/reset` forgets calls, journal and faults. None of them needs a token.
//!
//! # Example
//!
//! ```
//! # #[tokio::main(flavor = "current_thread", start_paused = true)] async fn main() {
//! use genesys_sandbox::{Config, Fault, FaultRule, Sandbox};
//!
//! let sandbox = Sandbox::new(Config::default());
//! sandbox.add_fault(FaultRule::once("GET /api/v2/users", Fault::DropBefore));
//! let request = http::Request::get("/api/v2/users").body(axum::body::Body::empty()).unwrap();
//! assert!(sandbox.handle(request).await.is_err(), "the connection was closed");
//! assert_eq!(sandbox.journal()[0].path, "/api/v2/users");
//! # }
//! ```

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
