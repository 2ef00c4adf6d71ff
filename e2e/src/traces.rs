//! What a desktop's programs leave for others to read: arguments, environments and files.

use std::path::{Path, PathBuf};

use crate::desktop::Desktop;
use crate::processes::marked;
use crate::trouble::Trouble;

impl Desktop {
    /// Where any of these texts can be read: in the arguments or the environment of a process of this
    /// desktop, in what `ps` prints, or in a file in its folder.
    ///
    /// # Errors
    /// There is nothing to look at.
    pub fn traces_of(&self, texts: &[&str]) -> Result<Vec<String>, Trouble> {
        let mut traces = Vec::new();
        let mut look = |place: String, bytes: &[u8]| {
            for (number, text) in texts.iter().enumerate() {
                if bytes
                    .windows(text.len())
                    .any(|part| part == text.as_bytes())
                {
                    traces.push(format!("text {number} in {place}"));
                }
            }
        };
        let processes = marked(&self.mark());
        if processes.is_empty() {
            return Err(Trouble::new("no process carries the mark of this desktop"));
        }
        for process in processes {
            for file in ["cmdline", "environ"] {
                let place = format!("/proc/{process}/{file}");
                // It may have ended since; then nobody can read it any more either.
                if let Ok(bytes) = std::fs::read(&place) {
                    look(place, &bytes);
                }
            }
        }
        let listed = self.run(self.command("ps").args(["-e", "-ww", "-o", "pid,args"]))?;
        look("ps".into(), listed.as_bytes());
        for file in files_below(self.folder())? {
            if let Ok(bytes) = std::fs::read(&file) {
                look(file.display().to_string(), &bytes);
            }
        }
        Ok(traces)
    }

    /// Files below this desktop's folder whose name begins like this.
    ///
    /// # Errors
    /// The folder cannot be read.
    pub fn files_named(&self, beginning: &str) -> Result<Vec<PathBuf>, Trouble> {
        let mut files = files_below(self.folder())?;
        files.retain(|file| {
            let name = file.file_name().unwrap_or_default();
            name.to_string_lossy().starts_with(beginning)
        });
        Ok(files)
    }
}

/// Ordinary files, in folders that do not lead elsewhere.
fn files_below(folder: &Path) -> Result<Vec<PathBuf>, Trouble> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        let kind = entry.file_type()?;
        if kind.is_dir() {
            files.extend(files_below(&entry.path())?);
        } else if kind.is_file() {
            files.push(entry.path());
        }
    }
    Ok(files)
}
