//! How this program is started again: by a link, at login, by a key of the desktop.

use std::path::{Path, PathBuf};

/// The file to start, and what it needs to be this Ringfor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Program {
    /// The file.
    pub(crate) file: PathBuf,
    /// The data directory, where it is not the user's own one.
    pub(crate) data_dir: Option<PathBuf>,
}

/// The variable that names another data directory.
pub(crate) const DATA_DIR: &str = "RINGFOR_DATA_DIR";

impl Program {
    /// This program, with its data in `data_dir` unless that is `own`.
    pub(crate) fn this(data_dir: &Path, own: bool) -> Option<Self> {
        // Inside an AppImage the running file is gone when the image is closed.
        let image = std::env::var_os("APPIMAGE").map(PathBuf::from);
        let file = image.or_else(|| std::env::current_exe().ok())?;
        let data_dir = std::path::absolute(data_dir).ok()?;
        Some(Self {
            file,
            data_dir: (!own).then_some(data_dir),
        })
    }

    /// The words that start it with `arguments`; none where they cannot be written as text.
    pub(crate) fn words(&self, arguments: &[&str]) -> Option<Vec<String>> {
        let mut words = Vec::new();
        if let Some(data_dir) = &self.data_dir {
            words.push("env".to_owned());
            words.push(format!("{DATA_DIR}={}", data_dir.to_str()?));
        }
        words.push(self.file.to_str()?.to_owned());
        words.extend(arguments.iter().map(|&argument| argument.to_owned()));
        Some(words)
    }

    /// The line for a person to bind to keys, as short as it can be.
    pub(crate) fn command(&self, argument: &str, search_path: Option<&std::ffi::OsStr>) -> String {
        let mut words = self.words(&[argument]).unwrap_or_default();
        let name = self.file.file_name().and_then(|name| name.to_str());
        if let Some(name) = name.filter(|name| self.is_found_as(name, search_path)) {
            let file = self.file.to_string_lossy();
            for word in words.iter_mut().filter(|word| **word == file) {
                name.clone_into(word);
            }
        }
        words
            .iter()
            .map(|word| quoted(word))
            .collect::<Vec<_>>()
            .join(" ")
    }

    fn is_found_as(&self, name: &str, search_path: Option<&std::ffi::OsStr>) -> bool {
        let first = search_path
            .map(std::env::split_paths)
            .into_iter()
            .flatten()
            .map(|folder| folder.join(name))
            .find(|file| file.is_file());
        let same = |file: PathBuf| file.canonicalize().ok() == self.file.canonicalize().ok();
        first.is_some_and(same)
    }
}

fn quoted(word: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || "-_./=:\\".contains(c);
    if word.chars().all(plain) {
        word.to_owned()
    } else {
        format!("\"{word}\"")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_directory_of_its_own_is_kept_over_the_start() {
        let program = Program {
            file: "/opt/ringfor-desktop".into(),
            data_dir: Some("/tmp/demo".into()),
        };
        assert_eq!(
            program.words(&["%u"]).unwrap(),
            [
                "env",
                "RINGFOR_DATA_DIR=/tmp/demo",
                "/opt/ringfor-desktop",
                "%u"
            ]
        );
    }

    #[test]
    fn the_command_is_short_where_the_system_finds_the_program_by_name() {
        let bin = tempfile::tempdir().unwrap();
        let other = tempfile::tempdir().unwrap();
        let file = bin.path().join("ringfor-desktop");
        std::fs::write(&file, "").unwrap();
        let program = Program {
            file: file.clone(),
            data_dir: None,
        };
        let path = |folders: &[&Path]| std::env::join_paths(folders).unwrap();
        let found = path(&[other.path(), bin.path()]);
        assert_eq!(
            program.command("--dial-selection", Some(&found)),
            "ringfor-desktop --dial-selection"
        );
        // Not there, or another one is found first.
        let whole = format!("{} --dial-selection", file.display());
        assert_eq!(program.command("--dial-selection", None), whole);
        std::fs::write(other.path().join("ringfor-desktop"), "").unwrap();
        assert_eq!(program.command("--dial-selection", Some(&found)), whole);
    }

    #[test]
    fn a_path_with_spaces_is_one_word() {
        let program = Program {
            file: "/opt/my apps/ringfor-desktop".into(),
            data_dir: None,
        };
        assert_eq!(
            program.command("--dial-selection", None),
            "\"/opt/my apps/ringfor-desktop\" --dial-selection"
        );
    }
}
