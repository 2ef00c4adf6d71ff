//! *Check connection*: each step fails where it should, and says why; nothing is ever called.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on has failed"
)]

mod support;

use std::collections::HashMap;

use dialer::problem::ProblemCode;
use dialer::view::{CheckName, CheckState, CheckStep, DialectName, Event};
use genesys_sandbox::{Config, Fault};
use support::{Ready, choose};

fn by_name(steps: &[CheckStep]) -> HashMap<CheckName, CheckStep> {
    let steps = steps.iter().map(|step| (step.name, step.clone()));
    steps.collect()
}

async fn check(ready: &Ready) -> HashMap<CheckName, CheckStep> {
    let agent = Some(ready.agent.id.as_str());
    let steps = ready
        .dialer
        .check_connection(&ready.profile.id, agent)
        .await;
    let steps = steps.unwrap();
    let mut sorted = steps.clone();
    sorted.sort_by_key(|step| step.name);
    assert_eq!(steps, sorted, "in the order in which they are looked at");
    let open = [CheckState::Waiting, CheckState::Running];
    assert!(steps.iter().all(|step| !open.contains(&step.state)));
    assert!(ready.world.sandbox.calls().is_empty(), "nothing is called");
    by_name(&steps)
}

fn state(steps: &HashMap<CheckName, CheckStep>, name: CheckName) -> CheckState {
    steps[&name].state
}

fn code(steps: &HashMap<CheckName, CheckStep>, name: CheckName) -> Option<ProblemCode> {
    steps[&name].problem.as_ref().map(|problem| problem.code)
}

fn denied() -> Fault {
    Fault::Status {
        status: 403,
        code: Some("missing.permissions".to_owned()),
        retry_after: None,
        message: None,
    }
}

#[tokio::test(start_paused = true)]
async fn a_connection_that_works_passes_and_each_change_is_told() {
    let ready = Ready::new().await;
    let steps = check(&ready).await;
    for name in [
        CheckName::Token,
        CheckName::Organisation,
        CheckName::SearchUsers,
        CheckName::ReadStation,
        CheckName::PlaceCalls,
        CheckName::Notifications,
        CheckName::Agent,
    ] {
        assert_eq!(
            state(&steps, name),
            CheckState::Passed,
            "{:?}",
            steps[&name]
        );
    }
    assert_eq!(steps[&CheckName::Agent].facts["agent"], ready.agent.name);
    assert!(!steps[&CheckName::Organisation].facts["organisation"].is_empty());
    let told = |wanted: CheckState| {
        ready.world.host.count(|event| {
            matches!(event, Event::Check { profile_id, step }
                if *profile_id == ready.profile.id && step.state == wanted)
        })
    };
    assert_eq!(told(CheckState::Waiting), 11);
    assert!(told(CheckState::Running) >= 6);
    assert_eq!(told(CheckState::Passed), 7);
}

#[tokio::test(start_paused = true)]
async fn what_is_denied_is_named_by_its_step_and_the_others_are_looked_at() {
    for (request, name) in [
        ("POST /api/v2/users/search", CheckName::SearchUsers),
        ("GET /api/v2/users/*", CheckName::ReadStation),
        (
            "POST /api/v2/conversations/calls/user/*",
            CheckName::PlaceCalls,
        ),
    ] {
        let ready = Ready::new().await;
        ready.world.faults(request, 9, denied());
        let steps = check(&ready).await;
        assert_eq!(state(&steps, name), CheckState::Failed);
        assert_eq!(code(&steps, name), Some(ProblemCode::PermissionMissing));
        assert_eq!(state(&steps, CheckName::Token), CheckState::Passed);
        assert_eq!(state(&steps, CheckName::Notifications), CheckState::Passed);
    }
    for (request, name) in [
        ("GET /api/v2/tokens/me", CheckName::Organisation),
        (
            "GET /api/v2/notifications/channels",
            CheckName::Notifications,
        ),
    ] {
        let ready = Ready::new().await;
        ready.world.faults(request, 9, denied());
        let steps = check(&ready).await;
        // Calls can be placed all the same.
        assert_eq!(state(&steps, name), CheckState::Warned);
        assert_eq!(code(&steps, name), Some(ProblemCode::PermissionMissing));
        assert_eq!(state(&steps, CheckName::PlaceCalls), CheckState::Passed);
    }
}

