//! Looking for calls whose id is not known.

use std::time::Duration;

use genesys_cloud::{CallSnapshot, Denied, Dialect, ErrorKind, Interval, Operation, plain_address};
use jiff::Timestamp;
use serde_json::{Value, json};

use crate::server::*;

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

fn around_eight() -> Interval {
    Interval::around(at("2026-11-21T08:00:00Z"), Duration::from_secs(300))
}

/// A conversation of the agent that began at this time.
fn conversation(id: &str, start: &str) -> Value {
    json!({
        "conversationId": id,
        "conversationStart": start,
        "originatingDirection": "outbound",
        "participants": [
            {"purpose": "user", "userId": AGENT, "sessions": [
                {"mediaType": "voice", "direction": "outbound", "dnis": "tel:+14155552671", "addressTo": "sip:+14155552671@x.test;user=phone"},
            ]},
            {"purpose": "external", "sessions": [
                {"mediaType": "voice", "direction": "outbound", "sessionDnis": "+14155552671"},
                {"mediaType": "voice", "direction": "inbound", "dnis": "tel:+15550000001"},
                {"mediaType": "chat", "dnis": "tel:+15550000002"},
            ]},
        ],
    })
}

fn ids(calls: &[genesys_cloud::FoundCall]) -> Vec<&str> {
    calls
        .iter()
        .map(|call| call.conversation_id.as_str())
        .collect()
}

#[tokio::test(start_paused = true)]
async fn a_details_query_asks_for_the_outbound_calls_of_one_agent() {
    let server = Server::new(|_, _| {
        json_reply(
            200,
            json!({"conversations": [conversation("c-1", "2026-11-21T08:00:01.5Z")], "totalHits": 1}),
        )
    });
    let client = server.client(Dialect::Platform);
    let search = client.analytics_calls(AGENT, around_eight()).await.unwrap();
    assert!(search.complete);
    let [call] = &search.calls[..] else {
        panic!("one call")
    };
    assert_eq!(call.conversation_id, "c-1");
    assert_eq!(call.started, Some(at("2026-11-21T08:00:01.5Z")));
    assert_eq!((call.ended, call.active_since), (None, None));
    let called: Vec<&str> = call.called.iter().map(String::as_str).collect();
    assert_eq!(called, ["+14155552671", "+14155552671@x.test"]);

    let asked = &server.asked()[0];
    assert_eq!(asked.method, "POST");
    assert_eq!(asked.path, "/api/v2/analytics/conversations/details/query");
    let matches = |dimension: &str, value: &str| json!({"type": "dimension", "dimension": dimension, "operator": "matches", "value": value});
    assert_eq!(
        asked.json(),
        json!({
            "interval": "2026-11-21T07:55:00.000Z/2026-11-21T08:05:00.000Z",
            "order": "desc",
            "orderBy": "conversationStart",
            "paging": {"pageSize": 25, "pageNumber": 1},
            "segmentFilters": [{"type": "and", "predicates": [
                matches("userId", AGENT),
                matches("direction", "outbound"),
                matches("mediaType", "voice"),
            ]}],
        })
    );
}

#[tokio::test(start_paused = true)]
async fn what_was_not_asked_for_is_left_out() {
    let mut inbound = conversation("inbound", "2026-11-21T08:00:00Z");
    inbound["originatingDirection"] = json!("inbound");
    let mut of_another = conversation("of-another", "2026-11-21T08:00:00Z");
    of_another["participants"][0]["userId"] = json!("somebody-else");
    let mut nameless = conversation("", "2026-11-21T08:00:00Z");
    nameless["conversationId"] = json!(null);
    let all = json!([
        inbound,
        of_another,
        nameless,
        conversation("too-late", "2026-11-21T08:05:00.001Z"),
        conversation("last", "2026-11-21T08:05:00Z"),
        conversation("first", "2026-11-21T07:55:00Z"),
        conversation("too-early", "2026-11-21T07:54:59.999Z"),
        {"conversationId": "of-nobody"}, null, 7,
    ]);
    let server = Server::new(move |_, _| json_reply(200, json!({"conversations": all})));
    let client = server.client(Dialect::Platform);
    let search = client.analytics_calls(AGENT, around_eight()).await.unwrap();
    assert_eq!(ids(&search.calls), ["last", "first"]);
    assert!(search.complete);
}

