//! WebSockets over the network, through `reqwest-websocket`: the same proxy and TLS as every request.

use futures_util::future::BoxFuture;
use futures_util::{SinkExt, StreamExt};
use reqwest_websocket::{Error, Message, Upgrade, WebSocket};
use tungstenite::error::ProtocolError;
use tungstenite::protocol::WebSocketConfig;
use url::Url;

use super::failure::failed;
use super::network::Hop;
use super::{AnswerHead, Limits, Sent, Socket, TransportError, TransportErrorKind, host_of_url};

/// Opens a socket with `client`, which must speak HTTP/1.1 only and follow no redirect.
pub(super) async fn open(
    client: reqwest::Client,
    url: Url,
    hop: Option<Hop>,
    limits: Limits,
) -> Result<Box<dyn Socket>, TransportError> {
    let host = host_of_url(&url);
    let failed = |error: &Error| match error {
        Error::Reqwest(error) => failed(error, &host, hop.as_ref()),
        _ => TransportError::new(TransportErrorKind::Other, &*host, Sent::Maybe),
    };
    let config = WebSocketConfig::default()
        .max_message_size(Some(limits.max_body))
        .max_frame_size(Some(limits.max_body));
    let answer = client
        .get(url)
        .upgrade()
        .web_socket_config(config)
        .send()
        .await
        .map_err(|error| failed(&error))?;
    let head = AnswerHead {
        status: answer.status(),
        headers: answer.headers().clone(),
    };
    let socket = answer
        .into_websocket()
        .await
        .map_err(|error| TransportError {
            head: Some(Box::new(head)),
            ..failed(&error)
        })?;
    Ok(Box::new(HttpSocket {
        socket: Some(socket),
        host,
    }))
}

struct HttpSocket {
    /// None once nothing more comes.
    socket: Option<WebSocket>,
    host: String,
}

impl HttpSocket {
    fn failed(&self, error: &Error) -> TransportError {
        TransportError::new(kind_of(error), &*self.host, Sent::Maybe)
    }
}

impl Socket for HttpSocket {
    fn receive(&mut self) -> BoxFuture<'_, Option<Result<String, TransportError>>> {
        Box::pin(async move {
            loop {
                match self.socket.as_mut()?.next().await {
                    Some(Ok(Message::Text(text))) => return Some(Ok(text)),
                    // Pings are answered by the library, and nothing that is not text is for us.
                    Some(Ok(Message::Ping(_) | Message::Pong(_) | Message::Binary(_))) => {}
                    Some(Ok(Message::Close { .. })) | None => {
                        self.socket = None;
                        return None;
                    }
                    Some(Err(error)) => {
                        self.socket = None;
                        return Some(Err(self.failed(&error)));
                    }
                }
            }
        })
    }

    fn send(&mut self, text: String) -> BoxFuture<'_, Result<(), TransportError>> {
        Box::pin(async move {
            let Some(socket) = self.socket.as_mut() else {
                let kind = TransportErrorKind::Reset;
                return Err(TransportError::new(kind, &*self.host, Sent::No));
            };
            let sent = socket.send(Message::Text(text)).await;
            sent.map_err(|error| self.failed(&error))
        })
    }
}

/// What a failure of an open socket is called.
fn kind_of(error: &Error) -> TransportErrorKind {
    match error {
        Error::Tungstenite(tungstenite::Error::Capacity(_)) => TransportErrorKind::BodyTooLarge,
        Error::Tungstenite(
            tungstenite::Error::Io(_)
            | tungstenite::Error::ConnectionClosed
            | tungstenite::Error::AlreadyClosed
            | tungstenite::Error::Protocol(ProtocolError::ResetWithoutClosingHandshake),
        ) => TransportErrorKind::Reset,
        _ => TransportErrorKind::Other,
    }
}
