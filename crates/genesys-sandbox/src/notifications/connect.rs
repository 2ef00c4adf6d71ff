//! `GET /channels/{id}`: the handshake of a socket, and listening on it.

use std::sync::{Arc, Mutex};

use axum::{
    body::Body,
    extract::{Path, State},
    response::{IntoResponse, Response},
};
use http::{
    HeaderMap, HeaderName, StatusCode,
    header::{CONNECTION, SEC_WEBSOCKET_ACCEPT, SEC_WEBSOCKET_KEY, SEC_WEBSOCKET_VERSION, UPGRADE},
};
use serde_json::json;
use tokio::sync::{mpsc, watch};
use tokio_tungstenite::tungstenite::handshake::derive_accept_key;

use super::{
    channels::{Channels, journal},
    message,
    socket::{Ending, Socket},
};
use crate::{
    error::ApiError,
    organisation::{Organisation, lock},
};

/// How many messages wait for a client before it counts as gone.
const WAITING: usize = 1024;

/// The client's end of a socket.
#[derive(Debug)]
pub(crate) struct Wire {
    pub(crate) to_server: mpsc::Sender<String>,
    pub(crate) from_server: mpsc::Receiver<String>,
    /// How it ended, once it has.
    pub(crate) ending: watch::Receiver<Option<Ending>>,
}

/// Carries the wire beside the answer to the handshake.
#[derive(Clone, Debug)]
struct Offered(Arc<Mutex<Option<Wire>>>);

/// The wire that an answer offers, once.
pub(crate) fn taken_wire(response: &mut Response<Body>) -> Option<Wire> {
    let Offered(wire) = response.extensions_mut().remove()?;
    lock(&wire).take()
}

/// Opens a socket. A channel has one: an older one is closed (inferred). The address is the only
/// key: no header is asked for, but the channel's token has to be alive (which refusal comes
/// otherwise is inferred).
pub(crate) async fn connect(
    State(organisation): State<Arc<Organisation>>,
    Path(id): Path<String>,
    headers: HeaderMap,
) -> Result<Response, ApiError> {
    let key = key(&headers).ok_or_else(ApiError::bad_request)?;
    let wire = lock(&organisation.channels).open(&organisation, &id)?;
    let mut response = (
        StatusCode::SWITCHING_PROTOCOLS,
        [
            (CONNECTION, "Upgrade".to_owned()),
            (UPGRADE, "websocket".to_owned()),
            (SEC_WEBSOCKET_ACCEPT, derive_accept_key(key.as_bytes())),
        ],
    )
        .into_response();
    let offered = Offered(Arc::new(Mutex::new(Some(wire))));
    response.extensions_mut().insert(offered);
    Ok(response)
}

/// The key of a WebSocket handshake, if this is one.
fn key(headers: &HeaderMap) -> Option<&str> {
    let value = |name: &HeaderName| headers.get(name)?.to_str().ok();
    let wants = |name: &HeaderName, wanted: &str| {
        value(name)?
            .split(',')
            .find(|part| part.trim().eq_ignore_ascii_case(wanted))
    };
    wants(&CONNECTION, "upgrade")?;
    wants(&UPGRADE, "websocket")?;
    wants(&SEC_WEBSOCKET_VERSION, "13")?;
    value(&SEC_WEBSOCKET_KEY)
}

impl Channels {
    fn open(&mut self, organisation: &Arc<Organisation>, id: &str) -> Result<Wire, ApiError> {
        // What happened before it was there is not for the new socket.
        self.push_what_is_due(organisation);
        let now = organisation.clock.elapsed();
        let channel = self.find_mut(id).ok_or_else(ApiError::not_found)?;
        let token = channel.token.clone();
        if lock(&organisation.tokens).expiry(&token, now).is_none() {
            return Err(ApiError::bad_credentials());
        }
        channel.used(&token, now);
        let why = "the channel got another socket";
        self.close(organisation, Ending::Closed, why, |socket| {
            socket.channel_id == id
        });
        let (out, from_server) = mpsc::channel(WAITING);
        let (to_server, incoming) = mpsc::channel(WAITING);
        let (ended, ending) = watch::channel(None);
        self.sockets_opened += 1;
        let number = self.sockets_opened;
        let socket = Socket::new(number, id.to_owned(), token, out, ended, now);
        self.sockets.push(socket);
        let listening = listen(Arc::clone(organisation), number, incoming, ending.clone());
        tokio::spawn(listening);
        self.keep_pushing(organisation);
        Ok(Wire {
            to_server,
            from_server,
            ending,
        })
    }

    fn hear(&mut self, organisation: &Organisation, number: u64, text: &str) {
        let Some(socket) = self.sockets.iter_mut().find(|one| one.number == number) else {
            return;
        };
        journal(organisation, &socket.channel_id, json!({ "heard": text }));
        // Anything else is passed over in silence (inferred).
        if message::is_ping(text) {
            socket.push(message::pong());
        }
    }
}

/// Hears the client until one of the two ends it.
async fn listen(
    organisation: Arc<Organisation>,
    number: u64,
    mut incoming: mpsc::Receiver<String>,
    mut ending: watch::Receiver<Option<Ending>>,
) {
    loop {
        let heard = tokio::select! {
            heard = incoming.recv() => heard,
            _ = ending.wait_for(Option::is_some) => return,
        };
        let mut channels = lock(&organisation.channels);
        if let Some(text) = heard {
            channels.hear(&organisation, number, &text);
        } else {
            let why = "the client closed it";
            channels.close(&organisation, Ending::Closed, why, |socket| {
                socket.number == number
            });
            // The task that pushes may have nobody left to push to.
            organisation.changed.notify_one();
            return;
        }
    }
}
