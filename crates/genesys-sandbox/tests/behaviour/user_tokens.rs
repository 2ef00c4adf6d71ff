//! What the token of a user may do, and the token of a client may not.

use genesys_sandbox::{Config, OnBehalf, Sandbox};
use serde_json::{Value, json};

use crate::{
    client::{Answer, Client, ORDINARY, wait},
    grants::{bearer, signed_in},
};

const CALLS: &str = "/api/v2/conversations/calls";
const AISHA: &str = "aisha.bello@example.com";

/// A client's own token, and Alex's.
async fn both(config: Config) -> (Client, Client) {
    let own = Client::new(config).await;
    let alex = alex(&own.sandbox).await;
    (own, alex)
}

async fn alex(sandbox: &Sandbox) -> Client {
    let issued = signed_in(sandbox, "agent@example.com").await;
    bearer(sandbox, &issued)
}

async fn call(client: &Client, number: &str) -> Answer {
    client.post(CALLS, json!({ "phoneNumber": number })).await
}

async fn called(client: &Client) -> String {
    let placed = call(client, ORDINARY).await;
    assert_eq!(placed.status, 202, "{}", placed.body);
    placed.body["id"].as_str().unwrap().to_owned()
}

fn leg(call: &str, participants: &[Value]) -> String {
    let participant = participants[0]["id"].as_str().unwrap();
    format!("{CALLS}/{call}/participants/{participant}")
}

fn hang_up() -> Option<Value> {
    Some(json!({ "state": "disconnected" }))
}

#[tokio::test(start_paused = true)]
async fn a_user_is_told_who_they_are_and_a_client_that_it_is_none() {
    let (own, alex) = both(Config::default()).await;
    let me = alex.get("/api/v2/users/me?expand=station,presence").await;
    assert_eq!(me.body["email"], "agent@example.com");
    assert!(me.body["station"]["effectiveStation"]["id"].is_string());
    assert!(me.body["presence"].is_object() && me.body["routingStatus"].is_null());
    for path in ["/api/v2/users/me", CALLS, "/api/v2/routing/queues/me"] {
        own.get(path).await.assert_error(400, "not.a.user");
    }
    for (client, grant) in [(&own, "CLIENT-CREDENTIALS"), (&alex, "CODE")] {
        let token = client.get("/api/v2/tokens/me").await;
        assert_eq!(token.body["organization"]["name"], "Contoso Sandbox");
        assert_eq!(token.body["OAuthClient"]["authorizedGrantType"], grant);
        let ended = client.send("DELETE", "/api/v2/tokens/me", None).await;
        assert_eq!(ended.status, 200);
        let gone = client.get("/api/v2/tokens/me").await;
        gone.assert_error(401, "bad.credentials");
    }
}

#[tokio::test(start_paused = true)]
async fn a_user_calls_for_themselves_and_a_client_is_no_user() {
    let (own, alex) = both(Config::default()).await;
    let id = called(&alex).await;
    let record = own.sandbox.calls().remove(0);
    assert_eq!(
        (record.conversation_id, record.agent_name.as_str()),
        (id.clone(), "Alex Kim")
    );
    assert_eq!(record.dialect, "platform");
    call(&own, ORDINARY).await.assert_error(400, "not.a.user");
    let tutorial = json!({ "to": { "phoneNumber": ORDINARY } });
    alex.post(CALLS, tutorial)
        .await
        .assert_error(400, "invalid.property");

    wait(7.0).await;
    let active = alex.get(CALLS).await;
    assert_eq!(active.body["entities"][0]["id"], id);
    assert_eq!(
        active.body["entities"][0]["participants"][1]["state"],
        "connected"
    );
    wait(40.0).await;
    assert_eq!(alex.get(CALLS).await.body["entities"], json!([]));
}

