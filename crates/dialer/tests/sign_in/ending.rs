//! The end of a sign-in: signed out, lost, changed or removed with its profile.

use std::time::Duration;

use dialer::attempt::{AttemptId, CallState, Outcome};
use dialer::problem::ProblemCode;
use dialer::view::{ProfileForm, SignIn};
use genesys_sandbox::Fault;

use crate::browser::{Desk, form_of, secret_of};
use crate::support::{AGENT, NUMBER, request, until};

const END_TOKEN: &str = "DELETE /api/v2/tokens/me";

fn grant_of(desk: &Desk) -> String {
    format!("{}.grant", desk.profile.id)
}

async fn is_kept(desk: &Desk) -> bool {
    let kept = desk.world.secrets.get(&grant_of(desk)).await.unwrap();
    kept.is_some()
}

async fn place(desk: &Desk) -> AttemptId {
    let user = desk.profile.user.clone().unwrap();
    let pressed = request(&desk.dialer, &desk.profile.id, &user.id, NUMBER);
    let pressed = desk.dialer.place_call(pressed).await.unwrap();
    let done = until(&desk.dialer, pressed.id, |attempt| {
        attempt.outcome != Outcome::Pending
    })
    .await;
    assert_eq!(done.outcome, Outcome::Placed, "{:?}", done.problem);
    pressed.id
}

#[tokio::test]
async fn signing_out_ends_the_token_and_forgets_everything_but_the_profile() {
    for sign_in in [SignIn::Pkce, SignIn::Code] {
        let desk = Desk::signed_in(sign_in).await;
        assert!(is_kept(&desk).await);
        let out = desk.dialer.sign_out(&desk.profile.id).await.unwrap();
        assert!(out.user.is_none());
        assert!(!is_kept(&desk).await);
        assert_eq!(desk.world.requests("DELETE", "/api/v2/tokens/me"), 1);
        assert!(desk.world.host.notices().is_empty());
        let start = desk.dialer.start().await.unwrap();
        assert_eq!(start.profile.unwrap().id, desk.profile.id);
        assert!(start.agent.is_none());
        let user = desk.profile.user.clone().unwrap();
        let pressed = request(&desk.dialer, &desk.profile.id, &user.id, NUMBER);
        let problem = desk.dialer.place_call(pressed).await.unwrap_err();
        assert_eq!(problem.code, ProblemCode::SignedOut);
        assert_eq!(problem.params["profile"], desk.profile.id);
        let problem = desk.dialer.find_agents(AGENT).await.unwrap_err();
        assert_eq!(problem.code, ProblemCode::SignedOut);
        assert_eq!(desk.world.call_requests(), 0);
        // Once more is no failure.
        desk.dialer.sign_out(&desk.profile.id).await.unwrap();
        assert!(desk.sign_in_as(AGENT).await.unwrap().user.is_some());
    }
}

#[tokio::test]
async fn a_server_that_does_not_answer_keeps_nothing_here() {
    let desk = Desk::signed_in(SignIn::Pkce).await;
    let failed = Fault::Status {
        status: 503,
        code: None,
        retry_after: None,
        message: None,
    };
    desk.world.faults(END_TOKEN, 20, failed);
    let out = desk.dialer.sign_out(&desk.profile.id).await.unwrap();
    assert!(out.user.is_none());
    assert!(!is_kept(&desk).await);
    let notices = desk.world.host.notices();
    assert_eq!(notices[0].code, ProblemCode::SignOutUnfinished);
}

#[tokio::test]
async fn a_sign_in_that_the_server_has_ended_is_told_plainly_and_once() {
    let desk = Desk::signed_in(SignIn::Code).await;
    let id = place(&desk).await;
    assert!(desk.world.sandbox.revoke_user(AGENT));
    let problem = desk.dialer.hang_up(id).await.unwrap_err();
    assert_eq!(problem.code, ProblemCode::SignedOut);
    assert!(!is_kept(&desk).await);
    let profiles = desk.dialer.profiles().await.unwrap();
    assert!(profiles[0].user.is_none());
    let told = desk.world.host.notices();
    let told = told.iter();
    let told = told.filter(|notice| notice.code == ProblemCode::SignedOut);
    assert_eq!(told.count(), 1);

    // The call goes on, and is followed and hung up again after signing in.
    let attempt = desk.dialer.attempt(id).await.unwrap().attempt;
    assert!(attempt.live && attempt.hangable);
    desk.sign_in_as(AGENT).await.unwrap();
    desk.dialer.hang_up(id).await.unwrap();
    let over = until(&desk.dialer, id, |attempt| !attempt.live).await;
    assert_eq!(over.call_state, Some(CallState::Ended));
    assert_eq!(
        desk.world.call_requests(),
        1,
        "nothing was called meanwhile"
    );
}

#[tokio::test]
async fn somebody_elses_sign_in_does_not_end_the_call_of_the_first() {
    let desk = Desk::signed_in(SignIn::Code).await;
    let id = place(&desk).await;
    let other = "alexandra.novak@example.com";
    desk.sign_in_as(other).await.unwrap();
    let problem = desk.dialer.hang_up(id).await.unwrap_err();
    assert_eq!(problem.code, ProblemCode::AgentFixed);
    tokio::time::sleep(Duration::from_secs(1)).await;
    let attempt = desk.dialer.attempt(id).await.unwrap().attempt;
    assert_ne!(attempt.call_state, Some(CallState::Ended));
    desk.sign_in_as(AGENT).await.unwrap();
    desk.dialer.hang_up(id).await.unwrap();
}

#[tokio::test]
async fn a_removed_profile_takes_its_sign_in_with_it() {
    let desk = Desk::signed_in(SignIn::Code).await;
    desk.dialer.remove_profile(&desk.profile.id).await.unwrap();
    assert!(!is_kept(&desk).await);
    desk.until_requests("DELETE", "/api/v2/tokens/me", 1).await;
}

#[tokio::test]
async fn another_way_to_sign_in_ends_the_one_before() {
    let desk = Desk::signed_in(SignIn::Code).await;
    let form = ProfileForm {
        id: Some(desk.profile.id.clone()),
        ..form_of(SignIn::Client)
    };
    let secret = secret_of(SignIn::Client);
    let profile = desk.dialer.save_profile(form, secret).await.unwrap();
    assert_eq!(profile.id, desk.profile.id);
    assert!(profile.user.is_none());
    assert!(!is_kept(&desk).await);
}

#[tokio::test]
async fn a_changed_name_leaves_the_sign_in() {
    let desk = Desk::signed_in(SignIn::Pkce).await;
    let form = ProfileForm {
        id: Some(desk.profile.id.clone()),
        name: "Sales".to_owned(),
        ..form_of(SignIn::Pkce)
    };
    let profile = desk.dialer.save_profile(form, None).await.unwrap();
    assert_eq!(profile.name, "Sales");
    assert_eq!(profile.user, desk.profile.user);
    place(&desk).await;
}
