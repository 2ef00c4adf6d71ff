//! The channels of the OAuth clients and of who signed in through them, and the rules they live by.

use std::time::Duration;

use serde_json::json;
use tokio::task::JoinHandle;

use super::socket::{Ending, Socket};
use crate::{
    config::EvictedSockets,
    organisation::{Organisation, lock},
    record::ChannelRecord,
    team::new_id,
    tokens::Holder,
};

/// The next one makes the least used one go.
const MOST_CHANNELS: usize = 20;

const LIFETIME: Duration = Duration::from_secs(24 * 60 * 60);

/// Every channel and every socket.
#[derive(Debug, Default)]
pub(crate) struct Channels {
    pub(super) channels: Vec<Channel>,
    pub(super) sockets: Vec<Socket>,
    pub(super) scheduler: Option<JoinHandle<()>>,
    pub(super) sockets_opened: u64,
    made: u64,
}

#[derive(Debug)]
pub(super) struct Channel {
    pub(super) id: String,
    /// The token it was last made or subscribed with.
    pub(super) token: String,
    /// Who made it.
    pub(super) owner: Holder,
    pub(super) expires: Duration,
    /// The ids as they were subscribed to.
    pub(super) topics: Vec<String>,
    created: Duration,
    last_used: Duration,
}

impl Channel {
    /// Somebody uses it, which moves it to that token.
    pub(super) fn used(&mut self, token: &str, now: Duration) {
        token.clone_into(&mut self.token);
        self.last_used = now;
    }

    /// A subscription extends its life.
    pub(super) fn subscribed(&mut self, topics: Vec<String>, token: &str, now: Duration) {
        self.topics = topics;
        self.expires = now + LIFETIME;
        self.used(token, now);
    }
}

impl Channels {
    /// A new channel, for which another one may have to go.
    pub(super) fn create(
        &mut self,
        organisation: &Organisation,
        token: &str,
        owner: Holder,
    ) -> &Channel {
        let now = organisation.clock.elapsed();
        self.expire(organisation, now);
        while self.of(&owner).count() >= MOST_CHANNELS {
            self.evict_least_used(organisation, &owner);
        }
        let channel = Channel {
            id: format!("streaming-{}-{}", self.made % 10, new_id().replace('-', "")),
            token: token.to_owned(),
            owner,
            expires: now + LIFETIME,
            topics: Vec::new(),
            created: now,
            last_used: now,
        };
        self.made += 1;
        self.channels.push(channel);
        &self.channels[self.channels.len() - 1]
    }

    /// The channels that share its limit: those of one user and one client.
    fn of(&self, owner: &Holder) -> impl Iterator<Item = &Channel> {
        self.channels.iter().filter(|channel| {
            (&channel.owner.client_id, &channel.owner.user_id) == (&owner.client_id, &owner.user_id)
        })
    }

    /// Channels without a socket go first, then the one that was not used for longest.
    fn evict_least_used(&mut self, organisation: &Organisation, owner: &Holder) {
        let least = self
            .of(owner)
            .min_by_key(|channel| (self.is_connected(&channel.id), channel.last_used))
            .map(|channel| channel.id.clone());
        if let Some(id) = least {
            self.evict(organisation, &id);
        }
    }

    /// The channel is gone; its socket is closed, or hears nothing any more.
    pub(super) fn evict(&mut self, organisation: &Organisation, id: &str) {
        self.channels.retain(|channel| channel.id != id);
        match organisation.config.evicted_sockets {
            EvictedSockets::Close => {
                let why = "the channel was evicted";
                self.close(organisation, Ending::Closed, why, |socket| {
                    socket.channel_id == id
                });
            }
            EvictedSockets::GoDeaf => self
                .sockets
                .iter_mut()
                .filter(|socket| socket.channel_id == id)
                .for_each(|socket| socket.deaf = true),
        }
    }

    /// Removes the channels whose time is over.
    pub(super) fn expire(&mut self, organisation: &Organisation, now: Duration) {
        let over: Vec<Channel> = self
            .channels
            .extract_if(.., |channel| channel.expires <= now)
            .collect();
        for channel in over {
            let why = "the channel expired";
            self.close(organisation, Ending::Closed, why, |socket| {
                socket.channel_id == channel.id
            });
        }
    }

    /// Ends the sockets that a test picks, and writes down why.
    pub(super) fn close(
        &mut self,
        organisation: &Organisation,
        ending: Ending,
        why: &str,
        picks: impl Fn(&Socket) -> bool,
    ) {
        for socket in self.sockets.extract_if(.., |socket| picks(socket)) {
            journal(organisation, &socket.channel_id, json!({ "closed": why }));
            socket.end(ending);
        }
    }

    pub(super) fn find_mut(&mut self, id: &str) -> Option<&mut Channel> {
        self.channels.iter_mut().find(|channel| channel.id == id)
    }

    fn is_connected(&self, id: &str) -> bool {
        self.sockets.iter().any(|socket| socket.channel_id == id)
    }

    /// Undoes what faults did and will do to the sockets.
    pub(crate) fn heal(&mut self) {
        self.sockets.iter_mut().for_each(Socket::heal);
    }

    pub(crate) fn records(&self, organisation: &Organisation) -> Vec<ChannelRecord> {
        let now = organisation.clock.elapsed();
        self.channels
            .iter()
            .filter(|channel| channel.expires > now)
            .map(|channel| ChannelRecord {
                id: channel.id.clone(),
                created_at: organisation.clock.at(channel.created),
                expires_at: organisation.clock.at(channel.expires),
                topics: channel.topics.clone(),
                connected: self.is_connected(&channel.id),
            })
            .collect()
    }
}

/// Writes down what happened on the socket of a channel.
pub(super) fn journal(organisation: &Organisation, channel_id: &str, body: serde_json::Value) {
    lock(&organisation.journal).socket(
        organisation.clock.now(),
        format!("/channels/{channel_id}"),
        body,
        &organisation.config.client_secret,
    );
}