#[tokio::test(start_paused = true)]
async fn pages_are_read_until_they_are_too_old_and_each_call_is_told_once() {
    // 60 calls, one a second, newest first; the pages overlap because new ones begin meanwhile.
    let newest = at("2026-11-21T08:01:00Z");
    let server = Server::new(move |seen, _| {
        let page = seen.json()["paging"]["pageNumber"].as_u64().unwrap();
        let first = (page - 1) * 24;
        let calls: Vec<Value> = (first..(first + 25).min(60))
            .map(|nth| {
                let start = newest - Duration::from_secs(nth);
                conversation(&format!("c-{nth}"), &start.to_string())
            })
            .collect();
        json_reply(200, json!({"conversations": calls}))
    });
    let client = server.client(Dialect::Platform);
    let search = client.analytics_calls(AGENT, around_eight()).await.unwrap();
    assert_eq!((search.calls.len(), search.complete), (60, true));
    assert_eq!(server.asked().len(), 3);

    // The first page already reaches back beyond the interval.
    let narrow = Interval {
        from: newest - Duration::from_secs(10),
        until: newest,
    };
    let search = client.analytics_calls(AGENT, narrow).await.unwrap();
    assert_eq!((search.calls.len(), search.complete), (11, true));
    assert_eq!(server.asked().len(), 4);
}

#[tokio::test(start_paused = true)]
async fn a_server_without_an_end_is_left_in_time() {
    let server = Server::new(|_, nth| {
        let calls: Vec<Value> = (0..25)
            .map(|more| conversation(&format!("c-{nth}-{more}"), "2026-11-21T08:00:00Z"))
            .collect();
        json_reply(200, json!({"conversations": calls}))
    });
    let client = server.client(Dialect::Platform);
    let search = client.analytics_calls(AGENT, around_eight()).await.unwrap();
    assert!(!search.complete);
    assert_eq!((search.calls.len(), server.asked().len()), (200, 8));
}

#[tokio::test(start_paused = true)]
async fn nothing_found_is_no_error_and_another_answer_is() {
    for (body, kind) in [
        (json!({}), None),
        (
            json!({"conversations": null, "results": null, "entities": null}),
            None,
        ),
        (
            json!({"conversations": {}, "results": "x", "entities": 1}),
            Some(ErrorKind::Unreadable),
        ),
        (json!([]), Some(ErrorKind::Unreadable)),
        (json!("x"), Some(ErrorKind::Unreadable)),
        (
            json!({"message": "Nothing was searched.", "status": 200}),
            Some(ErrorKind::Unreadable),
        ),
    ] {
        let server = Server::new(move |_, _| json_reply(200, body.clone()));
        let client = server.client(Dialect::Platform);
        let details = client.analytics_calls(AGENT, around_eight()).await;
        let activity = client.analytics_activity(AGENT).await;
        for search in [details, activity] {
            match search {
                Ok(search) => assert!(kind.is_none() && search.calls.is_empty() && search.complete),
                Err(error) => assert_eq!(Some(error.kind), kind),
            }
        }
        match client.active_calls().await {
            Ok(calls) => assert!(kind.is_none() && calls.is_empty()),
            Err(error) => assert_eq!(Some(error.kind), kind),
        }
    }
}

#[tokio::test(start_paused = true)]
async fn an_activity_query_asks_for_what_is_live() {
    let entity = |conversation: &str, user: &str, more: Value| {
        let mut entity = json!({"conversationId": conversation, "userId": user, "metric": "oAlerting", "activityDate": "2026-11-21T08:00:00Z"});
        for (key, value) in more.as_object().unwrap() {
            entity[key] = value.clone();
        }
        entity
    };
    let results = json!([
        {"group": {"userId": AGENT}, "truncated": false, "entities": [
            entity("c-1", AGENT, json!({"dnis": "tel:+14155552671", "direction": "outbound"})),
            entity("c-1", AGENT, json!({"metric": "oInteracting", "activityDate": "2026-11-21T08:00:09Z", "addressTo": "+14155552671"})),
            entity("c-2", AGENT, json!({"direction": "inbound"})),
            entity("c-3", "somebody-else", json!({})),
            entity("c-1", AGENT, json!({"activityDate": "2026-11-21T08:00:05Z"})),
            {"conversationId": "c-4", "activityDate": "soon"},
            {"userId": AGENT},
        ]},
        {"group": {"userId": "somebody-else"}, "truncated": true, "entities": [{"conversationId": "c-5"}]},
    ]);
    let server = Server::new(move |_, _| json_reply(200, json!({"results": results})));
    let client = server.client(Dialect::Platform);
    let search = client.analytics_activity(AGENT).await.unwrap();
    assert!(!search.complete);
    assert_eq!(ids(&search.calls), ["c-1", "c-4"]);
    let call = &search.calls[0];
    assert_eq!(call.active_since, Some(at("2026-11-21T08:00:09Z")));
    assert_eq!(
        call.called.iter().collect::<Vec<_>>(),
        [&"+14155552671".to_owned()]
    );

    let asked = &server.asked()[0];
    assert_eq!(asked.path, "/api/v2/analytics/conversations/activity/query");
    let body = asked.json();
    assert_eq!(body["groupBy"], json!(["userId"]));
    assert_eq!(
        body["metrics"],
        json!([{"metric": "oAlerting", "details": true}, {"metric": "oInteracting", "details": true}])
    );
    assert_eq!(body["filter"]["predicates"][0]["value"], json!(AGENT));
}

