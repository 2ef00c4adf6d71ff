//! Recognises network shares: SQLite's WAL needs memory that is shared on one machine.

use std::path::Path;
#[cfg(any(target_os = "linux", test))]
use std::path::PathBuf;

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

/// File systems that reach another machine, by the names the kernel gives them.
#[cfg(any(target_os = "linux", test))]
const NETWORK: &[&str] = &[
    "9p",
    "afs",
    "beegfs",
    "ceph",
    "cifs",
    "coda",
    "davfs",
    "gfs2",
    "glusterfs",
    "gpfs",
    "lustre",
    "ncpfs",
    "nfs",
    "nfs4",
    "ocfs2",
    "orangefs",
    "pvfs2",
    "smb2",
    "smb3",
    "smbfs",
    "vboxsf",
    "vmhgfs",
];

/// File systems in user space (`fuse.NAME`) that reach another machine.
#[cfg(any(target_os = "linux", test))]
const NETWORK_FUSE: &[&str] = &[
    "ceph",
    "ceph-fuse",
    "davfs2",
    "gcsfuse",
    "glusterfs",
    "google-drive-ocamlfuse",
    "gvfsd-fuse",
    "juicefs",
    "moosefs",
    "onedriver",
    "rclone",
    "s3fs",
    "seaweedfs",
    "smbnetfs",
    "sshfs",
    "vmhgfs-fuse",
];

#[cfg(any(target_os = "linux", test))]
fn network_mount(mountinfo: &[u8], path: &Path) -> Option<String> {
    let mounts = mountinfo.split(|byte| *byte == b'\n').filter_map(mount);
    // The deepest mount point holds the path; of two at the same place the later one hides the other.
    let (_, filesystem) = mounts
        .filter(|(point, _)| path.starts_with(point))
        .max_by_key(|(point, _)| point.components().count())?;
    let network = match filesystem.strip_prefix("fuse.") {
        Some(name) => NETWORK_FUSE.contains(&name),
        None => NETWORK.contains(&filesystem.as_str()),
    };
    network.then_some(filesystem)
}

/// Mount point and kind of file system of one line (`man 5 proc_pid_mountinfo`).
#[cfg(any(target_os = "linux", test))]
fn mount(line: &[u8]) -> Option<(PathBuf, String)> {
    let line = String::from_utf8_lossy(line);
    let point = line.split(' ').nth(4)?;
    let (_, after) = line.split_once(" - ")?;
    let filesystem = after.split(' ').next()?;
    Some((PathBuf::from(unescaped(point)), filesystem.to_owned()))
}

/// The kernel writes blanks, tabs, line ends and backslashes as three octal digits.
#[cfg(any(target_os = "linux", test))]
fn unescaped(text: &str) -> String {
    [
        ("\\040", " "),
        ("\\011", "\t"),
        ("\\012", "\n"),
        ("\\134", "\\"),
    ]
    .iter()
    .fold(text.to_owned(), |text, (code, plain)| {
        text.replace(code, plain)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const MOUNTS: &str = "\
22 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda1 rw\n\
40 22 0:35 / /home rw,relatime shared:2 - nfs4 server:/home rw,vers=4.2\n\
41 40 0:36 / /home/alex/local rw - ext4 /dev/vdb1 rw\n\
42 22 0:37 / /mnt/team\\040share rw - cifs //server/team rw\n\
43 22 0:38 / /mnt/host rw - fuse.sshfs alex@host:/ rw\n\
44 22 0:39 / /mnt/crypt rw - fuse.gocryptfs /x rw\n\
45 22 0:40 / /mnt/twice rw - nfs server:/a rw\n\
46 22 0:41 / /mnt/twice rw - tmpfs none rw\n\
cut short\n";

    fn on(path: &str) -> Option<String> {
        network_mount(MOUNTS.as_bytes(), Path::new(path))
    }

    #[test]
    fn shares_are_recognised_by_the_deepest_mount_that_holds_the_path() {
        assert_eq!(on("/home/alex/ringfor").as_deref(), Some("nfs4"));
        assert_eq!(on("/mnt/team share/x").as_deref(), Some("cifs"));
        assert_eq!(on("/mnt/host").as_deref(), Some("fuse.sshfs"));
    }

    #[test]
    fn local_file_systems_are_not_taken_for_shares() {
        assert_eq!(on("/var/lib/ringfor"), None);
        assert_eq!(on("/homes/alex"), None);
        assert_eq!(on("/home/alex/local/ringfor"), None);
        assert_eq!(on("/mnt/crypt/x"), None);
        assert_eq!(on("/mnt/twice/x"), None);
    }

    #[test]
    fn this_machine_s_own_temporary_place_is_local() {
        assert_eq!(filesystem_of(&std::env::temp_dir()), None);
    }
}
