//! The language of the person's session.

use crate::app::Start;
use crate::desktop::Desktop;
use crate::trouble::Trouble;

impl Start {
    /// On a system that speaks this language, such as `de_DE`.
    ///
    /// A name alone is not enough: the web view asks the C library, which says `C` for a locale
    /// that is not there.
    ///
    /// # Errors
    /// `localedef` failed.
    pub fn and_language(self, desktop: &Desktop, locale: &str) -> Result<Self, Trouble> {
        let folder = desktop.folder().join("locales");
        std::fs::create_dir_all(&folder)?;
        let name = format!("{locale}.UTF-8");
        let mut command = desktop.command("localedef");
        command.args(["-i", locale, "-f", "UTF-8"]);
        desktop.run(command.arg(folder.join(&name)))?;
        Ok(self
            .and("LOCPATH", &folder.to_string_lossy())
            .and("LANG", &name))
    }
}
