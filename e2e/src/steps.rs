//! What a person does in the window, one step each.

use std::time::Duration;

use fantoccini::Locator;

use crate::page::Page;
use crate::row::Row;
use crate::sandbox::SandboxProcess;
use crate::trouble::Trouble;
use crate::wait::{PATIENCE, until};

/// A check asks one thing after the other, and tries each again.
const CHECK: Duration = Duration::from_secs(60);

/// The option of the region list that stands for explicit hosts.
const OWN_HOSTS: &str = "own";

impl Page {
    /// First run: *Try it in the sandbox*.
    ///
    /// # Errors
    /// The dial card did not come.
    pub async fn use_sandbox(&self) -> Result<(), Trouble> {
        self.click("onboarding-sandbox").await?;
        self.find("agent-input").await?;
        Ok(())
    }

    /// First run: *Connect to Genesys Cloud*, with the id and secret of a sandbox.
    ///
    /// # Errors
    /// The dial card did not come.
    pub async fn connect(&self, sandbox: &SandboxProcess) -> Result<(), Trouble> {
        self.click("onboarding-connect").await?;
        self.fill_connection(sandbox).await?;
        self.click("settings-save").await?;
        self.find("agent-input").await?;
        sandbox.was_checked().await
    }

    /// Fills the connection form with the hosts, id and secret of a sandbox.
    ///
    /// # Errors
    /// A field did not come.
    pub async fn fill_connection(&self, sandbox: &SandboxProcess) -> Result<(), Trouble> {
        self.choose("settings-region", OWN_HOSTS).await?;
        self.fill("settings-api-url", sandbox.base_url()).await?;
        self.fill("settings-login-url", sandbox.base_url()).await?;
        self.fill("settings-client-id", sandbox.client_id()).await?;
        self.fill("settings-client-secret", sandbox.client_secret())
            .await
    }

    /// Presses what looks at the connection, and waits until it has found nothing that does not work.
    ///
    /// # Errors
    /// It found something, or is not over.
    pub async fn check_works(&self, button: &str) -> Result<(), Trouble> {
        match self.check(button).await?.as_str() {
            "passed" | "warned" => Ok(()),
            verdict => Err(Trouble::new(format!("the check {verdict}"))),
        }
    }

    /// Presses what looks at the connection, and waits until it has found something that does not work.
    ///
    /// # Errors
    /// It found nothing, or is not over.
    pub async fn check_fails(&self, button: &str) -> Result<(), Trouble> {
        match self.check(button).await?.as_str() {
            "failed" => Ok(()),
            verdict => Err(Trouble::new(format!("the check {verdict}"))),
        }
    }

    async fn check(&self, button: &str) -> Result<String, Trouble> {
        let look = "const list = document.querySelector('[data-testid=\"check\"]');
            return [list?.dataset.at ?? '', list?.dataset.verdict ?? ''];";
        let [before, _]: [String; 2] = serde_json::from_value(self.script(look, &[]).await?)?;
        self.click(button).await?;
        let over = until("the check is over", CHECK, async || {
            let [at, verdict]: [String; 2] = serde_json::from_value(self.script(look, &[]).await?)?;
            Ok((at != before && verdict != "running").then_some(verdict))
        })
        .await;
        self.with_picture("check", over).await
    }

    /// Types into *Calling as* and takes the agent with this e-mail.
    ///
    /// # Errors
    /// That agent was not offered.
    pub async fn choose_agent(&self, typed: &str, email: &str) -> Result<(), Trouble> {
        self.fill("agent-input", typed).await?;
        let option = format!("[data-testid=\"agent-option\"][data-email=\"{email}\"]");
        let found = until(&format!("agent {email} is offered"), PATIENCE, async || {
            let option = self.client().find(Locator::Css(&option)).await?;
            Ok(Some(option.click().await?))
        })
        .await;
        self.with_picture("agent-option", found).await?;
        let chosen = until("the agent is chosen", PATIENCE, async || {
            Ok((!self
                .attribute("agent-input", "data-agent-id")
                .await?
                .is_empty())
            .then_some(()))
        })
        .await;
        self.with_picture("agent-input", chosen).await?;
        // For half a second no press counts: one that was meant for the agent before is none.
        tokio::time::sleep(Duration::from_millis(600)).await;
        Ok(())
    }

    /// Types a number and waits until the page says that it can be dialled.
    ///
    /// # Errors
    /// It was not accepted as a valid number.
    pub async fn type_number(&self, number: &str) -> Result<(), Trouble> {
        self.fill("number-input", number).await?;
        self.wait_for_attribute("number-preview", "data-typed", number)
            .await?;
        self.wait_for_attribute("number-preview", "data-verdict", "valid")
            .await
    }

    /// Types a number and presses Call once.
    ///
    /// # Errors
    /// The number was not accepted, or Call could not be pressed.
    pub async fn call(&self, number: &str) -> Result<(), Trouble> {
        self.type_number(number).await?;
        self.click("dial-button").await
    }

    /// Waits until the topmost attempt has its outcome and, where it was placed, its end.
    ///
    /// # Errors
    /// It did not end within `limit`.
    pub async fn wait_until_over(&self, limit: Duration) -> Result<Row, Trouble> {
        self.wait_for_top_row("the call is over", limit, |row| {
            match row.outcome.as_str() {
                "placed" => !row.end_reason.is_empty(),
                "refused" | "unknown" => true,
                _ => false,
            }
        })
        .await
    }
}
