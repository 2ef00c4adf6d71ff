//! The system's browser, played by the test: it is told which address to open, shows the sign-in
//! page to nobody, fills it in and goes where it is sent.

use std::fs::DirBuilder;
use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
use std::path::PathBuf;

use reqwest::header::LOCATION;
use reqwest::redirect::Policy;
use reqwest::{Client, Response, Url};

use crate::desktop::Desktop;
use crate::trouble::Trouble;
use crate::wait::{PATIENCE, until};

/// Writes the address down in one piece.
const OPENER: &str = "#!/bin/sh\nprintf '%s\\n' \"$1\" >> \"$(dirname \"$0\")/opened\"\n";

/// What programs on a desktop find when they look for the browser.
pub struct Browser {
    folder: PathBuf,
    path: String,
    http: Client,
    taken: usize,
}

/// What a browser shows in the end.
#[derive(Debug)]
pub struct Landed {
    /// HTTP status.
    pub status: u16,
    /// The page.
    pub text: String,
}

/// The sign-in page of Genesys Cloud.
#[derive(Debug)]
pub struct SignInPage {
    http: Client,
    submits_to: Url,
    along: Vec<(String, String)>,
}

impl Browser {
    /// Puts one on a desktop, before the system's own. Programs find it by [`Browser::path`].
    ///
    /// # Errors
    /// Its folder cannot be written.
    pub fn install(desktop: &Desktop) -> Result<Self, Trouble> {
        let folder = desktop.folder().join("browser");
        DirBuilder::new().create(&folder)?;
        let opener = folder.join("xdg-open");
        std::fs::write(&opener, OPENER)?;
        std::fs::set_permissions(&opener, std::fs::Permissions::from_mode(0o755))?;
        std::fs::OpenOptions::new()
            .create_new(true)
            .write(true)
            .mode(0o600)
            .open(folder.join("opened"))?;
        let others = std::env::var("PATH").unwrap_or_default();
        // The first caller in this process installs it; the others find it installed.
        let _installed = rustls::crypto::ring::default_provider().install_default();
        Ok(Self {
            path: format!("{}:{others}", folder.display()),
            folder,
            http: Client::builder()
                .no_proxy()
                .redirect(Policy::none())
                .build()?,
            taken: 0,
        })
    }

    /// `PATH` for programs that are to open this browser.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// Every address it was told to open.
    ///
    /// # Errors
    /// The list cannot be read.
    pub fn addresses(&self) -> Result<Vec<String>, Trouble> {
        let said = std::fs::read_to_string(self.folder.join("opened"))?;
        Ok(said.lines().map(str::to_owned).collect())
    }

    /// Waits until it is told to open another address, and gives it.
    ///
    /// # Errors
    /// Nobody told it.
    pub async fn opened(&mut self) -> Result<String, Trouble> {
        let address = until("the browser opens", PATIENCE, async || {
            Ok(self.addresses()?.get(self.taken).cloned())
        })
        .await?;
        self.taken += 1;
        Ok(address)
    }

    /// Opens what a program began a sign-in with, and gives the address that it leads to. It serves once.
    ///
    /// # Errors
    /// It leads nowhere; says what is there.
    pub async fn led_on(&self, address: &str) -> Result<String, Trouble> {
        let shown = self.http.get(address).send().await?;
        let location = shown
            .headers()
            .get(LOCATION)
            .and_then(|at| at.to_str().ok());
        match location {
            Some(location) => Ok(location.to_owned()),
            None => Err(Trouble::new(format!(
                "{address} leads nowhere: {:?}",
                landed(shown).await?
            ))),
        }
    }

    /// Opens the sign-in page, which may be where the address leads.
    ///
    /// # Errors
    /// There is no sign-in page at that address; says what is.
    pub async fn sign_in_page(&self, address: &str) -> Result<SignInPage, Trouble> {
        let mut shown = self.http.get(address).send().await?;
        let location = shown
            .headers()
            .get(LOCATION)
            .and_then(|at| at.to_str().ok());
        if let Some(location) = location.map(str::to_owned) {
            shown = self.http.get(&location).send().await?;
        }
        let at = shown.url().clone();
        let landed = landed(shown).await?;
        let submits_to = attributes_of(&landed.text, "<form")
            .next()
            .and_then(|form| attribute(&form, "action"))
            .ok_or_else(|| Trouble::new(format!("no sign-in page at {at}: {landed:?}")))?;
        let along = attributes_of(&landed.text, "<input")
            .filter(|input| attribute(input, "type").as_deref() == Some("hidden"))
            .filter_map(|input| Some((attribute(&input, "name")?, attribute(&input, "value")?)))
            .collect();
        Ok(SignInPage {
            http: self.http.clone(),
            submits_to: at
                .join(&submits_to)
                .map_err(|error| Trouble::while_doing(submits_to, error))?,
            along,
        })
    }

