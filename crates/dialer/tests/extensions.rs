//! Extensions of the organisation, from the setting to the history.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on has failed"
)]

mod support;

use dialer::attempt::{EndReason, Outcome};
use dialer::problem::ProblemCode;
use dialer::view::{DialectName, HistoryQuery, NumberKind, PlaceRequest, Verdict};
use genesys_sandbox::{Config, Dialect};
use support::{Ready, until};

/// A press of Call on what is shown, or on what was shown before.
fn press(ready: &Ready, typed: &str, shown: &str) -> PlaceRequest {
    let mut request = ready.request("+1 415 555 2671");
    request.typed = typed.to_owned();
    request.e164 = shown.to_owned();
    request
}

#[tokio::test(start_paused = true)]
async fn an_extension_is_refused_until_the_setting_allows_it_and_then_dialled_as_shown() {
    let ready = Ready::new().await;
    assert!(
        ready
            .dialer
            .start()
            .await
            .unwrap()
            .extension_digits
            .is_empty()
    );
    let shown = ready.dialer.preview_number("7042", "DE");
    assert_eq!(shown.problem.unwrap().code, ProblemCode::NumberShort);
    let refused = ready.dialer.place_call(press(&ready, "7042", "7042")).await;
    assert_eq!(refused.unwrap_err().code, ProblemCode::NumberShort);

    ready.dialer.set_extension_digits(vec![4]).await.unwrap();
    assert_eq!(ready.dialer.start().await.unwrap().extension_digits, [4]);
    let shown = ready.dialer.preview_number("70-42", "DE");
    assert_eq!(
        (shown.verdict, shown.kind),
        (Verdict::Valid, NumberKind::Extension)
    );
    // Law 5: what is dialled is what was shown.
    for other in ["7043", "+7042", "+14155552671", ""] {
        let changed = ready.dialer.place_call(press(&ready, "70-42", other)).await;
        assert_eq!(
            changed.unwrap_err().code,
            ProblemCode::NumberChanged,
            "{other}"
        );
    }
    assert_eq!(ready.world.call_requests(), 0);
    let shown = shown.e164.unwrap();
    let pressed = ready
        .dialer
        .place_call(press(&ready, "70-42", &shown))
        .await
        .unwrap();
    assert_eq!(
        (pressed.e164.as_str(), pressed.kind),
        ("7042", NumberKind::Extension)
    );
    let ended = until(&ready.dialer, pressed.id, |attempt| !attempt.live).await;
    assert_eq!(
        ended.end_reason,
        Some(EndReason::CustomerHungUp),
        "{ended:#?}"
    );
    assert_eq!(ready.world.sandbox.calls()[0].number, "7042");

    let query = HistoryQuery {
        search: "7042".to_owned(),
        limit: 10,
        ..HistoryQuery::default()
    };
    let row = ready.dialer.history(query).await.unwrap().rows.remove(0);
    assert_eq!(
        (row.kind, row.e164.as_str()),
        (NumberKind::Extension, "7042")
    );
    assert_eq!(
        (row.display.as_str(), row.typed.as_str()),
        ("7042", "70-42")
    );

    // Off again: shown and dialled no more, and the history stays.
    ready.dialer.set_extension_digits(Vec::new()).await.unwrap();
    assert_eq!(
        ready.dialer.preview_number("7042", "DE").verdict,
        Verdict::Impossible
    );
    let refused = ready.dialer.place_call(press(&ready, "7042", "7042")).await;
    assert_eq!(refused.unwrap_err().code, ProblemCode::NumberShort);
    assert_eq!(ready.history().await.len(), 1);
}

#[tokio::test(start_paused = true)]
async fn emergency_codes_stay_blocked_whatever_the_setting_says() {
    let ready = Ready::new().await;
    ready
        .dialer
        .set_extension_digits(vec![2, 3, 4, 5, 6])
        .await
        .unwrap();
    for typed in ["911", "112", "9911", "0112", "9110", "110", "17"] {
        let shown = ready.dialer.preview_number(typed, "US");
        assert_eq!(shown.e164, None, "{typed}");
        let refused = ready.dialer.place_call(press(&ready, typed, typed)).await;
        refused.unwrap_err();
    }
    assert_eq!(ready.world.call_requests(), 0);
}

#[tokio::test(start_paused = true)]
async fn the_setting_belongs_to_the_organisation_and_knows_its_limits() {
    let ready = Ready::new().await;
    ready.dialer.set_extension_digits(vec![5, 4]).await.unwrap();
    for wrong in [vec![1], vec![7], vec![4, 0]] {
        ready.dialer.set_extension_digits(wrong).await.unwrap_err();
    }
    let mut form = support::form(DialectName::Platform);
    form.id = Some(ready.profile.id.clone());
    form.name = "Renamed".to_owned();
    ready.dialer.save_profile(form, None).await.unwrap();
    assert_eq!(ready.dialer.start().await.unwrap().extension_digits, [4, 5]);
    ready.dialer.use_sandbox().await.unwrap();
    assert!(
        ready
            .dialer
            .start()
            .await
            .unwrap()
            .extension_digits
            .is_empty()
    );
    assert_eq!(
        ready.dialer.preview_number("7042", "US").verdict,
        Verdict::Impossible
    );
}

#[tokio::test(start_paused = true)]
async fn the_tutorials_dialects_know_no_extensions() {
    let config = Config {
        accept: vec![Dialect::Participants],
        ..Config::default()
    };
    let ready = Ready::with(config, DialectName::Participants).await;
    ready.dialer.set_extension_digits(vec![4]).await.unwrap();
    assert_eq!(
        ready.dialer.preview_number("7042", "US").verdict,
        Verdict::Impossible
    );
    let refused = ready.dialer.place_call(press(&ready, "7042", "7042")).await;
    assert_eq!(refused.unwrap_err().code, ProblemCode::NumberShort);
}

#[tokio::test(start_paused = true)]
async fn an_extension_behind_a_number_is_kept_shown_and_not_dialled() {
    let ready = Ready::new().await;
    let placed = ready.outcome("tel:+44-20-7946-0958;ext=12").await;
    assert_eq!(placed.outcome, Outcome::Placed);
    assert_eq!(
        (placed.e164.as_str(), placed.extension.as_deref()),
        ("+442079460958", Some("12"))
    );
    assert_eq!(ready.world.sandbox.calls()[0].number, "+442079460958");
    assert_eq!(ready.history().await[0].extension.as_deref(), Some("12"));
}
