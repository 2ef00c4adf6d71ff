//! Licence files of a part, cut into the notice that names its authors and the terms, which many share.

use std::path::{Path, PathBuf};

use crate::report::Stop;

/// One licence file.
pub(super) struct Text {
    /// Lines such as `Copyright (c) 2018 Jane Doe`.
    pub(super) notices: Vec<String>,
    /// Everything else, as it stands in the file.
    pub(super) terms: String,
    /// The same for two texts that differ in line breaks, punctuation and letter case only.
    pub(super) key: String,
}

/// Reads the licence files that lie at the top of a folder, in the order of their names.
pub(super) fn read(folder: &Path) -> Result<Vec<Text>, Stop> {
    let unreadable = |path: &Path, error: std::io::Error| {
        Stop::new(
            format!("{} could not be read: {error}", path.display()),
            "run `cargo fetch` and `cargo xtask licences` again; it reads the sources of all crates",
        )
    };
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)
        .map_err(|error| unreadable(folder, error))?
        .filter_map(Result::ok)
        .map(|entry| entry.path())
        .filter(|path| path.is_file() && is_licence(path))
        .collect();
    files.sort();
    files
        .iter()
        .map(|file| {
            let bytes = std::fs::read(file).map_err(|error| unreadable(file, error))?;
            Ok(split(&String::from_utf8_lossy(&bytes)))
        })
        .collect()
}

fn is_licence(path: &Path) -> bool {
    let name = path
        .file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .to_lowercase();
    // The machine-readable form says nothing that the list does not say.
    !name.ends_with(".spdx")
        && [
            "licence",
            "license",
            "copying",
            "copyright",
            "notice",
            "unlicense",
        ]
        .iter()
        .any(|start| name.starts_with(start))
}

fn split(text: &str) -> Text {
    let (notices, terms): (Vec<&str>, Vec<&str>) = text
        .lines()
        .map(str::trim_end)
        .partition(|line| is_notice(line));
    let terms = terms.join("\n").trim_matches('\n').to_owned();
    let key = terms
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect::<Vec<_>>()
        .join(" ");
    Text {
        notices: notices.iter().map(|line| line.trim().to_owned()).collect(),
        terms,
        key,
    }
}

/// A line that names an owner, and not one that speaks about "the copyright holder".
fn is_notice(line: &str) -> bool {
    let Some((word, rest)) = line.trim_start().split_once(' ') else {
        return false;
    };
    let rest = rest.trim_start();
    let marked = rest.to_lowercase().starts_with("(c)")
        || rest.starts_with('©')
        || rest.starts_with(|letter: char| letter.is_ascii_digit());
    let named = word == "Copyright"
        && rest.starts_with(char::is_uppercase)
        && !["holder", "notice", "license", "licence", "owner"]
            .iter()
            .any(|term| rest.to_lowercase().starts_with(term));
    word.eq_ignore_ascii_case("copyright") && (marked || named)
}

#[cfg(test)]
mod tests {
    use super::split;

    #[test]
    fn the_same_terms_of_two_authors_have_one_key() {
        let one =
            split("MIT License\n\nCopyright (c) 2018 Jane\n\nPermission is\nhereby granted\n");
        let other = split("MIT License\n\n  Copyright 2020 Joe\n\npermission is hereby\n granted.");
        assert_eq!(one.key, other.key);
        assert_eq!(one.notices, ["Copyright (c) 2018 Jane"]);
        assert_eq!(other.notices, ["Copyright 2020 Joe"]);
    }

    #[test]
    fn terms_that_mention_copyright_stay_in_the_terms() {
        let text = split(
            "The above copyright notice\ncopyright holders may\nCOPYRIGHT HOLDERS BE LIABLE\nCopyright Holder means\nCopyright [yyyy] [name]",
        );
        assert!(text.notices.is_empty());
        assert_eq!(text.terms.lines().count(), 5);
    }
}
