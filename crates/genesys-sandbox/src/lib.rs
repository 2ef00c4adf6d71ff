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
//! | 7000 to 7099 | extensions of the organisation: answered as any other valid number |
//!
//! Any other number is taken as it is and ends without a route, as real organisations do it.
//!
//! # Agents
//!
//! The same people with the same ids in every run. `agent@example.com` is Alex Kim and can be called
//! through; `alexandra.novak@…` shares the first letters; `aisha.bello@…` is the first of the list,
//! so the one that an ignored filter returns; `sam.lee@…` has no station; `mateo.garcia@…` is
//! inactive; `ingrid.sorensen@…` is on a call; `fatima.haddad@…` is away from a WebRTC phone,
//! `daniel.cohen@…` from a phone that answers by itself (`acdAutoAnswer`), and `jack.oconnor@…` is offline.
//!
//! # Clients, and users who sign in
//!
//! | OAuth client | says who it is | grants |
//! |---|---|---|
//! | [`Config::client_id`] | Basic, or id and secret in the form | `client_credentials`, `authorization_code`, `refresh_token` |
//! | [`Config::public_client_id`] | id in the form, no secret, no header | `authorization_code` with PKCE (S256) |
//!
//! `GET /oauth/authorize` shows a sign-in page; its form (fields `email` and `action`, which is `sign_in`
//! or `cancel`, beside what was asked with) sends the browser back with a code. The one address that is
//! registered is `http://localhost` on any port, without a path. A code works once; with the secret it
//! gives a refresh token, which works once and gives the next one, and with PKCE none. Scopes are not
//! simulated.
//!
//! The token of a user opens `/api/v2/users/me`, `/api/v2/routing/queues/me`,
//! `GET` and `POST /api/v2/conversations/calls` (the flat body, for that user) and
//! `PATCH …/calls/{conversation}/participants/{participant}`, which tell a client `not.a.user`. Users have
//! permissions ([`Config::denied_user_permissions`]) and notification channels of their own.
//! [`Config::on_behalf`] is for organisations that want a user for calls on behalf too.
//!
//! # Queues
//!
//! Every agent works in three of six queues, of which two are joined. A call for a queue that is not one
//! of the agent's is refused.
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
//! # Notifications
//!
//! `POST /api/v2/notifications/channels` makes a channel, `PUT`, `POST`, `GET` and `DELETE` of its
//! `…/subscriptions` say what it hears, and its `connectUri` opens its socket: at the real port
//! ([`Sandbox::serve`]) or in memory ([`Sandbox::open_socket`]). A socket gets a whole snapshot at
//! every change of a call on `v2.users.{id}.conversations.calls` (as `GET …/calls/{id}` shows it) and
//! `v2.users.{id}.conversations` (nested); the other topics of users can be subscribed to and stay
//! silent. Heartbeats come every 30 s, a pong for each ping. One task does all of it and sleeps until
//! something is due; it ends with the last socket.
//!
//! 20 channels: the next one takes the place of one without a socket, else of the one that was not
//! used for longest. 24 hours from the last subscription. One socket a channel. A socket dies with
//! the token its channel was last made or subscribed with.
//!
//! # Finding a conversation
//!
//! `POST /api/v2/analytics/conversations/details/query` and `…/activity/query` answer for the
//! dimensions that find a call, and refuse the others. `GET /api/v2/conversations/calls` lists what the
//! user of a token is on. [`Config::denied_permissions`] takes permissions away.
//!
//! # Faults
//!
//! A [`FaultRule`] names what it hits: `METHOD /path`, for one grant `POST /oauth/token refresh_token` (or
//! another grant type), `TOPIC v2.users.…`, `SOCKET /channels/…` or
//! `SNAPSHOT v2.users.…`. The handshake of a socket is the request `GET /channels/{id}`. A rule for
//! sockets hits those that are open at once, and each of them only once.
//!
//! | what | faults |
//! |---|---|
//! | a request | `status`, `delay`, `drop_before`, `drop_after`, `truncate`, `garbage`, `redirect`, `expire_tokens` |
//! | a topic | `reject_topic` |
//! | a socket | `deaf_socket`, `drop_socket`, `closing_notice`, `evict_channel`, each but the first `after_ms` |
//! | a snapshot | `duplicate_snapshot`, `late_snapshot`, `reorder_snapshot`, `lose_snapshot`, `garble_snapshot` |
//!
//! # What is inferred
//!
//! Published sources do not show everything. Inferred are: the error codes of busy and no answer and
//! the reasons beside them; that a leg says `disconnected` for a second before `terminated`; 202
//! rather than 200 for an accepted call; which of the two published refusals an agent without a
//! station gets and which an inactive one; the code that goes with 405; the text that `/disconnect` answers with; in searches the comparison
//! without case, `STARTS_WITH` on the whole field, and inactive users among the results; segment
//! types. Contacts are not checked: any id is taken.
//!
//! Of signing in: the form behind the page; the refusals of the token host but those of the client, their
//! words being OAuth's; that a code waits five minutes, that a try that failed uses it up, and that a
//! replayed one ends the tokens it gave; that a refresh token does not expire, and that using it leaves
//! older access tokens alone; that ending a token ends its sign-in; the name of the grant of PKCE in
//! `tokens/me`; that the public client may not send a secret.
//!
//! Of user tokens: that the path on behalf works for the user's own calls, and is a 403 for those of others
//! ([`Config::users_call_for_others`]); 202 for their calls; the paging of active calls. Of queues: that a
//! queue of somebody else is a 400 `invalid.value`, and one that is not joined is taken; that its number is
//! shown unless `callerId` is given; that `wrapupRequired` is true on the agent's side all along; what comes
//! without `joined`.
//!
//! Of notifications: that a snapshot comes without the latency of real ones, and none when a topic is
//! subscribed to; that an older socket of a channel is closed for a newer one; which token a socket
//! dies with, and the refusals of a handshake (404 without the channel, 401 without its token); that
//! an evicted socket is closed ([`Config::evicted_sockets`] has the other rumour); the body of the
//! closing notice; that other messages of the client are ignored; the permission behind the
//! conversation topics; `selfUri` of a topic; that the answer to adding topics lists the added ones.
//!
//! Of analytics: segment types; that an empty result leaves `conversations` out and has an empty list
//! of `results`; that days are those of UTC; what counts as alerting and interacting; that personal
//! calls are missing from activity ([`Config::activity_has_personal_calls`] shows them); no latency
//! ([`Config::analytics_delay`] sets one).
//!
//! # Control
//!
//! `POST /sandbox/faults` takes a [`FaultRule`], `GET /sandbox/faults` lists those that are left,
//! `GET /sandbox/journal` is [`Sandbox::journal`], `GET /sandbox/calls` is [`Sandbox::calls`],
//! `GET /sandbox/channels` is [`Sandbox::channels`], `POST /sandbox/refresh-tokens/revoke` is
//! [`Sandbox::revoke_refresh_tokens`], `POST /sandbox/users/{id or e-mail}/revoke` is
//! [`Sandbox::revoke_user`], and `POST /sandbox/reset` forgets calls, journal and faults. None of them
//! needs a token.
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

mod analytics;
mod calls;
mod clock;
mod config;
mod control;
mod damage;
mod error;
mod fault;
mod journal;
mod notifications;
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

pub use config::{
    Config, DEFAULT_CLIENT_ID, DEFAULT_CLIENT_SECRET, DEFAULT_PUBLIC_CLIENT_ID, Dialect,
    EmailFilter, EvictedSockets, OnBehalf,
};
pub use fault::{Fault, FaultRule, Target};
pub use record::{AgentRecord, CallRecord, CallState, ChannelRecord, JournalEntry};
pub use sandbox::{ConnectionClosed, Sandbox, SandboxService, SocketRefused};
pub use server::Running;
