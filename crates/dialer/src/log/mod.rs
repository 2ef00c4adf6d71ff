//! The call log: every attempt, on disk before its request leaves (law 2).
//!
//! [`CallLog::begin`] is the gate of law 1: guard and insert are one transaction, and only it makes a
//! [`Logged`], without which the dial flow cannot send.

mod attempt_row;
mod begin;
mod connection;
mod failure;
mod files;
mod guard;
mod history;
mod notes;
mod outcomes;
mod recovery;
mod schema;
mod search;
mod settling;
mod states;

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use jiff::Timestamp;
use rusqlite::Connection;

use crate::attempt::AttemptId;
use crate::data_dir::{DataDir, OwnerLock};
use crate::problem::{Problem, ProblemCode};
use crate::profile::{AgentsSeen, Profiles};
use crate::role::Role;

pub use attempt_row::Attempt;
pub use begin::{Begun, Intent, Logged};
pub use history::{HistorySearch, Page};
pub use outcomes::OutcomeRecord;
pub use search::{outcome_word, searchable_words};
pub use settling::Settled;
pub use states::{CallStateRecord, LoggedState};

pub(crate) use failure::Failure;

use files::Files;

/// The log of one data directory. Cheap to clone; one per process.
///
/// All methods run off the async threads. A future that is dropped early does not undo its work:
/// what was begun may still be written.
#[derive(Clone)]
pub struct CallLog {
    shared: Arc<Shared>,
}

pub(crate) struct Shared {
    // The connections close before the owner's lock is released.
    writer: Mutex<Connection>,
    reader: Mutex<Connection>,
    files: Files,
    owner: OwnerLock,
    dir: DataDir,
}

impl Shared {
    /// Whether the process that owns an attempt still runs; this one does.
    fn alive(&self, owner: &str) -> bool {
        owner == self.owner.owner() || self.dir.owner_alive(owner)
    }
}

impl std::fmt::Debug for CallLog {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("CallLog")
            .field("dir", &self.shared.dir)
            .field("owner", &self.shared.owner.owner())
            .finish_non_exhaustive()
    }
}

impl CallLog {
    /// Opens the database of `dir` (blocking), makes it where there is none, and brings an older one up
    /// to date. This process becomes an owner of attempts until the last clone is dropped.
    ///
    /// # Errors
    /// `database_newer` and `database_damaged` (params `path`): the file was left as it is.
    /// `log_unwritable`, `disk_full`, `data_dir_unwritable`.
    pub fn open(dir: &DataDir) -> Result<Self, Problem> {
        Self::open_as(dir, Role::Window)
    }

    /// As [`CallLog::open`]; a command does not look at every page first.
    ///
    /// # Errors
    /// As [`CallLog::open`].
    pub fn open_as(dir: &DataDir, role: Role) -> Result<Self, Problem> {
        let (writer, reader, files, owner) = dir.with_setup_lock(|| {
            dir.sweep();
            let (writer, reader) = connection::open_pair(&dir.database(), role)?;
            let files = Files::of(&dir.database());
            Ok((writer, reader, files, dir.lock_owner()?))
        })?;
        Ok(Self {
            shared: Arc::new(Shared {
                writer: Mutex::new(writer),
                reader: Mutex::new(reader),
                files,
                owner,
                dir: dir.clone(),
            }),
        })
    }

    /// The name under which this process owns its attempts.
    pub fn owner(&self) -> &str {
        self.shared.owner.owner()
    }

    /// Puts an attempt on disk, unless it is there already or its agent has a pending one: then nothing
    /// is written and that one is the answer. Guard and insert are one transaction, across processes.
    ///
    /// A pending attempt whose owner has ended does not stand in the way: it is recovered in the same step.
    ///
    /// # Errors
    /// `log_unwritable` (also where the files of the database were removed or replaced), `disk_full`,
    /// `database_damaged`: nothing was written, so nothing may be sent.
    pub async fn begin(&self, intent: Intent) -> Result<Begun, Problem> {
        self.write(move |db, shared| begin::begin(db, shared, intent))
            .await
    }

    /// Notes that the request leaves now; the last one counts.
    ///
    /// # Errors
    /// `attempt_missing` where it is not pending; `log_unwritable`, `disk_full`, `database_damaged`.
    pub async fn sending(&self, id: AttemptId, at: Timestamp) -> Result<(), Problem> {
        self.write(move |db, _| outcomes::sending(db, id, at)).await
    }

