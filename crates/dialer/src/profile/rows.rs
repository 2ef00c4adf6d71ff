//! Profiles as rows of the database.

use rusqlite::types::Type;
use rusqlite::{Connection, OptionalExtension, Row, TransactionBehavior, params};

use super::Profile;
use crate::log::Failure;
use crate::number::ExtensionDigits;
use crate::problem::ProblemCode;
use crate::view::{CallOptions, Colour, DialectName, HostsView, SignIn, SignedInUser};

const COLUMNS: &str = "id, name, sandbox, region, api_url, login_url, client_id, dialect, \
     this_run_only, caller_id, queue_id, default_country, last_agent_id, extension_digits, \
     sign_in, user_id, user_name, user_email, colour, caller_name, queue_name, secret_changes, active";

pub(super) fn list(db: &Connection) -> Result<Vec<Profile>, Failure> {
    select(db, "removed = 0")
}

pub(super) fn with_secret_left(db: &Connection) -> Result<Vec<Profile>, Failure> {
    select(db, "removed = 1 AND secret_left = 1")
}

fn select(db: &Connection, which: &str) -> Result<Vec<Profile>, Failure> {
    let sql = format!("SELECT {COLUMNS} FROM profiles WHERE {which} ORDER BY rowid");
    let mut statement = db.prepare_cached(&sql)?;
    let profiles = statement.query_map([], read)?;
    Ok(profiles.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn get(db: &Connection, id: &str, even_removed: bool) -> Result<Profile, Failure> {
    let sql = format!("SELECT {COLUMNS} FROM profiles WHERE id = ?1 AND removed <= ?2");
    db.prepare_cached(&sql)?
        .query_row(params![id, even_removed], read)
        .optional()?
        .ok_or_else(|| ProblemCode::ProfileMissing.into())
}

pub(super) fn active(db: &Connection) -> Result<Option<Profile>, Failure> {
    let sql = format!("SELECT {COLUMNS} FROM profiles WHERE active = 1");
    let mut statement = db.prepare_cached(&sql)?;
    Ok(statement.query_row([], read).optional()?)
}

pub(super) fn save(db: &Connection, profile: &Profile) -> Result<(), Failure> {
    let mut statement = db.prepare_cached(
        "INSERT INTO profiles (id, name, sandbox, region, api_url, login_url, client_id, dialect, \
         this_run_only, caller_id, queue_id, default_country, last_agent_id, extension_digits, \
         sign_in, user_id, user_name, user_email, colour, caller_name, queue_name) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, \
         ?19, ?20, ?21) \
         ON CONFLICT (id) DO UPDATE SET name = excluded.name, sandbox = excluded.sandbox, \
         region = excluded.region, api_url = excluded.api_url, login_url = excluded.login_url, \
         client_id = excluded.client_id, dialect = excluded.dialect, \
         this_run_only = excluded.this_run_only, caller_id = excluded.caller_id, \
         queue_id = excluded.queue_id, sign_in = excluded.sign_in, user_id = excluded.user_id, \
         user_name = excluded.user_name, user_email = excluded.user_email, \
         colour = excluded.colour, caller_name = excluded.caller_name, \
         queue_name = excluded.queue_name WHERE removed = 0",
    )?;
    let changed = statement.execute(params![
        profile.id,
        profile.name,
        profile.sandbox,
        profile.region,
        profile.hosts.as_ref().map(|hosts| &hosts.api_url),
        profile.hosts.as_ref().map(|hosts| &hosts.login_url),
        profile.client_id,
        dialect_word(profile.dialect),
        profile.this_run_only,
        profile.options.caller_id,
        profile.options.queue_id,
        profile.default_country,
        profile.last_agent_id,
        as_list(&profile.extension_digits),
        sign_in_word(profile.sign_in),
        profile.user.as_ref().map(|user| &user.id),
        profile.user.as_ref().map(|user| &user.name),
        profile.user.as_ref().map(|user| &user.email),
        colour_word(profile.colour),
        profile.options.caller_name,
        profile.options.queue_name,
    ])?;
    // One that was removed meanwhile stays removed.
    changed_one(changed)
}

pub(super) fn remove(db: &Connection, id: &str) -> Result<(), Failure> {
    db.execute(
        "UPDATE profiles SET removed = 1, active = 0 WHERE id = ?1",
        [id],
    )?;
    Ok(())
}

pub(super) fn activate(db: &mut Connection, id: &str) -> Result<(), Failure> {
    let transaction = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
    take_into_use(&transaction, id)?;
    Ok(transaction.commit()?)
}

/// In a transaction of the caller.
pub(super) fn take_into_use(db: &Connection, id: &str) -> Result<(), Failure> {
    db.execute("UPDATE profiles SET active = 0 WHERE active = 1", [])?;
    changed_one(db.execute(
        "UPDATE profiles SET active = 1 WHERE id = ?1 AND removed = 0",
        [id],
    )?)
}

pub(super) fn secret_changed(db: &Connection, id: &str) -> Result<(), Failure> {
    changed_one(db.execute(
        "UPDATE profiles SET secret_changes = secret_changes + 1 WHERE id = ?1 AND removed = 0",
        [id],
    )?)
}

/// The secret of a profile is nowhere any more, and a new one is for one run.
pub(super) fn secret_removed(db: &Connection, id: &str) -> Result<(), Failure> {
    changed_one(db.execute(
        "UPDATE profiles SET this_run_only = 1, secret_changes = secret_changes + 1 \
         WHERE id = ?1 AND removed = 0",
        [id],
    )?)
}

pub(super) fn secret_gone(db: &Connection, id: &str) -> Result<(), Failure> {
    db.execute("UPDATE profiles SET secret_left = 0 WHERE id = ?1", [id])?;
    Ok(())
}

pub(super) fn set_default_country(db: &Connection, id: &str, country: &str) -> Result<(), Failure> {
    changed_one(db.execute(
        "UPDATE profiles SET default_country = ?2 WHERE id = ?1 AND removed = 0",
        [id, country],
    )?)
}

pub(super) fn set_user(
    db: &Connection,
    id: &str,
    user: Option<&SignedInUser>,
) -> Result<(), Failure> {
    changed_one(db.execute(
        "UPDATE profiles SET user_id = ?2, user_name = ?3, user_email = ?4 \
         WHERE id = ?1 AND removed = 0",
        params![
            id,
            user.map(|user| &user.id),
            user.map(|user| &user.name),
            user.map(|user| &user.email),
        ],
    )?)
}

pub(super) fn set_last_agent(db: &Connection, id: &str, agent_id: &str) -> Result<(), Failure> {
    changed_one(db.execute(
        "UPDATE profiles SET last_agent_id = ?2 WHERE id = ?1 AND removed = 0",
        [id, agent_id],
    )?)
}

pub(super) fn set_extension_digits(
    db: &Connection,
    id: &str,
    digits: &ExtensionDigits,
) -> Result<(), Failure> {
    changed_one(db.execute(
        "UPDATE profiles SET extension_digits = ?2 WHERE id = ?1 AND removed = 0",
        params![id, as_list(digits)],
    )?)
}

fn as_list(digits: &ExtensionDigits) -> String {
    serde_json::Value::from(digits.lengths()).to_string()
}

/// Lengths that no extension has are of a newer version; then none is dialled.
fn extension_digits(row: &Row<'_>, column: usize) -> rusqlite::Result<ExtensionDigits> {
    let text: String = row.get(column)?;
    let lengths: Vec<u8> = serde_json::from_str(&text).map_err(|error| {
        rusqlite::Error::FromSqlConversionFailure(column, Type::Text, error.into())
    })?;
    Ok(ExtensionDigits::new(lengths).unwrap_or_default())
}

pub(super) fn changed_one(rows: usize) -> Result<(), Failure> {
    if rows == 1 {
        Ok(())
    } else {
        Err(ProblemCode::ProfileMissing.into())
    }
}

fn read(row: &Row<'_>) -> rusqlite::Result<Profile> {
    let api_url: Option<String> = row.get(4)?;
    let login_url: Option<String> = row.get(5)?;
    let dialect: String = row.get(7)?;
    Ok(Profile {
        id: row.get(0)?,
        name: row.get(1)?,
        sandbox: row.get(2)?,
        region: row.get(3)?,
        hosts: api_url
            .zip(login_url)
            .map(|(api_url, login_url)| HostsView { api_url, login_url }),
        client_id: row.get(6)?,
        dialect: dialect_of(&dialect).ok_or_else(|| unknown_word(7))?,
        this_run_only: row.get(8)?,
        secret_changes: row.get(21)?,
        active: row.get(22)?,
        options: CallOptions {
            caller_id: row.get(9)?,
            queue_id: row.get(10)?,
            caller_name: row.get(19)?,
            queue_name: row.get(20)?,
        },
        default_country: row.get(11)?,
        last_agent_id: row.get(12)?,
        extension_digits: extension_digits(row, 13)?,
        sign_in: sign_in_of(&row.get::<_, String>(14)?).ok_or_else(|| unknown_word(14))?,
        user: user(row)?,
        colour: colour_of(&row.get::<_, String>(18)?),
    })
}

fn user(row: &Row<'_>) -> rusqlite::Result<Option<SignedInUser>> {
    let Some(id) = row.get(15)? else {
        return Ok(None);
    };
    Ok(Some(SignedInUser {
        id,
        name: row.get::<_, Option<String>>(16)?.unwrap_or_default(),
        email: row.get::<_, Option<String>>(17)?.unwrap_or_default(),
    }))
}

fn sign_in_word(sign_in: SignIn) -> &'static str {
    match sign_in {
        SignIn::Client => "client",
        SignIn::Pkce => "pkce",
        SignIn::Code => "code",
    }
}

fn sign_in_of(word: &str) -> Option<SignIn> {
    match word {
        "client" => Some(SignIn::Client),
        "pkce" => Some(SignIn::Pkce),
        "code" => Some(SignIn::Code),
        _ => None,
    }
}

const COLOURS: [(Colour, &str); 7] = [
    (Colour::Plain, "plain"),
    (Colour::Blue, "blue"),
    (Colour::Teal, "teal"),
    (Colour::Green, "green"),
    (Colour::Amber, "amber"),
    (Colour::Red, "red"),
    (Colour::Purple, "purple"),
];

fn colour_word(colour: Colour) -> &'static str {
    let known = COLOURS.iter().find(|(known, _)| *known == colour);
    known.map_or("plain", |(_, word)| word)
}

/// A colour decides nothing: one of a newer version is none.
fn colour_of(word: &str) -> Colour {
    let known = COLOURS.iter().find(|(_, known)| *known == word);
    known.map_or(Colour::Plain, |(colour, _)| *colour)
}

fn dialect_word(dialect: DialectName) -> &'static str {
    match dialect {
        DialectName::Platform => "platform",
        DialectName::Participants => "participants",
        DialectName::FromTo => "from_to",
    }
}

fn dialect_of(word: &str) -> Option<DialectName> {
    match word {
        "platform" => Some(DialectName::Platform),
        "participants" => Some(DialectName::Participants),
        "from_to" => Some(DialectName::FromTo),
        _ => None,
    }
}

/// The schema allows our words only. Another one is not guessed: it decides where the secret is sent.
fn unknown_word(column: usize) -> rusqlite::Error {
    rusqlite::Error::FromSqlConversionFailure(column, Type::Text, "not a word of ours".into())
}
