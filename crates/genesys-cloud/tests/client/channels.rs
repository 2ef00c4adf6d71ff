//! Making a channel and subscribing on it.

use genesys_cloud::notifications::{Channel, MOST_AGENTS, Verdict};
use genesys_cloud::{Denied, Dialect, Error, ErrorKind, Operation};
use serde_json::{Value, json};

use crate::server::*;

pub(crate) const CHANNEL: &str = "streaming-0-k3yofthechannel";
const OTHER: &str = "0f4f2a31-2222-4c6e-9d2b-cccccccccccc";

pub(crate) fn channel_reply() -> Reply {
    json_reply(
        200,
        json!({
            "id": CHANNEL,
            "connectUri": format!("wss://streaming.example.test/channels/{CHANNEL}"),
            "expires": "2026-01-02T00:00:00.000Z",
        }),
    )
}

fn topic(agent: &str) -> String {
    format!("v2.users.{agent}.conversations.calls")
}

/// A server that gives a channel and answers subscriptions with `subscribe`.
fn server(subscribe: impl Fn() -> Reply + Send + Sync + 'static) -> Server {
    Server::new(move |seen, _| match seen.path.as_str() {
        "/api/v2/notifications/channels" => channel_reply(),
        _ => subscribe(),
    })
}

async fn channel(server: &Server) -> Channel {
    let client = server.client(Dialect::Platform);
    client.create_channel().await.unwrap()
}

async fn not_made(reply: impl Fn() -> Reply + Send + Sync + 'static) -> (Error, usize) {
    let server = Server::new(move |_, _| reply());
    let client = server.client(Dialect::Platform);
    let error = client.create_channel().await.unwrap_err();
    assert_eq!(error.operation, Operation::CreateChannel);
    (error, server.asked().len())
}

#[tokio::test(start_paused = true)]
async fn a_channel_is_made_with_one_request() {
    let server = server(|| status(500, ""));
    let channel = channel(&server).await;
    let expires = channel.expires().unwrap();
    assert_eq!(expires.to_string(), "2026-01-02T00:00:00Z");
    let [asked] = &server.asked()[..] else {
        panic!("one request")
    };
    assert_eq!(asked.method, "POST");
    assert_eq!(asked.path, "/api/v2/notifications/channels");
    assert!(asked.body.is_empty());
    // Who knows the address can listen.
    assert!(!format!("{channel:?}").contains("k3y"), "{channel:?}");
}

#[tokio::test(start_paused = true)]
async fn each_could_leave_a_channel_behind_so_it_is_not_asked_for_again() {
    let failures: [fn() -> Reply; 5] = [
        || status(500, ""),
        || status(503, ""),
        || Reply::Close,
        || Reply::Hang,
        || with_headers(429, &[("retry-after", "1")], ""),
    ];
    for fail in failures {
        assert_eq!(not_made(fail).await.1, 1);
    }
    let server = Server::new(|seen, _| match seen.header("authorization") {
        "Bearer token-1" => status(401, ""),
        _ => channel_reply(),
    });
    channel(&server).await;
    assert_eq!(server.asked().len(), 2);
}

#[tokio::test(start_paused = true)]
async fn an_address_that_cannot_be_trusted_makes_no_channel() {
    for uri in [
        json!("ws://streaming.example.test/channels/x"),
        json!("http://127.0.0.1/channels/x"),
        json!("https://streaming.example.test/channels/x"),
        json!("ws://127.0.0.1.example.test/channels/x"),
        json!("wss://user@streaming.example.test/channels/x"),
        json!("wss://user:pass@streaming.example.test/channels/x"),
        json!("/channels/x"),
        json!(""),
        json!(null),
        json!(7),
    ] {
        let body = json!({"id": CHANNEL, "connectUri": uri});
        let (error, _) = not_made(move || json_reply(200, body.clone())).await;
        assert_eq!(error.kind, ErrorKind::Unreadable, "{uri}");
    }
    for id in [json!(null), json!(""), json!(".."), json!("a b"), json!([])] {
        let body = json!({"id": id, "connectUri": "wss://streaming.example.test/x"});
        let (error, _) = not_made(move || json_reply(200, body.clone())).await;
        assert_eq!(error.kind, ErrorKind::Unreadable, "{id}");
    }
    let body = json!({"id": CHANNEL, "connectUri": "ws://localhost:4711/channels/x"});
    let server = Server::new(move |_, _| json_reply(200, body.clone()));
    assert_eq!(channel(&server).await.expires(), None);
}

