//! Where the programs under test are, and where pictures go.

use std::path::PathBuf;

use crate::trouble::Trouble;

/// A program of the build that this test belongs to.
pub(crate) fn program(name: &str) -> Result<PathBuf, Trouble> {
    let path = build_folder()?.join(name);
    if path.exists() {
        Ok(path)
    } else {
        Err(Trouble::new(format!(
            "{} is not there: `cargo xtask test` builds it",
            path.display()
        )))
    }
}

/// The folder for pictures of the window.
pub fn shots() -> Result<PathBuf, Trouble> {
    let folder = build_folder()?.with_file_name("shots");
    std::fs::create_dir_all(&folder)?;
    Ok(folder)
}

/// `target/debug`: this program is there itself, or in `deps` below it.
fn build_folder() -> Result<PathBuf, Trouble> {
    let this = std::env::current_exe()?;
    this.ancestors()
        .skip(1)
        .find(|folder| !folder.ends_with("deps"))
        .map(PathBuf::from)
        .ok_or_else(|| Trouble::new("this program is in no build folder"))
}
