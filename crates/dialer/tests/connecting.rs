//! Making a connection, checking it, and finding agents on it.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on has failed"
)]

mod support;

use dialer::attempt::{EndReason, Outcome};
use dialer::problem::{Problem, ProblemCode};
use dialer::view::{DialectName, ProfileForm};
use genesys_sandbox::{Config, DEFAULT_CLIENT_SECRET};
use support::{AGENT, BASE, Ready, World, choose, form};

async fn refused(change: impl FnOnce(&mut ProfileForm), secret: Option<&str>) -> Problem {
    let world = World::new(Config::default());
    let dialer = world.open().await;
    let mut form = form(DialectName::Platform);
    change(&mut form);
    let problem = dialer
        .save_profile(form, secret.map(Into::into))
        .await
        .unwrap_err();
    assert!(
        dialer.start().await.unwrap().profile.is_none(),
        "nothing was made"
    );
    assert!(world.sandbox.journal().is_empty(), "nothing was sent");
    problem
}

#[tokio::test(start_paused = true)]
async fn a_form_that_cannot_work_is_turned_down_before_anything_is_kept() {
    let some = Some(DEFAULT_CLIENT_SECRET);
    let problem = refused(|form| form.client_id = "  ".to_owned(), some).await;
    assert_eq!(problem.code, ProblemCode::ClientIdMissing);
    let problem = refused(|_| (), None).await;
    assert_eq!(problem.code, ProblemCode::SecretEmpty);
    let problem = refused(|_| (), Some(" ")).await;
    assert_eq!(problem.code, ProblemCode::SecretEmpty);
    let long = "x".repeat(2561);
    let problem = refused(|_| (), Some(&long)).await;
    assert_eq!(problem.code, ProblemCode::SecretTooLong);

    let region_only = |region: Option<&str>| {
        let region = region.map(str::to_owned);
        move |form: &mut ProfileForm| {
            form.api_url = None;
            form.login_url = Some(" ".to_owned());
            form.region = region;
        }
    };
    for region in [None, Some("mypurecloud.example")] {
        let problem = refused(region_only(region), some).await;
        assert_eq!(problem.code, ProblemCode::RegionMissing);
    }

    // All of it is missing: what is asked for first is told first.
    let empty = |form: &mut ProfileForm| {
        region_only(None)(form);
        form.client_id = String::new();
    };
    let problem = refused(empty, None).await;
    assert_eq!(problem.code, ProblemCode::RegionMissing);

    let hosts = |api: &str, login: &str| {
        let (api, login) = (api.to_owned(), login.to_owned());
        move |form: &mut ProfileForm| {
            form.api_url = Some(api);
            form.login_url = Some(login);
        }
    };
    let problem = refused(hosts("http://api.example.com", BASE), some).await;
    assert_eq!(problem.code, ProblemCode::UrlInsecure);
    assert_eq!(
        problem.params.get("field").map(String::as_str),
        Some("api_url")
    );
    let problem = refused(hosts(BASE, "http://login.example.com"), some).await;
    assert_eq!(problem.code, ProblemCode::UrlInsecure);
    assert_eq!(
        problem.params.get("field").map(String::as_str),
        Some("login_url")
    );
    for url in [
        "nonsense",
        "ftp://127.0.0.1",
        "https://user:pass@example.com",
    ] {
        let problem = refused(hosts(url, BASE), some).await;
        assert_eq!(problem.code, ProblemCode::UrlInvalid, "{url}");
    }
    let problem = refused(hosts("", BASE), some).await;
    assert_eq!(problem.code, ProblemCode::UrlInvalid);
}

#[tokio::test(start_paused = true)]
async fn a_region_names_the_profile_and_links_its_interactions() {
    let world = World::new(Config::default());
    let dialer = world.open().await;
    let mut region = form(DialectName::Platform);
    region.api_url = None;
    region.login_url = None;
    region.region = Some("mypurecloud.de".to_owned());
    let profile = dialer
        .save_profile(region, Some(DEFAULT_CLIENT_SECRET.into()))
        .await
        .unwrap();
    assert_eq!(profile.name, "eu-central-1");
    assert_eq!(profile.region.as_deref(), Some("mypurecloud.de"));
    // The transport in memory does not look at the host, so a call can be placed.
    let agent = choose(&dialer, AGENT).await;
    let request = support::request(&dialer, &profile.id, &agent.id, support::NUMBER);
    let pressed = dialer.place_call(request).await.unwrap();
    let ended = support::until(&dialer, pressed.id, |attempt| !attempt.live).await;
    let expected = format!(
        "https://apps.mypurecloud.de/directory/#/analytics/interactions/{}/admin",
        ended.conversation_id.as_ref().unwrap()
    );
    assert_eq!(ended.interaction_url.as_ref(), Some(&expected));
    assert_eq!(
        dialer.interaction_url(ended.id).await.unwrap(),
        Some(expected)
    );
}

