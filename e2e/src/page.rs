//! What the window shows: found by `data-testid`, waited for with a limit.

use std::path::PathBuf;
use std::time::Duration;

use fantoccini::elements::Element;
use fantoccini::{Client, Locator};
use serde_json::{Value, json};

use crate::places;
use crate::row::Row;
use crate::trouble::Trouble;
use crate::wait::{PATIENCE, until};

const ROWS: &str = r#"
return [...document.querySelectorAll('[data-testid="history-row"]')].map((row) => ({
    outcome: row.dataset.outcome ?? '',
    end_reason: row.dataset.endReason ?? '',
    settling: row.dataset.settling ?? '',
    number: row.dataset.number ?? '',
    conversation_id: row.dataset.conversationId ?? '',
    text: row.innerText,
}));
"#;

/// The page in a window of Ringfor.
#[derive(Clone)]
pub struct Page {
    client: Client,
}

impl Page {
    pub(crate) fn new(client: Client) -> Self {
        Self { client }
    }

    /// The WebDriver client, for what is said here in no other way.
    pub fn client(&self) -> &Client {
        &self.client
    }

    /// The element, when it is there and can be seen.
    ///
    /// # Errors
    /// It did not come; the picture shows what did.
    pub async fn find(&self, testid: &str) -> Result<Element, Trouble> {
        let found = until(testid, PATIENCE, async || {
            let element = self.client.find(Locator::Css(&css(testid))).await?;
            Ok(element.is_displayed().await?.then_some(element))
        })
        .await;
        self.with_picture(testid, found).await
    }

    /// Whether it is on the page now.
    ///
    /// # Errors
    /// The page does not answer.
    pub async fn has(&self, testid: &str) -> Result<bool, Trouble> {
        let css = css(testid);
        let all = limited(self.client.find_all(Locator::Css(&css))).await?;
        Ok(!all.is_empty())
    }

    /// Clicks it when it is there, can be seen and is enabled.
    ///
    /// # Errors
    /// It did not come, or could not be clicked.
    pub async fn click(&self, testid: &str) -> Result<(), Trouble> {
        let clicked = until(&format!("click {testid}"), PATIENCE, async || {
            let element = self.client.find(Locator::Css(&css(testid))).await?;
            if !element.is_enabled().await? {
                return Err(Trouble::new("it is not enabled"));
            }
            self.scroll_to(&element).await?;
            Ok(Some(element.click().await?))
        })
        .await;
        self.with_picture(testid, clicked).await
    }

    /// As a person scrolls: the driver takes a sliver at an edge for the whole control.
    async fn scroll_to(&self, element: &Element) -> Result<(), Trouble> {
        let element = serde_json::to_value(element).map_err(|_| Trouble::new("no such element"))?;
        let scroll = "arguments[0].scrollIntoView({block: 'nearest'})";
        self.client.execute(scroll, vec![element]).await?;
        Ok(())
    }

    /// Replaces what is in a field by typing.
    ///
    /// # Errors
    /// It did not come, or took no text.
    pub async fn fill(&self, testid: &str, text: &str) -> Result<(), Trouble> {
        // A form that is just being drawn takes a field away and puts another one in its place.
        let filled = until(&format!("fill {testid}"), PATIENCE, async || {
            let field = self.client.find(Locator::Css(&css(testid))).await?;
            self.scroll_to(&field).await?;
            field.clear().await?;
            field.send_keys(text).await?;
            Ok(Some(()))
        })
        .await;
        self.with_picture(testid, filled).await
    }

    /// Chooses an option of a select by its value.
    ///
    /// # Errors
    /// It did not come, or has no such option.
    pub async fn choose(&self, testid: &str, value: &str) -> Result<(), Trouble> {
        let chosen = until(&format!("choose {testid}"), PATIENCE, async || {
            let field = self.client.find(Locator::Css(&css(testid))).await?;
            Ok(Some(field.select_by_value(value).await?))
        })
        .await;
        self.with_picture(testid, chosen).await
    }

    /// What a person reads in it.
    ///
    /// # Errors
    /// It did not come.
    pub async fn text(&self, testid: &str) -> Result<String, Trouble> {
        let element = self.find(testid).await?;
        limited(element.text()).await
    }

    /// An attribute of it; empty where it has none.
    ///
    /// # Errors
    /// It did not come.
    pub async fn attribute(&self, testid: &str, name: &str) -> Result<String, Trouble> {
        let element = self.find(testid).await?;
        Ok(limited(element.attr(name)).await?.unwrap_or_default())
    }

    /// Waits until an attribute has this value.
    ///
    /// # Errors
    /// It did not get it; says which value it had.
    pub async fn wait_for_attribute(
        &self,
        testid: &str,
        name: &str,
        value: &str,
    ) -> Result<(), Trouble> {
        let what = format!("{testid} with {name}={value}");
        let found = until(&what, PATIENCE, async || {
            let element = self.client.find(Locator::Css(&css(testid))).await?;
            let now = element.attr(name).await?.unwrap_or_default();
            if now == value {
                Ok(Some(()))
            } else {
                Err(Trouble::new(format!("it is {now:?}")))
            }
        })
        .await;
        self.with_picture(testid, found).await
    }

