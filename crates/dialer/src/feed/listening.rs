//! Keeps a profile's channel open for as long as an agent is wanted.

use std::sync::Arc;
use std::time::Duration;

use genesys_cloud::notifications::{Channel, Listener, Notification, Subscription, Verdict};
use genesys_cloud::{Client, Error, ErrorKind};
use tokio_util::sync::CancellationToken;

use super::profile_feed::ProfileFeed;
use super::{Status, backoff, enter};
use crate::core::Core;
use crate::problem::{Problem, ProblemCode};
use crate::trouble::{About, problem_of};
use crate::view::Feed;

/// How often idle agents, the age of the channel and the socket itself are looked at.
const CHECK_EVERY: Duration = Duration::from_secs(60);

/// A channel lives for 24 h from its last subscription; it is renewed long before.
const RENEW_AFTER: Duration = Duration::from_secs(12 * 3600);

/// A channel not renewed for this long has just expired; nobody took it away.
const EXPIRED_AFTER_MS: i64 = 23 * 3600 * 1000;

/// Two channels lost within this time: there are more programs than channels.
const CROWDED_WITHIN: Duration = Duration::from_secs(10 * 60);

/// A socket that stood this long was a good one.
const STOOD: Duration = Duration::from_secs(60);

/// Before a server that does not have, or not allow, notifications is asked again.
const DENIED_FOR: Duration = Duration::from_secs(3600);

/// Why listening ended.
enum End {
    /// No agent is wanted any more.
    Idle,
    /// A sleep is over: begin again at once.
    Again,
    /// The server is about to close the socket: a new channel is needed.
    Closing,
    /// The channel is not there any more.
    Gone,
    /// The socket tells nothing.
    Deaf,
    /// It broke, or could not be opened.
    Failed(Problem),
    /// The server does not have it, or not for these credentials.
    Denied(Problem),
}

/// A channel, and when it was last subscribed on.
struct Kept {
    channel: Channel,
    renewed_ms: i64,
}

/// Listens until `stop`.
pub(super) async fn listen(core: Arc<Core>, feed: Arc<ProfileFeed>, stop: CancellationToken) {
    tokio::select! {
        () = stop.cancelled() => {}
        () = keep_listening(&core, &feed) => {}
    }
    feed.uncover();
    feed.tell_followers();
}

async fn keep_listening(core: &Arc<Core>, feed: &ProfileFeed) {
    let mut woken = core.wake.subscribe();
    let mut kept: Option<Kept> = None;
    let mut failures = 0;
    let mut lost: Option<Duration> = None;
    let mut deafened: Option<Duration> = None;
    let lately = |before: Option<Duration>, now: Duration| {
        before.is_some_and(|before| now.saturating_sub(before) < CROWDED_WITHIN)
    };
    loop {
        if feed.agents(core.clock.elapsed()).is_empty() {
            enter(core, feed, Status::default());
            feed.changed.notified().await;
            continue;
        }
        let began = core.clock.elapsed();
        feed.take_deaf();
        if feed.status().feed == Feed::Off {
            let feed_now = Feed::Poll;
            enter(
                core,
                feed,
                Status {
                    feed: feed_now,
                    reason: None,
                },
            );
        }
        let end = Session { core, feed }.run(&mut kept).await;
        feed.uncover();
        let now = core.clock.elapsed();
        if now.saturating_sub(began) >= STOOD {
            failures = 0;
        }
        let (reason, wait) = match end {
            End::Idle => continue,
            End::Again | End::Closing => {
                if matches!(end, End::Closing) {
                    kept = None;
                }
                if failures == 0 && now.saturating_sub(began) >= STOOD {
                    feed.tell_followers();
                    continue;
                }
                failures += 1;
                (None, backoff::wait(failures))
            }
            // The channel may be a good one: its socket is opened again, which tells.
            End::Deaf if !lately(deafened, now) => {
                deafened = Some(now);
                failures += 1;
                (None, backoff::wait(failures))
            }
            End::Gone | End::Deaf => {
                let expired = kept.take().is_some_and(|kept| {
                    core.clock.now().as_millisecond() - kept.renewed_ms > EXPIRED_AFTER_MS
                });
                if !expired {
                    if lately(lost, now) {
                        give_up(core, feed).await;
                        return;
                    }
                    lost = Some(now);
                }
                failures += 1;
                (None, backoff::wait(failures))
            }
            End::Failed(problem) => {
                failures += 1;
                (Some(problem), backoff::wait(failures))
            }
            End::Denied(problem) => (Some(problem), DENIED_FOR),
        };
        let feed_now = Feed::Poll;
        enter(
            core,
            feed,
            Status {
                feed: feed_now,
                reason,
            },
        );
        feed.tell_followers();
        tokio::select! {
            () = core.clock.sleep(wait) => {}
            _ = woken.changed() => {}
        }
    }
}

/// Stops making channels: each would take another program's away.
async fn give_up(core: &Core, feed: &ProfileFeed) {
    tracing::warn!("channels are taken away again and again; calls are read from now on");
    let reason = Some(Problem::new(ProblemCode::FeedEvicted));
    enter(
        core,
        feed,
        Status {
            feed: Feed::Poll,
            reason,
        },
    );
    feed.tell_followers();
    std::future::pending().await
}

/// One socket, from opening to its end.
struct Session<'a> {
    core: &'a Arc<Core>,
    feed: &'a ProfileFeed,
}

