//! Each kind of sign-in, from the browser to a call.

use dialer::attempt::Outcome;
use dialer::problem::ProblemCode;
use dialer::view::{DialectName, Event, ProfileForm, SecretPlace, SignIn};
use genesys_sandbox::{Config, DEFAULT_PUBLIC_CLIENT_ID, OnBehalf};

use crate::browser::{Desk, form_of, port_of, secret_of, visit};
use crate::support::{AGENT, NUMBER, World, choose, request, until};

const OTHER: &str = "alexandra.novak@example.com";

async fn places_a_call(desk: &Desk) {
    let user = desk.profile.user.clone().unwrap();
    let pressed = request(&desk.dialer, &desk.profile.id, &user.id, NUMBER);
    let pressed = desk.dialer.place_call(pressed).await.unwrap();
    let done = until(&desk.dialer, pressed.id, |attempt| {
        attempt.outcome != Outcome::Pending
    })
    .await;
    assert_eq!(done.outcome, Outcome::Placed, "{:?}", done.problem);
    assert_eq!(
        desk.world.requests("POST", "/api/v2/conversations/calls"),
        1
    );
    assert_eq!(
        desk.world
            .requests("POST", "/api/v2/conversations/calls/user"),
        0,
        "the call is the person's own"
    );
    let calls = desk.world.sandbox.calls();
    assert_eq!(calls[0].agent_id, user.id);
}

#[tokio::test]
async fn a_public_client_signs_a_person_in_and_calls_as_that_person() {
    let desk = Desk::signed_in(SignIn::Pkce).await;
    assert_eq!(desk.profile.secret, SecretPlace::NotNeeded);
    assert_eq!(desk.profile.user.as_ref().unwrap().email, AGENT);
    let start = desk.dialer.start().await.unwrap();
    assert_eq!(start.agent.unwrap().email, AGENT, "the agent is fixed");
    places_a_call(&desk).await;
}

#[tokio::test]
async fn a_client_with_a_secret_signs_a_person_in_too() {
    let desk = Desk::signed_in(SignIn::Code).await;
    assert_eq!(desk.profile.secret, SecretPlace::Keyring);
    places_a_call(&desk).await;
    let tokens = desk.world.requests("POST", "/oauth/token");
    assert_eq!(
        tokens, 1,
        "the code is exchanged once, and its token is used"
    );
}

#[tokio::test]
async fn the_page_hears_that_a_sign_in_waits_and_of_its_end() {
    let desk = Desk::signed_in(SignIn::Pkce).await;
    let opened = desk.world.host.opened(0).await;
    let events = desk.world.host.events();
    let waits = events.iter().position(|event| {
        matches!(event, Event::SigningIn { profile_id, url }
            if *profile_id == desk.profile.id && *url == opened)
    });
    let told = events
        .iter()
        .rposition(|event| matches!(event, Event::Profiles));
    assert!(waits.unwrap() < told.unwrap());
}

#[tokio::test]
async fn no_other_agent_can_be_called_for() {
    let desk = Desk::signed_in(SignIn::Pkce).await;
    let (dialer, profile) = (&desk.dialer, &desk.profile);
    let sam = desk.world.sandbox.agents();
    let sam = sam.iter().find(|agent| agent.email == OTHER).unwrap();
    let problem = dialer.choose_agent(&sam.id).await.unwrap_err();
    assert_eq!(problem.code, ProblemCode::AgentFixed);
    let pressed = request(dialer, &profile.id, &sam.id, NUMBER);
    let problem = dialer.place_call(pressed).await.unwrap_err();
    assert_eq!(problem.code, ProblemCode::AgentFixed);
    assert_eq!(problem.params["agent"], profile.user.as_ref().unwrap().name);
    assert_eq!(desk.world.call_requests(), 0);
    assert!(dialer.find_agents("sam").await.unwrap().is_empty());
    let listed = dialer.known_agents("").await.unwrap();
    let listed: Vec<_> = listed.iter().map(|agent| agent.email.as_str()).collect();
    assert_eq!(listed, [AGENT]);
    assert_eq!(choose(dialer, AGENT).await.email, AGENT);
}

