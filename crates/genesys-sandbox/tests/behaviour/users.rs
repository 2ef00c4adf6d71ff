//! The directory.

use genesys_sandbox::{Config, EmailFilter};
use serde_json::{Value, json};

use crate::client::{Client, ORDINARY, wait};

fn names(users: &Value) -> Vec<&str> {
    users
        .as_array()
        .unwrap()
        .iter()
        .map(|user| user["name"].as_str().unwrap())
        .collect()
}

async fn search(client: &Client, criteria: Value) -> Vec<String> {
    let found = client
        .post("/api/v2/users/search", json!({ "query": criteria }))
        .await;
    assert_eq!(found.status, 200, "{}", found.body);
    names(&found.body["results"])
        .into_iter()
        .map(str::to_owned)
        .collect()
}

#[tokio::test(start_paused = true)]
async fn the_list_is_paged_sorted_and_active() {
    let client = Client::new(Config::default()).await;
    let first = client.get("/api/v2/users?pageSize=10").await.body;
    let third = client
        .get("/api/v2/users?pageSize=10&pageNumber=3")
        .await
        .body;
    assert_eq!(
        (&first["total"], &first["pageCount"]),
        (&json!(23), &json!(3))
    );
    assert_eq!(first["entities"].as_array().unwrap().len(), 10);
    assert_eq!(third["entities"].as_array().unwrap().len(), 3);
    assert_eq!(
        names(&first["entities"])[..3],
        ["Aisha Bello", "Alex Kim", "Alexandra Novak"]
    );
    assert!(
        first["entities"]
            .as_array()
            .unwrap()
            .iter()
            .all(|user| user["state"] == "active")
    );
    let any = client.get("/api/v2/users?state=any").await.body;
    assert_eq!(any["total"], 25);
    for wrong in ["pageSize=0", "pageSize=501", "pageNumber=x", "state=gone"] {
        let refused = client.get(&format!("/api/v2/users?{wrong}")).await;
        refused.assert_error(400, "invalid.query.param.value");
    }
}

#[tokio::test(start_paused = true)]
async fn an_email_parameter_is_honoured_or_ignored() {
    let path = "/api/v2/users?email=agent@example.com&pageSize=1&pageNumber=1";
    let honouring = Client::new(Config::default()).await;
    assert_eq!(
        names(&honouring.get(path).await.body["entities"]),
        ["Alex Kim"]
    );
    let nobody = honouring
        .get("/api/v2/users?email=nobody@example.com")
        .await;
    assert_eq!(names(&nobody.body["entities"]), [""; 0]);
    let ignoring = Client::new(Config {
        email_filter: EmailFilter::Ignore,
        ..Config::default()
    })
    .await;
    let found = ignoring.get(path).await;
    assert_eq!(
        names(&found.body["entities"]),
        ["Aisha Bello"],
        "some other person"
    );
}

#[tokio::test(start_paused = true)]
async fn search_finds_by_whole_value_by_start_and_by_part() {
    let client = Client::new(Config::default()).await;
    let exact = json!([{ "type": "EXACT", "fields": ["email"], "value": "Agent@Example.com" }]);
    assert_eq!(search(&client, exact).await, ["Alex Kim"]);
    let start = json!([{ "type": "STARTS_WITH", "fields": ["name", "email"], "value": "alex" }]);
    assert_eq!(
        search(&client, start).await,
        ["Alex Kim", "Alexandra Novak"]
    );
    let part = json!([{ "type": "CONTAINS", "fields": ["name"], "value": "søren" }]);
    assert_eq!(search(&client, part).await, ["Ingrid Sørensen"]);
    let both = json!([
        { "type": "STARTS_WITH", "fields": ["name"], "value": "alex" },
        { "type": "EXACT", "fields": ["title"], "value": "senior care agent", "operator": "AND" }
    ]);
    assert_eq!(search(&client, both).await, ["Alexandra Novak"]);
    let either = json!([
        { "type": "EXACT", "fields": ["name"], "value": "Sam Lee" },
        { "type": "EXACT", "fields": ["name"], "value": "Alex Kim", "operator": "OR" }
    ]);
    assert_eq!(search(&client, either).await, ["Alex Kim", "Sam Lee"]);
    let not = json!([
        { "type": "STARTS_WITH", "fields": ["name"], "value": "alex" },
        { "type": "EXACT", "fields": ["email"], "value": "agent@example.com", "operator": "NOT" }
    ]);
    assert_eq!(search(&client, not).await, ["Alexandra Novak"]);
    let nobody = json!([{ "type": "EXACT", "fields": ["email"], "value": "nobody@example.com" }]);
    assert!(search(&client, nobody).await.is_empty());
}

