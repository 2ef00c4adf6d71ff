//! Starting when the person logs in, minimised.
//!
//! It is our own because the plugin's library joins path and arguments without quotes: on Linux
//! and Windows a program in a folder with a space in its name would not start.

use dialer::problem::{Problem, ProblemCode};

use crate::arrival::MINIMISED;
use crate::program::Program;

/// Where this system keeps what starts at login.
pub(crate) struct StartAtLogin {
    place: Option<Place>,
}

impl StartAtLogin {
    /// For the Ringfor that is known as `instance`.
    pub(crate) fn new(instance: &str, program: Option<&Program>) -> Self {
        Self {
            place: program.and_then(|program| Place::of(instance, program)),
        }
    }

    /// Whether this system can.
    pub(crate) fn is_supported(&self) -> bool {
        self.place.is_some()
    }

    /// Whether it is switched on.
    pub(crate) fn is_on(&self) -> bool {
        self.place.as_ref().is_some_and(Place::is_on)
    }

    /// Switches it.
    pub(crate) fn set(&self, on: bool) -> Result<(), Problem> {
        let Some(place) = &self.place else {
            return Err(Problem::new(ProblemCode::StartAtLoginFailed));
        };
        let done = if on {
            place.switch_on()
        } else {
            place.switch_off()
        };
        done.map_err(|reason| {
            tracing::warn!(reason, "starting at login was not switched");
            Problem::new(ProblemCode::StartAtLoginFailed).with("path", place.name())
        })
    }
}

#[cfg(not(windows))]
use file::Place;
#[cfg(windows)]
use run_key::Place;

#[cfg(not(windows))]
mod file {
    use std::path::{Path, PathBuf};

    use super::{MINIMISED, Program};

    /// A file that the session reads at login.
    pub(super) struct Place {
        file: PathBuf,
        text: String,
    }

    impl Place {
        pub(super) fn of(instance: &str, program: &Program) -> Option<Self> {
            let words = program.words(&[MINIMISED])?;
            Some(Self {
                file: folder()?.join(file_name(instance)),
                text: text(instance, &words),
            })
        }

        pub(super) fn name(&self) -> String {
            self.file.display().to_string()
        }

        pub(super) fn is_on(&self) -> bool {
            is_on(&self.file)
        }

        pub(super) fn switch_on(&self) -> Result<(), String> {
            let folder = self.file.parent().unwrap_or(Path::new("/"));
            std::fs::create_dir_all(folder)
                .and_then(|()| std::fs::write(&self.file, &self.text))
                .map_err(|error| error.to_string())
        }

        pub(super) fn switch_off(&self) -> Result<(), String> {
            match std::fs::remove_file(&self.file) {
                Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                    Err(error.to_string())
                }
                _ => Ok(()),
            }
        }
    }

    #[cfg(not(target_os = "macos"))]
    fn folder() -> Option<PathBuf> {
        Some(dirs::config_dir()?.join("autostart"))
    }

    #[cfg(not(target_os = "macos"))]
    fn file_name(instance: &str) -> String {
        format!("{instance}.desktop")
    }

    #[cfg(not(target_os = "macos"))]
    fn text(_: &str, words: &[String]) -> String {
        format!(
            "[Desktop Entry]\nType=Application\nName=Ringfor\nIcon=ringfor-desktop\nExec={}\n\
             StartupNotify=false\nTerminal=false\n",
            crate::desktop_entry::exec_line(words)
        )
    }

    /// A desktop's own setting switches it off by a line in the file.
    #[cfg(not(target_os = "macos"))]
    fn is_on(file: &Path) -> bool {
        crate::desktop_entry::Entry::read(file)
            .is_some_and(|entry| !entry.hidden && !entry.disabled)
    }

    #[cfg(target_os = "macos")]
    fn folder() -> Option<PathBuf> {
        Some(dirs::home_dir()?.join("Library/LaunchAgents"))
    }

    #[cfg(target_os = "macos")]
    fn file_name(instance: &str) -> String {
        format!("{instance}.plist")
    }

    #[cfg(target_os = "macos")]
    fn text(instance: &str, words: &[String]) -> String {
        let escaped = |word: &String| {
            let word = word.replace('&', "&amp;").replace('<', "&lt;");
            format!("<string>{word}</string>")
        };
        // `env` is not on every search path of launchd.
        let words = words.iter().map(|word| match word.as_str() {
            "env" => "<string>/usr/bin/env</string>".to_owned(),
            _ => escaped(word),
        });
        format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
             <!DOCTYPE plist PUBLIC \"-//Apple//DTD PLIST 1.0//EN\" \
             \"http://www.apple.com/DTDs/PropertyList-1.0.dtd\">\n\
             <plist version=\"1.0\"><dict><key>Label</key><string>{instance}</string>\
             <key>ProgramArguments</key><array>{}</array>\
             <key>RunAtLoad</key><true/></dict></plist>\n",
            words.collect::<String>()
        )
    }

    #[cfg(target_os = "macos")]
    fn is_on(file: &Path) -> bool {
        file.is_file()
    }

    #[cfg(all(test, target_os = "linux"))]
    mod tests {
        use super::*;

        #[test]
        fn the_switch_writes_a_file_that_starts_it_minimised_and_takes_it_away() {
            let folder = tempfile::tempdir().unwrap();
            let words = ["/my apps/ringfor-desktop".to_owned(), MINIMISED.to_owned()];
            let place = Place {
                file: folder.path().join("autostart/ringfor.desktop"),
                text: text("ringfor", &words),
            };
            assert!(!place.is_on());
            place.switch_on().unwrap();
            assert!(place.is_on());
            let written = std::fs::read_to_string(&place.file).unwrap();
            let exec = "\nExec=\"/my apps/ringfor-desktop\" --minimised\n";
            assert!(written.contains(exec), "{written}");

            // The desktop's own setting has switched it off.
            let disabled = format!("{written}X-GNOME-Autostart-enabled=false\n");
            std::fs::write(&place.file, disabled).unwrap();
            assert!(!place.is_on());
            place.switch_on().unwrap();
            assert!(place.is_on());

            place.switch_off().unwrap();
            place.switch_off().unwrap();
            assert!(!place.file.exists());
        }
    }
}

