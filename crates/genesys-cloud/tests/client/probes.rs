//! What is known of the token, and what it may do: asked without doing it.

use genesys_cloud::{Allowed, Denied, Dialect, ErrorKind, Operation, TokenFacts};
use jiff::Timestamp;
use serde_json::{Value, json};

use crate::keeper::{Keeper, grant};
use crate::server::*;
use crate::user_tokens::client_of;

fn signed_in() -> Keeper {
    Keeper::with(grant("kept-1", None, Timestamp::MAX))
}

fn refusal(status: u16, code: &str) -> Reply {
    json_reply(
        status,
        json!({"status": status, "code": code, "message": "m"}),
    )
}

#[tokio::test(start_paused = true)]
async fn the_token_is_told_without_putting_off_its_end() {
    let server = Server::new(|_, _| {
        json_reply(
            200,
            json!({
                "organization": {"id": "o-1", "name": "Contoso\u{7} Ltd"},
                "homeOrganization": {"id": "o-2", "name": "Other"},
                "authorizedScope": ["conversations", 7, "users:readonly"],
                "OAuthClient": {"id": "c-1", "name": "Ringfor", "authorizedGrantType": "CODE"},
            }),
        )
    });
    let facts = server
        .client(Dialect::Platform)
        .token_facts()
        .await
        .unwrap();
    let expected = TokenFacts {
        organization_id: Some("o-1".to_owned()),
        organization_name: Some("Contoso  Ltd".to_owned()),
        client_id: Some("c-1".to_owned()),
        client_name: Some("Ringfor".to_owned()),
        scopes: vec!["conversations".to_owned(), "users:readonly".to_owned()],
    };
    assert_eq!(facts, expected);
    let asked = &server.asked()[0];
    assert_eq!(
        (asked.method.as_str(), asked.path.as_str()),
        ("GET", "/api/v2/tokens/me")
    );
    assert_eq!(asked.query, "preserveIdleTTL=true");

    let odd = Server::new(|_, _| json_reply(200, json!({"organization": "x"})));
    let facts = odd.client(Dialect::Platform).token_facts().await.unwrap();
    assert_eq!(facts, TokenFacts::default());
    let list = Server::new(|_, _| status(200, "[]"));
    let error = list
        .client(Dialect::Platform)
        .token_facts()
        .await
        .unwrap_err();
    assert_eq!(
        (error.operation, error.kind),
        (Operation::TokenFacts, ErrorKind::Unreadable)
    );
}

#[tokio::test(start_paused = true)]
async fn placing_is_asked_for_without_a_number_and_without_an_agent() {
    for (status, code, allowed) in [
        (
            400,
            "missing.create.conversation.destination.parameter",
            true,
        ),
        (400, "bad.request", true),
        (404, "resource.not.found", true),
        (409, "providerapi.error.user.does.not.have.a.station", true),
        (403, "missing.any.permissions", false),
        (400, "not.a.user", false),
        (500, "internal.server.error", false),
    ] {
        let server = Server::new(move |_, _| refusal(status, code));
        let told = server.client(Dialect::Platform).may_place().await;
        match told {
            Ok(told) => assert!(allowed && told == Allowed::Yes, "{code}"),
            Err(error) => assert!(
                !allowed && error.operation == Operation::PlaceCall,
                "{code}"
            ),
        }
        let [asked] = &server.asked()[..] else {
            panic!("one request")
        };
        assert_eq!(
            asked.path,
            "/api/v2/conversations/calls/user/00000000-0000-0000-0000-000000000000"
        );
        assert_eq!(asked.json(), json!({}));
    }
    let denying = Server::new(|_, _| refusal(403, "missing.any.permissions"));
    let error = denying
        .client(Dialect::Platform)
        .may_place()
        .await
        .unwrap_err();
    assert_eq!(error.denied(), Some(Denied::Permission));
    // What asks for nothing is answered by no real server so.
    let odd = Server::new(|_, _| placed_reply());
    let told = odd.client(Dialect::Platform).may_place().await.unwrap();
    assert_eq!(told, Allowed::Unknown);
}

#[tokio::test(start_paused = true)]
async fn where_it_cannot_be_told_nothing_is_sent_that_could_place() {
    for dialect in [Dialect::Participants, Dialect::FromTo] {
        let server = Server::new(|_, _| placed_reply());
        let told = server.client(dialect).may_place().await.unwrap();
        assert_eq!(told, Allowed::Unknown);
        assert!(server.seen().is_empty());
    }
    for (permissions, told) in [
        (
            json!(["a:b:c", "conversation:conference:add"]),
            Allowed::Yes,
        ),
        (json!(["a:b:c"]), Allowed::Unknown),
        (Value::Null, Allowed::Unknown),
    ] {
        let server = Server::new(move |_, _| {
            json_reply(
                200,
                json!({"id": AGENT, "authorization": {"permissions": permissions}}),
            )
        });
        let client = client_of(&server, &signed_in(), None);
        assert_eq!(client.may_place().await.unwrap(), told);
        let asked = &server.asked()[0];
        assert_eq!(
            (asked.path.as_str(), asked.query.as_str()),
            ("/api/v2/users/me", "expand=authorization")
        );
        assert!(server.placed().is_empty());
    }
}

