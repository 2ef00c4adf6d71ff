//! `.desktop` files: how Linux desktops start programs.

use std::path::Path;

/// The escapes of the standard, first for an argument, then for the value of a key.
pub(crate) fn exec_line(words: &[String]) -> String {
    let quoted: Vec<String> = words.iter().map(|word| quoted(word)).collect();
    quoted.join(" ")
}

/// Without a need there are no quotes: `xdg-open` without a desktop takes them for a part of the name.
fn quoted(word: &str) -> String {
    // A code that the desktop replaces stays as it is.
    if word == "%u" {
        return word.to_owned();
    }
    let word = word.replace('%', "%%");
    let reserved = |c: char| c.is_whitespace() || "\"'\\><~|&;$*?#()`".contains(c);
    if !word.is_empty() && !word.contains(reserved) {
        return word;
    }
    let mut argument = String::from('"');
    for c in word.chars() {
        if "\"`$\\".contains(c) {
            argument.push('\\');
        }
        argument.push(c);
    }
    argument.push('"');
    escaped(&argument)
}

/// A text as the value of a key.
pub(crate) fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\")
        .replace('\n', "\\n")
        .replace('\t', "\\t")
        .replace('\r', "\\r")
}

/// What a `.desktop` file says about its program.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Entry {
    /// Its name, as a person knows it.
    pub(crate) name: Option<String>,
    /// `Hidden=true`: as if it were not there.
    pub(crate) hidden: bool,
    /// `X-GNOME-Autostart-enabled=false`: not started at login.
    pub(crate) disabled: bool,
}

impl Entry {
    /// Reads a file; none where it cannot be read.
    pub(crate) fn read(file: &Path) -> Option<Self> {
        let text = std::fs::read(file).ok()?;
        Some(Self::of(&String::from_utf8_lossy(&text)))
    }

    fn of(text: &str) -> Self {
        let mut entry = Self::default();
        let mut inside = false;
        for line in text.lines() {
            let line = line.trim();
            if line.starts_with('[') {
                inside = line == "[Desktop Entry]";
                continue;
            }
            let Some((key, value)) = line.split_once('=').filter(|_| inside) else {
                continue;
            };
            match (key.trim(), value.trim()) {
                ("Name", name) => entry.name = Some(name.to_owned()),
                ("Hidden", "true") => entry.hidden = true,
                ("X-GNOME-Autostart-enabled", "false") => entry.disabled = true,
                _ => {}
            }
        }
        entry
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(words: &[&str]) -> String {
        let words: Vec<String> = words.iter().map(|&word| word.to_owned()).collect();
        exec_line(&words)
    }

    #[test]
    fn what_needs_no_quotes_has_none() {
        assert_eq!(
            line(&["/usr/bin/ringfor-desktop", "%u"]),
            "/usr/bin/ringfor-desktop %u"
        );
        assert_eq!(
            line(&["env", "RINGFOR_DATA_DIR=/tmp/a", "/x", "%u"]),
            "env RINGFOR_DATA_DIR=/tmp/a /x %u"
        );
    }

    #[test]
    fn what_needs_them_is_escaped_twice() {
        for (word, written) in [
            ("/my apps/x", "\"/my apps/x\""),
            ("", "\"\""),
            ("100%", "100%%"),
            ("%u%", "%%u%%"),
            ("a\"b", r#""a\\"b""#),
            ("$HOME", r#""\\$HOME""#),
            (r"a\b", r#""a\\\\b""#),
            ("a;b", "\"a;b\""),
        ] {
            assert_eq!(line(&[word]), written, "{word}");
        }
    }

    #[test]
    fn the_name_is_that_of_the_entry_and_not_of_an_action() {
        let entry = Entry::of(
            "[Desktop Entry]\nName[de]=Telefon\nName = Phone\nHidden=true\n[Desktop Action new]\nName=New\n",
        );
        assert_eq!(entry.name.as_deref(), Some("Phone"));
        assert!(entry.hidden && !entry.disabled);
    }
}
