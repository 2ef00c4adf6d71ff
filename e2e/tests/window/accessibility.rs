//! What axe-core finds on the page: nothing, on every screen that the walks of `pictures` show.

use ringfor_e2e::{App, Desktop, Page, Tested, Trouble};

const AXE: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../ui/node_modules/axe-core/axe.min.js"
);

const RUN: &str = "
    const result = await axe.run(document);
    return result.violations.map((v) => v.id + ': ' + v.nodes.map((n) => n.html).join(' | '));
";

/// Fails on what axe-core finds on the page as it is now.
pub(crate) async fn accessible(page: &Page, what: &str) -> Tested {
    let found = findings(page).await?;
    assert!(found.is_empty(), "{what}: {found:#?}");
    Ok(())
}

async fn findings(page: &Page) -> Result<Vec<String>, Trouble> {
    let there = page.script("return 'axe' in window", &[]).await?;
    if there != true {
        page.script(&std::fs::read_to_string(AXE)?, &[]).await?;
    }
    Ok(serde_json::from_value(page.script(RUN, &[]).await?)?)
}

/// An instrument that finds nothing anywhere would prove nothing.
#[tokio::test]
async fn axe_finds_what_is_wrong() -> Tested {
    let desktop = Desktop::open().await?;
    let app = App::first_run(&desktop).await?;
    let page = app.page();
    page.find("onboarding-sandbox").await?;
    let harm = "
        const button = document.querySelector('[data-testid=\"onboarding-sandbox\"]');
        button.replaceChildren();
        const faint = document.createElement('p');
        faint.textContent = 'hardly to be read';
        faint.style.color = '#ccc';
        document.querySelector('main').append(faint);
    ";
    page.script(harm, &[]).await?;
    let found = findings(page).await?.join("\n");
    for rule in ["button-name", "color-contrast"] {
        assert!(found.contains(rule), "{rule} is not in {found}");
    }
    Ok(())
}
