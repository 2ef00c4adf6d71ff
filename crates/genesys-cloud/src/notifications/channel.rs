//! A channel: made once, subscribed on, connected to.

use std::fmt;

use http::Method;
use jiff::Timestamp;
use serde_json::Value;
use url::Url;

use super::listener::Listener;
use super::subscription::{self, Subscription};
use super::{MOST_AGENTS, SILENCE_LIMIT};
use crate::answer::{Answer, Failed};
use crate::client::{Manner, Try, is_id, or_not_found};
use crate::dialect::ApiRequest;
use crate::hosts::is_loopback;
use crate::json::{text, time};
use crate::redact::Redactor;
use crate::transport::{Limits, Sent, TransportErrorKind, host_of_url};
use crate::{Client, Error, ErrorKind, Operation};

/// A notification channel. Cheap to clone; clones are the same channel.
#[derive(Clone)]
pub struct Channel {
    client: Client,
    id: String,
    /// Who knows it can listen, so it is shown nowhere.
    connect_uri: Url,
    expires: Option<Timestamp>,
}

impl fmt::Debug for Channel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Channel")
            .field("expires", &self.expires)
            .finish_non_exhaustive()
    }
}

impl Client {
    /// Makes a notification channel (`POST /api/v2/notifications/channels`). It lives for 24 h, and as long as its
    /// token. The server keeps 20 for a client and drops the one unused longest for the next, so the request is not sent
    /// again but after a 401: each may leave a channel behind.
    ///
    /// # Errors
    /// [`Operation::CreateChannel`]; [`ErrorKind::Unreadable`] where the answer names no socket that can be trusted
    /// (`wss`, or `ws` to this machine).
    pub async fn create_channel(&self) -> Result<Channel, Error> {
        let operation = Operation::CreateChannel;
        let request = ApiRequest::new(
            Method::POST,
            &["api", "v2", "notifications", "channels"],
            None,
        );
        self.inner
            .ask(operation, &request, Manner::Once, |answer, this| {
                let body = answer.json(operation, this.now)?;
                Channel::read(self, &body)
                    .ok_or_else(|| answer.unusable(operation, ErrorKind::Unreadable))
            })
            .await
    }
}

impl Channel {
    fn read(client: &Client, body: &Value) -> Option<Self> {
        Some(Self {
            client: client.clone(),
            id: text(body, "id").filter(|id| is_id(id))?.to_owned(),
            connect_uri: read_socket_url(text(body, "connectUri")?)?,
            expires: time(body, "expires"),
        })
    }

    /// When the channel ends by the server's clock. Subscribing puts that off.
    pub fn expires(&self) -> Option<Timestamp> {
        self.expires
    }

    /// Subscribes to the calls of exactly these agents
    /// (`PUT /api/v2/notifications/channels/{channelId}/subscriptions`); none ends all subscriptions. It may be sent
    /// again: the same list gives the same subscriptions.
    ///
    /// An agent the server does not let these credentials follow is rejected, which is not an error. A server that
    /// denies the request as a whole rejects all of them.
    ///
    /// # Errors
    /// [`Operation::Subscribe`]; [`ErrorKind::NotFound`] where the channel is gone.
    pub async fn subscribe_only(&self, agents: &[&str]) -> Result<Vec<Subscription>, Error> {
        self.ask(Method::PUT, agents).await
    }

    /// Subscribes to the calls of these agents as well
    /// (`POST /api/v2/notifications/channels/{channelId}/subscriptions`). Otherwise as [`Channel::subscribe_only`].
    ///
    /// # Errors
    /// As [`Channel::subscribe_only`].
    pub async fn subscribe(&self, agents: &[&str]) -> Result<Vec<Subscription>, Error> {
        if agents.is_empty() {
            return Ok(Vec::new());
        }
        self.ask(Method::POST, agents).await
    }

