//! What the person keeps: notes on attempts, and contacts.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on has failed"
)]

mod support;

use dialer::attempt::{AttemptId, Outcome};
use dialer::problem::{Problem, ProblemCode};
use dialer::view::{ContactForm, ContactFormNumber, ContactView, HistoryQuery};
use support::{NUMBER, Ready, until};

async fn found_by(ready: &Ready, search: &str) -> usize {
    let query = HistoryQuery {
        search: search.to_owned(),
        limit: 10,
        ..HistoryQuery::default()
    };
    ready.dialer.history(query).await.unwrap().rows.len()
}

#[tokio::test(start_paused = true)]
async fn a_note_is_kept_shown_found_changed_and_removed() {
    let ready = Ready::new().await;
    let id = ready.end(NUMBER).await.id;
    assert_eq!(found_by(&ready, "invoice").await, 0);
    let noted = ready
        .dialer
        .set_note(id, "  Wants the INVOICE again\nby Friday ")
        .await
        .unwrap();
    assert_eq!(
        noted.note.as_deref(),
        Some("Wants the INVOICE again\nby Friday")
    );
    assert_eq!(found_by(&ready, "invoi fri").await, 1);
    assert_eq!(found_by(&ready, "invoice 2671").await, 1, "with the number");
    let told = ready.world.host.events_of(id).pop().unwrap();
    assert_eq!(told.note, noted.note);

    ready.dialer.set_note(id, "Paid").await.unwrap();
    assert_eq!(
        (
            found_by(&ready, "invoice").await,
            found_by(&ready, "paid").await
        ),
        (0, 1)
    );
    assert_eq!(
        found_by(&ready, "kim").await,
        1,
        "it is still found by the rest"
    );
    let removed = ready.dialer.set_note(id, " \n").await.unwrap();
    assert_eq!(removed.note, None);
    assert_eq!(found_by(&ready, "paid").await, 0);
}

#[tokio::test(start_paused = true)]
async fn a_note_on_a_live_call_stays_while_the_call_goes_on() {
    let ready = Ready::new().await;
    let pressed = ready.press(NUMBER).await;
    let shown = ready
        .dialer
        .set_note(pressed.id, "ask for Sam")
        .await
        .unwrap();
    assert_eq!(
        (shown.note.as_deref(), shown.live),
        (Some("ask for Sam"), true)
    );
    let ended = until(&ready.dialer, pressed.id, |attempt| !attempt.live).await;
    assert_eq!(ended.outcome, Outcome::Placed);
    assert_eq!(ended.note.as_deref(), Some("ask for Sam"));
    let events = ready.world.host.events_of(pressed.id);
    assert_eq!(events.last().unwrap().note.as_deref(), Some("ask for Sam"));
    assert_eq!(found_by(&ready, "sam").await, 1);
}

#[tokio::test(start_paused = true)]
async fn a_note_that_is_too_long_leaves_the_old_one() {
    let ready = Ready::new().await;
    let id = ready.end(NUMBER).await.id;
    ready.dialer.set_note(id, &"ä".repeat(2_000)).await.unwrap();
    let problem = ready
        .dialer
        .set_note(id, &"ä".repeat(2_001))
        .await
        .unwrap_err();
    assert_eq!(
        (problem.code, problem.params["limit"].as_str()),
        (ProblemCode::NoteTooLong, "2000")
    );
    let kept = ready
        .dialer
        .attempt(id)
        .await
        .unwrap()
        .attempt
        .note
        .unwrap();
    assert_eq!(kept.chars().count(), 2_000);
    let missing = ready
        .dialer
        .set_note(AttemptId::mint(), "x")
        .await
        .unwrap_err();
    assert_eq!(missing.code, ProblemCode::AttemptMissing);
}

fn form(id: Option<&str>, name: &str, country: &str, numbers: &[(&str, &str)]) -> ContactForm {
    let numbers = numbers.iter().map(|(label, typed)| ContactFormNumber {
        label: (*label).to_owned(),
        typed: (*typed).to_owned(),
    });
    ContactForm {
        id: id.map(str::to_owned),
        name: name.to_owned(),
        country: country.to_owned(),
        numbers: numbers.collect(),
    }
}

