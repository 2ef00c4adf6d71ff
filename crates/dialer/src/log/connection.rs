//! Opening the database: safe settings, file modes, and leaving alone what is not ours or is damaged.

use std::fs::OpenOptions;
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};

use super::failure::Failure;
use super::schema;
use crate::problem::{Problem, ProblemCode};
use crate::role::Role;

/// How long a statement waits for another process's write.
const BUSY: Duration = Duration::from_secs(5);

/// Up to this size every page is checked on opening. A larger file would hold the window up; there a
/// damaged page is a problem when it is met.
const CHECKED_WHOLE: u64 = 16 * 1024 * 1024;

/// The connection that writes and the one that reads.
pub(super) fn open_pair(database: &Path, role: Role) -> Result<(Connection, Connection), Problem> {
    prepare_files(database)?;
    let open = || {
        let writer = open_writer(database, role)?;
        let reader = open_reader(database)?;
        Ok((writer, reader))
    };
    open().map_err(|failure: Failure| failure.into_problem(database, ProblemCode::LogUnwritable))
}

fn open_writer(database: &Path, role: Role) -> Result<Connection, Failure> {
    let mut db = connect(database)?;
    // Until it is known to be ours and whole, nothing is written: no checkpoint on closing either.
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    db.pragma_update(None, "query_only", true)?;
    schema::recognise(&db)?;
    // A command is over before the check would be. A damaged page is a problem when it is met.
    if role == Role::Window {
        check_pages(&db, database)?;
    }
    if db.is_readonly("main")? {
        return Err(ProblemCode::LogUnwritable.into());
    }
    db.pragma_update(None, "query_only", false)?;
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false)?;

    let mode: String = db.query_row("PRAGMA journal_mode = WAL", [], |row| row.get(0))?;
    if mode != "wal" {
        return Err(ProblemCode::LogUnwritable.into());
    }
    db.pragma_update(None, "synchronous", "FULL")?;
    // On macOS a plain fsync leaves data in the drive's cache; elsewhere this changes nothing.
    db.pragma_update(None, "fullfsync", true)?;
    // A migration may make a table anew, and the others that refer to it stay; it checks them itself.
    db.pragma_update(None, "foreign_keys", false)?;
    schema::migrate(&mut db)?;
    db.pragma_update(None, "foreign_keys", true)?;
    Ok(db)
}

fn open_reader(database: &Path) -> Result<Connection, Failure> {
    let db = connect(database)?;
    db.pragma_update(None, "query_only", true)?;
    Ok(db)
}

fn connect(database: &Path) -> Result<Connection, Failure> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let db = Connection::open_with_flags(database, flags)?;
    db.busy_timeout(BUSY)?;
    // A file that somebody tampered with cannot make its schema run code of theirs.
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    db.pragma_update(None, "cell_size_check", true)?;
    db.set_prepared_statement_cache_capacity(64);
    Ok(db)
}

fn check_pages(db: &Connection, database: &Path) -> Result<(), Failure> {
    if length(database) > CHECKED_WHOLE {
        return Ok(());
    }
    let verdict: String = db.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
    if verdict == "ok" {
        return Ok(());
    }
    tracing::warn!("the database did not pass its check");
    Err(ProblemCode::DatabaseDamaged.into())
}

/// Makes the file with its mode before SQLite sees it: SQLite gives the same mode to its side files.
fn prepare_files(database: &Path) -> Result<(), Problem> {
    let wal = beside(database, "-wal");
    if length(database) == 0 && length(&wal) > 0 {
        // SQLite would throw the side file away, and with it what is left of the history.
        return Err(Problem::new(ProblemCode::DatabaseDamaged).with("path", database.display()));
    }
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    match options.open(database) {
        Ok(_) => return Ok(()),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
        Err(error) => return Err(file_problem(database, &error)),
    }
    for file in [database.to_owned(), wal, beside(database, "-shm")] {
        narrow(&file).map_err(|error| file_problem(&file, &error))?;
    }
    Ok(())
}

fn beside(database: &Path, suffix: &str) -> PathBuf {
    let mut name = database.as_os_str().to_owned();
    name.push(suffix);
    name.into()
}

fn length(file: &Path) -> u64 {
    file.metadata().map_or(0, |metadata| metadata.len())
}

#[cfg(unix)]
fn narrow(file: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    match file.metadata() {
        Ok(metadata) if metadata.permissions().mode() & 0o077 != 0 => {
            std::fs::set_permissions(file, std::fs::Permissions::from_mode(0o600))
        }
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

#[cfg(not(unix))]
fn narrow(_file: &Path) -> io::Result<()> {
    Ok(())
}

fn file_problem(file: &Path, error: &io::Error) -> Problem {
    let code = match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => ProblemCode::DiskFull,
        _ => ProblemCode::LogUnwritable,
    };
    Problem::new(code).with("path", file.display())
}
