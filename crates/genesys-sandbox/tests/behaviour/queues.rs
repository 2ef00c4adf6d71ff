//! The queues that calls are placed for, and what the far end sees.

use genesys_sandbox::Config;
use serde_json::{Value, json};

use crate::{
    client::{Client, ORDINARY, wait},
    grants::{bearer, signed_in},
};

fn names(listing: &Value) -> Vec<&str> {
    let entities = listing["entities"].as_array().unwrap();
    entities
        .iter()
        .map(|queue| queue["name"].as_str().unwrap())
        .collect()
}

#[tokio::test(start_paused = true)]
async fn an_agent_has_a_handful_of_queues() {
    let client = Client::new(Config::default()).await;
    let alex = client.alex().await;
    let path = format!("/api/v2/users/{alex}/queues");
    let joined = client.get(&format!("{path}?joined=true")).await.body;
    assert_eq!(names(&joined), ["Customer Care", "Billing"]);
    assert_eq!(joined["entities"][0]["callingPartyName"], "Contoso Care");
    assert_eq!(joined["entities"][0]["callingPartyNumber"], "+12025550160");
    assert!(joined["entities"][1]["callingPartyNumber"].is_null());
    assert_eq!(client.get(&path).await.body["entities"], joined["entities"]);
    let others = client.get(&format!("{path}?joined=false")).await.body;
    assert_eq!(names(&others), ["Returns"]);
    let page = client
        .get(&format!("{path}?pageSize=1&pageNumber=2"))
        .await
        .body;
    assert_eq!((names(&page), &page["total"]), (vec!["Billing"], &json!(2)));
    let stranger = client.get("/api/v2/users/nobody/queues").await;
    stranger.assert_error(404, "general.resource.not.found");

    let user = bearer(
        &client.sandbox,
        &signed_in(&client.sandbox, "agent@example.com").await,
    );
    let own = user.get("/api/v2/routing/queues/me").await.body;
    assert_eq!(names(&own), ["Customer Care", "Billing", "Returns"]);
    let own = user.get("/api/v2/routing/queues/me?joined=true").await.body;
    assert_eq!(own["entities"], joined["entities"]);
}

#[tokio::test(start_paused = true)]
async fn listing_the_queues_of_a_user_needs_a_permission() {
    let client = Client::new(Config {
        denied_permissions: vec!["routing:queue:view".to_owned()],
        ..Config::default()
    })
    .await;
    let alex = client.alex().await;
    let refused = client.get(&format!("/api/v2/users/{alex}/queues")).await;
    refused.assert_error(403, "missing.any.permissions");
}

#[tokio::test(start_paused = true)]
async fn a_queue_of_somebody_else_is_refused() {
    let client = Client::new(Config::default()).await;
    let (alex, aisha) = (
        client.alex().await,
        client.agent("alexandra.novak@example.com").await,
    );
    let foreign = client.queue(&aisha).await;
    let path = format!("/api/v2/conversations/calls/user/{alex}");
    for queue in [foreign.as_str(), "queue-1"] {
        let body = json!({ "phoneNumber": ORDINARY, "callFromQueueId": queue });
        client
            .post(&path, body)
            .await
            .assert_error(400, "invalid.value");
    }
    assert!(client.sandbox.calls().is_empty());
}

#[tokio::test(start_paused = true)]
async fn what_was_asked_for_is_recorded_and_shown_to_the_far_end() {
    let client = Client::new(Config::default()).await;
    let alex = client.alex().await;
    let queue = client.queue(&alex).await;
    let path = format!("/api/v2/conversations/calls/user/{alex}");
    let body = json!({
        "phoneNumber": ORDINARY,
        "callFromQueueId": queue,
        "callerId": "+12025550199",
        "callerIdName": "Contoso",
    });
    let placed = client.post(&path, body).await;
    assert_eq!(placed.status, 202, "{}", placed.body);
    wait(7.0).await;
    let sides = client
        .participants(placed.body["id"].as_str().unwrap())
        .await;
    assert_eq!(
        sides[1]["ani"], "tel:+12025550199",
        "not the queue's number"
    );
    let call = client.sandbox.calls().remove(0);
    assert_eq!(call.queue_id, Some(queue));
    assert_eq!(call.caller_id.as_deref(), Some("+12025550199"));
    assert_eq!(call.caller_id_name.as_deref(), Some("Contoso"));
}
