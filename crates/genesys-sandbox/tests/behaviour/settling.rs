//! How a conversation is found whose id nobody got, and who may look.

use genesys_sandbox::{Config, Fault, FaultRule};
use serde_json::{Value, json};

use crate::client::{Answer, Client, ORDINARY, wait};

const DETAILS: &str = "/api/v2/analytics/conversations/details/query";
const ACTIVITY: &str = "/api/v2/analytics/conversations/activity/query";

fn is(dimension: &str, value: &str) -> Value {
    json!({ "dimension": dimension, "value": value })
}

fn details(client: &Client, filters: Value) -> Value {
    let now = client.sandbox.journal()[0].time;
    let around = |minutes: i64| now + jiff::SignedDuration::from_mins(minutes);
    let mut query = json!({
        "interval": format!("{}/{}", around(-5), around(5)),
        "order": "desc",
        "paging": { "pageSize": 25, "pageNumber": 1 },
    });
    let filters = filters.as_object().unwrap().clone();
    query.as_object_mut().unwrap().extend(filters);
    query
}

fn of_agent(agent: &str) -> Value {
    json!({ "segmentFilters": [{
        "type": "and",
        "predicates": [is("userId", agent), is("direction", "outbound"), is("mediaType", "voice")],
    }] })
}

fn ids(answer: &Answer) -> Vec<&str> {
    let found = answer.body["conversations"].as_array();
    found
        .into_iter()
        .flatten()
        .map(|one| one["conversationId"].as_str().unwrap())
        .collect()
}

#[tokio::test(start_paused = true)]
async fn details_find_live_and_ended_calls_of_an_agent_newest_first() {
    let client = Client::new(Config::default()).await;
    let alex = client.alex().await;
    let other = client.agent("alexandra.novak@example.com").await;
    let nothing = client
        .post(DETAILS, details(&client, of_agent(&alex)))
        .await
        .body;
    assert_eq!(nothing, json!({ "totalHits": 0 }));
    let ended = client.placed(&alex, ORDINARY).await;
    wait(60.0).await;
    let live = client.placed(&alex, ORDINARY).await;
    client.placed(&other, ORDINARY).await;
    wait(4.0).await;
    let found = client
        .post(DETAILS, details(&client, of_agent(&alex)))
        .await;
    assert_eq!(found.status, 200, "{}", found.body);
    assert_eq!(ids(&found), [live.as_str(), ended.as_str()]);
    assert_eq!(found.body["totalHits"], 2);
    let [live, ended] = [0, 1].map(|at| found.body["conversations"][at].clone());
    assert!(live["conversationEnd"].is_null() && ended["conversationEnd"].is_string());
    assert_eq!(live["originatingDirection"], "outbound");
    let sides = live["participants"].as_array().unwrap();
    assert_eq!(sides[0]["userId"], alex);
    assert_eq!(sides[1]["purpose"], "external");
    let session = &sides[0]["sessions"][0];
    assert_eq!(session["dnis"], "tel:+12025550123");
    let kinds: Vec<&Value> = session["segments"]
        .as_array()
        .unwrap()
        .iter()
        .map(|segment| &segment["segmentType"])
        .collect();
    assert_eq!(kinds, ["alert", "interact"]);
    assert!(
        sides.iter().all(|side| side.get("attributes").is_none()),
        "as published, without attributes"
    );
}

#[tokio::test(start_paused = true)]
async fn details_filter_by_number_and_by_being_live() {
    let client = Client::new(Config::default()).await;
    let alex = client.alex().await;
    let busy = client.placed(&alex, "+12025550100").await;
    let live = client.placed(&alex, ORDINARY).await;
    wait(5.0).await;
    let number = |number: &str| json!({ "segmentFilters": [{ "type": "or", "predicates": [is("dnis", number)] }] });
    let found = client
        .post(DETAILS, details(&client, number("tel:+12025550100")))
        .await;
    assert_eq!(ids(&found), [busy.as_str()]);
    let not_ended = json!({ "dimension": "conversationEnd", "operator": "notExists" });
    let filter = json!({ "conversationFilters": [{
        "type": "and",
        "predicates": [not_ended, is("originatingDirection", "outbound")],
    }] });
    let found = client.post(DETAILS, details(&client, filter)).await;
    assert_eq!(ids(&found), [live.as_str()]);
    let page = json!({ "paging": { "pageSize": 1, "pageNumber": 2 }, "order": "asc" });
    let found = client.post(DETAILS, details(&client, page)).await;
    assert_eq!(ids(&found), [live.as_str()]);
    assert_eq!(found.body["totalHits"], 2);
}

