//! The system's own setting of what opens links.

use std::process::{Command, Stdio};

use dialer::problem::{Problem, ProblemCode};

/// Opens it.
pub(super) fn open() -> Result<(), Problem> {
    for words in &programs(&desktop()) {
        let Some((name, arguments)) = words.split_first() else {
            continue;
        };
        let started = Command::new(name)
            .args(arguments)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn();
        if let Ok(mut program) = started {
            // Collected when it ends, however long the person takes.
            std::thread::spawn(move || program.wait());
            return Ok(());
        }
    }
    Err(Problem::new(ProblemCode::LinkSettingsMissing))
}

fn desktop() -> String {
    std::env::var("XDG_CURRENT_DESKTOP")
        .unwrap_or_default()
        .to_lowercase()
}

/// What can be started, the one of the running desktop first.
#[cfg(target_os = "linux")]
fn programs(desktop: &str) -> Vec<&'static [&'static str]> {
    const KNOWN: &[(&str, &[&str])] = &[
        ("gnome", &["gnome-control-center", "default-apps"]),
        ("kde", &["systemsettings", "kcm_componentchooser"]),
        ("kde", &["systemsettings5", "kcm_componentchooser"]),
        ("xfce", &["xfce4-mime-settings"]),
        ("cinnamon", &["cinnamon-settings", "default"]),
        ("mate", &["mate-default-applications-properties"]),
        ("lxqt", &["lxqt-config-file-associations"]),
    ];
    let (own, others): (Vec<_>, Vec<_>) =
        KNOWN.iter().partition(|(name, _)| desktop.contains(name));
    own.into_iter()
        .chain(others)
        .map(|&(_, words)| words)
        .collect()
}

#[cfg(windows)]
fn programs(_: &str) -> Vec<&'static [&'static str]> {
    vec![&[
        "explorer.exe",
        "ms-settings:defaultapps?registeredAppUser=Ringfor",
    ]]
}

#[cfg(not(any(target_os = "linux", windows)))]
fn programs(_: &str) -> Vec<&'static [&'static str]> {
    Vec::new()
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    #[test]
    fn the_setting_of_the_running_desktop_comes_first() {
        assert_eq!(programs("ubuntu:gnome")[0][0], "gnome-control-center");
        assert_eq!(programs("kde")[0][0], "systemsettings");
        assert_eq!(programs("x-cinnamon")[0][0], "cinnamon-settings");
        let all = programs("");
        assert_eq!(all.len(), programs("xfce").len());
    }
}
