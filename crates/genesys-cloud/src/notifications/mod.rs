//! Notifications: what happens to calls, as it happens.
//!
//! A [`Channel`] is made with [`crate::Client::create_channel`], agents are subscribed to on it, and
//! [`Channel::connect`] opens its one socket. A client may have 20 channels at a time, and the server drops the oldest
//! for the next, so a channel whose socket broke is connected to again rather than replaced. [`Channel::exists`] tells
//! whether it is still there.
//!
//! A socket can look healthy and deliver nothing, so calls need to be read from time to time as well.

mod channel;
mod frame;
mod listener;
mod subscription;

use std::time::Duration;

pub use self::channel::Channel;
pub use self::frame::Notification;
pub use self::listener::Listener;
pub use self::subscription::{Subscription, Verdict};

/// How often the server is heard from at least, about.
pub const HEARTBEAT: Duration = Duration::from_secs(30);

/// How long a socket may be silent unless [`Listener::silence_limit`] says otherwise: two heartbeats and a half.
pub const SILENCE_LIMIT: Duration = Duration::from_secs(75);

/// How many agents one channel can be subscribed to.
pub const MOST_AGENTS: usize = 1000;
