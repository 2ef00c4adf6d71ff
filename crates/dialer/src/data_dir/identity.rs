//! The names under which a data directory is known to the rest of the system.
//!
//! Window and command line derive them here, so that both reach the same keyring entries. A second data directory (a demo, a test) is a Ringfor of its own: it shares neither the
//! keyring entries nor the running window of the installed one.

use std::path::{Path, PathBuf};

use uuid::Uuid;

/// Identifier of the app, and of the user's own data directory.
pub const APP: &str = "app.ringfor.desktop";

/// Names derived from one data directory.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Identity {
    /// Name on the session bus (Linux) and of the instance lock elsewhere.
    pub instance: String,
    /// Service name of the keyring entries.
    pub keyring_service: String,
    /// Whether it is the user's own data directory.
    pub own: bool,
}

impl Identity {
    /// The names for `data_dir`; `default` is the user's own directory, where there is one.
    pub fn of(data_dir: &Path, default: Option<&Path>) -> Self {
        // The same directory by another path must be the same Ringfor.
        let path = resolved(data_dir);
        let own = default.is_some_and(|default| resolved(default) == path);
        let name = if own {
            APP.to_owned()
        } else {
            let hash = Uuid::new_v5(&Uuid::NAMESPACE_URL, path.as_os_str().as_encoded_bytes());
            format!("{APP}.d{}", hash.simple())
        };
        Self {
            instance: name.clone(),
            keyring_service: name,
            own,
        }
    }
}

fn resolved(path: &Path) -> PathBuf {
    let absolute = || std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    path.canonicalize().unwrap_or_else(|_| absolute())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_directory_of_its_own_has_names_of_its_own() {
        let default = Some(Path::new("/home/a/.local/share/ringfor"));
        let installed = Identity::of(Path::new("/home/a/.local/share/ringfor"), default);
        let demo = Identity::of(Path::new("/tmp/demo"), default);
        let other = Identity::of(Path::new("/tmp/other"), default);
        assert_eq!(installed.instance, APP);
        assert_ne!(demo, installed);
        assert_ne!(demo, other);
        assert_eq!(demo, Identity::of(Path::new("/tmp/demo"), None));
    }

    #[test]
    fn the_own_directory_is_the_own_one_by_any_path() {
        let place = std::env::temp_dir();
        let default = Some(place.as_path());
        for path in [place.clone(), place.join("."), place.join("x").join("..")] {
            let same = path.canonicalize().is_ok();
            let identity = Identity::of(&path, default);
            assert_eq!(identity.instance == APP, same, "{}", path.display());
        }
    }

    #[test]
    fn the_bus_name_is_one_that_dbus_accepts() {
        let name = Identity::of(Path::new("/tmp/demo"), None).instance;
        assert!(name.len() < 240);
        for part in name.split('.') {
            assert!(
                part.starts_with(|c: char| c.is_ascii_alphabetic()),
                "{part}"
            );
            assert!(part.chars().all(|c| c.is_ascii_alphanumeric()), "{part}");
        }
    }
}
