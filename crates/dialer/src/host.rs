//! What the domain needs from the program around it: a handful of things and nothing more.

use futures_util::future::BoxFuture;
use secrecy::SecretString;

use crate::problem::Problem;
use crate::view::Event;

/// The program around the domain: the desktop shell, the command line, or a test.
pub trait Host: Send + Sync {
    /// Tells the page what has happened. Must not block.
    fn emit(&self, event: Event);

    /// Starts the sandbox that ships with the app, or tells where the running one is.
    ///
    /// # Errors
    /// `sandbox_failed` where it cannot be started.
    fn sandbox(&self) -> BoxFuture<'_, Result<SandboxConnection, Problem>>;

    /// Opens a page of a sign-in in the system's browser. The address is for that browser only: it is
    /// not logged.
    ///
    /// # Errors
    /// `browser_missing` where no browser can be opened.
    fn open_browser(&self, url: &str) -> BoxFuture<'_, Result<(), Problem>>;

    /// The words of a page that the browser shows at the end of a sign-in, in the person's language.
    fn sign_in_page(&self, page: SignInPage) -> PageText;
}

/// What the browser shows when it comes back from a sign-in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SignInPage {
    /// The answer has come.
    Done,
    /// The person, or the server, turned the sign-in down.
    Refused,
    /// What came is no answer to the sign-in that waits.
    Other,
}

impl SignInPage {
    /// All pages.
    pub const ALL: [Self; 3] = [Self::Done, Self::Refused, Self::Other];

    /// The key of its title in the text catalogue; its text is the attribute `body` of that.
    pub fn key(self) -> &'static str {
        match self {
            Self::Done => "sign-in-page-done",
            Self::Refused => "sign-in-page-refused",
            Self::Other => "sign-in-page-other",
        }
    }
}

/// The words of one page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageText {
    /// Code of the language they are in, for example `en`.
    pub language: String,
    /// Title.
    pub title: String,
    /// The text below it.
    pub text: String,
}

/// Where the running sandbox is. It is asked for in each run; nothing of it is stored.
#[derive(Debug, Clone)]
pub struct SandboxConnection {
    /// Base of the API and of the token host, for example `http://127.0.0.1:40123`.
    pub base_url: String,
    /// Its OAuth client id.
    pub client_id: String,
    /// Its OAuth client secret; not one of an organisation, and worth nothing outside of the sandbox.
    pub client_secret: SecretString,
}
