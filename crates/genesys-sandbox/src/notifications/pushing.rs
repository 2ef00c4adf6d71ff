//! What is due on the sockets at one moment.

use std::time::Duration;

use super::{
    channels::Channels,
    message,
    socket::{Act, Ending},
    topic,
};
use crate::{
    calls::Snapshot,
    fault::Target,
    organisation::{Organisation, lock},
};

impl Channels {
    /// Does everything that is due; returns when there is more, or nothing without a socket.
    pub(super) fn push_what_is_due(&mut self, organisation: &Organisation) -> Option<Duration> {
        let now = organisation.clock.elapsed();
        self.expire(organisation, now);
        self.bury_dead_tokens(organisation, now);
        self.meet_faults(organisation, now);
        self.catch_up(organisation, now);
        self.tell_news(organisation, now);
        let why = "the client takes nothing";
        self.close(organisation, Ending::Dropped, why, |socket| {
            socket.is_broken()
        });
        self.next_due(organisation, now)
    }

    fn bury_dead_tokens(&mut self, organisation: &Organisation, now: Duration) {
        let tokens = lock(&organisation.tokens);
        let why = "the token ended";
        self.close(organisation, Ending::Closed, why, |socket| {
            tokens.expiry(&socket.token, now).is_none()
        });
    }

    fn meet_faults(&mut self, organisation: &Organisation, now: Duration) {
        let mut faults = lock(&organisation.faults);
        for socket in &mut self.sockets {
            let what = format!("SOCKET {}", socket.path());
            while let Some((met, fault)) = faults.take_newer(Target::Socket, &[&what], socket.met) {
                socket.met = met;
                socket.meet(&fault, now);
            }
        }
    }

    fn catch_up(&mut self, organisation: &Organisation, now: Duration) {
        let acts: Vec<(u64, String, Act)> = self
            .sockets
            .iter_mut()
            .filter_map(|socket| {
                let act = socket.catch_up(now)?;
                Some((socket.number, socket.channel_id.clone(), act))
            })
            .collect();
        for (number, channel_id, act) in acts {
            let (ending, why) = match act {
                Act::Evict => {
                    self.evict(organisation, &channel_id);
                    continue;
                }
                Act::Drop => (Ending::Dropped, "a fault dropped it"),
                Act::Notice | Act::Close => (Ending::Closed, "it had been announced"),
            };
            self.close(organisation, ending, why, |socket| socket.number == number);
        }
    }

    fn tell_news(&mut self, organisation: &Organisation, now: Duration) {
        let topics: Vec<(u64, Vec<String>)> = self
            .sockets
            .iter()
            .filter(|socket| !socket.deaf)
            .filter_map(|socket| {
                let id = &socket.channel_id;
                let channel = self.channels.iter().find(|channel| channel.id == *id)?;
                let topics = channel.topics.iter().filter_map(|id| topic::covered(id));
                Some((socket.number, topics.flatten().collect()))
            })
            .collect();
        let hears = |agent: &str, topics: &[String]| {
            topics.contains(&topic::calls_of(agent))
                || topics.contains(&topic::conversations_of(agent))
        };
        let news = lock(&organisation.calls).news(organisation, |agent| {
            topics.iter().any(|(_, topics)| hears(agent, topics))
        });
        for snapshot in &news {
            for (number, topics) in &topics {
                self.tell(organisation, *number, topics, snapshot, now);
            }
        }
    }

    fn tell(
        &mut self,
        organisation: &Organisation,
        number: u64,
        topics: &[String],
        snapshot: &Snapshot,
        now: Duration,
    ) {
        let Some(socket) = self.sockets.iter_mut().find(|one| one.number == number) else {
            return;
        };
        for (topic, body) in [
            (topic::calls_of(&snapshot.agent_id), &snapshot.flat),
            (
                topic::conversations_of(&snapshot.agent_id),
                &snapshot.nested,
            ),
        ] {
            if topics.contains(&topic) {
                let what = format!("SNAPSHOT {topic}");
                let fault = lock(&organisation.faults).take(Target::Snapshot, &what);
                socket.deliver(message::event(&topic, body), fault.as_ref(), now);
            }
        }
    }

    fn next_due(&self, organisation: &Organisation, now: Duration) -> Option<Duration> {
        let tokens = lock(&organisation.tokens);
        let own = self.sockets.iter().flat_map(|socket| {
            let token = tokens.expiry(&socket.token, now);
            [Some(socket.next_due()), token].into_iter().flatten()
        });
        let channels = self.channels.iter().map(|channel| channel.expires);
        // Without a socket nobody has to be woken for a channel or a call.
        let own = own.min()?;
        let calls = lock(&organisation.calls).next_change(organisation);
        channels.chain(calls).chain([own]).min()
    }
}
