//! The names under which this data directory is known to the rest of the system.
//!
//! A second data directory (a demo, a test) is a Ringfor of its own: it shares neither the
//! keyring entries nor the running window of the installed one.

use std::path::Path;

use uuid::Uuid;

/// Identifier of the app, and of the user's own data directory.
pub(crate) const APP: &str = "app.ringfor.desktop";

/// Names derived from one data directory.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Identity {
    /// Name on the session bus (Linux) and of the instance lock elsewhere.
    pub(crate) instance: String,
    /// Service name of the keyring entries.
    pub(crate) keyring_service: String,
}

impl Identity {
    /// The names for `data_dir`; `own` says that it is the user's own, default one.
    pub(crate) fn of(data_dir: &Path, own: bool) -> Self {
        let name = if own {
            APP.to_owned()
        } else {
            // The same directory by another path must be the same Ringfor.
            let path = data_dir
                .canonicalize()
                .unwrap_or_else(|_| data_dir.to_owned());
            let hash = Uuid::new_v5(&Uuid::NAMESPACE_URL, path.as_os_str().as_encoded_bytes());
            format!("{APP}.d{}", hash.simple())
        };
        Self {
            instance: name.clone(),
            keyring_service: name,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_directory_of_its_own_has_names_of_its_own() {
        let installed = Identity::of(Path::new("/home/a/.local/share/ringfor"), true);
        let demo = Identity::of(Path::new("/tmp/demo"), false);
        let other = Identity::of(Path::new("/tmp/other"), false);
        assert_eq!(installed.instance, APP);
        assert_ne!(demo, installed);
        assert_ne!(demo, other);
        assert_eq!(demo, Identity::of(Path::new("/tmp/demo"), false));
    }

    #[test]
    fn the_bus_name_is_one_that_dbus_accepts() {
        let name = Identity::of(Path::new("/tmp/demo"), false).instance;
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
