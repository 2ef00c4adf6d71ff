//! From what SQLite says to a problem.

use std::path::Path;

use rusqlite::ffi::ErrorCode;

use crate::problem::{Problem, ProblemCode};

/// Why work on the database failed.
#[derive(Debug)]
pub(crate) enum Failure {
    /// SQLite's own error.
    Sqlite(rusqlite::Error),
    /// A problem of the domain, for example that the attempt does not exist.
    Problem(Problem),
}

impl From<rusqlite::Error> for Failure {
    fn from(error: rusqlite::Error) -> Self {
        Self::Sqlite(error)
    }
}

impl From<Problem> for Failure {
    fn from(problem: Problem) -> Self {
        Self::Problem(problem)
    }
}

impl From<ProblemCode> for Failure {
    fn from(code: ProblemCode) -> Self {
        Self::Problem(Problem::new(code))
    }
}

impl Failure {
    /// The problem; `otherwise` where SQLite's error has no code of its own.
    pub(crate) fn into_problem(self, database: &Path, otherwise: ProblemCode) -> Problem {
        let mut problem = match self {
            Self::Problem(problem) => match problem.code {
                ProblemCode::DatabaseDamaged | ProblemCode::DatabaseNewer => {
                    problem.with("path", database.display())
                }
                _ => problem,
            },
            Self::Sqlite(error) => from_sqlite(&error, database, otherwise),
        };
        problem.details.step = Some("log".to_owned());
        problem
    }
}

fn from_sqlite(error: &rusqlite::Error, database: &Path, otherwise: ProblemCode) -> Problem {
    let (code, extended) = match error {
        rusqlite::Error::SqliteFailure(ffi, _) => {
            (code(ffi.code, ffi.extended_code), ffi.extended_code)
        }
        // A value that our own schema does not allow: somebody else wrote it, or the file is broken.
        rusqlite::Error::FromSqlConversionFailure(..)
        | rusqlite::Error::InvalidColumnType(..)
        | rusqlite::Error::IntegralValueOutOfRange(..) => (Some(ProblemCode::DatabaseDamaged), 0),
        _ => (Some(ProblemCode::Internal), 0),
    };
    let code = code.unwrap_or(otherwise);
    // Messages of SQLite can quote values, so only its code is told.
    tracing::warn!(
        code = code.as_str(),
        sqlite = extended,
        "the database failed"
    );
    let mut problem = Problem::new(code).with("path", database.display());
    if extended != 0 {
        problem.details.server_code = Some(format!("sqlite {extended}"));
    }
    problem
}

fn code(code: ErrorCode, extended: i32) -> Option<ProblemCode> {
    use rusqlite::ffi;
    match (code, extended) {
        // The shared-memory file is made and grown by reserving space: without space, that is what fails.
        (ErrorCode::DiskFull, _) | (_, ffi::SQLITE_IOERR_SHMSIZE | ffi::SQLITE_IOERR_SHMMAP) => {
            Some(ProblemCode::DiskFull)
        }
        (ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase, _) => {
            Some(ProblemCode::DatabaseDamaged)
        }
        (ErrorCode::ConstraintViolation | ErrorCode::TypeMismatch | ErrorCode::ApiMisuse, _) => {
            Some(ProblemCode::Internal)
        }
        _ => None,
    }
}
