//! Notification channels and what they are subscribed to.

use genesys_sandbox::{Config, EvictedSockets, Fault, FaultRule, SocketRefused};
use http::StatusCode;
use jiff::Timestamp;
use serde_json::{Value, json};

use crate::{
    client::{Client, ORDINARY, token, wait},
    listener::{CHANNELS, calls_of, subscriptions, topics},
};

const DAY: f64 = 24.0 * 60.0 * 60.0;

#[tokio::test(start_paused = true)]
async fn a_channel_says_where_its_socket_is_and_when_it_ends() {
    let client = Client::new(Config::default()).await;
    for body in [None, Some("null")] {
        let made = client.try_send("POST", CHANNELS, body).await.unwrap();
        assert_eq!(made.status, 200);
        let id = made.body["id"].as_str().unwrap();
        assert!(id.starts_with("streaming-"), "{id}");
        let uri = made.body["connectUri"].as_str().unwrap();
        assert_eq!(uri, format!("ws://127.0.0.1/channels/{id}"));
        let expires: Timestamp = made.body["expires"].as_str().unwrap().parse().unwrap();
        let made_at = client.sandbox.journal().last().unwrap().time;
        let hours = expires.duration_since(made_at).as_secs_f64() / 3600.0;
        assert!((hours - 24.0).abs() < 0.01, "{hours}");
    }
    client
        .post(CHANNELS, json!({ "id": "mine" }))
        .await
        .assert_error(400, "bad.request");
}

#[tokio::test(start_paused = true)]
async fn subscriptions_are_replaced_added_listed_and_dropped() {
    let client = Client::new(Config::default()).await;
    let alex = client.alex().await;
    let [calls, presence, station] =
        ["conversations.calls", "presence", "station"].map(|it| format!("v2.users.{alex}.{it}"));
    let channel = client.channel().await;
    let path = subscriptions(&channel);
    let has = async || {
        let listed = client.get(&path).await.body;
        let entities = listed["entities"].as_array().unwrap().clone();
        let ids = entities.iter().map(|one| one["id"].as_str().unwrap());
        ids.map(str::to_owned).collect::<Vec<_>>()
    };
    assert!(has().await.is_empty());
    let put = client.subscribe(&channel, &[&calls, &presence]).await;
    assert_eq!(put.body["entities"][0]["id"], calls);
    assert_eq!(put.body["entities"][0]["state"], "Permitted");
    client.post(&path, topics(&[&station, &presence])).await;
    assert_eq!(has().await, [calls.clone(), presence, station.clone()]);
    assert_eq!(client.sandbox.channels()[0].topics, has().await);
    client.subscribe(&channel, &[&station]).await;
    assert_eq!(has().await, [station]);
    assert_eq!(client.send("DELETE", &path, None).await.status, 200);
    assert!(has().await.is_empty());
}

#[tokio::test(start_paused = true)]
async fn subscribing_is_read_strictly() {
    let client = Client::new(Config::default()).await;
    let alex = client.alex().await;
    let channel = client.channel().await;
    let path = subscriptions(&channel);
    for (body, code) in [
        (json!({ "id": calls_of(&alex) }), "bad.request"),
        (json!([{ "topic": calls_of(&alex) }]), "invalid.property"),
        (json!([{}]), "constraint.validation"),
        (
            topics(&["v2.conversations.x"]),
            "notification.invalid.topic",
        ),
        (
            topics(&[&calls_of(&"a".repeat(200))]),
            "notification.invalid.topic",
        ),
    ] {
        for method in ["PUT", "POST"] {
            client
                .send(method, &path, Some(body.clone()))
                .await
                .assert_error(400, code);
        }
    }
    let many: Vec<String> = (0..1001)
        .map(|number| format!("v2.detail.events.conversation.{number}.user.start"))
        .collect();
    let many: Vec<&str> = many.iter().map(String::as_str).collect();
    client
        .subscribe(&channel, &many)
        .await
        .assert_error(400, "notification.subscription.too.many.subscriptions");
    assert_eq!(client.subscribe(&channel, &many[1..]).await.status, 200);
    client
        .subscribe("streaming-0-nothing", &[])
        .await
        .assert_error(404, "not.found");
}

