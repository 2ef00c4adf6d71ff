//! The number field: what it says to each kind of number, and what comes in from outside.

use ringfor_e2e::{App, Desktop, PATIENCE, Tested, until};

use super::{look, look_in_both_sizes, says};
use crate::links::hand_over;

/// The three verdicts, and the question that one of them asks.
pub(super) async fn numbers(desktop: &Desktop, app: &App) -> Tested {
    let page = app.page();
    page.type_number("(415) 555-2671").await?;
    says(page, "number-preview", "+1 415-555-2671").await?;
    look_in_both_sizes(desktop, app, "number-valid").await?;

    page.fill("number-input", "+1 555 123 4567").await?;
    page.wait_for_attribute("number-preview", "data-verdict", "possible")
        .await?;
    look(page, "number-possible").await?;
    page.click("dial-button").await?;
    page.find("dial-confirm-yes").await?;
    look_in_both_sizes(desktop, app, "number-question").await?;
    page.click("dial-confirm-no").await?;

    page.fill("number-input", "112").await?;
    page.wait_for_attribute("number-preview", "data-verdict", "impossible")
        .await?;
    says(page, "number-preview", "emergency").await?;
    let call = page.find("dial-button").await?;
    assert!(!call.is_enabled().await?, "Call with an emergency number");
    look(page, "number-impossible").await?;
    from_outside(desktop, app).await
}

/// A text with several numbers in it, links one after the other, and a link without a number.
async fn from_outside(desktop: &Desktop, app: &App) -> Tested {
    let page = app.page();
    let text = "Office (415) 555-2671, mobile +44 7911 123456, Berlin +49 30 901820";
    page.fill("number-input", text).await?;
    page.find("number-candidate-1").await?;
    look_in_both_sizes(desktop, app, "number-candidates").await?;
    page.find("number-input").await?.clear().await?;
    hand_over(desktop, app, &["tel:+1-415-555-2671"]).await?;
    hand_over(desktop, app, &["tel:+44-20-7946-0958;ext=12"]).await?;
    page.find("offer-earlier").await?;
    page.find("number-via").await?;
    look_in_both_sizes(desktop, app, "offer").await?;
    hand_over(desktop, app, &["tel:nobody"]).await?;
    page.find("offer-dismiss").await?;
    look_in_both_sizes(desktop, app, "offer-problem").await?;
    page.click("offer-dismiss").await?;
    page.click("offer-forget").await?;
    until("the earlier ones are gone", PATIENCE, async || {
        Ok((!page.has("offer-earlier").await?).then_some(()))
    })
    .await
}
