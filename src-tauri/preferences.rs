//! Appearance and window size, through the store plugin. Nothing a call depends on lives here.

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use dialer::problem::{Problem, ProblemCode};
use dialer::view::Preferences;
#[cfg(target_os = "linux")]
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use tauri::{AppHandle, Runtime};
use tauri_plugin_store::{Store, StoreExt};

const FILE: &str = "preferences.json";
const APPEARANCE: &str = "appearance";
const CONTRAST: &str = "contrast";
const MOTION: &str = "motion";
const LANGUAGE: &str = "language";
const ZOOM: &str = "zoom";
const CLOSE_TO_TRAY: &str = "close_to_tray";
const NOTIFY: &str = "notify";
const SHORTCUT: &str = "shortcut";
#[cfg(target_os = "linux")]
const LINKS_BEFORE: &str = "links_before";
const WINDOW: &str = "window";
/// No file of ours is nearly as long; a longer one would only cost memory.
const LONGEST: u64 = 1024 * 1024;

const ZOOM_SMALLEST: u16 = 50;
const ZOOM_LARGEST: u16 = 300;

/// Size of the window, in logical pixels.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub(crate) struct WindowSize {
    /// Width.
    pub(crate) width: f64,
    /// Height.
    pub(crate) height: f64,
}

/// The preferences file of one data directory.
pub(crate) struct PreferenceFile<R: Runtime> {
    store: Arc<Store<R>>,
}

impl<R: Runtime> PreferenceFile<R> {
    /// Loads the file; [`set_aside_if_damaged`] has run before.
    pub(crate) fn load(
        app: &AppHandle<R>,
        data_dir: &Path,
    ) -> Result<Self, tauri_plugin_store::Error> {
        let store = app
            .store_builder(data_dir.join(FILE))
            .disable_auto_save()
            .build()?;
        Ok(Self { store })
    }

    /// What the page may read.
    pub(crate) fn get(&self) -> Preferences {
        let first = Preferences::default();
        Preferences {
            appearance: self.read(APPEARANCE).unwrap_or(first.appearance),
            contrast: self.read(CONTRAST).unwrap_or(first.contrast),
            motion: self.read(MOTION).unwrap_or(first.motion),
            language: self.read(LANGUAGE).unwrap_or(first.language),
            zoom: self.read(ZOOM).map_or(first.zoom, within_zoom),
            close_to_tray: self.read(CLOSE_TO_TRAY).unwrap_or(first.close_to_tray),
            notify: self.read(NOTIFY).unwrap_or(first.notify),
        }
    }

    /// Changes what the page may change.
    pub(crate) fn set(&self, preferences: Preferences) {
        self.put(APPEARANCE, preferences.appearance);
        self.put(CONTRAST, preferences.contrast);
        self.put(MOTION, preferences.motion);
        self.put(LANGUAGE, preferences.language);
        self.put(ZOOM, within_zoom(preferences.zoom));
        self.put(CLOSE_TO_TRAY, preferences.close_to_tray);
        self.put(NOTIFY, preferences.notify);
        self.save();
    }

    /// The size the window had when it was closed.
    pub(crate) fn window_size(&self) -> Option<WindowSize> {
        self.read(WINDOW)
    }

    /// Remembers the size of the window.
    pub(crate) fn set_window_size(&self, size: WindowSize) {
        self.put(WINDOW, size);
        self.save();
    }

    /// The keys of the shortcut.
    pub(crate) fn shortcut(&self) -> Option<String> {
        self.read(SHORTCUT)
    }

    /// Remembers the keys of the shortcut.
    pub(crate) fn set_shortcut(&self, keys: Option<String>) {
        self.put(SHORTCUT, keys);
        self.save();
    }

    /// What opened links before Ringfor did.
    #[cfg(target_os = "linux")]
    pub(crate) fn remembered_links<T: DeserializeOwned>(&self) -> Option<T> {
        self.read(LINKS_BEFORE)
    }

