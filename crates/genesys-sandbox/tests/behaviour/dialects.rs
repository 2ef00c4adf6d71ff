//! The tutorials' ways of asking for a call.

use genesys_sandbox::{Config, Dialect};
use serde_json::{Value, json};

use crate::client::{Client, ORDINARY, wait};

const PATH: &str = "/api/v2/conversations/calls";

async fn accepting(accept: &[Dialect]) -> (Client, String) {
    let client = Client::new(Config {
        accept: accept.to_vec(),
        ..Config::default()
    })
    .await;
    let agent = client.alex().await;
    (client, agent)
}

fn participants(agent: &str, number: &str) -> Value {
    json!({ "participants": [{
        "from": { "id": agent, "type": "user" },
        "to": { "id": number, "type": "phone" },
        "role": "agent",
    }] })
}

fn from_to(agent: &str, number: &str) -> Value {
    json!({
        "type": "call",
        "from": { "id": agent, "type": "user", "name": "Alex Kim" },
        "to": { "phoneNumber": number, "type": "external" },
        "log": true,
        "record": false,
    })
}

#[tokio::test(start_paused = true)]
async fn each_dialect_places_the_same_call_where_it_is_accepted() {
    let (client, agent) = accepting(&Dialect::ALL).await;
    let short = json!({
        "from": { "id": agent, "name": "Alex Kim" },
        "to": { "phoneNumber": ORDINARY },
    });
    for body in [
        participants(&agent, ORDINARY),
        from_to(&agent, ORDINARY),
        short,
    ] {
        let placed = client.post(PATH, body).await;
        assert_eq!(placed.status, 201, "{}", placed.body);
        wait(7.0).await;
        let sides = client
            .participants(placed.body["id"].as_str().unwrap())
            .await;
        assert_eq!(sides[1]["state"], "connected");
        assert_eq!(sides[1]["address"], "tel:+12025550123");
    }
    client.placed(&agent, ORDINARY).await;
    let calls = client.sandbox.calls();
    let dialects: Vec<_> = calls.iter().map(|call| call.dialect.as_str()).collect();
    assert_eq!(dialects, ["participants", "from_to", "from_to", "platform"]);
    assert!(
        calls
            .iter()
            .all(|call| call.agent_id == agent && call.number == ORDINARY)
    );
}

#[tokio::test(start_paused = true)]
async fn a_dialect_that_is_not_accepted_is_refused() {
    let (client, agent) = accepting(&[Dialect::Participants]).await;
    client
        .post(PATH, from_to(&agent, ORDINARY))
        .await
        .assert_error(400, "invalid.property");
    client
        .place(&agent, ORDINARY)
        .await
        .assert_error(400, "not.a.user");
    let flat = json!({ "phoneNumber": ORDINARY });
    client
        .post(PATH, flat.clone())
        .await
        .assert_error(400, "invalid.property");

    let (other, agent) = accepting(&[Dialect::FromTo]).await;
    other
        .post(PATH, participants(&agent, ORDINARY))
        .await
        .assert_error(400, "invalid.property");
    other
        .post(PATH, flat)
        .await
        .assert_error(400, "invalid.property");

    let (real, agent) = accepting(&[Dialect::Platform]).await;
    real.post(PATH, participants(&agent, ORDINARY))
        .await
        .assert_error(400, "not.a.user");
    real.post(PATH, from_to(&agent, ORDINARY))
        .await
        .assert_error(400, "not.a.user");
    for client in [client, other, real] {
        assert!(client.sandbox.calls().is_empty());
    }
}

#[tokio::test(start_paused = true)]
async fn a_number_that_is_not_e164_is_a_malformed_address() {
    let (client, agent) = accepting(&[Dialect::Participants, Dialect::FromTo]).await;
    for number in ["4711", "(202) 555-0123", "tel:+12025550123", "+02025550123"] {
        for body in [participants(&agent, number), from_to(&agent, number)] {
            let refused = client.post(PATH, body).await;
            refused.assert_error(400, "bad.request");
            assert_eq!(refused.body["message"], "malformed participant address");
            assert_eq!(
                refused.body["errors"][0]["message"],
                "malformed participant address"
            );
        }
    }
    assert!(client.sandbox.calls().is_empty());
}

#[tokio::test(start_paused = true)]
async fn what_is_missing_or_of_another_kind_is_refused() {
    let (client, agent) = accepting(&[Dialect::Participants, Dialect::FromTo]).await;
    let without = |mut body: Value, pointer: &str, field: &str| {
        body.pointer_mut(pointer)
            .unwrap()
            .as_object_mut()
            .unwrap()
            .remove(field);
        body
    };
    let with = |mut body: Value, pointer: &str, value: Value| {
        *body.pointer_mut(pointer).unwrap() = value;
        body
    };
    let participants = participants(&agent, ORDINARY);
    let from_to = from_to(&agent, ORDINARY);
    for body in [
        json!({}),
        json!({ "participants": [] }),
        without(participants.clone(), "/participants/0", "role"),
        without(participants.clone(), "/participants/0", "to"),
        without(participants.clone(), "/participants/0/from", "id"),
        without(participants.clone(), "/participants/0/to", "type"),
        with(
            participants.clone(),
            "/participants/0/from/type",
            json!("phone"),
        ),
        with(
            participants.clone(),
            "/participants/0/role",
            json!("customer"),
        ),
        with(participants, "/participants/0/to", json!("+12025550123")),
        without(from_to.clone(), "/from", "id"),
        without(from_to.clone(), "/to", "phoneNumber"),
        with(from_to.clone(), "/to/type", json!("user")),
        with(from_to.clone(), "/log", json!("yes")),
        with(from_to, "/type", json!("email")),
    ] {
        let refused = client.post(PATH, body.clone()).await;
        assert_eq!(refused.status, 400, "{body}");
    }
    assert!(client.sandbox.calls().is_empty());
}

#[tokio::test(start_paused = true)]
async fn reserved_numbers_hold_in_every_dialect() {
    let (client, agent) = accepting(&[Dialect::Participants, Dialect::FromTo]).await;
    for body in [
        participants(&agent, "+12025550104"),
        from_to(&agent, "+12025550104"),
    ] {
        client
            .post(PATH, body)
            .await
            .assert_error(409, "conversation.error.outbound.call.cannot.be.placed");
    }
}
