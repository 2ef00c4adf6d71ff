//! The five languages: chosen in Settings they are there at once and after a restart; else the
//! window speaks as the system does.

use ringfor_e2e::{App, Desktop, PATIENCE, Page, SandboxProcess, Start, Tested, Trouble, until};

use crate::AGENT;
use crate::catalogue::{Catalogue, listen};
use crate::pictures::{SMALLEST, USUAL, fits, look, look_in_both_sizes, make, resize};

/// Each language, and how a system says that it speaks it. English is last: it is a change too.
const LANGUAGES: [(&str, &str); 5] = [
    ("de", "de_DE"),
    ("es", "es_ES"),
    ("fr", "fr_FR"),
    ("ja", "ja_JP"),
    ("en", "en_GB"),
];

async fn page_is_in(page: &Page, code: &str) -> Tested {
    until(&format!("the page is in {code}"), PATIENCE, async || {
        let now = page
            .script("return document.documentElement.lang", &[])
            .await?;
        if now == code {
            Ok(Some(()))
        } else {
            Err(Trouble::new(format!("it is in {now}")))
        }
    })
    .await
}

#[tokio::test]
async fn each_is_chosen_in_settings_and_still_there_after_a_restart() -> Tested {
    let mut desktop = Desktop::open().await?;
    // A call that outlives the walk through all of them.
    let sandbox = SandboxProcess::start(&mut desktop, &["--speed", "0.05"])?;
    let mut app = App::first_run(&desktop).await?;
    app.page().connect(&sandbox).await?;
    app.page().choose_agent("Alex", AGENT).await?;
    make(app.page(), "+1 202 555 0105", "refused").await?;
    make(app.page(), "+1 415 555 2671", "placed").await?;
    for (code, _) in LANGUAGES {
        resize(&desktop, &app, USUAL).await?;
        walk(&desktop, &app, code).await?;
        app = app.reopen(&desktop).await?;
        let page = app.page();
        page.find("hangup-button").await?;
        page_is_in(page, code).await?;
        let spoken = Catalogue::of(code)?;
        spoken
            .is_spoken(page, &["number-label", "hang-up", "history-title"])
            .await?;
    }
    assert_eq!(sandbox.calls().await?.len(), 1);
    Ok(())
}

/// Chooses the language, then goes over the main screens.
async fn walk(desktop: &Desktop, app: &App, code: &str) -> Tested {
    let page = app.page();
    let spoken = Catalogue::of(code)?;
    listen(page).await?;
    page.click("settings-open").await?;
    page.click("settings-tab-appearance").await?;
    page.choose("settings-language", code).await?;
    page_is_in(page, code).await?;
    spoken
        .is_spoken(
            page,
            &[
                "settings-title",
                "settings-language",
                "settings-contrast-high",
            ],
        )
        .await?;
    look(page, &format!("language-{code}-settings")).await?;
    for (tab, says) in [
        ("connection", "settings-client-id"),
        ("calling", "settings-country"),
        ("desktop", "settings-tab-desktop"),
        ("about", "settings-tab-about"),
    ] {
        page.click(&format!("settings-tab-{tab}")).await?;
        spoken.is_spoken(page, &[says]).await?;
        fits(page, &format!("{code}, settings, {tab}")).await?;
    }
    page.click("settings-close").await?;

    let main = [
        "agent-label",
        "number-label",
        "dial-call",
        "step-dialing",
        "hang-up",
        "history-title",
    ];
    spoken.is_spoken(page, &main).await?;
    look_in_both_sizes(desktop, app, &format!("language-{code}")).await?;
    resize(desktop, app, SMALLEST).await?;

    page.click("palette-open").await?;
    page.find("palette-item-redial").await?;
    spoken
        .is_spoken(
            page,
            &["palette-call", "palette-redial", "palette-placeholder"],
        )
        .await?;
    fits(page, &format!("{code}, palette")).await?;
    page.click("palette-item-keys").await?;
    page.find("keys-help").await?;
    spoken
        .is_spoken(page, &["keys-title", "keys-palette", "keys-redial"])
        .await?;
    look(page, &format!("language-{code}-keys-small")).await?;
    page.click("keys-close").await?;

    page.click("side-tab-contacts").await?;
    spoken
        .is_spoken(page, &["contacts-empty-title", "contacts-empty-note"])
        .await?;
    fits(page, &format!("{code}, contacts")).await?;
    page.click("side-tab-history").await?;
    let refused = "document.querySelector('[data-testid=\"history-row\"][data-outcome=\"refused\"] button').click()";
    page.script(refused, &[]).await?;
    page.find("timeline").await?;
    spoken
        .is_spoken(page, &["details-timeline", "details-redial", "note-add"])
        .await?;
    fits(page, &format!("{code}, an open row")).await
}

#[tokio::test]
async fn without_a_choice_it_is_the_one_of_the_system() -> Tested {
    let desktop = Desktop::open().await?;
    for (code, locale) in LANGUAGES {
        let start =
            Start::with_data_in(desktop.folder().join(code)).and_language(&desktop, locale)?;
        let app = App::open(&desktop, start).await?;
        let page = app.page();
        page.find("onboarding-sandbox").await?;
        page_is_in(page, code).await?;
        let spoken = Catalogue::of(code)?;
        spoken
            .is_spoken(
                page,
                &[
                    "onboarding-title",
                    "onboarding-connect",
                    "onboarding-sandbox",
                ],
            )
            .await?;
        app.close(&desktop).await?;
    }
    Ok(())
}