#[tokio::test(start_paused = true)]
async fn a_rejected_topic_is_a_403_or_a_line_of_the_answer() {
    let client = Client::new(Config::default()).await;
    let alex = client.alex().await;
    let channel = client.channel().await;
    let (calls, presence) = (calls_of(&alex), format!("v2.users.{alex}.presence"));
    let reject = || {
        let matching = "TOPIC *.conversations.calls";
        let rule = FaultRule::once(matching, Fault::RejectTopic);
        client.sandbox.add_fault(rule);
    };
    reject();
    client
        .subscribe(&channel, &[&calls, &presence])
        .await
        .assert_error(403, "notification.unauthorized.topic");
    assert!(client.sandbox.channels()[0].topics.is_empty());
    reject();
    let path = format!("{}?ignoreErrors=true", subscriptions(&channel));
    let answer = client
        .send("PUT", &path, Some(topics(&[&calls, &presence])))
        .await;
    assert_eq!(answer.status, 200);
    let entities = &answer.body["entities"];
    assert_eq!(entities[0]["state"], "Rejected");
    assert!(!entities[0]["rejectionReason"].as_str().unwrap().is_empty());
    assert_eq!(entities[1]["state"], "Permitted");
    assert_eq!(client.sandbox.channels()[0].topics, [presence]);
    assert_eq!(client.subscribe(&channel, &[&calls]).await.status, 200);
}

#[tokio::test(start_paused = true)]
async fn a_topic_needs_its_permission_and_its_user() {
    let client = Client::new(Config {
        denied_permissions: vec!["conversation:communication:view".to_owned()],
        ..Config::default()
    })
    .await;
    let alex = client.alex().await;
    let channel = client.channel().await;
    let path = format!("{}?ignoreErrors=true", subscriptions(&channel));
    let nobody = format!("v2.users.{}.presence", "0".repeat(8));
    let asked = topics(&[&calls_of(&alex), &nobody]);
    let answer = client.send("PUT", &path, Some(asked)).await.body;
    let missing = |at: usize| answer["entities"][at]["missingPermissions"].clone();
    assert_eq!(missing(0), json!(["conversation:communication:view"]));
    assert_eq!(answer["entities"][1]["state"], "Rejected");
    assert_eq!(missing(1), json!([]));
}

#[tokio::test(start_paused = true)]
async fn the_21st_channel_takes_the_place_of_the_least_used() {
    let client = Client::new(Config::default()).await;
    let alex = client.alex().await;
    let (_first, connected) = client.listening(&alex).await;
    let mut idle = Vec::new();
    for _ in 0..19 {
        wait(1.0).await;
        idle.push(client.channel().await);
    }
    wait(1.0).await;
    client.subscribe(&idle[0], &[&calls_of(&alex)]).await;
    client.channel().await;
    let there: Vec<String> = client
        .sandbox
        .channels()
        .into_iter()
        .map(|it| it.id)
        .collect();
    assert_eq!(there.len(), 20);
    assert!(there.contains(&connected), "one with a socket stays");
    assert!(there.contains(&idle[0]), "one that was used just now stays");
    assert!(!there.contains(&idle[1]));
    let gone = format!("{CHANNELS}/{}", idle[1]);
    assert_eq!(client.send("HEAD", &gone, None).await.status, 404);
    let there = format!("{CHANNELS}/{}", idle[0]);
    assert_eq!(client.send("HEAD", &there, None).await.status, 200);
}