    /// Records the outcome. Possible from `pending`; from `unknown` only to *placed*.
    /// Recording the same outcome again changes nothing.
    ///
    /// # Errors
    /// `attempt_missing`; `internal` where the log has another final outcome already;
    /// `log_unwritable`, `disk_full`, `database_damaged`.
    pub async fn finish(
        &self,
        id: AttemptId,
        record: OutcomeRecord,
        at: Timestamp,
    ) -> Result<Attempt, Problem> {
        self.write(move |db, _| outcomes::finish(db, id, &record, at))
            .await
    }

    /// Adds a call state to a placed attempt. States only move forward: one that is not later than
    /// the last is not added, and the answer is none. `Ended` also ends the attempt.
    ///
    /// # Errors
    /// `attempt_missing` where the attempt is not placed; `log_unwritable`, `disk_full`, `database_damaged`.
    pub async fn add_state(
        &self,
        id: AttemptId,
        record: CallStateRecord,
    ) -> Result<Option<Attempt>, Problem> {
        self.write(move |db, _| states::add(db, id, &record)).await
    }

    /// Every pending attempt whose owner has ended becomes `unknown` with `process_ended`.
    ///
    /// # Errors
    /// `log_unwritable`, `disk_full`, `database_damaged`.
    pub async fn recover(&self, now: Timestamp) -> Result<Vec<Attempt>, Problem> {
        self.write(move |db, shared| recovery::recover_all(db, shared, now))
            .await
    }

    /// Unknown attempts made since `since` that were not looked up to the end, newest first.
    ///
    /// # Errors
    /// `database_damaged`, `internal`.
    pub async fn unsettled(&self, since: Timestamp) -> Result<Vec<Attempt>, Problem> {
        self.read(move |db| attempt_row::unsettled(db, since)).await
    }

    /// Ends the look-up of an unknown attempt. With a conversation it becomes placed; the answer is
    /// none where that conversation is another attempt's. An attempt that is settled stays as it is.
    ///
    /// # Errors
    /// `attempt_missing`; `log_unwritable`, `disk_full`, `database_damaged`.
    pub async fn settle(
        &self,
        id: AttemptId,
        conversation_id: Option<String>,
        settled: Settled,
    ) -> Result<Option<Attempt>, Problem> {
        self.write(move |db, _| settling::settle(db, id, conversation_id.as_deref(), &settled))
            .await
    }

    /// Whether another attempt than `but` has this conversation.
    ///
    /// # Errors
    /// `database_damaged`, `internal`.
    pub async fn is_claimed(
        &self,
        conversation_id: String,
        but: AttemptId,
    ) -> Result<bool, Problem> {
        self.read(move |db| settling::is_claimed(db, &conversation_id, but))
            .await
    }

    /// Whether a call of this agent to this number can belong to another attempt as well, one made
    /// within `span` of it whose conversation is not known.
    ///
    /// # Errors
    /// `database_damaged`, `internal`.
    pub async fn has_rivals(&self, of: Attempt, span: Duration) -> Result<bool, Problem> {
        let millis = i64::try_from(span.as_millis()).unwrap_or(i64::MAX);
        self.read(move |db| settling::rivals(db, &of, millis)).await
    }

    /// Notes that Hang up was pressed; the first time counts.
    ///
    /// # Errors
    /// `log_unwritable`, `disk_full`, `database_damaged`.
    pub async fn hung_up(&self, id: AttemptId, at: Timestamp) -> Result<(), Problem> {
        self.write(move |db, _| settling::hung_up(db, id, at)).await
    }

    /// Writes what the person notes about an attempt; none removes it.
    ///
    /// # Errors
    /// `attempt_missing`; `log_unwritable`, `disk_full`, `database_damaged`.
    pub async fn set_note(&self, id: AttemptId, note: Option<String>) -> Result<Attempt, Problem> {
        self.write(move |db, _| notes::set(db, id, note.as_deref()))
            .await
    }

    /// Placed attempts that have not ended, newest first.
    ///
    /// # Errors
    /// `database_damaged`, `internal`.
    pub async fn unended(&self) -> Result<Vec<Attempt>, Problem> {
        self.read(attempt_row::unended).await
    }

