//! Finding calls of the sandbox whose conversation id was lost.

use std::time::Duration;

use genesys_cloud::{ATTEMPT_ID_ATTRIBUTE, Acted, Client, Denied, Dialect, Interval, Operation};
use genesys_sandbox::{Config, Sandbox};
use jiff::Timestamp;
use tokio_util::sync::CancellationToken;

use crate::sandbox::{accepting, agent, client};
use crate::server::{Ear, a_call};

/// The call comes to be, and its answer is lost.
const LOST: &str = "+12025550107";

/// The time at the sandbox, which its calls are stamped with.
fn sandbox_time(sandbox: &Sandbox) -> Timestamp {
    sandbox.calls()[0].created_at
}

/// Loses the answer to a call, and gives its agent.
async fn lose_a_call(client: &Client, queue: Option<&str>) -> String {
    let mut call = a_call();
    call.agent_id = agent(client).await.id;
    call.number = LOST.to_owned();
    call.queue_id = queue.map(str::to_owned);
    call.attributes
        .insert(ATTEMPT_ID_ATTRIBUTE.to_owned(), "attempt-1".to_owned());
    let cancel = CancellationToken::new();
    let error = client
        .place_call(&call, &Ear::default(), &cancel)
        .await
        .unwrap_err();
    assert_eq!(error.acted, Acted::Maybe);
    call.agent_id
}

#[tokio::test(start_paused = true)]
async fn a_lost_call_is_found_by_analytics_and_known_by_its_attribute() {
    let sandbox = accepting(Dialect::Platform);
    let client = client(&sandbox, Dialect::Platform);
    let agent = lose_a_call(&client, None).await;
    tokio::time::sleep(Duration::from_secs(10)).await;
    let around = Interval::around(sandbox_time(&sandbox), Duration::from_secs(300));
    let search = client.analytics_calls(&agent, around).await.unwrap();
    assert!(search.complete);
    let [found] = &search.calls[..] else {
        panic!("one call: {search:?}")
    };
    assert_eq!(found.conversation_id, sandbox.calls()[0].conversation_id);
    assert!(found.started.is_some_and(|at| around.contains(at)));
    assert_eq!(found.ended, None);
    assert!(found.called.contains(LOST), "{found:?}");
    let call = client.call(&found.conversation_id).await.unwrap();
    assert_eq!(call.attribute(ATTEMPT_ID_ATTRIBUTE), Some("attempt-1"));
    assert!(call.has_agent(&agent) && call.called().contains(LOST));

    // Of another agent, and of another time, there is none.
    let other = client.analytics_calls("another-agent", around).await;
    assert!(other.unwrap().calls.is_empty());
    let later = Interval {
        from: around.until,
        until: around.until + Duration::from_secs(60),
    };
    let none = client.analytics_calls(&agent, later).await.unwrap();
    assert!(none.calls.is_empty() && none.complete);
}

#[tokio::test(start_paused = true)]
async fn a_live_call_is_found_by_its_activity() {
    let sandbox = Sandbox::new(Config {
        activity_has_personal_calls: true,
        ..Config::default()
    });
    let client = client(&sandbox, Dialect::Platform);
    let agent = lose_a_call(&client, None).await;
    for expected in [1, 1, 0] {
        let search = client.analytics_activity(&agent).await.unwrap();
        assert_eq!((search.calls.len(), search.complete), (expected, true));
        for found in search.calls {
            assert_eq!(found.conversation_id, sandbox.calls()[0].conversation_id);
            assert!(found.active_since.is_some() && found.called.contains(LOST));
        }
        tokio::time::sleep(Duration::from_secs(25)).await;
    }
}

#[tokio::test(start_paused = true)]
async fn what_the_token_does_not_allow_is_said() {
    let searching = [Operation::CallDetails, Operation::CallActivity];
    let denied = searching.iter().flat_map(|step| step.permissions());
    let sandbox = Sandbox::new(Config {
        denied_permissions: denied.map(|&name| name.to_owned()).collect(),
        ..Config::default()
    });
    let client = client(&sandbox, Dialect::Platform);
    let error = client.active_calls().await.unwrap_err();
    assert_eq!(error.denied(), Some(Denied::UserNeeded));
    let around = Interval::around(Timestamp::UNIX_EPOCH, Duration::from_secs(60));
    let results = [
        client.analytics_calls("agent", around).await,
        client.analytics_activity("agent").await,
    ];
    for (result, operation) in results.into_iter().zip(searching) {
        let error = result.unwrap_err();
        assert_eq!(
            (error.operation, error.denied()),
            (operation, Some(Denied::Permission))
        );
        assert_eq!(error.missing_permissions, operation.permissions());
    }
}