#[tokio::test(start_paused = true)]
async fn each_agent_is_permitted_or_rejected() {
    let answer = json!({"entities": [
        {"id": topic(OTHER), "state": "Rejected", "rejectionReason": "no", "missingPermissions": ["conversation:communication:view"]},
        {"id": topic(AGENT).to_uppercase(), "state": "Permitted"},
        {"id": topic("odd"), "state": "Perhaps"},
        {"id": "v2.users.x.presence", "state": "Permitted"},
        null,
    ]});
    let server = server(move || json_reply(200, answer.clone()));
    let channel = channel(&server).await;
    let agents = [AGENT, OTHER, "odd", "not-told"];
    for method in ["POST", "PUT"] {
        let told = match method {
            "POST" => channel.subscribe(&agents).await,
            _ => channel.subscribe_only(&agents).await,
        }
        .unwrap();
        let names: Vec<&str> = told.iter().map(|one| one.agent_id.as_str()).collect();
        assert_eq!(names, agents);
        let permitted: Vec<bool> = told.iter().map(|one| one.is_permitted()).collect();
        assert_eq!(permitted, [true, false, false, false]);
        let expected = Verdict::Rejected {
            reason: Some("no".to_owned()),
            missing_permissions: vec!["conversation:communication:view".to_owned()],
        };
        assert_eq!(told[1].verdict, expected);

        let asked = server.asked().pop().unwrap();
        assert_eq!(asked.method, method);
        assert_eq!(
            asked.path,
            format!("/api/v2/notifications/channels/{CHANNEL}/subscriptions")
        );
        assert_eq!(asked.query, "ignoreErrors=true");
        let topics: Vec<Value> = agents.map(|agent| json!({"id": topic(agent)})).into();
        assert_eq!(asked.json(), json!(topics));
    }
}

#[tokio::test(start_paused = true)]
async fn a_server_that_denies_the_whole_request_rejects_every_agent() {
    let denied = json!({"code": "notification.unauthorized.topic", "message": "Not authorized for this topic."});
    let server = server(move || json_reply(403, denied.clone()));
    let told = channel(&server)
        .await
        .subscribe(&[AGENT, OTHER])
        .await
        .unwrap();
    assert_eq!(told.len(), 2);
    for one in told {
        let expected = Verdict::Rejected {
            reason: Some("notification.unauthorized.topic".to_owned()),
            missing_permissions: Vec::new(),
        };
        assert_eq!(one.verdict, expected);
    }
}

#[tokio::test(start_paused = true)]
async fn subscribing_is_asked_again_and_its_failure_is_said() {
    let server = Server::new(|seen, nth| match (seen.path.as_str(), nth) {
        ("/api/v2/notifications/channels", _) => channel_reply(),
        (_, 0) => Reply::Close,
        _ => json_reply(
            200,
            json!({"entities": [{"id": topic(AGENT), "state": "Permitted"}]}),
        ),
    });
    let told = channel(&server).await.subscribe(&[AGENT]).await.unwrap();
    assert!(told[0].is_permitted());

    for (code, name, kind) in [
        (404, "not.found", ErrorKind::NotFound),
        (400, "notification.invalid.topic", ErrorKind::Refused),
        (
            400,
            "notification.subscription.too.many.subscriptions",
            ErrorKind::Refused,
        ),
    ] {
        let body = json!({"code": name, "message": format!("[{CHANNEL}] no")});
        let server = self::server(move || json_reply(code, body.clone()));
        let error = channel(&server)
            .await
            .subscribe(&[AGENT])
            .await
            .unwrap_err();
        assert_eq!((error.operation, error.kind), (Operation::Subscribe, kind));
        assert_eq!(error.code.as_deref(), Some(name));
        assert_eq!(error.denied(), None::<Denied>);
        assert!(!format!("{error:?}").contains("k3y"), "{error:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn nobody_is_subscribed_to_by_accident() {
    let server = server(|| json_reply(200, json!({"entities": []})));
    let channel = channel(&server).await;
    let too_many = vec![AGENT; MOST_AGENTS + 1];
    let broken: [&[&str]; 6] = [
        &[""],
        &["a b"],
        &[AGENT, "x.presence"],
        &["x?presence"],
        &["x&y"],
        &too_many,
    ];
    for agents in broken {
        for result in [
            channel.subscribe(agents).await,
            channel.subscribe_only(agents).await,
        ] {
            assert_eq!(result.unwrap_err().kind, ErrorKind::InvalidInput);
        }
    }
    assert_eq!(channel.subscribe(&[]).await.unwrap(), []);
    assert_eq!(server.asked().len(), 1, "only the channel");
    // None at all is the way to end all subscriptions.
    assert_eq!(channel.subscribe_only(&[]).await.unwrap(), []);
    assert_eq!(server.asked()[1].json(), json!([]));
}

#[tokio::test(start_paused = true)]
async fn a_channel_that_had_to_make_room_is_known_to_be_gone() {
    let server = Server::new(|seen, nth| match (seen.method.as_str(), nth) {
        ("HEAD", 0) => status(200, ""),
        ("HEAD", 1) => status(404, ""),
        ("HEAD", 2) => Reply::Close,
        ("HEAD", 3) => status(200, ""),
        ("HEAD", _) => status(403, ""),
        _ => channel_reply(),
    });
    let channel = channel(&server).await;
    assert!(channel.exists().await.unwrap());
    assert!(!channel.exists().await.unwrap());
    assert!(channel.exists().await.unwrap(), "asked again");
    let error = channel.exists().await.unwrap_err();
    assert_eq!(error.operation, Operation::VerifyChannel);
    assert_eq!(error.denied(), Some(Denied::Other));
    let asked = server.asked().pop().unwrap();
    assert_eq!(
        asked.path,
        format!("/api/v2/notifications/channels/{CHANNEL}")
    );
}
