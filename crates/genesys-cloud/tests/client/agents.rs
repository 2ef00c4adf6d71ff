//! Law 5: the right agent or none, in every dialect.

use genesys_cloud::{Dialect, Error, ErrorKind, Operation, StationState, UserState};
use serde_json::{Value, json};

use crate::server::*;

const EMAIL: &str = "agent@example.com";

fn user(id: &str, email: Value, state: &str) -> Value {
    json!({"id": id, "name": "Alex Kim", "email": email, "state": state})
}

/// The answer to a look-up by e-mail, with the users under the name the dialect's endpoint gives them.
fn listed(dialect: Dialect, users: Value) -> Value {
    match dialect {
        Dialect::Platform => json!({"results": users, "total": 1}),
        _ => json!({"entities": users, "total": 1}),
    }
}

async fn by_email(dialect: Dialect, body: Value, email: &str) -> Result<String, Error> {
    let server = Server::new(move |_, _| json_reply(200, body.clone()));
    let found = server.client(dialect).agent_by_email(email).await;
    found.map(|agent| agent.id)
}

#[tokio::test(start_paused = true)]
async fn each_dialect_looks_an_email_up_in_its_own_way() {
    for dialect in Dialect::ALL.iter().copied() {
        let body = listed(dialect, json!([user(AGENT, json!(EMAIL), "active")]));
        let server = Server::new(move |_, _| json_reply(200, body.clone()));
        let agent = server
            .client(dialect)
            .agent_by_email(" agent@example.com ")
            .await
            .unwrap();
        assert_eq!(
            (agent.id.as_str(), agent.state),
            (AGENT, Some(UserState::Active))
        );
        let seen = &server.asked()[0];
        match dialect {
            Dialect::Platform => {
                assert_eq!(
                    (seen.method.as_str(), seen.path.as_str()),
                    ("POST", "/api/v2/users/search")
                );
                assert_eq!(
                    seen.json(),
                    json!({
                        "query": [{"type": "EXACT", "fields": ["email"], "value": EMAIL}],
                        "sortBy": "email",
                        "sortOrder": "ASC",
                        "expand": ["station", "presence", "routingStatus", "conversationSummary"],
                    })
                );
            }
            _ => {
                assert_eq!(
                    (seen.method.as_str(), seen.path.as_str()),
                    ("GET", "/api/v2/users")
                );
                assert_eq!(
                    seen.query,
                    "email=agent%40example.com&pageSize=1&pageNumber=1"
                );
            }
        }
    }
}

#[tokio::test(start_paused = true)]
async fn somebody_else_is_an_error_in_every_dialect() {
    for dialect in Dialect::ALL.iter().copied() {
        let others = [
            json!([user("1", json!("other@example.com"), "active")]),
            json!([user("1", json!("agent@example.com.evil.test"), "active")]),
            json!([user("1", json!(null), "active")]),
            json!([user("1", json!(["agent@example.com"]), "active")]),
            json!([{"email": EMAIL}]),
            json!([null]),
            json!(["agent@example.com"]),
            // Two who both claim it: nobody can tell which one is meant.
            json!([
                user("1", json!(EMAIL), "active"),
                user("2", json!(EMAIL), "active")
            ]),
        ];
        for users in others {
            let error = by_email(dialect, listed(dialect, users.clone()), EMAIL)
                .await
                .unwrap_err();
            assert_eq!(
                (error.operation, error.kind),
                (Operation::LookUp, ErrorKind::Mismatch),
                "{users}"
            );
        }
    }
}

#[tokio::test(start_paused = true)]
async fn nobody_is_told_from_somebody_else() {
    for dialect in Dialect::ALL.iter().copied() {
        for body in [
            listed(dialect, json!([])),
            listed(dialect, json!(null)),
            json!({"total": 0}),
        ] {
            let error = by_email(dialect, body, EMAIL).await.unwrap_err();
            assert_eq!(error.kind, ErrorKind::NotFound);
        }
        for body in [listed(dialect, json!({})), json!([]), json!(null), json!(7)] {
            let error = by_email(dialect, body, EMAIL).await.unwrap_err();
            assert_eq!(error.kind, ErrorKind::Unreadable);
        }
    }
}

#[tokio::test(start_paused = true)]
async fn the_right_one_is_found_among_others_and_in_any_case() {
    for dialect in Dialect::ALL.iter().copied() {
        let users = json!([
            user("1", json!("other@example.com"), "active"),
            user("2", json!("AGENT@Example.com"), "active"),
            user("3", json!(EMAIL), "deleted"),
        ]);
        assert_eq!(
            by_email(dialect, listed(dialect, users), EMAIL)
                .await
                .unwrap(),
            "2"
        );
    }
}

#[tokio::test(start_paused = true)]
async fn an_empty_email_asks_nobody() {
    let server = Server::new(|_, _| json_reply(200, json!({})));
    let error = server
        .client(Dialect::Platform)
        .agent_by_email("  ")
        .await
        .unwrap_err();
    assert_eq!(error.kind, ErrorKind::InvalidInput);
    assert!(server.seen().is_empty());
}

