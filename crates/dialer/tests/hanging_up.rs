//! Hang up on behalf of the agent: in every state, when it is over already, and when it is denied.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on has failed"
)]

mod support;

use std::sync::Arc;

use dialer::attempt::{AttemptId, CallState, EndReason, Outcome};
use dialer::problem::ProblemCode;
use dialer::view::{DialectName, Feed};
use genesys_sandbox::{Config, DEFAULT_CLIENT_ID, DEFAULT_CLIENT_SECRET, Fault};
use support::{BASE, NUMBER, Ready, World, pass, until, until_fed};

const HANG_UP: &str = "PATCH /api/v2/conversations/calls/*";

async fn in_state(state: CallState) -> (Ready, AttemptId) {
    let ready = Ready::new().await;
    until_fed(&ready.dialer, Feed::Socket).await;
    let id = ready.press(NUMBER).await.id;
    // The first state is over in an instant.
    let rank = |wanted| CallState::ALL.iter().position(|one| Some(*one) == wanted);
    until(&ready.dialer, id, |attempt| {
        rank(attempt.call_state) >= rank(Some(state))
    })
    .await;
    (ready, id)
}

#[tokio::test(start_paused = true)]
async fn a_call_is_hung_up_in_every_state() {
    for state in [
        CallState::Requested,
        CallState::RingingAgent,
        CallState::Dialing,
        CallState::Connected,
    ] {
        let (ready, id) = in_state(state).await;
        ready.dialer.hang_up(id).await.unwrap();
        let ended = until(&ready.dialer, id, |attempt| !attempt.live).await;
        assert_eq!(ended.end_reason, Some(EndReason::HungUpHere), "{state:?}");
        assert!(ended.elapsed_ms < 8_000, "{state:?}");
        assert!(!ended.hangable);
        pass(60).await;
        let call = &ready.world.sandbox.calls()[0];
        assert_eq!(call.state, genesys_sandbox::CallState::Ended);
    }
}

#[tokio::test(start_paused = true)]
async fn a_call_that_is_over_counts_as_done() {
    let (ready, id) = in_state(CallState::Connected).await;
    ready.dialer.hang_up(id).await.unwrap();
    // Pressed again, before and after the end is seen.
    ready.dialer.hang_up(id).await.unwrap();
    until(&ready.dialer, id, |attempt| !attempt.live).await;
    ready.dialer.hang_up(id).await.unwrap();
    ready.dialer.hang_up_all(id).await.unwrap();
    let ended = ready.dialer.attempt(id).await.unwrap().attempt;
    assert_eq!(ended.end_reason, Some(EndReason::HungUpHere));
}

#[tokio::test(start_paused = true)]
async fn an_end_that_was_not_ours_is_not_claimed() {
    let (ready, id) = in_state(CallState::Connected).await;
    let gone = Fault::Status {
        status: 400,
        code: Some("conversation.error.call.disconnected".to_owned()),
        retry_after: None,
        message: None,
    };
    ready.world.fault(HANG_UP, gone);
    ready.dialer.hang_up(id).await.unwrap();
    let ended = until(&ready.dialer, id, |attempt| !attempt.live).await;
    assert_eq!(ended.end_reason, Some(EndReason::CustomerHungUp));
}

#[tokio::test(start_paused = true)]
async fn a_lost_answer_is_asked_for_again() {
    let (ready, id) = in_state(CallState::Connected).await;
    ready.world.fault(HANG_UP, Fault::DropBefore);
    ready.dialer.hang_up(id).await.unwrap();
    let ended = until(&ready.dialer, id, |attempt| !attempt.live).await;
    assert_eq!(ended.end_reason, Some(EndReason::HungUpHere));
}

#[tokio::test(start_paused = true)]
async fn where_it_is_denied_ending_the_whole_call_is_asked_first() {
    let (ready, id) = in_state(CallState::RingingAgent).await;
    let denied = Fault::Status {
        status: 403,
        code: Some("missing.any.permissions".to_owned()),
        retry_after: None,
        message: None,
    };
    ready.world.fault(HANG_UP, denied);
    let problem = ready.dialer.hang_up(id).await.unwrap_err();
    assert_eq!(problem.code, ProblemCode::HangUpDenied);
    assert_eq!(problem.params["agent"], "Alex Kim");
    assert!(problem.params["permissions"].contains("conversation:agentlessCall:add"));
    assert_eq!(problem.details.http_status, Some(403));
    let goes_on = ready.dialer.attempt(id).await.unwrap().attempt;
    assert!(goes_on.live && goes_on.hangable, "nothing was ended");
    ready.dialer.hang_up_all(id).await.unwrap();
    let ended = until(&ready.dialer, id, |attempt| !attempt.live).await;
    assert_eq!(ended.end_reason, Some(EndReason::HungUpHere));
}

#[tokio::test(start_paused = true)]
async fn the_next_run_knows_that_it_was_hung_up_here() {
    let (ready, id) = in_state(CallState::Connected).await;
    let Ready { world, dialer, .. } = ready;
    dialer.hang_up(id).await.unwrap();
    drop(dialer);
    pass(5).await;
    let dialer = world.open().await;
    let ended = until(&dialer, id, |attempt| !attempt.live).await;
    assert_eq!(ended.end_reason, Some(EndReason::HungUpHere));
}