#[tokio::test(start_paused = true)]
async fn searching_stations_and_news_are_probed_by_reading() {
    let server = Server::new(|seen, _| match seen.path.as_str() {
        "/api/v2/users/search" => json_reply(200, json!({"total": 0})),
        "/api/v2/notifications/channels" => json_reply(200, json!({"entities": []})),
        _ => json_reply(200, json!({"id": AGENT, "station": {}})),
    });
    let client = server.client(Dialect::Platform);
    assert_eq!(client.may_search().await.unwrap(), Allowed::Yes);
    assert_eq!(client.may_be_notified().await.unwrap(), Allowed::Yes);
    assert_eq!(client.may_read_station(AGENT).await.unwrap(), Allowed::Yes);
    let methods: Vec<String> = server.asked().into_iter().map(|seen| seen.method).collect();
    assert_eq!(methods, ["POST", "GET", "GET"]);

    let silent = Server::new(|_, _| json_reply(200, json!({"id": AGENT})));
    let told = silent
        .client(Dialect::Platform)
        .may_read_station(AGENT)
        .await;
    assert_eq!(told.unwrap(), Allowed::Unknown);
    let denying = Server::new(|_, _| refusal(403, "app.not.authorized.for.scope"));
    let client = denying.client(Dialect::Platform);
    for told in [client.may_search().await, client.may_be_notified().await] {
        assert_eq!(told.unwrap_err().denied(), Some(Denied::Scope));
    }
}

fn queues(from: usize, count: usize, more: Value) -> Reply {
    let entities: Vec<Value> = (from..from + count)
        .map(
            |nth| json!({"id": format!("q-{nth}"), "name": format!("Queue {nth}"), "joined": true}),
        )
        .collect();
    json_reply(200, json!({"entities": entities, "pageCount": more}))
}

#[tokio::test(start_paused = true)]
async fn queues_are_read_to_the_last_page_and_each_once() {
    let server = Server::new(|_, nth| match nth {
        0 => queues(0, 100, json!(2)),
        // One was joined meanwhile, so the last of the first page comes again.
        _ => queues(99, 3, json!(2)),
    });
    let client = server.client(Dialect::Platform);
    let found = client.queues_of(AGENT).await.unwrap();
    assert_eq!(found.len(), 102);
    assert_eq!(
        (found[101].id.as_str(), found[101].name.as_str()),
        ("q-101", "Queue 101")
    );
    let asked = server.asked();
    assert_eq!(asked.len(), 2);
    assert_eq!(asked[1].path, format!("/api/v2/users/{AGENT}/queues"));
    assert_eq!(asked[1].query, "joined=true&pageSize=100&pageNumber=2");
    assert_eq!(
        client.take_extra_requests(),
        2,
        "the token and the second page"
    );

    let user = Server::new(|_, _| {
        json_reply(
            200,
            json!({"entities": [
                {"id": "q-1", "name": "Sales", "callingPartyName": "Contoso", "callingPartyNumber": "+12025550100"},
                {"id": "q-2", "name": "Left", "joined": false},
                {"id": "a/b", "name": "No id"},
            ]}),
        )
    });
    let found = client_of(&user, &signed_in(), None).queues_of(AGENT).await;
    let [queue] = &found.unwrap()[..] else {
        panic!("one queue")
    };
    assert_eq!(queue.calling_party_name.as_deref(), Some("Contoso"));
    assert_eq!(queue.calling_party_number.as_deref(), Some("+12025550100"));
    assert_eq!(user.asked()[0].path, "/api/v2/routing/queues/me");
}

#[tokio::test(start_paused = true)]
async fn queues_without_end_are_given_up() {
    let server = Server::new(|_, nth| queues(nth * 100, 100, json!(1_000_000)));
    let found = server.client(Dialect::Platform).queues_of(AGENT).await;
    assert_eq!((found.unwrap().len(), server.asked().len()), (1000, 10));
    let empty = Server::new(|_, _| queues(0, 0, json!(1_000_000)));
    let found = empty.client(Dialect::Platform).queues_of(AGENT).await;
    assert!(found.unwrap().is_empty());
    assert_eq!(empty.asked().len(), 1);
}

#[tokio::test(start_paused = true)]
async fn queues_that_are_denied_say_why() {
    let server = Server::new(|_, _| refusal(403, "missing.any.permissions"));
    let error = server
        .client(Dialect::Platform)
        .queues_of(AGENT)
        .await
        .unwrap_err();
    assert_eq!(
        (error.operation, error.denied()),
        (Operation::Queues, Some(Denied::Permission))
    );
    assert_eq!(error.operation.permissions(), ["routing:queue:view"]);
    let nobody = Server::new(|_, _| refusal(404, "not.found"));
    let error = nobody
        .client(Dialect::Platform)
        .queues_of(AGENT)
        .await
        .unwrap_err();
    assert_eq!(error.kind, ErrorKind::NotFound);
}