#[tokio::test]
async fn somebody_else_may_sign_in_and_is_the_agent_then() {
    let mut desk = Desk::signed_in(SignIn::Code).await;
    let first = desk.profile.user.clone().unwrap();
    desk.profile = desk.sign_in_as(OTHER).await.unwrap();
    let start = desk.dialer.start().await.unwrap();
    assert_eq!(start.agent.unwrap().email, OTHER);
    let pressed = request(&desk.dialer, &desk.profile.id, &first.id, NUMBER);
    let problem = desk.dialer.place_call(pressed).await.unwrap_err();
    assert_eq!(problem.code, ProblemCode::AgentFixed);
    places_a_call(&desk).await;
    desk.until_requests("DELETE", "/api/v2/tokens/me", 1).await;
}

#[tokio::test]
async fn where_on_behalf_is_refused_the_sign_in_is_offered() {
    let config = Config {
        on_behalf: OnBehalf::NotAUser,
        ..Config::default()
    };
    let world = World::new(config);
    let dialer = world.open().await;
    let profile = dialer
        .save_profile(form_of(SignIn::Client), secret_of(SignIn::Client))
        .await
        .unwrap();
    let agent = choose(&dialer, AGENT).await;
    let pressed = request(&dialer, &profile.id, &agent.id, NUMBER);
    let pressed = dialer.place_call(pressed).await.unwrap();
    let done = until(&dialer, pressed.id, |attempt| {
        attempt.outcome != Outcome::Pending
    })
    .await;
    let problem = done.problem.unwrap();
    assert_eq!(problem.code, ProblemCode::UserNeeded);
    assert_eq!(problem.params["sign_in"], profile.id, "where to sign in");
}

#[tokio::test]
async fn only_the_published_api_signs_people_in() {
    let world = World::new(Config::default());
    let dialer = world.open().await;
    for dialect in [DialectName::Participants, DialectName::FromTo] {
        let form = ProfileForm {
            dialect,
            ..form_of(SignIn::Pkce)
        };
        let profile = dialer.save_profile(form, None).await.unwrap();
        let problem = dialer.sign_in(&profile.id).await.unwrap_err();
        assert_eq!(problem.code, ProblemCode::SignInPlatformOnly);
    }
    assert_eq!(world.host.opened_so_far(), 0);
}

#[tokio::test]
async fn a_missing_secret_is_told_before_the_browser_opens() {
    let desk = Desk::new(SignIn::Code).await;
    desk.dialer.remove_secret(&desk.profile.id).await.unwrap();
    let problem = desk.dialer.sign_in(&desk.profile.id).await.unwrap_err();
    assert_eq!(problem.code, ProblemCode::SecretMissing);
    assert_eq!(desk.world.host.opened_so_far(), 0);
}

#[tokio::test]
async fn a_code_that_was_used_elsewhere_signs_nobody_in() {
    let desk = Desk::new(SignIn::Pkce).await;
    let waiting = desk.begin();
    let url = desk.page(0).await;
    let back = desk.decide(&url, AGENT, "sign_in").await;
    // Whoever has seen the code asks first; without the verifier it is of no use, and used up.
    let (_, code) = back.query_pairs().find(|(name, _)| name == "code").unwrap();
    let fields = [
        ("grant_type", "authorization_code"),
        ("code", &code),
        ("client_id", DEFAULT_PUBLIC_CLIENT_ID),
        (
            "redirect_uri",
            &format!("http://localhost:{}", port_of(&url)),
        ),
        ("code_verifier", &"v".repeat(43)),
    ];
    assert_eq!(desk.post("/oauth/token", &fields).await.status(), 400);
    visit(&back).await.unwrap();
    let problem = waiting.await.unwrap().unwrap_err();
    assert_eq!(problem.code, ProblemCode::SignInFailed);
    assert_eq!(
        problem.details.server_code.as_deref(),
        Some("invalid_grant")
    );
    let profiles = desk.dialer.profiles().await.unwrap();
    assert!(profiles[0].user.is_none());
}
