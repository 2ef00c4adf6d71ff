//! Whether there is a display that answers.

use std::path::{Path, PathBuf};

/// The display a window can be opened on, as the environment names it.
pub(crate) fn usable() -> Option<String> {
    if !cfg!(target_os = "linux") {
        return Some("the desktop".into());
    }
    x11().or_else(wayland)
}

#[cfg(unix)]
fn answers(socket: &Path) -> bool {
    std::os::unix::net::UnixStream::connect(socket).is_ok()
}

#[cfg(not(unix))]
fn answers(_socket: &Path) -> bool {
    false
}

fn x11() -> Option<String> {
    let display = std::env::var("DISPLAY").ok()?;
    let (host, rest) = display.rsplit_once(':')?;
    let number: u16 = rest.split('.').next()?.parse().ok()?;
    let found = if host.is_empty() || host == "unix" {
        answers(Path::new(&format!("/tmp/.X11-unix/X{number}")))
    } else {
        // A forwarded display, for example `localhost:10.0`.
        std::net::TcpStream::connect((host, 6000_u16.checked_add(number)?)).is_ok()
    };
    found.then_some(display)
}

fn wayland() -> Option<String> {
    let name = std::env::var("WAYLAND_DISPLAY").ok()?;
    let folder = std::env::var_os("XDG_RUNTIME_DIR").map(PathBuf::from)?;
    answers(&folder.join(&name)).then_some(name)
}