#[tokio::test(start_paused = true)]
async fn details_know_the_days_of_the_interval_and_may_lag() {
    let client = Client::new(Config {
        analytics_delay: std::time::Duration::from_secs(20),
        ..Config::default()
    })
    .await;
    let alex = client.alex().await;
    let call = client.placed(&alex, ORDINARY).await;
    let query = details(&client, of_agent(&alex));
    assert!(ids(&client.post(DETAILS, query.clone()).await).is_empty());
    wait(21.0).await;
    assert_eq!(ids(&client.post(DETAILS, query).await), [call.as_str()]);
    let other_day = json!({ "interval": "2001-01-01T10:00:00Z/2001-01-02T11:00:00Z" });
    let found = client.post(DETAILS, other_day).await;
    assert!(ids(&found).is_empty());
}

#[tokio::test(start_paused = true)]
async fn details_are_asked_for_strictly() {
    let client = Client::new(Config::default()).await;
    let filter =
        |predicate| json!({ "segmentFilters": [{ "type": "and", "predicates": [predicate] }] });
    for (query, code) in [
        (json!({}), "constraint.validation"),
        (json!({ "interval": "yesterday" }), "invalid.date"),
        (
            json!({ "interval": "2026-01-02T00:00:00Z/2026-01-01T00:00:00Z" }),
            "constraint.validation",
        ),
        (json!({ "filters": [] }), "invalid.property"),
        (
            details(&client, json!({ "paging": { "pageSize": 101 } })),
            "constraint.validation",
        ),
        (
            details(&client, filter(json!({ "dimension": "userId", "is": "x" }))),
            "invalid.property",
        ),
        (
            details(&client, filter(json!({ "dimension": "userId" }))),
            "constraint.validation",
        ),
        (details(&client, filter(is("flowId", "x"))), "bad.request"),
    ] {
        client.post(DETAILS, query).await.assert_error(400, code);
    }
}

#[tokio::test(start_paused = true)]
async fn activity_shows_live_calls_of_queues_and_others_where_told_to() {
    for activity_has_personal_calls in [false, true] {
        let client = Client::new(Config {
            activity_has_personal_calls,
            ..Config::default()
        })
        .await;
        let alex = client.alex().await;
        let personal = client.placed(&alex, ORDINARY).await;
        let path = format!("/api/v2/conversations/calls/user/{alex}");
        let queue = client.queue(&alex).await;
        let body = json!({ "phoneNumber": ORDINARY, "callFromQueueId": queue });
        let queued = client.post(&path, body).await.body["id"].clone();
        let query = json!({
            "metrics": [
                { "metric": "oAlerting", "details": true },
                { "metric": "oInteracting", "details": true },
            ],
            "filter": { "type": "and", "predicates": [is("userId", &alex)] },
        });
        wait(1.0).await;
        let found = client.post(ACTIVITY, query.clone()).await;
        let result = &found.body["results"][0];
        let entities = result["entities"].as_array().unwrap();
        assert_eq!(result["data"][0]["metric"], "oAlerting");
        assert_eq!(result["data"][0]["count"], entities.len());
        let ids: Vec<&Value> = entities.iter().map(|one| &one["conversationId"]).collect();
        if activity_has_personal_calls {
            assert_eq!(ids, [&json!(personal), &queued]);
        } else {
            assert_eq!(ids, [&queued]);
        }
        let last = entities.last().unwrap();
        assert_eq!(last["dnis"], "tel:+12025550123");
        assert_eq!(
            (&last["userId"], &last["direction"]),
            (&json!(alex), &json!("outbound"))
        );
        wait(5.0).await;
        let found = client.post(ACTIVITY, query.clone()).await.body;
        assert_eq!(found["results"][0]["data"][0]["metric"], "oInteracting");
        wait(60.0).await;
        let found = client.post(ACTIVITY, query).await.body;
        assert_eq!(found, json!({ "results": [] }));
    }
}

#[tokio::test(start_paused = true)]
async fn activity_is_grouped_as_asked() {
    let client = Client::new(Config {
        activity_has_personal_calls: true,
        ..Config::default()
    })
    .await;
    let alex = client.alex().await;
    let other = client.agent("alexandra.novak@example.com").await;
    for agent in [&alex, &other, &alex] {
        client.placed(agent, ORDINARY).await;
    }
    let query = json!({ "metrics": [{ "metric": "oAlerting" }], "groupBy": ["userId"] });
    let found = client.post(ACTIVITY, query).await.body;
    let groups: Vec<(&Value, &Value)> = found["results"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| (&one["group"], &one["data"][0]["count"]))
        .collect();
    let group = |agent: &str| json!({ "userId": agent });
    assert_eq!(
        groups,
        [(&group(&alex), &json!(2)), (&group(&other), &json!(1))]
    );
    assert_eq!(found["results"][0]["entities"], json!([]), "no details");
}

