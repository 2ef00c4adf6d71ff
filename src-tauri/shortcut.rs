//! The shortcut that takes the selection from anywhere.

use std::sync::{Mutex, PoisonError};

use dialer::problem::{Problem, ProblemCode};
use tauri::{AppHandle, Manager, Wry};
use tauri_plugin_global_shortcut::{
    Builder, Code, Error, GlobalShortcut as Plugin, GlobalShortcutExt, Modifiers, Shortcut as Keys,
    ShortcutEvent, ShortcutState,
};

use crate::incoming::Incoming;

/// What nearly every program uses, or the system itself.
const RESERVED: &[&str] = &[
    "Ctrl+A",
    "Ctrl+C",
    "Ctrl+F",
    "Ctrl+K",
    "Ctrl+N",
    "Ctrl+O",
    "Ctrl+P",
    "Ctrl+Q",
    "Ctrl+R",
    "Ctrl+S",
    "Ctrl+T",
    "Ctrl+V",
    "Ctrl+W",
    "Ctrl+X",
    "Ctrl+Y",
    "Ctrl+Z",
    "Ctrl+Shift+Z",
    "Ctrl+Shift+V",
    "Ctrl+Shift+T",
    "Ctrl+Tab",
    "Ctrl+Shift+Tab",
    "Ctrl+Enter",
    "Ctrl+Space",
    "Alt+F4",
    "Alt+Tab",
    "Alt+Shift+Tab",
    "Alt+Space",
    "Alt+Enter",
    "Alt+ArrowLeft",
    "Alt+ArrowRight",
    "Ctrl+Alt+Delete",
    "Ctrl+Alt+Backspace",
    // Another console: the window would be gone, and the system hears them first.
    "Ctrl+Alt+F1",
    "Ctrl+Alt+F2",
    "Ctrl+Alt+F3",
    "Ctrl+Alt+F4",
    "Ctrl+Alt+F5",
    "Ctrl+Alt+F6",
    "Ctrl+Alt+F7",
    "Ctrl+Alt+F8",
    "Ctrl+Alt+F9",
    "Ctrl+Alt+F10",
    "Ctrl+Alt+F11",
    "Ctrl+Alt+F12",
    "Ctrl+Alt+T",
    "Ctrl+Alt+L",
    "Ctrl+Shift+Escape",
    "Ctrl+Escape",
    "Super+L",
    "Super+D",
    "Super+Tab",
    "Super+Space",
    "Super+A",
    "Super+C",
    "Super+V",
    "Super+X",
    "Super+Z",
    "Super+Q",
    "Super+W",
    "Super+H",
    "Super+M",
    "Super+Shift+Z",
];

/// The shortcut of the running app.
pub(crate) struct Shortcut {
    app: AppHandle,
    current: Mutex<Option<Keys>>,
}

impl Shortcut {
    /// None yet.
    pub(crate) fn new(app: AppHandle) -> Self {
        Self {
            app,
            current: Mutex::new(None),
        }
    }

    /// Whether this system lets a program listen to keys everywhere.
    pub(crate) fn is_supported() -> bool {
        !cfg!(target_os = "linux")
            || x11_alone(
                std::env::var_os("DISPLAY").is_some_and(|display| !display.is_empty()),
                std::env::var_os("WAYLAND_DISPLAY").is_some_and(|display| !display.is_empty()),
                std::env::var("XDG_SESSION_TYPE").ok().as_deref(),
            )
    }

    /// The keys that are listened to, as a person reads them.
    pub(crate) fn keys(&self) -> Option<String> {
        let current = self.current.lock().unwrap_or_else(PoisonError::into_inner);
        current.as_ref().map(readable)
    }

    /// Listens to other keys, or to none; where they are refused, to the ones before.
    /// Gives them as they are to be remembered. Blocks until the system has answered.
    pub(crate) fn set(&self, wanted: Option<&str>) -> Result<Option<String>, Problem> {
        let wanted = wanted.map(allowed).transpose()?;
        if wanted.is_some() && !Self::is_supported() {
            return Err(Problem::new(ProblemCode::ShortcutUnsupported));
        }
        let mut current = self.current.lock().unwrap_or_else(PoisonError::into_inner);
        if *current != wanted {
            if let Some(keys) = wanted {
                self.listen(keys)?;
            }
            if let Some(before) = current.take() {
                self.stop(before);
            }
            *current = wanted;
        }
        Ok(current.as_ref().map(readable))
    }

    fn listen(&self, keys: Keys) -> Result<(), Problem> {
        // The plugin wakes up twenty times a second, so it is there for those who use it.
        if self.app.try_state::<Plugin<Wry>>().is_none() {
            self.app
                .plugin(Builder::new().build())
                .map_err(|error| refused(keys, &error))?;
        }
        let pressed = |app: &AppHandle, _: &Keys, event: ShortcutEvent| {
            if event.state == ShortcutState::Pressed {
                app.state::<Incoming>().selection(app);
            }
        };
        self.app
            .global_shortcut()
            .on_shortcut(keys, pressed)
            .map_err(|error| match error {
                Error::GlobalHotkey(told) => refused(keys, &told),
                other => refused(keys, &other),
            })
    }

