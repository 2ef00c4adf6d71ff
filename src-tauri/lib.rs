//! The shell of Ringfor: state, thin commands, events and the window.

use std::process::ExitCode;

/// Runs the app until its window is closed.
#[must_use]
pub fn run() -> ExitCode {
    let built = tauri::Builder::default()
        .setup(|app| {
            tauri::WebviewWindowBuilder::new(app, "main", tauri::WebviewUrl::default())
                .title("Ringfor")
                .inner_size(1000.0, 680.0)
                .min_inner_size(720.0, 520.0)
                .build()?;
            Ok(())
        })
        .run(tauri::generate_context!());
    match built {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}
