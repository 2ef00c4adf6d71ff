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
