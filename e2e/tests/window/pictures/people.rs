//! Agents and contacts: favourites, what speaks against a call, the list and the form.

use ringfor_e2e::{App, Desktop, PATIENCE, Page, SandboxProcess, Tested, Trouble, until};

use super::{USUAL, look, look_in_both_sizes, resize};
use crate::AGENT;

/// Chooses an agent, and waits until the page says this about calling for them.
async fn advised(page: &Page, name: &str, email: &str, advice: &str) -> Tested {
    page.choose_agent(name, email).await?;
    let codes = "
        const said = document.querySelectorAll('[data-testid=\"agent-advice\"]');
        return [document.querySelector('[data-testid=\"agent-input\"]').value, ...[...said].map((part) => part.dataset.code)];
    ";
    until(&format!("{advice} of {name}"), PATIENCE, async || {
        let now = page.script(codes, &[]).await?.to_string();
        if now.contains(name) && now.contains(advice) {
            Ok(Some(()))
        } else {
            Err(Trouble::new(now))
        }
    })
    .await
}

#[tokio::test]
async fn agents_and_contacts() -> Tested {
    let mut desktop = Desktop::open().await?;
    let sandbox = SandboxProcess::start(&mut desktop, &["--speed", "4"])?;
    let app = App::first_run(&desktop).await?;
    let page = app.page();
    page.find("onboarding-sandbox").await?;
    resize(&desktop, &app, USUAL).await?;
    page.connect(&sandbox).await?;
    for (name, email, advice) in [
        ("Sam", "sam.lee@example.com", "no_station"),
        ("Ingrid", "ingrid.sorensen@example.com", "on_call"),
        ("Fatima", "fatima.haddad@example.com", "away"),
        ("Daniel", "daniel.cohen@example.com", "auto_answer"),
        ("Jack", "jack.oconnor@example.com", "offline"),
    ] {
        advised(page, name, email, advice).await?;
        page.type_number("+1 415 555 2671").await?;
        let who = name.to_lowercase();
        look(page, &format!("agent-{who}")).await?;
    }
    page.choose_agent("Alex", AGENT).await?;
    page.click("agent-favourite").await?;
    page.wait_for_attribute("agent-favourite", "aria-pressed", "true")
        .await?;
    page.choose_agent("Alexandra", "alexandra.novak@example.com")
        .await?;
    page.click("agent-input").await?;
    until("the favourite stands first", PATIENCE, async || {
        let first =
            "return document.querySelector('[data-testid=\"agent-option\"]')?.dataset.email";
        Ok((page.script(first, &[]).await? == AGENT).then_some(()))
    })
    .await?;
    look_in_both_sizes(&desktop, &app, "agents-favourites").await?;
    page.click("side-tab-contacts").await?;
    contacts(&desktop, &app).await
}

async fn contacts(desktop: &Desktop, app: &App) -> Tested {
    let page = app.page();
    page.find("contacts-empty").await?;
    look_in_both_sizes(desktop, app, "contacts-empty").await?;
    page.click("contact-add").await?;
    page.fill("contact-name", "Ada Lovelace").await?;
    page.fill("contact-number-0", "not a number").await?;
    page.click("contact-save").await?;
    page.find("problem").await?;
    look(page, "contact-problem").await?;
    page.fill("contact-number-0", "+44 20 7946 0123").await?;
    page.fill("contact-label-0", "Desk").await?;
    page.click("contact-number-add").await?;
    page.fill("contact-number-1", "+44 7700 900123").await?;
    page.fill("contact-label-1", "Mobile, in the evening only")
        .await?;
    look_in_both_sizes(desktop, app, "contact-form").await?;
    page.click("contact-save").await?;
    until("it is kept", PATIENCE, async || {
        Ok((!page.has("contact-form").await?).then_some(()))
    })
    .await?;
    page.click("contact-add").await?;
    page.fill(
        "contact-name",
        "Wolfeschlegelsteinhausenbergerdorff & Daughters, Import and Export",
    )
    .await?;
    page.fill("contact-number-0", "+49 30 901820").await?;
    page.click("contact-save").await?;
    until("it is kept", PATIENCE, async || {
        Ok((!page.has("contact-form").await?).then_some(()))
    })
    .await?;
    page.fill("number-input", "+44 20 7946 0123").await?;
    page.find("number-contact").await?;
    look_in_both_sizes(desktop, app, "contacts").await?;
    page.fill("contacts-search", "nobody of this name").await?;
    until("nobody is shown", PATIENCE, async || {
        Ok((!page.has("contact-edit").await?).then_some(()))
    })
    .await?;
    look(page, "contacts-nothing-found").await?;
    page.find("contacts-search").await?.clear().await?;
    let edit = "document.querySelector('[data-testid$=\"-edit\"]').click()";
    page.script(edit, &[]).await?;
    page.click("contact-remove").await?;
    page.find("contact-remove-confirm-yes").await?;
    look(page, "contact-remove").await
}