    /// Goes to an address and says what is there.
    ///
    /// # Errors
    /// Nobody answers there.
    pub async fn go(&self, address: &str) -> Result<Landed, Trouble> {
        landed(self.http.get(address).send().await?).await
    }

    /// A whole sign-in: the next address, its page, this person, and back to the app.
    ///
    /// # Errors
    /// One of the steps failed.
    pub async fn signs_in(&mut self, email: &str) -> Result<Landed, Trouble> {
        let address = self.opened().await?;
        let back = self.sign_in_page(&address).await?.sign_in(email).await?;
        self.go(&back).await
    }
}

impl SignInPage {
    /// Signs in; gives the address that the browser is sent to.
    ///
    /// # Errors
    /// It is not sent anywhere.
    pub async fn sign_in(&self, email: &str) -> Result<String, Trouble> {
        self.submit(&[("email", email), ("action", "sign_in")])
            .await
    }

    /// Cancels; gives the address that the browser is sent to.
    ///
    /// # Errors
    /// It is not sent anywhere.
    pub async fn cancel(&self) -> Result<String, Trouble> {
        self.submit(&[("email", ""), ("action", "cancel")]).await
    }

    async fn submit(&self, filled_in: &[(&str, &str)]) -> Result<String, Trouble> {
        let mut address = self.submits_to.clone();
        let along = self.along.iter().map(|(name, value)| (&**name, &**value));
        // Only to write the form: a browser sends these as its body.
        address
            .query_pairs_mut()
            .clear()
            .extend_pairs(along.chain(filled_in.iter().copied()));
        let form = address.query().unwrap_or_default().to_owned();
        let sent = self
            .http
            .post(self.submits_to.clone())
            .header("content-type", "application/x-www-form-urlencoded")
            .body(form)
            .send()
            .await?;
        let location = sent.headers().get(LOCATION).and_then(|at| at.to_str().ok());
        match location {
            Some(location) => Ok(location.to_owned()),
            None => Err(Trouble::new(format!(
                "not sent on: {:?}",
                landed(sent).await?
            ))),
        }
    }
}

/// The address with another value for a parameter of its query.
///
/// # Errors
/// It is no address.
pub fn with_parameter(address: &str, name: &str, value: &str) -> Result<String, Trouble> {
    let mut address = Url::parse(address).map_err(|error| Trouble::while_doing(address, error))?;
    let others: Vec<(String, String)> = address
        .query_pairs()
        .into_owned()
        .filter(|(key, _)| key != name)
        .collect();
    address
        .query_pairs_mut()
        .clear()
        .extend_pairs(others)
        .append_pair(name, value);
    Ok(address.into())
}

/// A parameter of an address's query.
pub fn parameter(address: &str, name: &str) -> Option<String> {
    let address = Url::parse(address).ok()?;
    let found = address.query_pairs().find(|(key, _)| key == name);
    found.map(|(_, value)| value.into_owned())
}

async fn landed(answer: Response) -> Result<Landed, Trouble> {
    Ok(Landed {
        status: answer.status().as_u16(),
        text: answer.text().await?,
    })
}

/// What stands between each such opening of a tag and its end.
fn attributes_of<'a>(page: &'a str, tag: &'a str) -> impl Iterator<Item = String> + 'a {
    page.split(tag)
        .skip(1)
        .filter_map(|rest| Some(rest.split_once('>')?.0.to_owned()))
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
    let (value, _) = rest.split_once('"')?;
    // The ampersand last, so that nothing is read twice.
    let signs = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&amp;", "&"),
    ];
    Some(
        signs
            .iter()
            .fold(value.to_owned(), |text, (sign, is)| text.replace(sign, is)),
    )
}
