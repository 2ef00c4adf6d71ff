//! All that is known of a run that went wrong.

use std::fmt::Write;

use crate::args::Args;
use crate::matrix::Done;

/// What is wrong, what happened, and how to see it again.
pub(crate) fn evidence(one: &Done, args: &Args) -> String {
    let mut text = String::new();
    let how = if one.real {
        "over real sockets"
    } else {
        "in memory"
    };
    writeln!(
        text,
        "WRONG: {} (round {}, {how})",
        one.cell.name(),
        one.round
    )
    .unwrap();
    for wrong in &one.wrong {
        writeln!(text, "  {wrong}").unwrap();
    }
    writeln!(text, "  planned: {:?}", one.plan).unwrap();
    if let Some(seen) = &one.evidence {
        writeln!(text, "  choosing: {:?}", seen.choosing).unwrap();
        for press in &seen.presses {
            writeln!(text, "  pressed {}: {:?}", press.id, press.answer).unwrap();
        }
        writeln!(text, "  hung up: {:?}", seen.hang_ups).unwrap();
        for row in &seen.rows {
            writeln!(text, "  logged: {row:?}").unwrap();
        }
        for call in &seen.calls {
            writeln!(text, "  called: {call:?}").unwrap();
        }
        for entry in &seen.journal {
            let status = entry
                .status
                .map_or("-".to_owned(), |status| status.to_string());
            let body = entry
                .body
                .as_ref()
                .map(ToString::to_string)
                .unwrap_or_default();
            writeln!(
                text,
                "  {} {status:>3} {} {} {body:.200}",
                entry.time, entry.method, entry.path
            )
            .unwrap();
        }
    }
    let (seed, name) = (args.seed, one.cell.name());
    let real = if one.real {
        format!(" --real {}", args.real)
    } else {
        String::new()
    };
    let rounds = one.round + 1;
    writeln!(
        text,
        "  again: cargo xtask faults --seed {seed} --rounds {rounds}{real} --only '{name}'"
    )
    .unwrap();
    text
}
