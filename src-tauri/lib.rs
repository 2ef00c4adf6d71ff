//! The shell of Ringfor: state, thin commands, events, the window and the desktop around it.
//!
//! It knows Tauri and the domain (`dialer`), and nothing of Genesys Cloud.

mod arrival;
mod commands;
mod desktop;
#[cfg(not(any(windows, target_os = "macos")))]
mod desktop_entry;
mod dropped;
mod environment;
mod host;
mod incoming;
mod instance;
mod links;
mod logging;
mod notifications;
mod offers;
mod preferences;
mod program;
#[cfg(any(windows, test))]
mod registry;
mod selection;
mod shell;
mod shortcut;
mod start_at_login;
mod texts;
mod tray;
mod window;

use std::process::ExitCode;
use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

use dialer::data_dir::{DataDir, Identity, WindowLock};
use tauri::{Manager, Wry};

use crate::arrival::Arrival;
use crate::desktop::Desktop;
use crate::dropped::Dropped;
use crate::environment::Environment;
use crate::incoming::Incoming;
use crate::preferences::PreferenceFile;
use crate::program::Program;
use crate::shell::{Setup, Shell};
use crate::window::Opening;

/// Runs the app until its window is closed.
///
/// A second start for the same data directory hands over what it was asked for, and ends.
#[must_use]
pub fn run() -> ExitCode {
    dialer::process::no_core_dumps();
    logging::tell_panics_by_place();
    let environment = Environment::read();
    let default = DataDir::default_path();
    let data_dir = environment
        .data_dir
        .clone()
        .or_else(|| default.clone())
        .unwrap_or_default();
    // Where it cannot be opened the window still opens, and says why.
    let opened = DataDir::open(&data_dir);
    let identity = Identity::of(&data_dir, default.as_deref());
    let window_lock = match opened.as_ref().map(DataDir::lock_window) {
        Ok(Ok(None)) => return instance::hand_over(&identity),
        Ok(Ok(Some(lock))) => Some(lock),
        Ok(Err(_)) | Err(_) => None,
    };
    let _log = window_lock
        .as_ref()
        .and_then(|_| logging::start(&data_dir.join("logs"), environment.log.as_deref()));
    let setup = Setup {
        notices: set_aside(&data_dir, window_lock.is_some()),
        environment,
        data_dir,
        identity,
    };
    match build(setup, window_lock) {
        Ok(app) => {
            app.run(|_, _| {});
            ExitCode::SUCCESS
        }
        Err(error) => {
            tracing::error!(%error, "the window could not be opened");
            texts::tell_terminal("startup-no-window");
            ExitCode::FAILURE
        }
    }
}

fn set_aside(data_dir: &std::path::Path, owned: bool) -> Vec<dialer::problem::Problem> {
    let now = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .map_or(0, |since| since.as_secs());
    owned
        .then(|| preferences::set_aside_if_damaged(data_dir, now))
        .flatten()
        .into_iter()
        .collect()
}

fn context(identity: &Identity) -> tauri::Context<Wry> {
    let mut context = tauri::generate_context!();
    // Not only the bus name: other systems lock by identifier.
    context
        .config_mut()
        .identifier
        .clone_from(&identity.instance);
    context
}

/// Links come as arguments of a start everywhere but on macOS, where they come as an event.
#[cfg(target_os = "macos")]
fn links_on_macos(app: &tauri::AppHandle) {
    use tauri_plugin_deep_link::DeepLinkExt;
    let handle = app.clone();
    app.deep_link().on_open_url(move |event| {
        for url in event.urls() {
            let link = Arrival::of_link(url.as_str());
            handle.state::<Incoming>().later(&handle, link);
        }
    });
}

#[cfg(not(target_os = "macos"))]
fn links_on_macos(_: &tauri::AppHandle) {}

fn build(setup: Setup, window_lock: Option<WindowLock>) -> tauri::Result<tauri::App> {
    let context = context(&setup.identity);
    let incoming = Incoming::default();
    let arrival = Arrival::of_this_process();
    let opening = match arrival {
        Arrival::Minimised => Opening::PutAway,
        _ => Opening::InFront,
    };
    let builder = tauri::Builder::default();
    #[cfg(not(target_os = "linux"))]
    let builder = builder.plugin(tauri_plugin_notification::init());
    #[cfg(target_os = "macos")]
    let builder = builder.plugin(tauri_plugin_deep_link::init());
    builder
        .manage(incoming.clone())
        .manage(Dropped::default())
        .plugin(instance::plugin(&setup.identity, incoming.clone()))
        .plugin(tauri_plugin_store::Builder::new().build())
        .plugin(tauri_plugin_opener::init())
        .on_window_event(window::on_event)
        .setup(move |app| {
            let handle = app.handle().clone();
            let preferences = window_lock
                .is_some()
                .then(|| PreferenceFile::load(&handle, &setup.data_dir))
                .and_then(Result::ok);
            let size = preferences.as_ref().and_then(PreferenceFile::window_size);
            let preferences = preferences.map(Arc::new);
            let desktop = Desktop::new(
                handle.clone(),
                &setup.identity,
                Program::this(&setup.data_dir, setup.identity.own),
                preferences.clone(),
            );
            app.manage(desktop.clone());
            let shell = Shell::new(handle.clone(), setup, window_lock, preferences, desktop);
            app.manage(shell);
            links_on_macos(&handle);
            incoming.first(&handle, arrival);
            window::open(&handle, size, opening)?;
            Ok(())
        })
        .invoke_handler(tauri::generate_handler![
            commands::start,
            commands::save_profile,
            commands::use_sandbox,
            commands::remove_secret,
            commands::check_connection,
            commands::sign_in,
            commands::cancel_sign_in,
            commands::sign_out,
            commands::profiles,
            commands::use_profile,
            commands::duplicate_profile,
            commands::remove_profile,
            commands::call_options,
            commands::set_call_options,
            commands::network,
            commands::set_network,
            commands::known_agents,
            commands::find_agents,
            commands::set_agent_favourite,
            commands::choose_agent,
            commands::preview_number,
            commands::set_default_country,
            commands::set_extension_digits,
            commands::place_call,
            commands::cancel_call,
            commands::hang_up,
            commands::hang_up_all,
            commands::history,
            commands::attempt,
            commands::set_note,
            commands::contacts,
            commands::save_contact,
            commands::remove_contact,
            commands::open_interaction,
            commands::get_preferences,
            commands::set_preferences,
            commands::offers,
            commands::desktop,
            commands::set_links,
            commands::open_link_settings,
            commands::set_shortcut,
            commands::set_start_at_login,
        ])
        .build(context)
}
