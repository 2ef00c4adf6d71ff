//! Why a window could not be driven.

use std::fmt;

/// What went wrong, in words for the person who reads the test's output.
pub struct Trouble(String);

/// What a test of the window returns.
pub type Tested = Result<(), Trouble>;

impl Trouble {
    /// Something went wrong in a way of its own.
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// Says what was being done when `error` happened.
    pub fn while_doing(what: impl fmt::Display, error: impl fmt::Display) -> Self {
        Self(format!("{what}: {error}"))
    }
}

// Test functions print an error with `{:?}`; quotes and escapes would only hide it.
impl fmt::Debug for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Trouble {}

macro_rules! from {
    ($($error:ty => $what:literal,)+) => {
        $(impl From<$error> for Trouble {
            fn from(error: $error) -> Self {
                Self::while_doing($what, error)
            }
        })+
    };
}

from! {
    fantoccini::error::CmdError => "the page did not do what it was told",
    fantoccini::error::NewSessionError => "no session with the window",
    reqwest::Error => "the sandbox did not answer",
    serde_json::Error => "unexpected JSON",
    std::io::Error => "the system refused",
    zbus::Error => "the bus refused",
}