async fn saved(ready: &Ready, form: ContactForm) -> Result<ContactView, Problem> {
    ready.dialer.save_contact(form).await
}

#[tokio::test(start_paused = true)]
async fn a_contact_has_its_numbers_as_typed_and_as_dialled_for_every_connection() {
    let ready = Ready::new().await;
    let numbers = [
        ("Office", "020 7946 0958 x12"),
        ("", " "),
        ("Mobile", "+49 151 23456789"),
    ];
    let contact = saved(&ready, form(None, " Zoë Ash ", "GB", &numbers))
        .await
        .unwrap();
    assert_eq!(contact.name, "Zoë Ash");
    let shown: Vec<_> = contact
        .numbers
        .iter()
        .map(|number| {
            (
                number.label.as_str(),
                number.typed.as_str(),
                number.e164.as_str(),
            )
        })
        .collect();
    assert_eq!(
        shown,
        [
            ("Office", "020 7946 0958 x12", "+442079460958"),
            ("Mobile", "+49 151 23456789", "+4915123456789")
        ]
    );
    assert_eq!(contact.numbers[0].display, "+44 20 7946 0958");
    let ann = saved(&ready, form(None, "ann", "US", &[("", NUMBER)]))
        .await
        .unwrap();
    assert_eq!(
        ready.dialer.contacts().await.unwrap(),
        [ann.clone(), contact.clone()]
    );

    // Changed whole, and the same under another connection and after a restart.
    let changed = form(Some(&ann.id), "Ann", "US", &[("Home", "(415) 555-2672")]);
    let changed = saved(&ready, changed).await.unwrap();
    assert_eq!(changed.id, ann.id);
    ready.dialer.use_sandbox().await.unwrap();
    assert_eq!(
        ready.dialer.contacts().await.unwrap(),
        [changed.clone(), contact.clone()]
    );
    let Ready { world, dialer, .. } = ready;
    drop(dialer);
    let again = world.open().await;
    assert_eq!(again.contacts().await.unwrap(), [changed.clone(), contact]);
    again.remove_contact(&changed.id).await.unwrap();
    again.remove_contact(&changed.id).await.unwrap();
    assert_eq!(again.contacts().await.unwrap().len(), 1);
}

#[tokio::test(start_paused = true)]
async fn a_contact_that_cannot_be_dialled_is_not_saved() {
    let ready = Ready::new().await;
    let long = "x".repeat(101);
    let many = [("", NUMBER); 21];
    let good = [("", NUMBER)];
    let rows: [(ContactForm, ProblemCode); 8] = [
        (
            form(None, " ", "US", &good),
            ProblemCode::ContactNameMissing,
        ),
        (
            form(None, "A", "US", &[]),
            ProblemCode::ContactNumberMissing,
        ),
        (
            form(None, "A", "US", &[("Home", " ")]),
            ProblemCode::ContactNumberMissing,
        ),
        (form(None, &long, "US", &good), ProblemCode::ContactTooLong),
        (
            form(None, "A", "US", &[(&long, NUMBER)]),
            ProblemCode::ContactTooLong,
        ),
        (form(None, "A", "US", &many), ProblemCode::ContactTooLong),
        (
            form(None, "A", "US", &[("", NUMBER), ("", "911")]),
            ProblemCode::NumberEmergency,
        ),
        (
            form(Some("nobody"), "A", "US", &good),
            ProblemCode::ContactMissing,
        ),
    ];
    for (form, code) in rows {
        let told = format!("{form:?}");
        assert_eq!(saved(&ready, form).await.unwrap_err().code, code, "{told}");
    }
    let problem = saved(&ready, form(None, "A", "US", &[("", "4711")]))
        .await
        .unwrap_err();
    assert_eq!(
        (problem.code, problem.params["typed"].as_str()),
        (ProblemCode::NumberShort, "4711")
    );
    assert!(ready.dialer.contacts().await.unwrap().is_empty());
    // A change that fails leaves what was there.
    let ann = saved(&ready, form(None, "Ann", "US", &good)).await.unwrap();
    let bad = form(Some(&ann.id), "Ann", "US", &[("", "911")]);
    saved(&ready, bad).await.unwrap_err();
    assert_eq!(ready.dialer.contacts().await.unwrap(), [ann]);
}