#[tokio::test(start_paused = true)]
async fn where_all_have_sockets_the_oldest_is_closed_or_goes_deaf() {
    for evicted_sockets in [EvictedSockets::Close, EvictedSockets::GoDeaf] {
        let client = Client::new(Config {
            evicted_sockets,
            ..Config::default()
        })
        .await;
        let alex = client.alex().await;
        let (mut first, evicted) = client.listening(&alex).await;
        let mut others = Vec::new();
        for _ in 0..20 {
            wait(1.0).await;
            others.push(client.listening(&alex).await);
        }
        client
            .subscribe(&evicted, &[])
            .await
            .assert_error(404, "not.found");
        let path = format!("/channels/{evicted}");
        let refused = client.sandbox.open_socket(&path);
        assert_eq!(
            refused.await.unwrap_err(),
            SocketRefused::Answered(StatusCode::NOT_FOUND)
        );
        client.placed(&alex, ORDINARY).await;
        assert_eq!(others[19].0.snapshots_for(1.0).await.len(), 2);
        if evicted_sockets == EvictedSockets::Close {
            first.ended().await;
            assert_eq!(client.closings(), ["the channel was evicted"]);
        } else {
            let heard = first.messages_for(30.0).await;
            let heartbeat = |one: &Value| one["topicName"] == "channel.metadata";
            assert!(
                !heard.is_empty() && heard.iter().all(heartbeat),
                "{heard:?}"
            );
        }
    }
}

#[tokio::test(start_paused = true)]
async fn a_channel_lives_a_day_from_its_last_subscription() {
    let client = Client::new(Config {
        token_lifetime: std::time::Duration::from_secs(10 * 86_400),
        ..Config::default()
    })
    .await;
    let alex = client.alex().await;
    let (mut socket, channel) = client.listening(&alex).await;
    socket.messages_for(DAY - 60.0).await;
    client.subscribe(&channel, &[&calls_of(&alex)]).await;
    socket.messages_for(DAY - 60.0).await;
    assert_eq!(client.sandbox.channels().len(), 1);
    assert!(client.sandbox.channels()[0].connected);
    wait(61.0).await;
    assert!(client.sandbox.channels().is_empty());
    socket.ended().await;
    assert_eq!(client.closings(), ["the channel expired"]);
    client
        .subscribe(&channel, &[])
        .await
        .assert_error(404, "not.found");
}

#[tokio::test(start_paused = true)]
async fn channels_of_other_tokens_are_shown_by_their_existence_only() {
    let mut client = Client::new(Config::default()).await;
    client.channel().await;
    client.token = token(&client.sandbox).await;
    let own = client.channel().await;
    let listed = client.get(CHANNELS).await.body;
    assert_eq!(listed["entities"].as_array().unwrap().len(), 1);
    assert_eq!(listed["entities"][0]["id"], own);
    let all = client
        .get(&format!("{CHANNELS}?includechannels=oauthclient"))
        .await
        .body;
    assert_eq!(all["entities"].as_array().unwrap().len(), 2);
    assert!(all["entities"][0]["id"].is_null());
    client
        .get(&format!("{CHANNELS}?includechannels=everything"))
        .await
        .assert_error(400, "invalid.query.param.value");
}

#[tokio::test(start_paused = true)]
async fn faults_hit_the_endpoints_of_channels_too() {
    let client = Client::new(Config::default()).await;
    let channel = client.channel().await;
    let path = subscriptions(&channel);
    for (method, path) in [
        ("POST", CHANNELS),
        ("PUT", path.as_str()),
        ("GET", path.as_str()),
        ("DELETE", path.as_str()),
    ] {
        let matching = format!("{method} /api/v2/notifications/*");
        client
            .sandbox
            .add_fault(FaultRule::once(matching.clone(), Fault::DropBefore));
        let dropped = client.try_send(method, path, Some("[]")).await;
        assert!(dropped.is_err(), "{method}");
        client.sandbox.add_fault(FaultRule::once(
            matching,
            Fault::Status {
                status: 503,
                code: None,
                retry_after: None,
                message: None,
            },
        ));
        let failed = client.try_send(method, path, Some("[]")).await.unwrap();
        assert_eq!(failed.status, 503, "{method}");
    }
    let made = client.sandbox.channels();
    assert_eq!(made.len(), 1, "nothing was done for a dropped request");
}