/// The value of the registry that Windows reads at login.
#[cfg(any(windows, test))]
#[cfg_attr(
    not(windows),
    expect(dead_code, reason = "tested as logic on other systems")
)]
mod run_key {
    use super::{MINIMISED, Program};
    use crate::registry::{Registry, RegistryFailed};

    const KEY: &str = r"Software\Microsoft\Windows\CurrentVersion\Run";
    const NAME: &str = "Ringfor";

    /// Starts the program of the user's own data; another one needs a variable.
    pub(super) struct Place {
        program: String,
    }

    impl Place {
        pub(super) fn of(_: &str, program: &Program) -> Option<Self> {
            let own = program.data_dir.is_none();
            Some(Self {
                program: own.then(|| program.file.to_str())??.to_owned(),
            })
        }

        pub(super) fn name(&self) -> String {
            KEY.to_owned()
        }
    }

    fn is_on(registry: &impl Registry) -> bool {
        registry.read(KEY, NAME).is_some()
    }

    fn switch_on(registry: &mut impl Registry, program: &str) -> Result<(), RegistryFailed> {
        registry.write(KEY, NAME, &format!("\"{program}\" {MINIMISED}"))
    }

    fn switch_off(registry: &mut impl Registry) -> Result<(), RegistryFailed> {
        registry.remove_value(KEY, NAME)
    }

    #[cfg(windows)]
    impl Place {
        pub(super) fn is_on(&self) -> bool {
            is_on(&crate::registry::UserRegistry)
        }

        pub(super) fn switch_on(&self) -> Result<(), String> {
            switch_on(&mut crate::registry::UserRegistry, &self.program).map_err(told)
        }

        pub(super) fn switch_off(&self) -> Result<(), String> {
            switch_off(&mut crate::registry::UserRegistry).map_err(told)
        }
    }

    #[cfg(windows)]
    fn told(_: RegistryFailed) -> String {
        "the registry refused".to_owned()
    }

    #[cfg(test)]
    mod tests {
        use super::*;
        use crate::registry::InMemory;

        #[test]
        fn the_switch_writes_one_value_with_quotes_and_takes_it_away() {
            let mut registry = InMemory::default();
            registry.write(KEY, "Other", "other.exe").unwrap();
            let before = registry.clone();
            switch_on(
                &mut registry,
                r"C:\Program Files\Ringfor\ringfor-desktop.exe",
            )
            .unwrap();
            assert!(is_on(&registry));
            assert_eq!(
                registry.read(KEY, NAME).as_deref(),
                Some(r#""C:\Program Files\Ringfor\ringfor-desktop.exe" --minimised"#)
            );
            switch_off(&mut registry).unwrap();
            assert_eq!(registry, before);
        }
    }
}
