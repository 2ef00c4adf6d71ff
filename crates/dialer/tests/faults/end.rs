//! What became of a run, in a word.

use dialer::attempt::{EndReason, Outcome};
use dialer::view::{AttemptView, SettlingState};

use crate::run::Evidence;

/// The words of the table, each with what it means.
pub(crate) const LEGEND: &[(&str, &str)] = &[
    (
        "placed",
        "placed and followed to its end, which nobody here caused",
    ),
    ("placed?", "placed; how it ended is unclear"),
    ("hung up", "placed, and hung up here"),
    ("refused", "refused: no call was made"),
    ("?found", "unknown, then found, followed to its end"),
    ("?found?", "the same; how it ended is unclear"),
    ("?absent", "unknown; searched for, and not found"),
    ("?unsought", "unknown; could not be searched for"),
    (
        "no agent",
        "no agent could be chosen, so nothing was pressed",
    ),
    ("–", "this fault cannot hit this step"),
];

/// What became of the first press.
pub(crate) fn end(evidence: &Evidence) -> &'static str {
    match (evidence.presses.is_empty(), first(evidence)) {
        (true, _) => "no agent",
        (false, Some(row)) => end_of(row),
        (false, None) => "lost",
    }
}

/// The attempt that the first press was answered with.
fn first(evidence: &Evidence) -> Option<&AttemptView> {
    let id = evidence.presses.first()?.answer.ok()?;
    evidence.rows.iter().find(|row| row.id == id)
}

fn end_of(row: &AttemptView) -> &'static str {
    let settled = row.settling.as_ref().map(|settling| settling.state);
    let found = settled == Some(SettlingState::Found);
    match (row.outcome, row.end_reason) {
        (Outcome::Pending, _) => "pending",
        (Outcome::Refused, _) => "refused",
        (Outcome::Placed, None) => "no end",
        (Outcome::Placed, Some(EndReason::Unclear)) if found => "?found?",
        (Outcome::Placed, Some(_)) if found => "?found",
        (Outcome::Placed, Some(EndReason::Unclear)) => "placed?",
        (Outcome::Placed, Some(EndReason::HungUpHere)) => "hung up",
        (Outcome::Placed, Some(_)) => "placed",
        (Outcome::Unknown, _) => match settled {
            Some(SettlingState::Ambiguous) => "?ambiguous",
            Some(SettlingState::NotFound) => "?absent",
            Some(SettlingState::CouldNotSearch) => "?unsought",
            Some(SettlingState::Searching | SettlingState::Found) | None => "unknown",
        },
    }
}

/// The same with its problem or end reason, for the figures that a program reads.
pub(crate) fn detail(evidence: &Evidence) -> String {
    let mut words = vec![end(evidence).to_owned()];
    if let Some(row) = first(evidence) {
        words.extend(row.problem.as_ref().map(|it| it.code.as_str().to_owned()));
        words.extend(row.end_reason.map(|it| it.as_str().to_owned()));
    }
    words.extend(
        evidence
            .choosing
            .iter()
            .map(|it| format!("choosing {}", it.as_str())),
    );
    words.extend(evidence.hang_ups.iter().map(|answer| match answer {
        Ok(()) => "hang up ok".to_owned(),
        Err(code) => format!("hang up {}", code.as_str()),
    }));
    words.dedup();
    words.join(", ")
}
