//! What a problem has to tell the person, wherever it is on the page.

use std::time::Duration;

use ringfor_e2e::{Page, Trouble, until};

const PROBLEMS: &str = r#"
return [...document.querySelectorAll('[data-testid="problem"]')].map((card) => {
    const words = [...card.querySelectorAll('p')].map((part) => part.innerText.trim());
    const { left, top, right } = card.getBoundingClientRect();
    const there = card.contains(document.elementFromPoint((left + right) / 2, top + 20));
    const seen = there && card.scrollWidth <= card.clientWidth;
    return [card.dataset.code, seen ? 'seen' : 'hidden, covered or cut off', ...words];
});
"#;

/// A picture shows what was drawn last.
const DRAWN: &str = "
return await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn, 100)));
";

/// Longer than the longest time-out that ends in a problem, repetitions included.
const IN_TIME: Duration = Duration::from_secs(45);

/// Waits for the problem, and gives its title, cause and fix as a person reads them.
pub(crate) async fn told(page: &Page, code: &str) -> Result<String, Trouble> {
    told_of(page, code, "").await
}

/// The same, where several problems can be there: the one that names `what`.
pub(crate) async fn told_of(page: &Page, code: &str, what: &str) -> Result<String, Trouble> {
    let words = until(&format!("the problem {code}"), IN_TIME, async || {
        let all: Vec<Vec<String>> = serde_json::from_value(page.script(PROBLEMS, &[]).await?)?;
        let found = all
            .iter()
            .find(|words| words[0] == code && words[1] == "seen" && words.concat().contains(what));
        match found {
            Some(words) => Ok(Some(words.clone())),
            None => Err(Trouble::new(format!("on the page are {all:?}"))),
        }
    })
    .await?;
    page.script(DRAWN, &[]).await?;
    let [title, cause, fix] = &words[2..] else {
        return Err(Trouble::new(format!("not title, cause and fix: {words:?}")));
    };
    for text in [title, cause, fix] {
        assert!(text.split_whitespace().count() > 1, "{words:?}");
        // A key, a code, a parameter without its value.
        for slip in ["problem-", code, "{", "}", "undefined", "null", "??"] {
            assert!(!text.contains(slip), "{slip} in {words:?}");
        }
    }
    Ok(format!("{title}\n{cause}\n{fix}"))
}
