//! Law 5: the right agent or none, also where a server changes its mind or ignores what it is asked.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on has failed"
)]

mod support;

use std::sync::{Arc, Mutex};

use dialer::attempt::Outcome;
use dialer::problem::ProblemCode;
use dialer::view::DialectName;
use genesys_sandbox::Config;
use support::script::{Said, all_is_well};
use support::{AGENT, NUMBER, Ready, World, form};

#[tokio::test(start_paused = true)]
async fn an_agent_that_is_somebody_else_or_nobody_now_is_not_called_for() {
    let answers: [(&str, Said, ProblemCode); 2] = [
        (
            "somebody else",
            (
                200,
                r#"{"id":"8","name":"Lee","state":"active"}"#.to_owned(),
            ),
            ProblemCode::AgentMismatch,
        ),
        (
            "nobody",
            (404, r#"{"code":"not.found"}"#.to_owned()),
            ProblemCode::AgentNotFound,
        ),
    ];
    for (name, answer, expected) in answers {
        let now: Arc<Mutex<Option<Said>>> = Arc::default();
        let mut world = World::new(Config::default());
        let said = Arc::clone(&now);
        let journal = world.script(move |asked| match &*said.lock().unwrap() {
            Some(said) if asked.path.starts_with("/api/v2/users/7") => said.clone(),
            _ => all_is_well(asked),
        });
        let ready = Ready::over(world, DialectName::Platform).await;
        *now.lock().unwrap() = Some(answer);
        let chosen = ready.dialer.choose_agent(&ready.agent.id).await;
        assert_eq!(chosen.unwrap_err().code, expected, "{name}");
        let pressed = ready.dialer.place_call(ready.request(NUMBER)).await;
        assert_eq!(
            pressed.unwrap_err().code,
            ProblemCode::AgentMissing,
            "{name}"
        );
        assert_eq!(journal.count(|asked| asked.places()), 0, "{name}");
        assert_eq!(ready.dialer.start().await.unwrap().agent, None, "{name}");
        assert!(
            ready.dialer.find_agents("").await.unwrap().is_empty(),
            "{name}"
        );

        *now.lock().unwrap() = None;
        ready.dialer.choose_agent(&ready.agent.id).await.unwrap();
        assert_eq!(
            ready.outcome(NUMBER).await.outcome,
            Outcome::Placed,
            "{name}"
        );
    }
}

#[tokio::test(start_paused = true)]
async fn an_agent_that_is_not_active_any_more_is_shown_and_not_called_for() {
    let inactive = Arc::new(Mutex::new(false));
    let mut world = World::new(Config::default());
    let is_inactive = Arc::clone(&inactive);
    let journal = world.script(move |asked| {
        let (status, body) = all_is_well(asked);
        match *is_inactive.lock().unwrap() {
            true => (status, body.replace(r#""active""#, r#""inactive""#)),
            false => (status, body),
        }
    });
    let ready = Ready::over(world, DialectName::Platform).await;
    *inactive.lock().unwrap() = true;
    let chosen = ready.dialer.choose_agent(&ready.agent.id).await.unwrap();
    assert!(!chosen.active);
    let pressed = ready.dialer.place_call(ready.request(NUMBER)).await;
    assert_eq!(pressed.unwrap_err().code, ProblemCode::AgentMissing);
    assert_eq!(journal.count(|asked| asked.places()), 0);
}

#[tokio::test(start_paused = true)]
async fn a_failed_look_up_forgets_nobody() {
    let down = Arc::new(Mutex::new(false));
    let mut world = World::new(Config::default());
    let is_down = Arc::clone(&down);
    world.script(move |asked| match *is_down.lock().unwrap() {
        true if asked.path.starts_with("/api/v2/users/7") => (503, String::new()),
        _ => all_is_well(asked),
    });
    let ready = Ready::over(world, DialectName::Platform).await;
    *down.lock().unwrap() = true;
    let chosen = ready.dialer.choose_agent(&ready.agent.id).await;
    assert_eq!(chosen.unwrap_err().code, ProblemCode::ServerError);
    assert_eq!(ready.outcome(NUMBER).await.outcome, Outcome::Placed);
}

/// As an unfinished gateway does.
async fn ignoring_every_question() -> dialer::Dialer {
    let mut world = World::new(Config::default());
    world.script(|asked| match asked.path.as_str() {
        "/api/v2/users/search" => {
            let boss =
                r#"{"id":"1","name":"Aaron Boss","email":"boss@example.com","state":"active"}"#;
            (200, format!(r#"{{"results":[{boss}]}}"#))
        }
        _ => all_is_well(asked),
    });
    let dialer = world.open().await;
    let secret = Some("s3cret".into());
    dialer
        .save_profile(form(DialectName::Platform), secret)
        .await
        .unwrap();
    dialer
}

#[tokio::test(start_paused = true)]
async fn a_whole_email_brings_its_owner_or_nobody_in_every_dialect() {
    let dialer = ignoring_every_question().await;
    let problem = dialer.find_agents(AGENT).await.unwrap_err();
    assert_eq!(problem.code, ProblemCode::AgentMismatch);
    let found = dialer.find_agents("Boss@example.com").await.unwrap();
    assert_eq!(found[0].id, "1");
}

#[tokio::test(start_paused = true)]
async fn who_does_not_begin_like_the_query_is_not_listed() {
    let dialer = ignoring_every_question().await;
    for query in ["alex", "oss", "example"] {
        assert!(
            dialer.find_agents(query).await.unwrap().is_empty(),
            "{query}"
        );
    }
    for query in ["aar", "BOSS", "boss@", "aaron b"] {
        assert_eq!(dialer.find_agents(query).await.unwrap().len(), 1, "{query}");
    }
}

#[tokio::test(start_paused = true)]
async fn the_beginning_of_a_longer_email_still_finds_it() {
    let ready = Ready::new().await;
    let found = ready.dialer.find_agents("alexandra.novak@example.co").await;
    assert_eq!(found.unwrap()[0].email, "alexandra.novak@example.com");
    let found = ready.dialer.find_agents("nobody@example.com").await;
    assert!(found.unwrap().is_empty());
}
