//! One window per data directory: the lock decides, and a second start brings the first one up.

use std::process::ExitCode;
use std::time::Duration;

use tauri::plugin::TauriPlugin;
use tauri::{AppHandle, Wry};

use crate::identity::Identity;
use crate::texts;

/// The owner of the lock needs a moment until it can be reached over the bus.
const OWNER_STARTS: Duration = Duration::from_millis(1500);

/// Tells this start from a second one, and hears of those.
pub(crate) fn plugin(identity: &Identity, shown: fn(&AppHandle)) -> TauriPlugin<Wry> {
    let builder = tauri_plugin_single_instance::Builder::new()
        .callback(move |app, _arguments, _directory| shown(app));
    #[cfg(target_os = "linux")]
    let builder = builder.dbus_id(&identity.instance);
    #[cfg(not(target_os = "linux"))]
    let _ = identity;
    builder.build()
}

/// Brings the window that owns the data directory to the front, and ends.
///
/// The plugin ends this process itself where it reaches the owner. It cannot where there is no
/// session bus; then the person is told on the terminal.
pub(crate) fn hand_over(identity: &Identity) -> ExitCode {
    std::thread::sleep(OWNER_STARTS);
    let context = crate::context(identity);
    let reached = tauri::Builder::default()
        .plugin(plugin(identity, |_| {}))
        .build(context);
    drop(reached);
    texts::tell_terminal("startup-already-open");
    ExitCode::from(2)
}
