//! What a log has to be like after a kill, after the next start, and in the end.

use crate::compare::differences;
use crate::record::{Attempt, Record};
use crate::world::Server;

/// How far the log has to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Moment {
    /// A process was just killed.
    Killed,
    /// A new process has recovered what was left.
    Recovered,
    /// Everything was seen through to its end.
    Finished,
}

/// Everything that is wrong; `pressed` are the attempts that a process has shown.
pub(crate) fn judge(
    record: &Record,
    server: &Server,
    pressed: &[String],
    moment: Moment,
) -> Vec<String> {
    let mut wrong = differences(&record.attempts, &server.calls);
    if let Some(damage) = &record.damage {
        wrong.push(format!("the database is damaged: {damage}"));
    }
    for id in pressed {
        if record.get(id).is_none() {
            wrong.push(format!("attempt {id} was shown and is lost"));
        }
    }
    for attempt in &record.attempts {
        let sent = server.posts(&attempt.id);
        if sent > 1 {
            wrong.push(format!("attempt {} was sent {sent} times", attempt.id));
        }
        wrong.extend(of_moment(attempt, moment));
    }
    wrong
}

fn of_moment(attempt: &Attempt, moment: Moment) -> Option<String> {
    let open = match moment {
        Moment::Killed => false,
        Moment::Recovered => attempt.is("pending"),
        Moment::Finished => attempt.is_open(),
    };
    open.then(|| {
        format!(
            "attempt {} has no end: {}, {:?}, {:?}",
            attempt.id, attempt.outcome, attempt.state, attempt.settling
        )
    })
}
