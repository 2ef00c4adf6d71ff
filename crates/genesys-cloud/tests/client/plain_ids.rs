//! Ids that a server tells go into the paths of later requests, so what is no plain id is none.

use genesys_cloud::notifications::Notification;
use genesys_cloud::{Dialect, ErrorKind, Interval};
use jiff::Timestamp;
use serde_json::json;

use crate::server::*;

const HOSTILE: &[&str] = &[
    "../../users",
    "..",
    "a/b",
    "a?b=c",
    "a#b",
    "a%2fb",
    "a b",
    "a\nb",
    "ä",
    "+14155552671 Alex Kim",
];

#[tokio::test(start_paused = true)]
async fn searches_find_no_call_by_an_id_that_is_none() {
    for id in HOSTILE {
        let server = Server::new(move |_, _| {
            json_reply(
                200,
                json!({
                    "conversations": [{"conversationId": id, "participants": [{"userId": AGENT}]}],
                    "results": [{"group": {"userId": AGENT}, "entities": [{"conversationId": id}]}],
                    "entities": [{"id": id, "participants": []}],
                }),
            )
        });
        let client = server.client(Dialect::Platform);
        let around = Interval::around(Timestamp::UNIX_EPOCH, std::time::Duration::from_secs(60));
        let details = client.analytics_calls(AGENT, around).await.unwrap();
        let activity = client.analytics_activity(AGENT).await.unwrap();
        assert!(
            details.calls.is_empty() && activity.calls.is_empty(),
            "{id}"
        );
        assert!(client.active_calls().await.unwrap().is_empty(), "{id}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_call_that_is_read_must_not_be_another_one() {
    for id in HOSTILE {
        let server = Server::new(move |_, _| json_reply(200, json!({"id": id})));
        let read = server.client(Dialect::Platform).call(CONVERSATION).await;
        assert_eq!(read.unwrap_err().kind, ErrorKind::Mismatch, "{id}");
    }
}

#[tokio::test(start_paused = true)]
async fn legs_and_agents_have_plain_ids_or_none() {
    for id in HOSTILE {
        let body = json!({"id": CONVERSATION, "participants": [{"id": id, "user": {"id": id}}]});
        let topic = format!("v2.users.{AGENT}.conversations.calls");
        let frame = json!({"topicName": topic, "eventBody": body}).to_string();
        let Notification::CallsSnapshot { call, .. } = Notification::read(&frame) else {
            panic!("a call")
        };
        assert_eq!(call.participants[0].id, None, "{id}");
        assert_eq!(call.participants[0].user_id, None, "{id}");

        let user = json!({"id": id, "name": "Alex Kim", "email": "a@b.c", "state": "active"});
        let server = Server::new(move |_, _| json_reply(200, json!({"results": [user]})));
        let client = server.client(Dialect::Platform);
        let found = client.agent_by_email("a@b.c").await;
        assert_eq!(found.unwrap_err().kind, ErrorKind::Mismatch, "{id}");
        assert!(client.agents_by_prefix("a", 5).await.unwrap().is_empty());
    }
}