#[tokio::test(start_paused = true)]
async fn type_ahead_asks_for_name_and_email_and_shows_active_agents_first() {
    let server = Server::new(|_, _| {
        json_reply(
            200,
            json!({"results": [
                {"id": "1", "name": "Alex Retired", "email": "r@example.com", "state": "inactive"},
                {"id": "2", "name": "Zoe Quin", "email": "unrelated@example.com", "state": "active"},
                {"id": "3", "name": "Kim Alexander", "email": "k@example.com", "state": "active"},
                {"id": "4", "name": "Bob", "email": "ALEX@example.com", "state": "active"},
                {"name": "no id"},
                null,
            ]}),
        )
    });
    let client = server.client(Dialect::Platform);
    let found = client.agents_by_prefix("alex", 8).await.unwrap();
    let ids: Vec<&str> = found.iter().map(|agent| agent.id.as_str()).collect();
    assert_eq!(ids, ["4", "3", "1"], "Zoe does not fit");
    let body = server.asked()[0].json();
    assert_eq!(
        body["query"],
        json!([{"type": "STARTS_WITH", "fields": ["name", "email"], "value": "alex"}])
    );
    assert_eq!(body["pageSize"], json!(8));

    assert_eq!(client.agents_by_prefix("alex", 2).await.unwrap().len(), 2);
    assert_eq!(client.agents_by_prefix("  ", 8).await.unwrap(), []);
    assert_eq!(server.asked().len(), 2);
}

#[tokio::test(start_paused = true)]
async fn the_tutorials_have_no_type_ahead() {
    for dialect in [Dialect::Participants, Dialect::FromTo] {
        assert!(!dialect.type_ahead());
        let server = Server::new(|_, _| json_reply(200, json!({})));
        let error = server
            .client(dialect)
            .agents_by_prefix("alex", 8)
            .await
            .unwrap_err();
        assert_eq!(error.kind, ErrorKind::NotAvailable);
        assert!(server.seen().is_empty());
    }
}

#[tokio::test(start_paused = true)]
async fn an_agent_is_read_with_all_that_decides_whether_a_call_can_work() {
    let body = json!({
        "id": AGENT, "name": "Alex Kim", "email": EMAIL, "title": "Lead", "state": "active",
        "station": {
            "effectiveStation": {"id": "st-1", "name": "Alex WebRTC", "type": "inin_webrtc_softphone"},
            "defaultStation": {"id": "st-2"},
        },
        "presence": {"presenceDefinition": {"id": "p", "systemPresence": "Available"}},
        "routingStatus": {"status": "IDLE"},
        "conversationSummary": {"call": {"contactCenter": {"active": 0, "acw": 0}, "enterprise": {"active": 1, "acw": 0}}},
    });
    let server = Server::new(move |_, _| json_reply(200, body.clone()));
    let agent = server.client(Dialect::Platform).agent(AGENT).await.unwrap();
    let StationState::Effective(station) = &agent.station else {
        panic!("a station")
    };
    assert_eq!(station.name.as_deref(), Some("Alex WebRTC"));
    assert_eq!(
        (agent.presence.as_deref(), agent.routing.as_deref()),
        (Some("Available"), Some("IDLE"))
    );
    assert_eq!(agent.on_call, Some(true));
    let seen = &server.asked()[0];
    assert_eq!(seen.path, format!("/api/v2/users/{AGENT}"));
    assert_eq!(
        seen.query,
        "expand=station%2Cpresence%2CroutingStatus%2CconversationSummary"
    );
}

#[tokio::test(start_paused = true)]
async fn what_the_server_does_not_tell_is_not_made_up() {
    let cases = [
        (json!({"id": AGENT}), StationState::Unknown),
        (json!({"id": AGENT, "station": null}), StationState::Unknown),
        (json!({"id": AGENT, "station": 7}), StationState::Unknown),
        (json!({"id": AGENT, "station": {}}), StationState::Missing),
        (
            json!({"id": AGENT, "station": {"effectiveStation": null}}),
            StationState::Missing,
        ),
        (
            json!({"id": AGENT, "station": {"effectiveStation": {}}}),
            StationState::Missing,
        ),
    ];
    for (body, station) in cases {
        let server = Server::new(move |_, _| json_reply(200, body.clone()));
        let agent = server.client(Dialect::Platform).agent(AGENT).await.unwrap();
        assert_eq!(agent.station, station);
        assert_eq!(
            (agent.presence, agent.routing, agent.on_call, agent.state),
            (None, None, None, None)
        );
    }
}

#[tokio::test(start_paused = true)]
async fn another_id_than_the_one_asked_for_is_an_error() {
    for dialect in Dialect::ALL.iter().copied() {
        let read = async |body: Value| {
            let server = Server::new(move |_, _| json_reply(200, body.clone()));
            server.client(dialect).agent(AGENT).await
        };
        let error = read(json!({"id": "someone-else"})).await.unwrap_err();
        assert_eq!(error.kind, ErrorKind::Mismatch);
        let error = read(json!({"name": "Alex Kim"})).await.unwrap_err();
        assert_eq!(error.kind, ErrorKind::Unreadable);
        assert!(read(json!({"id": AGENT.to_uppercase()})).await.is_ok());
    }
}

#[tokio::test(start_paused = true)]
async fn an_agent_that_does_not_exist_is_not_found() {
    let server =
        Server::new(|_, _| json_reply(404, json!({"code": "not.found", "message": "gone"})));
    let error = server
        .client(Dialect::Platform)
        .agent(AGENT)
        .await
        .unwrap_err();
    assert_eq!(
        (error.kind, error.status, error.code.as_deref()),
        (ErrorKind::NotFound, Some(404), Some("not.found"))
    );
}
