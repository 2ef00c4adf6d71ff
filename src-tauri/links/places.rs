//! Where Linux desktops look for programs and for what opens what.

use std::path::{Path, PathBuf};

use super::mimeapps;
use crate::desktop_entry::Entry;

/// The folders of the standard, as this session has them.
#[derive(Debug, Clone)]
pub(super) struct Places {
    pub(super) config_home: PathBuf,
    pub(super) config_dirs: Vec<PathBuf>,
    pub(super) data_home: PathBuf,
    pub(super) data_dirs: Vec<PathBuf>,
    /// The desktop's own names, in lower case.
    pub(super) desktops: Vec<String>,
}

impl Places {
    /// Those of this session; none where there is no home.
    pub(super) fn of_this_session() -> Option<Self> {
        let home = PathBuf::from(std::env::var_os("HOME").filter(|home| !home.is_empty())?);
        let one = |name: &str, otherwise: &str| {
            let named = std::env::var_os(name).map(PathBuf::from);
            // The standard has relative ones ignored.
            let named = named.filter(|path| path.is_absolute());
            named.unwrap_or_else(|| home.join(otherwise))
        };
        let several = |name: &str, otherwise: &str| {
            let named = std::env::var_os(name).filter(|value| !value.is_empty());
            let named = named.unwrap_or_else(|| otherwise.into());
            std::env::split_paths(&named).collect()
        };
        let desktops = std::env::var("XDG_CURRENT_DESKTOP").unwrap_or_default();
        Some(Self {
            config_home: one("XDG_CONFIG_HOME", ".config"),
            config_dirs: several("XDG_CONFIG_DIRS", "/etc/xdg"),
            data_home: one("XDG_DATA_HOME", ".local/share"),
            data_dirs: several("XDG_DATA_DIRS", "/usr/local/share:/usr/share"),
            desktops: desktops
                .split(':')
                .filter(|name| !name.is_empty())
                .map(str::to_lowercase)
                .collect(),
        })
    }

    /// Folder of the user's own `.desktop` files.
    pub(super) fn own_entries(&self) -> PathBuf {
        self.data_home.join("applications")
    }

    /// The user's lists that this desktop reads, the one that counts first.
    pub(super) fn own_lists(&self) -> Vec<PathBuf> {
        self.lists_in(&self.config_home).collect()
    }

    /// The `.desktop` file that opens `kind` now.
    pub(super) fn handler(&self, kind: &str) -> Option<String> {
        let configured = std::iter::once(&self.config_home).chain(&self.config_dirs);
        let installed: Vec<PathBuf> = self.data().map(|data| data.join("applications")).collect();
        let lists = configured
            .chain(&installed)
            .flat_map(|folder| self.lists_in(folder));
        let chosen = lists
            .filter_map(|list| std::fs::read(list).ok())
            .find_map(|text| {
                let text = String::from_utf8_lossy(&text);
                self.first_installed(mimeapps::default_of(&text, kind)?)
            });
        // Nobody has chosen: desktops take the first program that offers itself.
        chosen.or_else(|| {
            installed.iter().find_map(|folder| {
                let cache = std::fs::read_to_string(folder.join("mimeinfo.cache")).ok()?;
                let offered = cache
                    .lines()
                    .find_map(|line| line.strip_prefix(kind)?.strip_prefix('='))?;
                self.first_installed(offered)
            })
        })
    }

    /// What a `.desktop` file says; none where it is not installed.
    pub(super) fn entry(&self, id: &str) -> Option<Entry> {
        // A name from a file that anybody may have written must not leave the folders.
        if id.is_empty() || id.contains('/') {
            return None;
        }
        // In a subfolder the first dashes of the id stand for slashes.
        let names = [id.to_owned(), id.replacen('-', "/", 1)];
        self.data()
            .flat_map(|data| {
                names
                    .iter()
                    .map(move |name| data.join("applications").join(name))
            })
            .find_map(|file| Entry::read(&file))
            .filter(|entry| !entry.hidden)
    }

    fn first_installed(&self, ids: &str) -> Option<String> {
        ids.split(';')
            .map(str::trim)
            .find(|id| self.entry(id).is_some())
            .map(str::to_owned)
    }

    fn data(&self) -> impl Iterator<Item = &PathBuf> {
        std::iter::once(&self.data_home).chain(&self.data_dirs)
    }

    fn lists_in(&self, folder: &Path) -> impl Iterator<Item = PathBuf> {
        let folder = folder.to_owned();
        let special = self
            .desktops
            .iter()
            .map(|name| format!("{name}-mimeapps.list"));
        special
            .chain(std::iter::once("mimeapps.list".to_owned()))
            .map(move |name| folder.join(name))
    }
}
