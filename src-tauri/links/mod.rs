//! Links that open Ringfor: a switch that is off at first, and a look at who opens what.
//!
//! Registering is our own. What it changes belongs to all programs of the desktop, so it changes
//! as little as there is, and puts back what was there.

#[cfg(target_os = "linux")]
mod linux;
#[cfg(target_os = "linux")]
mod mimeapps;
#[cfg(target_os = "linux")]
mod places;
mod settings;
#[cfg(any(windows, test))]
mod windows;

use std::sync::Arc;

use dialer::data_dir::Identity;
use dialer::problem::Problem;
use dialer::view::LinksView;
use tauri::Wry;

use crate::preferences::PreferenceFile;
use crate::program::Program;
#[cfg(windows)]
use crate::registry::UserRegistry;

/// The kinds of links that can hold a number.
const SCHEMES: [&str; 3] = ["tel", "callto", "sip"];

/// The links of this Ringfor.
pub(crate) struct Links {
    #[cfg(target_os = "linux")]
    session: Option<linux::Session>,
    #[cfg(windows)]
    program: Option<String>,
    #[cfg(target_os = "linux")]
    preferences: Option<Arc<PreferenceFile<Wry>>>,
}

/// Opens the system's own setting of what opens links. Whatever it starts runs on by itself.
pub(crate) fn open_settings() -> Result<(), Problem> {
    settings::open()
}

#[cfg(target_os = "linux")]
impl Links {
    /// Those that start `program`.
    pub(crate) fn new(
        identity: &Identity,
        program: Option<Program>,
        preferences: Option<Arc<PreferenceFile<Wry>>>,
    ) -> Self {
        let session = program.and_then(|program| linux::Session::this(&identity.instance, program));
        Self {
            session,
            preferences,
        }
    }

    /// Who opens what.
    pub(crate) fn view(&self) -> LinksView {
        self.session
            .as_ref()
            .map_or_else(unsupported, linux::Session::view)
    }

    /// Offers Ringfor, or puts back what was there.
    pub(crate) fn set(&self, on: bool) -> Result<(), Problem> {
        let (Some(session), Some(preferences)) = (&self.session, &self.preferences) else {
            return Err(Problem::new(dialer::problem::ProblemCode::LinksUnsupported));
        };
        if on && !session.is_on() {
            let older = preferences.remembered_links();
            let before = session.before(older.as_ref())?;
            // Kept first: whatever happens while it is written can be put back.
            preferences.remember_links(Some(&before));
            session.switch_on(&before)
        } else if !on {
            session.switch_off(preferences.remembered_links().as_ref())?;
            preferences.remember_links::<linux::Before>(None);
            Ok(())
        } else {
            Ok(())
        }
    }

    /// Follows the program to where it is now.
    pub(crate) fn refresh(&self) {
        if let Some(Err(problem)) = self.session.as_ref().map(linux::Session::refresh) {
            tracing::warn!(?problem, "links may start a program that has moved");
        }
    }
}

#[cfg(windows)]
impl Links {
    /// Those that start `program`. One with other data needs a variable that a link cannot set.
    pub(crate) fn new(
        _: &Identity,
        program: Option<Program>,
        _: Option<Arc<PreferenceFile<Wry>>>,
    ) -> Self {
        let program = program.filter(|program| program.data_dir.is_none());
        Self {
            program: program.and_then(|program| Some(program.file.to_str()?.to_owned())),
        }
    }

    /// Who opens what.
    pub(crate) fn view(&self) -> LinksView {
        LinksView {
            supported: self.program.is_some(),
            ..windows::view(&UserRegistry)
        }
    }

    /// Offers Ringfor, or takes the offer back.
    pub(crate) fn set(&self, on: bool) -> Result<(), Problem> {
        use dialer::problem::ProblemCode;
        let Some(program) = &self.program else {
            return Err(Problem::new(ProblemCode::LinksUnsupported));
        };
        let mut registry = UserRegistry;
        let done = if on {
            windows::switch_on(&mut registry, program)
        } else {
            windows::switch_off(&mut registry)
        };
        done.map_err(|_| Problem::new(ProblemCode::LinksFailed).with("path", "HKEY_CURRENT_USER"))
    }

    /// Follows the program to where it is now.
    pub(crate) fn refresh(&self) {
        if self.program.is_some() && self.view().on && self.set(true).is_err() {
            tracing::warn!("links may start a program that has moved");
        }
    }
}

/// On macOS the bundle itself names its links (`tauri.macos.conf.json`), and only the system's own
/// setting chooses what opens them.
#[cfg(not(any(target_os = "linux", windows)))]
impl Links {
    pub(crate) fn new(
        _: &Identity,
        _: Option<Program>,
        _: Option<Arc<PreferenceFile<Wry>>>,
    ) -> Self {
        Self {}
    }

    pub(crate) fn view(&self) -> LinksView {
        unsupported()
    }

    pub(crate) fn set(&self, _: bool) -> Result<(), Problem> {
        Err(Problem::new(dialer::problem::ProblemCode::LinksUnsupported))
    }

    pub(crate) fn refresh(&self) {}
}

#[cfg(not(windows))]
fn unsupported() -> LinksView {
    let scheme = |scheme: &str| dialer::view::SchemeView {
        scheme: scheme.to_owned(),
        handler: None,
        ours: false,
    };
    LinksView {
        supported: false,
        on: false,
        schemes: SCHEMES.into_iter().map(scheme).collect(),
    }
}
