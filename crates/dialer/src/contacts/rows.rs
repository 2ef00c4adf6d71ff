//! Contacts as rows of the database.

use rusqlite::{Connection, Row, TransactionBehavior, params};

use super::{Contact, Number};
use crate::log::Failure;
use crate::number::E164;
use crate::problem::ProblemCode;

/// All contacts, by their ids.
pub(super) fn all(db: &Connection) -> Result<Vec<Contact>, Failure> {
    let mut contacts: Vec<Contact> = Vec::new();
    let mut statement = db.prepare_cached(
        "SELECT c.id, c.name, n.label, n.typed, n.e164 FROM contacts c \
         JOIN contact_numbers n ON n.contact_id = c.id ORDER BY c.id, n.place",
    )?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let id: String = row.get(0)?;
        let number = number(row)?;
        match contacts.last_mut().filter(|contact| contact.id == id) {
            Some(contact) => contact.numbers.push(number),
            None => contacts.push(Contact {
                id,
                name: row.get(1)?,
                numbers: vec![number],
            }),
        }
    }
    Ok(contacts)
}

/// Writes a contact whole. `new` tells whether it may not be there yet, or must be.
pub(super) fn save(db: &mut Connection, contact: &Contact, new: bool) -> Result<(), Failure> {
    let transaction = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let written = if new {
        transaction.execute(
            "INSERT INTO contacts (id, name) VALUES (?1, ?2)",
            params![contact.id, contact.name],
        )?
    } else {
        transaction.execute(
            "UPDATE contacts SET name = ?2 WHERE id = ?1",
            params![contact.id, contact.name],
        )?
    };
    if written != 1 {
        return Err(ProblemCode::ContactMissing.into());
    }
    transaction.execute(
        "DELETE FROM contact_numbers WHERE contact_id = ?1",
        [&contact.id],
    )?;
    for (place, number) in (0_i64..).zip(&contact.numbers) {
        transaction.execute(
            "INSERT INTO contact_numbers (contact_id, place, label, typed, e164) \
             VALUES (?1, ?2, ?3, ?4, ?5)",
            params![
                contact.id,
                place,
                number.label,
                number.typed,
                number.e164.as_str()
            ],
        )?;
    }
    Ok(transaction.commit()?)
}

/// One that is not there is removed already.
pub(super) fn remove(db: &Connection, id: &str) -> Result<(), Failure> {
    db.execute("DELETE FROM contacts WHERE id = ?1", [id])?;
    Ok(())
}

fn number(row: &Row<'_>) -> Result<Number, Failure> {
    let e164: String = row.get(4)?;
    Ok(Number {
        label: row.get(2)?,
        typed: row.get(3)?,
        e164: E164::parse(&e164).ok_or(ProblemCode::DatabaseDamaged)?,
    })
}
