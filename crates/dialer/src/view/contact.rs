//! Contacts: people with several numbers, kept by the person.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A contact.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct ContactView {
    /// Our id.
    pub id: String,
    /// Name.
    pub name: String,
    /// The numbers, in the order the person gave them; at least one.
    pub numbers: Vec<ContactNumber>,
}

/// One number of a contact.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct ContactNumber {
    /// What the person calls it, for example `Office`; may be empty.
    pub label: String,
    /// As typed.
    pub typed: String,
    /// The E.164 number it was read as when it was saved.
    pub e164: String,
    /// The same, spaced for people.
    pub display: String,
}

/// What the page sends to make or change a contact.
#[derive(Debug, Clone, Deserialize, TS)]
#[ts(export)]
pub struct ContactForm {
    /// The contact to change; none makes a new one.
    pub id: Option<String>,
    /// Name.
    pub name: String,
    /// The country numbers without `+` are read with.
    pub country: String,
    /// The numbers, in their order.
    pub numbers: Vec<ContactFormNumber>,
}

/// One number in a [`ContactForm`].
#[derive(Debug, Clone, Deserialize, TS)]
#[ts(export)]
pub struct ContactFormNumber {
    /// What the person calls it; may be empty.
    pub label: String,
    /// As typed.
    pub typed: String,
}
