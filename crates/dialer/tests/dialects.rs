//! The three dialects, each against a server of its own kind and against the others.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on has failed"
)]

mod support;

use dialer::attempt::{EndReason, Outcome};
use dialer::problem::ProblemCode;
use dialer::view::{CheckName, DialectName};
use genesys_sandbox::{Config, DEFAULT_CLIENT_SECRET, Dialect, EmailFilter};
use support::{AGENT, NUMBER, Ready, World, form};

fn accepts_only(dialect: Dialect) -> Config {
    Config {
        accept: vec![dialect],
        ..Config::default()
    }
}

const PAIRS: [(DialectName, Dialect); 3] = [
    (DialectName::Platform, Dialect::Platform),
    (DialectName::Participants, Dialect::Participants),
    (DialectName::FromTo, Dialect::FromTo),
];

#[tokio::test(start_paused = true)]
async fn each_dialect_places_and_follows_a_call_on_its_own_server() {
    for (ours, theirs) in PAIRS {
        let ready = Ready::with(accepts_only(theirs), ours).await;
        assert_eq!(ready.profile.type_ahead, ours == DialectName::Platform);
        let ended = ready.end(NUMBER).await;
        assert_eq!(ended.outcome, Outcome::Placed, "{ours:?}");
        assert_eq!(
            ended.end_reason,
            Some(EndReason::CustomerHungUp),
            "{ours:?}"
        );
        let calls = ready.world.sandbox.calls();
        assert_eq!(calls.len(), 1, "{ours:?}");
        assert_eq!(calls[0].agent_id, ready.agent.id, "{ours:?}");
        assert_eq!(calls[0].number, "+14155552671", "{ours:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_server_of_another_dialect_is_a_clear_problem_and_no_call() {
    for (ours, _) in PAIRS {
        for (_, theirs) in PAIRS.iter().filter(|(name, _)| *name != ours) {
            let ready = Ready::with(accepts_only(*theirs), ours).await;
            let attempt = ready.outcome(NUMBER).await;
            assert_eq!(attempt.outcome, Outcome::Refused, "{ours:?} on {theirs:?}");
            let expected = match ours {
                // The published shapes on a server that wants a user's token instead.
                DialectName::Platform => ProblemCode::UserNeeded,
                _ => ProblemCode::DialectMismatch,
            };
            assert_eq!(
                attempt.problem.unwrap().code,
                expected,
                "{ours:?} on {theirs:?}"
            );
            assert!(ready.world.sandbox.calls().is_empty());
        }
    }
}

#[tokio::test(start_paused = true)]
async fn the_wrong_person_is_never_used() {
    for (ours, theirs) in &PAIRS[1..] {
        let config = Config {
            email_filter: EmailFilter::Ignore,
            ..accepts_only(*theirs)
        };
        let world = World::new(config);
        let dialer = world.open().await;
        let secret = Some(DEFAULT_CLIENT_SECRET.into());
        let profile = dialer.save_profile(form(*ours), secret).await.unwrap();
        let problem = dialer.find_agents(AGENT).await.unwrap_err();
        assert_eq!(problem.code, ProblemCode::AgentMismatch);
        assert_eq!(problem.params.get("email").map(String::as_str), Some(AGENT));
        let steps = dialer.check_connection(&profile.id, None).await.unwrap();
        let look_up = steps
            .iter()
            .find(|step| step.name == CheckName::SearchUsers)
            .unwrap();
        let problem = look_up.problem.as_ref().unwrap();
        assert_eq!(problem.code, ProblemCode::AgentMismatch);
        // The one who came back was not chosen, so nobody can be called for.
        let first = world.sandbox.agents().into_iter().next().unwrap();
        let request = support::request(&dialer, &profile.id, &first.id, NUMBER);
        let problem = dialer.place_call(request).await.unwrap_err();
        assert_eq!(problem.code, ProblemCode::AgentMissing);
        assert!(world.sandbox.calls().is_empty());
    }
}

#[tokio::test(start_paused = true)]
async fn in_the_tutorials_dialects_the_whole_email_is_asked_for() {
    let world = World::new(accepts_only(Dialect::Participants));
    let dialer = world.open().await;
    let secret = Some(DEFAULT_CLIENT_SECRET.into());
    dialer
        .save_profile(form(DialectName::Participants), secret)
        .await
        .unwrap();
    let problem = dialer.find_agents("ale").await.unwrap_err();
    assert_eq!(problem.code, ProblemCode::AgentEmailNeeded);
    let problem = dialer.find_agents("nobody@example.com").await.unwrap_err();
    assert_eq!(problem.code, ProblemCode::AgentNotFound);
    support::choose(&dialer, AGENT).await;
    let recent = dialer.find_agents("ale").await.unwrap();
    assert_eq!(
        recent.len(),
        1,
        "who was called for before is found by the first letters"
    );
    assert_eq!(recent[0].email, AGENT);
}