    /// Attempts of this process and of other living ones that have no outcome yet, newest first.
    ///
    /// # Errors
    /// `database_damaged`, `internal`.
    pub async fn pending(&self) -> Result<Vec<Attempt>, Problem> {
        self.read(attempt_row::pending).await
    }

    /// One attempt.
    ///
    /// # Errors
    /// `attempt_missing`, `database_damaged`, `internal`.
    pub async fn get(&self, id: AttemptId) -> Result<Attempt, Problem> {
        self.read(move |db| attempt_row::existing(db, id)).await
    }

    /// The call states of one attempt, oldest first.
    ///
    /// # Errors
    /// `database_damaged`, `internal`.
    pub async fn states(&self, id: AttemptId) -> Result<Vec<LoggedState>, Problem> {
        self.read(move |db| states::of(db, id)).await
    }

    /// A page of the history, newest first. The search is plain text: no character of it is syntax.
    ///
    /// # Errors
    /// `database_damaged`, `internal`.
    pub async fn history(&self, search: HistorySearch) -> Result<Page, Problem> {
        self.read(move |db| history::page(db, &search)).await
    }

    /// A number that is another one whenever another process has written since it was last asked for.
    ///
    /// # Errors
    /// `log_unwritable`, `database_damaged`.
    pub(crate) async fn version_elsewhere(&self) -> Result<i64, Problem> {
        // The writing connection, because for the reading one this process itself is another.
        self.write(|db, _| Ok(db.query_row("PRAGMA data_version", [], |row| row.get(0))?))
            .await
    }

    /// The connections, kept in the same database.
    pub fn profiles(&self) -> Profiles {
        Profiles::new(self.clone())
    }

    /// The agents seen on this machine, kept in the same database.
    pub fn agents_seen(&self) -> AgentsSeen {
        AgentsSeen::new(self.clone())
    }

    /// Runs `work` on the writing connection, off the async threads.
    pub(crate) async fn write<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Connection, &Shared) -> Result<T, Failure> + Send + 'static,
    ) -> Result<T, Problem> {
        self.run(
            move |shared| work(&mut lock(&shared.writer), shared),
            ProblemCode::LogUnwritable,
        )
        .await
    }

    /// Runs `work` on the reading connection: a slow search never holds up a write.
    pub(crate) async fn read<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Connection) -> Result<T, Failure> + Send + 'static,
    ) -> Result<T, Problem> {
        self.run(
            move |shared| work(&lock(&shared.reader)),
            ProblemCode::Internal,
        )
        .await
    }

    async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Shared) -> Result<T, Failure> + Send + 'static,
        otherwise: ProblemCode,
    ) -> Result<T, Problem> {
        let shared = Arc::clone(&self.shared);
        let database = shared.dir.database();
        match tokio::task::spawn_blocking(move || work(&shared)).await {
            Ok(result) => result.map_err(|failure| failure.into_problem(&database, otherwise)),
            Err(join) => {
                tracing::error!(panicked = join.is_panic(), "work on the log did not finish");
                Err(Problem::new(otherwise))
            }
        }
    }
}

/// A panic in another thread rolled its transaction back, so the connection is still good.
fn lock(connection: &Mutex<Connection>) -> std::sync::MutexGuard<'_, Connection> {
    connection.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_panic_while_the_log_is_held_is_a_problem_and_the_log_goes_on() {
        let place = tempfile::TempDir::new().unwrap();
        let log = CallLog::open(&DataDir::open(place.path()).unwrap()).unwrap();
        let panicked = log
            .write::<()>(|db, _| {
                let transaction = db.transaction().unwrap();
                transaction.execute("DELETE FROM profiles", []).unwrap();
                panic!("on purpose")
            })
            .await;
        assert_eq!(panicked.unwrap_err().code, ProblemCode::LogUnwritable);
        let read = log.read::<()>(|_| panic!("on purpose")).await;
        assert_eq!(read.unwrap_err().code, ProblemCode::Internal);
        assert!(log.recover(Timestamp::UNIX_EPOCH).await.unwrap().is_empty());
        log.profiles().remove("nobody").await.unwrap();
        assert!(log.profiles().list().await.unwrap().is_empty());
    }
}
