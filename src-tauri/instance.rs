//! One window per data directory: the lock decides, and a second start brings the first one up.

use std::process::ExitCode;
use std::time::Duration;

use tauri::plugin::TauriPlugin;
use tauri::{AppHandle, Wry};

use crate::identity::Identity;
use crate::texts;

/// The owner of the lock needs a moment until it can be reached over the bus.
const OWNER_STARTS: Duration = Duration::from_millis(1500);

/// How long an ended owner may still hold its name on the bus.
const OWNER_ENDS: Duration = Duration::from_secs(3);

/// For the owner of the lock: hears of second starts.
pub(crate) fn plugin(identity: &Identity, shown: fn(&AppHandle)) -> TauriPlugin<Wry> {
    wait_until_free(identity);
    single_instance(identity, shown)
}

fn single_instance(identity: &Identity, shown: fn(&AppHandle)) -> TauriPlugin<Wry> {
    let builder = tauri_plugin_single_instance::Builder::new()
        .callback(move |app, _arguments, _directory| shown(app));
    #[cfg(target_os = "linux")]
    let builder = builder.dbus_id(&identity.instance);
    #[cfg(not(target_os = "linux"))]
    let _ = identity;
    builder.build()
}

/// Whoever holds the lock is the only Ringfor here, so a name that is still taken belongs to one
/// that has just ended, perhaps in a crash. The plugin would hand over to it and end this one too.
#[cfg(target_os = "linux")]
fn wait_until_free(identity: &Identity) {
    let name = format!("{}.SingleInstance", identity.instance);
    let Ok(bus) = zbus::blocking::Connection::session() else {
        return;
    };
    let since = std::time::Instant::now();
    while is_taken(&bus, &name) && since.elapsed() < OWNER_ENDS {
        std::thread::sleep(Duration::from_millis(50));
    }
}

#[cfg(target_os = "linux")]
fn is_taken(bus: &zbus::blocking::Connection, name: &str) -> bool {
    zbus::names::BusName::try_from(name)
        .ok()
        .zip(zbus::blocking::fdo::DBusProxy::new(bus).ok())
        .is_some_and(|(name, bus)| bus.name_has_owner(name).unwrap_or(false))
}

#[cfg(not(target_os = "linux"))]
fn wait_until_free(_: &Identity) {}

/// Brings the window that owns the data directory to the front, and ends.
///
/// The plugin ends this process itself where it reaches the owner. It cannot where there is no
/// session bus; then the person is told on the terminal.
pub(crate) fn hand_over(identity: &Identity) -> ExitCode {
    std::thread::sleep(OWNER_STARTS);
    let context = crate::context(identity);
    let reached = tauri::Builder::default()
        .plugin(single_instance(identity, |_| {}))
        .build(context);
    drop(reached);
    texts::tell_terminal("startup-already-open");
    ExitCode::from(2)
}
