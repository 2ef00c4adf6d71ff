//! The main job: connect, choose an agent, place a call, follow it to its end, find it again.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on has failed"
)]

mod support;

use dialer::attempt::{CallState, EndReason, Outcome, Via};
use dialer::problem::ProblemCode;
use dialer::view::{HistoryQuery, SecretPlace};
use support::{AGENT, NUMBER, Ready, World, until};

#[tokio::test(start_paused = true)]
async fn a_call_goes_through_its_states_and_ends_in_the_history() {
    let ready = Ready::new().await;
    let pressed = ready.press(NUMBER).await;
    assert_eq!(pressed.outcome, Outcome::Pending);
    assert!(pressed.live && pressed.cancellable);
    assert_eq!(pressed.e164, "+14155552671");
    assert_eq!(pressed.typed, NUMBER);

    let ended = until(&ready.dialer, pressed.id, |attempt| !attempt.live).await;
    assert_eq!(ended.outcome, Outcome::Placed);
    assert_eq!(ended.call_state, Some(CallState::Ended));
    assert_eq!(ended.end_reason, Some(EndReason::CustomerHungUp));
    assert_eq!(ended.problem, None);
    assert_eq!(ended.via, Via::Typed);
    assert!(ended.placed_by.contains('@'), "{}", ended.placed_by);
    let talked = ended.talk_ms.unwrap();
    assert!(
        (28_000..=32_000).contains(&talked),
        "talked for {talked} ms"
    );

    let details = ready.dialer.attempt(pressed.id).await.unwrap();
    let states: Vec<_> = details.states.iter().map(|state| state.state).collect();
    assert_eq!(
        states,
        [
            CallState::Requested,
            CallState::RingingAgent,
            CallState::Dialing,
            CallState::Connected,
            CallState::Ended
        ]
    );

    let calls = ready.world.sandbox.calls();
    assert_eq!(calls.len(), 1);
    assert_eq!(calls[0].number, "+14155552671");
    assert_eq!(calls[0].agent_id, ready.agent.id);
    assert_eq!(
        Some(&calls[0].conversation_id),
        ended.conversation_id.as_ref()
    );
    assert_eq!(
        calls[0].attributes.get("ringforAttemptId"),
        Some(&pressed.id.to_string()),
        "the call carries our id, so that it can be found when its answer is lost"
    );
}

#[tokio::test(start_paused = true)]
async fn every_step_is_told_to_the_page_and_never_backwards() {
    let ready = Ready::new().await;
    let ended = ready.end(NUMBER).await;
    let told = ready.world.host.events_of(ended.id);
    let outcomes: Vec<_> = told.iter().map(|attempt| attempt.outcome).collect();
    assert!(outcomes.is_sorted_by_key(|outcome| *outcome != Outcome::Pending));
    let ranks: Vec<_> = told
        .iter()
        .map(|attempt| {
            CallState::ALL
                .iter()
                .position(|state| Some(*state) == attempt.call_state)
        })
        .collect();
    assert!(ranks.is_sorted(), "{ranks:?}");
    assert_eq!(
        told.last(),
        Some(&ended),
        "the last event shows how it ended"
    );
}

#[tokio::test(start_paused = true)]
async fn the_history_is_searched_and_filtered() {
    let ready = Ready::new().await;
    let placed = ready.end(NUMBER).await;
    let refused = ready.outcome("+1 202 555 0104").await;
    let rows = ready.history().await;
    let ids: Vec<_> = rows.iter().map(|row| row.id).collect();
    assert_eq!(ids, [refused.id, placed.id], "newest first");
    let query = HistoryQuery {
        outcome: Some(Outcome::Refused),
        limit: 10,
        ..HistoryQuery::default()
    };
    let rows = ready.dialer.history(query).await.unwrap().rows;
    assert_eq!(rows.len(), 1);
    let query = HistoryQuery {
        search: "5552671".to_owned(),
        limit: 10,
        ..HistoryQuery::default()
    };
    let rows = ready.dialer.history(query).await.unwrap().rows;
    assert_eq!(
        rows.iter().map(|row| row.id).collect::<Vec<_>>(),
        [placed.id]
    );
}

