//! One window per data directory: the lock decides, and a second start hands over to the first one.

use std::process::ExitCode;
use std::time::Duration;

use dialer::data_dir::Identity;
use tauri::plugin::TauriPlugin;
use tauri::{AppHandle, Wry};

use crate::arrival::Arrival;
use crate::incoming::Incoming;
use crate::texts;

/// The owner of the lock needs a moment until it can be reached. On Linux it is waited for no
/// longer than needed; without it, a link would be lost.
const OWNER_STARTS: Duration = if cfg!(target_os = "linux") {
    Duration::from_secs(10)
} else {
    Duration::from_millis(1500)
};

/// How often the bus is asked.
#[cfg(target_os = "linux")]
const ASKED_EVERY: Duration = Duration::from_millis(20);

/// How long an ended owner may still hold its name on the bus.
#[cfg(target_os = "linux")]
const OWNER_ENDS: Duration = Duration::from_secs(3);

/// For the owner of the lock: hears of second starts, also before there is a window.
pub(crate) fn plugin(identity: &Identity, incoming: Incoming) -> TauriPlugin<Wry> {
    wait_until_free(identity);
    single_instance(identity, move |app, arguments| {
        incoming.later(app, Arrival::of(arguments.iter().skip(1)));
    })
}

fn single_instance(
    identity: &Identity,
    mut started: impl FnMut(&AppHandle, Vec<String>) + Send + Sync + 'static,
) -> TauriPlugin<Wry> {
    let builder = tauri_plugin_single_instance::Builder::new()
        .callback(move |app, arguments, _directory| started(app, arguments));
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
    wait_while(identity, OWNER_ENDS, |taken| taken);
}

/// A link is handed over as soon as the owner can be reached.
#[cfg(target_os = "linux")]
fn wait_until_reachable(identity: &Identity) {
    wait_while(identity, OWNER_STARTS, |taken| !taken);
}

#[cfg(target_os = "linux")]
fn wait_while(identity: &Identity, limit: Duration, waits: fn(bool) -> bool) {
    let name = format!("{}.SingleInstance", identity.instance);
    let Ok(bus) = zbus::blocking::Connection::session() else {
        return;
    };
    let since = std::time::Instant::now();
    while waits(is_taken(&bus, &name)) && since.elapsed() < limit {
        std::thread::sleep(ASKED_EVERY);
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

#[cfg(not(target_os = "linux"))]
fn wait_until_reachable(_: &Identity) {
    std::thread::sleep(OWNER_STARTS);
}

/// Hands what this start was asked for over to the window that owns the data directory, and ends.
///
/// The plugin ends this process itself where it reaches the owner. It cannot where there is no
/// session bus; then the person is told on the terminal.
pub(crate) fn hand_over(identity: &Identity) -> ExitCode {
    wait_until_reachable(identity);
    let context = crate::context(identity);
    let reached = tauri::Builder::default()
        .plugin(single_instance(identity, |_, _| {}))
        .build(context);
    drop(reached);
    texts::tell_terminal("startup-already-open");
    ExitCode::from(2)
}