#[tokio::test(start_paused = true)]
async fn activity_is_asked_for_strictly() {
    let client = Client::new(Config::default()).await;
    let metrics = json!([{ "metric": "oAlerting" }]);
    for (query, code) in [
        (json!({}), "constraint.validation"),
        (
            json!({ "metrics": [{ "metric": "oFoo" }] }),
            "invalid.value",
        ),
        (
            json!({ "metrics": metrics, "groupBy": ["teamId"] }),
            "bad.request",
        ),
        (
            json!({ "metrics": metrics, "interval": "x" }),
            "invalid.property",
        ),
        (
            json!({ "metrics": metrics, "filter": { "type": "and", "predicates": [is("ani", "x")] } }),
            "bad.request",
        ),
    ] {
        client.post(ACTIVITY, query).await.assert_error(400, code);
    }
}

#[tokio::test(start_paused = true)]
async fn a_permission_that_is_denied_is_named() {
    let denied = [
        "analytics:conversationDetail:view",
        "analytics:agentConversationDetail:view",
        "analytics:queueObservation:view",
        "conversation:communication:disconnect",
    ];
    let client = Client::new(Config {
        denied_permissions: denied.map(str::to_owned).to_vec(),
        ..Config::default()
    })
    .await;
    let alex = client.alex().await;
    let call = client.placed(&alex, ORDINARY).await;
    let disconnect = format!("/api/v2/conversations/{call}/disconnect");
    for (path, body, named) in [
        (DETAILS, details(&client, of_agent(&alex)), &denied[..2]),
        (
            ACTIVITY,
            json!({ "metrics": [{ "metric": "oAlerting" }] }),
            &denied[2..3],
        ),
        (&disconnect, Value::Null, &denied[3..]),
    ] {
        let refused = client.post(path, body).await;
        refused.assert_error(403, "missing.any.permissions");
        let message = refused.body["message"].as_str().unwrap();
        assert!(named.iter().all(|name| message.contains(name)), "{message}");
    }
    // One of the two is enough.
    let client = Client::new(Config {
        denied_permissions: vec![denied[0].to_owned()],
        ..Config::default()
    })
    .await;
    let query = details(&client, json!({}));
    assert_eq!(client.post(DETAILS, query).await.status, 200);
}

#[tokio::test(start_paused = true)]
async fn hanging_up_can_be_refused_while_disconnecting_works() {
    let client = Client::new(Config::default()).await;
    let alex = client.alex().await;
    let call = client.placed(&alex, ORDINARY).await;
    wait(1.0).await;
    let leg = client.participants(&call).await[0]["id"].clone();
    client.sandbox.add_fault(FaultRule::once(
        "PATCH /api/v2/conversations/calls/*",
        Fault::Status {
            status: 403,
            code: Some("missing.any.permissions".to_owned()),
            retry_after: None,
            message: None,
        },
    ));
    let path = format!(
        "/api/v2/conversations/calls/{call}/participants/{}/user/{alex}",
        leg.as_str().unwrap()
    );
    client
        .send("PATCH", &path, Some(json!({ "state": "disconnected" })))
        .await
        .assert_error(403, "missing.any.permissions");
    assert_eq!(client.participants(&call).await[0]["state"], "alerting");
    let path = format!("/api/v2/conversations/{call}/disconnect");
    assert_eq!(client.send("POST", &path, None).await.status, 202);
    assert_eq!(client.participants(&call).await[0]["state"], "disconnected");
}

#[tokio::test(start_paused = true)]
async fn the_own_calls_of_a_user_need_the_users_token() {
    let client = Client::new(Config::default()).await;
    client
        .get("/api/v2/conversations/calls")
        .await
        .assert_error(400, "not.a.user");
}

#[tokio::test(start_paused = true)]
async fn attributes_are_not_to_be_found_before_the_far_end_is_called() {
    let client = Client::new(Config::default()).await;
    let alex = client.alex().await;
    let path = format!("/api/v2/conversations/calls/user/{alex}");
    let body = json!({ "phoneNumber": ORDINARY, "attributes": { "key": "hidden-treasure" } });
    let call = client.post(&path, body).await.body["id"].clone();
    let call = call.as_str().unwrap();
    let paths = ["conversations/calls", "conversations"].map(|it| format!("/api/v2/{it}/{call}"));
    let shows = async || {
        let flat = client.get(&paths[0]).await.body.to_string();
        let nested = client.get(&paths[1]).await.body.to_string();
        [flat, nested].map(|body| body.contains("hidden-treasure"))
    };
    wait(1.9).await;
    assert_eq!(shows().await, [false, false]);
    wait(0.2).await;
    assert_eq!(shows().await, [true, true]);
}

#[tokio::test(start_paused = true)]
async fn the_summary_of_a_user_counts_live_calls() {
    let client = Client::new(Config::default()).await;
    let alex = client.alex().await;
    let active = async || {
        let path = format!("/api/v2/users/{alex}?expand=conversationSummary");
        let user = client.get(&path).await.body;
        user["conversationSummary"]["call"]["enterprise"]["active"]
            .as_u64()
            .unwrap()
    };
    assert_eq!(active().await, 0);
    client.placed(&alex, ORDINARY).await;
    assert_eq!(active().await, 1);
    wait(40.0).await;
    assert_eq!(active().await, 0);
}