impl Session<'_> {
    async fn run(&self, kept: &mut Option<Kept>) -> End {
        match self.listen(kept).await {
            Ok(end) | Err(end) => end,
        }
    }

    async fn listen(&self, kept: &mut Option<Kept>) -> Result<End, End> {
        let client = self.client().await?;
        if kept.is_none() {
            let channel = client
                .create_channel()
                .await
                .map_err(|error| denied_or_failed(&error))?;
            *kept = Some(Kept {
                channel,
                renewed_ms: self.core.clock.now().as_millisecond(),
            });
        }
        let Some(kept) = kept else {
            return Ok(End::Again);
        };
        let mut agents = self.agents();
        // Subscribing also moves the channel to the token of today.
        let mut subscriptions = self.subscribe(kept, &agents).await?;
        let mut listener = kept
            .channel
            .connect()
            .await
            .map_err(|error| match error.status {
                Some(401 | 403 | 404 | 410) => End::Gone,
                _ => denied_or_failed(&error),
            })?;
        self.take(&subscriptions);
        tracing::info!(agents = agents.len(), "listening");
        let mut woken = self.core.wake.subscribe();
        let mut renewed = self.core.clock.elapsed();
        let mut check = renewed + CHECK_EVERY;
        loop {
            let now = self.core.clock.elapsed();
            tokio::select! {
                heard = listener.receive() => match heard {
                    Ok(Notification::CallsSnapshot { user_id, call }) => {
                        self.feed.deliver(&user_id, call, self.core.clock.elapsed());
                    }
                    Ok(Notification::SocketClosing) => {
                        tracing::info!("the server is about to close the socket");
                        return Ok(End::Closing);
                    }
                    Ok(_) => {}
                    Err(error) => return Err(failed(&error)),
                },
                () = self.feed.changed.notified() => {
                    if self.feed.take_deaf() {
                        tracing::warn!("the socket tells nothing");
                        return Ok(End::Deaf);
                    }
                    self.show(&subscriptions);
                }
                _ = woken.changed() => return Ok(End::Again),
                () = self.core.clock.sleep(check.saturating_sub(now)) => {
                    check = self.core.clock.elapsed() + CHECK_EVERY;
                    self.check(&mut listener).await?;
                }
            }
            let now = self.core.clock.elapsed();
            let old = now.saturating_sub(renewed) >= RENEW_AFTER;
            if old || self.feed.differs(&agents, now) {
                agents = self.agents();
                subscriptions = self.subscribe(kept, &agents).await?;
                if agents.is_empty() {
                    return Ok(End::Idle);
                }
                self.take(&subscriptions);
                renewed = now;
            }
        }
    }

    async fn client(&self) -> Result<Client, End> {
        let profiles = self.core.log.profiles();
        let profile = profiles.get_even_removed(&self.feed.profile_id).await;
        let profile = profile.map_err(End::Failed)?;
        let client = self.core.connections.client(&profile).await;
        client.map_err(End::Failed)
    }

    fn agents(&self) -> Vec<String> {
        self.feed.agents(self.core.clock.elapsed())
    }

    async fn subscribe(
        &self,
        kept: &mut Kept,
        agents: &[String],
    ) -> Result<Vec<Subscription>, End> {
        let agents: Vec<&str> = agents.iter().map(String::as_str).collect();
        match kept.channel.subscribe_only(&agents).await {
            Ok(subscriptions) => {
                kept.renewed_ms = self.core.clock.now().as_millisecond();
                Ok(subscriptions)
            }
            Err(error) if error.kind == ErrorKind::NotFound => Err(End::Gone),
            Err(error) => Err(failed(&error)),
        }
    }

    /// Takes in whose calls are told from now on.
    fn take(&self, subscriptions: &[Subscription]) {
        let (told, refused): (Vec<_>, Vec<_>) =
            subscriptions.iter().partition(|one| one.is_permitted());
        let ids = |all: &[&Subscription]| -> Vec<String> {
            all.iter().map(|one| one.agent_id.clone()).collect()
        };
        self.feed
            .cover(&ids(&told), &ids(&refused), self.core.clock.elapsed());
        self.show(subscriptions);
        self.feed.tell_followers();
    }

    /// Says what feeds the agent on screen while the socket stands.
    fn show(&self, subscriptions: &[Subscription]) {
        let refused = subscriptions
            .iter()
            .find(|one| !one.is_permitted() && self.feed.is_on_screen(&one.agent_id));
        let feed = match refused {
            Some(_) => Feed::Poll,
            None => Feed::Socket,
        };
        let reason = refused.map(rejected);
        enter(self.core, self.feed, Status { feed, reason });
    }

    /// A socket that was quiet for a while is asked for a sign of life.
    async fn check(&self, listener: &mut Listener) -> Result<(), End> {
        if listener.silent_for() < CHECK_EVERY / 2 {
            return Ok(());
        }
        listener.ping().await.map_err(|error| failed(&error))
    }
}

fn rejected(subscription: &Subscription) -> Problem {
    let permissions = match &subscription.verdict {
        Verdict::Rejected {
            missing_permissions,
            ..
        } => missing_permissions.join(", "),
        Verdict::Permitted => String::new(),
    };
    Problem::new(ProblemCode::FeedRejected).with("permissions", permissions)
}

fn denied_or_failed(error: &Error) -> End {
    let lacking = matches!(error.status, Some(404 | 405 | 501));
    if error.denied().is_some() || lacking {
        End::Denied(problem(error))
    } else {
        failed(error)
    }
}

fn failed(error: &Error) -> End {
    tracing::warn!(step = error.operation.as_str(), kind = ?error.kind, status = error.status, "no socket");
    End::Failed(problem(error))
}

fn problem(error: &Error) -> Problem {
    let mut problem = problem_of(error, &About::default());
    problem.details.step = Some("socket".to_owned());
    problem
}
