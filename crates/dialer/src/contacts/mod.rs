//! Contacts: people with several numbers. They are the person's who sits here, so they are the same
//! for every connection.

mod rows;

use uuid::Uuid;

use crate::core::Core;
use crate::number::{self, Country, E164};
use crate::problem::{Problem, ProblemCode};
use crate::view::{ContactForm, ContactNumber, ContactView};

/// Longest name and label, in characters.
const MAX_CHARS: usize = 100;
/// Most numbers of one contact.
const MOST_NUMBERS: usize = 20;

/// A contact as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Contact {
    id: String,
    name: String,
    numbers: Vec<Number>,
}

/// One number of a contact: what it is, and what was typed for it.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Number {
    label: String,
    typed: String,
    e164: E164,
}

/// All contacts, by name.
///
/// # Errors
/// Those of the log.
pub(crate) async fn list(core: &Core) -> Result<Vec<ContactView>, Problem> {
    let mut contacts = core.log.read(rows::all).await?;
    contacts.sort_by_cached_key(|contact| (contact.name.to_lowercase(), contact.id.clone()));
    Ok(contacts.into_iter().map(view_of).collect())
}

/// Makes or changes a contact. Its numbers are read by the same rules as one that is typed.
///
/// # Errors
/// `contact_name_missing`, `contact_number_missing`, `contact_too_long`, `contact_missing`, the
/// problems of the number that cannot be read (with the param `typed`), and those of the log.
pub(crate) async fn save(core: &Core, form: ContactForm) -> Result<ContactView, Problem> {
    let new = form.id.is_none();
    let contact = contact_of(form)?;
    let saved = contact.clone();
    core.log
        .write(move |db, _| rows::save(db, &contact, new))
        .await?;
    Ok(view_of(saved))
}

/// Removes a contact; one that is not there is removed already.
///
/// # Errors
/// Those of the log.
pub(crate) async fn remove(core: &Core, id: &str) -> Result<(), Problem> {
    let id = id.to_owned();
    core.log.write(move |db, _| rows::remove(db, &id)).await
}

fn contact_of(form: ContactForm) -> Result<Contact, Problem> {
    let country = Country::parse(&form.country).unwrap_or(Country::US);
    let name = form.name.trim();
    if name.is_empty() {
        return Err(Problem::new(ProblemCode::ContactNameMissing));
    }
    // A row that was added and left empty is no number.
    let filled = form
        .numbers
        .iter()
        .filter(|row| !row.typed.trim().is_empty());
    let filled: Vec<_> = filled.collect();
    if filled.is_empty() {
        return Err(Problem::new(ProblemCode::ContactNumberMissing));
    }
    let is_long = |text: &str| text.chars().count() > MAX_CHARS;
    if filled.len() > MOST_NUMBERS || is_long(name) || filled.iter().any(|row| is_long(&row.label))
    {
        return Err(Problem::new(ProblemCode::ContactTooLong)
            .with("numbers", MOST_NUMBERS)
            .with("limit", MAX_CHARS));
    }
    let mut numbers = Vec::with_capacity(filled.len());
    for row in filled {
        let read = number::read_number(&row.typed, country)
            .map_err(|problem| problem.with("typed", row.typed.trim()))?;
        numbers.push(Number {
            label: row.label.trim().to_owned(),
            typed: row.typed.clone(),
            e164: read.e164,
        });
    }
    Ok(Contact {
        id: form.id.unwrap_or_else(|| Uuid::new_v4().to_string()),
        name: name.to_owned(),
        numbers,
    })
}

fn view_of(contact: Contact) -> ContactView {
    let numbers = contact.numbers.into_iter().map(|number| ContactNumber {
        display: number::display(&number.e164),
        e164: number.e164.to_string(),
        label: number.label,
        typed: number.typed,
    });
    ContactView {
        id: contact.id,
        name: contact.name,
        numbers: numbers.collect(),
    }
}
