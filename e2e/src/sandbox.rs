//! The simulated Genesys Cloud, as a program of its own.

use std::process::Stdio;

use reqwest::Client;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::desktop::{Desktop, first_line};
use crate::places;
use crate::trouble::Trouble;
use crate::wait::{PATIENCE, until};

const PROGRAM: &str = "genesys-sandbox";
const PLACES_CALLS: &str = "/api/v2/conversations/calls";
/// What *Check connection* asks to see whether it may: a call on behalf of nobody, to no number.
const MAY_PLACE: &str = "/api/v2/conversations/calls/user/00000000-0000-0000-0000-000000000000";

/// A running sandbox; it ends with the desktop it was started on.
pub struct SandboxProcess {
    ready: Ready,
    http: Client,
}

/// The line it prints when it is ready.
#[derive(Deserialize)]
struct Ready {
    base_url: String,
    client_id: String,
    client_secret: String,
    public_client_id: String,
}

/// One request, as the sandbox's journal has it.
pub type WhatHappened = Value;

impl SandboxProcess {
    /// Starts one with these arguments, on a free port of this machine.
    ///
    /// # Errors
    /// It did not start.
    pub fn start(desktop: &mut Desktop, arguments: &[&str]) -> Result<Self, Trouble> {
        let mut command = desktop.command(places::program(PROGRAM)?);
        command.args(arguments).stdout(Stdio::piped());
        let line = first_line(PROGRAM, desktop.spawn(command)?)?;
        // The first caller in this process installs it; the others find it installed.
        let _installed = rustls::crypto::ring::default_provider().install_default();
        Ok(Self {
            ready: serde_json::from_str(&line)?,
            http: Client::builder().no_proxy().build()?,
        })
    }

    /// Base of its token host and its API.
    pub fn base_url(&self) -> &str {
        &self.ready.base_url
    }

    /// The OAuth client id that it knows.
    pub fn client_id(&self) -> &str {
        &self.ready.client_id
    }

    /// The secret of that client.
    pub fn client_secret(&self) -> &str {
        &self.ready.client_secret
    }

    /// The OAuth client id that has no secret.
    pub fn public_client_id(&self) -> &str {
        &self.ready.public_client_id
    }

    /// No refresh token works any more.
    ///
    /// # Errors
    /// It does not answer.
    pub async fn revoke_refresh_tokens(&self) -> Result<(), Trouble> {
        self.tell("/sandbox/refresh-tokens/revoke").await
    }

    /// Nothing that this user signed in for works any more.
    ///
    /// # Errors
    /// It does not answer, or knows no such user.
    pub async fn revoke_user(&self, email: &str) -> Result<(), Trouble> {
        self.tell(&format!("/sandbox/users/{email}/revoke")).await
    }

    /// How many token requests came in for this grant.
    ///
    /// # Errors
    /// It does not answer.
    pub async fn token_requests(&self, grant: &str) -> Result<usize, Trouble> {
        Ok(self
            .journal()
            .await?
            .iter()
            .filter(|entry| entry["path"] == "/oauth/token" && entry["body"]["grant_type"] == grant)
            .count())
    }

    /// Every call that was created, whoever asked for it.
    ///
    /// # Errors
    /// It does not answer.
    pub async fn calls(&self) -> Result<Vec<Value>, Trouble> {
        self.get("/sandbox/calls").await
    }

    /// Every notification channel.
    ///
    /// # Errors
    /// It does not answer.
    pub async fn channels(&self) -> Result<Vec<Value>, Trouble> {
        self.get("/sandbox/channels").await
    }

    /// Every request in order.
    ///
    /// # Errors
    /// It does not answer.
    pub async fn journal(&self) -> Result<Vec<WhatHappened>, Trouble> {
        self.get("/sandbox/journal").await
    }

    /// How many requests asked for a call, whatever became of them.
    ///
    /// # Errors
    /// It does not answer.
    pub async fn call_requests(&self) -> Result<usize, Trouble> {
        let journal = self.journal().await?;
        let posted = journal.iter().filter(|entry| entry["method"] == "POST");
        Ok(posted
            .filter(|entry| {
                entry["path"]
                    .as_str()
                    .is_some_and(|path| path.starts_with(PLACES_CALLS))
            })
            .filter(|entry| !only_asks_whether_it_may(entry))
            .count())
    }

    /// Waits until *Check connection* has asked whether calls may be placed. Who connects for the
    /// first time does not press it: it runs by itself, and would take a fault that is for a call.
    ///
    /// # Errors
    /// It has not asked.
    pub async fn was_checked(&self) -> Result<(), Trouble> {
        until("the connection was looked at", PATIENCE, async || {
            let journal = self.journal().await?;
            Ok(journal.iter().any(only_asks_whether_it_may).then_some(()))
        })
        .await
    }

    /// Scripts a fault.
    ///
    /// # Errors
    /// It does not answer, or does not know the fault.
    pub async fn fault(&self, fault: Value) -> Result<(), Trouble> {
        let answer = self
            .http
            .post(format!("{}/sandbox/faults", self.ready.base_url))
            .json(&fault)
            .send()
            .await?;
        // A test that cannot set its fault up must not go on.
        answer.error_for_status()?;
        Ok(())
    }

    async fn tell(&self, path: &str) -> Result<(), Trouble> {
        let url = format!("{}{path}", self.ready.base_url);
        // A test that cannot set its fault up must not go on.
        self.http.post(url).send().await?.error_for_status()?;
        Ok(())
    }

    async fn get(&self, path: &str) -> Result<Vec<Value>, Trouble> {
        let url = format!("{}{path}", self.ready.base_url);
        Ok(self
            .http
            .get(url)
            .send()
            .await?
            .error_for_status()?
            .json()
            .await?)
    }
}

fn only_asks_whether_it_may(entry: &WhatHappened) -> bool {
    entry["path"] == MAY_PLACE && entry["body"] == json!({})
}
