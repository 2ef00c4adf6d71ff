//! The socket of a channel: what it tells, and whether it still lives.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use http::StatusCode;

use super::frame::Notification;
use crate::answer::{kind_of_failure, kind_of_status};
use crate::clock::Clock;
use crate::transport::{Socket, TransportError};
use crate::{Error, ErrorKind, Operation};

/// What a ping is: the server answers with a pong.
const PING: &str = r#"{"message":"ping"}"#;

/// The open socket of a [`super::Channel`]. Dropping it closes the connection.
pub struct Listener {
    socket: Box<dyn Socket>,
    clock: Arc<dyn Clock>,
    host: String,
    silence_limit: Duration,
    /// On the clock's own scale.
    heard: Duration,
}

impl fmt::Debug for Listener {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Listener")
            .field("host", &self.host)
            .field("silence_limit", &self.silence_limit)
            .finish_non_exhaustive()
    }
}

impl Listener {
    pub(super) fn new(
        socket: Box<dyn Socket>,
        clock: Arc<dyn Clock>,
        host: String,
        silence_limit: Duration,
    ) -> Self {
        Self {
            heard: clock.elapsed(),
            socket,
            clock,
            host,
            silence_limit,
        }
    }

    /// Takes a silence of `limit` as the end, instead of [`super::SILENCE_LIMIT`]. It should be longer than
    /// [`super::HEARTBEAT`].
    #[must_use]
    pub fn silence_limit(mut self, limit: Duration) -> Self {
        self.silence_limit = limit;
        self
    }

    /// How long nothing was heard.
    pub fn silent_for(&self) -> Duration {
        self.clock.elapsed().saturating_sub(self.heard)
    }

    /// The next notification. Nothing is lost when the future is dropped, and the silence goes on being counted.
    ///
    /// # Errors
    /// [`Operation::Socket`]: [`ErrorKind::Closed`] where the server closed it, [`ErrorKind::Timeout`] where it was
    /// silent for longer than [`Listener::silence_limit`], another kind where it broke. A listener that failed is of no
    /// more use.
    pub async fn receive(&mut self) -> Result<Notification, Error> {
        let left = self.silence_limit.saturating_sub(self.silent_for());
        // What has already arrived counts before the silence does: the caller may have been busy, or the computer asleep.
        let received = tokio::select! {
            biased;
            received = self.socket.receive() => received,
            () = self.clock.sleep(left) => {
                let mut error = self.error(ErrorKind::Timeout);
                error.facts_mut().waited = Some(self.silence_limit);
                return Err(error);
            }
        };
        match received {
            Some(Ok(frame)) => {
                self.heard = self.clock.elapsed();
                Ok(Notification::read(&frame))
            }
            Some(Err(error)) => Err(error_of(error)),
            None => Err(self.error(ErrorKind::Closed)),
        }
    }

    /// Asks the server for a sign of life, a [`Notification::Pong`].
    ///
    /// # Errors
    /// As [`Listener::receive`], where it cannot be sent within [`Listener::silence_limit`].
    pub async fn ping(&mut self) -> Result<(), Error> {
        let sent = tokio::select! {
            biased;
            sent = self.socket.send(PING.to_owned()) => sent,
            () = self.clock.sleep(self.silence_limit) => {
                return Err(self.error(ErrorKind::Timeout));
            }
        };
        sent.map_err(error_of)
    }

    fn error(&self, kind: ErrorKind) -> Error {
        let mut error = Error::new(Operation::Socket, kind);
        error.facts_mut().host = Some(self.host.clone());
        error
    }
}

/// What a failure of a socket is called. A server that refused one says why in its status.
pub(super) fn error_of(error: TransportError) -> Error {
    let status = error.head.map(|head| head.status);
    let kind = match status {
        Some(StatusCode::NOT_FOUND) => ErrorKind::NotFound,
        Some(status) if status.is_success() || status.is_informational() => ErrorKind::Unreadable,
        Some(status) => kind_of_status(status),
        None => kind_of_failure(error.kind),
    };
    let mut socket_error = Error::new(Operation::Socket, kind);
    let facts = socket_error.facts_mut();
    facts.status = status.map(|status| status.as_u16());
    facts.host = Some(error.host);
    socket_error
}
