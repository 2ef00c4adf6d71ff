//! The text of THIRD-PARTY.md: every part once, every licence text once.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use super::parts::Part;
use super::texts::{self, Text};
use crate::report::Stop;

const HEAD: &str = "# Third-party parts

Ringfor is built from these parts, made by others. Each line names a part, its version, its
licence, the texts below that came with it, and its copyright notices. Not every part is in every
build: some belong to one platform only.

This file is written by `cargo xtask licences`.

";

/// A sentence by which the plain text of a licence is recognised.
const SENTENCES: &[(&str, &str)] = &[
    (
        "Apache-2.0",
        "terms and conditions for use reproduction and distribution",
    ),
    ("BSD-3-Clause", "neither the name of"),
    (
        "MIT",
        "permission is hereby granted free of charge to any person obtaining a copy",
    ),
    ("MPL-2.0", "mozilla public license version 2 0"),
];

/// Writes the file for these parts.
pub(super) fn write(parts: &[Part]) -> Result<String, Stop> {
    let mut shelf = Shelf::default();
    let mut read = Vec::with_capacity(parts.len());
    for part in parts {
        let found = texts::read(&part.folder)?;
        let mut notices = BTreeSet::new();
        let mut numbers = BTreeSet::new();
        for text in found {
            notices.extend(text.notices.iter().cloned());
            numbers.extend(shelf.put(text));
        }
        read.push((part, notices, numbers));
    }
    let mut out = String::from(HEAD);
    for (part, notices, mut numbers) in read {
        let mut remark = "";
        if numbers.is_empty() {
            numbers = shelf.by_licence(&part.licence);
            remark = " (no file came with it)";
        }
        let numbers: Vec<String> = numbers.iter().map(usize::to_string).collect();
        let _infallible = write!(
            out,
            "* **{}** {}, {}; texts: {}{remark}",
            part.name,
            part.version,
            part.licence,
            if numbers.is_empty() {
                "none".into()
            } else {
                numbers.join(", ")
            }
        );
        for notice in notices {
            let _infallible = write!(out, "; {notice}");
        }
        out.push('\n');
    }
    for (index, terms) in shelf.terms.iter().enumerate() {
        let _infallible = write!(out, "\n## Text {}\n\n````text\n{terms}\n````\n", index + 1);
    }
    Ok(out)
}

/// Texts, each once, numbered from 1 in the order in which they were met.
#[derive(Default)]
struct Shelf {
    numbers: BTreeMap<String, usize>,
    terms: Vec<String>,
    uses: BTreeMap<usize, usize>,
}

impl Shelf {
    fn put(&mut self, text: Text) -> Option<usize> {
        if text.key.is_empty() {
            return None;
        }
        let terms = &mut self.terms;
        let number = *self.numbers.entry(text.key).or_insert_with(|| {
            terms.push(text.terms);
            terms.len()
        });
        *self.uses.entry(number).or_default() += 1;
        Some(number)
    }

    /// The most used text of each licence that the expression names.
    fn by_licence(&self, expression: &str) -> BTreeSet<usize> {
        SENTENCES
            .iter()
            .filter(|(licence, _)| expression.contains(licence))
            .filter_map(|(_, sentence)| {
                self.numbers
                    .iter()
                    .filter(|(key, _)| key.contains(sentence))
                    .map(|(_, number)| *number)
                    .max_by_key(|number| self.uses.get(number))
            })
            .collect()
    }
}