#[tokio::test(start_paused = true)]
async fn profile_agent_country_and_history_survive_a_restart() {
    let Ready {
        world,
        dialer,
        profile,
        agent,
    } = Ready::new().await;
    dialer.set_default_country("DE").await.unwrap();
    let request = support::request(&dialer, &profile.id, &agent.id, NUMBER);
    let id = request.id;
    dialer.place_call(request).await.unwrap();
    until(&dialer, id, |attempt| !attempt.live).await;
    drop(dialer);

    let dialer = world.open().await;
    let start = dialer.start().await.unwrap();
    let shown = start.profile.unwrap();
    assert_eq!(shown.id, profile.id);
    assert_eq!(shown.secret, SecretPlace::Keyring);
    assert_eq!(start.default_country, "DE");
    assert_eq!(start.agent.unwrap().id, agent.id);
    assert!(start.live.is_empty());
    assert_eq!(start.regions.len(), 18);
    assert!(start.countries.contains(&"DE".to_owned()));
    assert_eq!(support::history(&dialer).await[0].id, id);
}

#[tokio::test(start_paused = true)]
async fn the_sandbox_needs_no_secret_and_places_calls() {
    let world = World::new(genesys_sandbox::Config::default());
    let dialer = world.open().await;
    assert!(dialer.start().await.unwrap().profile.is_none());
    let profile = dialer.use_sandbox().await.unwrap();
    assert!(profile.sandbox);
    assert_eq!(profile.secret, SecretPlace::NotNeeded);
    let again = dialer.use_sandbox().await.unwrap();
    assert_eq!(profile.id, again.id, "there is one sandbox");
    let agent = support::choose(&dialer, AGENT).await;
    let request = support::request(&dialer, &profile.id, &agent.id, NUMBER);
    let pressed = dialer.place_call(request).await.unwrap();
    let ended = until(&dialer, pressed.id, |attempt| !attempt.live).await;
    assert_eq!(ended.outcome, Outcome::Placed);
    assert_eq!(dialer.interaction_url(ended.id).await.unwrap(), None);
}

#[tokio::test(start_paused = true)]
async fn a_sandbox_that_does_not_start_is_said_and_nothing_is_connected() {
    let world = World::new(genesys_sandbox::Config::default());
    let dialer = world.open().await;
    world.host.no_sandbox();
    let problem = dialer.use_sandbox().await.unwrap_err();
    assert_eq!(problem.code, ProblemCode::SandboxFailed);
    assert!(dialer.start().await.unwrap().profile.is_none());
}

#[tokio::test(start_paused = true)]
async fn what_is_not_the_number_or_agent_on_screen_is_not_dialled() {
    let ready = Ready::new().await;
    let mut changed = ready.request(NUMBER);
    changed.e164 = "+14155552672".to_owned();
    let mut other_country = ready.request("(415) 555-2671");
    other_country.country = "DE".to_owned();
    let mut nobody = ready.request(NUMBER);
    nobody.agent_id = "00000000-0000-4000-8000-000000000000".to_owned();
    let mut none = ready.request(NUMBER);
    none.agent_id = String::new();
    let mut no_profile = ready.request(NUMBER);
    no_profile.profile_id = "gone".to_owned();
    let mut emergency = ready.request(NUMBER);
    emergency.typed = "112".to_owned();
    for (request, code) in [
        (changed, ProblemCode::NumberChanged),
        (nobody, ProblemCode::AgentMissing),
        (none, ProblemCode::AgentMissing),
        (no_profile, ProblemCode::ProfileMissing),
        (emergency, ProblemCode::NumberEmergency),
    ] {
        let problem = ready.dialer.place_call(request).await.unwrap_err();
        assert_eq!(problem.code, code);
    }
    assert!(ready.dialer.place_call(other_country).await.is_err());
    assert_eq!(ready.world.call_requests(), 0);
    assert!(ready.history().await.is_empty());
}

#[tokio::test(start_paused = true)]
async fn a_number_that_is_not_in_use_is_asked_about_once() {
    let ready = Ready::new().await;
    let mut request = ready.request("+1 555 123 4567");
    assert!(request.confirmed, "the preview warns");
    request.confirmed = false;
    let problem = ready.dialer.place_call(request.clone()).await.unwrap_err();
    assert_eq!(problem.code, ProblemCode::NumberNotInUse);
    assert_eq!(ready.world.call_requests(), 0);
    request.confirmed = true;
    let pressed = ready.dialer.place_call(request).await.unwrap();
    let known = |attempt: &dialer::view::AttemptView| attempt.outcome != Outcome::Pending;
    let attempt = until(&ready.dialer, pressed.id, known).await;
    assert_eq!(attempt.outcome, Outcome::Placed);
}
