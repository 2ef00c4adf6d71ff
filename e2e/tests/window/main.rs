//! The real window, driven through WebDriver, with a real keyring.

mod opens;
