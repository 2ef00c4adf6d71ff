//! What the browser is told to open. It stands in an argument, which everybody on this computer can read, so it says
//! nothing of the sign-in: it leads on to the page, once.

use uuid::Uuid;

/// An address of the port that leads to the sign-in page.
pub(super) struct Beginning {
    path: String,
}

impl Beginning {
    /// One that nobody can guess: two ids of 122 random bits each.
    pub(super) fn new() -> Self {
        let [one, other] = [Uuid::new_v4(), Uuid::new_v4()];
        Self {
            path: format!("/begin-{}{}", one.simple(), other.simple()),
        }
    }

    /// The address for the browser, at the port that `redirect_uri` names.
    pub(super) fn url(&self, redirect_uri: &str) -> String {
        format!("{redirect_uri}{}", self.path)
    }

    /// Whether somebody asked for it.
    pub(super) fn is_at(&self, path: &str) -> bool {
        self.path == path
    }
}
