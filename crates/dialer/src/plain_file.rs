//! Opening a file that a person chose: one with contents, and nothing that only looks like one.

use std::fs::{File, OpenOptions};
use std::io;
use std::path::Path;

/// The file at `path`. What it is is asked of the open file: the path may lead elsewhere a moment later.
///
/// # Errors
/// Where it cannot be opened, and `InvalidInput` where it is a directory, a pipe, a device or the like.
pub(crate) fn open(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true);
    #[cfg(unix)]
    {
        use rustix::fs::OFlags;
        use std::os::unix::fs::OpenOptionsExt;
        // Opening a pipe would wait for somebody who writes into it.
        let flags = OFlags::NONBLOCK | OFlags::NOCTTY;
        options.custom_flags(flags.bits().cast_signed());
    }
    let file = options.open(path)?;
    match file.metadata()?.is_file() {
        true => Ok(file),
        false => Err(io::ErrorKind::InvalidInput.into()),
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;
    use std::io::Read;

    #[test]
    fn a_pipe_is_turned_down_without_waiting_for_it() {
        let dir = tempfile::tempdir().unwrap();
        let pipe = dir.path().join("pipe");
        let made = std::process::Command::new("mkfifo").arg(&pipe).status();
        assert!(made.unwrap().success());
        for path in [&pipe, dir.path(), Path::new("/dev/zero")] {
            let error = open(path).err().unwrap();
            assert_eq!(error.kind(), io::ErrorKind::InvalidInput, "{path:?}");
        }
        let file = dir.path().join("file");
        std::fs::write(&file, "x").unwrap();
        let mut text = String::new();
        open(&file).unwrap().read_to_string(&mut text).unwrap();
        assert_eq!(text, "x");
    }
}
