//! Recognises network shares: SQLite's WAL needs memory that is shared on one machine.

use std::path::Path;

/// The kind of network file system `path` is on; none where it is local or cannot be told.
pub(super) fn filesystem_of(path: &Path) -> Option<String> {
    let path = path.canonicalize().ok()?;
    system(&path)
}

#[cfg(target_os = "linux")]
fn system(path: &Path) -> Option<String> {
    let mounts = std::fs::read("/proc/self/mountinfo").ok()?;
    network_mount(&mounts, path)
}

/// A mapped drive is resolved to its share by `canonicalize`.
#[cfg(windows)]
fn system(path: &Path) -> Option<String> {
    use std::path::{Component, Prefix};
    match path.components().next()? {
        Component::Prefix(prefix) => match prefix.kind() {
            Prefix::UNC(..) | Prefix::VerbatimUNC(..) => Some("share".to_owned()),
            _ => None,
        },
        _ => None,
    }
}

#[cfg(not(any(target_os = "linux", windows)))]
fn system(_path: &Path) -> Option<String> {
    None
}

#[cfg(any(target_os = "linux", test))]
fn network_mount(_mountinfo: &[u8], _path: &Path) -> Option<String> {
    None
}