#[tokio::test(start_paused = true)]
async fn search_bodies_are_read_strictly() {
    let client = Client::new(Config::default()).await;
    for (body, code) in [
        (json!({ "querry": [] }), "invalid.property"),
        (
            json!({ "query": [{ "type": "EXACTLY", "value": "x" }] }),
            "invalid.value",
        ),
        (
            json!({ "query": [{ "type": "EXACT", "field": "email", "value": "x" }] }),
            "invalid.property",
        ),
        (
            json!({ "query": [{ "fields": ["email"], "value": "x" }] }),
            "constraint.validation",
        ),
        (
            json!({ "query": [{ "type": "EXACT", "fields": ["email"] }] }),
            "constraint.validation",
        ),
        (json!({ "pageSize": 0 }), "constraint.validation"),
        (json!({ "pageSize": 501 }), "too.many.requested.results"),
    ] {
        client
            .post("/api/v2/users/search", body)
            .await
            .assert_error(400, code);
    }
}

#[tokio::test(start_paused = true)]
async fn a_user_shows_what_was_asked_for_and_no_more() {
    let client = Client::new(Config::default()).await;
    let id = client.alex().await;
    let plain = client.get(&format!("/api/v2/users/{id}")).await.body;
    assert_eq!(
        (&plain["id"], &plain["email"]),
        (&json!(id), &json!("agent@example.com"))
    );
    assert!(plain["station"].is_null() && plain["presence"].is_null());
    let expand = "expand=station%2Cpresence&expand=routingStatus&expand=unheard_of";
    let full = client
        .get(&format!("/api/v2/users/{id}?{expand}"))
        .await
        .body;
    assert_eq!(
        full["station"]["effectiveStation"]["type"],
        "inin_webrtc_softphone"
    );
    assert_eq!(
        full["presence"]["presenceDefinition"]["systemPresence"],
        "On Queue"
    );
    assert_eq!(full["routingStatus"]["status"], "IDLE");
    assert!(full["unheard_of"].is_null());
    let station = client
        .get(&format!("/api/v2/users/{id}/station"))
        .await
        .body;
    assert_eq!(station, full["station"]);
    let unknown = client
        .get("/api/v2/users/00000000-0000-4000-8000-000000000000")
        .await;
    unknown.assert_error(404, "general.resource.not.found");
}

#[tokio::test(start_paused = true)]
async fn the_team_has_agents_that_cannot_take_a_call() {
    let client = Client::new(Config::default()).await;
    let sam = client.agent("sam.lee@example.com").await;
    let sam = client
        .get(&format!("/api/v2/users/{sam}?expand=station"))
        .await
        .body;
    assert_eq!(sam["station"], json!({}));
    let mateo = client.agent("mateo.garcia@example.com").await;
    let mateo = client.get(&format!("/api/v2/users/{mateo}")).await.body;
    assert_eq!(mateo["state"], "inactive");
    let ingrid = client.agent("ingrid.sorensen@example.com").await;
    let ingrid = client
        .get(&format!(
            "/api/v2/users/{ingrid}?expand=conversationSummary"
        ))
        .await
        .body;
    assert_eq!(
        ingrid["conversationSummary"]["call"]["enterprise"]["active"],
        1
    );
}

#[tokio::test(start_paused = true)]
async fn a_call_shows_in_the_agents_status_while_it_lasts() {
    let client = Client::new(Config::default()).await;
    let id = client.alex().await;
    let path = format!("/api/v2/users/{id}?expand=conversationSummary,routingStatus");
    let status = |body: &Value| {
        let active = body["conversationSummary"]["call"]["enterprise"]["active"]
            .as_u64()
            .unwrap();
        (
            active,
            body["routingStatus"]["status"].as_str().unwrap().to_owned(),
        )
    };
    assert_eq!(
        status(&client.get(&path).await.body),
        (0, "IDLE".to_owned())
    );
    client.placed(&id, ORDINARY).await;
    assert_eq!(
        status(&client.get(&path).await.body),
        (1, "COMMUNICATING".to_owned())
    );
    wait(36.0).await;
    assert_eq!(
        status(&client.get(&path).await.body),
        (0, "IDLE".to_owned())
    );
}

#[tokio::test(start_paused = true)]
async fn agents_are_the_same_in_every_run() {
    let first = Client::new(Config::default()).await;
    let second = Client::new(Config {
        agents: 500,
        ..Config::default()
    })
    .await;
    assert_eq!(first.alex().await, second.alex().await);
    assert_eq!(first.sandbox.agents(), second.sandbox.agents()[..25]);
    assert_eq!(first.sandbox.agents()[0].id, first.alex().await);
    assert_eq!(
        second.get("/api/v2/users?state=any").await.body["total"],
        500
    );
}