#[tokio::test(start_paused = true)]
async fn where_a_user_is_needed_the_step_says_so() {
    let ready = Ready::new().await;
    let fault = Fault::Status {
        status: 400,
        code: Some("not.a.user".to_owned()),
        retry_after: None,
        message: None,
    };
    ready
        .world
        .faults("POST /api/v2/conversations/calls/user/*", 9, fault);
    let steps = check(&ready).await;
    assert_eq!(state(&steps, CheckName::PlaceCalls), CheckState::Failed);
    assert_eq!(
        code(&steps, CheckName::PlaceCalls),
        Some(ProblemCode::UserNeeded)
    );
}

#[tokio::test(start_paused = true)]
async fn without_a_token_the_rest_is_left_out() {
    let ready = Ready::new().await;
    ready.dialer.remove_secret(&ready.profile.id).await.unwrap();
    let asked = ready.world.sandbox.journal().len();
    let steps = check(&ready).await;
    assert_eq!(
        code(&steps, CheckName::Token),
        Some(ProblemCode::SecretMissing)
    );
    for name in [
        CheckName::Organisation,
        CheckName::PlaceCalls,
        CheckName::Agent,
    ] {
        assert_eq!(state(&steps, name), CheckState::Skipped);
    }
    assert_eq!(
        ready.world.sandbox.journal().len(),
        asked,
        "nothing was sent"
    );
}

#[tokio::test(start_paused = true)]
async fn what_speaks_against_a_call_for_the_agent_is_told() {
    let mut ready = Ready::new().await;
    ready.agent = choose(&ready.dialer, "sam.lee@example.com").await;
    let steps = check(&ready).await;
    assert_eq!(
        code(&steps, CheckName::Agent),
        Some(ProblemCode::AgentNoStation)
    );
    assert_eq!(state(&steps, CheckName::ReadStation), CheckState::Passed);
    let agents = ready.world.sandbox.agents();
    let busy = agents.iter().find(|agent| agent.on_call).unwrap();
    ready.agent.id.clone_from(&busy.id);
    let steps = check(&ready).await;
    assert_eq!(state(&steps, CheckName::Agent), CheckState::Warned);
    assert_eq!(
        code(&steps, CheckName::Agent),
        Some(ProblemCode::AgentOnCall)
    );
}

#[tokio::test(start_paused = true)]
async fn the_tutorials_dialects_leave_out_what_they_have_not() {
    for dialect in [DialectName::Participants, DialectName::FromTo] {
        let ready = Ready::with(Config::default(), dialect).await;
        let steps = check(&ready).await;
        assert_eq!(state(&steps, CheckName::Token), CheckState::Passed);
        assert_eq!(state(&steps, CheckName::SearchUsers), CheckState::Passed);
        assert_eq!(state(&steps, CheckName::Organisation), CheckState::Skipped);
        assert_eq!(state(&steps, CheckName::Notifications), CheckState::Skipped);
        assert_eq!(state(&steps, CheckName::PlaceCalls), CheckState::Warned);
    }
}

#[tokio::test(start_paused = true)]
async fn a_server_that_never_answers_ends_the_check_in_time() {
    let ready = Ready::new().await;
    ready
        .world
        .faults("* *", 99, Fault::Delay { ms: 3_600_000 });
    let start = tokio::time::Instant::now();
    let steps = check(&ready).await;
    assert_eq!(
        code(&steps, CheckName::Token),
        Some(ProblemCode::AnswerTimeout)
    );
    assert!(start.elapsed().as_secs() <= 61);
}

#[tokio::test(start_paused = true)]
async fn another_check_ends_the_one_that_runs() {
    let ready = Ready::new().await;
    ready
        .world
        .fault("POST /oauth/token", Fault::Delay { ms: 8_000 });
    let first = ready.dialer.check_connection(&ready.profile.id, None);
    let second = async {
        let runs = |event: &Event| {
            matches!(event, Event::Check { step, .. }
                if step.name == CheckName::Token && step.state == CheckState::Running)
        };
        while ready.world.host.count(runs) == 0 {
            tokio::time::sleep(std::time::Duration::from_millis(10)).await;
        }
        ready.dialer.check_connection(&ready.profile.id, None).await
    };
    let (first, second) = tokio::join!(first, second);
    let (first, second) = (by_name(&first.unwrap()), by_name(&second.unwrap()));
    assert_eq!(state(&first, CheckName::PlaceCalls), CheckState::Skipped);
    assert_eq!(state(&second, CheckName::PlaceCalls), CheckState::Passed);
}
