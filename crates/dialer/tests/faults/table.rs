//! The results as a table that a person reads in a terminal.

use std::fmt::Write;

use crate::end::LEGEND;
use crate::kinds::cases;
use crate::matrix::{Absent, Done};
use crate::steps::{Spoken, Step};

/// One table for each dialect, and what the words mean.
pub(crate) fn table(done: &[Done], absent: &[Absent]) -> String {
    let mut text = String::new();
    for spoken in Spoken::ALL {
        let rows = without_empty_columns(rows(spoken, done, absent));
        if rows.len() < 2 {
            continue;
        }
        writeln!(text, "{}", spoken.name()).unwrap();
        write(&mut text, &rows);
        text.push('\n');
    }
    for one in done.iter().filter(|one| one.real) {
        writeln!(
            text,
            "over real sockets: {}: {}",
            one.cell.name(),
            word(one)
        )
        .unwrap();
    }
    text.push('\n');
    for (word, meaning) in LEGEND {
        writeln!(text, "{word:10} {meaning}").unwrap();
    }
    let mut reasons: Vec<&str> = absent.iter().map(|absent| absent.reason).collect();
    reasons.sort_unstable();
    reasons.dedup();
    for reason in reasons {
        writeln!(text, "{:12}{reason}", "").unwrap();
    }
    text
}

/// Steps that were not run.
fn without_empty_columns(mut rows: Vec<Vec<String>>) -> Vec<Vec<String>> {
    let columns = rows.first().map_or(0, Vec::len);
    for column in (1..columns).rev() {
        let is_empty = |row: &Vec<String>| row[column].is_empty() || row[column] == "–";
        if rows.iter().skip(1).all(is_empty) {
            for row in &mut rows {
                row.remove(column);
            }
        }
    }
    rows
}

fn word(one: &Done) -> &'static str {
    if one.wrong.is_empty() {
        one.end
    } else {
        "WRONG"
    }
}

fn rows(spoken: Spoken, done: &[Done], absent: &[Absent]) -> Vec<Vec<String>> {
    let mut head = vec!["fault".to_owned()];
    head.extend(Step::ALL.iter().map(|step| step.name().to_owned()));
    let mut rows = vec![head];
    for case in cases() {
        let mut row = vec![case.name.to_owned()];
        for step in Step::ALL {
            let is_here = |cell: &crate::plan::Cell| {
                cell.spoken == spoken && cell.step == step && cell.case.name == case.name
            };
            let here = done.iter().filter(|one| !one.real && is_here(&one.cell));
            let mut words: Vec<&str> = here.map(word).collect();
            words.sort_unstable();
            words.dedup();
            let missing = absent.iter().any(|absent| is_here(&absent.cell));
            row.push(if missing {
                "–".to_owned()
            } else {
                words.join(" ")
            });
        }
        if row
            .iter()
            .skip(1)
            .any(|cell| !cell.is_empty() && cell != "–")
        {
            rows.push(row);
        }
    }
    rows
}

fn write(text: &mut String, rows: &[Vec<String>]) {
    let columns = rows.first().map_or(0, Vec::len);
    let widths: Vec<usize> = (0..columns)
        .map(|column| {
            let widths = rows.iter().map(|row| row[column].chars().count());
            widths.max().unwrap_or_default()
        })
        .collect();
    for row in rows {
        let mut line = String::new();
        for (cell, width) in row.iter().zip(&widths) {
            let padding = width - cell.chars().count() + 2;
            line.push_str(cell);
            line.extend(std::iter::repeat_n(' ', padding));
        }
        writeln!(text, "  {}", line.trim_end()).unwrap();
    }
}
