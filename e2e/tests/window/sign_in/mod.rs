//! Signing in as a person, in the real window: the test plays the browser.

use ringfor_e2e::{
    App, Browser, Desktop, PATIENCE, Page, SandboxProcess, Start, Tested, Trouble, until,
};

use crate::AGENT;

mod answers;
mod command_line;
mod grants;
mod over;

/// Which of the two clients a person signs in with.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Grant {
    /// The client without a secret.
    Pkce,
    /// The client with a secret.
    Code,
}

impl Grant {
    /// The name that the page and the domain use.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Pkce => "pkce",
            Self::Code => "code",
        }
    }
}

/// A window with a connection that a person signs in to, and the browser beside it.
pub(crate) struct Setup {
    pub(crate) app: App,
    pub(crate) browser: Browser,
    pub(crate) sandbox: SandboxProcess,
    pub(crate) desktop: Desktop,
}

impl Setup {
    /// The connection is saved, and nobody is signed in.
    pub(crate) async fn signed_out(grant: Grant, arguments: &[&str]) -> Result<Self, Trouble> {
        Self::started(grant, arguments, |start| start).await
    }

    /// The same, with something of its own about the start.
    pub(crate) async fn started(
        grant: Grant,
        arguments: &[&str],
        and: impl FnOnce(Start) -> Start,
    ) -> Result<Self, Trouble> {
        let mut desktop = Desktop::open().await?;
        let sandbox = SandboxProcess::start(&mut desktop, arguments)?;
        let browser = Browser::install(&desktop)?;
        let start = Start::with_data_in(desktop.data_dir()).and("PATH", browser.path());
        let app = App::open(&desktop, and(start)).await?;
        let page = app.page();
        page.click("onboarding-connect").await?;
        fill_personal(page, grant, &sandbox).await?;
        page.click("settings-save").await?;
        page.wait_for_attribute("sign-in", "data-state", "out")
            .await?;
        Ok(Self {
            app,
            browser,
            sandbox,
            desktop,
        })
    }

    /// A person has signed in, and the dial card is there.
    pub(crate) async fn signed_in(grant: Grant, arguments: &[&str]) -> Result<Self, Trouble> {
        let mut setup = Self::signed_out(grant, arguments).await?;
        setup.sign_in().await?;
        Ok(setup)
    }

    /// Presses *Sign in*, and signs in as the usual agent.
    pub(crate) async fn sign_in(&mut self) -> Tested {
        self.app.page().click("sign-in-button").await?;
        let landed = self.browser.signs_in(AGENT).await?;
        assert_eq!(landed.status, 200, "{landed:?}");
        assert!(
            landed.text.contains("Ringfor"),
            "where to go now? {landed:?}"
        );
        self.is_in().await
    }

    /// Waits until the window says that the usual agent is signed in.
    pub(crate) async fn is_in(&self) -> Tested {
        signed_in_as(self.app.page(), "Alex Kim").await
    }

    pub(crate) fn page(&self) -> &Page {
        self.app.page()
    }
}

/// Fills the connection form for a person: the hosts, and the client of that grant.
pub(crate) async fn fill_personal(page: &Page, grant: Grant, sandbox: &SandboxProcess) -> Tested {
    page.choose("settings-region", "own").await?;
    page.fill("settings-api-url", sandbox.base_url()).await?;
    page.fill("settings-login-url", sandbox.base_url()).await?;
    page.click(&format!("settings-sign-in-{}", grant.name()))
        .await?;
    match grant {
        Grant::Pkce => {
            page.fill("settings-client-id", sandbox.public_client_id())
                .await?;
            assert!(!page.has("settings-client-secret").await?, "it has none");
        }
        Grant::Code => {
            page.fill("settings-client-id", sandbox.client_id()).await?;
            page.fill("settings-client-secret", sandbox.client_secret())
                .await?;
        }
    }
    Ok(())
}

/// Waits until the dial card is that person's, and no other agent can be chosen.
pub(crate) async fn signed_in_as(page: &Page, name: &str) -> Tested {
    // The driver takes what can be shortened for hidden, so the page is asked itself.
    let fixed = "return document.querySelector('[data-testid=\"agent-fixed\"]')?.innerText ?? ''";
    let is_in = until(
        &format!("calls are those of {name}"),
        PATIENCE,
        async || {
            let said = page.script(fixed, &[]).await?.to_string();
            match said.contains(name) {
                true => Ok(Some(())),
                false => Err(Trouble::new(format!("it says {said}"))),
            }
        },
    )
    .await;
    if is_in.is_err() {
        page.picture("failed-signed-in").await?;
    }
    is_in?;
    assert!(
        !page.has("agent-input").await?,
        "nobody else can be called for"
    );
    // For half a second no press counts: one that was meant for the agent before is none.
    tokio::time::sleep(std::time::Duration::from_millis(600)).await;
    Ok(())
}