    async fn ask(&self, method: Method, agents: &[&str]) -> Result<Vec<Subscription>, Error> {
        let operation = Operation::Subscribe;
        // A dot or a question mark would make another topic of it.
        let is_agent = |agent: &&str| is_id(agent) && !agent.contains(['.', '?', '&']);
        if agents.len() > MOST_AGENTS || !agents.iter().all(is_agent) {
            return Err(Error::new(operation, ErrorKind::InvalidInput));
        }
        let path = [
            "api",
            "v2",
            "notifications",
            "channels",
            &self.id,
            "subscriptions",
        ];
        let mut request = ApiRequest::new(method, &path, Some(subscription::request(agents)));
        // Else one agent that may not be followed is an error for all of them.
        request.query = vec![("ignoreErrors", "true".to_owned())];
        let answer = self.client.inner.read(operation, &request).await;
        match answer {
            Ok(body) => {
                subscription::read(&body, agents).map_err(|kind| Error::new(operation, kind))
            }
            Err(error) if error.denied().is_some() => Ok(subscription::denied(&error, agents)),
            Err(error) => Err(self.without_id(or_not_found(error))),
        }
    }

    /// Whether the server still has the channel (`HEAD /api/v2/notifications/channels/{channelId}`). One that is gone
    /// before it expired had to make room for another.
    ///
    /// # Errors
    /// [`Operation::VerifyChannel`], where it cannot be told.
    pub async fn exists(&self) -> Result<bool, Error> {
        let operation = Operation::VerifyChannel;
        let path = ["api", "v2", "notifications", "channels", &self.id];
        let request = ApiRequest::new(Method::HEAD, &path, None);
        let understand = |answer: &Answer, this: &Try<'_>| match answer.status.as_u16() {
            404 => Ok(false),
            _ => answer.success(operation, this.now).map(|()| true),
        };
        let asked = self
            .client
            .inner
            .ask(operation, &request, Manner::Repeatable, understand);
        asked.await.map_err(|error| self.without_id(error))
    }

    /// The same error; the id is a part of the socket's address, so it is not shown.
    fn without_id(&self, error: Error) -> Error {
        Redactor::default().removing(&self.id).clean(error)
    }

    /// Opens the channel's socket. A channel has one: an earlier one falls silent or is closed. It is tried once.
    ///
    /// # Errors
    /// [`Operation::Socket`], where no socket came to be within [`crate::Timeouts::read`]; [`ErrorKind::NotFound`]
    /// where the server answered that there is no such channel.
    pub async fn connect(&self) -> Result<Listener, Error> {
        let exchange = &self.client.inner.exchange;
        let limit = self.client.inner.config.timeouts.read;
        let host = host_of_url(&self.connect_uri);
        let opening = exchange
            .transport
            .open_socket(self.connect_uri.clone(), Limits::default());
        let opened = tokio::select! {
            biased;
            opened = opening => opened,
            () = exchange.clock.sleep(limit) => {
                let failed = Failed {
                    host,
                    kind: TransportErrorKind::Timeout,
                    sent: Sent::Maybe,
                    waited: Some(limit),
                };
                return Err(failed.into_error(Operation::Socket));
            }
        };
        match opened {
            Ok(socket) => {
                tracing::debug!(%host, "socket opened");
                let clock = exchange.clock.clone();
                Ok(Listener::new(socket, clock, host, SILENCE_LIMIT))
            }
            Err(error) => {
                tracing::debug!(%host, failed = ?error.kind, "no socket");
                Err(super::listener::error_of(error))
            }
        }
    }
}

/// The address of a socket: `wss`, or `ws` to this machine, without credentials.
fn read_socket_url(text: &str) -> Option<Url> {
    let url = Url::parse(text).ok()?;
    let host = url.host()?;
    let is_safe = match url.scheme() {
        "wss" => true,
        "ws" => is_loopback(&host),
        _ => false,
    };
    (is_safe && url.username().is_empty() && url.password().is_none()).then_some(url)
}