    fn stop(&self, keys: Keys) {
        // On X11 the library leaves what gives the keys back in a buffer, and sends it with its next
        // question to the server: it is asked again.
        let times = if cfg!(target_os = "linux") { 2 } else { 1 };
        for _ in 0..times {
            if let Err(error) = self.app.global_shortcut().unregister(keys) {
                tracing::warn!(%error, "a shortcut could not be given back");
            }
        }
    }
}

fn refused(keys: Keys, error: &impl std::fmt::Display) -> Problem {
    tracing::info!(%error, "the system refused a shortcut");
    Problem::new(ProblemCode::ShortcutTaken).with("keys", readable(&keys))
}

/// With Wayland, keys reach only the window that has the focus. Its X server for old programs
/// takes a registration, and then never tells of a key.
fn x11_alone(display: bool, wayland: bool, session: Option<&str>) -> bool {
    display && !wayland && session != Some("wayland")
}

/// The keys, where a shortcut may have them.
fn allowed(text: &str) -> Result<Keys, Problem> {
    let keys: Keys = text
        .parse()
        .map_err(|_| Problem::new(ProblemCode::ShortcutUnreadable))?;
    let refused = |code| Err(Problem::new(code).with("keys", readable(&keys)));
    let strong = Modifiers::CONTROL | Modifiers::ALT | Modifiers::SUPER;
    if !keys.mods.intersects(strong) && !is_function_key(keys.key) {
        return refused(ProblemCode::ShortcutModifierMissing);
    }
    let is_it = |text: &&str| text.parse::<Keys>().is_ok_and(|reserved| reserved == keys);
    if RESERVED.iter().any(is_it) {
        return refused(ProblemCode::ShortcutReserved);
    }
    Ok(keys)
}

/// F1 is help and F5 loads again, everywhere; the others are for shortcuts.
fn is_function_key(key: Code) -> bool {
    let name = format!("{key:?}");
    let number = name
        .strip_prefix('F')
        .and_then(|rest| rest.parse::<u8>().ok());
    number.is_some_and(|number| number != 1 && number != 5)
}

/// The keys as they stand on a keyboard: `Ctrl+Alt+D`.
fn readable(keys: &Keys) -> String {
    let mut words = Vec::new();
    for (modifier, word) in [
        (Modifiers::CONTROL, "Ctrl"),
        (Modifiers::ALT, "Alt"),
        (Modifiers::SHIFT, "Shift"),
        (Modifiers::SUPER, "Super"),
    ] {
        if keys.mods.contains(modifier) {
            words.push(word.to_owned());
        }
    }
    let key = format!("{:?}", keys.key);
    let short = key
        .strip_prefix("Key")
        .or_else(|| key.strip_prefix("Digit"));
    words.push(short.unwrap_or(&key).to_owned());
    words.join("+")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(text: &str) -> ProblemCode {
        allowed(text).unwrap_err().code
    }

    #[test]
    fn keys_read_the_same_however_they_are_written() {
        for (written, read) in [
            ("Ctrl+Alt+D", "Ctrl+Alt+D"),
            ("alt+control+keyd", "Ctrl+Alt+D"),
            ("Ctrl+Alt+KeyD", "Ctrl+Alt+D"),
            ("Ctrl+Shift+Digit1", "Ctrl+Shift+1"),
            ("Super+F9", "Super+F9"),
            ("F9", "F9"),
            ("Ctrl+ArrowUp", "Ctrl+ArrowUp"),
        ] {
            let keys = allowed(written).unwrap();
            assert_eq!(readable(&keys), read, "{written}");
            // What is remembered is understood again.
            assert_eq!(allowed(&readable(&keys)).unwrap(), keys, "{written}");
        }
    }

    #[test]
    fn keys_that_are_needed_elsewhere_are_refused_with_a_reason() {
        for nothing in [
            "", "+", "Ctrl", "Ctrl+", "Ctrl+Alt", "Ctrl+A+B", "Hyper+D", "Ctrl+ü",
        ] {
            assert_eq!(
                code(nothing),
                ProblemCode::ShortcutUnreadable,
                "{nothing:?}"
            );
        }
        for typed in ["D", "Shift+D", "Enter", "Shift+ArrowLeft", "F1", "F5"] {
            assert_eq!(code(typed), ProblemCode::ShortcutModifierMissing, "{typed}");
        }
        for reserved in [
            "Ctrl+C",
            "ctrl+keyv",
            "Alt+F4",
            "Ctrl+Alt+Delete",
            "Ctrl+Alt+F1",
            "Alt+Ctrl+F7",
            "Ctrl+Alt+F12",
            "Super+L",
        ] {
            assert_eq!(code(reserved), ProblemCode::ShortcutReserved, "{reserved}");
        }
    }

    #[test]
    fn each_reserved_one_is_understood() {
        for text in RESERVED {
            assert_eq!(code(text), ProblemCode::ShortcutReserved, "{text}");
        }
    }

    #[test]
    fn an_x_server_inside_wayland_does_not_count() {
        assert!(x11_alone(true, false, Some("x11")));
        assert!(x11_alone(true, false, None));
        assert!(!x11_alone(true, true, Some("wayland")));
        assert!(!x11_alone(true, false, Some("wayland")));
        assert!(!x11_alone(true, true, None));
        assert!(!x11_alone(false, false, None));
    }
}