#[tokio::test(start_paused = true)]
async fn what_does_not_exist_cannot_be_hung_up() {
    let ready = Ready::new().await;
    let problem = ready.dialer.hang_up(AttemptId::mint()).await.unwrap_err();
    assert_eq!(problem.code, ProblemCode::AttemptMissing);
}

/// A server that does not know a call yet does not say that it is over.
#[tokio::test(start_paused = true)]
async fn a_call_that_is_not_known_yet_is_hung_up_as_soon_as_it_is() {
    let world = World::new(Config::default());
    world.faults("TOPIC *", 10_000, Fault::RejectTopic);
    let ready = Ready::over(world, DialectName::Platform).await;
    let not_yet = Fault::Status {
        status: 404,
        code: Some("not.found".to_owned()),
        retry_after: None,
        message: None,
    };
    let reads = "GET /api/v2/conversations/calls/*";
    ready.world.faults(reads, 3, not_yet);
    let id = ready.press(NUMBER).await.id;
    until(&ready.dialer, id, |attempt| {
        attempt.outcome == Outcome::Placed
    })
    .await;
    ready.dialer.hang_up(id).await.unwrap();
    let ended = until(&ready.dialer, id, |attempt| !attempt.live).await;
    assert_eq!(ended.end_reason, Some(EndReason::HungUpHere));
    let hung_up = ready
        .world
        .requests("PATCH", "/api/v2/conversations/calls/");
    assert_eq!(hung_up, 1);
}

/// The agent's leg is hung up, and not by Ringfor.
async fn hang_up_elsewhere(world: &World) {
    let credentials = genesys_cloud::ClientCredentials {
        id: DEFAULT_CLIENT_ID.to_owned(),
        secret: DEFAULT_CLIENT_SECRET.into(),
    };
    let config = genesys_cloud::ClientConfig {
        hosts: genesys_cloud::Hosts::explicit(BASE, BASE).unwrap(),
        dialect: genesys_cloud::Dialect::Platform,
        credentials: credentials.into(),
        timeouts: genesys_cloud::Timeouts::default(),
    };
    let client = genesys_cloud::Client::new(
        config,
        Arc::clone(&world.transport),
        Arc::clone(&world.clock),
    );
    let call = &world.sandbox.calls()[0];
    let seen = client.call(&call.conversation_id).await.unwrap();
    let agent = seen.participants.iter().find(|leg| leg.is_agent()).unwrap();
    let ended = client
        .hang_up(
            &call.conversation_id,
            agent.id.as_ref().unwrap(),
            &call.agent_id,
        )
        .await;
    assert_eq!(ended.unwrap(), genesys_cloud::HungUp::Accepted);
}

/// All tries of one press; each is acted on, and no answer arrives.
const ALL_TRIES: u32 = 50;

#[tokio::test(start_paused = true)]
async fn a_call_that_was_ended_by_a_press_without_an_answer_was_hung_up_here() {
    for press_again in [false, true] {
        let (ready, id) = in_state(CallState::Connected).await;
        ready.world.faults("SOCKET *", 10, Fault::DeafSocket);
        ready.world.faults(HANG_UP, ALL_TRIES, Fault::DropAfter);
        let problem = ready.dialer.hang_up(id).await.unwrap_err();
        assert_eq!(problem.code, ProblemCode::ConnectionLost);
        if press_again {
            ready.world.sandbox.clear_faults();
            ready.dialer.hang_up(id).await.unwrap();
        }
        let ended = until(&ready.dialer, id, |attempt| !attempt.live).await;
        assert_eq!(ended.end_reason, Some(EndReason::HungUpHere));
    }
}

#[tokio::test(start_paused = true)]
async fn a_press_that_never_arrived_claims_no_later_end() {
    let (ready, id) = in_state(CallState::Connected).await;
    ready.world.faults("SOCKET *", 10, Fault::DeafSocket);
    ready.world.faults(HANG_UP, ALL_TRIES, Fault::DropBefore);
    ready.dialer.hang_up(id).await.unwrap_err();
    pass(20).await;
    ready.world.sandbox.clear_faults();
    hang_up_elsewhere(&ready.world).await;
    let ended = until(&ready.dialer, id, |attempt| !attempt.live).await;
    assert_eq!(ended.end_reason, Some(EndReason::AgentHungUp));
}

/// The press that comes too late takes nothing back from the one that ended the call.
#[tokio::test(start_paused = true)]
async fn two_presses_at_once_end_it_here() {
    let (ready, id) = in_state(CallState::Connected).await;
    ready.world.faults("SOCKET *", 10, Fault::DeafSocket);
    ready.world.fault(HANG_UP, Fault::Delay { ms: 200 });
    let (one, two) = tokio::join!(ready.dialer.hang_up(id), ready.dialer.hang_up(id));
    one.unwrap();
    two.unwrap();
    let ended = until(&ready.dialer, id, |attempt| !attempt.live).await;
    assert_eq!(ended.end_reason, Some(EndReason::HungUpHere));
}