#[tokio::test(start_paused = true)]
async fn another_users_calls_are_not_listed_and_not_ended() {
    let (own, alex) = both(Config::default()).await;
    let aisha = own.agent(AISHA).await;
    let hers = own.placed(&aisha, ORDINARY).await;
    wait(1.0).await;
    assert_eq!(alex.get(CALLS).await.body["entities"], json!([]));
    let path = leg(&hers, &own.participants(&hers).await);
    let refused = alex.send("PATCH", &path, hang_up()).await;
    refused.assert_error(400, "conversation.error.user.not.party");
    let on_behalf = format!("{path}/user/{aisha}");
    let refused = alex.send("PATCH", &on_behalf, hang_up()).await;
    refused.assert_error(403, "missing.any.permissions");
    assert_eq!(own.participants(&hers).await[0]["state"], "alerting");
}

#[tokio::test(start_paused = true)]
async fn a_user_hangs_up_their_own_leg_and_a_client_is_no_user() {
    let (own, alex) = both(Config::default()).await;
    let id = called(&alex).await;
    wait(7.0).await;
    let path = leg(&id, &alex.participants(&id).await);
    let refused = own.send("PATCH", &path, hang_up()).await;
    refused.assert_error(400, "not.a.user");
    let ended = alex.send("PATCH", &path, hang_up()).await;
    assert_eq!(ended.status, 202, "{}", ended.body);
    let again = alex.send("PATCH", &path, hang_up()).await;
    again.assert_error(400, "conversation.error.call.disconnected");
    assert_eq!(alex.participants(&id).await[0]["disconnectType"], "client");
    let unknown = format!("{CALLS}/{AISHA}/participants/x");
    let refused = alex.send("PATCH", &unknown, hang_up()).await;
    refused.assert_error(404, "conversation.error.conversation.not.found");
}

#[tokio::test(start_paused = true)]
async fn on_behalf_a_user_calls_for_themselves_and_for_others_where_they_may() {
    for users_call_for_others in [false, true] {
        let (own, alex) = both(Config {
            users_call_for_others,
            ..Config::default()
        })
        .await;
        let (himself, aisha) = (own.alex().await, own.agent(AISHA).await);
        assert_eq!(alex.place(&himself, ORDINARY).await.status, 202);
        let other = alex.place(&aisha, ORDINARY).await;
        if users_call_for_others {
            assert_eq!(other.status, 202, "{}", other.body);
        } else {
            other.assert_error(403, "missing.any.permissions");
            assert_eq!(own.sandbox.calls().len(), 1);
        }
    }
}

#[tokio::test(start_paused = true)]
async fn an_organisation_may_want_a_user_for_calls_on_behalf() {
    let (own, alex) = both(Config {
        on_behalf: OnBehalf::NotAUser,
        ..Config::default()
    })
    .await;
    let himself = own.alex().await;
    own.place(&himself, ORDINARY)
        .await
        .assert_error(400, "not.a.user");
    assert!(own.sandbox.calls().is_empty());
    assert_eq!(alex.place(&himself, ORDINARY).await.status, 202);
    assert_eq!(call(&alex, ORDINARY).await.status, 202);
}

#[tokio::test(start_paused = true)]
async fn users_and_clients_have_permissions_of_their_own() {
    let permission = |name: &str| vec![name.to_owned()];
    let (own, alex) = both(Config {
        denied_permissions: permission("directory:user:view"),
        denied_user_permissions: permission("conversation:conference:add"),
        ..Config::default()
    })
    .await;
    let query = json!({ "query": [{ "type": "MATCH_ALL" }] });
    let search = "/api/v2/users/search";
    own.post(search, query.clone())
        .await
        .assert_error(403, "missing.any.permissions");
    assert_eq!(alex.post(search, query).await.status, 200);
    call(&alex, ORDINARY)
        .await
        .assert_error(403, "missing.any.permissions");
    assert!(own.sandbox.calls().is_empty());
}

#[tokio::test(start_paused = true)]
async fn each_user_has_twenty_channels_of_their_own() {
    const CHANNELS: &str = "/api/v2/notifications/channels";
    let (own, alex) = both(Config::default()).await;
    let first = own.send("POST", CHANNELS, None).await.body["id"].clone();
    for _ in 0..21 {
        assert_eq!(alex.send("POST", CHANNELS, None).await.status, 200);
    }
    let channels = own.sandbox.channels();
    assert_eq!(channels.len(), 21);
    assert_eq!(json!(channels[0].id), first);
}