#[tokio::test(start_paused = true)]
async fn another_organisation_gets_a_profile_of_its_own_and_a_secret_of_its_own() {
    let ready = Ready::new().await;
    let dialer = &ready.dialer;
    let request = support::request(dialer, &ready.profile.id, &ready.agent.id, support::NUMBER);
    let pressed = dialer.place_call(request).await.unwrap();
    let placed = support::until(dialer, pressed.id, |attempt| {
        attempt.outcome == Outcome::Placed
    })
    .await;

    let mut elsewhere = form(DialectName::Platform);
    elsewhere.id = Some(ready.profile.id.clone());
    elsewhere.api_url = None;
    elsewhere.login_url = None;
    elsewhere.region = Some("mypurecloud.de".to_owned());
    let problem = dialer
        .save_profile(elsewhere.clone(), None)
        .await
        .unwrap_err();
    assert_eq!(problem.code, ProblemCode::SecretEmpty);
    let secret = Some(DEFAULT_CLIENT_SECRET.into());
    let moved = dialer.save_profile(elsewhere, secret).await.unwrap();
    assert_ne!(moved.id, ready.profile.id);
    let steps = dialer.check_connection(&moved.id, None).await.unwrap();
    assert!(steps.iter().all(|step| step.problem.is_none()), "{steps:?}");
    let again = dialer.start().await.unwrap();
    assert_eq!(again.profile.unwrap().id, moved.id);
    assert_eq!(again.agent, None, "an agent of another organisation");
    assert!(dialer.find_agents("").await.unwrap().is_empty());

    // The call that goes on there is followed there, and keeps its profile.
    let ended = support::until(dialer, placed.id, |attempt| !attempt.live).await;
    assert_eq!(ended.end_reason, Some(EndReason::CustomerHungUp));
    assert_eq!(ended.profile_id, ready.profile.id);
    assert_eq!(ended.interaction_url, None);
}

#[tokio::test(start_paused = true)]
async fn there_is_no_check_of_a_profile_that_is_gone() {
    let ready = Ready::new().await;
    let problem = ready
        .dialer
        .check_connection("gone", None)
        .await
        .unwrap_err();
    assert_eq!(problem.code, ProblemCode::ProfileMissing);
}

#[tokio::test(start_paused = true)]
async fn agents_are_found_by_first_letters_recent_ones_first() {
    let ready = Ready::new().await;
    let alexandra = choose(&ready.dialer, "alexandra.novak@example.com").await;
    let found = ready.dialer.find_agents("alex").await.unwrap();
    let names: Vec<_> = found.iter().map(|agent| agent.name.as_str()).collect();
    assert_eq!(
        names[..2],
        ["Alexandra Novak", "Alex Kim"],
        "the one chosen last is first"
    );
    assert!(found[0].recent && found[1].recent);
    let found = ready.dialer.find_agents("aisha").await.unwrap();
    assert_eq!(found.len(), 1);
    assert!(!found[0].recent);
    let recent = ready.dialer.find_agents("  ").await.unwrap();
    let ids: Vec<_> = recent.iter().map(|agent| agent.id.as_str()).collect();
    assert_eq!(ids, [alexandra.id.as_str(), ready.agent.id.as_str()]);
}

#[tokio::test(start_paused = true)]
async fn choosing_an_agent_tells_whether_a_call_can_work() {
    let ready = Ready::new().await;
    assert!(ready.agent.readiness_known && ready.agent.active);
    assert!(ready.agent.station.is_some());
    assert_eq!(ready.agent.on_call, Some(false));
    let sam = choose(&ready.dialer, "sam.lee@example.com").await;
    assert!(sam.readiness_known);
    assert_eq!(sam.station, None, "Sam has no phone");
    let busy = ready
        .world
        .sandbox
        .agents()
        .into_iter()
        .find(|agent| agent.on_call)
        .unwrap();
    let busy = ready.dialer.choose_agent(&busy.id).await.unwrap();
    assert_eq!(busy.on_call, Some(true));
    let problem = ready
        .dialer
        .choose_agent("00000000-0000-4000-8000-000000000000")
        .await;
    assert_eq!(problem.unwrap_err().code, ProblemCode::AgentNotFound);
    let problem = ready.dialer.choose_agent("").await.unwrap_err();
    assert_eq!(problem.code, ProblemCode::AgentMissing);
}

#[tokio::test(start_paused = true)]
async fn a_call_for_an_agent_without_a_phone_says_so() {
    let ready = Ready::new().await;
    let sam = choose(&ready.dialer, "sam.lee@example.com").await;
    let request = ready.request_for(&sam, support::NUMBER);
    let pressed = ready.dialer.place_call(request).await.unwrap();
    let ended = support::until(&ready.dialer, pressed.id, |attempt| !attempt.live).await;
    let problem = ended.problem.unwrap();
    assert_eq!(problem.code, ProblemCode::AgentNoStation);
    assert_eq!(
        problem.params.get("agent").map(String::as_str),
        Some("Sam Lee")
    );
}

#[tokio::test(start_paused = true)]
async fn before_the_first_run_is_done_nothing_is_connected() {
    let world = World::new(Config::default());
    let dialer = world.open().await;
    for problem in [
        dialer.find_agents("a").await.unwrap_err(),
        dialer.choose_agent("a").await.unwrap_err(),
        dialer.set_default_country("DE").await.unwrap_err(),
    ] {
        assert_eq!(problem.code, ProblemCode::NotConnected);
    }
    assert_eq!(dialer.start().await.unwrap().default_country.len(), 2);
}

#[tokio::test(start_paused = true)]
async fn connecting_from_the_sandbox_leaves_the_sandbox_as_it_is() {
    let world = World::new(Config::default());
    let dialer = world.open().await;
    let sandbox = dialer.use_sandbox().await.unwrap();
    let mut form = form(DialectName::Platform);
    form.id = Some(sandbox.id.clone());
    let secret = Some(DEFAULT_CLIENT_SECRET.into());
    let profile = dialer.save_profile(form, secret).await.unwrap();
    assert_ne!(profile.id, sandbox.id);
    assert!(!profile.sandbox);
    assert_eq!(
        dialer.start().await.unwrap().profile.unwrap().id,
        profile.id
    );
    assert_eq!(dialer.use_sandbox().await.unwrap().id, sandbox.id);
}