#[tokio::test(start_paused = true)]
async fn active_calls_are_those_of_the_tokens_user() {
    let entities = json!([
        {"id": CONVERSATION, "participants": [
            {"purpose": "user", "user": {"id": AGENT}, "direction": "outbound", "startTime": "2026-11-21T08:00:00Z", "dnis": "tel:+14155552671"},
            {"purpose": "customer", "direction": "outbound", "startTime": "2026-11-21T08:00:05Z", "address": "sip:+14155552671@x.test;user=phone",
             "attributes": {"ringforAttemptId": "a-1"}},
        ]},
        {"participants": []}, null,
    ]);
    let server = Server::new(move |_, _| json_reply(200, json!({"entities": entities})));
    let calls = server
        .client(Dialect::Platform)
        .active_calls()
        .await
        .unwrap();
    assert_eq!(server.asked()[0].path, "/api/v2/conversations/calls");
    let [call] = &calls[..] else {
        panic!("one call with an id")
    };
    assert_eq!(call.id.as_deref(), Some(CONVERSATION));
    assert_eq!(call.started(), Some(at("2026-11-21T08:00:00Z")));
    assert_eq!(call.attribute("ringforAttemptId"), Some("a-1"));
    assert_eq!(call.attribute("other"), None);
    assert!(call.has_agent(&AGENT.to_uppercase()) && !call.has_agent("another"));
    assert_eq!(
        call.called().into_iter().collect::<Vec<_>>(),
        ["+14155552671", "+14155552671@x.test"]
    );
    assert!(CallSnapshot::default().called().is_empty());
}

#[tokio::test(start_paused = true)]
async fn a_search_that_is_not_allowed_says_why() {
    let server = Server::new(|_, _| json_reply(400, json!({"code": "not.a.user"})));
    let client = server.client(Dialect::Platform);
    let error = client.active_calls().await.unwrap_err();
    assert_eq!(error.operation, Operation::ActiveCalls);
    assert_eq!(error.denied(), Some(Denied::UserNeeded));

    let missing = json!({"code": "missing.any.permissions", "messageParams": {"permissions": ["analytics:conversationDetail:view", "analytics:agentConversationDetail:view"]}});
    let server = Server::new(move |_, _| json_reply(403, missing.clone()));
    let client = server.client(Dialect::Platform);
    let details = client.analytics_calls(AGENT, around_eight()).await;
    let activity = client.analytics_activity(AGENT).await;
    for (result, operation) in [
        (details, Operation::CallDetails),
        (activity, Operation::CallActivity),
    ] {
        let error = result.unwrap_err();
        assert_eq!(error.operation, operation);
        assert_eq!(error.denied(), Some(Denied::Permission));
        assert_eq!(
            error.missing_permissions,
            Operation::CallDetails.permissions()
        );
    }
}

#[tokio::test(start_paused = true)]
async fn what_cannot_be_searched_is_never_sent() {
    let server = Server::new(|_, _| json_reply(200, json!({})));
    let client = server.client(Dialect::Platform);
    let now = at("2026-11-21T08:00:00Z");
    let empty = Interval {
        from: now,
        until: now,
    };
    let results = [
        client.analytics_calls(AGENT, empty).await,
        client.analytics_calls("", around_eight()).await,
        client.analytics_activity("a b").await,
    ];
    for result in results {
        assert_eq!(result.unwrap_err().kind, ErrorKind::InvalidInput);
    }
    assert!(server.seen().is_empty());
}

#[test]
fn addresses_are_compared_without_scheme_and_parameters() {
    for (address, plain) in [
        ("tel:+14155552671", "+14155552671"),
        ("TEL:+14155552671;ext=1", "+14155552671"),
        (" +14155552671 ", "+14155552671"),
        ("sip:a@b.c;user=phone;x=y", "a@b.c"),
        ("sips:a@b.c", "a@b.c"),
        ("tel:", ""),
        ("te", "te"),
        ("über:1", "über:1"),
        ("", ""),
    ] {
        assert_eq!(plain_address(address), plain);
    }
}
