//! What goes wrong in the middle of a refresh: nothing is asked for twice, and nothing that was answered is lost.

use std::sync::atomic::Ordering;
use std::time::Duration;

use genesys_cloud::{ErrorKind, Operation};
use tokio_util::sync::CancellationToken;

use crate::keeper::{StoreFailed, grant};
use crate::server::*;
use crate::user_tokens::{bearers, client_of, fresh_tokens, in_an_hour, kept_old, serve, server};

/// A refresh that may have been acted on is not asked for again.
#[tokio::test(start_paused = true)]
async fn a_lost_answer_is_asked_for_once_and_one_that_never_left_again() {
    type Make = fn() -> Reply;
    let cases: [(Make, ErrorKind); 4] = [
        (|| Reply::Close, ErrorKind::ConnectionLost),
        (|| Reply::Hang, ErrorKind::Timeout),
        (|| status(503, ""), ErrorKind::ServerError),
        (|| status(200, "{}"), ErrorKind::Unreadable),
    ];
    for (reply, kind) in cases {
        let server = Server::with_tokens(move |_| reply(), |seen, _| serve(seen));
        let keeper = kept_old();
        let error = client_of(&server, &keeper, Some(SECRET))
            .agent(AGENT)
            .await
            .unwrap_err();
        assert_eq!((error.operation, error.kind), (Operation::Token, kind));
        assert_eq!(server.tokens(), 1);
        assert!(keeper.log().is_empty());
    }
    let busy = Server::with_tokens(
        |nth| match nth {
            0 => with_headers(429, &[("retry-after", "2")], "{}"),
            _ => fresh_tokens(nth),
        },
        |seen, _| serve(seen),
    );
    client_of(&busy, &kept_old(), Some(SECRET))
        .agent(AGENT)
        .await
        .unwrap();
    assert_eq!(busy.tokens(), 2);
}

#[tokio::test(start_paused = true)]
async fn a_token_that_cannot_be_kept_is_not_used() {
    let (server, keeper) = (server(), kept_old());
    keeper.fails.store(true, Ordering::SeqCst);
    let error = client_of(&server, &keeper, Some(SECRET))
        .agent(AGENT)
        .await
        .unwrap_err();
    assert_eq!(
        (error.operation, error.kind),
        (Operation::Token, ErrorKind::Keeper)
    );
    let cause = error.keeper.as_ref().unwrap();
    let expected = StoreFailed("keep token-2".to_owned());
    assert_eq!(cause.cause::<StoreFailed>(), Some(&expected));
    assert!(cause.cause::<std::io::Error>().is_none());
    let told = format!("{error:?} {error} {cause}");
    assert!(!told.contains("token-2"), "{told}");
    assert!(server.asked().is_empty());
}

/// A keyring that fails for a moment costs no sign-in.
#[tokio::test(start_paused = true)]
async fn a_token_that_could_not_be_kept_is_kept_when_that_works_again() {
    let (server, keeper) = (server(), kept_old());
    let client = client_of(&server, &keeper, Some(SECRET));
    keeper.fails.store(true, Ordering::SeqCst);
    for _ in 0..3 {
        let error = client.agent(AGENT).await.unwrap_err();
        assert_eq!(error.kind, ErrorKind::Keeper);
    }
    keeper.fails.store(false, Ordering::SeqCst);
    client.agent(AGENT).await.unwrap();
    assert_eq!(
        (server.tokens(), keeper.log()),
        (1, vec!["keep token-2".to_owned()])
    );
    assert_eq!(bearers(&server), ["Bearer token-2"]);

    // Who signed in again meanwhile, or out, is not overwritten.
    for (since, kind) in [
        (Some(grant("of-another", None, in_an_hour())), None),
        (None, Some(ErrorKind::SignedOut)),
    ] {
        let keeper = kept_old();
        let client = client_of(&server, &keeper, Some(SECRET));
        keeper.fails.store(true, Ordering::SeqCst);
        client.agent(AGENT).await.unwrap_err();
        keeper.fails.store(false, Ordering::SeqCst);
        keeper.put(since).await;
        assert_eq!(
            client.agent(AGENT).await.err().map(|error| error.kind),
            kind
        );
        assert!(keeper.log().is_empty());
    }
}

/// An answer that nobody waits for any more is kept all the same: the refresh token before it is spent.
#[tokio::test(start_paused = true)]
async fn a_refresh_goes_on_when_everybody_has_left() {
    let server = Server::with_tokens(
        |nth| match fresh_tokens(nth) {
            Reply::Answer(answer) => Reply::Later(Duration::from_secs(4), answer),
            other => other,
        },
        |seen, _| serve(seen),
    );
    let keeper = kept_old();
    let client = client_of(&server, &keeper, Some(SECRET));
    let cancel = CancellationToken::new();
    let call = a_call();
    let ear = Ear::default();
    let placing = client.place_call(&call, &ear, &cancel);
    let cancelled = async {
        tokio::time::sleep(Duration::from_secs(1)).await;
        cancel.cancel();
    };
    let (placed, ()) = tokio::join!(placing, cancelled);
    assert_eq!(placed.unwrap_err().kind, ErrorKind::Cancelled);
    client.agent(AGENT).await.unwrap();
    assert_eq!(keeper.log(), ["keep token-2"]);
    assert_eq!(
        (server.tokens(), bearers(&server)),
        (1, vec!["Bearer token-2".to_owned()])
    );
}