    /// Remembers what opened links before Ringfor did.
    #[cfg(target_os = "linux")]
    pub(crate) fn remember_links<T: Serialize>(&self, before: Option<&T>) {
        self.put(LINKS_BEFORE, before);
        self.save();
    }

    fn read<T: for<'de> Deserialize<'de>>(&self, key: &str) -> Option<T> {
        typed(self.store.get(key)?)
    }

    fn put(&self, key: &str, value: impl Serialize) {
        if let Ok(value) = serde_json::to_value(value) {
            self.store.set(key, value);
        }
    }

    fn save(&self) {
        // Losing a window size is no reason to bother anybody.
        if let Err(error) = self.store.save() {
            tracing::warn!(%error, "preferences were not saved");
        }
    }
}

/// A zoom from a file somebody edited must not make the window unusable.
fn within_zoom(percent: u16) -> u16 {
    percent.clamp(ZOOM_SMALLEST, ZOOM_LARGEST)
}

/// A value as what it should be; none where it is something else.
pub(crate) fn typed<T: for<'de> Deserialize<'de>>(value: serde_json::Value) -> Option<T> {
    serde_json::from_value(value).ok()
}

/// Moves a file that cannot be read out of the way: the plugin would start empty and then write
/// over it.
pub(crate) fn set_aside_if_damaged(data_dir: &Path, now_seconds: u64) -> Option<Problem> {
    let path = data_dir.join(FILE);
    let mut text = Vec::new();
    let file = File::open(&path).ok()?;
    file.take(LONGEST + 1).read_to_end(&mut text).ok()?;
    let is_ours = text.len() as u64 <= LONGEST
        && serde_json::from_slice::<serde_json::Map<String, serde_json::Value>>(&text).is_ok();
    if is_ours {
        return None;
    }
    let aside = aside_path(&path, now_seconds);
    match std::fs::rename(&path, &aside) {
        Ok(()) => Some(
            Problem::new(ProblemCode::PreferencesSetAside).with("path", aside.to_string_lossy()),
        ),
        Err(error) => {
            tracing::warn!(%error, "a damaged preferences file could not be set aside");
            None
        }
    }
}

fn aside_path(path: &Path, now_seconds: u64) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(format!(".bad-{now_seconds}"));
    PathBuf::from(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_damaged_file_is_kept_beside_the_new_one() {
        let dir = tempfile::tempdir().unwrap();
        std::fs::write(dir.path().join(FILE), "{\"appearance\":\"dar").unwrap();
        let problem = set_aside_if_damaged(dir.path(), 7).unwrap();
        assert_eq!(problem.code, ProblemCode::PreferencesSetAside);
        let kept = dir.path().join("preferences.json.bad-7");
        assert_eq!(
            std::fs::read_to_string(kept).unwrap(),
            "{\"appearance\":\"dar"
        );
        assert!(!dir.path().join(FILE).exists());
    }

    #[test]
    fn a_file_without_an_end_is_not_read_to_its_end() {
        let dir = tempfile::tempdir().unwrap();
        let file = std::fs::File::create(dir.path().join(FILE)).unwrap();
        // 64 GiB, none of it on the disk.
        file.set_len(64 << 30).unwrap();
        assert!(set_aside_if_damaged(dir.path(), 7).is_some());
        let long = format!("{{{}}}", " ".repeat(LONGEST as usize));
        std::fs::write(dir.path().join(FILE), long).unwrap();
        assert!(set_aside_if_damaged(dir.path(), 8).is_some());
    }

    #[test]
    fn a_good_file_and_no_file_stay_as_they_are() {
        let dir = tempfile::tempdir().unwrap();
        assert_eq!(set_aside_if_damaged(dir.path(), 7), None);
        std::fs::write(dir.path().join(FILE), "{}").unwrap();
        assert_eq!(set_aside_if_damaged(dir.path(), 7), None);
        assert!(dir.path().join(FILE).exists());
    }
}