    /// The rows of the history that are shown now, from the top.
    ///
    /// # Errors
    /// The page does not answer.
    pub async fn rows(&self) -> Result<Vec<Row>, Trouble> {
        Ok(serde_json::from_value(self.script(ROWS, &[]).await?)?)
    }

    /// Waits until the topmost row is as wanted, and gives it.
    ///
    /// # Errors
    /// It did not get there within `limit`; says how the row was.
    pub async fn wait_for_top_row(
        &self,
        what: &str,
        limit: Duration,
        wanted: impl Fn(&Row) -> bool,
    ) -> Result<Row, Trouble> {
        let found = until(what, limit, async || {
            match self.rows().await?.into_iter().next() {
                Some(row) if wanted(&row) => Ok(Some(row)),
                other => Err(Trouble::new(format!("the top row is {other:?}"))),
            }
        })
        .await;
        self.with_picture("history", found).await
    }

    /// Runs JavaScript in the page; `arguments[0]` and so on are `arguments`.
    ///
    /// # Errors
    /// It threw.
    pub async fn script(&self, script: &str, arguments: &[&str]) -> Result<Value, Trouble> {
        let arguments = arguments.iter().map(|text| json!(text)).collect();
        limited(self.client.execute(script, arguments)).await
    }

    /// Asks Rust for something, as the page does. Gives the answer.
    ///
    /// # Errors
    /// It was refused; says why.
    pub async fn invoke(&self, command: &str, arguments: Value) -> Result<Value, Trouble> {
        let script = "
            const [command, text] = arguments;
            const { invoke } = window.__TAURI_INTERNALS__;
            return invoke(command, JSON.parse(text)).then((answer) => ({ answer }), (refused) => ({ refused }));
        ";
        let mut said = self
            .script(script, &[command, &arguments.to_string()])
            .await?;
        match said.get_mut("refused") {
            None => Ok(said["answer"].take()),
            Some(refused) => Err(Trouble::new(format!("{command} was refused: {refused}"))),
        }
    }

    /// What stands in a field.
    ///
    /// # Errors
    /// It did not come.
    pub async fn value(&self, testid: &str) -> Result<String, Trouble> {
        let field = self.find(testid).await?;
        Ok(limited(field.prop("value")).await?.unwrap_or_default())
    }

    /// Waits until this text stands in a field.
    ///
    /// # Errors
    /// It did not; says what stood there.
    pub async fn wait_for_value(&self, testid: &str, text: &str) -> Result<(), Trouble> {
        let found = until(&format!("{testid} holds {text}"), PATIENCE, async || {
            let element = self.client.find(Locator::Css(&css(testid))).await?;
            let now = element.prop("value").await?.unwrap_or_default();
            if now == text {
                Ok(Some(()))
            } else {
                Err(Trouble::new(format!("it holds {now:?}")))
            }
        })
        .await;
        self.with_picture(testid, found).await
    }

    /// The page's title.
    ///
    /// # Errors
    /// The page does not answer.
    pub async fn title(&self) -> Result<String, Trouble> {
        limited(self.client.title()).await
    }

    /// The document as it is now.
    ///
    /// # Errors
    /// The page does not answer.
    pub async fn source(&self) -> Result<String, Trouble> {
        limited(self.client.source()).await
    }

    /// Loads the page again.
    ///
    /// # Errors
    /// The page does not answer.
    pub async fn reload(&self) -> Result<(), Trouble> {
        limited(self.client.refresh()).await
    }

    /// Takes a picture of the page: `target/shots/<name>.png`.
    ///
    /// # Errors
    /// The page does not answer, or the file cannot be written.
    pub async fn picture(&self, name: &str) -> Result<PathBuf, Trouble> {
        let file = places::shots()?.join(format!("{name}.png"));
        std::fs::write(&file, limited(self.client.screenshot()).await?)?;
        Ok(file)
    }

    /// Adds to a failure what the page showed at that time.
    pub(crate) async fn with_picture<T>(
        &self,
        testid: &str,
        found: Result<T, Trouble>,
    ) -> Result<T, Trouble> {
        let trouble = match found {
            Ok(found) => return Ok(found),
            Err(trouble) => trouble,
        };
        let test = std::thread::current()
            .name()
            .unwrap_or("test")
            .replace("::", "-");
        Err(
            match self.picture(&format!("failed-{test}-{testid}")).await {
                Ok(file) => Trouble::while_doing(trouble, format!("see {}", file.display())),
                Err(worse) => Trouble::while_doing(trouble, format!("and no picture: {worse}")),
            },
        )
    }
}

/// Gives up on a page that does not answer; WebDriver itself would wait for minutes.
async fn limited<T, E>(answer: impl Future<Output = Result<T, E>>) -> Result<T, Trouble>
where
    Trouble: From<E>,
{
    match tokio::time::timeout(PATIENCE, answer).await {
        Ok(answer) => Ok(answer?),
        Err(_) => Err(Trouble::new(format!(
            "the page did not answer within {PATIENCE:?}"
        ))),
    }
}

fn css(testid: &str) -> String {
    format!("[data-testid=\"{testid}\"]")
}
