//! Cancelling a call: possible until its request leaves, and never after.

use std::time::Duration;

use genesys_cloud::{Acted, Dialect, ErrorKind, PlaceObserver};
use serde_json::json;
use tokio_util::sync::CancellationToken;

use crate::server::*;

#[tokio::test(start_paused = true)]
async fn cancelling_works_while_a_token_is_fetched() {
    let server = Server::with_tokens(|_| Reply::Hang, |_, _| placed_reply());
    let client = server.client(Dialect::Platform);
    let (ear, cancel) = (Ear::default(), CancellationToken::new());
    let call = a_call();
    let (result, ()) = tokio::join!(client.place_call(&call, &ear, &cancel), async {
        tokio::time::sleep(Duration::from_secs(1)).await;
        cancel.cancel();
    });
    let error = result.unwrap_err();
    assert_eq!((error.kind, error.acted), (ErrorKind::Cancelled, Acted::No));
    assert!(server.placed().is_empty());
    assert_eq!(ear.heard(), []);
}

#[tokio::test(start_paused = true)]
async fn cancelling_works_while_waiting_for_a_rate_limit() {
    let server = Server::new(|_, _| with_headers(429, &[("retry-after", "4")], ""));
    let client = server.client(Dialect::Platform);
    let (ear, cancel) = (Ear::default(), CancellationToken::new());
    let call = a_call();
    let (result, ()) = tokio::join!(client.place_call(&call, &ear, &cancel), async {
        tokio::time::sleep(Duration::from_secs(3)).await;
        cancel.cancel();
    });
    let error = result.unwrap_err();
    assert_eq!((error.kind, error.acted), (ErrorKind::Cancelled, Acted::No));
    assert_eq!(server.placed().len(), 1);
}

#[tokio::test(start_paused = true)]
async fn cancelling_before_the_start_sends_nothing() {
    let server = Server::new(|_, _| placed_reply());
    let cancel = CancellationToken::new();
    cancel.cancel();
    let client = server.client(Dialect::Platform);
    let error = client
        .place_call(&a_call(), &Ear::default(), &cancel)
        .await
        .unwrap_err();
    assert_eq!(error.kind, ErrorKind::Cancelled);
    assert!(server.placed().is_empty());
}

#[tokio::test(start_paused = true)]
async fn cancelling_as_the_token_comes_sends_nothing() {
    let cancel = CancellationToken::new();
    let cancelled = cancel.clone();
    let server = Server::with_tokens(
        move |_| {
            cancelled.cancel();
            let token = json!({"access_token": "token-1", "expires_in": 86400});
            json_reply(200, token)
        },
        |_, _| placed_reply(),
    );
    let client = server.client(Dialect::Platform);
    let ear = Ear::default();
    let error = client
        .place_call(&a_call(), &ear, &cancel)
        .await
        .unwrap_err();
    assert_eq!((error.kind, error.acted), (ErrorKind::Cancelled, Acted::No));
    assert_eq!(ear.heard(), [], "nobody is asked whether to send it");
    assert!(server.placed().is_empty());
}

/// Lets the first request leave, and none after it.
struct Once(Ear);

impl PlaceObserver for Once {
    fn waiting(&self, duration: Duration) {
        self.0.waiting(duration);
    }

    fn sending(&self) -> bool {
        self.0.sending() && self.0.heard().len() == 1
    }
}

#[tokio::test(start_paused = true)]
async fn what_the_observer_holds_back_is_not_sent() {
    let refused = || json_reply(401, json!({"code": "bad.credentials"}));
    let limited = || with_headers(429, &[("retry-after", "1")], "");
    for (answer, heard) in [(refused as fn() -> Reply, 2), (limited, 3)] {
        let server = Server::new(move |_, _| answer());
        let client = server.client(Dialect::Platform);
        let observer = Once(Ear::default());
        let cancel = CancellationToken::new();
        let result = client.place_call(&a_call(), &observer, &cancel).await;
        let error = result.unwrap_err();
        assert_eq!((error.kind, error.acted), (ErrorKind::Cancelled, Acted::No));
        assert_eq!(observer.0.heard().len(), heard);
        assert_eq!(server.placed().len(), 1);
    }
}

#[tokio::test(start_paused = true)]
async fn cancelling_is_too_late_once_it_is_sent() {
    let server = Server::new(|_, _| {
        let body = json!({"id": CONVERSATION}).to_string();
        Reply::Later(Duration::from_secs(5), answer(200, &[], body))
    });
    let client = server.client(Dialect::Platform);
    let (ear, cancel) = (Ear::default(), CancellationToken::new());
    let call = a_call();
    let (result, ()) = tokio::join!(client.place_call(&call, &ear, &cancel), async {
        tokio::time::sleep(Duration::from_secs(1)).await;
        cancel.cancel();
    });
    assert_eq!(result.unwrap().conversation_id, CONVERSATION);
}
